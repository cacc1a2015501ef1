"""Marks and crowds as the browser draws them: how well a date is known, and what a crowd is made of."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.acts import labels
from tests.browser.conftest import Visit
from tests.made_up import many, six, with_date
from timeline.table import Timeline
from timeline.topic import load

pytestmark = pytest.mark.browser

SIX = six()
Open = Callable[..., Visit]
TRACE = """(name) => document.querySelector("#timeline .js-plotly-plot").data.find((trace) => trace.name === name)"""


def test_the_precision_is_drawn(visit: Open) -> None:
    page = visit(SIX)
    page.go()
    about = page.page.evaluate(
        """() => document.querySelector("#timeline .js-plotly-plot").layout.shapes.filter((s) => s.name === "about").length"""
    )
    assert about == 1
    thick = page.page.evaluate(
        """() => document.querySelector(".barlayer .point path").getBoundingClientRect().height"""
    )
    assert thick >= 6


@pytest.mark.parametrize(("edtf", "side"), [("../1999", -1), ("1999/..", 1)])
@pytest.mark.parametrize("query", ["", "?scale=even", "?lanes=actor&zoom=1990..2010"])
def test_a_tail_fades_on_the_side_on_which_a_date_is_open(
    visit: Open, edtf: str, side: int, query: str
) -> None:
    page = visit(with_date("ev_gggggggggg", edtf))
    page.go(query)
    seen = labels(page)
    assert (seen["overlaps"], seen["cut"]) == ([], [])
    assert "Taliban take Kabul" in seen["texts"]
    (mark,) = [
        (x, y)
        for trace in page.page.evaluate(
            """() => document.querySelector("#timeline .js-plotly-plot").data.filter((trace) => trace.meta.kind === "points")"""
        )
        for x, y, datum in zip(trace["x"], trace["y"], trace["customdata"], strict=True)
        if datum[0] == "ev_gggggggggg"
    ]
    tails = page.page.evaluate(TRACE, "tails")
    assert set(tails["y"]) == {mark[1]}
    pieces = sorted(
        zip(tails["base"], tails["x"], tails["marker"]["color"], strict=True), key=lambda one: side * one[0]
    )
    assert all((base + long / 2 - mark[0]) * side > 0 for base, long, _ in pieces)
    faint = [float(colour.rpartition(",")[2].rstrip(")")) for _, _, colour in pieces]
    assert faint == sorted(faint, reverse=True)  # from the mark outwards
    pixels = page.page.evaluate(
        "document.querySelector('#timeline .js-plotly-plot')._fullLayout.xaxis._length"
    )
    ends = page.page.evaluate(
        "document.querySelector('#timeline .js-plotly-plot')._fullLayout.xaxis.range.map((end) => typeof end === 'number' ? end : Date.parse(end))"
    )
    assert 15 <= sum(long for _, long, _ in pieces) / (ends[1] - ends[0]) * pixels <= 30


def test_a_crowd_has_a_colour_only_where_its_events_share_a_category(visit: Open) -> None:
    made = many(245)
    category = dict(zip(made.events["event_id"], made.events["category"], strict=True))
    page = visit(made)
    quiet = "getComputedStyle(document.documentElement).getPropertyValue('--quiet').trim()"
    for query, kinds in (("", 1), ("?lanes=actor", 2)):
        page.go(query)
        colours = page.page.evaluate(TRACE, "crowds")["marker"]["line"]["color"]
        assert len(set(category.values())) > 1
        assert len(colours) > 5
        plain = colours.count(page.page.evaluate(quiet))
        assert plain == 0 if kinds == 1 else plain > len(colours) / 2


@pytest.mark.slow
def test_every_era_in_sight_can_be_read(visit: Open, default_timeline: Timeline) -> None:
    page = visit(default_timeline)
    page.go("")
    eras = {era.name: era for era in load().eras}
    layout = page.page.evaluate("document.querySelector('#timeline .js-plotly-plot').layout")
    names = [one for one in layout["annotations"] if one["yref"] == "y" and one["xref"] == "x"]
    assert len(names) == len(eras)
    for said in names:
        if said["text"] not in eras:
            assert said["hovertext"].rpartition(", ")[0] in eras
    narrow = page.page.locator("#timeline .annotation", has_text="…").first
    box = narrow.bounding_box()
    assert box
    page.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.page.wait_for_selector(".hoverlayer text")
    assert (page.page.text_content(".hoverlayer") or "").strip() == "Soviet–Afghan War, 1979–1989"
    page.page.mouse.move(5, 5)
