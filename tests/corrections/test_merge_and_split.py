"""What editors merge, and what they split."""

from __future__ import annotations

from tests.corrections.desks import act, built_anew, events, holders
from tests.sheets import ENVOY, RETOLD, ROADS, TALIBAN, TREATY, TROOPS, edited, row_number, with_hidden


def test_merge_and_split_it_again(desk):
    act(desk, TREATY, title="An old title")
    act(desk, TREATY, "merge", target_id=ROADS)
    row = events(desk)[ROADS]
    assert (TREATY in events(desk), row["title"], row["mentions"]) == (
        False,
        "Soviet engineers build roads and dams",
        2,
    )
    assert holders(desk)[TREATY] == ROADS
    assert desk.corrected().holder_of(TREATY) == ROADS
    desk = built_anew(desk, with_hidden())
    assert holders(desk)[TREATY] == ROADS
    act(desk, ROADS, "split", target_id=TREATY)
    assert events(desk)[TREATY]["title"] == "An old title"
    assert events(desk)[ROADS]["mentions"] == 1


def test_merge_takes_all_tellings_along_and_gives_them_back(desk):
    act(desk, TROOPS, "merge", target_id=TALIBAN)
    assert {holders(desk)[ident] for ident in (TROOPS, RETOLD)} == {TALIBAN}
    act(desk, TALIBAN, "split", target_id=TROOPS)
    assert {holders(desk)[ident] for ident in (TROOPS, RETOLD)} == {TROOPS}


def test_merges_in_a_chain_in_one_sheet(desk):
    raw = desk.sheet()
    cells = [cell for one, other in ((ENVOY, TREATY), (TREATY, ROADS), (TROOPS, ROADS))
             for cell in ((row_number(raw, one), "action", "merge"), (row_number(raw, one), "target_id", other))]  # fmt: skip
    _, upload = desk.apply(edited(raw, *cells), "Anna")
    assert events(desk)[ROADS]["mentions"] == 5
    desk.undo(upload, "Anna")
    assert len(events(desk)) == 6
    assert desk.corrected().corrections.fields == {}


def test_the_first_of_a_merged_event_cannot_leave_it(desk):
    act(desk, TREATY, "merge", target_id=ROADS)
    raw = desk.sheet()
    number = row_number(raw, ROADS)
    plan = desk.check(edited(raw, (number, "action", "split"), (number, "target_id", ROADS)))
    assert [(error.row, error.column) for error in plan.errors] == [(number, "target_id")]
    assert TREATY in plan.errors[0].message


def test_split_what_the_program_merged(desk):
    split = act(desk, TROOPS, "split", target_id=RETOLD)
    assert (holders(desk)[RETOLD], events(desk)[TROOPS]["mentions"], events(desk)[RETOLD]["mentions"]) == (
        RETOLD,
        1,
        1,
    )
    assert events(desk)[RETOLD]["review"] == "title: the first words of its sentence"
    desk = built_anew(desk, with_hidden())
    act(desk, RETOLD, title="They came at night", month="11")
    assert (events(desk)[RETOLD]["title"], events(desk)[RETOLD]["edtf"]) == ("They came at night", "1979-11")
    act(desk, RETOLD, "merge", target_id=TROOPS)
    assert events(desk)[TROOPS]["mentions"] == 2
    act(desk, TROOPS, "split", target_id=RETOLD)
    assert events(desk)[RETOLD]["title"] == "They came at night"
    for wrong, says in ((ENVOY, "no mention"), (RETOLD, "")):
        raw = desk.sheet()
        plan = desk.check(
            edited(
                raw,
                (row_number(raw, TROOPS), "action", "split"),
                (row_number(raw, TROOPS), "target_id", wrong),
            )
        )
        assert [says in error.message for error in plan.errors] == ([True] if says else [])
        assert plan.entries == []
    assert split == "u0001"


def test_split_off_the_mention_that_an_event_is_shown_by(desk):
    act(desk, TROOPS, "split", target_id=TROOPS)
    assert (events(desk)[TROOPS]["mentions"], events(desk)[RETOLD]["mentions"]) == (1, 1)
    assert events(desk)[RETOLD]["document"] == "beta.md"


def test_whoever_holds_the_primary_mention_keeps_its_title(desk):
    title = events(desk)[TROOPS]["title"]
    act(desk, TROOPS, "split", target_id=TROOPS)
    assert events(desk)[TROOPS]["title"] == title
    assert events(desk)[RETOLD]["title"] != title


def test_what_one_mention_tells_cannot_be_split(desk):
    raw = desk.sheet()
    plan = desk.check(
        edited(
            raw, (row_number(raw, TREATY), "action", "split"), (row_number(raw, TREATY), "target_id", TREATY)
        )
    )
    assert "nothing to split" in plan.errors[0].message
