"""The corrected timeline: what editors did, laid over what was extracted, through any number of builds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.made_up import many, six
from tests.sheets import (
    HIDDEN,
    MIR,
    changed,
    desk_of,
    edited,
    only,
    row_number,
    sheet_row,
    with_hidden,
    with_letters,
)
from timeline.corrections import dump
from timeline.corrections.corrected import correct
from timeline.corrections.desk import Desk
from timeline.corrections.standing import Corrections, Entry, Fingerprint, standing
from timeline.table import schema, store, validate
from timeline.topic import load

ENVOY, TREATY, ROADS, TROOPS, TALIBAN, LOST = (f"ev_{letter * 10}" for letter in "bcdfgh")
RETOLD = "ev_jjjjjjjjjj"  # the second mention of TROOPS
TOPIC = load()


@pytest.fixture
def desk(tmp_path):
    return desk_of(tmp_path)


def act(desk, ident, action="", editor="Anna", **cells):
    """Send the row of an event back with an action and other cells; returns the upload."""
    raw = desk.sheet()
    number = row_number(raw, ident)
    plan, upload = desk.apply(
        edited(raw, (number, "action", action), *((number, name, cell) for name, cell in cells.items())),
        editor,
    )
    assert (plan.errors, plan.conflicts) == ([], [])
    return upload


def built_anew(desk, timeline):
    """The desk after a build that found this timeline."""
    folder = desk.ledger.path.parent
    store.write(timeline, folder)
    return Desk(folder)


def events(desk):
    """The rows of the corrected events, by id; the whole is checked against the schema."""
    timeline = validate(desk.corrected().timeline)
    return {row["event_id"]: row for row in timeline.events.to_dict("records")}


def hidden(desk):
    """Why each hidden mention is hidden, by id."""
    timeline = desk.corrected().timeline
    return dict(zip(timeline.hidden["mention_id"], timeline.hidden["reason"], strict=True))


def holders(desk):
    """Which event holds each mention that is shown."""
    timeline = desk.corrected().timeline
    return dict(zip(timeline.mentions["mention_id"], timeline.mentions["event_id"], strict=True))


def status(desk, ident):
    return sheet_row(desk.sheet(), ident)["status"]


def with_sentences(timeline, sentences):
    """A timeline in which mentions have other sentences, and so other ids: (id, sentence) by id."""

    def other(row):
        new = {}
        for name in ("event_id", "mention_id"):
            if row.get(name) in sentences:
                new[name] = sentences[row[name]][0]
        key = row.get("mention_id", row.get("event_id"))
        if key in sentences:
            new["sentence"] = sentences[key][1]
        return new

    return changed(timeline, other)


def lacking(timeline, *idents):
    """A timeline without these events and mentions."""
    tables = {
        "events": timeline.events[~timeline.events["event_id"].isin(idents)],
        "mentions": timeline.mentions[~timeline.mentions["event_id"].isin(idents) & ~timeline.mentions["mention_id"].isin(idents)],
        "hidden": timeline.hidden[~timeline.hidden["mention_id"].isin(idents)],
    }  # fmt: skip
    return replace(timeline, **{name: table.reset_index(drop=True) for name, table in tables.items()})


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
    put_together = correct(store.read(tmp_path / "before"), nothing, TOPIC).timeline  # not the short way
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


def machine_says(**values):
    """The timeline when the program comes to say something else of TREATY."""
    return changed(
        with_hidden(), lambda row: values if row.get("event_id") == TREATY and "title" in row else {}
    )


def test_source_changed_and_agrees(desk):
    act(desk, TREATY, title="Mine", place="Kabul")
    desk = built_anew(desk, machine_says(title="The program's new title"))
    assert events(desk)[TREATY]["title"] == "Mine"
    assert events(desk)[TREATY]["review"] == "source changed, check: title"
    desk = built_anew(desk, machine_says(title="Mine"))
    assert (events(desk)[TREATY]["title"], events(desk)[TREATY]["review"]) == ("Mine", "")
    assert status(desk, TREATY) == "[corrected: place; agrees: title]"
    desk = built_anew(desk, machine_says(title="A third one"))
    assert events(desk)[TREATY]["title"] == "Mine"
    act(desk, TREATY, "verify")
    assert events(desk)[TREATY]["review"] == ""
    assert status(desk, TREATY) == "[checked by Anna; corrected: title, place]"


def test_who_corrects_again_has_seen_what_the_program_changed(desk):
    act(desk, TREATY, title="Mine")
    desk = built_anew(desk, machine_says(title="The program's new title"))
    upload = act(desk, TREATY, title="Mine again", editor="Boris")
    assert (events(desk)[TREATY]["title"], events(desk)[TREATY]["review"]) == ("Mine again", "")
    desk.undo(upload, "Boris")
    assert (events(desk)[TREATY]["title"], events(desk)[TREATY]["review"]) == (
        "Mine",
        "source changed, check: title",
    )


def test_a_check_that_is_taken_back(desk):
    act(desk, TREATY, title="Mine")
    desk = built_anew(desk, machine_says(title="The program's new title"))
    upload = act(desk, TREATY, "verify")
    assert events(desk)[TREATY]["review"] == ""
    desk.undo(upload, "Anna")
    assert (events(desk)[TREATY]["title"], events(desk)[TREATY]["review"]) == (
        "Mine",
        "source changed, check: title",
    )


def test_giving_back_what_the_program_says_ends_a_correction(desk):
    act(desk, TREATY, title="Mine")
    act(desk, TREATY, title="Soviet Russia recognises Afghan independence")
    assert desk.corrected().corrections.fields == {}
    act(desk, TREATY, title="Mine")
    desk = built_anew(desk, machine_says(title="The program's new title"))
    act(desk, TREATY, title="The program's new title")
    assert desk.corrected().corrections.fields == {}


def test_an_orphan_is_kept_and_comes_back(desk):
    act(desk, TREATY, title="Mine", year="1920")
    desk = built_anew(desk, lacking(with_hidden(), TREATY))
    attached = desk.corrected().attached
    assert [mention.mention_id for mention in attached.orphans] == [TREATY]
    assert (TREATY in events(desk), attached.doubts) == (False, ())
    desk.sheet()
    desk = built_anew(desk, with_hidden())
    assert (events(desk)[TREATY]["title"], events(desk)[TREATY]["edtf"]) == ("Mine", "1920")
    assert desk.corrected().attached.orphans == ()


def test_what_was_taken_back_is_no_orphan(desk):
    upload = act(desk, TREATY, title="Mine")
    desk.undo(upload, "Anna")
    desk = built_anew(desk, lacking(with_hidden(), TREATY))
    assert desk.corrected().attached.orphans == ()


LONG = "In 1919 Soviet Russia, of which nobody had expected it so soon, recognised Afghan independence."
LONGER = (
    "In 1919 Soviet Russia, of which nobody had expected it quite so soon, recognised Afghan independence."
)
LONGEST = "In 1919 Soviet Russia, of which hardly anybody had expected it quite so soon, gladly recognised Afghan independence."
BRITISH = "In 1919 Britain, of which nobody had expected it so soon, recognised Afghan independence."
FIRST, SECOND, THIRD, TWIN = (f"ev_{letter * 10}" for letter in "mnpq")


def reads(ident, sentence):
    """The timeline in which the sentence of TREATY is this one."""
    return with_sentences(with_hidden(), {TREATY: (ident, sentence)})


def test_a_correction_moves_on_with_its_sentence_from_build_to_build(desk):
    """Also when the sheet was looked at in between, and so all mentions were seen."""
    desk = built_anew(desk, reads(FIRST, LONG))
    act(desk, FIRST, title="Mine", year="1920")
    for ident, sentence in ((SECOND, LONGER), (THIRD, LONGEST)):
        desk = built_anew(desk, reads(ident, sentence))
        for _ in range(3):
            assert (events(desk)[ident]["title"], events(desk)[ident]["edtf"]) == ("Mine", "1920")
            desk.sheet()
    act(desk, THIRD, title="Mine again")
    assert (events(desk)[THIRD]["title"], events(desk)[THIRD]["edtf"]) == ("Mine again", "1920")
    act(desk, THIRD, "verify")
    assert (events(desk)[THIRD]["review"], status(desk, THIRD)) == (
        "",
        "[checked by Anna; corrected: date, title]",
    )
    desk = built_anew(desk, reads(FIRST, LONG))
    assert desk.corrected().attached.doubts == ()


def test_an_old_sheet_applies_to_the_sentence_that_was_made_of_its_own(desk):
    desk = built_anew(desk, reads(FIRST, LONG))
    old = desk.sheet()
    desk = built_anew(desk, reads(SECOND, LONGER))
    number = row_number(old, FIRST)
    plan, _ = desk.apply(edited(old, (number, "title", "Mine")), "Anna")
    assert (plan.errors, plan.conflicts, plan.changes) == ([], [], 1)
    assert events(desk)[SECOND]["title"] == "Mine"


def test_what_is_doubtful_is_asked_again_and_never_applied(desk):
    """A twin that differs in an actor alone, where the true one is gone."""
    desk = built_anew(desk, reads(FIRST, LONG))
    act(desk, FIRST, title="Mine")
    desk = built_anew(desk, reads(TWIN, BRITISH))
    for _ in range(3):
        attached = desk.corrected().attached
        assert [(doubt.mention.mention_id, doubt.candidate) for doubt in attached.doubts] == [(FIRST, TWIN)]
        assert attached.orphans == ()
        assert events(desk)[TWIN]["title"] != "Mine"
        desk.sheet()


def test_an_event_that_the_program_comes_to_hide_stays_when_a_person_corrected_it(desk):
    act(desk, TREATY, title="Mine")
    timeline = with_hidden()
    row = timeline.mentions[timeline.mentions["mention_id"] == TREATY].to_dict("records")[0]
    both = [
        *timeline.hidden.to_dict("records"),
        {**row, "event_id": "", "relation": 0.4, "reason": "off topic"},
    ]
    desk = built_anew(desk, replace(lacking(timeline, TREATY), hidden=schema.frame(both, schema.HIDDEN)))
    assert (events(desk)[TREATY]["title"], events(desk)[TREATY]["edtf"]) == ("Mine", "1919")
    assert (
        events(desk)[TREATY]["review"]
        == "source changed, check: title, the program shows it no more (off topic)"
    )
    act(desk, TREATY, "verify")
    assert events(desk)[TREATY]["review"] == ""
    untouched = desk.check(only(desk.sheet(), "event_id", "rev", "title"))
    assert (untouched.entries, untouched.errors) == ([], [])


def merged(timeline):
    """The timeline when the program comes to merge TREATY with ROADS."""
    joined = changed(timeline, lambda row: {"event_id": ROADS} if row.get("event_id") == TREATY else {})
    events = joined.events[timeline.events["event_id"] != TREATY].reset_index(drop=True)
    return replace(joined, events=events)


def test_two_differing_corrections_brought_together_are_under_review(desk):
    act(desk, TREATY, title="Mine", note="the same", importance="1")
    act(desk, ROADS, title="Yours", note="the same", editor="Boris")
    desk = built_anew(desk, merged(with_hidden()))
    row = events(desk)[ROADS]
    assert (row["title"], row["note"], row["importance"]) == (
        "Soviet engineers build roads and dams",
        "the same",
        1,
    )
    assert "two corrections of title differ: “Yours” (Boris) and “Mine” (Anna)" in row["review"]
    act(desk, ROADS, title="Ours")
    assert events(desk)[ROADS]["title"] == "Ours"
    assert "two corrections" not in events(desk)[ROADS]["review"]
    assert act(desk, ROADS, "verify")
    desk = built_anew(desk, with_hidden())  # apart again: what was decided stays where it was decided
    assert events(desk)[ROADS]["title"] == "Ours"


def test_a_correction_of_a_mention_goes_where_the_mention_goes(desk):
    act(desk, TREATY, title="Mine")
    desk = built_anew(desk, merged(with_hidden()))
    assert events(desk)[ROADS]["title"] == "Mine"
    old = only(desk.sheet(), "event_id", "title").replace(ROADS.encode(), TREATY.encode())
    assert desk.check(old).entries == []


def test_copies_in_two_documents_share_an_id_and_its_corrections(desk):
    timeline = with_hidden()
    copies = timeline.mentions[timeline.mentions["mention_id"] == TREATY].to_dict("records")
    copied = [*timeline.mentions.to_dict("records"), *({**copy, "document": "beta.md"} for copy in copies)]
    desk = built_anew(desk, replace(timeline, mentions=schema.frame(copied, schema.MENTIONS)))
    act(desk, TREATY, title="Mine")
    assert (events(desk)[TREATY]["title"], events(desk)[TREATY]["mentions"]) == ("Mine", 2)
    act(desk, TREATY, "delete")
    assert list(desk.corrected().timeline.hidden["mention_id"]).count(TREATY) == 2
    act(desk, TREATY, "restore")
    assert events(desk)[TREATY]["mentions"] == 2


def test_an_undo_of_what_brought_an_event_in_waits_for_what_was_done_with_it(desk):
    _, upload = desk.apply(f"event_id,action\n{HIDDEN},restore\n".encode(), "Anna")
    later = act(desk, HIDDEN, title="Mine", editor="Boris")
    with pytest.raises(Exception, match="u0002 changed the same later"):
        desk.undo(upload, "Anna")
    desk.undo(later, "Anna")
    desk.undo(upload, "Anna")
    assert HIDDEN in hidden(desk)


def entry(ident, field, old, new):
    return Entry("2026-01-01T00:00:00Z", "Anna", "u0001", Fingerprint(ident), field, old, new)


STANDING = [
    # what was done, (old, new) in order, what stands: (value, what the program said)
    ("one change", [("M", "A")], ("A", "M")),
    ("another on top", [("M", "A"), ("A", "B")], ("B", "M")),
    ("given back", [("M", "A"), ("A", "M")], None),
    ("given back in two steps", [("M", "A"), ("A", "B"), ("B", "M")], None),
    ("against what the program says now", [("M", "A"), ("N", "B")], ("B", "N")),
    ("looked at again", [("M", "A"), ("A", "M"), ("N", "A")], ("A", "N")),
    ("and that taken back", [("M", "A"), ("A", "M"), ("N", "A"), ("A", "N"), ("M", "A")], ("A", "M")),
]


@pytest.mark.parametrize(
    ("changes", "expected"), [row[1:] for row in STANDING], ids=[row[0] for row in STANDING]
)
def test_what_stands(changes, expected):
    stands = standing(entry(TREATY, "title", old, new) for old, new in changes)
    given = stands.fields.get(TREATY, {}).get("title")
    assert (given and (given.value, given.machine)) == expected
    assert stands.value(TREATY, "title") == (expected[0] if expected else "")


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
