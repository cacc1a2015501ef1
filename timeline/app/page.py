"""The page: one screen, put together from its parts."""

from __future__ import annotations

from typing import Any

from dash import dcc, html

from timeline.app import ids
from timeline.app.address import FILTER_KEYS
from timeline.app.attributes import attrs
from timeline.app.filters_view import choices, eras, panel, track
from timeline.app.help import help_sheet
from timeline.app.key import key
from timeline.app.markup import to_html
from timeline.app.search_box import search_box
from timeline.app.take_away import actions
from timeline.app.window import Window, span, whole
from timeline.table import Timeline
from timeline.topic import Topic

TITLE = "Afghanistan–Russia relations"
GRAPH: Any = {
    "displayModeBar": False,
    "scrollZoom": True,
    "doubleClick": False,
    "showSendToCloud": False,
    "showTips": False,
}
_NOTHING = {"visible": False}
BLANK: dict[str, Any] = {
    "data": [],
    "layout": {
        "xaxis": _NOTHING, "yaxis": _NOTHING, "paper_bgcolor": "rgba(0,0,0,0)", "plot_bgcolor": "rgba(0,0,0,0)",
    },
}  # fmt: skip


def page(timeline: Timeline, topic: Topic) -> html.Div:
    """Everything the browser gets first; what depends on the address follows by callback."""
    first, last = span(timeline)
    return html.Div(
        [
            dcc.Location(id=ids.ADDRESS, refresh=False),
            *(
                dcc.Store(id=store)
                for store in (ids.ASKED, ids.OPENED, ids.DRAWING, ids.KNOWN, ids.LISTED, ids.CHOSEN)
            ),
            dcc.Store(id=ids.CHOICES, data=to_html(choices(timeline, topic))),
            _header(first.year, last.year),
            html.Div(
                [
                    html.Span("Eras", className="row-name", **attrs(aria_hidden="true")),
                    eras(timeline, topic),
                    html.Button(
                        "Filters",
                        type="button",
                        className="more",
                        **attrs(aria_expanded="false", aria_controls="filters", data_reveals="filters"),
                    ),
                ],
                className="eras",
            ),
            panel(first.year, last.year),
            html.Main(
                [
                    _work(whole(timeline), topic),
                    html.Aside(id=ids.CARD, **attrs(aria_label="Event")),
                ]
            ),
            help_sheet(),
        ],
        className="page",
    )


def _header(first: int, last: int) -> html.Header:
    return html.Header(
        [
            html.H1([TITLE, " ", html.Small(f"{first}–{last}")]),
            *search_box(ids.WORDS, "titles and sentences"),
            html.Div(
                [
                    html.Button(name, type="button", **attrs(aria_pressed="false", data_set=f"view={view}"))
                    for view, name in (("timeline", "Timeline"), ("list", "List"))
                ],
                className="views",
                role="group",
                **attrs(aria_label="View"),
            ),
            html.Div(
                [
                    *actions(),
                    html.Button("Copy link", type="button", **attrs(data_copy="link")),
                    html.Button(
                        "?", type="button", title="Help", **attrs(aria_label="Help", data_opens=ids.HELP)
                    ),
                ],
                className="actions",
            ),
        ]
    )


def _work(everything: Window, topic: Topic) -> html.Div:
    return html.Div(
        [
            html.Div(
                [
                    html.P(id=ids.STATUS, role="status", **attrs(aria_live="polite")),
                    html.Button(
                        "Clear filters",
                        type="button",
                        className="link",
                        **attrs(data_drop=" ".join(FILTER_KEYS)),
                    ),
                    html.P(id=ids.NOTE),
                    _choice(
                        "Lanes", "lanes", (("", "Category"), ("actor", "Actor"), ("document", "Document"))
                    ),
                    _choice("Scale", "scale", (("", "Time"), ("even", "Even"))),
                    html.Div(
                        [
                            _zoom("−", "Zoom out", "out"),
                            _zoom("+", "Zoom in", "in"),
                            _zoom("Reset", "Reset: show the whole selection", "all"),
                        ],
                        className="zooms",
                        role="group",
                        **attrs(aria_label="Zoom"),
                    ),
                ],
                className="status-row",
            ),
            html.P(id=ids.IGNORED, role="status"),
            html.Div(id=ids.EMPTY),
            html.Div(
                dcc.Graph(id=ids.CHART, figure=BLANK, config=GRAPH, responsive=False),
                id=ids.STAGE,
                tabIndex=0,
                role="application",
                **attrs(
                    aria_label="Timeline. Left and right arrows go from event to event, Enter opens "
                    "the card, plus and minus zoom, 0 shows everything. The list view has the same events."
                ),
            ),
            html.Div(
                [
                    html.Span("All years", className="row-name", **attrs(aria_hidden="true")),
                    html.Div(
                        [
                            html.Div(className="map", **attrs(aria_hidden="true")),
                            track(
                                ids.BRUSH,
                                everything.first.year,
                                everything.last.year,
                                ("First year in sight", "Last year in sight"),
                            ),
                        ],
                        className="strip",
                    ),
                ],
                id=ids.OVERVIEW,
                role="group",
                **attrs(aria_label="Overview of all years"),
            ),
            key(topic),
            html.Div(id=ids.LIST),
            html.Div(id=ids.SPOKEN, className="unseen", **attrs(aria_live="polite")),
        ],
        className="work",
    )


def _choice(name: str, key: str, values: tuple[tuple[str, str], ...]) -> html.Div:
    buttons = [
        html.Button(label, type="button", **attrs(aria_pressed="false", data_set=f"{key}={value}"))
        for value, label in values
    ]
    return html.Div([html.Span(name), *buttons], className="choice", role="group", **attrs(aria_label=name))


def _zoom(sign: str, label: str, how: str) -> html.Button:
    return html.Button(sign, type="button", title=label, **attrs(aria_label=label, data_zoom=how))
