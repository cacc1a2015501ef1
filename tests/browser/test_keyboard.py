"""Without a mouse: every control is reached by Tab, and each key does one thing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.acts import open_filters, open_help
from tests.browser.conftest import Visit
from tests.made_up import many, six

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
MANY = many(245)
SIX = six()


def tab_to(visit: Visit, selector: str, most: int = 60, key: str = "Tab") -> None:
    """Press Tab until the focus is there."""
    for _ in range(most):
        visit.page.keyboard.press(key)
        if visit.page.evaluate("(s) => document.activeElement.matches(s)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def test_a_students_journey_by_keyboard_alone(visit: Open) -> None:
    page = visit(MANY)
    page.go("", afresh=True)
    press = page.page.keyboard.press
    tab_to(page, "#words")
    page.page.keyboard.type("Khan")
    page.page.wait_for_url("**q=Khan*")
    page.settle()
    found = int(page.status.split()[0])
    assert 0 < found < 245
    tab_to(page, '[data-toggle="era=cold-war"]')
    press("Enter")
    page.settle()
    assert "era=cold-war" in page.query
    assert int(page.status.split()[0]) < found
    tab_to(page, '[data-reveals="filters"]')
    press("Space")
    tab_to(page, '[data-toggle="imp=3"]', 200)
    press("Space")
    page.settle()
    assert "imp=3" in page.query
    tab_to(page, "#years [role=slider]", 80)
    before = int(page.page.evaluate("document.activeElement.getAttribute('aria-valuenow')"))
    press("ArrowRight")
    page.settle()
    assert f"from={before + 1}" in page.query
    press("Home")
    page.settle()
    assert "from=" not in page.query
    tab_to(page, "#stage", 80)
    for _ in range(2):
        press("ArrowRight")
    page.settle()
    spoken = page.page.inner_text("#spoken")
    press("Enter")
    page.page.wait_for_selector("#card-title")
    page.settle()
    assert page.page.inner_text("#card-title") in spoken
    assert page.page.evaluate("document.activeElement.id") == "card-title"
    assert page.page.locator("#card mark.hit").count() >= 1
    tab_to(page, '#card [aria-label="Next event"]', 5, "Shift+Tab")
    title = page.page.inner_text("#card-title")
    press("Enter")
    page.page.wait_for_function(
        "(was) => document.querySelector('#card-title').textContent !== was", arg=title
    )
    page.settle()
    press("Escape")
    page.settle()
    assert page.page.locator("#card-title").count() == 0
    assert page.page.evaluate("document.activeElement.id") == "stage"
    address = page.query
    page.go(address, afresh=True)
    assert page.query == address


def test_the_chart_is_one_tab_stop_and_takes_its_keys_only_with_the_focus(visit: Open) -> None:
    page = visit(SIX)
    page.go("")
    assert page.page.locator("#stage :is(a, button, [tabindex='0'])").count() == 0
    page.page.focus("#words")
    for key in ("+", "-", "0"):
        page.page.keyboard.press(key)
    page.page.wait_for_timeout(500)
    assert "zoom" not in page.query
    page.page.fill("#words", "")
    page.settle()
    page.page.focus("#stage")
    page.page.keyboard.press("+")
    page.settle()
    assert "zoom=" in page.query
    shown = page.page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert shown == "solid"


def test_sorting_by_keys_leaves_the_focus_on_the_head(visit: Open) -> None:
    page = visit(SIX)
    page.go("?view=list", "#list tbody tr")
    page.page.focus('#list [data-sort="category"]')
    for wanted in ("-category", "category"):  # what the same head does next
        page.page.keyboard.press("Enter")
        page.settle()
        assert page.page.evaluate("document.activeElement.dataset.sort") == wanted


def test_help_opens_and_closes_by_keyboard(visit: Open) -> None:
    page = visit(SIX)
    page.go("")
    page.page.focus('[data-opens="help"]')
    page.page.keyboard.press("Enter")
    assert page.page.locator("#help").is_visible()
    page.page.keyboard.press("Escape")
    assert page.page.locator("#help").is_hidden()
    assert page.page.evaluate("document.activeElement.dataset.opens") == "help"


def test_escape_does_one_thing(visit: Open) -> None:
    page = visit(SIX)
    press, card = page.page.keyboard.press, page.page.locator("#card-title")
    page.go("?event=ev_ffffffffff")
    open_help(page)
    press("Escape")
    page.settle()
    assert page.page.locator("#help").is_hidden()
    page.page.focus("#words")
    press("Escape")
    page.settle()
    assert card.count() == 1
    for inside in ("#first-year", "#filters button"):
        open_filters(page)
        page.page.locator(inside).first.focus()
        press("Escape")
        page.settle()
        assert page.page.locator("#filters").is_hidden()
        assert page.page.evaluate("document.activeElement.dataset.reveals") == "filters"
        assert page.page.get_attribute('[data-reveals="filters"]', "aria-expanded") == "false"
        assert card.count() == 1
    press("Escape")
    page.settle()
    assert card.count() == 0
