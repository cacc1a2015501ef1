"""Finding the event that another one is the same as, by its title, date or id."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.app.edit.buttons import stage
from timeline.app.edit.items import ALL, listed
from timeline.app.edit.now import Now
from timeline.corrections import columns

_MOST = 8


def found(ident: str, words: str, now: Now) -> list[Any]:
    """Buttons that say that the event ``ident`` is the same as one that has the ``words``."""
    item = now.items.get(ident)
    if item is None or not words.strip():
        return []
    hits = [other for other in listed(now.items.values(), ALL, words) if other.ident != ident]
    if not hits:
        return [html.P("No event has these words.", className="hint")]
    buttons = [
        html.Button(
            [html.Span(other.date, className="when"), " ", other.cells["title"]],
            type="button",
            **stage(item, action=columns.MERGE, targets=[other.ident]),
        )
        for other in hits[:_MOST]
    ]
    rest = len(hits) - _MOST
    more = [html.P(f"and {rest} more: type another word.", className="hint")] if rest > 0 else []
    return [*buttons, *more]
