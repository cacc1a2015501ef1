"""Chronologies, tables and lists: the lines of a text that open with a date are entries; each tells its own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from timeline.dates import Timex

# What stands before the date of an entry: marks of a list, its number, emphasis, brackets, a weekday.
_MARKS = re.compile(
    r"[ \t•*·‣◦▪#>|–—+_(\[~-]{0,14}(?:\(?\d{1,3}[.)][ \t]{1,3}|\(?[a-z]{1,4}\)[ \t]{1,3})?[*_(\[~]{0,3}"
    r"(?:(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\.?,? )?"
)
_BULLET = re.compile(r"[ \t]*(?:[•*·‣◦▪>|–—+-][ \t*_]|\(?\d{1,3}[.)][ \t]|\(?[a-z]{1,4}\)[ \t]|\||#)")
_COUNTED = ("offset", "within", "next", "ago")  # rules: "two days after the talks began, …"
_BACK = 48  # characters: as long as marks may be
_BESIDE = re.compile(r"[ \t.,:(\[/=–—-]{0,6}(?:or )?")  # between the dates of one entry: "1885. 30 March:"
_HOUR = (
    r"(?:,? ?(?:at |about |c\. ?)?\d{1,2}[:.h]\d{2}(?: ?(?:hrs|h|hours|[ap]\.?m\.?|GMT|UTC|MSK|(?:Moscow|Kabul|local) time))*"
    r"|,? ?\d{1,2} ?[ap]\.?m\.?|, (?:noon|midnight|dawn|dusk|morning|afternoon|evening|night)(?= {2}|[:\t–—|-]))?"
)
# What parts a date from what it tells for certain, and what may part them.
_APART = re.compile(
    rf"{_HOUR}[)\]*_]{{0,3}}(?:[.,]?[ \t]*(?::[*_]{{0,2}}|\||--?(?=[ \t])|[–—](?=[ \t])|$)|\.?(?: {{2,}}|[ \t]*\t))"
    r"[ \t*_|]*",
    re.MULTILINE,
)
_CLOSE = re.compile(
    rf"{_HOUR}[)\]*_.,]{{0,3}}[ \t]+(?=[\w“\"'‘])(?!(?:and|or|to|was|were|when|which|that|saw|until|is|had)\b)"
)
_BLANKS = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
_RUNS_ON = re.compile(r"[\w,–—-]\s*$")  # the end of a line that a sentence runs on behind
_TITLE = re.compile(r"[ \t]*(?:[A-Z][.)][ \t]|[IVX]+[.)][ \t]|[A-Z][A-Z \d\W]{3,}$|[^\r\n]{3,60}:[ \t]*$)")
_INDENT = re.compile(r"[ \t]*")
_BELOW = re.compile(r"\n(?P<indent>[ \t]*)(?P<word>[^\s]+)")
_SLACK = 6  # characters: a word that would have fitted on the line above was put below it on purpose
_LIST = 3  # entries
_NEAR = 900  # characters from one entry of a list to the next
_LINES = 3  # of an entry on the average, where only its date says that it begins


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry from the ``start`` of its line to its ``end``; ``body`` is where it tells something, behind its date.
    ``is_title``: a date alone, which stands over the entries below."""

    start: int
    body: int
    end: int
    is_title: bool


class Entries:
    """The entries of ``text`` in order."""

    def __init__(self, text: str, dates: Sequence[Timex]) -> None:
        self.text = text
        blanks = [match.start() for match in _BLANK_LINE.finditer(text)]
        found = [
            line
            for _, group in groupby(_lines(text, dates, blanks), key=lambda line: line.paragraph)
            for line in _kept(text, list(group))
        ]
        entries = list(_read(text, found, blanks))
        certain = {line.start for line in found if line.is_certain}
        self._listed = _listed(entries)
        self._all = [entry for entry in entries if entry.start in certain or entry in self._listed]
        self._starts = [entry.start for entry in self._all]
        self.breaks = sorted({*self._starts, *(entry.end for entry in self._all)})
        self.joints = frozenset(entry.body for entry in self._all if "\n" in text[entry.start : entry.body])

    def told_from(self, position: int) -> int:
        """``position``, or behind it where the entry tells something whose date stands there."""
        entry = self.holding(position)
        return max(position, entry.body) if entry is not None else position

    def holding(self, position: int) -> Entry | None:
        """The entry that ``position`` lies in."""
        index = bisect_right(self._starts, position) - 1
        return self._all[index] if index >= 0 and position < self._all[index].end else None

    def is_listed_at(self, position: int) -> bool:
        """Whether ``position`` lies in one of several entries in a row."""
        return self.holding(position) in self._listed

    def fill(self, sentences: int) -> bool:
        """Whether most of so many dated sentences of the text are entries of a list."""
        return 2 * len(self._listed) > sentences

    def same(self, position: int, other: int) -> bool:
        """Whether two positions lie in one entry."""
        return self.holding(position) is self.holding(other)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    body: int
    paragraph: tuple[int, int]
    is_certain: bool
    is_alone: bool  # nothing else stands on the line


