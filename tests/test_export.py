"""What is taken away: the table, the one file, the corrections; by command and from the page."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.made_up import many, six
from timeline.app import create_app
from timeline.app.address import View, read
from timeline.app.offline import offline
from timeline.cli import main
from timeline.export.csv import events_csv
from timeline.export.html import inline, one_file
from timeline.table import Timeline, store
from timeline.table.schema import EVENTS
from timeline.topic import load

TOPIC = load()
HOSTILE = (
    '<img src=x onerror="alert(1)">',
    "</script><script>alert(2)</script>",
    "<!-- <script>",
    "=cmd|' /C calc'!A0",
    "'+1+1",
    "\u2028 ${alert(3)} \\u003c/script>",
)


def titled(titles: tuple[str, ...]) -> Timeline:
    made = six()
    return Timeline(
        made.events.assign(title=list(titles)), made.mentions, made.documents, made.hidden, made.texts
    )


def rows(raw: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8"), newline="")))


# The table


def test_the_table_has_the_columns_of_events_csv() -> None:
    found = rows(events_csv(six().events))
    assert tuple(found[0]) == EVENTS
    assert [row["title"] for row in found] == list(six().events["title"])
    assert (found[0]["edtf"], found[0]["importance"], found[0]["confidence"]) == ("1839~", "2", "0.9")


CELLS = [
    ("=1+1", "'=1+1"), ("+7 tons", "'+7 tons"), ("-5", "'-5"), ("@sum", "'@sum"), ("\tx", "'\tx"), ("'=1", "''=1"),
    ("1979", "1979"), ("Kabul, the city", "Kabul, the city"), ('"quoted"\nline', '"quoted"\nline'), ("'tis", "'tis"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cell"), CELLS)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    (row,) = rows(events_csv(six().events.head(1).assign(title=text)))
    assert row["title"] == cell


def test_the_pages_table_is_its_selection_for_a_spreadsheet() -> None:
    answer = create_app(six).server.test_client().get("/download/events.csv?era=soviet-war")
    assert answer.status_code == 200
    assert answer.data.startswith(b"\xef\xbb\xbf")
    assert [row["title"] for row in rows(answer.data[3:])] == ["Soviet troops enter Afghanistan"]
    assert answer.headers["Content-Disposition"] == 'attachment; filename="events.csv"'
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


# The one file


def scripts(page: str) -> list[str]:
    """The scripts that a browser would run, as it reads them: each ends at the first "</script"."""
    return [
        text
        for kind, text in re.findall(r"<script([^>]*)>(.*?)</script", page, re.DOTALL | re.IGNORECASE)
        if "type=" not in kind
    ]


def data(page: str, ident: str) -> Any:
    return json.loads(re.search(rf'id="{ident}">(.*?)</script', page, re.DOTALL)[1])  # type: ignore[index]


def test_every_script_of_the_file_is_known_to_its_policy_and_nothing_comes_from_elsewhere() -> None:
    page = offline(View(), six(), TOPIC).decode("utf-8")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    allowed = set(re.findall(r"'sha256-([^']+)'", policy[1]))
    found = scripts(page)
    assert len(found) > 6
    for script in found:
        assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in allowed
    assert "default-src 'none'" in policy[1]
    assert "unsafe-eval" not in policy[1]
    assert not re.findall(r'<(?:script|link|img|iframe)[^>]* (?:src|href)="(?!data:)', page)
    assert "url(" not in re.search(r"<style>(.*?)</style>", page, re.DOTALL)[1]  # type: ignore[index]


def test_hostile_titles_stay_texts_in_the_file() -> None:
    clean, page = (offline(View(), made, TOPIC).decode("utf-8") for made in (six(), titled(HOSTILE)))
    assert len(scripts(page)) == len(scripts(clean))
    assert page.count("<script") == clean.count("<script")
    assert page.count("<img") == clean.count("<img")
    assert [slide["title"][0][0] for slide in data(page, "playlist")["slides"]][:3] == list(HOSTILE[:3])


def test_the_file_holds_the_selection_its_cards_and_its_lesson() -> None:
    made = many(60)
    view = read("?cat=war", made, TOPIC)
    page = offline(view, made, TOPIC).decode("utf-8")
    war = made.events[made.events["category"] == "war"]
    assert re.findall(r'data-entry="([^"]+)"', page) == list(war["event_id"])
    assert [slide["id"] for slide in data(page, "playlist")["slides"]] == list(war["event_id"])
    drawn = data(page, "offline")["figure"]["data"]
    assert sum(len(one["customdata"]) for one in drawn if one["meta"]["kind"] in ("points", "bars")) == len(
        war
    )
    assert [one["name"] for one in drawn if one["meta"]["kind"] == "legend"] == ["War"]
    assert set(data(page, "offline")["eras"]) == {key for cell in war["era"] for key in cell.split("; ")}
    for sentence in war["sentence"]:
        assert sentence.split(" ", 2)[2] in page  # after the date words, which are marked


def test_what_needs_the_server_is_not_in_the_file() -> None:
    page = offline(View(), six(), TOPIC).decode("utf-8").partition('<script type="application/json"')[0]
    body = page.partition("<body>")[2]
    for gone in ('type="search"', 'id="filters"', "data-take", "Copy link</a>"):
        assert gone not in body
    for there in (
        'data-toggle="era=soviet-war"',
        'data-set="view=list"',
        'data-zoom="in"',
        "data-present",
        'id="timeline"',
    ):
        assert there in body


def test_a_file_of_nothing() -> None:
    made = six()
    assert b"data-entry=" not in offline(read("?q=zzz", made, TOPIC), made, TOPIC).partition(b"<script>")[0]


def test_the_same_selection_gives_the_same_bytes() -> None:
    assert offline(View(), six(), TOPIC) == offline(View(), six(), TOPIC)


INLINED = [
    ("a = '</script>'", "a = '\\x3c/script>'"),
    ("/<\\/SCRIPT>|</SCRIPT >/", "/<\\/SCRIPT>|\\x3c/SCRIPT >/"),
    ("'<!--' + `<script>`", "'\\x3c!--' + `\\x3cscript>`"),
    ("a < b; c</d/", "a < b; c</d/"),
    ("a\r\nb", "a\nb"),
]


@pytest.mark.parametrize(("script", "written"), INLINED)
def test_a_script_cannot_close_its_own_block(script: str, written: str) -> None:
    assert inline(script) == written


def test_a_style_cannot_close_its_own_block() -> None:
    page = one_file("<title>", "", ["a::after { content: '</style><script>' }"], [], "").decode("utf-8")
    assert page.count("</style") == 1
    assert "<title>&lt;title&gt;</title>" in page


def test_the_default_download_is_small_enough_for_a_mail(tmp_path: Path) -> None:
    assert (
        len(create_app(lambda: many(300)).server.test_client().get("/download/timeline.html").data)
        < 6_000_000
    )


# The command


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def built(tmp_path: Path) -> Path:
    store.write(six(), tmp_path / "data")
    return tmp_path


def test_export_as_commands(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = ("--data", built / "data")
    assert run("export", "--format", "csv", built / "all.csv", *place) == 0
    assert (built / "all.csv").read_bytes() == (built / "data" / "events.csv").read_bytes()
    assert run("export", "--format", "csv", built / "war.csv", "--query", "cat=war", *place) == 0
    assert len(rows((built / "war.csv").read_bytes())) == 1
    address = "http://127.0.0.1:8050/?cat=war&view=list"
    assert run("export", "--format", "html", built / "war.html", "--query", address, *place) == 0
    assert (built / "war.html").read_text(encoding="utf-8").count("data-entry=") == 1 + scripts_with(
        built, "data-entry="
    )
    assert run("export", "--format", "corrections", built / "corrections.csv", *place) == 0
    assert "written to" in capsys.readouterr().out


def scripts_with(built: Path, words: str) -> int:
    """How often the words stand in the scripts and styles, and not in what they show."""
    page = (built / "war.html").read_text(encoding="utf-8")
    return page.count(words) - page.partition("<body>")[2].partition("<script")[0].count(words)


CANNOT = [
    ("a selection nobody knows", ("--format", "csv", "--query", "era=stone-age"), "selects nothing that this timeline knows"),
    ("half the corrections", ("--format", "corrections", "--query", "cat=war"), "leave --query out"),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "says"), [row[1:] for row in CANNOT], ids=[row[0] for row in CANNOT])
def test_what_cannot_be_exported_is_said(
    built: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], says: str
) -> None:
    assert run("export", *arguments, built / "file", "--data", built / "data") == 2
    assert says in capsys.readouterr().err
    assert not (built / "file").exists()
