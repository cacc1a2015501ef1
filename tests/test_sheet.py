"""The editors' sheet, out and in again: the table of the issue "A test for every row". Whatever programs make of an
untouched sheet is no change; a damaged file is refused, a wrong row is named, and nothing is guessed."""

from __future__ import annotations

import csv
import json
import random

import pytest

from tests.made_up import many
from tests.sheets import (
    HIDDEN,
    MIR,
    PERSIAN,
    changed,
    desk_of,
    edited,
    only,
    row_number,
    rows_of,
    sheet_row,
    with_letters,
    written,
)
from timeline import cli
from timeline.corrections import columns
from timeline.corrections.desk import Desk
from timeline.corrections.errors import Refused
from timeline.corrections.guard import guarded, unguarded
from timeline.table import store

ENVOY, TREATY, ROADS, TROOPS, TALIBAN, LOST = (f"ev_{letter * 10}" for letter in "bcdfgh")
RETOLD = "ev_jjjjjjjjjj"  # the second mention of TROOPS
BOM = b"\xef\xbb\xbf"


@pytest.fixture
def desk(tmp_path):
    return desk_of(tmp_path / "data", with_letters(MIR))


@pytest.fixture(scope="module")
def sent(tmp_path_factory):
    """A desk and the sheet that it wrote, for what changes nothing."""
    desk = desk_of(tmp_path_factory.mktemp("sent"), with_letters(MIR))
    return desk, desk.sheet()


def in_each_row(rows, change):
    return [rows[0], *(change(row) for row in rows[1:])]


def shuffled(rows):
    rest = rows[1:]
    random.Random(1).shuffle(rest)
    return [rows[0], *rest]


def in_columns(rows, names):
    return [[row[rows[0].index(name)] for name in names] for row in rows]


def without(rows, *names):
    return in_columns(rows, [name for name in rows[0] if name not in names])


def with_line_ends(raw, end):
    return raw.replace(b"\r\n", b"\n").replace(b"\n", end)


