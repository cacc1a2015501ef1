"""The ledger: whole after a kill, a full disk and many writers at once; nothing in it is lost, and all can be undone."""

from __future__ import annotations

import json
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

from tests.made_up import many, six
from tests.sheets import desk_of, edited, row_number, with_hidden
from tests.writer import write_often
from timeline import cli
from timeline.corrections import database, dump, editors
from timeline.corrections.changes import change
from timeline.corrections.desk import Desk
from timeline.corrections.errors import CorrectionError, Moved
from timeline.corrections.ledger import NAME, Ledger
from timeline.corrections.standing import Fingerprint, standing
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
        cwd=Path(__file__).parent.parent,
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
        "import sys, pathlib; from tests.test_ledger import _full; "
        "sys.exit(_full(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), int(sys.argv[3])))"
    )
    limit = desk.ledger.path.stat().st_size // 2 if begun else 2_000
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "data", tmp_path / "sheet.csv", str(limit)],
        capture_output=True, text=True, cwd=Path(__file__).parent.parent,
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


def shown(desk):
    """What stands, whoever said it and when, and what became of it."""
    fields = desk.corrected().corrections.fields
    return (
        {
            ident: {name: (given.value, given.machine) for name, given in each.items()}
            for ident, each in fields.items()
        },
        desk.corrected().timeline.events.to_dict("records"),
    )


def test_undo_and_undo_of_undo(tmp_path):
    desk = desk_of(tmp_path)
    states = [shown(desk)]
    desk.apply(
        edited(desk.sheet(), (3, "title", "Mine"), (3, "year", "1920"), (4, "action", "delete")),
        "Anna",
        "sheet.csv",
    )
    states.append(shown(desk))
    assert desk.undo("u0001", "Boris") == "u0002"
    assert shown(desk) == states[0]
    assert desk.undo("u0002", "Boris") == "u0003"
    assert shown(desk) == states[1]
    assert desk.undo("u0003", "Boris") == "u0004"
    assert shown(desk) == states[0]
    assert [(upload.id, upload.undoes, upload.editor, upload.changes) for upload in desk.history()] == [
        ("u0001", "", "Anna", 3), ("u0002", "u0001", "Boris", 3), ("u0003", "u0002", "Boris", 3), ("u0004", "u0003", "Boris", 3),
    ]  # fmt: skip
    assert desk.ledger.entries()[3].note == "undoes u0001"


def test_undo_of_what_was_changed_again_is_refused(tmp_path):
    desk = desk_of(tmp_path)
    desk.apply(edited(desk.sheet(), (3, "title", "Mine"), (3, "note", "so")), "Anna")
    desk.apply(edited(desk.sheet(), (3, "title", "Yours")), "Boris")
    before = desk.ledger.entries()
    with pytest.raises(CorrectionError, match="u0002 changed the same later"):
        desk.undo("u0001", "Anna")
    assert desk.ledger.entries() == before
    desk.undo("u0002", "Boris")
    desk.undo("u0001", "Anna")
    assert desk.corrected().corrections.fields == {}
    with pytest.raises(CorrectionError, match="undone already"):
        desk.undo("u0001", "Anna")


def test_undo_leaves_what_others_did_elsewhere(tmp_path):
    desk = desk_of(tmp_path)
    desk.apply(edited(desk.sheet(), (3, "title", "Mine")), "Anna")
    desk.apply(edited(desk.sheet(), (3, "note", "Yours"), (4, "title", "Yours")), "Boris")
    desk.undo("u0001", "Anna")
    row = desk.corrected().events[TREATY].row
    assert (row["title"], row["note"]) == ("Soviet Russia recognises Afghan independence", "Yours")


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


