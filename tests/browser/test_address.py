"""The address and the buttons say the same; nonsense in it is not shown."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.made_up import many, six

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
MANY = many(245)
SIX = six()


def test_lanes_and_scale_are_buttons_and_in_the_address(visit: Open) -> None:
    page = visit(MANY)
    page.go("")
    page.click('[data-set="lanes=actor"]')
    assert page.query == "?lanes=actor"
    assert page.page.get_attribute('[data-set="lanes=actor"]', "aria-pressed") == "true"
    assert page.page.get_attribute('[data-set="lanes="]', "aria-pressed") == "false"
    assert page.page.locator(".key.kinds").is_visible()
    names = page.page.locator("#timeline .annotation text").all_text_contents()
    assert "Others" in names
    page.click('[data-set="scale=even"]')
    assert page.query == "?lanes=actor&scale=even"
    page.click('[data-set="lanes="]')
    page.click('[data-set="scale="]')
    assert page.query == ""
    assert page.page.locator(".key.kinds").is_hidden()


@pytest.mark.parametrize(
    ("query", "badge", "box", "filtered"),
    [
        ("?from=abc&to=-4&cat=zz", "", "", False), ("?q=+&era=stone-age&view=list", "", "", False),
        ("?from=1900&to=x&cat=zz&cat=war", "2", "1900", True), ("?review=true", "1", "", True),
    ],
)  # fmt: skip
def test_nonsense_in_the_address_is_not_shown(
    visit: Open, query: str, badge: str, box: str, filtered: bool
) -> None:
    page = visit(SIX)
    page.go(query, "#status:not(:empty)", afresh=True)
    assert (page.page.get_attribute(".more", "data-count") or "") == badge
    assert page.page.input_value("#first-year") == box
    assert page.page.input_value("#last-year") == ""
    assert page.page.locator(".status-row [data-drop]").is_visible() == filtered
    assert page.query == query  # nor is it a step in the history
    page.go("", "#status:not(:empty)")


def test_what_is_ignored_in_the_address_is_said_in_one_line(visit: Open) -> None:
    page = visit(SIX)
    line = page.page.locator("#ignored")
    query = "?era=xyz&cat=war&lanes=foo&scale=bar&event=ev_nothing&pick=nope&pick=ev_jjjjjjjjjj"
    page.go(query, "#status:not(:empty)", afresh=True)
    assert line.inner_text() == (
        "Era “xyz”, event “ev_nothing” and pick “nope” are not in this timeline; lanes “foo” and scale “bar” mean nothing here: ignored."
    )
    assert line.get_attribute("role") == "status"
    assert page.status == "1 of 6 events"
    assert page.page.get_attribute("[data-present]", "data-count") == "1"  # the picks that there are
    page.click('[data-set="lanes=actor"]')
    page.click('[data-toggle="era=soviet-war"]')
    page.page.focus("#stage")
    for key in ("Home", "Enter"):
        page.page.keyboard.press(key)
    page.page.wait_for_selector("#card-title")
    page.settle()
    assert (
        line.inner_text() == "Pick “nope” is not in this timeline; scale “bar” means nothing here: ignored."
    )
    page.click("#card .pick")  # the one that was picked by a mention's id
    assert "pick" not in page.query
    assert (page.page.get_attribute("[data-present]", "data-count") or "") == ""
    page.go("?era=soviet-war", "#status:not(:empty)")
    assert line.is_hidden()
