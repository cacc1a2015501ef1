"""The list: sorted by its heads, in step with the card."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.made_up import many, six

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
MANY = many(245)
SIX = six()


def test_the_list_is_sorted_by_its_heads(visit: Open) -> None:
    page = visit(SIX)
    page.go("?view=list", "#list tbody tr")
    titles = page.page.locator("#list tbody tr td:nth-child(2)")
    page.click('#list [data-sort="event"]')
    assert page.query == "?view=list&sort=event"
    dated = titles.all_inner_texts()[:-1]  # the last has no year
    assert dated == sorted(dated, key=str.casefold)
    assert page.page.get_attribute("#list th:has([data-sort='-event'])", "aria-sort") == "ascending"
    page.click('#list [data-sort="-event"]')
    assert titles.all_inner_texts()[:-1] == dated[::-1]


def test_the_card_steps_through_the_list_as_it_is_sorted(visit: Open) -> None:
    page = visit(MANY)
    page.go("?view=list&sort=-event", "#list tbody tr")
    rows = page.page.locator("#list td button")
    ids = [rows.nth(at).get_attribute("data-event") for at in range(60)]
    titles = rows.all_inner_texts()
    page.go(f"?view=list&sort=-event&event={ids[40]}", "#card-title")
    seen = """() => { const row = document.querySelector("#list tr:has([aria-current])").getBoundingClientRect();
        const list = document.querySelector("#list").getBoundingClientRect();
        return row.top >= list.top + 20 && row.bottom <= list.bottom + 1; }"""
    assert page.page.evaluate(seen)
    for at in (41, 42):
        page.click('#card [aria-label="Next event"]')
        assert (page.page.inner_text("#card-title"), page.page.inner_text(".card-place")) == (
            titles[at],
            f"{at + 1} of 245",
        )
    for _ in range(12):
        page.click('#card [aria-label="Next event"]')
    assert page.page.evaluate(seen)
    assert page.query.endswith(f"event={ids[54]}")


def test_long_dates_leave_room_for_titles(visit: Open) -> None:
    page = visit(MANY)
    page.go("?view=list&event=" + MANY.events["event_id"].iloc[0], "#list tbody tr")
    width = """(cell) => document.querySelector(cell).getBoundingClientRect().width"""
    assert page.page.evaluate(width, "#list td.when") <= 13 * 16