def _much(desk):
    """Corrections of every kind, some taken back."""
    raw = desk.sheet()
    desk.apply(
        edited(
            raw,
            (2, "title", "=1+1\r\n“so”, she said"),
            (3, "year", "1920"),
            (4, "action", "delete"),
            (5, "certainty", "disputed"),
        ),
        "Änna",
    )
    raw = desk.sheet()
    desk.apply(
        edited(
            raw,
            (row_number(raw, TREATY), "action", "merge"),
            (row_number(raw, TREATY), "target_id", "ev_bbbbbbbbbb"),
        ),
        "Boris",
    )
    desk.apply(edited(desk.sheet(), (8, "action", "new"), (8, "year", "197X"), (8, "title", "New")), "Anna")
    desk.undo("u0002", "Boris")
    desk.apply(edited(desk.sheet(), (2, "action", "verify")), "Anna")


def test_a_dump_begins_another_ledger_that_says_the_same(tmp_path):
    (tmp_path / "documents").mkdir()
    first = desk_of(tmp_path / "first")
    _much(first)
    dumped = dump.dumped(first.ledger.entries())
    (tmp_path / "documents" / dump.NAME).write_bytes(dumped.encode())
    store.write(with_hidden(), tmp_path / "second", [tmp_path / "documents"])
    second = Desk(tmp_path / "second")
    assert dump.dumped(second.ledger.entries()) == dumped
    assert shown(second) == shown(first)
    assert [(u.id, u.when, u.editor, u.undoes, u.changes) for u in second.history()] == [
        (u.id, u.when, u.editor, u.undoes, u.changes) for u in first.history()
    ]
    again = Desk(tmp_path / "second")  # it is begun once
    again.apply(edited(again.sheet(), (2, "place", "Herat")), "Clara")
    assert len(Desk(tmp_path / "second").ledger.entries()) == len(first.ledger.entries()) + 1
    assert again.history()[-1].id == "u0006"


def test_a_dump_with_a_gap_goes_on_counting(tmp_path):
    desk = desk_of(tmp_path / "first")
    for title in ("one", "two", "three"):
        desk.apply(edited(desk.sheet(), (3, "title", title)), "Anna")
    entries = [entry for entry in desk.ledger.entries() if entry.upload != "u0002"]
    other = Ledger(tmp_path / "second")
    other.start(entries)
    assert other.commit([change(Fingerprint(TREATY), "note", "", "x")], other.head(), "Anna") == "u0004"
    assert len(standing(other.entries()).fields[TREATY]) == 2


BAD_DUMPS = [
    ("another header", "a,b,c\n", "the first line must be"),
    ("a conflict of git", f"{','.join(dump.COLUMNS)}\n<<<<<<< HEAD\n", "line 2: 1 cells, not 11"),
    ("an unknown field", f"{','.join(dump.COLUMNS)}\nw,e,u,m,s,d,0,colour,,red,\n", "field 'colour' is unknown"),
    ("an ordinal that is none", f"{','.join(dump.COLUMNS)}\nw,e,u,m,s,d,x,title,,red,\n", "ordinal 'x' is no number"),
    ("an open quote", f'{",".join(dump.COLUMNS)}\nw,e,u,m,"s\n', "line 2"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "says"), [row[1:] for row in BAD_DUMPS], ids=[row[0] for row in BAD_DUMPS])
def test_a_dump_that_is_none_is_named(tmp_path, capsys, text, says):
    (tmp_path / "documents").mkdir()
    path = tmp_path / "documents" / dump.NAME
    path.write_text(text, encoding="utf-8")
    store.write(six(), tmp_path / "data", [tmp_path / "documents"])
    assert cli.main(["history", "--data", str(tmp_path / "data")]) == 2
    told = capsys.readouterr().err
    assert str(path) in told
    assert says in told
    assert not (tmp_path / "data" / NAME).exists()


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


def test_a_refusal_as_json_is_one_object(tmp_path, capsys):
    desk_of(tmp_path / "data")
    (tmp_path / "sheet.csv").write_bytes(b"")
    assert cli.main(["check", str(tmp_path / "sheet.csv"), "--json", "--data", str(tmp_path / "data")]) == 2
    assert set(json.loads(capsys.readouterr().out)) == {
        "refused",
        "changes",
        "conflicts",
        "errors",
        "ignored",
    }
