"""Reading the timeline: without a mouse, with a screen reader's rules, in the dark, on paper and on a small screen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.conftest import Visit
from tests.made_up import many, six
from timeline.table import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
MANY, SIX = many(245), six()
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


def open_filters(visit: Visit) -> None:
    visit.click('[data-reveals="filters"]')


def open_help(visit: Visit) -> None:
    visit.click('[data-opens="help"]')


def nothing(visit: Visit) -> None:
    pass


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("query", "width", "height", "does"),
    [
        ("", 1400, 900, nothing), ("", 1400, 900, open_filters), ("", 1400, 900, open_help),
        ("?event=ev_ffffffffff&q=Soviet", 1400, 900, nothing), ("?view=list&q=Soviet&sort=-event", 1400, 900, nothing),
        ("?lanes=actor&scale=even", 1400, 900, nothing), ("?q=nothing+of+the+kind", 1400, 900, nothing),
        ("?view=list", 390, 844, nothing), ("?view=timeline&event=ev_ffffffffff", 390, 844, nothing),
    ],
)  # fmt: skip
def test_axe_finds_nothing(
    visit: Open, scheme: str, query: str, width: int, height: int, does: Callable[[Visit], None]
) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="axe-playwright-python is not installed"
    )
    page = visit(SIX, width, height, scheme)
    page.go(query, "#status:not(:empty)", afresh=True)
    does(page)
    found = axe.Axe().run(page.page, options={"runOnly": {"type": "tag", "values": WCAG}})
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
    page.go("", "#status:not(:empty)", afresh=True)


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


def test_sorting_by_keys_leaves_the_focus_on_the_head(visit: Open) -> None:
    page = visit(SIX)
    page.go("?view=list", "#list tbody tr")
    page.page.focus('#list [data-sort="category"]')
    for wanted in ("-category", "category"):  # what the same head does next
        page.page.keyboard.press("Enter")
        page.settle()
        assert page.page.evaluate("document.activeElement.dataset.sort") == wanted


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


def test_long_dates_leave_room_for_titles(visit: Open) -> None:
    page = visit(MANY)
    page.go("?view=list&event=" + MANY.events["event_id"].iloc[0], "#list tbody tr")
    width = """(cell) => document.querySelector(cell).getBoundingClientRect().width"""
    assert page.page.evaluate(width, "#list td.when") <= 13 * 16


def test_help_opens_and_closes_by_keyboard(visit: Open) -> None:
    page = visit(SIX)
    page.go("")
    page.page.focus('[data-opens="help"]')
    page.page.keyboard.press("Enter")
    assert page.page.locator("#help").is_visible()
    page.page.keyboard.press("Escape")
    assert page.page.locator("#help").is_hidden()
    assert page.page.evaluate("document.activeElement.dataset.opens") == "help"


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


OUTSIDE = """(selectors) => selectors.filter((selector) => [...document.querySelectorAll(selector)].some((node) => {
    const { left, right, width } = node.getBoundingClientRect();
    return width && (left < 0 || right > innerWidth || node.scrollWidth > node.clientWidth + 1 && node.clientWidth);
}))"""
CUT = """(selectors) => selectors.filter((selector) => [...document.querySelectorAll(selector)].some(
    (node) => node.scrollHeight > node.clientHeight + 1))"""


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


CARD = "?view=timeline&era=soviet-war&event=ev_ffffffffff"


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
