"""What is said of a sheet as plain data: the same for `--json` and for the page."""

from __future__ import annotations

from typing import Any

from timeline.corrections.plan import Plan


def of_plan(plan: Plan) -> dict[str, Any]:
    """A ``plan`` as one JSON object; row numbers as a spreadsheet shows them, null for a value that is not known."""
    return {
        "refused": None,
        "changes": plan.changes,
        "conflicts": [
            {"row": c.row, "column": c.clash.column, "event_id": c.event_id, "base": c.clash.base, "mine": c.clash.mine,
             "theirs": c.clash.theirs}
            for c in plan.conflicts
        ],
        "errors": [{"row": e.row, "column": e.column, "message": e.message} for e in plan.errors],
        "ignored": plan.ignored,
    }  # fmt: skip


def of_refusal(why: str) -> dict[str, Any]:
    """The same of a file that is refused as a whole, for the reason ``why``."""
    return {**of_plan(Plan()), "refused": why}
