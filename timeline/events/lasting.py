"""What has gone on since a date, and so began then: "has shuttled between the two since 20 January"."""

from __future__ import annotations

from spacy.tokens import Span, Token

from timeline.events.english import MEASURING
from timeline.events.grammar import NOUNS, subject_of, verb_above

_HAVE = frozenset(("have", "has", "had", "’s", "'s", "’ve", "'ve", "’d", "'d"))

_WHERE = frozenset(("at", "in", "on"))
_STATES = MEASURING | frozenset(
    [
        "remained",
        "stayed",
        "held",
        "known",
        "lain",
        "existed",
        "belonged",
        "seemed",
        "become",
        "grown",
        "risen",
        "fallen",
        "increased",
        "doubled",
        "declined",
        "dropped",
        "changed",
    ]
)


def began(words: Span, does: bool) -> bool:
    """Whether the date of "since …" begins what is told: somebody does it all the time ("had been rolling since"),
    or somebody who is named has done it, or it is an act (``does``) that was done to something ("has been listed
    since"). No count ("two men have died since"), no state and nothing that is denied."""
    since = words.root.head
    told = since.head if since.head.pos_ not in NOUNS else verb_above(since.head) or since.head
    if since.lower_ != "since" or told.pos_ not in ("VERB", "AUX"):
        return False
    helpers = [c for c in told.children if c.dep_ in ("aux", "auxpass", "neg")]
    if any(c.dep_ == "neg" for c in helpers) or not any(c.lower_ in _HAVE for c in helpers):
        return False
    subject = subject_of(told)
    if subject is None or _is_counted(subject) or told.lower_ in _STATES:
        return False
    if told.pos_ == "AUX":  # "had been at the base since"
        return any(c.lower_ == "had" for c in helpers) and any(c.lower_ in _WHERE for c in told.children)
    if told.tag_ == "VBG" or does:
        return True
    of_name = subject.head if subject.dep_ == "appos" else subject  # "Petrov, the mediator, who has shuttled"
    of_side = any(c.text[0].isupper() and c.dep_ in ("amod", "compound") for c in of_name.lefts)
    named = of_name.pos_ == "PROPN" or (
        of_name.tag_ == "NNS" and of_side
    )  # "Soviet engineers", but "Afghan trade"
    return named and all(c.dep_ != "auxpass" for c in helpers)


def _is_counted(noun: Token) -> bool:
    return any(c.dep_ == "nummod" or c.lower_ in ("no", "many", "few") for c in noun.children)
