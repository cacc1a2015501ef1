"""Whatever spreadsheet programs make of an untouched sheet is no change."""

from __future__ import annotations

import csv

import pytest

from tests.made_up import many
from tests.sheets import (
    BOM,
    EDTF,
    ENVOY,
    LOST,
    ROADS,
    TALIBAN,
    TREATY,
    TROOPS,
    changed,
    desk_of,
    edited,
    in_columns,
    in_each_row,
    only,
    rows_of,
    sheet_row,
    shuffled,
    with_hidden,
    with_line_ends,
    without,
    written,
)
from timeline.corrections import columns
from timeline.corrections.desk import Desk
from timeline.table import store

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
    ("without what may be edited", lambda raw: only(raw, columns.KEY, columns.REV, *columns.SHOWN), []),
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


def test_a_sentence_whose_capitals_were_changed_is_the_same(desk):
    desk.sheet()
    store.write(
        changed(with_hidden(), lambda row: {"sentence": str(row["sentence"]).replace("Soviet", "soviet")}),
        desk.ledger.path.parent,
    )
    again = Desk(desk.ledger.path.parent)
    for raw in (again.sheet(), desk.sheet()):
        plan = again.check(raw)
        assert (plan.entries, plan.errors, plan.conflicts) == ([], [], [])
