"""The ledger as ``corrections.csv``: nothing is lost in it, and it begins another ledger."""

from __future__ import annotations

import pytest

from tests.corrections.desks import shown
from tests.made_up import six
from tests.sheets import TREATY, desk_of, edited, row_number, with_hidden
from timeline import cli
from timeline.corrections import dump
from timeline.corrections.changes import change
from timeline.corrections.desk import Desk
from timeline.corrections.ledger import NAME, Ledger
from timeline.corrections.standing import Entry, Fingerprint, standing
from timeline.table import store


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


AWKWARD = ["a\rb", "a\nb", "a\r\nb", 'say "so"', ",", "=1+1", " leading", "", "\ufeff", "x" * 40_000]


@pytest.mark.parametrize("text", AWKWARD, ids=[repr(text[:9]) for text in AWKWARD])
def test_a_dump_gives_back_every_text(tmp_path, text):
    mention = Fingerprint("ev_b", f"In 1919 {text} came.", "1919", 2)
    entries = [
        Entry("2026-01-01T00:00:00Z", "Änna, the editor", "u0001", mention, "title", "old", text, text)
    ]
    path = tmp_path / dump.NAME
    path.write_bytes(dump.dumped(entries).encode())
    assert dump.load(path) == entries
    assert dump.dumped(dump.load(path)).encode() == path.read_bytes()
