"""The ledger: whole after a kill, a full disk and many writers at once, and what it keeps."""

from __future__ import annotations

import os
import random
import resource
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing, suppress
from multiprocessing import get_context
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.made_up import many
from tests.sheets import desk_of, edited, with_hidden
from tests.writer import write_often
from timeline import cli
from timeline.corrections import database, dump, editors
from timeline.corrections.desk import Desk
from timeline.corrections.errors import CorrectionError, Moved
from timeline.corrections.ledger import Ledger
from timeline.table import store

TREATY, ROADS = "ev_cccccccccc", "ev_dddddddddd"
ENTRIES = 120  # in the sheet that is applied while the writer is killed


def said(ledger):
    """All that the ledger says, after it was found whole."""
    with closing(sqlite3.connect(ledger.path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return {
            table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in ("entries", "uploads")
        }


def titles(number):
    return [(row, "title", f"Title {number} of row {row}") for row in range(2, ENTRIES + 2)]


@pytest.mark.timeout(900)
@pytest.mark.parametrize(
    "kills", [pytest.param(20, marks=pytest.mark.slow), pytest.param(200, marks=pytest.mark.full)]
)
def test_a_kill_at_any_moment_leaves_it_before_or_after(tmp_path, kills):
    """`timeline apply` in a process of its own, which dies at some time between its begin and a little after its end."""
    desk, draw = desk_of(tmp_path / "data", many(ENTRIES)), random.Random(kills)
    file = tmp_path / "sheet.csv"
    outcomes = {"before": 0, "after": 0}
    command = ["apply", file, "--by", "Anna", "--data", tmp_path / "data"]
    with subprocess.Popen(
        [sys.executable, "-m", "tests.writer", *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
        cwd=ROOT,
    ) as writer:  # fmt: skip
        assert writer.stdin is not None
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
        wait = 0.0  # until about half of the kills come too late
        for number in range(-1, kills):  # the first lives on, and tells how long it takes
            file.write_bytes(edited(desk.sheet(), *titles(number)))
            before = said(desk.ledger)
            writer.stdin.write("go\n")
            started, child = time.perf_counter(), int(writer.stdout.readline())
            if number >= 0:
                time.sleep(draw.uniform(0 if number % 4 else 0.7, 1.3) * wait)
                with suppress(ProcessLookupError):  # it was quicker
                    os.kill(child, signal.SIGKILL)
            assert int(writer.stdout.readline()) in ((0, -signal.SIGKILL) if number >= 0 else (0,))
            after = said(desk.ledger)
            wait = time.perf_counter() - started if number < 0 else wait * (1.1 if after == before else 0.85)
            assert after == before or after == {
                name: count + (ENTRIES if name == "entries" else 1) for name, count in before.items()
            }
            outcomes["before" if after == before else "after"] += number >= 0
            assert len(desk.corrected().events) == ENTRIES
        writer.stdin.close()
    assert min(outcomes.values()) >= kills // 20, outcomes


@pytest.mark.slow
def test_a_kill_while_it_is_begun_does_not_lose_what_was_shipped(tmp_path):
    """The corrections beside the documents are taken over whole, also after a first try that was cut off."""
    (tmp_path / "documents").mkdir()
    begun = desk_of(tmp_path / "one")
    begun.apply(edited(begun.sheet(), (3, "title", "Shipped")), "Anna")
    shipped = dump.dumped(begun.ledger.entries())
    (tmp_path / "documents" / dump.NAME).write_text(shipped, encoding="utf-8")
    store.write(with_hidden(), tmp_path / "data", [tmp_path / "documents"])
    for leave in (b"", None):  # a file that was made and never filled; one with tables and nothing in them
        ledger = Ledger(tmp_path / "data")
        if leave is None:
            editors.add(ledger, "Anna", "a long password")
        else:
            ledger.path.write_bytes(leave)
        assert dump.dumped(Desk(tmp_path / "data").ledger.entries()) == shipped
        if leave is not None:
            ledger.path.unlink()
    assert list(Ledger(tmp_path / "data").editors()) == ["Anna"]


@pytest.mark.slow
def test_eight_writers_at_once_lose_nothing(tmp_path):
    with ProcessPoolExecutor(8, mp_context=get_context("forkserver")) as pool:  # on a folder without a ledger
        done = list(pool.map(write_often, [tmp_path] * 8, range(8), [50] * 8))
    commits = sum(one for one, _ in done)
    assert sum(one + other for one, other in done) == 400
    ledger = Ledger(tmp_path)
    assert len(ledger.entries()) == len(ledger.uploads()) == ledger.head() == commits
    assert len({upload.id for upload in ledger.uploads()}) == commits
    for number, (one, _) in enumerate(done):
        assert sum(entry.editor == f"editor {number}" for entry in ledger.entries()) == one


@pytest.mark.slow
def test_editors_who_apply_at_once_all_get_through(tmp_path):
    desk_of(tmp_path, many(8)).sheet()
    raw = Desk(tmp_path).sheet()
    results = []

    def apply(number):
        results.append(
            Desk(tmp_path).apply(edited(raw, (number + 2, "title", f"Title {number}")), f"editor {number}")
        )

    threads = [threading.Thread(target=apply, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(upload for _, upload in results) == [f"u000{number}" for number in range(1, 9)]
    assert {event.row["title"] for event in Desk(tmp_path).corrected().events.values()} == {
        f"Title {number}" for number in range(8)
    }


def test_who_looked_at_an_older_ledger_is_told(tmp_path):
    desk = desk_of(tmp_path)
    plan = desk.check(edited(desk.sheet(), (3, "title", "Mine")))
    desk.apply(edited(desk.sheet(), (4, "title", "Yours")), "Boris")
    with pytest.raises(Moved, match="someone else has saved"):
        desk.save(plan.entries, 0, "Anna")
    assert [entry.new for entry in desk.ledger.entries()] == ["Yours"]


def _full(folder: Path, file: Path, limit: int) -> int:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    return cli.main(["apply", str(file), "--by", "Anna", "--data", str(folder)])


@pytest.mark.slow
@pytest.mark.parametrize("begun", [True, False], ids=["a ledger that is there", "a ledger that is begun"])
def test_a_full_disk_changes_nothing_and_is_said(tmp_path, begun):
    """No file may grow: what a full disk looks like to SQLite, in a process of its own."""
    desk = desk_of(tmp_path / "data", many(ENTRIES))
    desk.sheet()
    new = "".join(f"new,19{row},A film,{'long ' * 2_000}\n" for row in range(20, 80))
    (tmp_path / "sheet.csv").write_text(f"event_id,action,year,title,note\n{new}".replace("\nnew", "\n,new"))
    if not begun:
        desk.ledger.path.unlink()
    before = said(desk.ledger) if begun else None
    code = (
        "import sys, pathlib; from tests.corrections.test_ledger import _full; "
        "sys.exit(_full(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])))"
    )
    limit = desk.ledger.path.stat().st_size // 2 if begun else 2_000
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "data", tmp_path / "sheet.csv", str(limit)],
        capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "Free some space and try again; nothing was changed." in done.stderr
    if begun:
        assert said(desk.ledger) == before
    assert desk.apply(edited(desk.sheet(), (3, "note", "now there is room")), "Anna")[1] == "u0001"


def test_a_full_database_goes_back_and_says_so(tmp_path, monkeypatch):
    desk = desk_of(tmp_path)
    raw = desk.sheet()
    opened = database._open

    def small(path):
        db = opened(path)
        db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0]}")
        return db

    monkeypatch.setattr(database, "_open", small)
    with pytest.raises(CorrectionError, match="Free some space"):
        desk.apply(edited(raw, (3, "note", "x" * 32_000)), "Anna")
    monkeypatch.undo()
    assert (desk.ledger.head(), desk.ledger.uploads()) == (0, [])


DAMAGED = [
    ("no database", lambda path: path.write_bytes(b"This is no database. " * 100), "not a database"),
    ("another version", lambda path: _set_version(path, 99), "another version"),
    ("a folder", lambda path: (path.unlink(), path.mkdir()), "unable to open"),
]


def _set_version(path, version):
    with closing(sqlite3.connect(path)) as db:
        db.execute(f"PRAGMA user_version = {version}")


@pytest.mark.parametrize(("damage", "says"), [row[1:] for row in DAMAGED], ids=[row[0] for row in DAMAGED])
def test_a_ledger_that_cannot_be_used_is_left_alone_and_named(tmp_path, capsys, damage, says):
    desk = desk_of(tmp_path)
    raw = desk.sheet()
    damage(desk.ledger.path)
    with pytest.raises(CorrectionError, match=says) as told:
        desk.apply(raw, "Anna")
    assert str(desk.ledger.path) in str(told.value)
    assert cli.main(["sheet", str(tmp_path / "sheet.csv"), "--data", str(tmp_path)]) == 2
    said = capsys.readouterr().err
    assert len(said.splitlines()) == 1
    assert says in said


def test_what_is_kept_of_an_upload(tmp_path):
    desk = desk_of(tmp_path)
    raw = edited(desk.sheet(), (3, "title", "Mine"), (4, "year", "79"))
    desk.apply(raw, "Anna", "my sheet.csv")
    (upload,) = desk.history()
    assert (upload.editor, upload.name, len(upload.sha256), desk.ledger.raw("u0001")) == (
        "Anna",
        "my sheet.csv",
        64,
        raw,
    )
    (entry,) = desk.ledger.entries()
    assert entry.when.endswith("Z")
    assert (entry.mention.sentence, entry.mention.date_words) == (
        "In 1919 Soviet Russia recognised Afghan independence.",
        "In 1919 Sovi",
    )
    assert desk.ledger.raw("u0009") == b""


@pytest.mark.slow
def test_editors_have_passwords(tmp_path):
    ledger = Ledger(tmp_path)
    editors.add(ledger, "Anna", "correct horse")
    assert editors.is_editor(ledger, "Anna", "correct horse")
    assert not editors.is_editor(ledger, "Anna", "wrong horse")
    assert not editors.is_editor(ledger, "Boris", "correct horse")
    editors.add(ledger, "Anna", "battery staple")
    assert not editors.is_editor(ledger, "Anna", "correct horse")
    assert ledger.editors()["Anna"].startswith("scrypt:")
    assert b"battery" not in ledger.path.read_bytes()
    for name, password in (("", "a long password"), ("Clara", "short")):
        with pytest.raises(CorrectionError):
            editors.add(ledger, name, password)
