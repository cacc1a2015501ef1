"""Text of any kind goes into the sheet and comes back as it was."""

from __future__ import annotations

import csv

import pytest

from tests.made_up import many
from tests.sheets import (
    KEPT,
    MIR,
    TREATY,
    changed,
    desk_of,
    edited,
    rows_of,
    sheet_row,
    with_letters,
    with_line_ends,
    written,
)
from timeline.corrections.guard import guarded, unguarded


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


def test_a_cell_as_long_as_a_cell_may_be(desk):
    plan, _ = desk.apply(edited(desk.sheet(), (3, "note", "x" * 32_767)), "Anna")
    assert (plan.changes, plan.errors) == (1, [])
    assert desk.check(desk.sheet()).entries == []


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
