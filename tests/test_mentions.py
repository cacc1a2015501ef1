"""What a mention carries: its id, its citations, the event that it counts from, what to look at."""

from __future__ import annotations

import pytest

from tests.prose import TOPIC, document, mentions
from timeline.documents import FootnoteMark
from timeline.events.describe import named_tokens
from timeline.events.extract import COUNTED_FROM, mentions_of
from timeline.events.gazetteer import Hit
from timeline.events.mention import lasting_id

DERIVED = [
    # the event is known from …, text, its date, its title
    ("the day told next",
     "Two days after the rebels took Ghora, the Soviet envoy Petrov flew to Kabul. Petrov told a paper on 14 March 1984 that he had seen the Afghan leader.",
     "1984-03-12", "Rebels took Ghora"),
    ("an earlier sentence",
     "On 12 March 1984 Afghan rebels took the town of Ghora from Soviet troops. A week after the fall of Ghora, Moscow sent an envoy to Kabul.",
     "1984-03-12", "Fall of Ghora"),
    ("a named day of the topic", "A month after the signing of the Geneva Accords, the Soviet withdrawal from Afghanistan began.",
     "1988-04-14", "Signing of the Geneva Accords"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edtf", "title"), [row[1:] for row in DERIVED], ids=[row[0] for row in DERIVED]
)
def test_an_event_that_another_is_counted_from_is_a_mention_of_its_own(text, edtf, title):
    found = mentions(text)
    (event,) = [m for m in found if m.rule == COUNTED_FROM]
    (counted,) = [m for m in found if (m.start, m.end) == (event.start, event.end) and m is not event]
    assert (event.edtf, event.title) == (edtf, title)
    assert counted.edtf != event.edtf
    assert event.mention_id != counted.mention_id
    assert "derived from" in event.note


def test_a_day_that_is_told_and_counted_is_one_mention():
    text = "Soviet officials put Najibullah in the chair in Kabul on 4 May 1986, a week after the mill at Ghora burned."
    assert [(m.date_text, m.edtf, m.title) for m in mentions(text)] == [
        ("4 May 1986", "1986-05-04", "Soviet officials put Najibullah in the chair in Kabul"),
        ("a week after", "1986-04-27", "Mill at Ghora burned"),
    ]


def test_ids_come_from_content_alone():
    text = "In 1919 Soviet Russia recognised Afghanistan."
    ids = {
        m.mention_id
        for name, t in [
            ("a.txt", text),
            ("b/c.md", "More.\n\nIn 1919  Soviet Russia\nrecognised Afghanistan."),
        ]
        for m in mentions(t, name=name)
    }
    assert len(ids) == 1
    twice = mentions(f"{text} {text}")
    assert len({m.mention_id for m in twice}) == 2
    assert twice[0].mention_id in ids
    assert lasting_id("A", "1919", 0) != lasting_id("A", "1920", 0)


def test_footnotes_become_citations_and_leave_the_sentence():
    text = "In 1919 Soviet Russia[^1] recognised Afghanistan.[^2] It fell.[^3]"
    marks = [(text.index(f"[^{n}]"), str(n)) for n in (1, 2, 3)]
    doc = document(text, marks=tuple(FootnoteMark(at, at + 4, label) for at, label in marks),
                   footnotes={"1": "A book", "2": "An archive", "3": "Another"})  # fmt: skip
    (mention,) = mentions_of(doc, TOPIC)
    assert mention.sentence == "In 1919 Soviet Russia recognised Afghanistan."
    assert mention.citations == "A book; An archive"


REVIEWS = [
    ("On December 5 Moscow and Kabul signed a treaty.", "year lost"),
    ("In 2104 Russia and Afghanistan signed a treaty.", "impossible year 2104"),
    ("In May 1978 the Soviet Union and Kabul met. On June 5 Moscow and Kabul signed a treaty.", "year inferred"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), REVIEWS)
def test_a_person_is_asked_to_look(text, reason):
    last = mentions(text)[-1]
    assert reason in last.review
    assert last.confidence <= 0.95


@pytest.mark.timeout(20)
def test_actors_are_looked_up_among_the_words_in_linear_time():
    starts = range(0, 1_000_000, 5)  # each actor against each word would be 4,000,000,000 comparisons
    here = [Hit(start, start + 10, TOPIC.actors[0], is_place=False) for start in range(0, 1_000_000, 50)]
    assert sorted(named_tokens(starts, here))[:4] == [0, 1, 10, 11]
