"""The preview: what saving would change, what cannot be saved and why, and the button that saves."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.app.attributes import attrs
from timeline.app.edit.buttons import choice
from timeline.app.edit.difference import difference, heading, many
from timeline.app.edit.judged import Judged


def preview(judged: Judged, notice: str = "") -> list[Any]:
    """All unsaved changes, in the order in which they were made; ``notice`` stands above them."""
    numbers = {ident: f"{number}." for number, ident in enumerate(judged.staged, start=1)}
    wrong = [ident for ident in judged.staged if judged.problem(ident)]
    same = [ident for ident in judged.staged if ident not in judged.rows and ident not in wrong]
    parts: list[Any] = [html.P(notice, className="problem", role="alert")] if notice else []
    if wrong:
        parts += [
            html.H2(f"{many(len(wrong), 'event')} cannot be saved as it is"
                    if len(wrong) == 1 else f"{many(len(wrong), 'event')} cannot be saved as they are"),
            *(_wrong(ident, judged, numbers[ident]) for ident in wrong),
        ]  # fmt: skip
    if judged.rows:
        parts += [
            html.H2(f"{many(judged.plan.changes, 'change')} in {many(len(judged.rows), 'event')} will be saved"),
            *(difference(row, judged.now, numbers[ident]) for ident, row in judged.rows.items()),
        ]  # fmt: skip
    if same:
        parts += [
            html.H2("Nothing new"),
            *(heading(numbers[ident], ident, judged.now) for ident in same),
            html.P("These say what the timeline says already."),
        ]
    return parts or [html.P("Nothing was changed yet.")]


def buttons(judged: Judged) -> list[Any]:
    """What can be done from the preview."""
    name = f"Save {many(judged.plan.changes, 'change')}" if judged.rows else "Nothing to save"
    save = html.Button(
        name,
        type="button",
        className="main",
        disabled=not judged.rows,
        **attrs(data_save=str(judged.now.version)),
    )
    return [save, html.Button("Back", type="button", **attrs(data_close="dialog"))]  # fmt: skip


def bar(judged: Judged) -> str:
    """What the line under the grid says."""
    if not judged.staged:
        return "Nothing unsaved."
    wrong = sum(bool(judged.problem(ident)) for ident in judged.staged)
    words = f"{many(len(judged.staged), 'event')} changed, not saved."
    return words + (f" {wrong} cannot be saved as {'it is' if wrong == 1 else 'they are'}." if wrong else "")


def _wrong(ident: str, judged: Judged, number: str) -> html.Section:
    item, staged = judged.item(ident), judged.staged[ident]
    clashes = judged.clashes.get(ident, ())
    title = staged.cells.get("title", "")
    return html.Section(
        [
            heading(number, ident, judged.now, title),
            html.P(judged.problem(ident), className="problem"),
            *([choice(item, staged, clashes)] if item is not None and clashes else []),
            html.Button("Discard it", type="button", **attrs(data_drop=ident)),
        ],
        className="difference",
    )
