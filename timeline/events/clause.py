"""Which clause or noun phrase of a parsed sentence the date belongs to.

"After the talks of 1988 failed, …", "dates from 1919, when Russia recognised …", "the February 2003 decision
to designate …": the event is not always the main clause.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

_CLAUSES = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN")
# Words → how much they matter as the words of an act; 0 for words of no act.
Weight = Callable[[str], int]
# "During the war in 1979, X did Y" tells of Y; "despite the decision of 2003, …" tells of the decision.
_SETTINGS = frozenset(
    ["during", "in", "at", "on", "by", "with", "since", "through", "amid", "under", "within"]
)
_PERIODS = frozenset(["period", "years", "time", "decade", "era", "months", "span", "interval"])


@dataclass(frozen=True, slots=True)
class Event:
    """The head word of what happened, and its subject: a token of the sentence, None for a noun phrase."""

    head: Token
    subject: Token | None

    @property
    def is_clause(self) -> bool:
        return self.head.pos_ in _CLAUSES


def of_date(date: Span, weight: Weight) -> Event:
    """The event that ``date`` dates; ``weight`` tells words of acts from others."""
    told_by_date = next(
        (t for d in date for t in d.children if t.dep_ == "relcl" and t.pos_ in _CLAUSES and _subject(t)),
        None,
    )
    if told_by_date is not None:  # "1919, when Russia recognised …"
        return Event(told_by_date, _subject(told_by_date))
    governor = _governor(date)
    if _is_told_apart(governor) and weight(_phrase_text(governor)):
        return Event(governor, None)
    verb = _verb_above(governor)
    if verb is None:
        return Event(governor, None)
    if verb.dep_ == "acl":  # "the treaty signed in 1921", "remarks dated 5 October"
        if weight(_phrase_text(verb.head)) > 1:
            return Event(verb.head, None)
        verb = _verb_above(verb.head) or verb
    verb = _what_is_said(verb)
    verb = max((verb, *_coordinated(verb)), key=lambda v: (_clause_weight(v, weight), -v.i))
    if not _clause_weight(verb, weight):
        noun = _act_noun_before(date, verb, weight)
        if noun is not None:
            return Event(noun, None)
    return Event(verb, _subject(verb))


def _is_told_apart(noun: Token) -> bool:
    """Whether a noun that a date belongs to is an event beside the one its sentence tells."""
    if noun.pos_ not in _NOUNS or noun.dep_ in ("ROOT", "nsubj", "nsubjpass", "dobj"):
        return False
    return not (noun.dep_ == "pobj" and noun.head.lower_ in _SETTINGS)


def main_clause(doc: Doc) -> Event | None:
    """What the sentence as a whole tells, if it has a verb with a subject."""
    root = next((t for t in doc if t.dep_ == "ROOT"), None)
    if root is None or root.pos_ not in _CLAUSES or _subject(root) is None:
        return None
    return Event(root, _subject(root))


def of_words(words: Span) -> Event:
    """The event that a phrase names: "the fall of Herat", "the last troops crossed the bridge"."""
    root = words.root
    if root.pos_ not in _CLAUSES:
        return Event(root, None)
    return Event(root, _subject(root))


def _governor(date: Span) -> Token:
    token = date.root
    while token.head != token and (
        date.start <= token.i < date.end or token.pos_ in ("ADP", "SCONJ", "NUM", "PART")
    ):
        token = token.head
    return token


def _phrase_text(noun: Token) -> str:
    return " ".join(t.text for t in noun.subtree if t.i - noun.i <= 12)


def _verb_above(token: Token) -> Token | None:
    """The verb of the clause around ``token``; of "was forced to leave" and "speaking in 1979, he said" the
    one that has the subject."""
    while True:
        if token.pos_ in _CLAUSES:
            of_period = (
                token.dep_ == "acl" and token.head.lower_ in _PERIODS
            )  # "the period covering 1979–1989"
            bare = token.dep_ in ("xcomp", "advcl", "aux", "auxpass") and own_subject(token) is None
            if not (of_period or bare):
                return token
        if token.head == token:
            return token if token.pos_ in _CLAUSES else None
        token = token.head


def _what_is_said(verb: Token) -> Token:
    """ "Russia kept links" of "it was alleged that Russia kept links"."""
    subject = own_subject(verb)
    if subject is None or subject.lower_ != "it":
        return verb
    return next((c for c in verb.children if c.dep_ == "ccomp" and c.pos_ in _CLAUSES), verb)


def _coordinated(verb: Token) -> list[Token]:
    found: list[Token] = []
    current = verb
    while True:
        following = next((c for c in current.children if c.dep_ == "conj" and c.pos_ in _CLAUSES), None)
        if following is None:
            return found
        found.append(following)
        current = following


def _clause_weight(verb: Token, weight: Weight) -> int:
    """The weight of the verb with the words that carry its meaning ("took control", "signed a treaty")."""
    parts = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "attr", "prt", "acomp") and c.i > verb.i)]
    return weight(" ".join(part.text for part in parts))


def _act_noun_before(date: Span, verb: Token, weight: Weight) -> Token | None:
    """ "raid" in "trade was slowed by the Soviet raid on Kunduz in 1979"."""
    first = date.start
    while first > 0 and date.doc[first - 1].pos_ in ("ADP", "DET"):
        first -= 1
    token = date.doc[first - 1] if first else date.doc[0]
    while token != verb and token.head != token:
        if token.pos_ in _NOUNS and weight(token.text) >= 2:
            return token
        token = token.head
    return None


def own_subject(verb: Token) -> Token | None:
    """The subject that a verb has itself, not by way of another verb."""
    return next((c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")), None)


def _subject(verb: Token) -> Token | None:
    own = own_subject(verb)
    if own is not None:
        return verb.head if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else own
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head != verb:
        return _subject(verb.head)
    return verb.head if verb.dep_ in ("relcl", "acl") else None


def span_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that ``doc.text[start:end]`` touches."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None else doc[0:1]
