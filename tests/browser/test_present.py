"""A lesson in a real Chromium: by a clicker's keys alone, and as the back row sees it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations
from tests.browser.conftest import Visit
from tests.made_up import six
from timeline.table import Timeline

pytestmark = pytest.mark.browser

SIX = six()
MEASURE = (Path(__file__).parent / "lesson.js").read_text(encoding="utf-8")
Watched = Callable[..., Page]
Serve = Callable[[Timeline], str]


def slide(page: Page) -> tuple[str, str, str]:
    """Date, title and count, as they stand on the slide."""
    return tuple(page.inner_text(f"#present .{part}") for part in ("when", "what", "count"))  # type: ignore[return-value]


def check(page: Page) -> dict[str, Any]:
    """No text is too small, too faint, cut or under another."""
    seen: dict[str, Any] = page.evaluate(MEASURE)
    assert seen["overlaps"] == []
    assert seen["cut"] == []
    assert seen["headline"] >= 48
    assert seen["smallest"] >= 28
    assert seen["contrast"] >= 7
    assert seen["labels"] <= 12
    return seen


def press(page: Page, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def test_the_teachers_journey_by_clicker_keys_alone(watched: Watched, serve: Serve) -> None:
    page = watched(serve(SIX) + "/present?from=1800&to=2030")
    assert slide(page) == ("about 1839", "Envoy Petrov reaches the northern court", "1 of 5")
    press(page, "PageUp", "PageDown", "PageDown", "PageDown")
    assert slide(page) == ("December 1979", "Soviet troops enter Afghanistan", "4 of 5")
    assert page.url.endswith("/present?from=1800&to=2030&step=4")
    press(page, "PageUp")
    assert slide(page)[2] == "3 of 5"
    press(page, "b")  # blank, and the next key only brings it back
    assert page.locator("#present[data-blank]").count() == 1
    press(page, "PageDown")
    assert page.locator("#present[data-blank]").count() == 0
    assert slide(page)[2] == "3 of 5"
    press(page, ".", ".")
    assert page.locator("#present[data-blank]").count() == 0
    press(page, "End")
    assert slide(page) == ("15 August 2021", "Taliban take Kabul", "5 of 5")
    press(page, "PageDown")
    assert page.inner_text("#present .what") == "The end"
    press(page, "PageDown", "PageDown")  # there is nothing beyond
    assert page.inner_text("#present .what") == "The end"
    press(page, "PageUp")
    assert slide(page)[2] == "5 of 5"
    press(page, "Home", "ArrowRight", " ", "ArrowLeft")
    assert slide(page)[2] == "2 of 5"
    page.reload()  # the step is in the address
    assert slide(page)[2] == "2 of 5"
    press(page, "Escape")
    page.wait_for_selector("#timeline .textpoint text", state="attached")
    assert page.evaluate("location.pathname + location.search") == "/?from=1800&to=2030&step=2"
    assert page.inner_text("#status").startswith("5 of 6")
    page.click("[data-present]")
    assert slide(page)[2] == "2 of 5"


def test_a_lesson_leads_back_to_the_list_it_came_from(watched: Watched, serve: Serve) -> None:
    page = watched(serve(SIX) + "/?view=list&sort=event")
    page.click("[data-present]")
    assert slide(page)[2] == "1 of 6"
    press(page, "PageDown", "Escape")
    page.wait_for_selector("#list tbody tr")
    assert page.evaluate("location.pathname + location.search") == "/?view=list&sort=event&step=2"


def test_f5_of_a_clicker_does_not_load_the_page_anew(watched: Watched, serve: Serve) -> None:
    page = watched(serve(SIX) + "/present?step=3")
    goes_on = """(key) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }))"""
    assert page.evaluate(goes_on, "F5") is False
    assert page.evaluate(goes_on, "F6") is True
    assert slide(page)[2] == "3 of 6"


HIDDEN = [
    ("dates", ("When?", "Soviet troops enter Afghanistan"), "December 1979"),
    ("titles", ("December 1979", "What happened?"), "Soviet troops enter"),
    ("places", ("December 1979", "Soviet troops enter Afghanistan"), "Kabul"),
]


@pytest.mark.parametrize(("hide", "asked", "secret"), HIDDEN)
def test_what_is_hidden_shows_at_the_next_key(
    watched: Watched, serve: Serve, hide: str, asked: tuple[str, str], secret: str
) -> None:
    page = watched(f"{serve(SIX)}/present?step=4&hide={hide}")
    assert slide(page)[:2] == asked
    assert secret not in " ".join(check(page)["texts"])
    press(page, "PageDown")
    assert slide(page) == ("December 1979", "Soviet troops enter Afghanistan", "4 of 6")
    seen = " ".join(check(page)["texts"])
    assert secret in seen
    assert ("Taliban take" in seen) == (hide == "places")  # nor what comes next
    press(page, "PageDown")
    assert slide(page)[2] == "5 of 6"
    press(page, "PageUp")  # seen already
    assert slide(page)[1] == "Soviet troops enter Afghanistan"
    assert f"hide={hide}" in page.url


def test_several_things_are_hidden_from_the_panel_by_keys_and_by_mouse(
    watched: Watched, serve: Serve
) -> None:
    page = watched(serve(SIX) + "/present?step=4")
    press(page, "h", "Enter", "Tab", "Tab", "Enter", "h")
    assert "hide=dates&hide=places" in page.url
    assert page.inner_text("#present .when") == "When?"
    page.click('[data-does="panel"]')
    assert page.get_attribute('[data-hide="places"]', "aria-pressed") == "true"
    page.click('[data-hide="dates"]')
    page.click('[data-hide="places"]')
    press(page, "Escape")  # closes the panel, not the lesson
    assert page.url.endswith("/present?step=4")
    assert page.inner_text("#present .when") == "December 1979"


def test_order_these(watched: Watched, serve: Serve) -> None:
    page = watched(serve(SIX) + "/present?hide=order")
    rows = page.locator("#present .round li")
    asked = rows.all_inner_texts()
    assert len(asked) == 5  # the sixth has no year
    assert "19" not in " ".join(asked)
    check(page)
    page.reload()
    assert rows.all_inner_texts() == asked
    press(page, "PageDown")
    told = rows.all_inner_texts()
    assert [row.split("\n")[-1].split(" ")[0] for row in told] == [
        "about",
        "1919",
        "1950–1973",
        "December",
        "15",
    ]
    assert sorted(row.split("\n")[0] for row in told) == ["A", "B", "C", "D", "E"]
    check(page)
    press(page, "PageDown")
    assert page.inner_text("#present .what") == "The end"


def test_every_slide_of_the_default_timeline_as_the_back_row_sees_it(
    watched: Watched, serve: Serve, default_timeline: Timeline
) -> None:
    page = watched(serve(default_timeline) + "/present")
    count = len(default_timeline.events)
    labels = []
    for number in range(1, count + 1):
        seen = check(page)
        assert f"{number} of {count}" in seen["texts"]
        labels.append(seen["labels"])
        press(page, "PageDown")
    assert page.inner_text("#present .what") == "The end"
    check(page)
    assert sum(labels) / count > 6  # neighbours and years, where there is room


@pytest.mark.parametrize("hide", ["hide=dates&hide=places", "hide=titles", "hide=order"])
def test_hidden_slides_of_the_default_timeline(
    watched: Watched, serve: Serve, default_timeline: Timeline, hide: str
) -> None:
    page = watched(f"{serve(default_timeline)}/present?era=soviet-war&{hide}")
    for _ in range(24):
        check(page)
        press(page, "PageDown")


def test_the_longest_texts_fit(watched: Watched, serve: Serve) -> None:
    made = six()
    title, sentence = "Ambassador " * 60, "The commission on the affairs of the frontier " * 40
    long = Timeline(
        made.events.assign(title=title, sentence=sentence, place="Llanfairpwllgwyngyll " * 6),
        made.mentions.assign(citations="Records of the commission, volume twelve; " * 20),
        made.documents,
        made.hidden,
    )
    page = watched(serve(long) + "/present?step=4")
    for hide in ((), ("h", "Enter", "Escape")):
        press(page, *hide)
        seen = check(page)
        assert page.inner_text("#present .what").endswith("Ambassador…")
        assert any(text.endswith("…") and text.startswith("The commission") for text in seen["texts"])


def test_nothing_to_show_says_so(watched: Watched, serve: Serve) -> None:
    page = watched(serve(SIX) + "/present?q=zzz")
    check(page)
    assert "No event meets this selection" in page.inner_text("#present")
    press(page, "PageDown", "PageUp", "End", "Home", "b", "b")
    assert "No event meets this selection" in page.inner_text("#present")


def test_a_lesson_on_other_screens(watched: Watched, serve: Serve, default_timeline: Timeline) -> None:
    page = watched(serve(default_timeline) + "/present?step=100")
    for width, height in ((1366, 768), (1024, 768), (3840, 2160), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_timeout(100)
        seen = page.evaluate(MEASURE)
        assert (seen["overlaps"], seen["cut"]) == ([], []), (width, height)
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_events_picked_one_by_one(visit: Callable[..., Visit]) -> None:
    page = visit(SIX)
    page.go("?event=ev_gggggggggg&view=list", "#card .pick", afresh=True)
    page.click("#card .pick")
    assert page.page.get_attribute("#card .pick", "aria-pressed") == "true"
    page.click('#list [data-event="ev_bbbbbbbbbb"]')
    page.click("#card .pick")
    assert page.page.get_attribute("[data-present]", "data-count") == "2"
    page.page.click("[data-present]")
    page.page.wait_for_selector("#present")
    assert slide(page.page) == ("about 1839", "Envoy Petrov reaches the northern court", "1 of 2")
    assert page.page.inner_text("#present .heading") == "2 events picked"
    press(page.page, "h")
    page.page.click('[data-does="all"]')
    page.page.wait_for_url(lambda url: "pick" not in url)
    assert slide(page.page)[2] == "1 of 6"


def test_a_lesson_begins_at_the_open_card(visit: Callable[..., Visit]) -> None:
    page = visit(SIX)
    page.go("?event=ev_ffffffffff", "#card-title", afresh=True)
    page.page.click("[data-present]")
    page.page.wait_for_selector("#present")
    assert slide(page.page)[2] == "4 of 6"


@pytest.mark.parametrize("path", ["present?step=4", "present?step=4&hide=dates", "present?hide=order", "present?step=7",
                                  "handout", "handout?hide=dates", "handout?hide=order"])  # fmt: skip
def test_no_violations_of_wcag(watched: Watched, serve: Serve, path: str) -> None:
    page = watched(f"{serve(SIX)}/{path}")
    assert violations(page) == []
    if path.startswith("present"):
        press(page, "h")
        assert violations(page) == []


def test_the_handout_in_print(watched: Watched, serve: Serve, default_timeline: Timeline) -> None:
    page = watched(
        serve(default_timeline) + "/handout?era=soviet-war&hide=places", 680, 960, java_script_enabled=False
    )
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden()
    assert page.locator("h2:text-is('Answers')").is_visible()
    assert page.locator("tbody tr").count() == 2 * page.locator("main > table tbody tr").count() > 80
    pages = page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n")
    assert 6 <= pages <= 30
    assert page.evaluate("document.documentElement.scrollWidth") <= 680  # 180 mm
    points = page.evaluate(
        """() => [...document.querySelectorAll("main *")].filter((n) => [...n.childNodes].some((c) => c.nodeType === 3 && c.data.trim()))
            .map((n) => parseFloat(getComputedStyle(n).fontSize) * (n.closest("svg") ? n.getScreenCTM().a : 1) * 0.75)"""
    )
    assert min(points) >= 7.5
    assert page.evaluate("getComputedStyle(document.querySelector('.answers')).breakBefore") == "page"
