"""What stands in which list, and corrections that wait for their sentence."""

from __future__ import annotations

import json
from pathlib import Path

from tests.edit.changes import COPY, KABUL, LOST, SECRET, TROOPS, judged, save, staged, timeline
from tests.shown import parts, text_of
from timeline.app.edit.items import LISTS, ORPHAN, listed
from timeline.app.edit.now import Newest
from timeline.app.edit.panel import panel
from timeline.table import Timeline, store


def test_lists(newest: Newest) -> None:
    def in_lists() -> dict[str, set[str]]:
        return {key: {item.ident for item in listed(newest().items.values(), key, "")} for key, _, _ in LISTS}

    first = in_lists()
    assert first["review"] == first["no-year"] == {LOST}
    assert first["hidden"] == {SECRET}
    assert len(first["all"]) == 6
    assert first["orphans"] == first["conflicts"] == first["corrected"] == first["deleted"] == first["unsaved"] == set()  # fmt: skip
    now = newest()
    save(newest, "Ana", staged(now, KABUL, action="delete"), staged(now, LOST, cells={"year": "1978"}))
    second = in_lists()
    assert second["deleted"] == {KABUL}
    assert second["corrected"] == {LOST}
    assert second["no-year"] == set()
    assert len(second["all"]) == 5
    assert [item.ident for item in listed(newest().items.values(), "all", "TROOPS 1979")] == [TROOPS]
    assert [item.ident for item in listed(newest().items.values(), "all", COPY)] == []


def test_a_correction_whose_sentence_is_gone_waits_and_can_be_given_up(folder: Path, newest: Newest) -> None:
    save(newest, "Ana", staged(newest(), KABUL, cells={"title": "Better"}))
    made = timeline()
    gone = Timeline(
        made.events[made.events["event_id"] != KABUL], made.mentions[made.mentions["event_id"] != KABUL],
        made.documents, made.hidden, made.texts,
    )  # fmt: skip
    store.write(gone, folder)
    (orphan,) = listed(newest().items.values(), "orphans", "")
    assert (orphan.ident, orphan.kind, orphan.cells["title"]) == (KABUL, ORPHAN, "Better")
    words = text_of(panel(KABUL, judged(newest)))
    for part in ("On 15 August 2021 the Taliban took Kabul.", "Taliban take Kabul", "Better", "Ana"):
        assert part in words
    save(newest, "Ben", staged(newest(), KABUL, kind=ORPHAN, action="drop"))
    assert listed(newest().items.values(), "orphans", "") == []
    store.write(made, folder)  # the sentence is back, as the program reads it
    assert newest().items[KABUL].cells["title"] == "Taliban take Kabul"


def test_a_doubtful_sentence_is_shown_with_the_event_it_may_have_become(folder: Path, newest: Newest) -> None:
    save(newest, "Ana", staged(newest(), KABUL, cells={"title": "Better"}))
    made = timeline()
    other = "On 15 August 2021 the fighters of the Taliban movement took the capital Kabul at last."
    events = made.events.replace({"event_id": {KABUL: "ev_kkkkkkkkkk"}})
    mentions = made.mentions.replace(
        {"event_id": {KABUL: "ev_kkkkkkkkkk"}, "mention_id": {KABUL: "ev_kkkkkkkkkk"}}
    )
    mentions.loc[mentions["mention_id"] == "ev_kkkkkkkkkk", "sentence"] = other
    store.write(Timeline(events, mentions, made.documents, made.hidden, made.texts), folder)
    (doubt,) = listed(newest().items.values(), "orphans", "")
    assert "% alike" in doubt.status
    shown = panel(KABUL, judged(newest))
    assert other.split(" the ")[1] in text_of(shown)
    (use,) = [button for button in parts(shown, "Button") if text_of(button) == "Correct that event so"]
    patch = json.loads(use.to_plotly_json()["props"]["data-stage"])
    assert (patch["id"], patch["cells"]) == ("ev_kkkkkkkkkk", {"title": "Better"})
