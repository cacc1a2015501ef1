"""The browser that the page is measured in: the one the browser tests use. As a command: says its version."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from tests.browser.conftest import FLAGS, NAMES, find_chromium

_PATIENCE = 30_000  # milliseconds


class NoChromium(Exception):
    """There is no browser to measure in; the message says how to get one."""


@contextmanager
def new_profile(playwright: Playwright) -> Iterator[BrowserContext]:
    """A Chromium of someone who has never used it. Raises :class:`NoChromium`.

    A profile on the disk, as readers have it: the private windows that tests use keep no compiled scripts.
    """
    path = find_chromium(playwright.chromium.executable_path)
    if path is None:
        raise NoChromium(f"no Chromium was found: set CHROME, or install one of {', '.join(NAMES)}")
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        context = playwright.chromium.launch_persistent_context(
            folder, executable_path=path, args=list(FLAGS), viewport={"width": 1400, "height": 900}
        )
        context.set_default_timeout(_PATIENCE)
        yield context
        context.close()


def version() -> str:
    """Which Chromium it is."""
    with sync_playwright() as playwright, new_profile(playwright) as context:
        return context.browser.version if context.browser else "of unknown version"


if __name__ == "__main__":
    print(version())
