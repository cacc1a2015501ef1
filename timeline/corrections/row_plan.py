"""One row of a sheet against today's timeline: the entries it asks for, or why it cannot be had."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from timeline.corrections import actions, columns
from timeline.corrections import standing as names
from timeline.corrections.cell_values import is_same, values_of
from timeline.corrections.changes import Changes
from timeline.corrections.errors import CellError
from timeline.corrections.event import Event, restored
from timeline.corrections.sheet_file import SheetLine
from timeline.corrections.standing import Entry
from timeline.corrections.three_way import Clash, merge
from timeline.corrections.today import Today, cell
from timeline.corrections.values import value_of
from timeline.table.rows import records

Base = Mapping[str, str] | None  # what the sheet showed in a row, where that is known


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


class RowPlanner:
    """Looks at rows one by one, against ``today``."""

    def __init__(self, today: Today) -> None:
        self._today, self._corrected = today, today.corrected
        self._changes = Changes(today.corrected, today.mentions)

    def plan(self, line: SheetLine) -> RowPlan | list[Conflict]:
        """What a row would do. Raises :class:`CellError`."""
        action, ident = _action(line), cell(line, columns.KEY)
        if action == columns.NEW:
            return self._new(line, ident)
        if not ident:
            raise CellError(columns.KEY, "the row names no event. To add one, write new under action.")
        base, event_id = self._today.base(line), self._corrected.holder_of(ident)
        for column in line.missing:
            if column in columns.EDITABLE and (base is None or base[column]):
                raise CellError(column, "the row ends before this column. Fill it in, or leave it blank.")
        if event_id:
            return self._known(line, self._corrected.events[event_id], action, base)
        if action == columns.RESTORE and ident in self._today.mentions:
            return self._hidden(line, ident)
        return self._gone(line, ident, action, base)

    def _known(self, line: SheetLine, event: Event, action: str, base: Base) -> RowPlan | list[Conflict]:
        """A row about an event that there is."""
        changed, clashes = self._compared(line, event, action, base)
        if clashes:
            return [Conflict(line.number, event.ident, clash) for clash in clashes]
        if event.ident in self._corrected.deleted and action in (
            columns.VERIFY,
            columns.MERGE,
            columns.SPLIT,
        ):
            raise CellError(columns.ACTION, "the event is deleted: restore it first.")
        theirs = self._today.lines[event.ident].editable
        values = values_of(
            changed, {**theirs, **changed}, self._today.topic, self._today.day, not theirs["year"]
        )
        entries = self._set(event, values)
        target = self._target(line, event, changed) if action == columns.MERGE else ""
        done = self._done(line, event, action, values, target)
        return RowPlan(
            line.number, event.ident, (*entries, *done), (len(changed) if entries else 0) + bool(done), changed,
            action if done else "", target if done else "",
        )  # fmt: skip

    def _compared(
        self, line: SheetLine, event: Event, action: str, base: Base
    ) -> tuple[dict[str, str], list[Clash]]:
        """The cells that the row changes, and those that someone else changed meanwhile."""
        mine, theirs = line.cells, self._today.lines[event.ident].editable
        if base is None and action == columns.RESTORE:  # as a hidden mention is restored, for the second time
            mine = {column: text for column, text in mine.items() if text.strip()}
        changed, clashes = merge(base, mine, theirs, columns.EDITABLE, is_same)
        if action == columns.MERGE and actions.is_merged(
            self._corrected, cell(line, columns.KEY), cell(line, columns.TARGET)
        ):
            return changed, []
        if not clashes and base is not None and action in (columns.DELETE, columns.VERIFY, columns.MERGE):
            clashes = [  # what is to be checked or to go is no longer what the editor saw
                Clash(column, base[column], mine.get(column, base[column]), theirs[column])
                for column in columns.EDITABLE if theirs[column] != base[column]
                and not is_same(column, mine.get(column, base[column]), theirs[column])
            ]  # fmt: skip
        return changed, clashes

    def _target(self, line: SheetLine, event: Event, changed: Mapping[str, str]) -> str:
        """The event into which ``event`` is to be merged."""
        target = actions.target_of(
            self._corrected, event, cell(line, columns.KEY), cell(line, columns.TARGET)
        )
        if changed:
            why = "the target's values stand in a merged event: change them in its row."
            raise CellError(next(iter(changed)), why)
        return target

    def _done(
        self, line: SheetLine, event: Event, action: str, values: Mapping[str, str], target: str
    ) -> list[Entry]:
        """The entries that the row's action asks for."""
        if action == columns.VERIFY:
            return list(self._changes.verify(event, values))
        if action == columns.DELETE:
            return list(self._changes.delete(event))
        if action == columns.RESTORE and event.ident in self._corrected.deleted:
            return list(self._changes.restore(event))
        if action == columns.MERGE:
            return list(self._changes.merge(event, self._corrected.events[target]))
        if action == columns.SPLIT:
            mention = actions.mention_to_split(self._corrected, event, cell(line, columns.TARGET))
            return list(self._changes.split(event, mention)) if mention else []
        return []

    def _set(self, event: Event, values: Mapping[str, str]) -> list[Entry]:
        return [entry for name, value in values.items() for entry in self._changes.set(event, name, value)]

    def _gone(self, line: SheetLine, ident: str, action: str, base: Base) -> RowPlan:
        """A row whose event is not there any more: no matter, unless something is to be done with it."""
        asked = [
            c for c in columns.EDITABLE if base and c in line.cells and not is_same(c, line.cells[c], base[c])
        ]
        if base is not None and not action and not asked:
            return RowPlan(line.number, ident, (), 0, {})
        if ident in self._today.mentions:
            why = "is no event now: its sentence is there, but the program hides it. To show it write restore under action"
        elif base is not None:
            why = "was an event, but its sentence is in no document now. Take a fresh sheet"
        else:
            why = "is no event of this timeline. Take a fresh sheet"
        raise CellError(columns.KEY, f"{ident} {why}.")

    def _hidden(self, line: SheetLine, ident: str) -> RowPlan:
        """A hidden mention that shall be an event; what the row says of it is taken."""
        if entries := list(self._changes.bring_back(ident)):  # it goes to the event that it was deleted from
            return RowPlan(line.number, ident, tuple(entries), 1, {}, columns.RESTORE)
        given = {column: text for column in columns.EDITABLE if (text := line.cells.get(column, "")).strip()}
        hidden = self._corrected.timeline.hidden
        event = restored(records(hidden[hidden["mention_id"] == ident])[0], self._today.topic)
        if not event.row["edtf"] and "year" not in given:
            raise CellError("year", "the text does not tell this event's date: give one.")
        event.machine = {name: value_of(event, name) for name in names.VALUES}
        values = values_of(given, given, self._today.topic, self._today.day, year_lost=False)
        entries = [*self._changes.show(ident), *self._set(event, values)]
        return RowPlan(line.number, ident, tuple(entries), 1, given, columns.RESTORE)

    def _new(self, line: SheetLine, ident: str) -> RowPlan:
        """An event that an editor adds."""
        given = {column: line.cells.get(column, "") for column in columns.EDITABLE}
        given["category"] = given["category"] or self._today.topic.default_category
        given["importance"] = given["importance"] or "1"
        values = values_of(given, given, self._today.topic, self._today.day, year_lost=False)
        made = self._changes.id_of_added(values)
        if ident not in ("", made):
            raise CellError(columns.KEY, "a new event has no id yet: leave event_id blank.")
        if made in self._corrected.deleted:
            why = f"this event was added and deleted: write restore in the row of {made}."
            raise CellError(columns.ACTION, why)
        if made in self._corrected.events:
            self._refuse_more(line, made)
        entries = tuple(self._changes.add(values))
        return RowPlan(line.number, made, entries, 1 if entries else 0, given, columns.NEW)

    def _refuse_more(self, line: SheetLine, made: str) -> None:
        """A new row that was sent before adds nothing; what was written into it since belongs into the event's row."""
        there = self._today.lines[made].editable
        for column in columns.TEXTS:
            text = line.cells.get(column, "")
            if column != names.TITLE and text.strip() and not is_same(column, text, there[column]):
                why = f"this event was added already, with “{there[column]}” here. Change it in the row of {made} in a fresh sheet."
                raise CellError(column, why)


def _action(line: SheetLine) -> str:
    """What the row asks for, one of ``columns.ACTIONS`` or ''. Raises :class:`CellError`."""
    action = cell(line, columns.ACTION).casefold()
    if action and action not in columns.ACTIONS:
        raise CellError(
            columns.ACTION, f"“{action}” is unknown. Write {', '.join(columns.ACTIONS)}, or nothing."
        )
    if not action and cell(line, columns.TARGET):
        raise CellError(columns.TARGET, "an id stands here and no action: write merge or split under action.")
    return action
