"""Labels, marks and crowds of the chart as they stand on the screen: nothing overlaps, nothing is cut, nothing is lost."""

from __future__ import annotations

import html
import itertools
from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.benchmarks.corpus import OWN
from tests.browser.acts import labels
from tests.browser.conftest import QUIET, Visit
from tests.made_up import many, six
from timeline.events.pipeline import build
from timeline.table import Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
SIZES = ((1400, 900), (1000, 640), (390, 844))
ZOOMS = ("", "&zoom=1975..2000", "&zoom=1988-06..1990-03")
MOST_MARKS = 1500
CHIP = '#timeline .textpoint text:text-matches("^[+][0-9]+$")'  # "+12"
MADE = {245: many(245), 1000: many(1000), 10_000: many(10_000)}


@pytest.fixture(scope="module")
def default() -> Timeline:
    """The timeline that `make run` shows."""
    return build([OWN])


def check(visit: Visit, timeline: Timeline, at_least: int = 0) -> dict[str, object]:
    seen = labels(visit)
    assert seen["overlaps"] == []
    assert seen["cut"] == []
    assert seen["broken"] == 0
    assert seen["drawn"] == seen["placed"] >= at_least
    assert seen["all"] <= MOST_MARKS * 1.05
    titles = {" ".join(title.split()) for title in timeline.events["title"]}
    for text in seen["texts"]:
        told = html.unescape(text.replace("<br>", " "))
        assert told in titles or ends_at_a_word(told, titles), told
        assert told in titles or len(told.split()) >= 3, told
    return seen


def ends_at_a_word(label: str, titles: set[str]) -> bool:
    """Whether a shortened label is the beginning of a title, up to the end of a word."""
    cut = label.removesuffix("…")
    return cut != label and any(title.startswith(cut) and not title[len(cut)].isalnum() for title in titles)


def walk(visit: Visit, timeline: Timeline, query: str) -> None:
    """Look, then drag three times."""
    visit.go(f"?view=timeline{query}", "#timeline .main-svg .point")
    check(visit, timeline)
    box = visit.page.locator("#timeline .nsewdrag").bounding_box()
    assert box
    for part in (0.3, -0.25, 0.15):
        x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 200)
        visit.page.mouse.move(x, y)
        visit.page.mouse.down()
        visit.page.mouse.move(x + part * box["width"], y, steps=3)
        visit.page.mouse.up()
        visit.settle()
        check(visit, timeline)


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize(
    "query",
    [
        ZOOMS[1],
        "&lanes=actor&zoom=1950..1990",
        "&scale=even&zoom=1950..2010",
        "&lanes=document&scale=even&zoom=1979..2001",
    ],
)
def test_labels_neither_overlap_nor_are_cut(visit: Open, width: int, height: int, query: str) -> None:
    walk(visit(MADE[245], width, height), MADE[245], query)


@pytest.mark.full
@pytest.mark.parametrize("query", ZOOMS)
@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("count", [1000, 10_000])
def test_labels_of_many_events(visit: Open, count: int, width: int, height: int, query: str) -> None:
    walk(visit(MADE[count], width, height), MADE[count], query)


@pytest.mark.full
@pytest.mark.parametrize("more", ["", "&lanes=actor&scale=even"])
@pytest.mark.parametrize("query", ZOOMS)
@pytest.mark.parametrize(("width", "height"), SIZES)
def test_labels_of_the_default_timeline(
    visit: Open, default: Timeline, width: int, height: int, query: str, more: str
) -> None:
    walk(visit(default, width, height), default, query + more)


@pytest.mark.slow
@pytest.mark.parametrize("era", ["soviet-war", "partnership", "taliban-contacts"])
def test_an_era_of_the_default_timeline_has_many_labels(visit: Open, default: Timeline, era: str) -> None:
    page = visit(default)
    page.go(f"?era={era}")
    check(page, default, 25)


@pytest.mark.slow
def test_the_default_timeline_fits_a_larger_text(visit: Open, default: Timeline) -> None:
    page = visit(default)
    page.go("?era=soviet-war")
    page.page.add_style_tag(content="html { font-size: 200% }")
    page.page.set_viewport_size({"width": 1401, "height": 900})
    page.settle()
    seen = check(page, default, 6)
    size = page.page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.textpoint text')).fontSize)"
    )
    assert size == 26
    assert page.page.evaluate("document.documentElement.scrollWidth") <= 1401
    assert seen["drawn"]
    page.go("?era=soviet-war", afresh=True)


