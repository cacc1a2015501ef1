"""The page in a real Chromium: what a student does on it, and what must never happen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.acts import labels, open_filters
from tests.browser.conftest import Visit
from tests.browser.hostile import TITLES, hostile
from tests.made_up import many, six

pytestmark = pytest.mark.browser

MANY, SIX = many(245), six()
Open = Callable[..., Visit]


def check_labels(visit: Visit, at_least: int) -> None:
    seen = labels(visit)
    assert seen["overlaps"] == []
    assert seen["cut"] == []
    assert seen["broken"] == 0
    assert seen["drawn"] == seen["placed"] >= at_least


@pytest.mark.parametrize(("width", "height", "at_least"), [(1400, 900, 35), (390, 844, 7), (1000, 640, 8)])
def test_labels_never_overlap_and_are_never_cut(visit: Open, width: int, height: int, at_least: int) -> None:
    page = visit(MANY, width, height)
    page.go("?view=timeline")
    check_labels(page, at_least)
    page.go("?view=timeline&zoom=1990..2001")
    check_labels(page, 5)
    for key in ("+", "-", "-"):  # after each zoom they are placed anew
        page.page.focus("#stage")
        page.page.keyboard.press(key)
        page.settle()
        check_labels(page, 3)


def test_labels_are_placed_anew_after_pan_wheel_resize_and_filter(visit: Open) -> None:
    page = visit(MANY)
    page.go("?zoom=1985..2000")
    page.page.mouse.move(700, 500)
    page.page.mouse.down()
    page.page.mouse.move(450, 500, steps=4)
    page.page.mouse.up()
    page.settle()
    assert "zoom=198" in page.query
    assert "1985" not in page.query
    check_labels(page, 20)
    page.page.mouse.wheel(0, -400)
    page.page.wait_for_timeout(400)
    page.settle()
    check_labels(page, 8)
    page.page.set_viewport_size({"width": 900, "height": 700})
    page.settle()
    check_labels(page, 5)
    page.click('[data-reveals="filters"]')
    check_labels(page, 2)


def test_an_era_has_many_labels(visit: Open) -> None:
    page = visit(MANY)
    page.go("?era=partnership")
    check_labels(page, 25)


def test_filters_change_count_plot_and_address(visit: Open) -> None:
    page = visit(MANY)
    page.go()
    assert page.status == "245 of 245 events"
    before = labels(page)["marks"]
    page.click('[data-reveals="filters"]')
    page.click('[data-toggle="cat=war"]')
    assert page.query == "?cat=war"
    count = int(page.status.split()[0])
    assert 0 < count < 245
    assert 0 < labels(page)["marks"] < before
    assert page.page.get_attribute('[data-toggle="cat=war"]', "aria-pressed") == "true"
    page.click('[data-toggle="era=soviet-war"]')
    assert page.query == "?cat=war&era=soviet-war"
    assert int(page.status.split()[0]) < count
    assert "Soviet–Afghan War, 1979–1989." in page.page.inner_text("#note")
    page.page.go_back()
    page.settle()
    assert page.status == f"{count} of 245 events"
    assert page.page.get_attribute('[data-toggle="era=soviet-war"]', "aria-pressed") == "false"
    page.page.go_forward()
    page.settle()
    assert "era=soviet-war" in page.query
    page.click(".status-row [data-drop]")
    assert page.query == ""
    assert page.status == "245 of 245 events"


def test_a_link_reproduces_the_view(visit: Open) -> None:
    page = visit(MANY)
    page.go("?era=cold-war&zoom=1955-02-03..1968-04-05")
    mark = page.page.locator(".textpoint text").first.bounding_box()
    assert mark
    page.page.mouse.click(mark["x"] + 10, mark["y"] + 6)
    page.settle()
    seen = (page.status, page.page.inner_text("#card-title"), labels(page))
    page.go(page.query, afresh=True)
    assert (page.status, page.page.inner_text("#card-title"), labels(page)) == seen


def test_words_and_years_filter_as_they_are_typed(visit: Open) -> None:
    page = visit(MANY)
    page.go()
    page.page.fill("#words", "Lénin")
    page.page.wait_for_url("**q=L%C3%A9nin*")
    page.settle()
    found = int(page.status.split()[0])
    assert 0 < found < 60
    page.click('[data-reveals="filters"]')
    page.page.fill("#first-year", "1950")
    page.page.wait_for_url("**from=1950*")
    page.settle()
    assert int(page.status.split()[0]) < found
    page.page.fill("#words", "no such words")
    page.page.wait_for_selector("#empty p")
    page.settle()
    assert page.status == "0 of 245 events"
    assert page.page.locator("#timeline .xtick").count() > 2  # the axis stays
    page.click("#empty [data-drop]")
    assert page.status == "245 of 245 events"
    assert page.page.input_value("#words") == ""


@pytest.mark.parametrize(("box", "typed"), [("#words", "Khan in Kabul"), ("#first-year", "1979")])
def test_what_is_typed_stays_in_order_on_a_slow_machine(visit: Open, box: str, typed: str) -> None:
    page = visit(SIX)
    page.go()
    open_filters(page)
    slow = page.page.context.new_cdp_session(page.page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    for delay in (0, 20):
        page.page.focus(box)
        page.page.keyboard.press("Control+a")
        page.page.keyboard.type(typed, delay=delay)
        page.page.wait_for_timeout(400)
        assert page.page.input_value(box) == typed
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def test_words_count_when_the_box_is_left_for_a_filter(visit: Open) -> None:
    page = visit(MANY)
    page.go("", afresh=True)
    page.page.fill("#words", "Khan")
    page.page.click('[data-toggle="era=cold-war"]')
    page.page.wait_for_url("**era=cold-war*")
    assert "q=Khan" in page.query
    assert page.page.input_value("#words") == "Khan"


def test_a_click_on_a_mark_opens_its_card(visit: Open) -> None:
    page = visit(SIX)
    page.go()
    mark = page.page.locator("path.point").nth(0)
    mark.click(force=True)
    page.page.wait_for_selector("#card-title")
    page.settle()
    title = page.page.inner_text("#card-title")
    assert title in set(SIX.events["title"])
    assert page.page.locator("#card mark").count() >= 1
    check_labels(page, 3)
    page.page.keyboard.press("Escape")
    page.settle()
    assert page.query == ""
    assert page.page.locator("#card-title").count() == 0
    page.go("?event=ev_jjjjjjjjjj")  # a mention's id
    assert page.page.inner_text("#card-title") == "Soviet troops enter Afghanistan"
    assert page.page.locator("#card figure").count() == 2
    assert page.page.locator("#card figure b").count() == 0  # <b> of the sentence stays text


def test_what_is_copied_of_an_event_names_the_event_alone(visit: Open) -> None:
    page = visit(SIX)
    page.go("?cat=war&zoom=1970..2000&event=ev_ffffffffff")
    page.page.evaluate("navigator.clipboard.writeText = async (text) => { window.copied = text; }")
    page.click("#card .cite")
    copied = page.page.evaluate("window.copied")
    assert copied.startswith("“Soviet troops enter Afghanistan”, December 1979. Source: ")
    assert copied.endswith(f" {page.base}/?event=ev_ffffffffff")
    page.click('.actions [data-copy="link"]')
    assert page.page.evaluate("window.copied") == page.page.url


def test_list_has_the_same_events_and_opens_cards(visit: Open) -> None:
    page = visit(SIX)
    page.go()
    page.click('[data-set="view=list"]')
    rows = page.page.locator("#list tbody tr")
    assert rows.count() == 6
    assert "year not given" in rows.last.inner_text()
    rows.last.locator("button").focus()
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#card-title")
    page.settle()
    assert page.page.evaluate("document.activeElement.id") == "card-title"
    assert page.page.locator("#list [aria-current]").count() == 1
    page.page.keyboard.press("Escape")
    page.settle()
    assert page.page.evaluate("document.activeElement.dataset.event") == "ev_hhhhhhhhhh"
    assert page.query == "?view=list"


def test_on_a_phone_the_list_comes_first(visit: Open) -> None:
    page = visit(MANY, 390, 844)
    page.go("", "#list tbody tr")
    assert page.page.locator("#stage").is_hidden()
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 390
    page.click('[data-set="view=timeline"]')
    page.page.wait_for_selector(".textpoint text", state="attached")
    page.settle()
    check_labels(page, 7)
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_chart_by_keyboard(visit: Open) -> None:
    page = visit(SIX)
    page.go()
    page.page.focus("#stage")
    for key, said in (
        ("Home", "Envoy Petrov"), ("ArrowRight", "recognises"), ("End", "Taliban take Kabul"), ("ArrowLeft", "troops"),
    ):  # fmt: skip
        page.page.keyboard.press(key)
        page.settle()
        assert said in page.page.inner_text("#spoken")
    page.page.keyboard.press("Enter")
    page.page.wait_for_selector("#card-title")
    page.settle()
    assert page.page.evaluate("document.activeElement.id") == "card-title"
    page.page.keyboard.press("Escape")
    page.settle()
    assert page.page.evaluate("document.activeElement.id") == "stage"
    page.page.keyboard.press("+")
    page.settle()
    assert "zoom=" in page.query
    page.page.keyboard.press("0")
    page.settle()
    assert page.query == ""


def test_hostile_texts_are_shown_and_never_run(visit: Open) -> None:
    page = visit(hostile())
    page.go()
    page.page.locator("path.point").first.hover(force=True)
    page.page.wait_for_selector(".hoverlayer text")
    assert "strikes" in " ".join(page.page.locator(".textpoint text").all_text_contents())
    assert page.page.locator("#timeline a, #timeline image, #timeline script").count() == 0
    page.click('[data-set="view=list"]')
    for event in SIX.events["event_id"]:
        page.click(f'#list [data-event="{event}"]')
        assert page.page.inner_text("#card-title") in TITLES
        assert page.page.locator("#card a, #card figure img, #card svg").count() == 0


def test_a_shortened_label_is_whole_under_the_pointer_and_on_focus(visit: Open) -> None:
    page = visit(MANY)
    page.go("")
    cut = page.page.locator(".textpoint text", has_text="…").first
    box = cut.bounding_box()
    assert box
    page.page.mouse.move(box["x"] + 5, box["y"] + box["height"] / 2)
    page.page.wait_for_selector(".flag:not([hidden])")
    whole = page.page.inner_text(".flag")
    assert whole in set(MANY.events["title"])
    assert whole.startswith((cut.text_content() or "").partition("…")[0][:12])
    page.page.mouse.move(5, 5)
    page.page.focus("#stage")
    page.page.keyboard.press("Home")
    page.page.wait_for_selector(".flag:not([hidden])")
    assert page.page.inner_text(".flag") in set(MANY.events["title"])


def test_dark_is_dark(visit: Open) -> None:
    page = visit(SIX, scheme="dark")
    page.go()
    assert page.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(23, 24, 27)"
    assert page.page.evaluate("document.querySelector('.textpoint text').style.fill") == "rgb(236, 234, 228)"
