"""The four landmark events: once each, with the finest date that the texts support, and every telling kept."""

from __future__ import annotations

import csv
import os

import pytest

import timeline
from tests.conftest import ROOT, SHARED
from timeline.dates.value import DateValue
from timeline.table import Timeline

LANDMARKS = [
    # date, words of which a telling must hold one of each group, documents that tell it (real, retold)
    ("1919", (("recogni",), ("independence",)), {"002"}, 1),
    ("1979", (("inva",), ("Afghanistan",)), {"002", "003"}, 2),
    ("2003-02", (("terror",), ("Taliban", "them")), {"002", "004"}, 2),
    ("2021-08-15", (("Taliban",), ("took", "takeover")), {"001", "003"}, 2),
]


def tellings(timeline_: Timeline, edtf: str, groups: tuple[tuple[str, ...], ...]):
    """The events of which a title or sentence holds a word of every group and whose date touches ``edtf``."""
    wanted = DateValue.parse(edtf)
    for event in timeline_.events.itertuples():
        value = DateValue.parse(event.edtf)
        if value.is_range or not (wanted.covers(value) or value.covers(wanted)):
            continue
        mentions = timeline_.mentions[timeline_.mentions["event_id"] == event.event_id]
        if all(any(word in event.title + event.sentence for word in group) for group in groups):
            yield event, mentions


@pytest.fixture(scope="module")
def real(real_documents) -> Timeline:
    return timeline.build([real_documents])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edtf", "words", "documents", "least"), LANDMARKS, ids=[row[0] for row in LANDMARKS]
)
def test_landmarks_of_the_real_documents(real, edtf, words, documents, least):
    dated = [(e, m) for e, m in tellings(real, edtf, words) if e.edtf == edtf]
    (found,) = [(e, m) for e, m in dated if {d[:3] for d in m["document"]} >= documents]
    event, mentions = found
    assert len(mentions) >= least
    assert [e.title for e, _ in dated] == [event.title]


@pytest.mark.slow
def test_the_war_is_an_event_of_its_own_with_a_span(real):
    (war,) = [e for e in real.events.itertuples() if e.edtf == "1979/1989"]
    assert (war.precision, war.earliest, war.latest) == ("range", "1979-01-01", "1989-12-31")


@pytest.mark.slow
def test_the_takeover_says_from_what_its_date_was_derived(real):
    told = real.mentions[real.mentions["edtf"] == "2021-08-15"]
    assert any("derived from “A day after" in note and "2021-08-16" in note for note in told["note"])


@pytest.mark.slow
def test_the_gold_is_found(real, real_documents, tmp_path):
    """The figures of the path issue, by the scorer that comes with the gold."""
    scorer = SHARED / "gold" / "score_events.py"
    if not scorer.exists():
        pytest.skip(f"the real documents are not at {SHARED}")
    import json
    import subprocess
    import sys

    from timeline.table import store

    store.write(real, tmp_path)
    subprocess.run(
        [sys.executable, scorer, tmp_path / "mentions.csv", "--json", tmp_path / "score.json"],
        check=True,
        capture_output=True,
    )
    score = json.loads((tmp_path / "score.json").read_text())
    assert score["recall"] >= 0.95
    assert score["precision_lenient"] >= 0.95
    assert score["date_accepted"] >= 0.97
    assert score["recall_importance"]["3"] == 1
    assert score["wrongly_turned_hard"] <= 0.01


@pytest.fixture(scope="module")
def default() -> Timeline:
    return timeline.build([ROOT / "seeds"])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("edtf", "words", "least"), [(e, w, n) for e, w, _, n in LANDMARKS], ids=[row[0] for row in LANDMARKS]
)
def test_landmarks_of_the_default_timeline(default, edtf, words, least):
    found = list(tellings(default, edtf, words))
    assert max(len(mentions) for _, mentions in found) >= least
    assert any(DateValue.parse(edtf).covers(DateValue.parse(event.edtf)) for event, _ in found)


@pytest.mark.slow
def test_every_event_of_the_default_timeline_has_its_proof(default):
    texts = default.texts
    for mention in default.mentions.itertuples():
        assert texts[mention.document][mention.start_char : mention.end_char] == mention.date_text
        assert mention.date_text in mention.sentence
        assert mention.citations
    for event in default.events.itertuples():
        assert event.title
        assert 1 <= event.importance <= 3
        assert 0 < event.confidence <= 1


@pytest.mark.slow
def test_the_same_documents_give_the_same_bytes_in_any_order(tmp_path):
    from timeline.table import store

    documents = sorted((ROOT / "seeds").glob("*.md"))[:3]
    for name, paths in (("one", documents), ("two", documents[::-1])):
        store.write(timeline.build(paths), tmp_path / name)
    for table in ("events.csv", "mentions.csv", "documents.csv", "hidden.csv"):
        assert (tmp_path / "one" / table).read_bytes() == (tmp_path / "two" / table).read_bytes()
        with (tmp_path / "one" / table).open(newline="") as file:
            assert len(next(csv.reader(file))) > 5
    assert os.listdir(tmp_path / "one" / "texts") == os.listdir(tmp_path / "two" / "texts")
