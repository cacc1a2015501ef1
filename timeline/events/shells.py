"""Clauses that only wrap up what another tells: "it was alleged that …", "the answer came when …", "cited
officials as saying …"."""

from __future__ import annotations

from spacy.tokens import Token

from timeline.events.english import HEDGES
from timeline.events.event import Event
from timeline.events.grammar import CLAUSES, own_subject


def what_came(event: Event) -> Event | None:
    """ "Putin announced …" of "the answer came when Putin announced …": the main clause names nothing."""
    subject = event.subject
    if event.head.lower_ not in ("came", "comes", "come") or subject is None or subject.pos_ != "NOUN":
        return None
    acted = next(
        (c for c in event.head.children if c.dep_ == "advcl" and c.pos_ in CLAUSES and own_subject(c)), None
    )
    if acted is None or not any(c.lower_ in ("when", "as") for c in acted.children):
        return None
    return Event(acted, own_subject(acted))


def hedge_above(verb: Token) -> str:
    """ "allegedly" for what somebody "claimed", or for "claims that …" """
    above = verb.head if verb.dep_ in ("ccomp", "acl") else verb
    says = above == verb or above.lower_ in ("said", "says")  # who says it of himself does not guess
    return "" if says or above.i > verb.i else HEDGES.get(above.lower_, "")


def quoted(verb: Token) -> Event | None:
    """ "officials reportedly said" of "the paper cited officials as saying" """
    for prep in verb.children:
        said = next((c for c in prep.children if c.dep_ == "pcomp" and c.lower_ == "saying"), None)
        speaker = next((c for c in verb.children if c.dep_ == "dobj"), None)
        if prep.lower_ == "as" and said is not None and speaker is not None:
            return Event(said, speaker, "reportedly")
    return None


def done_before(verb: Token) -> Token:
    """ "met" of "they met in May and did so again in June" """
    if verb.lower_ in ("do", "did", "does", "done") and not any(c.dep_ == "dobj" for c in verb.children):
        return verb.head if verb.dep_ == "conj" else verb
    return verb


def what_is_said(verb: Token) -> tuple[Token, str]:
    """ "Russia kept links" of "it was then that Russia kept links" and, with a hedge, of "it was alleged
    that Russia kept links"."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ != "it":
        return verb, ""
    if verb.dep_ == "ccomp" and verb.head.lower_ in ("let", "lets", "made", "makes"):
        return verb.head, ""  # "the ministry let it be known that …"
    below = [
        *verb.children,
        *(t for c in verb.children if c.dep_ in ("attr", "prep", "pobj") for t in c.children),
    ]
    told = (
        c for c in below if c.dep_ in ("ccomp", "relcl", "advcl") and c.pos_ in CLAUSES and own_subject(c)
    )
    said = next((c for c in told if any(t.lower_ == "that" for t in c.children)), None)
    return (verb, "") if said is None else (said, HEDGES.get(verb.lower_, ""))
