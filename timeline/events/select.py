"""Which dated sentences are events of this topic."""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Doc

from timeline.events.gazetteer import Hit, sides

# How far a sentence concerns both sides of the relation, by where they are named.
BOTH_HERE, BOTH_NEAR, ONE_HERE, NONE = 1.0, 0.7, 0.4, 0.1
ENOUGH = 0.6

OFF_TOPIC = "off topic: does not concern both sides"
BACKGROUND = "background: a figure or a state, nothing that happened"
NO_VERB = "no sentence: a heading or a fragment"
NO_DATE = "the date cannot be told from the text"

_FIGURE = re.compile(
    r"\b(?:accounted for|percent|per cent|estimated|census|on average|population of|forecast|projected)\b|%"
)
PAIR = frozenset(("countries", "states", "sides", "nations", "parties"))  # "the two countries"
_PRONOUNS = frozenset(("it", "they", "he", "she", "this", "these", "both"))


def relation(here: Sequence[Hit], near: Sequence[Hit], refers_back: bool) -> float:
    """How far a sentence concerns the relation, 0–1: ``here`` are the actors in it, ``near`` those of the
    sentences just before it, ``refers_back`` whether its subject is a pronoun."""
    found = sides(here)
    if len(found) == 2:
        return BOTH_HERE
    if (found or refers_back) and len(found | sides(near)) == 2:
        return BOTH_NEAR
    return ONE_HERE if found else NONE


def refers_back(parsed: Doc) -> bool:
    """Whether "it" is a subject or "the two countries" are named: the sentences before say who that is."""
    return any(
        (t.lower_ in _PRONOUNS and t.dep_ in ("nsubj", "nsubjpass"))
        or (t.lower_ in PAIR and any(c.lower_ in ("two", "both") for c in t.children))
        for t in parsed
    )


def reason_to_hide(parsed: Doc, concerns: float, is_dated: bool, has_act: bool) -> str:
    """Why a dated sentence is no event of the topic; '' when it is one."""
    if not is_dated:
        return NO_DATE
    if not any(t.pos_ in ("VERB", "AUX") for t in parsed):
        return NO_VERB
    if concerns < ENOUGH:
        return OFF_TOPIC
    if _FIGURE.search(parsed.text) and not has_act:
        return BACKGROUND
    return ""
