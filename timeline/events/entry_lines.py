"""Which lines of a text are entries of a list of dates: they open with a date, end with one, or have it in a cell
of its own. Lines of prose that was wrapped at a date are told apart by what stands around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from timeline.dates import Timex

_WEEKDAY = r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?"
# What stands before the date of an entry: marks of a list, its number, emphasis, brackets, a weekday.
_MARKS = re.compile(
    r"[ \t]{0,80}[ \t•*·‣◦▪#>|–—+_=(\[~-]{0,14}(?:\(?\d{1,3}[.)][ \t]{1,3}|\(?[a-z]{1,4}\)[ \t]{1,3})?[*_(\[~]{0,3}"
    rf"(?:{_WEEKDAY},? )?"
)
_BULLET = re.compile(r"[ \t]*(?:[•*·‣◦▪>|–—+-][ \t*_]|\(?\d{1,3}[.)][ \t]|\(?[a-z]{1,4}\)[ \t]|\||#)")
_COUNTED = ("offset", "within", "next", "ago")  # rules: "two days after the talks began, …"
_BESIDE = re.compile(r"[ \t.,:(\[/=*_–—-]{0,6}(?:or )?")  # between the dates of one entry: "1885. 30 March:"
HOUR = (
    r"(?:,? ?(?:at |about |c\. ?)?\d{1,2}[:.h]\d{2}(?: ?(?:hrs|h|hours|[ap]\.?m\.?|GMT|UTC|MSK|(?:Moscow|Kabul|local) time))*"
    r"|,? ?\d{1,2} ?[ap]\.?m\.?|,? \(?(?:noon|midnight|dawn|dusk|morning|afternoon|evening|night)(?= {2}|[):\t–—|-]))?"
)
_DAY_NAMED = rf"(?:,? \(?{_WEEKDAY}\)?)?{HOUR}"
# What parts a date from what it tells for certain, and what may part them.
_APART = re.compile(
    rf"{_DAY_NAMED}[)\]*_]{{0,3}}(?:[.,]?[ \t]*(?::[*_]{{0,2}}|\||--?(?=[ \t])|[–—](?=[ \t])|$)|[,;](?=[^\s\d])"
    r"|\.?(?: {2,}|[ \t]*\t))[ \t*_|\"]*",
    re.MULTILINE,
)
_CLOSE = re.compile(
    rf"{_DAY_NAMED}[)\]*_.,]{{0,3}}[ \t]+(?=[\w“\"'‘])(?!(?:and|or|to|was|were|when|which|that|saw|until|is|had)\b)"
)
# A date at the end of a line, or alone in a cell of a table.
_TAIL = re.compile(
    r"(?:[,;:(–—]|(?<= )-|(?<=[ ,(])(?:on|in|of|dated|signed))[ \t]*(?:(?:on|in|of|dated|signed|c\.) )?$"
)
_LINE_ENDS = re.compile(r"[)\].;]{0,3}[ \t]*(?=\r?\n|$)")
_CELL = re.compile(r"(?:[|\t;]| {2})[ \t]*$")
_CELL_ENDS = re.compile(r"[ \t]*?(?=[|\t;]| {2}| *(?:\r?\n|$))")
_TOTAL = re.compile(r"\W*(?:sub-?)?(?:total|sum|average)s?\b", re.IGNORECASE)
_RUNS_ON = re.compile(r"[\w,–—-]\s*$")  # the end of a line that a sentence runs on behind
_LINES = 3  # of an entry on the average, where only its date says that it begins
_TAILS = 3  # lines that end with a date, of which there must be as many as of others


@dataclass(frozen=True, slots=True)
class EntryLine:
    """A line from ``start``; ``when`` is where its date stands with what parts it from the rest, which begins at
    ``body``. ``is_certain``: marks show that it is an entry. ``is_alone``: nothing but the date stands on it; ``is_over``: and a
    date within that one is told behind it."""

    start: int
    body: int
    when: tuple[int, int]
    paragraph: tuple[int, int]
    is_certain: bool
    is_alone: bool = False
    is_over: bool = False
    is_tail: bool = False


def entry_lines(text: str, dates: Sequence[Timex], blanks: Sequence[int]) -> list[EntryLine]:
    """The lines of entries in order; ``blanks`` are the positions of blank lines."""
    found = groupby(_dated_lines(text, dates, blanks), key=lambda line: line.paragraph)
    return [line for _, group in found for line in _kept(text, list(group))]


def _dated_lines(text: str, dates: Sequence[Timex], blanks: Sequence[int]) -> Iterator[EntryLine]:
    when = [timex.start for timex in dates]
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for number, group in groupby(dates, key=lambda timex: bisect_right(starts, timex.start) - 1):
        start, on_line = starts[number], list(group)
        at = bisect_left(blanks, start)
        paragraph = (blanks[at - 1] if at else 0, blanks[at] if at < len(blanks) else len(text))
        line = _opening(text, start, on_line, paragraph) or _closing(text, start, on_line, paragraph)
        if line is not None:
            last, at = on_line[-1], bisect_left(when, on_line[-1].end)
            yield replace(line, is_over=line.is_alone and at < len(dates) and _holds(last, dates[at]))


def _holds(timex: Timex, other: Timex) -> bool:
    """Whether another date lies within a date, and does not only tell it again."""
    one, two = timex.value, other.value
    return one is not None and two is not None and one != two and one.covers(two)


def _opening(text: str, start: int, dates: Sequence[Timex], paragraph: tuple[int, int]) -> EntryLine | None:
    if not _MARKS.fullmatch(text, start, dates[0].start):
        return None
    head = dates[0].end
    for other in dates[1:4]:
        if not _BESIDE.fullmatch(text, head, other.start):
            break
        head = other.end
    apart = _APART.match(text, head)
    parted = apart or (None if dates[0].rule in _COUNTED else _CLOSE.match(text, head))
    if parted is None:
        return None
    body = parted.end()
    is_certain = apart is not None or _BULLET.match(text, start) is not None
    is_alone = text[body : body + 1] in ("", "\n", "\r")
    return EntryLine(start, body, (start, body), paragraph, is_certain, is_alone)


def _closing(text: str, start: int, dates: Sequence[Timex], paragraph: tuple[int, int]) -> EntryLine | None:
    if _TOTAL.match(text, start):
        return None
    for timex in dates:
        before = _CELL.search(text, max(start, timex.start - 8), timex.start)
        behind = _CELL_ENDS.match(text, timex.end)
        if before and behind:
            return EntryLine(start, start, (timex.start, behind.end()), paragraph, is_certain=True)
    last = dates[-1]
    before, behind = (
        _TAIL.search(text, max(start, last.start - 16), last.start),
        _LINE_ENDS.match(text, last.end),
    )
    if before and behind:
        is_item = _BULLET.match(text, start) is not None
        return EntryLine(start, start, (before.start(), behind.end()), paragraph, is_item, is_tail=True)
    return None


def _kept(text: str, lines: Sequence[EntryLine]) -> Iterator[EntryLine]:
    """Those lines of one paragraph that are entries."""
    first, last = lines[0].paragraph
    breaks = text.count("\n", first, last)
    opens = not text[first : lines[0].start].strip()
    dense = len(lines) > 1 and (opens or breaks <= _LINES * len(lines))
    tails = [line for line in lines if line.is_tail]
    many = len(tails) >= _TAILS and breaks <= 2 * len(tails)
    for line in lines:
        if line.is_tail:
            if many or line.is_certain:
                yield line
            continue
        begins = opens and line is lines[0]
        runs_on = _RUNS_ON.search(text, max(first, line.start - 8), line.start)
        if begins or _BULLET.match(text, line.start) or (dense if runs_on else dense or line.is_certain):
            yield line
