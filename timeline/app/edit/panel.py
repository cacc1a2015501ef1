"""The panel beside the grid: what is wrong with the chosen row, what can be done with it, and what proves it."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from timeline.app.attributes import attrs
from timeline.app.edit.buttons import choice, stage, take_back
from timeline.app.edit.items import DELETED, EVENT, HIDDEN, NEW, ORPHAN, Item
from timeline.app.edit.judged import Judged
from timeline.app.edit.proofs import proofs
from timeline.app.edit.staged import DROP, Staged
from timeline.corrections import columns
from timeline.corrections.event import Event
from timeline.table.schema import JOIN


def panel(ident: str, judged: Judged) -> list[Any]:
    """All that stands in the panel of the row ``ident``."""
    now, staged = judged.now, judged.staged.get(ident)
    item = now.items.get(ident) or (Item(ident, staged.kind) if staged is not None else None)
    if item is None:
        return [html.P("Choose an event: its sentences stand here.", className="hint")]
    event = now.event(ident) if item.kind == EVENT else None
    cells = staged.all_cells(item) if staged is not None else item.cells
    return [
        _dates(item, judged),
        html.H2(cells["title"] or item.sentence or "New event", id="panel-title", tabIndex=-1),
        *_trouble(ident, judged),
        html.Ul([html.Li(part) for part in item.status.split(JOIN) if part], className="status"),
        _actions(item, staged, event),
        *proofs(item, staged, event, now),
        html.P(html.Code(ident if item.kind != NEW else ""), className="ident"),
    ]


def _dates(item: Item, judged: Judged) -> html.P:
    becomes = judged.date(item.ident) if item.ident in judged.staged else ""
    new = [html.Span(" → ", **attrs(aria_label=" becomes ")), html.Ins(becomes)] if becomes else []
    return html.P([html.Del(item.date) if new else html.Strong(item.date), *new], className="panel-date")


def _trouble(ident: str, judged: Judged) -> list[Any]:
    problem = judged.problem(ident) if ident in judged.staged else ""
    item, clashes = judged.item(ident), judged.clashes.get(ident, ())
    settle = [choice(item, judged.staged[ident], clashes)] if item is not None and clashes else []
    return [html.P(problem, className="problem"), *settle] if problem else []


def _actions(item: Item, staged: Staged | None, event: Event | None) -> html.Div:
    if staged is not None and staged.action:
        done = [
            html.Span(f"Staged: {_in_words(staged)}"),
            take_back(item, "Take back", action="", targets=[]),
        ]
        return html.Div(done, className="actions staged")
    buttons: list[Any] = []
    if item.kind == NEW:
        return html.Div(take_back(item, "Drop this new event", drop=True), className="actions")
    if item.kind == ORPHAN:
        buttons = [_button("Give it up", item, DROP, title="The correction is taken back for good")]
    elif item.kind == HIDDEN:
        buttons = [_button("Restore", item, columns.RESTORE, title="Show it as an event of its own")]
    elif DELETED in item.lists:
        buttons = [_button("Restore", item, columns.RESTORE)]
    elif event is not None:
        buttons = [
            _button("Checked", item, columns.VERIFY, title="A person has checked it: it is right as it stands"),
            html.Button("Same as…", type="button", **attrs(data_reveals="same-as", aria_expanded="false", aria_controls="same-as")),
            _button("Delete", item, columns.DELETE),
        ]  # fmt: skip
    if staged is not None:
        buttons.append(take_back(item, "Discard changes", drop=True))
    finder = [_finder(item)] if event is not None and DELETED not in item.lists else []
    return html.Div([html.Div(buttons, className="actions"), *finder])


def _finder(item: Item) -> html.Div:
    """Where one says which event this one is the same as; what is found comes by callback."""
    return html.Div(
        [
            html.Label("Which event is it the same as? Its title, date or id:", htmlFor="sought-words"),
            dcc.Input(id="sought-words", type="search", autoComplete="off"),
            html.Div(id="found", className="found", **attrs(aria_live="polite")),
        ],
        id="same-as",
        hidden=True,
        **attrs(data_event=item.ident),
    )


def _button(label: str, item: Item, action: str, **more: Any) -> html.Button:
    return html.Button(label, type="button", **more, **stage(item, action=action, targets=[]))


def _in_words(staged: Staged) -> str:
    return {
        columns.VERIFY: "checked",
        columns.DELETE: "delete this event",
        columns.RESTORE: "restore",
        columns.MERGE: f"the same as {', '.join(staged.targets)}",
        columns.SPLIT: "not the same event"
        + (f", {len(staged.targets)} times" if len(staged.targets) > 1 else ""),
        DROP: "give the correction up",
    }.get(staged.action, staged.action)