UNTOUCHED = [
    # what was done, raw → raw, columns that are ignored
    ("nothing", lambda raw: raw, []),
    ("no BOM", lambda raw: raw.removeprefix(BOM), []),
    ("two BOMs", lambda raw: BOM + raw, []),
    ("LF", lambda raw: with_line_ends(raw, b"\n"), []),
    ("CR", lambda raw: with_line_ends(raw, b"\r"), []),
    ("CRLF in cells too", lambda raw: with_line_ends(raw, b"\r\n"), []),
    ("semicolons", lambda raw: written(rows_of(raw), delimiter=";"), []),
    ("tabs", lambda raw: written(rows_of(raw), delimiter="\t"), []),
    ("sep=;", lambda raw: b"sep=;\r\n" + written(rows_of(raw), "utf-8", ";"), []),
    ("BOM and sep=;", lambda raw: BOM + b"sep=;\r\n" + written(rows_of(raw), "utf-8", ";"), []),
    ("sep=| quoted, as a program saves what it does not know", lambda raw: b'"sep=|"\r\n' + written(rows_of(raw), "utf-8", "|"), []),
    ("UTF-16 LE", lambda raw: b"\xff\xfe" + written(rows_of(raw), "utf-16-le"), []),
    ("UTF-16 BE", lambda raw: b"\xfe\xff" + written(rows_of(raw), "utf-16-be"), []),
    ("UTF-16 with tabs, as Excel's Unicode text", lambda raw: written(rows_of(raw), "utf-16", "\t"), []),
    ("UTF-16 LE without BOM", lambda raw: written(rows_of(raw), "utf-16-le"), []),
    ("cp1251", lambda raw: written(rows_of(raw), "cp1251"), []),
    ("cp1251 with semicolons", lambda raw: written(rows_of(raw), "cp1251", ";"), []),
    ("shuffled rows", lambda raw: written(shuffled(rows_of(raw))), []),
    ("rows sorted by title", lambda raw: written([rows_of(raw)[0], *sorted(rows_of(raw)[1:], key=lambda row: row[10])]), []),
    ("columns in another order", lambda raw: written(in_columns(rows_of(raw), rows_of(raw)[0][::-1])), []),
    ("a header in capitals", lambda raw: written([[f" {name.upper()} " for name in rows_of(raw)[0]], *rows_of(raw)[1:]]), []),
    ("without what is not to be edited", lambda raw: written(without(rows_of(raw), "rev", *columns.SHOWN)), []),
    ("without what may be edited", lambda raw: only(raw, *columns.READ_ONLY), []),
    ("an own column", lambda raw: written([[*row, "Mine" if not number else "?"] for number, row in enumerate(rows_of(raw))]), ["Mine"]),
    ("an own column in front", lambda raw: written([["Mine" if not number else "", *row] for number, row in enumerate(rows_of(raw))]), ["Mine"]),
    ("remarks right of the table", lambda raw: written([[*row, "" if not number else "?"] for number, row in enumerate(rows_of(raw))]),
     ["column 22, which has no name"]),
    ("blank rows", lambda raw: written([cells for row in rows_of(raw) for cells in (row, [""] * len(row), [])]), []),
    ("an extra comma on every row of data", lambda raw: written(in_each_row(rows_of(raw), lambda row: [*row, ""])), []),
    ("everything quoted", lambda raw: written(rows_of(raw), quoting=csv.QUOTE_ALL), []),
    ("no line end at the end", lambda raw: raw.removesuffix(b"\r\n"), []),
    ("floats", lambda raw: edited(raw, (2, "year", "1839.0"), (2, "importance", "2.0")), []),
    ("curly quotes made straight", lambda raw: written(in_each_row(rows_of(raw), lambda row: [*row[:19], row[19].replace("“", '"').replace("”", '"'), *row[20:]])), []),
    ("white space in sentences collapsed", lambda raw: written(in_each_row(rows_of(raw), lambda row: [*row[:19], " ".join(row[19].split()), *row[20:]])), []),
    ("a shown date edited", lambda raw: edited(raw, (2, "date_shown", "1841")), ["date_shown"]),
    ("a status edited", lambda raw: edited(raw, (2, "status", "[checked by me]")), ["status"]),
    ("a document edited", lambda raw: edited(raw, (2, "document", "other.txt")), ["document"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "ignored"), [row[1:] for row in UNTOUCHED], ids=[row[0] for row in UNTOUCHED]
)
def test_an_untouched_sheet_changes_nothing(sent, change, ignored):
    desk, raw = sent
    plan = desk.check(change(raw))
    assert (plan.entries, plan.changes, plan.errors, plan.conflicts) == ([], 0, [], [])
    assert plan.ignored == ignored


def test_an_untouched_sheet_changes_nothing_twice(desk):
    sheets = desk.sheet(), desk.sheet()
    assert sheets[0] == sheets[1]
    assert [desk.apply(raw, "Anna")[1] for raw in sheets] == ["", ""]
    assert desk.ledger.entries() == []


EDTF = (
    "19XX", "19XX~", "197X", "1979", "1979?", "1979%", "1978-21", "1978-24~", "1978-33", "1978-36?", "1979-12", "1979-12~",
    "1979-12-24", "1979-12-24?", "1950/1973", "1950~/1973", "1950/1973?", "1950~/1973?", "197X/198X", "1924-07/1924-12~",
    "2002-03-11/2002-03-14", "2021-08-15/..", "2021~/..", "../1992", "../1992-04%", "0652", "1219-02", "-0329",
    "XXXX-12-05", "XXXX-02-29", "XXXX-12~", "XXXX-21", "XXXX-12-05/XXXX-12-09",
)  # fmt: skip


def test_every_value_survives_the_sheet(tmp_path):
    timeline = many(len(EDTF))
    values = dict(zip(timeline.events["event_id"], EDTF, strict=True))
    desk = desk_of(tmp_path, changed(timeline, lambda row: {"edtf": values[row["event_id"]]}))
    raw = desk.sheet()
    for back in (raw, written(rows_of(raw), "utf-16", "\t")):
        plan = desk.check(back)
        assert (plan.entries, plan.errors, plan.conflicts, plan.ignored) == ([], [], [], [])


def test_what_the_sheet_looks_like(desk):
    raw = desk.sheet()
    assert raw.startswith(
        BOM + b"event_id,rev,action,year,month,day,end_year,end_month,end_day,certainty,title,category,"
    )
    assert raw.endswith(b"]\r\n")
    rows = rows_of(raw)
    assert tuple(rows[0]) == (
        "event_id", "rev", "action", "year", "month", "day", "end_year", "end_month", "end_day", "certainty", "title",
        "category", "actors", "place", "importance", "note", "target_id", "date_shown", "sentence", "document", "status",
    )  # fmt: skip
    assert [row[0] for row in rows[1:]] == [ENVOY, TREATY, ROADS, TROOPS, TALIBAN, LOST]
    assert sheet_row(raw, ENVOY)["date_shown"] == "[about 1839]"
    assert sheet_row(raw, ENVOY)["certainty"] == "about"
    assert sheet_row(raw, LOST)["year"] == ""
    assert sheet_row(raw, LOST)["status"] == "[check: year lost]"
    assert all(len(row[1]) == 10 and row[1].startswith("r_") for row in rows[1:])


def test_a_long_sentence_is_cut_and_comes_back(tmp_path):
    long = "In 1919 Soviet Russia recognised Afghanistan, " + "and so on, " * 5_000
    desk = desk_of(
        tmp_path,
        changed(with_letters(MIR), lambda row: {"sentence": long} if row["event_id"] == TREATY else {}),
    )
    assert len(sheet_row(desk.sheet(), TREATY)["sentence"]) == 1_000
    assert desk.check(edited(desk.sheet(), (3, "title", "Another"))).changes == 1


def test_text_that_no_file_can_hold_is_written_and_comes_back(tmp_path):
    desk = desk_of(
        tmp_path,
        changed(
            with_letters(MIR), lambda row: {"sentence": "In 1919 a \udce9 came", "title": "\udce9\ud800"}
        ),
    )
    raw = desk.sheet()
    assert desk.check(raw).entries == []
    plan, upload = desk.apply(edited(raw, (3, "note", "checked")), "An\udce9na", "sheet\udce9.csv")
    assert (plan.changes, upload) == (1, "u0001")


def a_column_sorted(raw, name, reverse=False):
    rows = rows_of(raw)
    place = rows[0].index(name)
    cells = sorted((row[place] for row in rows[1:]), reverse=reverse)
    return written(
        [
            rows[0],
            *([*row[:place], cell, *row[place + 1 :]] for row, cell in zip(rows[1:], cells, strict=True)),
        ]
    )


def doubled(raw, name):
    rows = rows_of(raw)
    return written([[*row, row[rows[0].index(name)]] for row in rows])


def in_place_of(raw, old, new):
    assert old.encode() in raw
    return raw.replace(old.encode(), new)


REFUSED = [
    # what is wrong, raw → raw, a word of the cause
    ("letters lost", lambda raw: rows_of_lost(raw, "cp1252"), "letters were lost"),
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


def rows_of_lost(raw, encoding):
    """What a program saves that cannot write all letters."""
    return raw.decode("utf-8-sig").encode(encoding, "replace")


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
            desk.check(rows_of_lost(raw, encoding))
    assert desk.check(written(rows_of(raw), "utf-16")).entries == []


def test_letters_lost_in_a_title_alone_are_seen(tmp_path):
    timeline = changed(
        with_letters("x"), lambda row: {"title": f"{row['title']} {PERSIAN} {MIR}"} if "title" in row else {}
    )
    desk = desk_of(tmp_path, timeline)
    raw = desk.sheet()
    damaged = [rows_of_lost(raw, code) for code in ("cp1252", "cp1251", "ascii")]
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


ERRORS = [
    # what is wrong, column, cell, column of the error, a word of the message
    ("an unknown id", "event_id", "ev_zzzzzzzzzz", "event_id", "no event of this timeline"),
    ("no id", "event_id", "", "event_id", "new under action"),
    ("year 79", "year", "79", "year", "in full"),
    ("a Solar Hijri year", "year", "1358", "year", "Solar Hijri"),
    ("a date as a number", "year", "29214", "year", "own cells"),
    ("a year too early", "year", "1699", "year", "1700"),
    ("a year too late", "year", "2999", "year", "1700"),
    ("Dec-79", "year", "Dec-79", "year", "no year"),
    ("03/04/1979", "year", "03/04/1979", "year", "no year"),
    ("#REF!", "year", "#REF!", "year", "no year"),
    ("1.79E+308", "year", "1.79E+308", "year", "no year"),
    ("a blank year", "year", "", "year", "blank"),
    ("month 13", "month", "13", "month", "no month"),
    ("an end before the start", "end_year", "1950", "end_year", "ends before"),
    ("a word that is none", "certainty", "maybe", "certainty", "unknown"),
    ("a blank title", "title", "", "title", "blank"),
    ("a title of white space", "title", " \u00a0", "title", "blank"),
    ("a title too long", "title", "x" * 32_768, "title", "32,767"),
    ("a title of nothing that is seen", "title", "\u200b", "title", "blank"),
    ("a formula that failed", "title", "#REF!", "title", "formula"),
    ("a value that a spreadsheet did not know", "note", "#VALUE!", "note", "formula"),
    ("a target and no action", "target_id", "ev_bbbbbbbbbb", "target_id", "under action"),
    ("a note too long", "note", "x" * 32_768, "note", "32,767"),
    ("letters lost in a note", "note", "the ????? said", "note", "letters were lost"),
    ("an unknown action", "action", "remove", "action", "unknown"),
    ("an unknown category", "category", "sports", "category", "no category"),
    ("importance 4", "importance", "4", "importance", "1, 2 or 3"),
    ("importance in words", "importance", "high", "importance", "1, 2 or 3"),
    ("a merge without a target", "action", "merge", "target_id", "needs the id"),
    ("a split without a target", "action", "split", "target_id", "needs the id"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("column", "cell", "where", "says"), [row[1:] for row in ERRORS], ids=[row[0] for row in ERRORS]
)
def test_a_wrong_row_is_named_and_the_others_are_not_lost(sent, column, cell, where, says):
    desk, raw = sent
    wrong = row_number(raw, TROOPS)
    plan = desk.check(edited(raw, (wrong, column, cell), (wrong, "place", "Herat"), (3, "note", "right")))
    assert [(error.row, error.column) for error in plan.errors] == [(wrong, where)]
    assert says in plan.errors[0].message
    assert plan.changes == 1
    assert [(entry.field, entry.new) for entry in plan.entries] == [("note", "right")]


def test_a_wrong_row_is_left_out_and_the_others_are_applied(desk):
    plan, upload = desk.apply(
        edited(desk.sheet(), (4, "year", "79"), (4, "place", "Herat"), (3, "note", "right")), "Anna"
    )
    assert ([error.row for error in plan.errors], plan.changes, upload) == ([4], 1, "u0001")
    assert [(entry.field, entry.new) for entry in desk.ledger.entries()] == [("note", "right")]
    assert (desk.corrected().events[TREATY].row["note"], desk.corrected().events[ROADS].row["place"]) == (
        "right",
        "",
    )


def test_31_february(desk):
    raw = desk.sheet()
    plan = desk.check(
        edited(raw, (row_number(raw, TALIBAN), "month", "2"), (row_number(raw, TALIBAN), "day", "31"))
    )
    assert [(error.row, error.column) for error in plan.errors] == [(6, "day")]


def test_a_cell_as_long_as_a_cell_may_be(desk):
    plan, _ = desk.apply(edited(desk.sheet(), (3, "note", "x" * 32_767)), "Anna")
    assert (plan.changes, plan.errors) == (1, [])
    assert desk.check(desk.sheet()).entries == []


KEPT = [
    "NA", "null", "None", "nan", "TRUE", "007", "1e5", "=1+1", "'=1+1", "''=1+1", "+1", "-1", "@home", "＝1＋1", "\tindented", "'tis", "'",
    "two\nlines", "a \u202eright-to-left\u202c override", "<img src=x onerror=alert(1)>", 'she said ""so""', "a; b, c\td",
    "Kabul \u2013 Герат \u2013 افغانستان", "🙂", "e\u0301", " in the middle of blanks ",
]  # fmt: skip


@pytest.fixture(scope="module")
def titled(tmp_path_factory):
    """A desk of which an editor gave every event another of these titles."""
    desk = desk_of(tmp_path_factory.mktemp("titled"), many(len(KEPT)))
    raw = desk.sheet()
    desk.apply(
        edited(raw, *((number, "title", guarded(title)) for number, title in enumerate(KEPT, start=2))),
        "Anna",
    )
    return desk, [row[0] for row in rows_of(raw)[1:]]


@pytest.mark.parametrize("number", range(len(KEPT)), ids=KEPT)
def test_text_is_kept_as_it_is(titled, number):
    desk, idents = titled
    assert desk.corrected().events[idents[number]].row["title"] == KEPT[number]
    raw = desk.sheet()
    assert sheet_row(raw, idents[number])["title"] == guarded(KEPT[number])


def test_text_that_was_kept_comes_back(titled):
    raw = titled[0].sheet()
    for back in (
        raw,
        with_line_ends(raw, b"\n"),
        with_line_ends(raw, b"\r"),
        written(rows_of(raw), "utf-16", "\t", quoting=csv.QUOTE_ALL),
    ):
        plan = titled[0].check(back)
        assert (plan.entries, plan.errors, plan.conflicts) == ([], [], [])


def test_a_formula_that_the_editor_typed_is_text_too(desk):
    desk.apply(edited(desk.sheet(), (3, "title", "=1+1")), "Anna")
    assert desk.corrected().events[TREATY].row["title"] == "=1+1"
    assert sheet_row(desk.sheet(), TREATY)["title"] == "'=1+1"


YEARS = ["1980.0", "۱۹۸۰", "１９８０", "\u00a01980", "1980\u200e"]


@pytest.mark.parametrize("year", YEARS)
def test_1980_however_it_is_written(desk, year):
    raw = desk.sheet()
    desk.apply(edited(raw, (row_number(raw, TREATY), "year", year)), "Anna")
    assert desk.corrected().events[TREATY].row["edtf"] == "1980"


def test_the_same_id_twice(desk):
    rows = rows_of(desk.sheet())
    place = rows[0].index("title")
    twin = [*rows[2][:place], "Another title", *rows[2][place + 1 :]]
    plan = desk.check(written([*rows, twin]))
    assert plan.entries == []
    assert [(error.row, error.column) for error in plan.errors] == [(3, "event_id"), (8, "event_id")]
    assert "rows 3 and 8" in plan.errors[0].message
    assert desk.check(written([*rows, rows[2]])).errors == []  # the same twice is one


def test_rows_are_numbered_as_a_spreadsheet_shows_them(desk):
    rows = rows_of(edited(desk.sheet(), (3, "year", "79")))
    raw = written([rows[0], [""] * len(rows[0]), [], *rows[1:]], "utf-8", ";")
    assert [error.row for error in desk.check(b"sep=;\r\n" + raw).errors] == [5]


def test_a_cell_under_no_column_is_an_error(desk):
    rows = rows_of(edited(desk.sheet(), (3, "note", "mine")))
    rows[2].append("left over")
    plan = desk.check(written(rows))
    assert [(error.row, error.message) for error in plan.errors] == [
        (3, "the row has cells under no column. Take them out.")
    ]
    assert plan.entries == []


def test_a_stale_row_conflicts_on_the_same_cell_and_not_on_another(desk):
    old = desk.sheet()
    desk.apply(edited(old, (3, "title", "Anna's title")), "Anna")
    plan, upload = desk.apply(edited(old, (3, "place", "Herat")), "Boris")
    assert (plan.conflicts, upload) == ([], "u0002")
    plan, upload = desk.apply(
        edited(old, (3, "title", "Boris' title"), (3, "note", "not applied"), (4, "note", "applied")), "Boris"
    )
    (conflict,) = plan.conflicts
    clash = conflict.clash
    base = f"Soviet Russia recognises Afghan independence {MIR}"
    assert (conflict.row, clash.column, clash.base, clash.mine, clash.theirs) == (
        3,
        "title",
        base,
        "Boris' title",
        "Anna's title",
    )
    assert [entry.new for entry in desk.ledger.entries()] == ["Anna's title", "Herat", "applied"]
    plan, _ = desk.apply(edited(old, (3, "title", "Anna's title")), "Boris")
    assert (plan.conflicts, plan.changes) == ([], 0)  # both want the same


def test_an_unknown_rev_makes_every_differing_cell_a_conflict(desk):
    raw = edited(
        desk.sheet(), (3, "rev", "r_00000000"), (3, "title", "Mine"), (3, "place", "Herat"), (4, "rev", "")
    )
    plan = desk.check(raw)
    assert [(c.row, c.clash.column, c.clash.base) for c in plan.conflicts] == [
        (3, "place", None),
        (3, "title", None),
    ]
    assert plan.entries == []


def test_what_someone_else_changed_is_not_deleted_or_checked_unseen(desk):
    old = desk.sheet()
    desk.apply(edited(old, (3, "title", "Anna's title")), "Anna")
    for action in ("delete", "verify"):
        plan = desk.check(edited(old, (3, "action", action)))
        assert [c.clash.column for c in plan.conflicts] == ["title"]
    merging = desk.check(edited(old, (3, "action", "merge"), (3, "target_id", ROADS)))
    assert [c.clash.column for c in merging.conflicts] == ["title"]


def test_a_small_file_made_by_hand(desk):
    desk.sheet()
    plan, _ = desk.apply(f"event_id,action\n{TREATY},delete\n{HIDDEN},restore\n".encode(), "Anna")
    assert (plan.errors, plan.conflicts, plan.changes) == ([], [], 2)
    assert {TREATY} == desk.corrected().deleted
    assert HIDDEN in desk.corrected().events


NEW = (
    (8, "action", "new"),
    (8, "year", "1984"),
    (8, "title", "A film is shown in Kabul"),
    (8, "note", "by hand"),
)


def test_a_new_row_twice_is_one_event(desk):
    raw = edited(desk.sheet(), *NEW)
    plan, upload = desk.apply(raw, "Anna")
    assert (plan.changes, plan.errors, upload) == (1, [], "u0001")
    (ident,) = set(desk.corrected().events) - {ENVOY, TREATY, ROADS, TROOPS, TALIBAN, LOST}
    row = desk.corrected().events[ident].row
    assert (row["edtf"], row["title"], row["category"], row["importance"], row["note"]) == (
        "1984", "A film is shown in Kabul", "diplomacy" if row["category"] == "diplomacy" else row["category"], 1, "by hand",
    )  # fmt: skip
    assert desk.apply(raw, "Boris")[1] == ""
    assert desk.apply(edited(desk.sheet(), *((9, *cell[1:]) for cell in NEW)), "Boris")[1] == ""
    in_one_file = edited(
        desk.sheet(),
        *((number, *cell[1:]) for number in (9, 10) for cell in (*NEW[:2], (0, "title", "Another film"))),
    )
    plan, upload = desk.apply(in_one_file, "Boris")
    assert (plan.errors, plan.changes, upload) == ([], 1, "u0002")
    assert len(desk.corrected().events) == 8
    assert sheet_row(desk.sheet(), ident)["status"] == "[added by hand by Anna]"


def test_a_new_row_sent_again_with_more_in_it_is_no_silent_loss(desk):
    raw = edited(desk.sheet(), *NEW)
    desk.apply(raw, "Anna")
    plan = desk.check(edited(raw, (8, "place", "Kabul")))
    assert [(error.row, error.column) for error in plan.errors] == [(8, "place")]
    assert "was added already" in plan.errors[0].message


def test_a_hidden_mention_restored_twice_is_restored_once(desk):
    raw = f"event_id,action,year,title,category,note\n{HIDDEN},restore,,A test,war,\n".encode()
    desk.apply(raw, "Anna")
    plan = desk.check(raw)
    assert (plan.entries, plan.errors, plan.conflicts) == ([], [], [])


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


def test_a_sentence_whose_capitals_were_changed_is_the_same(desk):
    desk.sheet()
    store.write(
        changed(
            with_letters(MIR), lambda row: {"sentence": str(row["sentence"]).replace("Soviet", "soviet")}
        ),
        desk.ledger.path.parent,
    )
    again = Desk(desk.ledger.path.parent)
    for raw in (again.sheet(), desk.sheet()):
        plan = again.check(raw)
        assert (plan.entries, plan.errors, plan.conflicts) == ([], [], [])


VALUES = [
    # a text, and whether a spreadsheet would make something else of it
    ("5 May 1979", True), ("5 мая 1979", True), ("5. Mai 1979", True), ("Sept 5", True), ("12 p", True), ("1979–80", True), ("50 %", True),
    ("Daoud goes to Moscow", False), ("40 men of the 40th Army left", False), ("1" + " may" * 500 + " z", False), ("june" * 500 + "7 z z", False),
]  # fmt: skip


@pytest.mark.timeout(20)
@pytest.mark.parametrize(("text", "changes"), VALUES, ids=[row[0][:20] for row in VALUES])
def test_what_a_spreadsheet_would_take_for_a_value(text, changes):
    assert guarded(text) == ("'" if changes else "") + text
    assert unguarded(guarded(text)) == text


NEW_ERRORS = [
    ("no year", (), "year", "blank"),
    ("no title", ((8, "year", "1984"), (8, "title", "")), "title", "blank"),
    ("an id", ((8, "year", "1984"), (8, "event_id", "ev_zzzzzzzzzz")), "event_id", "leave event_id blank"),
]


@pytest.mark.parametrize(
    ("cells", "column", "says"), [row[1:] for row in NEW_ERRORS], ids=[row[0] for row in NEW_ERRORS]
)
def test_a_new_row_that_is_none(desk, cells, column, says):
    plan = desk.check(edited(desk.sheet(), (8, "action", "new"), (8, "title", "Mine"), *cells))
    assert [(error.row, error.column) for error in plan.errors] == [(8, column)]
    assert says in plan.errors[0].message


def test_a_new_event_that_was_deleted_is_not_added_again_unseen(desk):
    raw = edited(desk.sheet(), *NEW)
    desk.apply(raw, "Anna")
    ident = next(entry.mention.mention_id for entry in desk.ledger.entries())
    desk.apply(edited(desk.sheet(), (row_number(desk.sheet(), ident), "action", "delete")), "Anna")
    plan = desk.check(raw)
    assert [(error.row, error.column) for error in plan.errors] == [(8, "action")]
    assert ident in plan.errors[0].message


def test_what_stands_in_a_new_row_for_nothing_is_said(desk):
    plan = desk.check(edited(desk.sheet(), *NEW, (8, "sentence", "I saw it."), (8, "document", "my diary")))
    assert (plan.changes, plan.ignored) == (1, ["sentence", "document"])


MERGES = [
    # what is asked: event → target; the rows with errors, a word of the message
    ("into itself", {TREATY: TREATY}, [3], "circle"),
    ("in a circle of two", {TREATY: ROADS, ROADS: TREATY}, [3, 4], "circle"),
    ("in a circle of three, and one into it", {ENVOY: TREATY, TREATY: ROADS, ROADS: TALIBAN, TALIBAN: TREATY}, [3, 4, 6], "circle"),
    ("into an unknown one", {TREATY: "ev_zzzzzzzzzz"}, [3], "no event"),
    ("in a chain", {TREATY: ROADS, ROADS: TROOPS}, [], ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("wanted", "rows", "says"), [row[1:] for row in MERGES], ids=[row[0] for row in MERGES]
)
def test_merges_that_cannot_be(desk, wanted, rows, says):
    raw = desk.sheet()
    cells = [
        cell
        for one, other in wanted.items()
        for cell in ((row_number(raw, one), "action", "merge"), (row_number(raw, one), "target_id", other))
    ]
    plan = desk.check(edited(raw, *cells))
    assert [error.row for error in plan.errors] == rows
    assert all(says in error.message and error.column == "target_id" for error in plan.errors)
    assert len(plan.rows) == len(wanted) - len(rows)


def test_a_merge_into_what_is_deleted(desk):
    raw = desk.sheet()
    both = edited(raw, (3, "action", "merge"), (3, "target_id", ROADS), (4, "action", "delete"))
    plan, _ = desk.apply(both, "Anna")
    assert [(error.row, error.column) for error in plan.errors] == [(3, "target_id")]
    plan = desk.check(edited(desk.sheet(), (3, "action", "merge"), (3, "target_id", ROADS)))
    assert "no event" in plan.errors[0].message


def test_a_merge_back_is_a_circle_too(desk):
    old = edited(desk.sheet(), (3, "action", "merge"), (3, "target_id", ROADS))
    desk.apply(old, "Anna")
    assert (desk.check(old).entries, desk.check(old).errors) == ([], [])  # a second upload adds nothing
    raw = desk.sheet()
    plan = desk.check(
        edited(
            raw, (row_number(raw, ROADS), "action", "merge"), (row_number(raw, ROADS), "target_id", TREATY)
        )
    )
    assert "circle" in plan.errors[0].message


def test_a_merge_with_other_changes_in_its_row(desk):
    plan = desk.check(
        edited(desk.sheet(), (3, "action", "merge"), (3, "target_id", ROADS), (3, "note", "mine"))
    )
    assert [(error.row, error.column) for error in plan.errors] == [(3, "note")]


def test_a_row_that_ends_early_loses_nothing(desk):
    """Excel leaves out separators of blank cells at the end of rows; what was not blank must not be lost."""
    rows = in_columns(rows_of(desk.sheet()), ["event_id", "rev", "title", "place", "note", "target_id"])
    rows[1], rows[2] = rows[1][:4], rows[2][:2]
    plan = desk.check(written(rows))
    assert [(error.row, error.column) for error in plan.errors] == [(3, "title")]
    assert plan.entries == []


def test_an_old_row_whose_event_is_gone_matters_only_when_it_asks_something(tmp_path):
    old = desk_of(tmp_path, with_letters(MIR)).sheet()
    timeline = with_letters(MIR)
    is_gone = timeline.mentions["event_id"] == TREATY
    smaller = type(timeline)(
        events=timeline.events[timeline.events["event_id"] != TREATY].reset_index(drop=True),
        mentions=timeline.mentions[~is_gone].reset_index(drop=True),
        documents=timeline.documents, hidden=timeline.hidden, texts=timeline.texts,
    )  # fmt: skip
    desk = desk_of(tmp_path, smaller)
    assert (desk.check(old).errors, desk.check(old).entries) == ([], [])
    plan = desk.check(edited(old, (3, "title", "Mine")))
    assert [(error.row, error.column) for error in plan.errors] == [(3, "event_id")]
    assert "in no document now" in plan.errors[0].message


def run(capsys, *arguments):
    """Exit code, what was printed, what was complained of."""
    code = cli.main([str(argument) for argument in arguments])
    said = capsys.readouterr()
    return code, said.out, said.err


@pytest.fixture
def folder(tmp_path):
    store.write(with_letters(MIR), tmp_path / "data")
    return tmp_path


BY_COMMAND = [
    # what is sent, raw → raw, exit code, (changes, rows of conflicts, rows of errors, ignored), a word of why it is refused
    ("nothing new", lambda raw: raw, 0, (0, [], [], []), None),
    ("a change", lambda raw: edited(raw, (3, "title", "Another")), 0, (1, [], [], []), None),
    ("a change and an error", lambda raw: edited(raw, (3, "title", "Another"), (4, "year", "79")), 1, (1, [], [4], []), None),
    ("a conflict", lambda raw: edited(raw, (3, "rev", ""), (3, "title", "Another")), 1, (0, [3], [], []), None),
    ("an own column", lambda raw: doubled(raw, "title").replace(b"status,title", b"status,Mine"), 0, (0, [], [], ["Mine"]), None),
    ("a workbook", lambda raw: b"PK\x03\x04", 2, (0, [], [], []), "workbook"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "expected", "refused"),
    [row[1:] for row in BY_COMMAND],
    ids=[row[0] for row in BY_COMMAND],
)
def test_check_and_apply_as_commands(folder, capsys, change, code, expected, refused):
    data, file = ("--data", folder / "data"), folder / "sheet.csv"
    assert run(capsys, "sheet", file, *data)[0] == 0
    file.write_bytes(change(file.read_bytes()))
    for arguments in (("check", file, "--json"), ("apply", file, "--by", "Anna", "--json")):
        found, out, err = run(capsys, *arguments, *data)
        said = json.loads(out)
        assert (found, err) == (code, "")
        rows = [[problem["row"] for problem in said[key]] for key in ("conflicts", "errors")]
        assert (said["changes"], *rows, said["ignored"]) == expected
        assert (said["refused"] is None) if refused is None else (refused in said["refused"])
    found, out, err = run(capsys, "apply", file, "--by", "Anna", *data)
    assert found == code
    assert "Traceback" not in err
    if refused:
        assert refused in err
        assert "Nothing was changed" in err


def test_the_round_trip_as_commands(folder, capsys):
    data, file = ("--data", folder / "data"), folder / "sheet.csv"
    _, out, _ = run(capsys, "sheet", file, *data)
    assert out.startswith("6 events written to")
    file.write_bytes(edited(file.read_bytes(), (3, "title", "Another"), (3, "year", "1920")))
    code, out, _ = run(capsys, "apply", file, "--by", "Anna", *data)
    assert (code, out.splitlines()[1]) == (0, "  row 3: year → “1920”; title → “Another”")
    assert (
        out.splitlines()[-1]
        == f"Saved as u0001. To take it back: timeline undo u0001 --data {folder / 'data'}"
    )
    code, out, _ = run(capsys, "history", *data)
    assert "u0001" in out
    assert "Anna  2 changes  sheet.csv" in out
    run(capsys, "export", "--format", "csv", folder / "events.csv", *data)
    assert f"{TREATY},1920,1920-01-01,1920-12-31,year,Another," in (folder / "events.csv").read_text(
        encoding="utf-8"
    )
    code, out, _ = run(capsys, "undo", "u0001", "--by", "Boris", *data)
    assert (code, out) == (0, "u0001 is undone; that is saved as u0002.\n")
    code, _, err = run(capsys, "undo", "u0001", "--by", "Boris", *data)
    assert (code, "undone already" in err) == (2, True)
    code, _, err = run(capsys, "undo", "u0009", "--by", "Boris", *data)
    assert (code, "no upload u0009" in err) == (2, True)
    run(capsys, "export", "--format", "corrections", folder / "corrections.csv", *data)
    assert len((folder / "corrections.csv").read_text(encoding="utf-8").splitlines()) == 5


def test_what_is_no_file_is_said_so(folder, capsys):
    for command in (("check",), ("apply", "--by", "Anna")):
        code, _, err = run(capsys, *command, folder / "none.csv", "--data", folder / "data")
        assert (code, "cannot read" in err, "none.csv" in err) == (2, True, True)


def test_many_problems_are_counted(tmp_path, capsys):
    desk = desk_of(tmp_path / "data", many(150))
    raw = desk.sheet()
    (tmp_path / "sheet.csv").write_bytes(edited(raw, *((number, "month", "13") for number in range(2, 152))))
    code, _, err = run(capsys, "check", tmp_path / "sheet.csv", "--data", tmp_path / "data")
    assert code == 1
    assert len(err.splitlines()) == 101
    assert err.splitlines()[-1] == "… and 50 problems more"


CANNOT = [
    ("no such file", ["check", "nowhere.csv"], "nowhere.csv"),
    ("no timeline", ["sheet", "a.csv", "--data", "nowhere"], "timeline build"),
    ("nobody", ["apply", "sheet.csv", "--by", " "], "--by NAME"),
    ("a place that is none", ["sheet", "nowhere/deep/a.csv"], "Choose another place"),
]


@pytest.mark.parametrize(("arguments", "says"), [row[1:] for row in CANNOT], ids=[row[0] for row in CANNOT])
def test_what_cannot_be_done_is_said(folder, capsys, monkeypatch, arguments, says):
    monkeypatch.chdir(folder)
    run(capsys, "sheet", "sheet.csv")
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert says in err
