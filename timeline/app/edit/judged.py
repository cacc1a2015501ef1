"""What unsaved changes would do: a plan like that of a sheet, and what each row says of it at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from timeline.app.edit.items import HIDDEN, NEW, ORPHAN, Item
from timeline.app.edit.now import Now
from timeline.app.edit.staged import DROP, Staged
from timeline.app.words import sentence
from timeline.corrections import columns
from timeline.corrections.changes import change
from timeline.corrections.date_cells import in_words
from timeline.corrections.errors import CellError
from timeline.corrections.plan import Plan, plan_lines
from timeline.corrections.row_plan import RowPlan, RowPlanner
from timeline.corrections.three_way import Clash

# What a row's changes are called in one word.
ERROR, CONFLICT, SAME, EDITED = "error", "conflict", "nothing new", "edited"
ACTION_WORDS = {
    columns.VERIFY: "checked",
    columns.DELETE: "delete",
    columns.RESTORE: "restore",
    columns.MERGE: "same as",
    columns.SPLIT: "split",
    DROP: "give up",
}


@dataclass(frozen=True)
class Judged:
    """The ``plan`` of all that is ``staged``, and for each row what would come of it."""

    now: Now
    staged: Mapping[str, Staged]
    plan: Plan
    rows: Mapping[str, RowPlan]
    problems: Mapping[str, str]
    clashes: Mapping[str, tuple[Clash, ...]]

    def item(self, ident: str) -> Item | None:
        return self.now.items.get(ident)

    def date(self, ident: str) -> str:
        """The date in words as it would be; '' when it is not edited or cannot be meant."""
        staged, item = self.staged[ident], self.item(ident)
        if not any(column in staged.cells for column in columns.DATE):
            return ""
        lost = item is not None and not item.cells["year"]
        return in_words(staged.all_cells(item), self.now.day, lost)

    def problem(self, ident: str) -> str:
        """Why the row cannot be saved; '' when it can."""
        if ident in self.problems:
            return self.problems[ident]
        clashed = [_name(clash.column) for clash in self.clashes.get(ident, ())]
        return f"Someone else changed {', '.join(clashed)} meanwhile: choose which stands." if clashed else ""

    def word(self, ident: str) -> str:
        """What the row's changes are called."""
        if ident in self.problems:
            return ERROR
        if ident in self.clashes:
            return CONFLICT
        if ident not in self.rows:
            return SAME
        staged = self.staged[ident]
        if staged.kind == NEW:
            return "new"
        if staged.kind == HIDDEN:
            return ACTION_WORDS[columns.RESTORE]
        return ACTION_WORDS.get(staged.action, EDITED)

    def marks(self) -> dict[str, dict[str, object]]:
        """What the grid shows in each row with changes, by id."""
        return {
            ident: {
                "unsaved": self.word(ident),
                "problem": self.problem(ident),
                "becomes": self.date(ident),
                "edited": list(staged.cells),
            }
            for ident, staged in self.staged.items()
        }


def judge(staged: Mapping[str, Staged], now: Now) -> Judged:
    """Plan all that is ``staged`` against what stands ``now``."""
    numbers = dict(enumerate(staged.values(), start=1))
    lines = [
        one.line(number, now.items.get(one.ident)) for number, one in numbers.items() if one.kind != ORPHAN
    ]
    plan = plan_lines(lines, now.today)
    planner = RowPlanner(now.today)
    plan.rows = [_with_splits(row, numbers[row.number], planner) for row in plan.rows]
    plan.rows += [
        row for number, one in numbers.items() if one.kind == ORPHAN for row in _given_up(number, one, now)
    ]
    plan.entries = [entry for row in plan.rows for entry in row.entries]
    clashes: dict[str, list[Clash]] = {}
    for conflict in plan.conflicts:
        clashes.setdefault(numbers[conflict.row].ident, []).append(conflict.clash)
    return Judged(
        now=now,
        staged=staged,
        plan=plan,
        rows={numbers[row.number].ident: row for row in plan.rows},
        problems={numbers[error.row].ident: sentence(error.message) for error in reversed(plan.errors)},
        clashes={ident: tuple(found) for ident, found in clashes.items()},
    )


def _with_splits(row: RowPlan, staged: Staged, planner: RowPlanner) -> RowPlan:
    for line in staged.more_splits(row.number):
        try:
            more = planner.plan(line)
        except CellError:
            continue  # it is another event already, or the last that is left
        if isinstance(more, RowPlan):
            row = replace(row, entries=(*row.entries, *more.entries), cells=row.cells + more.cells)
    return row


def _given_up(number: int, staged: Staged, now: Now) -> Iterable[RowPlan]:
    """The entries that take back a correction whose sentence is gone."""
    corrections = now.corrected.corrections
    item = now.items.get(staged.ident)
    if staged.action == DROP and item is not None and item.kind == ORPHAN:
        mention = corrections.fingerprints[staged.ident]
        given = corrections.fields[staged.ident]
        entries = tuple(change(mention, name, one.value, one.machine) for name, one in given.items())
        yield RowPlan(number, staged.ident, entries, len(entries), {}, DROP)


def _name(column: str) -> str:
    return column.replace("_", " ")
