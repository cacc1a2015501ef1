"""The stage of a lesson as HTML: empty places that ``assets/present/present.js`` fills slide by slide. Pure."""

from __future__ import annotations

from typing import Any

from dash import html

from timeline.app.attributes import attrs
from timeline.app.markup import to_html
from timeline.app.present.document import data_block
from timeline.app.present.playlist import Playlist, as_data

STYLE = "present/present.css"  # in the folder of assets
SCRIPTS = ("present/line.js", "present/slide.js", "present/present.js")
MEASURE = "draw/measure.js"  # which these need, and the timeline's own page has already
_HIDE = (
    ("dates", "Hide dates"),
    ("titles", "Hide titles"),
    ("places", "Hide places"),
    ("order", "Order these"),
)
_KEYS = (
    ("→ PageDown Space", "reveal, then next"),
    ("← PageUp", "back"),
    ("Home End", "first, last"),
    ("b or .", "blank the screen"),
    ("f or F5", "full screen"),
    ("h", "this panel"),
    ("Esc", "to the timeline"),
)


def stage(made: Playlist, **where: str) -> str:
    """The stage with its slides as data. ``where`` it belongs: ``leave``, the address of the timeline, and
    ``handout``, that of the handout; without them it opens over the page it stands on."""
    return to_html(
        html.Section(
            [_slide(), html.Div(className="line", **attrs(aria_hidden="true")), _foot(), _panel("handout" in where)],
            id="present",
            hidden=True,
            tabIndex=-1,
            **attrs(aria_label="Lesson", **{f"data_{name}": address for name, address in where.items()}),
        )
    ) + data_block("playlist", as_data(made))  # fmt: skip


def _slide() -> html.Div:
    return html.Div(
        [
            html.P(className="when"),
            html.H1(className="what"),
            html.P(className="told"),
            html.P(className="facts"),
            html.Ol(className="round"),
        ],
        className="slide",
        **attrs(aria_live="polite"),
    )


def _foot() -> html.Div:
    return html.Div(
        [
            html.P(className="heading"),
            html.P(className="count"),
            html.Div(
                [
                    _does("back", "←", "Back"),
                    _does("next", "→ next", "Next"),
                    _does("blank", "b blank", "Blank the screen"),
                    _does("panel", "h hide", "What to hide, and all keys"),
                    _does("leave", "Esc leave", "To the timeline"),
                ],
                className="keys",
            ),
        ],
        className="foot",
    )


def _panel(has_handout: bool) -> html.Dialog:
    keys = [part for key, does in _KEYS for part in (html.Dt(key), html.Dd(does))]
    more: list[Any] = [_does("full", "Full screen"), _does("first", "Start from the first")]
    if has_handout:
        more += [html.A("Handout", className="handout", href=""), _does("all", "Forget the picks")]
    return html.Dialog(
        [
            html.H2("Ask the class"),
            html.Div(
                [
                    html.Button(name, type="button", **attrs(data_hide=kind, aria_pressed="false"))
                    for kind, name in _HIDE
                ],
                className="hiding",
                role="group",
                **attrs(aria_label="What is hidden until the next key"),
            ),
            html.P("What is hidden shows at the next key; the key after goes on."),
            html.Div(more, className="hiding"),
            html.Dl(keys),
            html.Form(html.Button("Close", className="close"), method="dialog"),
        ],
        className="panel",
        **attrs(aria_label="What to hide, and all keys"),
    )


def _does(what: str, text: str, label: str = "") -> html.Button:
    more = attrs(title=label) if label else {}
    return html.Button(text, type="button", **attrs(data_does=what), **more)
