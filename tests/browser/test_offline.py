"""The one file from a USB stick, network off; and what the page's Download menu gives."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations
from tests.browser.acts import LABELS
from tests.browser.conftest import Visit
from tests.browser.hostile import TITLES, hostile
from tests.made_up import six
from timeline.app.address import View
from timeline.app.offline import offline
from timeline.table import Timeline
from timeline.topic import load

pytestmark = pytest.mark.browser

SIX = six()
Open = Callable[..., Page]


@pytest.fixture
def stick(watched: Open, tmp_path: Path) -> Open:
    """Give it a timeline and it opens its file, whose name is one that needs quoting."""

    def open_file(timeline: Timeline, width: int = 1400, height: int = 900, **more: str) -> Page:
        place = tmp_path / "my timeline #1.html"
        content = offline(View(), timeline, load())
        assert len(content) <= 6_000_000
        place.write_bytes(content)
        page = watched(place.as_uri(), width, height, **more)
        page.wait_for_selector("#timeline .textpoint text, body[data-view=list]", state="attached")
        quiet(page)
        return page

    return open_file


def quiet(page: Page) -> None:
    page.wait_for_timeout(350)


def click(page: Page, selector: str) -> None:
    page.click(selector)
    quiet(page)


def years(page: Page) -> list[int]:
    """The first and the last year in sight."""
    ends: list[int] = page.evaluate(
        """() => document.querySelector("#timeline .js-plotly-plot").layout.xaxis.range.map((end) => new Date(end).getUTCFullYear())"""
    )
    return ends


def test_the_default_timeline_from_a_stick(stick: Open, default_timeline: Timeline) -> None:
    page = stick(default_timeline)
    count = len(default_timeline.events)
    assert page.inner_text("#status") == f"{count} events"
    seen = page.evaluate(LABELS)
    assert (seen["overlaps"], seen["cut"]) == ([], [])
    assert seen["drawn"] == seen["placed"] > 20
    whole = years(page)
    click(page, '[data-toggle="era=soviet-war"]')  # an era's button zooms
    assert years(page)[0] in (1978, 1979)
    assert years(page) != whole
    assert page.inner_text("#note").startswith("Soviet–Afghan War, 1979–1989.")
    click(page, '[data-zoom="in"]')
    assert years(page)[1] - years(page)[0] <= 6
    click(page, '[data-zoom="all"]')
    assert years(page)[0] in (1978, 1979)
    click(page, ".status-row [data-drop]")
    assert years(page) == whole
    marks = page.locator("#timeline .points path.point").count()
    click(page, ".legend .traces:has-text('Diplomacy') .legendtoggle")  # Plotly's own legend
    assert page.locator("#timeline .points path.point").count() < marks
    seen = page.evaluate(LABELS)
    assert (seen["overlaps"], seen["cut"]) == ([], [])
    page.wait_for_timeout(400)  # two clicks in quick succession mean something else
    click(page, ".legend .traces:has-text('Diplomacy') .legendtoggle")
    assert page.locator("#timeline .points path.point").count() == marks


def test_cards_and_list_from_a_stick(stick: Open) -> None:
    page = stick(SIX)
    mark = page.locator(".textpoint text", has_text="Taliban").bounding_box()
    assert mark
    page.mouse.click(mark["x"] + 10, mark["y"] + 6)
    quiet(page)
    assert page.inner_text("#card-title") == "Taliban take Kabul"
    assert page.locator("#card mark").inner_text() == "On 15 August"
    click(page, '#card [aria-label="Previous event"]')
    assert page.inner_text("#card-title") == "Soviet troops enter Afghanistan"
    assert page.locator("#card figure").count() == 2
    page.go_back()
    page.reload()
    quiet(page)
    page.keyboard.press("Escape")
    quiet(page)
    assert page.locator("#card-title").count() == 0
    page.focus("#stage")
    for key in ("Home", "ArrowRight", "Enter"):
        page.keyboard.press(key)
        quiet(page)
    assert page.inner_text("#card-title") == "Soviet Russia recognises Afghan independence"
    assert page.evaluate("document.activeElement.id") == "card-title"
    assert page.locator("[id=card-title]").count() == 1
    click(page, '[data-set="view=list"]')
    assert page.locator("#list details[data-entry]").count() == 6
    assert "year not given" in page.locator("#list > details > summary").last.inner_text()
    # The browser's own find opens a card that is shut.
    assert page.evaluate("window.find('at night')") is True
    page.locator('[data-entry="ev_ffffffffff"] > summary').click()
    assert "at night" in page.inner_text('[data-entry="ev_ffffffffff"]')
    click(page, '[data-toggle="era=great-game"]')
    assert page.locator("#list > details:visible").count() == 1
    assert page.inner_text("#status") == "1 of 6 events"


def test_a_lesson_from_a_stick(stick: Open) -> None:
    page = stick(SIX)
    click(page, "[data-present]")
    assert page.inner_text("#present .count") == "1 of 6"
    for key in ("PageDown", "h", "Enter", "Escape"):
        page.keyboard.press(key)
    assert page.inner_text("#present .when") == "When?"
    page.keyboard.press("PageDown")
    assert page.inner_text("#present .when") == "1919"
    page.keyboard.press("Tab")  # what lies under it cannot be reached
    assert page.evaluate("document.getElementById('present').contains(document.activeElement)")
    page.reload()
    quiet(page)
    assert page.inner_text("#present .count") == "2 of 6"
    page.keyboard.press("Escape")
    quiet(page)
    assert page.locator("#present").is_hidden()
    assert page.inner_text("#status") == "6 events"
    assert page.locator("#timeline .textpoint text").count() == 5
    page.go_back()
    quiet(page)
    assert page.inner_text("#present .count") == "2 of 6"


def test_a_lesson_from_a_stick_leads_back_to_the_list(stick: Open) -> None:
    page = stick(SIX)
    click(page, '[data-set="view=list"]')
    click(page, "[data-present]")
    page.reload()
    quiet(page)
    page.keyboard.press("Escape")
    quiet(page)
    assert page.locator("#list details[data-entry]").first.is_visible()
    assert page.evaluate("new URLSearchParams(location.search).get('view')") == "list"


def test_nonsense_in_the_address_of_the_file_is_not_shown(stick: Open) -> None:
    page = stick(SIX)
    page.goto(page.url + "?era=stone-age&from=abc")
    quiet(page)
    assert page.inner_text("#status") == "6 events"
    assert page.locator(".status-row [data-drop]").is_hidden()
    assert page.inner_text("#ignored") == "Era “stone-age” is not in this timeline: ignored."
    click(page, '[data-toggle="era=soviet-war"]')
    assert page.locator("#ignored").is_hidden()
    assert page.locator(".status-row [data-drop]").is_visible()


def test_hostile_texts_never_run_from_a_stick(stick: Open) -> None:
    page = stick(hostile())
    page.locator("path.point").first.hover(force=True)
    assert "strikes" in " ".join(page.locator(".textpoint text").all_text_contents())
    assert page.locator("#timeline a, #timeline image, #timeline script").count() == 0
    click(page, '[data-set="view=list"]')
    for number in range(6):
        page.locator("#list > details > summary").nth(number).click()
    click(page, '[data-set="view=timeline"]')
    page.focus("#stage")
    for key in ("Home", "Enter", "ArrowRight"):
        page.keyboard.press(key)
        quiet(page)
    assert page.inner_text("#card-title") in TITLES
    click(page, "[data-present]")
    for _ in range(7):
        page.keyboard.press("PageDown")
        assert page.locator("#present img, #present script, #present a").count() == 0
    assert page.inner_text("#present .what") == "The end"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violations_of_wcag_from_a_stick(stick: Open, scheme: str) -> None:
    page = stick(SIX, color_scheme=scheme)
    click(page, '[data-toggle="era=soviet-war"]')
    page.focus("#stage")
    page.keyboard.press("Home")
    page.keyboard.press("Enter")
    quiet(page)
    assert violations(page) == []
    click(page, '[data-set="view=list"]')
    page.locator("#list > details:visible > summary").first.click()
    assert violations(page) == []
    click(page, "[data-present]")
    assert violations(page) == []


def test_a_phone_gets_the_list_first_from_a_stick(stick: Open) -> None:
    page = stick(SIX, 390, 844)
    assert page.locator("#list").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


# The page's menu


def test_the_menu_gives_pictures_and_files_of_the_selection(
    visit: Callable[..., Visit], tmp_path: Path
) -> None:
    one = visit(SIX)
    one.go("?cat=war&cat=politics", afresh=True)
    page = one.page
    for words, name in (
        ("PNG", "timeline.png"),
        ("SVG", "timeline.svg"),
        ("CSV", "events.csv"),
        ("HTML", "timeline.html"),
    ):
        page.click("details.take summary")
        with page.expect_download() as download:
            page.click(f"details.take .menu > :text('{words}')")
        assert download.value.suggested_filename == name
        download.value.save_as(tmp_path / name)
        page.wait_for_selector("details.take:not([open])")
    width, height = (
        int.from_bytes((tmp_path / "timeline.png").read_bytes()[at : at + 4], "big") for at in (16, 20)
    )
    assert width > 2400
    assert height > 1000
    svg = (tmp_path / "timeline.svg").read_text(encoding="utf-8")
    assert "Taliban take Kabul" in svg
    assert "Afghanistan–Russia relations" in svg
    assert re.search(r"War · Politics · 2 of 6 events", svg)
    assert "Envoy Petrov" not in svg
    picture = page.context.new_page()
    picture.set_viewport_size({"width": 1400, "height": 1000})
    picture.goto((tmp_path / "timeline.svg").as_uri())
    edges = picture.evaluate(
        """() => [...document.querySelectorAll("text")].map((text) => text.getBoundingClientRect()).filter((box) => box.width)
            .map((box) => [box.left, box.top, innerWidth - box.right, document.documentElement.clientHeight - box.top])"""
    )
    assert min(edge for box in edges for edge in box) >= 0  # nothing is cut
    picture.close()
    assert len((tmp_path / "events.csv").read_text(encoding="utf-8-sig").splitlines()) == 3
    assert "ev_bbbbbbbbbb" not in (tmp_path / "timeline.html").read_text(encoding="utf-8")
    page.click("details.take summary")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.textContent") == "Download"
    assert page.locator("details.take[open]").count() == 0
    page.click("details.take summary")
    page.click("details.take .menu > :text('Handout')")
    page.wait_for_url("**/handout?cat=war&cat=politics")
    assert page.locator("tbody tr").count() == 2
