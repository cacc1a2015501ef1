"""The app put together: a page with no markup but ours, and the server that shows it."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import threading
import urllib.request
from pathlib import Path

import pandas as pd
import pytest

from tests.made_up import many, six
from tests.shown import HOSTILE, TOPIC, figure, parts, text_of
from timeline.app import LiveTimeline, PortError, create_app, serve
from timeline.app.card import card
from timeline.app.filters_view import choices
from timeline.app.list_view import listing
from timeline.app.markup import to_html
from timeline.app.page import page
from timeline.table import Timeline, store


def test_html_holds_no_markup_but_ours() -> None:
    made = six()
    hostile = Timeline(
        made.events.assign(
            title=HOSTILE, actors=HOSTILE, place=HOSTILE, note=HOSTILE, review=HOSTILE, category=HOSTILE
        ),
        made.mentions.assign(
            sentence=HOSTILE, date_text=HOSTILE[:9], note=HOSTILE, citations=HOSTILE, rule=HOSTILE
        ),
        made.documents.assign(title=HOSTILE, publisher=HOSTILE, source=f"https://{HOSTILE}"),
        made.hidden,
    )
    shown = to_html([listing(hostile.events, hostile, TOPIC), card("ev_cccccccccc", hostile, TOPIC, [])])
    shown += to_html(choices(hostile, TOPIC))
    tags = re.findall(r"<(\w+)((?: [\w-]+(?:=\"[^\"<>]*\")?)*)>", shown)
    assert len(tags) == len(re.findall("<[^/]", shown))  # every "<" opens a tag of ours, with quoted values
    assert {tag for tag, _ in tags} <= {
        "table", "caption", "thead", "tbody", "tr", "th", "td", "button", "div", "span", "p", "h2", "h3", "dl", "dt",
        "dd", "section", "figure", "figcaption", "blockquote", "mark", "a", "details", "summary", "code", "small",
        "strong", "img",
    }  # fmt: skip
    names = {name for _, inside in tags for name in re.findall(r' ([\w-]+)(?:="[^"]*")?', inside)}
    assert not {name for name in names if name.startswith("on")}


def test_an_empty_timeline_is_a_page_too() -> None:
    made = six()
    none = Timeline(made.events.head(0), made.mentions.head(0), made.documents, made.hidden)
    assert text_of(parts(page(none, TOPIC), "H1")).startswith("Afghanistan–Russia relations")
    assert figure(none)["layout"]["meta"]["lanes"] == []


def test_frames_are_left_as_they_were() -> None:
    made = six()
    before = made.events.copy()
    figure(made, "?era=soviet-war")
    card("ev_cccccccccc", made, TOPIC, [])
    listing(made.events, made, TOPIC)
    pd.testing.assert_frame_equal(made.events, before)


def test_headers_and_language() -> None:
    client = create_app(six).server.test_client()
    for path in ("/", "/_dash-layout", "/assets/page.css", "/nothing-here.txt"):
        answer = client.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
    first = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    html = client.get("/").text
    assert '<html lang="en">' in html
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', html)


def test_two_apps_in_one_process() -> None:
    assert create_app(six).callback_map.keys() == create_app(six).callback_map.keys() != set()


def test_serve_announces_its_address_and_names_a_port_in_use(tmp_path: Path) -> None:
    store.write(six(), tmp_path)
    announced: list[str] = []
    ready = threading.Event()

    def announce(url: str) -> None:
        announced.append(url)
        ready.set()

    threading.Thread(target=serve, args=(tmp_path, "127.0.0.1", 0, announce), daemon=True).start()
    assert ready.wait(20)
    with urllib.request.urlopen(announced[0], timeout=20) as answer:
        assert answer.status == 200
    port = int(announced[0].rpartition(":")[2])
    with pytest.raises(
        PortError, match=rf"^port {port} on 127\.0\.0\.1 is in use\. Stop .* --port {port + 1}$"
    ):
        serve(tmp_path, "127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "port", "message"),
    [("127.0.0.1", 99999, "is no port"), ("192.0.2.1", 0, "is not an address of this machine")],
)
def test_serve_says_why_it_cannot_listen(tmp_path: Path, host: str, port: int, message: str) -> None:
    store.write(six(), tmp_path)
    with pytest.raises(PortError, match=message):
        serve(tmp_path, host, port)


def test_serve_without_a_timeline(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(store.StoreError, match="timeline build"):
            serve(tmp_path / "none", "127.0.0.1", free.getsockname()[1])


def test_live_timeline_follows_the_folder_and_keeps_what_it_has(tmp_path: Path) -> None:
    store.write(six(), tmp_path)
    live = LiveTimeline(tmp_path)
    assert live() is live()
    store.write(many(30), tmp_path)
    assert len(live().events) == 30
    (tmp_path / "build.json").write_text('{"version": 99}', encoding="utf-8")
    assert len(live().events) == 30
    store.write(six(), tmp_path)
    assert len(live().events) == 6


def test_the_app_does_not_load_the_extraction() -> None:
    code = (
        "import timeline.app, sys; print([m for m in ('spacy', 'dateparser', 'torch') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
