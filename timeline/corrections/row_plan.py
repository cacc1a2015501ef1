"""One row of a sheet against today's timeline: the entries it asks for, or why it cannot be had."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from timeline.corrections import actions, columns, sheet
from timeline.corrections import standing as names
from timeline.corrections.cell_values import is_same, values_of
from timeline.corrections.changes import Changes
from timeline.corrections.corrected import Corrected
from timeline.corrections.date_cells import plain
from timeline.corrections.errors import CellError
from timeline.corrections.reading import SheetLine
from timeline.corrections.reshape import Event, records, restored
from timeline.corrections.standing import Entry, Fingerprint
from timeline.corrections.three_way import Clash, merge
from timeline.corrections.values import value_of
from timeline.topic import Topic


@dataclass(frozen=True)
class RowPlan:
    """What a row would do: its ``entries``, how many ``cells`` (an action counts as one) ask for them, and the event
    that it merges its own into (``target``)."""

    number: int
    event_id: str
    entries: tuple[Entry, ...]
    cells: int
    changed: Mapping[str, str]
    action: str = ""
    target: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """A cell of a row that someone else changed meanwhile: the row is not applied."""

    row: int
    event_id: str
    clash: Clash


class Today:
    """What sheets are compared with: the ``corrected`` timeline, its ``mentions`` by id, the ``rows`` of every sheet
    ever written, the ``topic``, the ``day``."""

    def __init__(
        self,
        corrected: Corrected,
        mentions: Mapping[str, Fingerprint],
        rows: Mapping[tuple[str, str], Mapping[str, str]],
        topic: Topic,
        day: date,
    ) -> None:
        self.corrected, self._mentions, self._rows, self._topic, self._day = (
            corrected,
            mentions,
            rows,
            topic,
            day,
        )
        self._changes = Changes(corrected, mentions)

    @cached_property
    def lines(self) -> dict[str, sheet.Line]:
        """Today's rows of the sheet, by event id."""
        return {line.cells[columns.KEY]: line for line in sheet.lines(self.corrected)}

    def sentences(self, ident: str, rev: str) -> list[str]:
        """The sentences that a row of this event may carry."""
        row, here = self._rows.get((rev, ident)), self.lines.get(ident)
        recorded = self._recorded.get(ident, []) if row is None else [row[columns.SENTENCE]]
        return [
            *recorded,
            *([here.sentence] if here is not None else []),
        ]  # its capitals may have changed since

    def base(self, line: SheetLine) -> Mapping[str, str] | None:
        """What the sheet showed in this row; None when no such sheet was written."""
        return self._rows.get((_cell(line, columns.REV), _cell(line, columns.KEY)))

    def is_rev(self, rev: str) -> bool:
        """Whether a sheet ever had this rev, whatever the event."""
        return rev in self._revs

    def is_untouched(self, line: SheetLine) -> bool:
        """Whether a row is today's to the letter: nothing is asked then, and most rows of a sheet are like that."""
        here = self.lines.get(line.cells[columns.KEY])
        if here is None or line.missing:
            return False
        return line.cells == here.cells or all(cell == here.cells[name] for name, cell in line.cells.items())

    def plan(self, line: SheetLine) -> RowPlan | list[Conflict]:
        """What a row would do. Raises :class:`CellError`."""
        action, ident = plain(line.cells.get(columns.ACTION, "")).casefold(), _cell(line, columns.KEY)
        if action and action not in columns.ACTIONS:
            raise CellError(
                columns.ACTION, f"“{action}” is unknown. Write {', '.join(columns.ACTIONS)}, or nothing."
            )
        if not action and _cell(line, columns.TARGET):
            raise CellError(
                columns.TARGET, "an id stands here and no action: write merge or split under action."
            )
        if action == columns.NEW:
            return self._new(line, ident)
        if not ident:
            raise CellError(columns.KEY, "the row names no event. To add one, write new under action.")
        base, event_id = self.base(line), self.corrected.holder_of(ident)
        for column in line.missing:
            if column in columns.EDITABLE and (base is None or base[column]):
                raise CellError(column, "the row ends before this column. Fill it in, or leave it blank.")
        if not event_id and ident in self._mentions and action == columns.RESTORE:
            return self._hidden(line, ident)
        if not event_id:
            return self._gone(line, ident, action, base)
        theirs = self.lines[event_id].editable
        mine = line.cells
        if base is None and action == columns.RESTORE:  # as a hidden mention is restored, for the second time
            mine = {column: cell for column, cell in mine.items() if cell.strip()}
        changed, clashes = merge(base, mine, theirs, columns.EDITABLE, is_same)
        if not clashes and base is not None and action in (columns.DELETE, columns.VERIFY, columns.MERGE):
            clashes = [  # what is to be checked or to go is no longer what the editor saw
                Clash(column, base[column], line.cells.get(column, base[column]), theirs[column])
                for column in columns.EDITABLE if theirs[column] != base[column]
                and not is_same(column, line.cells.get(column, base[column]), theirs[column])
            ]  # fmt: skip
        event = self.corrected.events[event_id]
        if clashes and not (
            action == columns.MERGE and actions.is_merged(self.corrected, ident, _cell(line, columns.TARGET))
        ):
            return [Conflict(line.number, event_id, clash) for clash in clashes]
        if event_id in self.corrected.deleted and action in (columns.VERIFY, columns.MERGE, columns.SPLIT):
            raise CellError(columns.ACTION, "the event is deleted: restore it first.")
        return self._known(line, event, action, changed)

    def _known(self, line: SheetLine, event: Event, action: str, changed: Mapping[str, str]) -> RowPlan:
        """A row about an event that there is."""
        theirs = self.lines[event.ident].editable
        values = values_of(changed, {**theirs, **changed}, self._topic, self._day, not theirs["year"])
        entries = [e for name, value in values.items() for e in self._changes.set(event, name, value)]
        done: list[Entry] = []
        target = ""
        if action == columns.VERIFY:
            done = list(self._changes.verify(event, values))
        elif action == columns.DELETE:
            done = list(self._changes.delete(event))
        elif action == columns.RESTORE and event.ident in self.corrected.deleted:
            done = list(self._changes.restore(event))
        elif action == columns.MERGE:
            target = actions.target_of(
                self.corrected, event, _cell(line, columns.KEY), _cell(line, columns.TARGET)
            )
            if changed:
                raise CellError(
                    next(iter(changed)),
                    "the target's values stand in a merged event: change them in its row.",
                )
            done = list(self._changes.merge(event, self.corrected.events[target]))
        elif action == columns.SPLIT:
            mention = actions.mention_to_split(self.corrected, event, _cell(line, columns.TARGET))
            done = list(self._changes.split(event, mention)) if mention else []
        return RowPlan(
            line.number, event.ident, (*entries, *done), (len(changed) if entries else 0) + bool(done), changed,
            action if done else "", target if done else "",
        )  # fmt: skip

    def _gone(self, line: SheetLine, ident: str, action: str, base: Mapping[str, str] | None) -> RowPlan:
        """A row whose event is not there any more: no matter, unless something is to be done with it."""
        asked = [
            c for c in columns.EDITABLE if base and c in line.cells and not is_same(c, line.cells[c], base[c])
        ]
        if base is not None and not action and not asked:
            return RowPlan(line.number, ident, (), 0, {})
        if ident in self._mentions:
            why = "is no event now: its sentence is there, but the program hides it. To show it write restore under action"
        elif base is not None:
            why = "was an event, but its sentence is in no document now. Take a fresh sheet"
        else:
            why = "is no event of this timeline. Take a fresh sheet"
        raise CellError(columns.KEY, f"{ident} {why}.")

    def _hidden(self, line: SheetLine, ident: str) -> RowPlan:
        """A hidden mention that shall be an event; what the row says of it is taken."""
        given = {column: cell for column in columns.EDITABLE if (cell := line.cells.get(column, "")).strip()}
        if entries := list(self._changes.bring_back(ident)):  # it goes to the event that it was deleted from
            return RowPlan(line.number, ident, tuple(entries), 1, {}, columns.RESTORE)
        hidden = self.corrected.timeline.hidden
        event = restored(records(hidden[hidden["mention_id"] == ident])[0], self._topic)
        if not event.row["edtf"] and "year" not in given:
            raise CellError("year", "the text does not tell this event's date: give one.")
        event.machine = {name: value_of(event, name) for name in names.VALUES}
        values = values_of(given, given, self._topic, self._day, year_lost=False)
        entries = [e for name, value in values.items() for e in self._changes.set(event, name, value)]
        return RowPlan(line.number, ident, (*self._changes.show(ident), *entries), 1, given, columns.RESTORE)

    def _new(self, line: SheetLine, ident: str) -> RowPlan:
        given = {column: line.cells.get(column, "") for column in columns.EDITABLE}
        given["category"] = given["category"] or self._topic.default_category
        given["importance"] = given["importance"] or "1"
        values = values_of(given, given, self._topic, self._day, year_lost=False)
        made = self._changes.id_of_added(values)
        if ident not in ("", made):
            raise CellError(columns.KEY, "a new event has no id yet: leave event_id blank.")
        if made in self.corrected.deleted:
            raise CellError(
                columns.ACTION, f"this event was added and deleted: write restore in the row of {made}."
            )
        if made in self.corrected.events:
            self._refuse_more(line, made, given)
        entries = tuple(self._changes.add(values))
        return RowPlan(line.number, made, entries, 1 if entries else 0, given, columns.NEW)

    def _refuse_more(self, line: SheetLine, made: str, given: Mapping[str, str]) -> None:
        """A new row that was sent before adds nothing; what was written into it since belongs into the event's row."""
        there = self.lines[made].editable
        for column in columns.TEXTS:
            cell = line.cells.get(column, "")
            if column != names.TITLE and cell.strip() and not is_same(column, cell, there[column]):
                raise CellError(
                    column,
                    f"this event was added already, with “{there[column]}” here. Change it in the row of {made} in a fresh sheet.",
                )

    @cached_property
    def _recorded(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for (_, ident), row in self._rows.items():
            if row[columns.SENTENCE] not in found[ident]:
                found[ident].append(row[columns.SENTENCE])
        return found

    @cached_property
    def _revs(self) -> frozenset[str]:
        return frozenset(rev for rev, _ in self._rows)


def _cell(line: SheetLine, column: str) -> str:
    return plain(line.cells.get(column, ""))
