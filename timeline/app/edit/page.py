"""The editors' page: lists on top, the grid, the panel beside it, what is unsaved below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from dash import dcc, html

from timeline.app.attributes import attrs
from timeline.app.edit import ids
from timeline.app.edit.grid import grid
from timeline.app.edit.items import LISTS, UNSAVED, Item
from timeline.app.edit.sign_in import LOGOUT
from timeline.app.search_box import search_box
from timeline.topic import Topic

TITLE = "Corrections · Afghanistan–Russia relations"
SHEET = "/edit/sheet.csv"
_HELP = (
    ("Enter or F2", "edits a cell"), ("Tab", "goes on"), ("Esc", "leaves it as it was"), ("Ctrl+Enter", "to the panel and back"),
    ("Ctrl+S", "previews and saves"),
)  # fmt: skip


def page(topic: Topic, editor: str, asks_who: bool) -> html.Div:
    """Everything the browser gets first, for an ``editor`` who has signed in or, '', need not."""
    stores = (
        ids.LISTED, ids.JUDGED, ids.VERSION, ids.AGAIN, ids.CHOSEN, ids.PANEL_HTML, ids.LISTS_HTML, ids.SOUGHT, ids.FOUND,
        ids.ASKED, ids.ANSWERED,
    )  # fmt: skip
    return html.Div(
        [
            *(dcc.Store(id=store) for store in stores),
            dcc.Store(id=ids.STAGED, storage_type="session"),
            _header(editor, asks_who),
            html.P(id=ids.TROUBLE, className="problem trouble", role="alert", hidden=True),
            html.Nav(id=ids.LISTS, className="eras", **attrs(aria_label="Lists")),
            html.Main(
                [
                    html.Div(
                        [
                            html.Div(
                                grid(topic),
                                className="grid-box",
                                role="region",
                                **attrs(aria_label="Events of the list"),
                            ),
                            _help(),
                        ],
                        className="work",
                    ),
                    html.Aside(id=ids.PANEL, **attrs(aria_label="The chosen event")),
                ]
            ),
            _bar(),
            _dialog(),
            html.Div(id=ids.SAID, className="unseen", role="status", **attrs(aria_live="polite")),
        ],
        className="page edit",
    )


def lists(items: Mapping[str, Item], chosen: str) -> html.Div:
    """A button for each list, with how much stands in it; how much is unsaved the browser knows."""
    counts = Counter(key for item in items.values() for key in item.lists)
    return html.Div(
        [
            html.Button(
                [html.Span(name), html.Small("0" if key == UNSAVED else str(counts[key]))],
                type="button",
                title=title,
                **attrs(aria_pressed=str(key == chosen).lower(), data_list=key),
            )
            for key, name, title in LISTS
        ],
        className="choices",
        role="group",
        **attrs(aria_label="Lists"),
    )


def _header(editor: str, asks_who: bool) -> html.Header:
    who: list[Any] = [
        html.Label("Your name", htmlFor=ids.NAME, className="who"),
        dcc.Input(id=ids.NAME, type="text", maxLength=80, autoComplete="name", persistence=True, persistence_type="session"),
    ]  # fmt: skip
    if asks_who:
        out = html.Form(html.Button("Sign out", type="submit"), method="post", action=LOGOUT)
        hidden = html.Div(dcc.Input(id=ids.NAME, type="text", value=editor), hidden=True)
        who = [html.Span(editor, className="who"), hidden, out]
    return html.Header(
        [
            html.H1(["Corrections ", html.Small(html.A("to the timeline", href="/"))]),
            *search_box(ids.WORDS, "titles, sentences, ids"),
            html.Button("Add an event", type="button", **attrs(data_new="event")),
            html.A("Download sheet", href=SHEET, download="corrections-sheet.csv", className="button"),
            html.Button("Upload sheet", type="button", **attrs(data_ask="upload")),
            html.Button("History", type="button", **attrs(data_ask="history")),
            *who,
        ]
    )


def _help() -> html.P:
    parts: list[Any] = []
    for keys, what in _HELP:
        parts += [html.Kbd(keys), f" {what}  "]
    return html.P(parts, className="help")


def _bar() -> html.Div:
    return html.Div(
        [
            html.Div(id=ids.RESULT, className="result"),
            html.P("Nothing unsaved.", id=ids.UNSAVED),
            html.Button("Discard all", id=ids.DISCARD, type="button", **attrs(data_drop="all")),
            html.Button("Preview and save", id=ids.PREVIEW, type="button", className="main", **attrs(data_ask="preview")),
        ],
        className="bar",
        role="region",
        **attrs(aria_label="Unsaved changes"),
    )  # fmt: skip


def _dialog() -> html.Dialog:
    """Empty; assets/edit/dialogs.js fills it with what the server answers."""
    close = html.Button(
        "✕",
        type="button",
        title="Close (Esc)",
        className="close",
        **attrs(aria_label="Close", data_close="dialog"),
    )
    return html.Dialog(
        [
            html.Div([html.H2(id="dialog-title"), close], className="dialog-top"),
            html.Div(id="dialog-body", tabIndex=0),
            html.Div(id="dialog-foot"),
        ],
        id=ids.DIALOG,
        **attrs(aria_labelledby="dialog-title"),
    )  # fmt: skip
