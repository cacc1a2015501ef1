"""The same made-up events drawn by this page's scripts, by vis-timeline and by TimelineJS3 (from npm, into a temporary folder)."""

from __future__ import annotations

import json
import shutil
import statistics
import subprocess
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import plotly
from playwright.sync_api import Error, Playwright, sync_playwright

from tests.benchmarks.chromium import new_profile
from tests.benchmarks.table import Row
from tests.made_up import many
from timeline.app import assets
from timeline.app.address import View
from timeline.app.drawing import Drawing
from timeline.app.window import SPANS
from timeline.table import Selection, select
from timeline.topic import load

TITLE = "Viewers: drawing the same events in Chromium, scripts and data there before (ours with the server: part page)"
SIZES = (1000, 5000)
RUNS = 3  # new pages; the median is shown
REDRAWS = 2  # filter clicks on each: to one category and back to all
PATIENCE = 120_000  # milliseconds for one page
PACKAGES = ("vis-timeline@8", "@knight-lab/timelinejs@3")
HERE = Path(__file__).parent
HEADS = {
    "ours": '<script src="/plotly.min.js"></script>{own}',
    "vis-timeline": '<link rel="stylesheet" href="/vis/styles/vis-timeline-graph2d.min.css">'
    '<script src="/vis/standalone/umd/vis-timeline-graph2d.min.js"></script>',
    "TimelineJS3": '<link rel="stylesheet" href="/timelinejs/dist/css/timeline.css">'
    '<script src="/timelinejs/dist/js/timeline.js"></script>',
}


class NoNpm(Exception):
    """The other viewers cannot be had; the message says why."""


def rows() -> Iterator[Row]:
    """First draw and filter redraw of each viewer at each size. Raises :class:`NoNpm`."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as place, sync_playwright() as playwright:
        folder = Path(place)
        _install(folder)
        _write_pages(folder)
        for size in SIZES:
            _write_events(folder, size)
        with _served(folder) as address:
            for size in SIZES:
                for name in HEADS:
                    yield from _measured(playwright, address, name, size)


def _install(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise NoNpm("vis-timeline and TimelineJS3 come from npm, which is not installed")
    command = [
        npm,
        "install",
        "--prefix",
        str(folder),
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        *PACKAGES,
    ]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise NoNpm(f"npm could not install {' and '.join(PACKAGES)}: {done.stderr.strip()[-120:]}")
    (folder / "vis").symlink_to(folder / "node_modules" / "vis-timeline")
    (folder / "timelinejs").symlink_to(folder / "node_modules" / "@knight-lab" / "timelinejs")


def _write_pages(folder: Path) -> None:
    drawing = sorted((assets.folder() / "draw").glob("*.js"))
    for script in (
        *drawing,
        HERE / "viewers.js",
        Path(plotly.__file__).parent / "package_data" / "plotly.min.js",
    ):
        shutil.copy(script, folder)
    own = "".join(f'<script src="/{script.name}"></script>' for script in drawing)
    page = (HERE / "page.html").read_text(encoding="utf-8")
    for name, head in HEADS.items():
        (folder / f"{name}.html").write_text(page.replace("HEAD", head.format(own=own)), encoding="utf-8")


def _write_events(folder: Path, size: int) -> None:
    """The events as a table for the others and as Python's drawings for ours: all, and those of one category."""
    place = folder / str(size)
    place.mkdir()
    timeline, topic = many(size), load()
    drawing, one = Drawing(topic), str(timeline.events["category"].iloc[0])
    for name, view in (("all", View()), ("some", View(Selection(categories=(one,))))):
        made = drawing(timeline, view, select(timeline, view.selection))
        (place / f"{name}.json").write_text(json.dumps(made), encoding="utf-8")
    events = [
        {"id": row["event_id"], "title": row["title"], "category": row["category"], "first": row["earliest"],
         "last": row["latest"], "span": row["precision"] in SPANS}
        for row in timeline.events.to_dict("records")
    ]  # fmt: skip
    (place / "events.json").write_text(json.dumps(events), encoding="utf-8")


class _served:
    """The address of a server of ``folder``."""

    def __init__(self, folder: Path) -> None:
        handler = partial(_Quiet, directory=str(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_port}"

    def __exit__(self, *error: object) -> None:
        self._server.shutdown()
        self._server.server_close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *said: Any) -> None:
        pass


def _measured(playwright: Playwright, address: str, name: str, size: int) -> Iterator[Row]:
    firsts, redraws = [], []
    with new_profile(playwright) as context:
        context.set_default_timeout(PATIENCE)
        for _ in range(RUNS):
            page = context.new_page()
            page.goto(f"{address}/{name}.html")
            try:
                taken = page.evaluate("(given) => measure(...given)", [name, f"/{size}", REDRAWS, PATIENCE])
            except Error as error:
                yield Row(
                    f"{name}, {size:,} events",
                    float("nan"),
                    "s",
                    f"failed: {str(error).splitlines()[0][:80]}",
                )
                return
            firsts.append(taken["first"] / 1000)
            there, back = taken["redraws"][::2], taken["redraws"][1::2]
            redraws += [(one + other) / 2000 for one, other in zip(there, back, strict=True)]
            page.close()
    yield Row(
        f"{name}, {size:,} events: first draw", statistics.median(firsts), "s", f"median of {RUNS} pages"
    )
    yield Row(
        f"{name}, {size:,} events: filter redraw",
        statistics.median(redraws),
        "s",
        f"median of {len(redraws)}",
    )
