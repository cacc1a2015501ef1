"""The help sheet: what the keys, the pointer and the marks do, as a native dialog."""

from __future__ import annotations

from dash import html

from timeline.app import ids
from timeline.app.attributes import attrs

_KEYS = (
    ("← →", "previous, next event"),
    ("Home End", "first, last event"),
    ("Enter", "open the card"),
    ("Esc", "close the card, the help"),
    ("+ −", "zoom in, out"),
    ("0", "show the whole selection"),
)
_POINTER = (
    ("Drag", "move along the time"),
    ("Wheel, pinch", "zoom"),
    ("Click on a mark or a title", "open the card: the sentence that proves the date"),
    ("Click on +12", "zoom in on the twelve events that stand there"),
    ("Handles beneath the chart", "choose the years in sight; arrow keys move them too"),
)


def help_sheet() -> html.Dialog:
    """Opened by the button that names its id."""
    return html.Dialog(
        [
            html.H2("Help", id="help-title"),
            html.H3("Keys, while the chart has the focus"),
            _table(_KEYS, html.Kbd),
            html.H3("Mouse and touch"),
            _table(_POINTER, html.Span),
            html.P(
                "Buttons filter: several of one kind add up, kinds narrow each other down. The address of the page is "
                "what you see: copy it, and the link brings back exactly this view."
            ),
            html.Button("Close", type="button", **attrs(data_closes=ids.HELP)),
        ],
        id=ids.HELP,
        **attrs(aria_labelledby="help-title"),
    )


def _table(rows: tuple[tuple[str, str], ...], kind: type[html.Kbd] | type[html.Span]) -> html.Dl:
    return html.Dl([part for name, what in rows for part in (html.Dt(kind(name)), html.Dd(what))])
