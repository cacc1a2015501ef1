"""Larger text and smaller screens: nothing is cut, and nothing needs scrolling sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.acts import open_filters
from tests.browser.conftest import Visit
from tests.made_up import six
from timeline.table import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
SIX = six()


OUTSIDE = """(selectors) => selectors.filter((selector) => [...document.querySelectorAll(selector)].some((node) => {
    const { left, right, width } = node.getBoundingClientRect();
    return width && (left < 0 || right > innerWidth || node.scrollWidth > node.clientWidth + 1 && node.clientWidth);
}))"""


CUT = """(selectors) => selectors.filter((selector) => [...document.querySelectorAll(selector)].some(
    (node) => node.scrollHeight > node.clientHeight + 1))"""


CARD = "?view=timeline&era=soviet-war&event=ev_ffffffffff"


@pytest.mark.parametrize("text", ["100%", "200%"])
def test_larger_text_and_small_screens_do_not_scroll_sideways(visit: Open, text: str) -> None:
    page = visit(SIX, 1400, 900)
    page.go()
    page.page.evaluate("(size) => document.documentElement.style.fontSize = size", text)
    for width, height in ((1400, 900), (768, 1024), (390, 844), (320, 640)):
        page.page.set_viewport_size({"width": width, "height": height})
        for query in ("?view=timeline&era=soviet-war", "?view=list", "?view=list&event=ev_ffffffffff", CARD):
            page.go(query, "#status:not(:empty)")
            assert page.page.evaluate("document.documentElement.scrollWidth") <= width, (width, query)
            assert page.page.evaluate(OUTSIDE, ["#card", "#card button", "#words"]) == [], (width, query)
            assert page.page.evaluate(CUT, ["#note", "#words"]) == [], (width, query)
    page.page.evaluate("document.documentElement.style.fontSize = ''")


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1000, 800), (390, 844)])
def test_the_filters_fit_their_panel(
    visit: Open, default_timeline: Timeline, width: int, height: int
) -> None:
    page = visit(default_timeline, width, height)
    page.go("", "#status:not(:empty)", afresh=True)
    open_filters(page)
    assert page.page.evaluate(OUTSIDE, ["#filters", "#filters button", "#filters button span"]) == []
    categories = '#filters [aria-label="Categories"]'
    assert page.page.locator(f"{categories} button").count() == 9
    assert page.page.evaluate(CUT, [categories]) == []


def test_motion_is_reduced_when_asked_for(visit: Open) -> None:
    page = visit(SIX)
    page.go("")
    moving = """() => [...document.querySelectorAll("*")].filter((node) => {
        const style = getComputedStyle(node);
        return parseFloat(style.transitionDuration) > 0 || style.animationName !== "none";
    }).length"""
    page.page.emulate_media(reduced_motion="no-preference")
    assert page.page.evaluate(moving) > 0
    page.page.emulate_media(reduced_motion="reduce")
    assert page.page.evaluate(moving) == 0
