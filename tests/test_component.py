"""The reading of dates inside a spaCy pipeline."""

from __future__ import annotations

import spacy

import timeline.dates.component  # noqa: F401  # registers the factory


def test_dates_become_a_span_group():
    nlp = spacy.blank("en")
    nlp.add_pipe("timeline_dates")
    doc = nlp("The war of 1979-1989 began c.1979 and grew worse in the 1980s.")
    assert [(s.text, s._.timex.value.edtf) for s in doc.spans["dates"]] == [
        ("1979-1989", "1979/1989"), ("c.1979", "1979~"), ("1980s", "198X"),
    ]  # fmt: skip


def test_a_creation_date_may_be_given():
    nlp = spacy.blank("en")
    nlp.add_pipe("timeline_dates", config={"mode": "news"})
    doc = nlp.make_doc("They met yesterday.")
    doc.user_data["dct"] = "2021-08-16"
    assert [s._.timex.value.edtf for s in nlp(doc).spans["dates"]] == ["2021-08-15"]


def test_entities_are_left_alone():
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "EVENT", "pattern": "May 1979"}])
    nlp.add_pipe("timeline_dates")
    doc = nlp("In May 1979 it fell.")
    assert [ent.label_ for ent in doc.ents] == ["EVENT"]
    assert [span.text for span in doc.spans["dates"]] == ["May 1979"]
