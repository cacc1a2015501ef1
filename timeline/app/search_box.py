"""The search box, the same on the timeline and on the editors' page."""

from __future__ import annotations

from dash import dcc, html


def search_box(name: str, searched: str) -> tuple[html.Label, dcc.Input]:
    """A box with the id ``name`` and its label, which only a screen reader says: what is ``searched``."""
    return html.Label(f"Search {searched}", htmlFor=name, className="unseen"), dcc.Input(
        id=name,
        type="search",
        placeholder="Search",
        autoComplete="off",
        spellCheck=False,
    )
