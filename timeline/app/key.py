"""The key: what the marks say about a date. Drawn from the same table as the marks themselves."""

from __future__ import annotations

from collections.abc import Iterable

from dash import html

from timeline.app.attributes import attrs
from timeline.app.glyphs import between_glyph, chip_glyph, fading_glyph, glyph, open_glyph, period_glyph
from timeline.app.marks import EXAMPLE as mark
from timeline.app.marks import marks
from timeline.topic import Topic


def key(topic: Topic) -> html.Div:
    """Lines of examples: the categories' shapes, which the lanes name unless they stand for something else, and
    what the marks say about a date, in a colour that is no category's."""
    looks = marks(topic)
    kinds = [(glyph(looks[category.key]), category.name) for category in topic.categories]
    dates = (
        (glyph(mark), "day"),
        (glyph(mark, "month"), "month"),
        (glyph(mark, "year"), "year or season"),
        (glyph(mark, "year", about=True), "about"),
        (period_glyph(mark.colour), "at some time in it"),
        (open_glyph(mark.colour, "before"), "in or before"),
        (open_glyph(mark.colour, "since"), "since"),
        (fading_glyph(mark.colour), "lasting, fading where unsure"),
        (between_glyph(mark.colour), "sources differ"),
        (chip_glyph(mark.colour), "a crowd"),
    )
    return html.Div(
        [_line(kinds, "kinds", "What a shape says"), _line(dates, "dates", "What a mark says about its date")]
    )


def _line(examples: Iterable[tuple[str, str]], name: str, label: str) -> html.Ul:
    return html.Ul(
        [html.Li([html.Img(src=picture, alt=""), words]) for picture, words in examples],
        className=f"key {name}",
        **attrs(aria_label=label),
    )
