"""Larger text and smaller screens: nothing is cut, and nothing needs scrolling sideways."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from waitress.server import create_server

from tests.browser.acts import open_filters
from tests.browser.conftest import QUIET, Visit, stop
from tests.made_up import six
from timeline.app import LiveTimeline, create_app
from timeline.app.edit import Access
from timeline.app.live import LiveDesk
from timeline.table import Timeline, store

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


@pytest.mark.parametrize("width", [1366, 1920])
def test_the_editors_header_is_one_line(watched: Callable[..., Page], tmp_path: Path, width: int) -> None:
    store.write(SIX, tmp_path)
    desks = LiveDesk(tmp_path)
    app = create_app(LiveTimeline(tmp_path, desks), desks, Access(lambda: desks()[0].ledger))
    server = create_server(app.server, host="127.0.0.1", port=0, threads=4)
    threading.Thread(target=server.run, daemon=True).start()
    page = watched(f"http://127.0.0.1:{server.effective_port}/edit/", width, 768)
    page.wait_for_selector(".ag-row")
    page.evaluate(QUIET)
    lines = page.evaluate(
        """() => [...document.querySelectorAll("header > *, header h1 > *")].filter((node) => node.getClientRects().length && node.clientHeight > 1)
            .map((node) => { const { top, bottom, height } = node.getBoundingClientRect(); return [(top + bottom) / 2, height]; })"""
    )
    middles, heights = zip(*lines, strict=True)
    assert len(lines) >= 7
    assert max(middles) - min(middles) < 8
    assert max(heights) < 40
    page.close()
    stop(server)
