"""The editors' page in a real Chromium: the whole journey of a correction, once by mouse and once by keyboard."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from waitress.server import create_server

from tests.browser.conftest import stop
from tests.browser.editor import Site
from tests.edit.changes import BIRTH, KABUL, LOST, SECRET, TROOPS, timeline
from timeline.app import LiveTimeline, create_app
from timeline.app.edit import Access
from timeline.app.live import LiveDesk
from timeline.corrections import editors
from timeline.corrections.ledger import Ledger
from timeline.table import Timeline, store

pytestmark = pytest.mark.browser
expect.set_options(timeout=15_000)  # a machine may be busy

HOSTILE = '<img src=x onerror="alert(1)"><b>bold</b>'


@pytest.fixture
def start(browser: Browser, tmp_path: Path) -> Iterator[Callable[..., Site]]:
    servers = []
    sites: list[Site] = []

    def serve(made: Timeline | None = None) -> Site:
        store.write(made or timeline(), tmp_path)
        desks = LiveDesk(tmp_path)
        access = Access(lambda: desks()[0].ledger)
        app = create_app(LiveTimeline(tmp_path, desks), desks, access)
        server = create_server(app.server, host="127.0.0.1", port=0, threads=6)
        threading.Thread(target=server.run, daemon=True).start()
        servers.append(server)
        sites.append(Site(tmp_path, f"http://127.0.0.1:{server.effective_port}", browser))
        return sites[-1]

    yield serve
    for context in browser.contexts[:]:
        if any(page.url.startswith(site.base) for site in sites for page in context.pages):
            context.close()
    for server in servers:
        stop(server)
    for site in sites:
        assert site.complaints == []


def test_the_whole_journey_by_mouse(start: Callable[..., Site], tmp_path: Path) -> None:
    site = start()
    desk = site.open()
    page = desk.page
    # Needs review comes first: the one event whose year is lost, with its sentence, the date words marked
    expect(page.locator('[aria-pressed="true"][data-list]')).to_have_text("Needs review1")
    expect(desk.row(LOST)).to_be_visible()
    expect(page.locator("#panel mark")).to_have_text("On December")
    page.click("#panel summary")
    expect(page.locator("#panel details")).to_contain_text("made up")  # the rule
    # a mistake is said at once, in its row, which cannot be saved
    desk.type_into(LOST, "year", "79")
    expect(desk.cell(LOST, "shown")).to_contain_text("Write the year in full")
    expect(page.locator("#said")).to_contain_text("Write the year in full")
    assert "wrong" in (desk.row(LOST).get_attribute("class") or "")
    # and mended: the date in words
    desk.type_into(LOST, "year", "1978")
    expect(desk.cell(LOST, "shown")).to_have_text("5 December, year not given → 5 December 1978")
    assert "edited" in (desk.cell(LOST, "year").get_attribute("class") or "")
    # another list, a merged event, an event that is right, one that was hidden, a search
    page.click('[data-list="all"]')
    desk.cell(TROOPS, "title").click()
    desk.button("Not the same event").click()
    expect(page.locator("#panel")).to_contain_text("This will be an event of its own")
    desk.cell(KABUL, "title").click()
    desk.button("Checked").click()
    expect(desk.cell(KABUL, "shown")).to_have_text("15 August 2021 · checked")
    page.click('[data-list="hidden"]')
    expect(desk.row(SECRET)).to_be_visible()
    expect(page.locator("#panel")).to_contain_text("off topic")
    desk.button("Restore").click()
    expect(page.locator('[data-list="unsaved"] small')).to_have_text("4")
    page.click('[data-list="all"]')
    page.fill("#words", "envoy petrov")
    expect(page.locator(".ag-center-cols-container .ag-row")).to_have_count(1)
    page.fill("#words", "")
    # nothing is lost by loading the page anew
    page.reload()
    expect(page.locator('[data-list="unsaved"] small')).to_have_text("4")
    expect(page.locator("#unsaved")).to_have_text("4 events changed, not saved.")
    # the difference, a name, saved
    page.click("#preview")
    dialog = page.locator("#dialog")
    expect(dialog).to_contain_text("4 changes in 4 events will be saved")
    expect(dialog.locator("tr.date ins")).to_have_text("5 December 1978")
    page.fill("#dialog-name", "Ana")
    desk.button("Save 4 changes").click()
    expect(page.locator("#result")).to_contain_text("Saved as u0001: 4 changes in 4 events.")
    expect(dialog).to_be_hidden()
    expect(page.locator("#name")).to_have_value("Ana")
    reader = site.open("/?view=list").page
    expect(reader.locator("#list")).to_contain_text("5 December 1978")
    # taken back, beside where it was saved
    desk.button("Undo u0001").click()
    expect(page.locator("#result")).to_contain_text("u0001 is undone")
    page.click('[data-list="no-year"]')
    expect(desk.row(LOST)).to_be_visible()
    # corrected once more, in the sheet this time
    with page.expect_download() as download:
        page.click("text=Download sheet")
    raw = download.value.path().read_bytes()
    sheet = tmp_path / "sheet from a spreadsheet.csv"
    sheet.write_bytes(raw.replace(b",,12,5,", b",1978,12,5,").replace(b",1839,", b",1839.5,"))
    page.click("text=Upload sheet")
    page.set_input_files("#sheet-file", sheet)
    desk.button("Check the file").click()
    expect(page.locator("#sheet-status")).to_have_text("422 · some rows have errors")
    expect(page.locator("#sheet-result")).to_contain_text("“1839.5” is no year")
    assert Ledger(site.folder).uploads()[-1].id == "u0002"  # looked at, not applied
    desk.button("Apply 1 change").click()
    expect(page.locator("#sheet-result")).to_contain_text("Saved as u0003.")
    page.keyboard.press("Escape")
    page.click('[data-list="corrected"]')
    expect(desk.cell(LOST, "shown")).to_have_text("5 December 1978")
    page.click("text=History")
    expect(dialog.locator("tbody tr")).to_have_count(3)
    expect(dialog.locator("tbody tr").first).to_contain_text("sheet from a spreadsheet.csv")
    expect(dialog.locator("tbody tr").nth(1)).to_contain_text("takes back u0001")


def test_the_whole_journey_by_keyboard(start: Callable[..., Site]) -> None:
    site = start()
    desk = site.open()
    page = desk.page
    expect(desk.row(LOST)).to_be_visible()
    desk.tab_to("#words")
    assert page.evaluate("getComputedStyle(document.activeElement.parentElement).outlineStyle") == "solid"
    desk.tab_to('[data-list="all"]')
    assert desk.focus_is_visible()
    desk.press("Enter")
    expect(desk.row(KABUL)).to_be_visible()
    assert page.evaluate("document.activeElement.dataset.list") == "all"  # stays where it was
    # into the grid, down to the row, along to the cell
    desk.tab_to(".ag-header-cell, .ag-cell")
    for _ in range(40):
        if page.evaluate(
            "document.activeElement.getAttribute('col-id') === 'year' && document.activeElement.matches('.ag-cell')"
        ):
            break
        desk.press(
            "ArrowDown" if page.evaluate("!document.activeElement.matches('.ag-cell')") else "ArrowRight"
        )
    for _ in range(10):
        if page.evaluate("document.activeElement.closest('[row-id]').getAttribute('row-id')") == LOST:
            break
        desk.press("ArrowDown")
    expect(page.locator("#panel-title")).to_have_text("Two countries sign a friendship treaty")
    # Enter edits, Tab goes on to the next cell and edits that
    desk.press("Enter")
    desk.write_over("year", "1978", "Tab")
    expect(page.locator("#said")).to_have_text("→ 5 December 1978")
    desk.write_over("month", "June", "Enter")
    expect(page.locator("#said")).to_have_text("→ 5 June 1978")
    # F2 edits too, Escape leaves it as it was, Ctrl+Z takes the last one back
    desk.press("F2")
    desk.wait_for_editor("month")
    page.keyboard.type("7")
    desk.press("Escape")
    expect(desk.cell(LOST, "month")).to_have_text("June")
    desk.press("Control+z")
    expect(page.locator("#said")).to_have_text("→ 5 December 1978")
    desk.settle()
    # to the panel: this event is the same as another … no: taken back; it is right as it stands
    desk.press("Control+Enter")
    expect(page.locator("#panel button").first).to_be_focused()
    assert desk.focus_is_visible()
    desk.press("Tab", "Enter")
    expect(page.locator("#sought-words")).to_be_focused()
    page.keyboard.type("petrov")
    expect(page.locator("#found button")).to_have_count(1)
    desk.press("Escape", "Control+Enter")
    expect(page.locator("#panel button").first).to_be_focused()
    desk.press("Enter")
    expect(page.locator("#panel")).to_contain_text("Staged: checked")
    desk.press("Control+Enter")
    assert page.evaluate("Boolean(document.activeElement.closest('.ag-cell'))")
    # a category from its list
    for _ in range(12):
        if page.evaluate("document.activeElement.getAttribute('col-id')") == "category":
            break
        desk.press("ArrowRight")
    desk.press("Enter")
    page.wait_for_selector(".ag-list-item")
    desk.press("ArrowUp", "Enter")
    desk.settle()
    # preview and save
    desk.press("Control+s")
    expect(page.locator("#dialog-title")).to_have_text("Before you save")
    expect(page.locator("#dialog-name")).to_be_focused()
    page.keyboard.type("Ben")
    desk.press("Enter")
    expect(page.locator("#result")).to_contain_text("Saved as u0001")
    expect(page.locator("#said")).to_contain_text("Saved as u0001")
    (upload,) = Ledger(site.folder).uploads()
    assert upload.editor == "Ben"
    # undone
    desk.tab_to("[data-undo]")
    desk.press("Enter")
    expect(page.locator("#said")).to_contain_text("u0001 is undone")
    # and an event of one's own
    desk.tab_to("[data-new]")
    desk.press("Enter")
    desk.wait_for_editor("title")
    page.keyboard.type("A mission by hand")
    desk.press("Tab")
    desk.wait_for_editor("year")
    page.keyboard.type("1921")
    desk.press("Enter")
    expect(page.locator("#said")).to_have_text("→ 1921")
    desk.press("Control+s")
    expect(page.locator("#dialog [data-save]")).to_be_focused()
    desk.press("Enter")
    expect(page.locator("#result")).to_contain_text("Saved as u0003")
    assert "A mission by hand" in site.titles()


def test_two_editors_at_once(start: Callable[..., Site]) -> None:
    site = start()
    ana, ben = site.open(), site.open()
    for desk, title in ((ana, "Hers"), (ben, "His")):
        desk.page.click('[data-list="all"]')
        desk.type_into(KABUL, "title", title)
        desk.page.fill("#name", title)
        desk.page.click("#preview")
        expect(desk.page.locator("#dialog [data-save]")).to_be_visible()
    ana.page.click("[data-save]")
    expect(ana.page.locator("#result")).to_contain_text("Saved as u0001")
    ben.page.click("[data-save]")
    dialog = ben.page.locator("#dialog")
    expect(dialog.get_by_role("alert")).to_contain_text("Hers saved u0001 in the meantime")
    for value in ("Taliban take Kabul", "His", "Hers"):
        expect(dialog.locator(".clash")).to_contain_text(value)
    ben.button("Keep mine").last.click()
    expect(dialog).to_contain_text("1 change in 1 event will be saved")
    ben.page.click("[data-save]")
    expect(ben.page.locator("#result")).to_contain_text("Saved as u0002")
    assert "His" in site.titles()
    # what was changed elsewhere is shown with the next edit, and what was typed stays
    ana.type_into(BIRTH, "place", "Moscow")
    expect(ana.cell(KABUL, "title")).to_have_text("His")
    expect(ana.cell(BIRTH, "place")).to_have_text("Moscow")


def test_signing_in_on_the_page(start: Callable[..., Site], tmp_path: Path) -> None:
    site = start()
    editors.add(Ledger(tmp_path), "Ana", "a long password")
    desk = site.open()
    page = desk.page
    expect(page).to_have_url(f"{site.base}/edit/login")
    page.fill("#name", "Ana")
    page.fill("#password", "a long password")
    page.keyboard.press("Enter")
    expect(desk.row(LOST)).to_be_visible()
    expect(page.locator("header")).to_contain_text("Ana")
    desk.type_into(LOST, "year", "1978")
    expect(desk.cell(LOST, "shown")).to_contain_text("1978")
    editors.add(Ledger(tmp_path), "Ana", "another password")  # somewhere else: this session is over
    page.click("#preview")
    expect(page.locator("#trouble")).to_contain_text("You are signed out. What you typed is kept here.")
    site.complaints = [told for told in site.complaints if "401" not in told and "Callback error" not in told]
    assert page.locator("#trouble a").get_attribute("href") == "/edit/login"


def test_hostile_texts_are_shown_and_never_run(start: Callable[..., Site]) -> None:
    made = timeline()
    site = start(
        Timeline(
            made.events.assign(title=HOSTILE, note=HOSTILE, actors=HOSTILE, review=HOSTILE),
            made.mentions.assign(sentence=HOSTILE, citations=HOSTILE),
            made.documents.assign(title=HOSTILE),
            made.hidden,
            made.texts,
        )
    )
    desk = site.open()
    page = desk.page
    expect(desk.cell(KABUL, "title")).to_have_text(HOSTILE)
    desk.cell(KABUL, "title").hover()
    page.wait_for_selector(".ag-tooltip")
    desk.type_into(KABUL, "place", HOSTILE)
    page.click("#preview")
    expect(page.locator("#dialog ins")).to_have_text(HOSTILE)
    assert page.locator("#dialog img, #panel img, #grid img, #panel b, #grid b, .ag-tooltip b").count() == 0
