"""The header's buttons for a lesson and for what can be taken away. Pure."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.app.attributes import attrs

_FILES = (
    ("download/events.csv", "Table (CSV)", "The selection's events, for a spreadsheet"),
    ("download/timeline.html", "One file (HTML)", "The selection as one file that works without a network"),
    ("handout", "Handout to print", "The timeline, a table, and answers where something is hidden"),
)


def actions() -> list[Any]:
    """``assets/take.js`` and ``assets/image.js`` answer them; each link takes the page's own query along."""
    images = [
        html.Button(f"Picture ({kind.upper()})", type="button", **attrs(data_image=kind))
        for kind in ("png", "svg")
    ]
    links = [html.A(name, href=path, title=title, **attrs(data_take=path)) for path, name, title in _FILES]
    return [
        html.Button(
            "Present",
            type="button",
            title="Show these events one by one, for a class",
            **attrs(data_present="", data_counts="pick"),
        ),
        html.Details(
            [html.Summary("Download"), html.Div([*images, *links], className="menu")], className="take"
        ),
    ]


def pick(event_id: str) -> html.Button:
    """On a card: put the event on the lesson's playlist, or take it off."""
    return html.Button(
        "Pick for the lesson",
        type="button",
        className="pick",
        **attrs(aria_pressed="false", data_toggle=f"pick={event_id}"),
    )
