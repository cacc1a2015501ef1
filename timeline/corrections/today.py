"""What sheets are compared with: the timeline as it stands today, and what every sheet showed that was ever written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from timeline.corrections import columns
from timeline.corrections.cell_text import plain
from timeline.corrections.corrected import Corrected
from timeline.corrections.sheet import Line
from timeline.corrections.sheet_file import SheetLine
from timeline.corrections.standing import Fingerprint
from timeline.topic import Topic


@dataclass(frozen=True)
class Today:
    """The ``corrected`` timeline on this ``day`` with its ``lines`` of the sheet by event id and its ``mentions`` by id;
    ``rows``: the cells of every row that a sheet ever showed, by rev and event id."""

    corrected: Corrected
    lines: Mapping[str, Line]
    mentions: Mapping[str, Fingerprint]
    rows: Mapping[tuple[str, str], Mapping[str, str]]
    topic: Topic
    day: date

    def sentences(self, ident: str, rev: str) -> list[str]:
        """The sentences that a row of this event may carry; none for an unknown id."""
        row, here = self.rows.get((rev, ident)), self.lines.get(ident)
        recorded = self._sentences.get(ident, []) if row is None else [row[columns.SENTENCE]]
        return recorded + ([here.sentence] if here is not None else [])  # its capitals may have changed since

    def base(self, line: SheetLine) -> Mapping[str, str] | None:
        """What the sheet showed in this row; None when no such sheet was written."""
        return self.rows.get((cell(line, columns.REV), cell(line, columns.KEY)))

    def knows(self, line: SheetLine) -> bool:
        """Whether a row names an event that there is or was, or a mention."""
        ident = cell(line, columns.KEY)
        return ident in self.mentions or bool(self.corrected.holder_of(ident)) or ident in self._sentences

    def is_rev(self, rev: str) -> bool:
        """Whether a sheet ever had this rev, whatever the event."""
        return rev in self._revs

    def is_untouched(self, line: SheetLine) -> bool:
        """Whether a row is today's to the letter: nothing is asked then, and most rows of a sheet are like that."""
        here = self.lines.get(line.cells[columns.KEY])
        if here is None or line.missing:
            return False
        return line.cells == here.cells or all(cell == here.cells[name] for name, cell in line.cells.items())

    @cached_property
    def _sentences(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for (_, ident), row in self.rows.items():
            if row[columns.SENTENCE] not in found[ident]:
                found[ident].append(row[columns.SENTENCE])
        return found

    @cached_property
    def _revs(self) -> frozenset[str]:
        return frozenset(rev for rev, _ in self.rows)


def cell(line: SheetLine, column: str) -> str:
    """What a row says in a column that is to be read; '' where it has none."""
    return plain(line.cells.get(column, ""))
