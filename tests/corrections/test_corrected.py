"""What editors say of an event is laid over what was extracted, and through the next builds."""

from __future__ import annotations

import pytest

from tests.corrections.desks import act, built_anew, events, hidden, holders, lacking, status
from tests.made_up import many, six
from tests.sheets import (
    ENVOY,
    HIDDEN,
    LOST,
    MIR,
    RETOLD,
    ROADS,
    TALIBAN,
    TREATY,
    TROOPS,
    changed,
    desk_of,
    edited,
    row_number,
    with_hidden,
    with_letters,
)
from timeline.corrections.corrected import correct
from timeline.corrections.desk import Desk
from timeline.corrections.standing import Corrections, Fingerprint
from timeline.table import store
from timeline.topic import load


@pytest.mark.parametrize(
    "timeline", [six(), with_hidden(), with_letters(MIR), many(60)], ids=["six", "hidden", "letters", "many"]
)
def test_without_corrections_it_is_the_same_byte_for_byte(tmp_path, timeline):
    store.write(timeline, tmp_path / "before")
    store.write(Desk(tmp_path / "before").corrected().timeline, tmp_path / "after")
    for name in ("events.csv", "mentions.csv", "hidden.csv", "documents.csv"):
        assert (tmp_path / "after" / name).read_bytes() == (tmp_path / "before" / name).read_bytes()


def test_taken_back_it_is_the_same_byte_for_byte_but_for_order(desk, tmp_path):
    upload = act(desk, TREATY, title="Another", year="1920", note="so")
    act(desk, ENVOY, "delete")
    act(desk, ENVOY, "restore")
    desk.undo(upload, "Anna")
    assert desk.corrected().timeline is desk._timeline
    assert desk.ledger.head() > 0


@pytest.mark.slow
def test_the_real_build_is_the_same_byte_for_byte(real_documents, tmp_path):
    import timeline

    store.write(timeline.build([real_documents]), tmp_path / "before")
    desk = Desk(tmp_path / "before")
    nothing = Corrections(
        fields={"ev_zzzzzzzzzz": {}}, fingerprints={"ev_zzzzzzzzzz": Fingerprint("ev_zzzzzzzzzz")}
    )
    put_together = correct(store.read(tmp_path / "before"), nothing, load()).timeline  # not the short way
    store.write(put_together, tmp_path / "after")
    for name in ("events.csv", "mentions.csv", "hidden.csv", "documents.csv"):
        assert (tmp_path / "after" / name).read_bytes() == (tmp_path / "before" / name).read_bytes()
    assert desk.check(desk.sheet()).entries == []


def test_a_date_and_all_that_follows_from_it(desk):
    act(desk, TREATY, year="1986", month="Spring", certainty="about; disputed")
    row = events(desk)[TREATY]
    assert (row["edtf"], row["earliest"], row["latest"], row["precision"], row["era"]) == (
        "1986-21~", "1986-03-01", "1986-05-31", "season", "soviet-war",
    )  # fmt: skip
    assert row["review"] == "the date is disputed"
    assert list(events(desk)) == [ENVOY, ROADS, TROOPS, TREATY, TALIBAN, LOST]
    assert status(desk, TREATY) == "[corrected: date, disputed; check: the date is disputed]"
    act(desk, TREATY, year="1919", month="", certainty="")
    assert desk.corrected().corrections.fields == {}


def test_a_year_that_was_lost_is_given(desk):
    act(desk, LOST, year="1978")
    row = events(desk)[LOST]
    assert (row["edtf"], row["earliest"], row["era"], row["review"]) == (
        "1978-12-05",
        "1978-12-05",
        "cold-war",
        "",
    )


def test_text_of_every_column(desk):
    act(desk, ENVOY, title="A", category="War", actors="B;C ;", place="D", importance="3", note="E")
    row = events(desk)[ENVOY]
    assert [row[name] for name in ("title", "category", "actors", "place", "importance", "note")] == [
        "A",
        "war",
        "B; C",
        "D",
        3,
        "E",
    ]


def test_delete_rebuild_restore(desk):
    act(desk, TROOPS, "delete")
    desk = built_anew(desk, with_hidden())
    assert TROOPS not in events(desk)
    assert (hidden(desk)[TROOPS], hidden(desk)[RETOLD]) == ("deleted by Anna", "deleted by Anna")
    assert status(desk, TROOPS).startswith("[deleted")
    assert act(desk, TROOPS, "delete") == ""
    act(desk, TROOPS, "restore", editor="Boris")
    desk = built_anew(desk, with_hidden())
    assert events(desk) == {row["event_id"]: row for row in with_hidden().events.to_dict("records")}


