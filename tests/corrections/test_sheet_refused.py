"""A damaged file is refused with its cause, and nothing of it is guessed."""

from __future__ import annotations

import pytest

from tests.sheets import (
    BOM,
    MIR,
    PERSIAN,
    TREATY,
    a_column_sorted,
    changed,
    desk_of,
    doubled,
    edited,
    in_columns,
    in_place_of,
    letters_lost,
    only,
    rows_of,
    with_letters,
    without,
    written,
)
from timeline.corrections.errors import Refused

REFUSED = [
    # what is wrong, raw → raw, a word of the cause
    ("letters lost", lambda raw: letters_lost(raw, "cp1252"), "letters were lost"),
    ("letters lost and marked", lambda raw: in_place_of(raw, "Мир", b"???"), "letters were lost"),
    ("mojibake", lambda raw: BOM + raw.removeprefix(BOM).decode("cp1251", "replace").encode(), "letters were lost"),
    ("mojibake of cp1252", lambda raw: raw.decode("utf-8-sig").encode().decode("latin-1").encode(), "letters were lost"),
    ("sentences sorted alone", lambda raw: a_column_sorted(raw, "sentence"), "sorted without the others"),
    ("ids sorted alone", lambda raw: a_column_sorted(raw, "event_id", reverse=True), "sorted without the others"),
    ("revs sorted alone", lambda raw: a_column_sorted(raw, "rev"), "sorted without the other"),
    ("titles sorted alone", lambda raw: a_column_sorted(raw, "title", reverse=True), "column title stand in other rows"),
    ("years sorted alone", lambda raw: a_column_sorted(raw, "year", reverse=True), "column year stand in other rows"),
    ("years sorted alone, and one edited", lambda raw: edited(a_column_sorted(raw, "year", reverse=True), (2, "year", "2022")), "column year"),
    ("titles sorted alone, and one edited", lambda raw: edited(a_column_sorted(raw, "title", reverse=True), (2, "title", "Mine")), "column title"),
    ("importance sorted alone", lambda raw: a_column_sorted(raw, "importance", reverse=True), "column importance"),
    ("read as cp1252, saved as UTF-8", lambda raw: raw.replace(MIR.encode(), b"x").decode("cp1252").encode(), "read in one encoding"),
    ("of another timeline", lambda raw: raw.replace(b"ev_", b"ev_2"), "none of its events is of this timeline"),
    ("no header", lambda raw: written(rows_of(raw)[1:]), "no header"),
    ("no column of ids", lambda raw: written(without(rows_of(raw), "event_id")), "event_id is missing"),
    ("a header twice", lambda raw: doubled(raw, "title"), "title stands twice"),
    ("a header twice, in capitals", lambda raw: written([[*rows_of(raw)[0], "TITLE"], *([*row, ""] for row in rows_of(raw)[1:])]), "stands twice"),
    ("a header alone", lambda raw: written(rows_of(raw)[:1]), "no rows"),
    ("an open quote", lambda raw: raw + b'"', "never closed"),
    ("NUL bytes", lambda raw: raw[:400] + b"\0\0" + raw[400:], "NUL"),
    ("NUL characters", lambda raw: b"\xff\xfe" + (raw.decode("utf-8-sig") + "\0").encode("utf-16-le"), "NUL"),
    ("a workbook", lambda raw: b"PK\x03\x04" + raw, "workbook"),
    ("an old workbook", lambda raw: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + raw, "workbook"),
    ("a login page", lambda raw: b"\r\n<!DOCTYPE html><html><body>Sign in</body></html>", "web page"),
    ("a login page with a BOM", lambda raw: BOM + b"<html lang=en><body>Sign in</body></html>", "web page"),
    ("nothing", lambda raw: b"", "empty"),
    ("a BOM", lambda raw: BOM, "empty"),
    ("blank lines", lambda raw: BOM + b"\r\n\r\n", "empty"),
    ("commas", lambda raw: b",,,\r\n,,,\r\n", "empty"),
    ("a text", lambda raw: b"Dear editor, here it is.", "no header"),
    ("a picture", lambda raw: b"\x89PNG\r\n\x1a\n" + bytes(range(1, 200)), "no text in an encoding"),
    ("cp1252 without sentences", lambda raw: only(edited(raw.replace(MIR.encode(), b"x"), (2, "title", "Caf\u00e9")), "event_id", "title").decode("utf-8-sig").encode("cp1252"), "not UTF-8"),
    ("UTF-8 by its BOM, and broken", lambda raw: in_place_of(raw, "Мир", b"\xd0\xff\x41"), "damaged"),
    ("the last row without its end", lambda raw: raw[:-60], "cut short"),
    ("the last row within its status", lambda raw: raw[:-6], "cut short"),
    ("the last row before its status", lambda raw: written(rows_of(raw)).rpartition(b",")[0] + b",", "cut short"),
    ("the last row short, with a line end", lambda raw: raw[:-60] + b"\r\n", "cut short"),
    ("the title last, and cut", lambda raw: written(in_columns(rows_of(raw), ["event_id", "rev", "title"]))[:-9], "cut short"),
    ("the title last, and gone", lambda raw: written(in_columns(rows_of(raw), ["event_id", "rev", "title"])).rpartition(b",")[0] + b",", "cut short"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "says"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_a_damaged_file_is_refused_with_its_cause(sent, change, says):
    desk, raw = sent
    with pytest.raises(Refused, match=says):
        desk.apply(change(raw), "Anna")
    assert desk.ledger.head() == 0


def test_lost_persian_letters_are_seen_in_every_encoding(tmp_path):
    desk = desk_of(tmp_path, with_letters(PERSIAN))
    raw = desk.sheet()
    for encoding in ("cp1252", "cp1251", "ascii"):
        with pytest.raises(Refused, match="letters were lost"):
            desk.check(letters_lost(raw, encoding))
    assert desk.check(written(rows_of(raw), "utf-16")).entries == []


def test_letters_lost_in_a_title_alone_are_seen(tmp_path):
    timeline = changed(
        with_letters("x"), lambda row: {"title": f"{row['title']} {PERSIAN} {MIR}"} if "title" in row else {}
    )
    desk = desk_of(tmp_path, timeline)
    raw = desk.sheet()
    damaged = [letters_lost(raw, code) for code in ("cp1252", "cp1251", "ascii")]
    damaged.append(raw.decode("utf-8-sig").encode().decode("latin-1").encode("utf-8-sig"))
    for each in damaged:
        with pytest.raises(Refused, match="letters"):
            desk.check(each)


def test_of_two_code_pages_the_one_is_taken_in_which_more_is_as_it_was(tmp_path):
    """Sentences with dashes and curly quotes alone are the same in both."""
    timeline = changed(
        with_letters("– “so”"), lambda row: {"title": "Caf\u00e9"} if row["event_id"] == TREATY else {}
    )
    desk = desk_of(tmp_path, timeline)
    raw = edited(desk.sheet(), (2, "note", "r\u00e9sum\u00e9"))
    assert [e.new for e in desk.check(written(rows_of(raw), "cp1252")).entries] == ["r\u00e9sum\u00e9"]
    unclear = edited(
        desk_of(tmp_path / "other", with_letters("– “so”")).sheet(), (2, "note", "r\u00e9sum\u00e9")
    )
    with pytest.raises(Refused, match="not clear"):
        desk_of(tmp_path / "other", with_letters("– “so”")).check(written(rows_of(unclear), "cp1252"))


TYPED = [
    # what was typed into a sheet, the encoding it was saved in; nothing in the file proves the letters
    ("Persian under Windows", PERSIAN, "cp1256"),
    ("a letter that no sentence has", "Łódź", "cp1250"),
]


@pytest.mark.parametrize(("note", "encoding"), [row[1:] for row in TYPED], ids=[row[0] for row in TYPED])
def test_letters_that_nothing_proves_are_not_guessed(tmp_path, note, encoding):
    timeline = changed(
        with_letters("x"), lambda row: {"title": "Caf\u00e9"} if row["event_id"] == TREATY else {}
    )
    desk = desk_of(tmp_path, timeline)
    raw = edited(desk.sheet(), (2, "note", note))
    with pytest.raises(Refused, match="not UTF-8"):
        desk.check(written(rows_of(raw), encoding))
    assert [entry.new for entry in desk.check(raw).entries] == [note]


def test_question_marks_that_somebody_wrote(desk):
    plan = desk.check(edited(desk.sheet(), (3, "note", "Date unclear???")))
    assert (plan.errors, plan.changes) == ([], 1)
