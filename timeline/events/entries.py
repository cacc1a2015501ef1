"""Chronologies, tables and lists: their entries, each of which is dated by its own date and tells its own."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.dates import Timex
from timeline.events.entry_lines import HOUR, EntryLine, entry_lines

_BLANKS = re.compile(r"\s*")
_BLANK_LINE = re.compile(r"\n[ \t\r]*(?=\n)")
_TITLE = re.compile(
    r"[ \t]*(?:[A-Z][.)][ \t]|[IVX]+[.)][ \t]|[A-Z](?:(?![\r\n])[A-Z \d\W]){3,60}(?=\r?\n|$)|[^\r\n]{3,60}:[ \t]*(?=\r?\n|$))"
)
_HOUR = re.compile(rf"{HOUR}(?:[ \t:–—-]+(?=\w))?")
_INDENT = re.compile(r"[ \t]*")
_ROW = re.compile(r"[ \t]*[^\s][^\r\n]{0,40}?(?: {2,}|[ ]*[\t|])[^\r\n]*[^\s]")
_BELOW = re.compile(r"\n(?P<indent>[ \t]*)(?P<word>[^\s]+)")
_SLACK = 6  # characters: a word that would have fitted on the line above was put below it on purpose
_HEADING = 300  # characters
_LIST = 3  # entries
_NEAR = 900  # characters from one entry of a list to the next


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry from the ``start`` of its line to its ``end``; ``when`` is where its date stands, ``body`` where it
    tells something. ``is_title``: a date alone, which stands over the entries below."""

    start: int
    body: int
    end: int
    when: tuple[int, int]
    is_title: bool


class Entries:
    """The entries of ``text`` in order."""

    def __init__(self, text: str, dates: Sequence[Timex]) -> None:
        self.text = text
        blanks = [match.start() for match in _BLANK_LINE.finditer(text)]
        found = entry_lines(text, dates, blanks)
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

    @property
    def heading(self) -> str:
        """What stands above the first list."""
        first = min((entry.start for entry in self._listed), default=0)
        return self.text[max(0, first - _HEADING) : first]

    def same(self, position: int, other: int) -> bool:
        """Whether two positions lie in one entry."""
        return self.holding(position) is self.holding(other)


def _read(text: str, lines: Sequence[EntryLine], blanks: Sequence[int]) -> Iterator[Entry]:
    """The entries that begin on ``lines``. A date alone on its line stands over the entries below it, or else dates
    the text that follows."""
    starts = [line.start for line in lines]
    widths: dict[int, int] = {}
    for line, next_start in zip(lines, [*starts, len(text)][1:], strict=True):
        below = _BLANKS.match(text, line.body)
        body = below.end() if line.is_alone and below else line.body
        if line.is_alone and (hour := _HOUR.match(text, body)):
            body = hour.end()
        if line.is_over or (line.is_alone and text.rfind("\n", line.body, body) + 1 in (next_start, 0)):
            yield Entry(line.start, line.body, line.body, line.when, is_title=True)
            continue
        at = bisect_left(blanks, body)
        paragraph = (blanks[at - 1] if at else 0, blanks[at] if at < len(blanks) else len(text))
        if at not in widths:
            widths[at] = max(map(len, text[slice(*paragraph)].split("\n")))
        end = _end(text, line.start, body, min(next_start, paragraph[1]), widths[at])
        when = (line.start, body) if line.body > line.start else line.when
        yield Entry(line.start, body, end, when, is_title=False)


def _end(text: str, start: int, body: int, end: int, width: int) -> int:
    """Where an entry ends: at ``end``, or above a heading or a note on the list, on a line where it cannot go on."""
    margin, rows = _INDENT.match(text, start), _ROW.match(text, start)
    for line in _BELOW.finditer(text, body, end):
        deeper = margin is not None and len(line["indent"]) > len(margin[0])
        room = width - (line.start() - text.rfind("\n", 0, line.start()))
        fits = len(line["word"]) + _SLACK < room and not line["word"][0].islower()
        is_row = rows and _ROW.match(text, line.start() + 1)
        if _TITLE.match(text, line.start() + 1) or ((fits or is_row) and not deeper):
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
