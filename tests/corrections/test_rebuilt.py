"""What becomes of corrections when documents or the program change underneath them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.corrections.desks import act, built_anew, events, lacking, status, with_sentences
from tests.sheets import ROADS, TREATY, changed, edited, only, row_number, with_hidden
from timeline.table import schema


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


@pytest.mark.parametrize(
    ("action", "cells", "title"), [("", {"title": "Mine again"}, "Mine again"), ("verify", {}, "Mine")],
    ids=["corrects again", "checks"],
)  # fmt: skip
def test_who_looks_again_has_seen_what_the_program_changed(desk, action, cells, title):
    act(desk, TREATY, title="Mine")
    desk = built_anew(desk, machine_says(title="The program's new title"))
    upload = act(desk, TREATY, action, "Boris", **cells)
    assert (events(desk)[TREATY]["title"], events(desk)[TREATY]["review"]) == (title, "")
    desk.undo(upload, "Boris")
    row = events(desk)[TREATY]
    assert (row["title"], row["review"]) == ("Mine", "source changed, check: title")


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
