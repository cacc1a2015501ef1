"""The page in Chromium: how soon it is there, what it weighs, and how soon it answers a filter, a zoom, a step."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Page, Playwright, sync_playwright

from tests.benchmarks.chromium import new_profile
from tests.benchmarks.served import default, made_up, served
from tests.benchmarks.table import Row

TITLE = "Page, in Chromium at 1400 × 900"
PROFILES = 3
# Chromium keeps the scripts from the first visit, and from the second also what it compiled them to.
VISITS = ("cold (first visit)", "second visit", "warm (third visit)")
CLICKS = 10
EVENTS = (1000, 10_000)
WATCH = Path(__file__).with_name("watch.js")
CATEGORIES = '#filters [data-toggle^="cat="]'


def rows() -> Iterator[Row]:
    """The default timeline, then one of made-up events."""
    with sync_playwright() as playwright, TemporaryDirectory() as place:
        for name, folder in (
            ("default timeline", default(Path(place) / "default")),
            *((f"{count:,} events", made_up(Path(place) / str(count), count)) for count in EVENTS),
        ):
            with served(folder) as address:
                yield from _arrival(playwright, address, name)
                yield _filters(playwright, address, name)
                yield from _moves(playwright, address, name)


def _arrival(playwright: Playwright, address: str, name: str) -> Iterator[Row]:
    paints: dict[str, list[float]] = {visit: [] for visit in VISITS}
    plots: dict[str, list[float]] = {visit: [] for visit in VISITS}
    weight = 0.0
    for _ in range(PROFILES):
        with new_profile(playwright) as context:
            for visit in VISITS:
                page = _visit(context, address)
                plots[visit].append(page.evaluate("watch.first") / 1000)
                paints[visit].append(page.evaluate("watch.paint()") / 1000)
                page.wait_for_timeout(700)  # nobody leaves at once: the browser has time to fill its caches
                if visit == VISITS[0]:
                    weight = page.evaluate("watch.weight()")
                page.close()
    yield Row(
        f"{name}: over the wire, first visit", weight / 2**20, "MiB", "page, scripts, styles and first answer"
    )
    for what, times in (("first paint", paints), ("first plot", plots)):
        for visit in VISITS:
            median = statistics.median(times[visit])
            yield Row(f"{name}: {what}, {visit}", median, "s", f"median of {PROFILES} new profiles")


def _filters(playwright: Playwright, address: str, name: str) -> Row:
    with new_profile(playwright) as context:
        page = _visit(context, address)
        page.evaluate("watch.first")
        page.click('[data-reveals="filters"]')
        page.wait_for_selector(CATEGORIES)
        page.wait_for_timeout(800)  # the chart has taken its new height
        taken = [_redrawn(page, button) / 1000 for button in islice(_buttons(page), CLICKS)]
    on, off = statistics.median(taken[::2]), statistics.median(taken[1::2])
    note = f"median of {CLICKS}; to one category {on:.2f}, back to all {off:.2f}"
    return Row(f"{name}: filter click to redrawn plot", statistics.median(taken), "s", note)


def _moves(playwright: Playwright, address: str, name: str) -> Iterator[Row]:
    """Zoom, and steps from card to card; both on a part of the time, as a reader would."""
    with new_profile(playwright) as context:
        page = _visit(context, f"{address}/?zoom=1985..2000")
        page.evaluate("watch.first")
        page.wait_for_timeout(800)
        zooms = []
        for how in islice(cycle(("in", "in", "out", "out")), CLICKS):
            zooms.append(page.evaluate("(how) => watch.zoomed(how)", how) / 1000)
            page.wait_for_timeout(250)
        yield Row(f"{name}: zoom to redrawn plot", statistics.median(zooms), "s", f"median of {CLICKS}")
        page.focus("#stage")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        page.wait_for_selector("#card-title")
        page.wait_for_timeout(800)
        steps = []
        for _ in range(CLICKS):
            steps.append(page.evaluate("watch.stepped()") / 1000)
            page.wait_for_timeout(700)
        yield Row(f"{name}: next event to its card", statistics.median(steps), "s", f"median of {CLICKS}")


def _visit(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.add_init_script(path=WATCH)
    page.goto(address)
    return page


def _buttons(page: Page) -> Iterator[str]:
    """Each category on and off again, one after the other."""
    keys = page.locator(CATEGORIES).evaluate_all("found => found.map((one) => one.dataset.toggle)")
    for key in cycle(keys):
        yield from (f'[data-toggle="{key}"]',) * 2


def _redrawn(page: Page, button: str) -> float:
    """Milliseconds from the click on ``button`` to the chart with its other marks on the screen."""
    page.evaluate("watch.arm()")
    page.click(button)
    taken: float = page.evaluate("watch.taken()")
    page.wait_for_timeout(100)
    return taken
