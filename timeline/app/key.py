"""The key: what the marks say about a date. Drawn from the same table as the marks themselves."""

from __future__ import annotations

from dash import html

from timeline.app.attributes import attrs
from timeline.app.marks import EXAMPLE as mark
from timeline.app.marks import bar_glyph, glyph, period_glyph


def key() -> html.Ul:
    """One line of examples in a colour that is no category's."""
    examples = (
        (glyph(mark), "day"),
        (glyph(mark, "month"), "month"),
        (glyph(mark, "year"), "year or season"),
        (glyph(mark, "year", about=True), "about"),
        (period_glyph(mark.colour), "at some time in this period"),
        (bar_glyph(mark.colour), "all the time"),
    )
    return html.Ul(
        [html.Li([html.Img(src=picture, alt=""), words]) for picture, words in examples],
        className="key",
        **attrs(aria_label="What a mark says about its date"),
    )