def _lines(text: str, dates: Sequence[Timex], blanks: Sequence[int]) -> Iterator[_Line]:
    """The lines that open with a date."""
    behind = 0
    for number, timex in enumerate(dates):
        if timex.start < behind:
            continue
        start = text.rfind("\n", max(0, timex.start - _BACK), timex.start) + 1
        if (start == 0 and timex.start > _BACK) or not _MARKS.fullmatch(text, start, timex.start):
            continue
        head = timex.end
        for other in dates[number + 1 : number + 4]:
            if not _BESIDE.fullmatch(text, head, other.start):
                break
            head = other.end
        apart = _APART.match(text, head)
        parted = apart or (None if timex.rule in _COUNTED else _CLOSE.match(text, head))
        if parted is None:
            continue
        behind = head
        at = bisect_left(blanks, start)
        paragraph = (blanks[at - 1] if at else 0, blanks[at] if at < len(blanks) else len(text))
        is_certain = apart is not None or _BULLET.match(text, start) is not None
        is_alone = text[parted.end() : parted.end() + 1] in ("", "\n", "\r")
        yield _Line(start, parted.end(), paragraph, is_certain, is_alone)


def _kept(text: str, lines: Sequence[_Line]) -> Iterator[_Line]:
    """Those lines of one paragraph that are entries; a line of wrapped prose may open with a date too."""
    first, last = lines[0].paragraph
    opens = not text[first : lines[0].start].strip()
    dense = len(lines) > 1 and (opens or text.count("\n", first, last) <= _LINES * len(lines))
    for line in lines:
        begins = opens and line is lines[0]
        runs_on = _RUNS_ON.search(text, max(first, line.start - 8), line.start)
        if begins or _BULLET.match(text, line.start) or (dense if runs_on else dense or line.is_certain):
            yield line


def _read(text: str, lines: Sequence[_Line], blanks: Sequence[int]) -> Iterator[Entry]:
    """The entries that begin on ``lines``. A date alone on its line stands over the entries below it, or else dates
    the text that follows."""
    starts = [line.start for line in lines]
    widths: dict[int, int] = {}
    for line, next_start in zip(lines, [*starts, len(text)][1:], strict=True):
        below = _BLANKS.match(text, line.body)
        body = below.end() if line.is_alone and below else line.body
        if line.is_alone and text.rfind("\n", line.body, body) + 1 in (next_start, 0):
            yield Entry(line.start, line.body, line.body, True)
            continue
        at = bisect_left(blanks, body)
        paragraph = (blanks[at - 1] if at else 0, blanks[at] if at < len(blanks) else len(text))
        if at not in widths:
            widths[at] = max(map(len, text[slice(*paragraph)].split("\n")))
        end = _end(text, line.start, body, min(next_start, paragraph[1]), widths[at])
        yield Entry(line.start, body, end, False)


def _end(text: str, start: int, body: int, end: int, width: int) -> int:
    """Where an entry ends: at ``end``, or above a heading or a note on the list, on a line where it cannot go on."""
    margin = _INDENT.match(text, start)
    for line in _BELOW.finditer(text, body, end):
        deeper = margin is not None and len(line["indent"]) > len(margin[0])
        room = width - (line.start() - text.rfind("\n", 0, line.start()))
        fits = len(line["word"]) + _SLACK < room and not line["word"][0].islower()
        if _TITLE.match(text, line.start() + 1) or (fits and not deeper):
            return line.start() + 1
    return end


def _listed(entries: Sequence[Entry]) -> frozenset[Entry]:
    told = [entry for entry in entries if not entry.is_title]
    ends = [
        0,
        *(n for n, (one, other) in enumerate(pairwise(told), 1) if other.start - one.body > _NEAR),
        len(told),
    ]
    return frozenset(entry for low, high in pairwise(ends) if high - low >= _LIST for entry in told[low:high])


NO_ENTRIES = Entries("", ())
