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