def test_a_crowd_zooms_in_when_clicked(visit: Open) -> None:
    page = visit(MADE[1000])
    page.go()
    before = check(page, MADE[1000])
    assert before["crowds"] > 20
    chip = page.page.locator(CHIP).nth(int(before["crowds"]) // 2)
    count = int((chip.text_content() or "").removeprefix("+"))
    box = chip.bounding_box()
    assert box
    page.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.settle()
    assert "zoom=" in page.query
    first, last = (end[:4] for end in page.query.partition("zoom=")[2].split(".."))
    assert 0 <= int(last) - int(first) < 40
    assert count > 1
    check(page, MADE[1000], 5)


def test_more_than_can_be_drawn_is_a_density_that_leads_to_marks(visit: Open) -> None:
    page = visit(MADE[10_000])
    page.go()
    seen = check(page, MADE[10_000], 20)
    assert seen["dense"] == 9
    assert seen["crowds"] == 0
    box = page.page.locator("#timeline .nsewdrag").bounding_box()
    assert box
    page.go("?zoom=2001-03..2001-09")
    seen = check(page, MADE[10_000], 12)
    assert seen["dense"] == 0


def test_every_event_in_sight_is_drawn_or_counted(visit: Open) -> None:
    page = visit(MADE[245])
    page.go()
    told = page.page.evaluate(
        """() => {
            const gd = document.querySelector("#timeline .js-plotly-plot"), ids = new Set();
            for (const trace of gd.data) for (const datum of trace.customdata || []) ids.add(datum[0]);
            const crowds = gd.data.find((trace) => trace.name === "counts").text.map((text) => Number(text.slice(1)));
            return ids.size + crowds.reduce((sum, count) => sum + count, 0);
        }"""
    )
    assert told == 245


def test_equal_distance_on_the_even_scale(visit: Open) -> None:
    page = visit(six())
    page.go("?scale=even")
    places = page.page.evaluate(
        """() => {
            const at = {};
            for (const trace of document.querySelector("#timeline .js-plotly-plot").data) {
                (trace.customdata || []).forEach(([id], i) => {
                    at[id] = Math.min(at[id] ?? Infinity, (trace.base || trace.x)[i]);
                });
            }
            return Object.values(at).sort((a, b) => a - b);
        }"""
    )
    assert [round(b - a, 6) for a, b in itertools.pairwise(places)] == [1, 1, 1, 1]
    years = page.page.locator("#timeline .xtick text").all_text_contents()
    assert years == sorted(years)
    assert len(years) >= 3
    assert all(year.isdigit() for year in years)


def spot_of(page: Page, selector: str) -> tuple[float, float]:
    """Its middle, on the screen."""
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@pytest.mark.parametrize(
    ("selector", "key"),
    [
        ("#timeline .textpoint text", "event="),
        (CHIP, "zoom="),
        ("#timeline .points path.point", "event="),
    ],
)
def test_a_finger_opens_labels_and_crowds(
    watched: Callable[..., Page], serve: Callable[[Timeline], str], selector: str, key: str
) -> None:
    page = watched(serve(MADE[245]) + "/?view=timeline", 390, 844, has_touch=True, is_mobile=True)
    page.wait_for_selector(selector, state="attached")
    page.evaluate(QUIET)
    page.touchscreen.tap(*spot_of(page, selector))
    page.wait_for_url(f"**{key}*")


def test_deep_in_the_years_the_axis_is_whole_and_the_first_event_has_its_label(visit: Open) -> None:
    page = visit(six())
    for query in ("?zoom=1979-12-16..1979-12-28", "?zoom=2021-08-03..2021-08-15", "?zoom=1979-11..1980-04"):
        page.go(query)
        seen = check(page, six(), 1)
        assert {"Soviet troops enter Afghanistan", "Taliban take Kabul"} & set(seen["texts"])  # type: ignore[call-overload]
        ticks = page.page.locator("#timeline .xtick text").all_text_contents()
        assert any(tick.endswith(("1979", "2021")) for tick in ticks)


def test_a_title_at_the_end_takes_the_room_before_its_bar(visit: Open) -> None:
    made = six()
    title = "Soviet engineers with thousands of Afghan workers build roads, dams and a long tunnel through the mountains"
    titles = made.events["title"].where(made.events["event_id"] != "ev_dddddddddd", title)
    timeline = Timeline(made.events.assign(title=titles), made.mentions, made.documents, made.hidden)
    page = visit(timeline)
    page.go("?zoom=1840..1952")
    assert title in check(page, timeline, 1)["texts"]  # type: ignore[operator]


def test_a_ring_goes_around_a_bar_and_leaves_its_title_free(visit: Open) -> None:
    page = visit(six())
    page.go()
    page.page.focus("#stage")
    for key in ("Home", "ArrowRight", "ArrowRight"):
        page.page.keyboard.press(key)
    page.settle()
    ring = page.page.locator("#stage .ring").bounding_box()
    bar = page.page.locator("#timeline .barlayer .point path").first.bounding_box()
    title = page.page.locator(".textpoint text", has_text="Soviet engineers").bounding_box()
    assert ring
    assert bar
    assert title
    assert bar["width"] <= ring["width"] <= 1400 / 3
    assert ring["height"] < 24
    assert ring["y"] > title["y"] + title["height"] * 0.6


def fingers(page: Page, *paths: tuple[tuple[float, float], tuple[float, float]]) -> None:
    """Each finger from one place to another, all at the same time."""
    sends = page.context.new_cdp_session(page)
    for part in range(11):
        points = [
            {"x": x0 + (x1 - x0) * part / 10, "y": y0 + (y1 - y0) * part / 10, "id": at}
            for at, ((x0, y0), (x1, y1)) in enumerate(paths)
        ]
        kind = "touchMove" if part else "touchStart"
        sends.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(30)
    sends.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.evaluate(QUIET)


def test_fingers_move_zoom_and_scroll(watched: Callable[..., Page], serve: Callable[[Timeline], str]) -> None:
    page = watched(
        serve(MADE[245]) + "/?view=timeline&zoom=1950..1990", 390, 700, has_touch=True, is_mobile=True
    )
    page.wait_for_selector("#timeline .textpoint text", state="attached")
    page.evaluate(QUIET)

    def stretch() -> tuple[int, int]:
        first, last = page.url.partition("zoom=")[2].partition("&")[0].split("..")
        return int(first[:4]), int(last[:4])

    fingers(page, ((150, 480), (50, 480)), ((220, 480), (330, 480)))
    first, last = stretch()
    assert 1955 < first < last < 1985
    assert 8 < last - first < 14  # 70 pixels became 280
    fingers(page, ((80, 480), (300, 480)))
    assert stretch()[0] < first - 4
    assert abs(stretch()[1] - stretch()[0] - (last - first)) <= 1
    before = page.url
    fingers(page, ((200, 560), (200, 300)))
    assert page.evaluate("scrollY") > 50
    assert page.url == before
    page.go_back()
    page.go_back()
    page.wait_for_url("**zoom=1950..1990*")
