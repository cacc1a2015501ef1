"""A wrong row of a sheet is named, one that someone else changed is left alone, and the others are applied."""

from __future__ import annotations

import pytest

from tests.sheets import (
    MIR,
    ROADS,
    TALIBAN,
    TREATY,
    TROOPS,
    desk_of,
    edited,
    in_columns,
    row_number,
    rows_of,
    with_letters,
    written,
)

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
    assert (conflict.row, clash.column) == (3, "title")
    assert (clash.base, clash.mine, clash.theirs) == (
        "Soviet Russia recognises Afghan independence", "Boris' title", "Anna's title",
    )  # fmt: skip
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
