"""Zooming: by button, key, brush, drag and wheel, each a step in the history that a link brings back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.made_up import many

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
MANY = many(245)


def test_the_brush_moves_with_keys_and_pointer(visit: Open) -> None:
    page = visit(MANY)
    page.go("?zoom=1960..1990")
    low, high = (page.page.locator(f"#brush [role=slider] >> nth={at}") for at in (0, 1))
    assert [low.get_attribute("aria-valuenow"), high.get_attribute("aria-valuenow")] == ["1960", "1990"]
    low.focus()
    page.page.keyboard.press("PageUp")
    page.settle()
    assert low.get_attribute("aria-valuenow") in ("1969", "1970")
    assert page.query.startswith("?zoom=19")
    low.focus()
    page.page.keyboard.press("Home")
    high.focus()
    page.page.keyboard.press("End")
    page.settle()
    assert page.query == ""
    box = page.page.locator("#brush").bounding_box()
    assert box
    page.go("?zoom=1960..1990")
    handle = high.bounding_box()
    assert handle
    y = box["y"] + box["height"] / 2
    page.page.mouse.move(handle["x"] + handle["width"] / 2, y)
    page.page.mouse.down()
    page.page.mouse.move(handle["x"] + handle["width"] / 2 + 100, y, steps=4)
    page.page.mouse.up()
    page.settle()
    assert int(high.get_attribute("aria-valuenow") or 0) > 2000
    page.page.mouse.click(box["x"] + 30, y)  # beside the brush: look there
    page.settle()
    assert int(high.get_attribute("aria-valuenow") or 0) < 1960


def by_button(visit: Visit) -> None:
    visit.click('[data-zoom="in"]')


def by_key(visit: Visit) -> None:
    visit.page.focus("#stage")
    visit.page.keyboard.press("-")


def by_brush(visit: Visit) -> None:
    handle = visit.page.locator("#brush [role=slider]").last.bounding_box()
    assert handle
    x, y = handle["x"] + handle["width"] / 2, handle["y"] + handle["height"] / 2
    visit.page.mouse.move(x, y)
    visit.page.mouse.down()
    for by in (20, 50, 90):
        visit.page.mouse.move(x + by, y, steps=3)
        visit.page.wait_for_timeout(60)
    visit.page.mouse.up()


def by_drag(visit: Visit) -> None:
    visit.page.mouse.move(700, 400)
    visit.page.mouse.down()
    visit.page.mouse.move(500, 400, steps=4)
    visit.page.mouse.up()


def by_wheel(visit: Visit) -> None:
    visit.page.mouse.move(700, 400)
    for _ in range(4):
        visit.page.mouse.wheel(0, -100)
        visit.page.wait_for_timeout(120)


@pytest.mark.parametrize("zooms", [by_button, by_key, by_brush, by_drag, by_wheel])
def test_a_zoom_is_one_step_in_the_history(visit: Open, zooms: Callable[[Visit], None]) -> None:
    page = visit(MANY)
    page.go("?zoom=1940..1960")
    steps = page.page.evaluate("history.length")
    years = "[...document.querySelectorAll('#brush [role=slider]')].map((one) => one.getAttribute('aria-valuenow'))"
    before = page.page.evaluate(years)
    zooms(page)
    page.settle()
    zoomed = page.query
    assert zoomed != "?zoom=1940..1960"
    assert min(50, steps + 1) == page.page.evaluate("history.length")
    page.page.go_back()
    page.settle()
    assert page.query == "?zoom=1940..1960"
    assert page.page.evaluate(years) == before
    page.page.go_forward()
    page.settle()
    assert page.query == zoomed


@pytest.mark.parametrize("scale", ["time", "even"])
def test_a_zoom_is_the_same_after_a_reload(visit: Open, scale: str) -> None:
    page = visit(MANY)
    page.go(f"?scale={scale}&zoom=1950..1990")
    by_drag(page)
    page.settle()
    for _ in range(3):
        page.click('[data-zoom="in"]')
    axis = "document.querySelector('#timeline .js-plotly-plot').layout.xaxis.range"
    seen = page.page.evaluate(axis)
    page.go(page.query, afresh=True)
    assert page.page.evaluate(axis) == pytest.approx(seen)
