"""Years and months that stand over a block of a chronology: "1979" on a line, then "14 February …" below."""

from __future__ import annotations

import re
from bisect import bisect_right

from timeline.dates.rule import MACROS

_OPENS = r"(?:^|(?<=\n))[ \t]{0,80}[ \t•*·#>–—+-]{0,12}(?:[0-9]{1,2}[.)][ \t]{1,4})?"
LINE_OPENS = re.compile(
    r"(?:^|\n)[ \t]{0,80}[ \t•*·#>–—+-]{0,12}(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,? )?$"
)
_A_LINE = 40  # characters: a month's own line may state the year
_BULLET = re.compile(r"(?:^|\n)[ \t]{0,8}(?:[•*·>–—+-])")
_HEADING = re.compile(
    rf"{_OPENS}(?:[Tt]he year )?(?P<year>1[0-9]{{3}}|20[0-9]{{2}})"
    r"(?P<last> ?(?:[–—/] ?|- ?(?=[0-9]{4}|1[3-9]|[2-9]))[0-9]{2}(?:[0-9]{2})?(?![0-9]))?"
    r"(?P<end>[ \t]{0,9}[.:,–—-]?[ \t*]{0,9})"
    r"(?=\r?\n|$|(?P<day>[0-3]?[0-9](?:st|nd|rd|th)? [A-Z][a-z]{2}|[A-Z][a-z]{2,8}\.? [0-3]?[0-9]\b))"
)
_ENTRY_BELOW = re.compile(r"\s{1,20}(?:[•*·>–—+-]|[0-3]?[0-9][ ./]|[A-Z][a-z]{2,8}\.? [0-3]?[0-9]\b)")
_MONTH_HEADING = re.compile(
    rf"{_OPENS}(?P<month>{MACROS['MON']})[ \t*.,:–—-]{{0,9}}(?:(?:1[0-9]{{3}}|20[0-9]{{2}})[ \t*.:–—-]{{0,9}})?(?=\r?\n|$)"
)
# What stands behind a date that opens a line, where it is that of an entry.
_PARTED = re.compile(
    r"(?:\.?(?:\*\*|__)[.,:]?(?= |$))|[)\]*]{0,3}(?:\.?(?:[ \t]*\t| {2,})\S|[.,]?[ \t]{0,9}(?:[:|]|[–—](?=[ \t])|--?(?=[ \t])|$)|, ?[0-9]{1,2}[:.][0-9]{2})",
    re.MULTILINE,
)
_STOPPED = re.compile(r"(?:(?<=\.)|\.) {1,3}[^a-z\s]")
# A line that opens with a date of its own year ends the block above it.
_DATED = re.compile(rf"{_OPENS}[^\n(]{{0,24}}?\b(?P<year>1[0-9]{{3}}|20[0-9]{{2}})\b")


class Headings:
    """The years that stand over the lines of a text; empty for prose.

    >>> text = "1979\\n- 14/2 A death\\n- 15 March A rising\\n3 May 1980 A talk\\n4 June Another"
    >>> [Headings(text).year_over(text.index(word)) for word in ("A death", "A rising", "A talk", "Another")]
    [1979, 1979, None, None]
    """

    def __init__(self, text: str) -> None:
        said: dict[int, int | None] = {}
        for match in _HEADING.finditer(text):
            if _stands_alone(
                text, match
            ):  # "1878–79" begins with its first year, but is not that of every line
                said[match.start("year")] = None if match["last"] else int(match["year"])
        self._alone = frozenset(said)
        if said:
            for match in _DATED.finditer(text):
                said.setdefault(match.start("year"), None)
        self._months = [match.start("month") for match in _MONTH_HEADING.finditer(text)]
        self._starts = sorted(said)
        self._years = [said[start] for start in self._starts]

    def stand_at(self, position: int) -> bool:
        """Whether the year at ``position`` stands over what follows."""
        return position in self._alone

    def year_over(self, position: int) -> int | None:
        """The year that stands over ``position``, if one does."""
        index = bisect_right(self._starts, position) - 1
        return self._years[index] if index >= 0 else None

    def under_month(self, position: int) -> bool:
        """Whether a month stands over ``position``, below any year that does."""
        index = bisect_right(self._months, position - 1) - 1
        year = bisect_right(self._starts, position - 1) - 1
        return index >= 0 and (year < 0 or self._starts[year] < self._months[index] + _A_LINE)


def opens_line(text: str, position: int) -> bool:
    """Whether nothing but marks of a list stands before ``position`` on its line."""
    return bool(LINE_OPENS.search(text, max(0, position - 96), position))


def opens_entry(text: str, start: int, end: int) -> bool:
    """Whether what stands from ``start`` to ``end`` opens a line, and is parted from what follows on it."""
    return opens_line(text, start) and bool(_PARTED.match(text, end))


def begins_entry(text: str, start: int, end: int) -> bool:
    """Whether what stands from ``start`` to ``end`` opens an entry, also one like "19 Dec. Another comes"."""
    return opens_entry(text, start, end) or (opens_line(text, start) and bool(_STOPPED.match(text, end)))


def in_list(text: str, position: int) -> bool:
    """Whether ``position`` lies in an item of a list."""
    line = text.rfind("\n", max(0, position - 400), position) + 1
    return bool(_BULLET.match(text, max(0, line - 1)))


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """False for the last word of a paragraph that is wrapped: "in December\\n1979."."""
    before = text[max(0, match.start() - 8) : match.start()].rstrip(" \t\r")
    return bool(
        match["day"]
        or _BULLET.match("\n" + match[0])
        or not before
        or before.rstrip("\n")[-1:] in '.;:!?)]”"'
        or before.endswith(("\n\n", "\n\r\n"))
        or _ENTRY_BELOW.match(text, match.end())
    )
