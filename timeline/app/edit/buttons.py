"""Buttons that stage changes: they say in their data what they change, and assets/edit/staging.js does it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from dash import html

from timeline.app.attributes import attrs
from timeline.app.edit.items import Item
from timeline.app.edit.staged import Staged
from timeline.corrections.three_way import Clash


def stage(item: Item, **changes: Any) -> dict[str, Any]:
    """The data of a button that stages ``changes`` of a row."""
    return attrs(data_stage=json.dumps({"id": item.ident, "kind": item.kind, "rev": item.rev, **changes}))


def take_back(item: Item, label: str, **changes: Any) -> html.Button:
    """A quiet button that takes ``changes`` back."""
    return html.Button(label, type="button", className="quiet", **stage(item, **changes))


def choice(item: Item, staged: Staged, clashes: Sequence[Clash]) -> html.Div:
    """The cells of a row that two people changed, each with all three values, and two buttons that settle the row."""
    clashing = {clash.column for clash in clashes}
    was = {column: item.cells[column] for column in staged.cells}
    mine = {"cells": dict(staged.cells), "was": was}
    keep = {column: cell for column, cell in staged.cells.items() if column not in clashing}
    # Who would check or delete what someone else changed meanwhile takes theirs by not doing it.
    theirs = {"cells": keep, "was": was} if len(keep) < len(mine["cells"]) else {"action": "", "targets": []}
    return html.Div(
        [
            *(part for clash in clashes for part in _three(clash)),
            html.Button("Keep mine", type="button", **stage(item, settle=True, **mine)),
            html.Button("Take theirs", type="button", **stage(item, settle=True, **theirs)),
        ],
        className="clash",
    )


def _three(clash: Clash) -> tuple[html.H4, html.Dl]:
    values = (
        ("When you began", clash.base),
        ("You", clash.mine),
        ("Now, from someone else", clash.theirs),
    )
    told = [part for name, value in values for part in (html.Dt(name), html.Dd(_quoted(value)))]
    return html.H4(clash.column.replace("_", " ")), html.Dl(told)


def _quoted(value: str | None) -> str:
    return "not known" if value is None else value or "(blank)"
