"""Rows that ask for an action: a new event, a hidden one restored, two merged."""

from __future__ import annotations

import pytest

from tests.sheets import ENVOY, HIDDEN, LOST, ROADS, TALIBAN, TREATY, TROOPS, edited, row_number, sheet_row


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
