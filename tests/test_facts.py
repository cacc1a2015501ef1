"""The default timeline tells the sourced facts, each happening once, each with its source (tests/golden/facts.py)."""

from __future__ import annotations

import pytest

import timeline
from tests.benchmarks.corpus import OWN
from tests.golden import facts, twins
from timeline import topic
from timeline.corrections.corrected import Corrected
from timeline.corrections.desk import Desk
from timeline.dates.value import DateValue
from timeline.table import store
from timeline.table.schema import JOIN, Timeline

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def default() -> Timeline:
    return timeline.build([OWN])


@pytest.fixture(scope="module")
def found(default) -> dict[int, str]:
    return facts.match(default, facts.facts())


def test_the_facts_are_on_the_timeline_with_their_dates(found):
    share = facts.shares(facts.facts(), found)
    assert share[3] == 1
    assert share[2] >= 0.98
    assert share[0] >= 0.95


@pytest.fixture(scope="module")
def corrected(default, tmp_path_factory) -> Corrected:
    """The default timeline as a fresh clone shows it: with the corrections that are shipped beside the documents."""
    folder = tmp_path_factory.mktemp("default")
    store.write(default, folder, documents=[OWN])
    return Desk(folder).corrected()


def test_the_corrections_that_are_shipped_belong_to_sentences_of_today(default, corrected):
    assert "corrections.csv" not in set(default.documents["document"])
    assert (corrected.attached.doubts, corrected.attached.orphans) == ((), ())
    assert len(corrected.corrections.fields) > 150
    assert not corrected.timeline.events["review"].str.contains("source changed").any()


def test_with_them_the_facts_have_their_category_and_importance_too(corrected):
    known = facts.facts()
    matched = facts.match(corrected.timeline, known)
    share = facts.shares(known, matched)
    assert share[3] == 1
    assert share[2] >= 0.98
    assert share[0] >= 0.95
    events = corrected.timeline.events.set_index("event_id")
    as_known = [
        (events.loc[event, "category"], events.loc[event, "importance"]) == (known[fact].category, known[fact].importance)
        for fact, event in matched.items()
    ]  # fmt: skip
    assert sum(as_known) >= 0.95 * len(as_known)


def test_what_the_chapters_tell_beyond_the_facts_is_listed(default, found):
    assert facts.beyond(default, found).keys() == facts.listed_beyond().keys()
    assert set(facts.listed_beyond().values()) <= {fact.title for fact in facts.facts()}


def test_no_two_events_are_one_happening(default):
    judged = twins.judged()
    assert [pair for pair, judgement in judged.items() if not judgement.startswith("different: ")] == []
    assert twins.twins(default).keys() <= judged.keys()


def test_every_event_shows_a_source(default):
    cited = default.mentions.assign(has=default.mentions["citations"] != "").groupby("event_id")["has"].any()
    assert [event for event in default.events["event_id"] if not cited[event]] == []


def test_every_era_has_eight_events_and_more(default):
    eras = {era.key: 0 for era in topic.load().eras}
    for event in default.events.itertuples():
        for key in event.era.split(JOIN):
            eras[key] += 1  # every event lies in one
    assert min(eras.values()) >= 8, eras


def test_the_timeline_reaches_from_1837_to_today(default):
    years = [v.earliest.year for v in map(DateValue.parse, default.events["edtf"]) if v.earliest]
    assert min(years) <= 1837
    assert max(years) >= 2026
