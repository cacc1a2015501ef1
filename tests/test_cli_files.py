"""Files that commands write: what is written is said, and nothing that stood there is lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.commands import run
from tests.sheets import doubled, edited, rows_of, with_hidden, written
from timeline.corrections import dump
from timeline.corrections.desk import Desk
from timeline.table import store

DATA = Path("data")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where commands are typed: a timeline lies in ``data``, with two corrections."""
    monkeypatch.chdir(tmp_path)
    store.write(with_hidden(), DATA)
    correct("one", "two")
    return tmp_path


def correct(*notes):
    """Give the first events these notes."""
    desk = Desk(DATA)
    desk.apply(
        edited(desk.sheet(), *((row, "note", note) for row, note in enumerate(notes, start=2))), "Anna"
    )


SHEET = ("sheet", "file.csv")
TABLE = ("export", "--format", "csv", "file.csv")
PAGE = ("export", "--format", "html", "file.html")
DUMP = ("export", "--format", "corrections", "file.csv")

WRITTEN = [
    # a command, what it says
    (SHEET, "6 events written to file.csv. Correct it, save it as CSV UTF-8, then: timeline check file.csv\n"),
    (TABLE, "all 6 events written to file.csv.\n"),
    ((*TABLE, "--query", "cat=war"), "1 of 6 events (cat=war) written to file.csv.\n"),
    ((*TABLE, "--query", "http://127.0.0.1:8050/?q=zeppelin"), "0 of 6 events (q=zeppelin) written to file.csv.\n"),
    ((*PAGE, "--query", "from=1950"), "3 of 6 events (from=1950) written to file.html.\n"),
    (DUMP, "all 2 corrections written to file.csv.\n"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "says"), WRITTEN, ids=[row[1].partition(" written")[0] for row in WRITTEN])  # fmt: skip
def test_what_is_written_is_said(folder, capsys, command, says):
    assert run(capsys, *command) == (0, says, "")


OWN = [(command, what) for command in (SHEET, TABLE, PAGE, DUMP) for what in ("as it was", "older", "empty")]


@pytest.mark.parametrize(("command", "what"), OWN, ids=[f"{row[0][-2]} {row[1]}" for row in OWN])
def test_what_the_program_wrote_itself_is_replaced(folder, capsys, command, what):
    run(capsys, *command)
    file = folder / command[-1]
    before = file.read_bytes()
    if what == "older":
        correct("one", "two", "three")
    elif what == "empty":
        file.write_bytes(b"")
    assert run(capsys, *command)[0] == 0
    assert (file.read_bytes() == before) is (what != "older")
    assert sorted(path.name for path in folder.iterdir()) == ["data", file.name]


STOOD = [
    # what stood there, made of what the program writes, command
    ("a sheet with a change", SHEET, lambda raw: edited(raw, (3, "title", "Mine"))),
    ("a sheet with a mistake", SHEET, lambda raw: edited(raw, (3, "year", "79"))),
    ("a sheet with a column of one's own", SHEET, lambda raw: doubled(raw, "note").replace(b"status,note", b"status,mine")),
    ("a sheet that is cut short", SHEET, lambda raw: raw[:-60]),
    ("a letter to the editor", SHEET, lambda raw: b"Dear editor"),
    ("a table that a spreadsheet saved", TABLE, lambda raw: written(rows_of(raw))),
    ("a sheet, by an export", TABLE, lambda raw: Desk(DATA).sheet()),
    ("a page of somebody's", PAGE, lambda raw: b"<!DOCTYPE html><title>Mine</title>"),
    ("corrections of another timeline", DUMP, lambda raw: raw.replace(b"Anna", b"Boris")),
]  # fmt: skip


@pytest.mark.parametrize(("command", "change"), [row[1:] for row in STOOD], ids=[row[0] for row in STOOD])
def test_what_would_be_lost_is_kept_beside(folder, capsys, command, change):
    run(capsys, *command)
    file = folder / command[-1]
    ours = file.read_bytes()
    theirs = change(ours)
    for number in ("", "1", "2"):
        file.write_bytes(theirs)
        code, out, err = run(capsys, *command)
        kept = f"file.old{number}{file.suffix}"
        assert (code, err) == (0, "")
        assert f"written to {file.name}. The {file.name} that was there is kept as {kept}." in out
        assert ((folder / kept).read_bytes(), file.read_bytes()) == (theirs, ours)


PLACES = [
    # where nothing is written, what is said of it
    ((*SHEET[:-1], "events.xlsx"), "what is written is a CSV file, and events.xlsx is the name of a workbook. Name it events.csv."),
    ((*TABLE[:-1], "events.html"), "events.html is the name of a web page. Name it events.csv."),
    ((*PAGE[:-1], "timeline.csv"), "what is written is a web page, and timeline.csv is the name of a CSV file. Name it timeline.html."),
    ((*SHEET[:-1], "folder"), "folder is a folder. Name a file in it: folder/events.csv"),
    ((*PAGE[:-1], "folder"), "folder is a folder. Name a file in it: folder/events.html"),
    ((*SHEET[:-1], "none/a.csv"), "there is no folder none. Choose another place, or make it first."),
    ((*TABLE[:-1], "data/events.csv"), "data/events.csv is a file of the timeline itself. Choose another place."),
    ((*DUMP[:-1], "data/texts/alpha.txt.txt"), "a file of the timeline itself"),
    ((*DUMP[:-1], "data/corrections.db"), "a file of the timeline itself"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "says"), PLACES, ids=[row[0][-1] for row in PLACES])
def test_where_nothing_is_written(folder, capsys, command, says):
    (folder / "folder").mkdir()
    (folder / "data" / dump.NAME).touch()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    code, out, err = run(capsys, *command)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_left_alone(folder, capsys):
    os.mkfifo(folder / "pipe")
    code, _, err = run(capsys, "sheet", "pipe")
    assert (code, err) == (2, "timeline sheet: pipe is no ordinary file. Choose another place.\n")


def test_beside_the_tables_of_a_build_one_may_write(folder, capsys):
    assert run(capsys, "sheet", "data/sheet.csv")[0] == 0
    assert run(capsys, "export", "--format", "corrections", "data/corrections.csv")[0] == 0
