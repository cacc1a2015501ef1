"""The difference that a plan makes, shown before anything is saved: old → new, conflicts, errors. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from dash import html

from timeline.app.attributes import attrs
from timeline.app.edit.now import Now
from timeline.app.edit.staged import DROP
from timeline.corrections import columns
from timeline.corrections import standing as names
from timeline.corrections.date_cells import in_words
from timeline.corrections.plan import Plan
from timeline.corrections.row_plan import Conflict, RowPlan

TOLD = 100  # rows, conflicts and errors of a file that are listed; the rest is counted


def heading(number: str, ident: str, now: Now, title: str = "") -> html.H3:
    """Which event it is about."""
    item = now.items.get(ident)
    named = title or (item.cells["title"] or item.sentence if item is not None else "") or ident
    when: list[Any] = [html.Span(item.date, className="when"), " "] if item is not None else []
    return html.H3([html.Small(f"{number} "), *when, named])


def difference(row: RowPlan, now: Now, number: str) -> html.Section:
    """What one row would do: a table of old and new cells, and its action in words."""
    item = now.items.get(row.event_id)
    before = item.cells if item is not None else dict.fromkeys(columns.EDITABLE, "")
    lines = [_date_line(before, row.changed, now)] if _has_date(row.changed) else []
    lines += [
        _line(column, before[column], row.changed[column])
        for column in columns.EDITABLE
        if row.changed.get(column, before[column]) != before[column]
    ]
    done = _done(row, now)
    new_title = row.changed.get("title", "") if row.action == columns.NEW else ""
    return html.Section(
        [
            heading(number, row.event_id, now, new_title),
            *([html.P(done, className="done")] if done else []),
            *([html.Table(html.Tbody(lines), className="cells")] if lines else []),
        ],
        className="difference",
    )


def of_file(plan: Plan, now: Now, verb: str = "would change") -> list[Any]:
    """What a file would do or did, by the row numbers that a spreadsheet shows."""
    parts: list[Any] = [
        html.P(html.Strong(f"{many(plan.changes, 'cell')} in {many(len(plan.rows), 'row')} {verb}."))
    ]
    if plan.conflicts:
        parts += [html.H3(f"{many(len(plan.conflicts), 'conflict')}: those rows are left as they are"), _conflicts(plan.conflicts)]  # fmt: skip
    if plan.errors:
        rows = [
            [str(error.row), error.column.replace("_", " "), error.message[:1].upper() + error.message[1:]]
            for error in plan.errors[:TOLD]
        ]
        parts += [html.H3(f"{many(len(plan.errors), 'error')}: those rows are left as they are"), _table(("Row", "Column", "Why"), rows), *_rest(len(plan.errors))]  # fmt: skip
    if plan.ignored:
        parts.append(html.P(f"Ignored, for nothing is taken from them: {', '.join(plan.ignored)}."))
    if plan.rows and verb == "would change":
        shown = [difference(row, now, f"row {row.number}") for row in plan.rows[:TOLD]]
        parts += [html.H3("Changes"), *shown, *_rest(len(plan.rows))]
    return parts


def split_words(number: int) -> str:
    """What becomes of sentences that tell another event."""
    return "One of its sentences will be an event of its own." if number == 1 else f"{number} of its sentences will be events of their own."  # fmt: skip


def many(number: int, noun: str) -> str:
    """``1 row``, ``2 rows``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _conflicts(conflicts: list[Conflict]) -> html.Div:
    rows = [
        [str(c.row), c.clash.column.replace("_", " "), "not known" if c.clash.base is None else c.clash.base, c.clash.mine, c.clash.theirs]
        for c in conflicts[:TOLD]
    ]  # fmt: skip
    head = ("Row", "Column", "The sheet showed", "You wrote", "Now it is")
    return html.Div([_table(head, rows), *_rest(len(conflicts))])


def _table(head: tuple[str, ...], rows: list[list[str]]) -> html.Table:
    return html.Table(
        [
            html.Thead(html.Tr([html.Th(name, scope="col") for name in head])),
            html.Tbody([html.Tr([html.Td(cell) for cell in row]) for row in rows]),
        ],
        className="told",
    )


def _rest(total: int) -> list[html.P]:
    return [html.P(f"… and {total - TOLD} more.")] if total > TOLD else []


def _has_date(changed: Mapping[str, str]) -> bool:
    return any(column in changed for column in columns.DATE)


def _date_line(before: Mapping[str, str], changed: Mapping[str, str], now: Now) -> html.Tr:
    old, new = (in_words(cells, now.day, year_lost=True) for cells in (before, {**before, **changed}))
    return _line("date", old, new, "date")


def _line(name: str, old: str, new: str, kind: str = "") -> html.Tr:
    return html.Tr(
        [
            html.Th(name.replace("_", " "), scope="row"),
            html.Td(html.Del(old) if old else html.Span("blank", className="blank")),
            html.Td("→", **attrs(aria_label="becomes")),
            html.Td(html.Ins(new) if new else html.Span("blank", className="blank")),
        ],
        className=kind,
    )


def _done(row: RowPlan, now: Now) -> str:
    target = now.items.get(row.target)
    return {
        columns.VERIFY: "Checked: it is right as it stands.",
        columns.DELETE: "Deleted.",
        columns.RESTORE: "Restored: it will be shown as an event.",
        columns.MERGE: f"The same event as “{target.cells['title'] if target else row.target}”, whose values stand.",
        columns.SPLIT: split_words(
            sum(entry.field in (names.SPLIT, names.MERGED_INTO) for entry in row.entries)
        ),
        columns.NEW: "A new event, added by hand.",
        DROP: "The correction is given up.",
    }.get(row.action, "")
