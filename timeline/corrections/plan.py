"""What a sheet would change: looked at before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from timeline.corrections import columns
from timeline.corrections.damage import refuse_damaged
from timeline.corrections.errors import CellError
from timeline.corrections.reading import read
from timeline.corrections.row_plan import Conflict, RowPlan, RowPlanner
from timeline.corrections.sheet_file import SheetLine
from timeline.corrections.standing import Entry
from timeline.corrections.today import Today


@dataclass(frozen=True, slots=True)
class RowError:
    """Why a row is not applied; ``row`` is its number as a spreadsheet shows it, ``column`` may be ''."""

    row: int
    column: str
    message: str


@dataclass
class Plan:
    """What a sheet would do: the ``entries`` that it would add to the ledger, whole rows only. ``changes`` counts the
    cells and actions that change something, ``ignored`` names columns of which nothing was taken."""

    entries: list[Entry] = field(default_factory=list)
    rows: list[RowPlan] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    errors: list[RowError] = field(default_factory=list)
    ignored: list[str] = field(default_factory=list)

    @property
    def changes(self) -> int:
        return sum(row.cells for row in self.rows)


def plan(raw: bytes, today: Today) -> Plan:
    """Compare the file ``raw`` with ``today``. Raises :class:`Refused` for what is wrong with it as a whole."""
    file = read(raw, today)
    touched = [line for line in file.lines if not today.is_untouched(line)]
    refuse_damaged(file, touched, today)
    found = plan_lines((line for line in file.lines if line.number not in file.loose), today)
    found.ignored = [*file.ignored, *_edited_for_nothing(touched, today)]
    found.errors += [
        RowError(number, "", "the row has cells under no column. Take them out.") for number in file.loose
    ]
    found.errors.sort(key=lambda error: (error.row, error.column))
    return found


def plan_lines(lines: Iterable[SheetLine], today: Today) -> Plan:
    """Compare rows with ``today``, whatever they come from."""
    found, planner = Plan(), RowPlanner(today)
    by_id: dict[str, list[SheetLine]] = defaultdict(list)
    for line in lines:
        by_id[line.cells[columns.KEY].strip() or f"row {line.number}"].append(line)
    for ident, same in by_id.items():
        if len(same) > 1 and len({_asked(line) for line in same}) > 1:
            message = f"rows {_told(same)} are both {ident} and differ; neither is applied. Keep one of them."
            found.errors += [RowError(line.number, columns.KEY, message) for line in same]
        elif not today.is_untouched(same[0]):
            _plan_row(same[0], planner, found)
    _refuse_rivals(found)
    _refuse_lost_targets(found)
    _refuse_cycles(found)
    found.entries = list(dict.fromkeys(entry for row in found.rows for entry in row.entries))
    found.errors.sort(key=lambda error: (error.row, error.column))
    found.conflicts.sort(key=lambda conflict: (conflict.row, conflict.clash.column))
    return found


def _asked(line: SheetLine) -> tuple[str | None, ...]:
    """All of a row that counts."""
    return tuple(line.cells.get(column) for column in (*columns.UNSHOWN, *columns.EDITABLE))


def _plan_row(line: SheetLine, planner: RowPlanner, found: Plan) -> None:
    try:
        row = planner.plan(line)
    except CellError as error:
        found.errors.append(RowError(line.number, error.column, str(error)))
        return
    if isinstance(row, RowPlan):
        if row.entries:
            found.rows.append(row)
    else:
        found.conflicts += row


def _refuse_rivals(found: Plan) -> None:
    """Two rows that once were two events and are one today may not both change it; the same new event twice is one."""
    by_event: dict[str, list[RowPlan]] = defaultdict(list)
    for row in found.rows:
        by_event[row.event_id].append(row)
    for event_id, rows in by_event.items():
        if len({row.entries for row in rows}) > 1:
            message = f"rows {_told(rows)} are about one event today ({event_id}); change it in one of them."
            _refuse(found, rows, message, columns.KEY)
        elif len(rows) > 1:
            found.rows = _without(found.rows, rows[1:])


def _refuse_lost_targets(found: Plan) -> None:
    """What is deleted cannot take in another."""
    deleted = {row.event_id: row.number for row in found.rows if row.action == columns.DELETE}
    for row in [row for row in found.rows if row.target in deleted]:
        message = f"row {deleted[row.target]} deletes the event that this one is to be merged into."
        _refuse(found, [row], message, columns.TARGET)


def _refuse_cycles(found: Plan) -> None:
    """A is merged into B, and B into A: nobody knows whose values stand."""
    into = {row.event_id: row for row in found.rows if row.target}
    bad = []
    for row in into.values():
        seen = {row.event_id}
        at: RowPlan | None = row
        while at is not None and at.target not in seen:
            seen.add(at.target)
            at = into.get(at.target)
        if at is not None and at.target == row.event_id:
            bad.append(row)
    if bad:
        told = ", ".join(str(row.number) for row in bad)
        _refuse(
            found,
            bad,
            f"rows {told} merge events in a circle. Leave out the one whose values shall stand.",
            columns.TARGET,
        )


def _refuse(found: Plan, rows: Sequence[RowPlan], message: str, column: str) -> None:
    found.errors += [RowError(row.number, column, message) for row in rows]
    found.rows = _without(found.rows, rows)


def _without(rows: Sequence[RowPlan], some: Sequence[RowPlan]) -> list[RowPlan]:
    gone = {id(row) for row in some}
    return [row for row in rows if id(row) not in gone]


def _told(rows: Sequence[SheetLine] | Sequence[RowPlan]) -> str:
    return " and ".join(str(row.number) for row in rows)


def _edited_for_nothing(lines: Sequence[SheetLine], today: Today) -> Iterator[str]:
    """The columns for reading only in which something was written; some change by themselves."""
    for column in columns.SHOWN:
        if any(_was_edited(line, column, today) for line in lines if line.cells.get(column, "").strip()):
            yield column


def _was_edited(line: SheetLine, column: str, today: Today) -> bool:
    ident = line.cells[columns.KEY].strip()
    here, base = today.lines.get(ident), today.base(line)
    shown = [cells[column] for cells in (base, here.cells if here is not None else None) if cells is not None]
    if column == columns.SENTENCE or not shown:
        return not ident  # a row of an event was compared with what it said
    return all("".join(line.cells[column].split()) != "".join(cell.split()) for cell in shown)
