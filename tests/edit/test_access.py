"""Who may come in: no page without ``--edit``, no request from another site or under a foreign name."""

from __future__ import annotations

import io
import json
import re
import threading
import urllib.request
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from timeline.app import LiveTimeline, create_app, serve
from timeline.app.edit import Access
from timeline.app.edit.access import host_name
from timeline.corrections.ledger import Ledger


@pytest.mark.parametrize(
    "path", ["/edit", "/edit/", "/edit/sheet.csv", "/edit/sheet", "/edit/login", "/edit/_dash-layout"]
)
def test_without_edit_there_is_nothing(folder: Path, path: str) -> None:
    client = create_app(LiveTimeline(folder)).server.test_client()
    assert client.get(path).status_code == 404
    assert client.post(path).status_code == 404


def test_the_page_and_its_headers(site: FlaskClient) -> None:
    answer = site.get("/edit/")
    assert answer.status_code == 200
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe-eval" not in answer.headers["Content-Security-Policy"]
    assert (
        answer.headers["Referrer-Policy"] == "same-origin"
    )  # else the browser hides the origin of a plain form
    assert answer.headers["Cache-Control"] == "no-store"
    assert "dash_ag_grid" in answer.text
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', answer.text)
    for path in re.findall(r'(?:src|href)="([^"]+)"', answer.text):
        assert site.get(path).status_code == 200, path
    assert site.get("/edit").headers["Location"].endswith("/edit/")


def test_the_page_for_readers_stays_as_it_was(site: FlaskClient) -> None:
    answer = site.get("/")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    loaded = " ".join(re.findall(r'(?:src|href)="([^"]+)"', answer.text))
    assert "dash_ag_grid" not in loaded
    assert "/assets/edit/" not in loaded


@pytest.mark.parametrize(
    ("host", "known", "foreign"),
    [
        ("127.0.0.1", ["127.0.0.1:8050", "localhost", "localhost:99", "[::1]:8050"], ["evil.example", "127.0.0.1.evil.example", "192.168.1.7", "", "a@localhost", "localhost:x"]),
        ("0.0.0.0", ["192.168.1.7:8050", "desk.example", "Desk.Example:80", "localhost"], ["evil.example", "desk.example.evil"]),
        ("desk.example", ["desk.example"], ["evil.example"]),
    ],
)  # fmt: skip
def test_hosts(folder: Path, host: str, known: list[str], foreign: list[str]) -> None:
    access = Access(lambda: Ledger(folder), host, ("desk.example",) if host == "0.0.0.0" else ())
    assert [name for name in known if not access.knows_host(name)] == []
    assert [name for name in foreign if access.knows_host(name)] == []
    assert host_name("[fe80::1]:8050") == "fe80::1"


@pytest.mark.parametrize(
    ("origin", "host", "fetch_site", "is_own"),
    [
        ("http://localhost:8050", "localhost:8050", "", True),
        ("https://localhost:8050", "localhost:8050", "", True),  # a proxy speaks https
        ("http://localhost:3000", "localhost:8050", "", False),  # another program on this machine
        ("http://evil.example", "localhost:8050", "", False),
        ("null", "localhost:8050", "", False),
        ("file://localhost:8050", "localhost:8050", "", False),
        (None, "localhost:8050", "", True),  # no page of a browser sends it so
        (None, "localhost:8050", "cross-site", False),
        (None, "localhost:8050", "same-site", False),
    ],
)
def test_origins(folder: Path, origin: str | None, host: str, fetch_site: str, is_own: bool) -> None:
    assert Access(lambda: Ledger(folder)).is_own_origin(origin, host, fetch_site) == is_own


@pytest.mark.parametrize(
    "path", ["/edit/sheet", "/edit/_dash-update-component", "/edit/login", "/edit/logout"]
)
@pytest.mark.parametrize("headers", [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Host": "evil.example"}, {"Sec-Fetch-Site": "cross-site"},
                                     {"Host": "evil.example", "Origin": "http://evil.example"}], ids=json.dumps)  # fmt: skip
def test_what_comes_from_elsewhere_is_refused(site: FlaskClient, folder: Path, path: str, headers: dict[str, str]) -> None:  # fmt: skip
    before = Ledger(folder).head()
    answer = site.post(
        path, data={"file": (io.BytesIO(b"x"), "x.csv"), "apply": "yes", "by": "Eve"}, headers=headers
    )
    assert answer.status_code == 403
    assert "Nothing was changed" in answer.text
    assert Ledger(folder).head() == before


def test_reading_under_a_foreign_name_is_refused_too(site: FlaskClient) -> None:
    assert site.get("/edit/", headers={"Host": "evil.example"}).status_code == 403
    assert site.get("/edit/sheet.csv", headers={"Host": "evil.example"}).status_code == 403


def test_a_ledger_that_cannot_be_used_is_told_of(site: FlaskClient, folder: Path) -> None:
    assert site.get("/edit/").status_code == 200
    for name in ("corrections.db-wal", "corrections.db-shm"):
        (folder / name).unlink(missing_ok=True)
    (folder / "corrections.db").write_bytes(b"no database " * 400)
    for path in ("/edit/sheet.csv", "/edit/_dash-layout"):
        answer = site.get(path)
        assert answer.status_code == 503, path
        assert "corrections.db" in answer.text
    assert site.get("/").status_code == 200


def test_serving_with_edit(folder: Path) -> None:
    announced: list[str] = []
    ready = threading.Event()

    def announce(url: str) -> None:
        announced.append(url)
        ready.set()

    threading.Thread(target=serve, args=(folder, "127.0.0.1", 0, announce, True), daemon=True).start()
    assert ready.wait(20)
    with urllib.request.urlopen(f"{announced[0]}/edit/", timeout=20) as answer:
        assert answer.status == 200
