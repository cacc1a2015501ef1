"""An editor at a browser: a server that edits one folder, its page, and what a person does there."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import QUIET
from timeline.app import LiveTimeline


@dataclass
class Site:
    """One server that edits one folder, and the pages that are open on it."""

    folder: Path
    base: str
    browser: Browser
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str = "/edit/") -> Desk:
        context = self.browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: self.hear(said.type, said.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (self.complaints.append(dialog.message), dialog.dismiss()))
        own = (self.base, "data:", "blob:")
        page.on("request", lambda sent: sent.url.startswith(own) or self.complaints.append(sent.url))
        page.goto(self.base + path)
        return Desk(page)

    def hear(self, kind: str, text: str) -> None:
        if (
            kind in ("error", "warning") and "status of 422" not in text
        ):  # browsers call a status of ours an error
            self.complaints.append(text)

    def titles(self) -> set[str]:
        return set(LiveTimeline(self.folder)().events["title"])


@dataclass
class Desk:
    """The editors' page, and what a person does on it."""

    page: Page

    def settle(self) -> None:
        self.page.wait_for_timeout(150)
        self.page.evaluate(QUIET)

    def row(self, ident: str) -> Locator:
        return self.page.locator(f'.ag-center-cols-container [row-id="{ident}"]')

    def cell(self, ident: str, column: str) -> Locator:
        return self.page.locator(f'[row-id="{ident}"] [col-id="{column}"]')

    def type_into(self, ident: str, column: str, words: str) -> None:
        """Scroll to a cell, double-click it and write other words."""
        self.page.evaluate("(column) => dash_ag_grid.getApi('grid').ensureColumnVisible(column)", column)
        self.cell(ident, column).dblclick()
        self.write_over(column, words, "Enter")

    def write_over(self, column: str, words: str, key: str) -> None:
        """Write other words into the cell that is edited, and leave it with a ``key``."""
        self.wait_for_editor(column)
        self.press("Control+A")
        self.page.keyboard.type(words)
        self.press(key)

    def wait_for_editor(self, column: str) -> None:
        """Nobody types faster than the box for it comes."""
        expect(self.page.locator(f".ag-cell-inline-editing[col-id={column}] input")).to_be_focused()

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def tab_to(self, target: str) -> None:
        """Press Tab until the element has the focus."""
        for _ in range(60):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("(target) => document.activeElement.matches(target)", target):
                return
        raise AssertionError(f"{target} cannot be reached with Tab")

    def focus_is_visible(self) -> bool:
        """Whether something is drawn around what has the focus."""
        return bool(self.page.evaluate("getComputedStyle(document.activeElement).outlineStyle !== 'none'"))
