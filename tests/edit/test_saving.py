"""Two people save: nobody's work is lost, and all of it can be taken back."""

from __future__ import annotations

import json
from pathlib import Path

from tests.edit.changes import KABUL, TROOPS, judged, save, staged
from tests.shown import parts, text_of
from timeline.app import LiveTimeline
from timeline.app.edit.now import Newest
from timeline.app.edit.panel import panel
from timeline.app.edit.saving import Saving
from timeline.app.edit.staged import read
from timeline.corrections.ledger import Ledger


def test_the_second_to_save_sees_what_the_first_changed_and_loses_nothing(newest: Newest) -> None:
    now = newest()
    mine = staged(now, KABUL, cells={"title": "Mine", "place": "Herat"}) | staged(
        now, TROOPS, cells={"day": "25"}
    )
    save(newest, "Ana", staged(now, KABUL, cells={"title": "Hers"}))
    saving = Saving(newest)
    answer = saving.save(read(mine), str(now.version), "Ben")
    assert answer.saved == []
    assert "Ana saved u0001" in answer.said
    assert answer.again
    for value in ("Taliban take Kabul", "Mine", "Hers"):  # all three
        assert value in answer.html
    again = saving.save(read(mine), str(newest().version), "Ben")
    assert again.saved == [TROOPS]  # the row in conflict stays with its editor
    settled = {KABUL: {**mine[KABUL], "rev": newest().items[KABUL].rev}}
    assert saving.save(read(settled), str(newest().version), "Ben").saved == [KABUL]
    event = newest().corrected.timeline.events.set_index("event_id").loc[KABUL]
    assert (event["title"], event["place"]) == ("Mine", "Herat")


def test_edits_of_other_cells_go_together(newest: Newest) -> None:
    now = newest()
    mine = staged(now, KABUL, cells={"place": "Herat"})
    save(newest, "Ana", staged(now, KABUL, cells={"title": "Hers"}))
    save(newest, "Ben", mine)
    event = newest().corrected.timeline.events.set_index("event_id").loc[KABUL]
    assert (event["title"], event["place"]) == ("Hers", "Herat")


def test_saving_needs_a_name_and_undo_takes_it_back(newest: Newest, folder: Path) -> None:
    now = newest()
    saving = Saving(newest)
    change = staged(now, KABUL, cells={"title": "Better"})
    nameless = saving.save(read(change), str(now.version), "")
    assert (nameless.saved, Ledger(folder).head()) == ([], 0)
    assert "Say who you are" in nameless.html
    assert "dialog-name" in nameless.foot
    upload = save(newest, "Ana", change)
    live = LiveTimeline(folder)
    assert "Better" in set(live().events["title"])
    done = saving.undo(upload, "Ana")
    assert 'data-undo="u0002"' in done.result  # which can be undone too
    assert "Better" not in set(live().events["title"])
    assert "undone already" in saving.undo(upload, "Ana").html
    assert "there is no upload" in saving.undo("u9999", "Ana").html.casefold()
    history = saving.history("Ana").html
    assert history.index("u0002") < history.index("u0001")
    assert "takes back u0001" in history


def test_a_row_with_two_conflicts_is_settled_as_one(newest: Newest) -> None:
    """Keeping one cell must not decide the other unseen."""
    now = newest()
    mine = staged(now, KABUL, cells={"title": "Mine", "place": "Herat", "note": "n"})
    save(newest, "Ana", staged(now, KABUL, cells={"title": "Hers", "place": "Balkh"}))
    shown = panel(KABUL, judged(newest, mine))
    (keep,) = [b for b in parts(shown, "Button") if text_of(b) == "Keep mine"]
    (take,) = [b for b in parts(shown, "Button") if text_of(b) == "Take theirs"]
    for value in ("Mine", "Hers", "Herat", "Balkh", "Kabul"):
        assert value in text_of(shown)
    kept, taken = (json.loads(b.to_plotly_json()["props"]["data-stage"]) for b in (keep, take))
    assert kept["cells"] == {"title": "Mine", "place": "Herat", "note": "n"}
    assert taken["cells"] == {"note": "n"}
    assert kept["rev"] == taken["rev"] == newest().items[KABUL].rev
    assert judged(newest, {KABUL: kept}).word(KABUL) == "edited"


def test_what_someone_else_changed_is_not_checked_unseen(newest: Newest) -> None:
    now = newest()
    mine = staged(now, KABUL, action="verify")
    save(newest, "Ana", staged(now, KABUL, cells={"title": "Hers"}))
    one = judged(newest, mine)
    assert one.word(KABUL) == "conflict"
    (take,) = [b for b in parts(panel(KABUL, one), "Button") if text_of(b) == "Take theirs"]
    assert json.loads(take.to_plotly_json()["props"]["data-stage"])["action"] == ""
