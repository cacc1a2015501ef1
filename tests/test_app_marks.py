"""The marks: a shape for each category, colours that can be told from every ground, and the key that explains them."""

from __future__ import annotations

import re

import pytest

from tests.made_up import many
from tests.shown import TOPIC, figure, parts, text_of, traces
from timeline.app import assets
from timeline.app.figure import draw
from timeline.app.key import key
from timeline.app.lanes import lanes
from timeline.app.marks import BAND, BAND_ALPHA, PAPERS, marks
from timeline.app.window import whole


def test_each_category_has_a_shape_of_its_own() -> None:
    shapes = [one.shape.symbol for one in marks(TOPIC).values()]
    assert len(set(shapes)) == len(TOPIC.categories)
    for lane in traces(figure(many(245)), "points"):
        assert len({re.sub("-open.*", "", symbol) for symbol in lane["marker"]["symbol"]}) == 1


def test_every_lane_keeps_the_categories_shapes() -> None:
    for by in ("actor", "document"):
        made = draw(
            many(245).events, TOPIC, lanes(many(245).events, TOPIC, by), whole(many(245)), whole(many(245))
        )
        shapes = {}
        for trace in traces(made, "points"):
            (shape,) = {re.sub("-open.*", "", symbol) for symbol in trace["marker"]["symbol"]}
            shapes[trace["meta"]["category"]] = shape
        assert len(set(shapes.values())) == len(shapes) == len(TOPIC.categories)


def test_the_key_explains_every_shape_and_every_kind_of_date() -> None:
    kinds, dates = (line.children for line in key(TOPIC).children)
    assert [text_of(item).strip() for item in kinds] == [category.name for category in TOPIC.categories]
    pictures = [image.src for image in parts([kinds, dates], "Img")]
    assert len(set(pictures)) == len(pictures) == len(TOPIC.categories) + 10


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_of_every_mark_on_every_band(scheme: str) -> None:
    paper = rgb(PAPERS[scheme])
    band = tuple(p * (1 - BAND_ALPHA) + b * BAND_ALPHA for p, b in zip(paper, BAND, strict=True))
    for category, one in marks(TOPIC).items():
        for ground in (paper, band):
            assert contrast(rgb(one.colour), ground) >= 3, category


def test_the_style_sheet_has_the_papers_the_contrast_is_computed_on() -> None:
    css = (assets.folder() / "page.css").read_text(encoding="utf-8")
    assert re.findall(r"--paper: (#\w+);", css) == [PAPERS["light"], PAPERS["dark"]]


def rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""

    def luminance(colour: tuple[float, ...]) -> float:
        linear = [c / 3294.6 if c <= 10.3 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)
