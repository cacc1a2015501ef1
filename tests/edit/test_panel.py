"""The panel beside the grid: what it shows of an event, and what it offers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.edit.changes import COPY, KABUL, LOST, SECRET, TOPIC, TROOPS, judged, save, staged, timeline
from tests.shown import HOSTILE, parts, text_of
from timeline.app.edit.finder import found
from timeline.app.edit.items import NEW, listed
from timeline.app.edit.now import Newest
from timeline.app.edit.panel import panel
from timeline.app.edit.preview import preview
from timeline.app.edit.saving import Saving
from timeline.app.live import LiveDesk
from timeline.app.markup import to_html
from timeline.table import Timeline, store


def test_the_panel_shows_every_mention_and_lets_go_of_all_but_the_first(newest: Newest) -> None:
    shown = panel(TROOPS, judged(newest))
    assert [text_of(mark) for mark in parts(shown, "Mark")] == ["In December", "The troops c"]
    assert len(parts(shown, "Figure")) == len(parts(shown, "Details")) == 2
    (split,) = [b for b in parts(shown, "Button") if text_of(b) == "Not the same event"]
    patch = json.loads(split.to_plotly_json()["props"]["data-stage"])
    assert (patch["action"], patch["targets"]) == ("split", [COPY])
    assert "This will be an event of its own" in text_of(panel(TROOPS, judged(newest, staged(newest(), TROOPS, action="split", targets=[COPY]))))  # fmt: skip


@pytest.mark.parametrize(
    ("ident", "buttons"),
    [
        (KABUL, ["Checked", "Same as…", "Delete"]),
        (SECRET, ["Restore"]),
        ("ev_nothing", []),
        ("", []),
    ],
)
def test_what_the_panel_offers(newest: Newest, ident: str, buttons: list[str]) -> None:
    assert [text_of(b) for b in parts(panel(ident, judged(newest)), "Button")] == buttons


def test_an_event_of_ones_own_says_so(newest: Newest) -> None:
    new = staged(newest(), "new-1", NEW, cells={"title": "By hand", "year": "1921", "note": "A letter."})
    words = text_of(panel("new-1", judged(newest, new)))
    assert "Drop this new event" in words
    assert "A letter." in words
    save(newest, "Ana", new)
    (item,) = listed(newest().items.values(), "all", "by hand")
    words = text_of(panel(item.ident, judged(newest)))
    assert "Added by hand" in words
    assert "A letter." in words
    assert "added by hand by Ana" in item.status


def test_finding_the_same_event(newest: Newest) -> None:
    now = newest()
    assert text_of(found(KABUL, "troops", now)).strip() == "December 1979   Soviet troops enter Afghanistan"
    assert "Soviet troops" in text_of(found(KABUL, TROOPS, now))
    assert text_of(found(TROOPS, "troops", now)) == "No event has these words."
    assert found(KABUL, " ", now) == []


def test_hostile_texts_are_only_text(folder: Path) -> None:
    made = timeline()
    store.write(
        Timeline(
            made.events.assign(title=HOSTILE, note=HOSTILE, review=HOSTILE, place=HOSTILE, actors=HOSTILE),
            made.mentions.assign(sentence=HOSTILE, date_text=HOSTILE[:9], citations=HOSTILE, rule=HOSTILE),
            made.documents.assign(title=HOSTILE),
            made.hidden.assign(sentence=HOSTILE, reason=HOSTILE),
            made.texts,
        ),
        folder,
    )
    newest = Newest(LiveDesk(folder), TOPIC)
    now = newest()
    one = judged(newest, staged(now, KABUL, cells={"title": HOSTILE + "!", "category": HOSTILE}), staged(now, LOST, cells={"title": HOSTILE + "?"}),
                 staged(now, HOSTILE))  # fmt: skip
    save(newest, HOSTILE, staged(now, TROOPS, cells={"note": HOSTILE * 2}))
    saving = Saving(newest)
    shown = to_html(
        [panel(KABUL, one), panel(SECRET, one), panel(HOSTILE, one), preview(one), found(KABUL, "img", now)]
    )
    shown += saving.history(HOSTILE).html + saving.undo(HOSTILE, "x").html
    tags = re.findall(r"<(\w+)((?: [\w-]+(?:=\"[^\"<>]*\")?)*)>", shown)
    assert len(tags) == len(re.findall("<[^/]", shown))  # every "<" opens a tag of ours, with quoted values
    assert "img" not in {tag for tag, _ in tags}
    assert not [name for _, inside in tags for name in re.findall(r' (on\w+)="', inside)]
