"""What unsaved changes come to, before they are saved."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.edit.changes import BIRTH, COPY, KABUL, LOST, SECRET, TOPIC, TROOPS, judged, save, staged, timeline
from tests.shown import text_of
from timeline.app.edit.grid import rows
from timeline.app.edit.judged import Judged, judge
from timeline.app.edit.now import Newest
from timeline.app.edit.preview import preview
from timeline.app.edit.staged import read
from timeline.app.live import LiveDesk
from timeline.app.markup import to_html
from timeline.table import schema, store


def test_an_edited_date_is_told_in_words_at_once(newest: Newest) -> None:
    one = judged(newest, staged(newest(), TROOPS, cells={"day": "27"}))
    assert one.marks()[TROOPS] == {"unsaved": "edited", "problem": "", "becomes": "27 December 1979", "edited": ["day"]}  # fmt: skip
    (row,) = rows([one.now.items[TROOPS]], one)
    assert (row["day"], row["shown"], row["becomes"]) == ("27", "December 1979", "27 December 1979")


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ({"month": "13"}, "“13” is no month. Write 1 to 12, or spring, summer, autumn or winter."),
        ({"month": "2", "day": "30"}, "There is no 30 February 1979."),
        ({"year": "79"}, "79 is no year of this timeline. Write the year in full, for example 1979."),
        ({"year": ""}, "The year is blank"),
        ({"title": " "}, "The title is blank"),
        ({"category": "sport"}, "“sport” is no category"),
        ({"importance": "9"}, "“9” is no importance"),
        ({"certainty": "perhaps"}, "“perhaps” is unknown here"),
        ({"end_year": "1950"}, "The date ends before it starts"),
    ],
)
def test_what_cannot_be_meant_is_said_in_its_row(newest: Newest, cells: dict[str, str], message: str) -> None:
    one = judged(newest, staged(newest(), TROOPS, cells=cells), staged(newest(), KABUL, action="verify"))
    assert one.problem(TROOPS).startswith(message)
    assert one.word(TROOPS) == "error"
    assert one.marks()[TROOPS]["becomes"] == ""
    assert set(one.rows) == {KABUL}  # the others can be saved
    assert message in text_of(preview(one))


def test_every_action(newest: Newest) -> None:
    now = newest()
    one = judged(
        newest,
        staged(now, KABUL, action="verify"),
        staged(now, TROOPS, action="split", targets=[COPY]),
        staged(now, BIRTH, action="merge", targets=[LOST]),
        staged(now, "ev_dddddddddd", action="delete"),
        staged(now, SECRET, kind="hidden", action="restore"),
        staged(now, "new-1", kind="new", cells={"title": "By hand", "year": "1921"}),
    )
    assert {ident: one.word(ident) for ident in one.staged} == {
        KABUL: "checked", TROOPS: "split", BIRTH: "same as", "ev_dddddddddd": "delete", SECRET: "restore", "new-1": "new",
    }  # fmt: skip
    assert one.plan.errors == []
    words = text_of(preview(one))
    assert "The same event as “Two countries sign a friendship treaty”" in words
    assert "A new event, added by hand." in words
    upload = save(newest, "Ana", *({ident: vars_of(one, ident)} for ident in one.staged))
    after = newest()
    assert (upload, after.version.head > 0) == ("u0001", True)
    assert "ev_dddddddddd" in after.corrected.deleted
    assert {SECRET, COPY} <= set(after.corrected.timeline.events["event_id"])
    assert after.corrected.holder[BIRTH] == LOST
    assert "By hand" in set(after.corrected.timeline.events["title"])


def vars_of(one: Judged, ident: str) -> dict[str, Any]:
    given = one.staged[ident]
    return {"kind": given.kind, "rev": given.rev, "cells": dict(given.cells), "action": given.action, "targets": list(given.targets)}  # fmt: skip


def test_circles_are_refused(newest: Newest) -> None:
    now = newest()
    one = judged(
        newest,
        staged(now, KABUL, action="merge", targets=[TROOPS]),
        staged(now, TROOPS, action="merge", targets=[KABUL]),
    )
    assert not one.rows
    assert "in a circle" in one.problem(KABUL)


def test_a_hidden_sentence_can_be_restored_with_a_better_title_and_date(newest: Newest) -> None:
    save(
        newest, "Ana", staged(newest(), SECRET, kind="hidden", cells={"title": "A shop opens", "month": "5"})
    )
    event = newest().corrected.timeline.events.set_index("event_id").loc[SECRET]
    assert (event["title"], event["edtf"]) == ("A shop opens", "1922-05")


def test_several_mentions_can_be_let_go_at_once(folder: Path) -> None:
    made = timeline()
    copies = [
        dict(made.mentions.iloc[-1].to_dict(), mention_id=f"ev_jjjjjjjjj{n}", sentence=f"Troops came, {n}.")
        for n in "bc"
    ]
    mentions = schema.frame(
        [*made.mentions.to_dict("records"), *({**c, "event_id": TROOPS} for c in copies)], schema.MENTIONS
    )
    store.write(replace(made, mentions=mentions), folder)
    newest = Newest(LiveDesk(folder), TOPIC)
    save(newest, "Ana", staged(newest(), TROOPS, action="split", targets=["ev_jjjjjjjjjb", "ev_jjjjjjjjjc"]))
    assert {"ev_jjjjjjjjjb", "ev_jjjjjjjjjc"} <= newest().corrected.events.keys()


def test_nothing_the_browser_sends_is_trusted(newest: Newest) -> None:
    for sent in (
        None, [], "x", {"ev_x": None}, {"ev_x": {"cells": [], "targets": "no", "action": "drop table", "kind": 7}},
        {"ev_x": {"cells": {"year": {"a": 1}, "event_id": "ev_y", "rev": "r_1"}}}, {"": {}}, {SECRET: {"kind": "orphan", "action": "drop"}},
        {KABUL: {"kind": "new", "action": "delete"}}, {KABUL: {"action": "merge", "targets": [None]}},
    ):  # fmt: skip
        one = judge(read(sent), newest())
        assert one.plan.entries == []
        to_html(preview(one))
        one.marks()