def test_what_is_deleted_is_corrected_and_restored_at_once(desk):
    act(desk, TREATY, "delete")
    act(desk, TREATY, "restore", title="Another")
    assert events(desk)[TREATY]["title"] == "Another"
    act(desk, TREATY, "delete")
    for action, more in (("verify", {}), ("merge", {"target_id": ROADS}), ("split", {"target_id": TREATY})):
        raw = desk.sheet()
        number = row_number(raw, TREATY)
        plan = desk.check(
            edited(raw, (number, "action", action), *((number, name, cell) for name, cell in more.items()))
        )
        assert [(error.row, error.column) for error in plan.errors] == [(number, "action")]


def test_another_telling_of_what_was_deleted_stays_and_is_shown_by_itself(desk):
    before = lacking(with_hidden(), RETOLD)
    desk = built_anew(desk, before)
    act(desk, TROOPS, title="Troops come")
    act(desk, TROOPS, "delete")
    desk = built_anew(desk, with_hidden())
    row = events(desk)[RETOLD]
    assert (row["sentence"], row["mentions"]) == ("The troops came in December 1979, <b>at night</b>.", 1)
    assert row["title"] == "The troops came in December 1979, <b>at night</b>"
    assert (TROOPS in events(desk), hidden(desk)[TROOPS]) == (False, "deleted by Anna")
    desk.apply(f"event_id,action\n{TROOPS},restore\n".encode(), "Anna")
    assert (events(desk)[TROOPS]["title"], events(desk)[TROOPS]["mentions"]) == ("Troops come", 2)


def test_a_hidden_mention_is_restored(desk):
    plan, _ = desk.apply(
        f"event_id,action,title,importance\n{HIDDEN},restore,A bomb is tested,2\n".encode(), "Anna"
    )
    assert plan.errors == []
    row = events(desk)[HIDDEN]
    assert (row["edtf"], row["title"], row["importance"], row["document"], row["mentions"]) == (
        "1985",
        "A bomb is tested",
        2,
        "beta.md",
        1,
    )
    assert (HIDDEN in hidden(desk), holders(desk)[HIDDEN]) == (False, HIDDEN)
    desk = built_anew(desk, with_hidden())
    assert events(desk)[HIDDEN]["title"] == "A bomb is tested"
    act(desk, HIDDEN, "delete")
    assert hidden(desk)[HIDDEN] == "deleted by Anna"
    act(desk, HIDDEN, "restore")
    assert events(desk)[HIDDEN]["title"] == "A bomb is tested"


def test_a_hidden_mention_without_a_date_needs_one(tmp_path):
    desk = desk_of(
        tmp_path, changed(with_hidden(), lambda row: {"edtf": ""} if row.get("mention_id") == HIDDEN else {})
    )
    plan = desk.check(f"event_id,action\n{HIDDEN},restore\n".encode())
    assert [(error.row, error.column) for error in plan.errors] == [(2, "year")]
    desk.apply(f"event_id,action,year\n{HIDDEN},restore,1985\n".encode(), "Anna")
    assert events(desk)[HIDDEN]["edtf"] == "1985"
    assert events(desk)[HIDDEN]["review"] == "title: the first words of its sentence"


def test_an_event_added_by_hand(desk):
    raw = edited(
        desk.sheet(),
        (8, "action", "new"),
        (8, "year", "1984"),
        (8, "title", "A film"),
        (8, "category", "War"),
        (8, "place", "Kabul"),
    )
    desk.apply(raw, "Anna")
    (ident,) = set(events(desk)) - {ENVOY, TREATY, ROADS, TROOPS, TALIBAN, LOST}
    row = events(desk)[ident]
    assert (row["edtf"], row["era"], row["category"], row["place"], row["confidence"], row["mentions"], row["review"]) == (
        "1984", "soviet-war", "war", "Kabul", 1.0, 0, "",
    )  # fmt: skip
    desk = built_anew(desk, many(30))
    assert events(desk)[ident]["title"] == "A film"
    act(desk, ident, title="Another film", note="seen")
    assert events(desk)[ident]["title"] == "Another film"
    assert desk.apply(raw, "Boris")[1] == ""  # its id stays, so that a second upload adds nothing
    act(desk, ident, "delete")
    assert ident not in events(desk)


def test_verify(desk):
    assert act(desk, LOST, "verify")
    row = events(desk)[LOST]
    assert (row["review"], row["confidence"]) == ("", 1.0)
    assert status(desk, LOST) == "[checked by Anna]"
    assert act(desk, LOST, "verify") == ""
    desk = built_anew(
        desk,
        changed(
            with_hidden(),
            lambda row: (
                {"title": "Two countries quarrel"} if row.get("event_id") == LOST and "title" in row else {}
            ),
        ),
    )
    assert events(desk)[LOST]["review"] == "year lost; source changed, check: what was checked"
    act(desk, LOST, "verify")
    assert events(desk)[LOST]["review"] == ""


def test_verify_with_a_correction_in_the_same_row(desk):
    act(desk, LOST, "verify", year="1978")
    assert (events(desk)[LOST]["edtf"], status(desk, LOST)) == (
        "1978-12-05",
        "[checked by Anna; corrected: date]",
    )
