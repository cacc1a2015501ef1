"""A real Chromium and real servers for the browser tests."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

import timeline
from timeline.app import create_app
from timeline.table import Timeline

NAMES = ("chromium", "google-chrome", "chromium-browser")
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run", "--disable-quic",
)  # fmt: skip

QUIET = """() => new Promise((done) => {
    let timer;
    const quiet = () => { clearTimeout(timer); timer = setTimeout(() => { watch.disconnect(); done(); }, 220); };
    const watch = new MutationObserver(quiet);
    watch.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    quiet();
})"""


def find_chromium(playwright_own: str) -> str | None:
    """The browser named by CHROME, one that is installed, or Playwright's own download."""
    wanted = [os.environ.get("CHROME", ""), *NAMES]
    found = next((path for name in wanted if name and (path := shutil.which(name))), None)
    return found or (playwright_own if Path(playwright_own).exists() else None)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = find_chromium(playwright.chromium.executable_path)
        if path is None:
            reason = f"no Chromium was found: set CHROME, or install one of {', '.join(NAMES)}"
            if os.environ.get("CI"):
                pytest.fail(reason)
            pytest.skip(reason)
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Timeline], str]]:
    """Give it a timeline and it gives the address where that is served."""
    servers = []
    addresses: dict[int, str] = {}
    kept: list[Timeline] = []

    def start(shown: Timeline) -> str:
        if id(shown) not in addresses:
            kept.append(shown)
            server = create_server(create_app(lambda: shown).server, host="127.0.0.1", port=0, threads=6)
            threading.Thread(target=server.run, daemon=True).start()
            servers.append(server)
            addresses[id(shown)] = f"http://127.0.0.1:{server.effective_port}"
        return addresses[id(shown)]

    yield start
    for server in servers:
        stop(server)


def stop(server: Any) -> None:
    """Close a server of waitress when its workers are done: one that answers later would wake it through the number of a
    file that may be another one by then."""
    server.task_dispatcher.shutdown()
    server.close()


@pytest.fixture(scope="session")
def default_timeline() -> Timeline:
    """The timeline of the documents in ``seeds/``, as ``make run`` shows it."""
    return timeline.build([Path(__file__).parents[2] / "seeds"])


@pytest.fixture
def watched(browser: Browser) -> Iterator[Callable[..., Page]]:
    """A fresh page; at the end no error may have been logged and no request have gone to another host than that of
    its first address, on a page from a file none at all."""
    contexts, complaints = [], []

    def open_page(address: str, width: int = 1920, height: int = 1080, **more: Any) -> Page:
        context = browser.new_context(viewport={"width": width, "height": height}, **more)
        contexts.append(context)
        own = ("data:", "blob:", address if address.startswith("file:") else "/".join(address.split("/")[:3]))
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.on("console", lambda said: said.type == "error" and complaints.append(said.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: (complaints.append(dialog.message), dialog.dismiss()))
        page.on("request", lambda sent: sent.url.startswith(own) or complaints.append(sent.url))
        context.set_offline(address.startswith("file:"))
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@dataclass
class Visit:
    """One page of one timeline, and what went wrong on it."""

    page: Page
    base: str
    complaints: list[str] = field(default_factory=list)
    asking: list[str] = field(default_factory=list)  # what the server has not answered yet

    def go(
        self, query: str = "", waits_for: str = "#timeline .textpoint text", *, afresh: bool = False
    ) -> None:
        """To an address of the page: loaded ``afresh``, else as a step back or forward would go there."""
        if afresh or not self.page.url.startswith(self.base):
            self.page.goto(self.base + "/" + query)
        else:
            self.page.evaluate(
                """(query) => {
                    document.activeElement.blur();
                    document.getElementById("filters").hidden = true;
                    history.pushState(null, "", "/" + query);
                    dispatchEvent(new PopStateEvent("popstate"));
                }""",
                query,
            )
        self.page.wait_for_selector(waits_for, state="attached")
        self.settle()

    def settle(self) -> None:
        """Until the server has answered and the page has been quiet for a moment."""
        self.page.evaluate(QUIET)
        for _ in range(200):
            if not self.asking:
                return
            self.page.wait_for_timeout(20)
            self.page.evaluate(QUIET)

    def click(self, selector: str) -> None:
        self.page.click(selector)
        self.settle()

    @property
    def status(self) -> str:
        return self.page.inner_text("#status")

    @property
    def query(self) -> str:
        return self.page.evaluate("location.search")


@pytest.fixture(scope="session")
def pages(browser: Browser, serve: Callable[[Timeline], str]) -> Iterator[Callable[[Timeline], Visit]]:
    """One page for each timeline, kept open: loading it takes longer than all that a test does on it."""
    context = browser.new_context()
    visits: dict[str, Visit] = {}

    def page_of(timeline: Timeline) -> Visit:
        base = serve(timeline)
        if base not in visits:
            one = visits[base] = Visit(context.new_page(), base)
            one.page.set_default_timeout(15_000)
            one.page.on("console", lambda said: said.type == "error" and one.complaints.append(said.text))
            one.page.on("pageerror", lambda error: one.complaints.append(str(error)))
            one.page.on("dialog", lambda dialog: (one.complaints.append(dialog.message), dialog.dismiss()))
            asks = "_dash-update-component"
            one.page.on("request", lambda sent: asks in sent.url and one.asking.append(sent.url))
            for over in ("requestfinished", "requestfailed"):
                one.page.on(over, lambda sent: asks in sent.url and one.asking and one.asking.pop())
            own = (base, "data:", "blob:")
            one.page.on("request", lambda sent: sent.url.startswith(own) or one.complaints.append(sent.url))
        return visits[base]

    yield page_of
    context.close()


@pytest.fixture
def visit(pages: Callable[[Timeline], Visit]) -> Iterator[Callable[..., Visit]]:
    """Open a timeline; at the end no error may have been logged and no request have left the host."""
    opened: list[Visit] = []

    def open_page(timeline: Timeline, width: int = 1400, height: int = 900, scheme: str = "light") -> Visit:
        one = pages(timeline)
        one.page.bring_to_front()  # a page behind another one is not drawn
        one.page.set_viewport_size({"width": width, "height": height})
        one.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        opened.append(one)
        return one

    yield open_page
    for one in opened:
        complaints, one.complaints = one.complaints, []
        assert complaints == []
