"""Nouns that a date dates rather than the clause they stand in: "the pact of 1926 was recalled in 1951"."""

from __future__ import annotations

from collections.abc import Callable, Collection

from spacy.tokens import Span, Token

from timeline.events.grammar import NOUNS, verb_above
from timeline.events.unreal import is_supposed

# Words → how much they matter as the words of an act; 0 for words of no act.
Weight = Callable[[str], int]
# "During the war in 1979, X did Y" tells of Y; "despite the decision of 2003, …" tells of the decision.
_SETTINGS = frozenset(
    ["during", "in", "at", "on", "by", "with", "since", "through", "amid", "under", "within"]
)
_REMEMBERED = ("anniversary", "commemoration", "celebration", "jubilee", "memory")


def dated_itself(date: Span, weight: Weight, others: Collection[int]) -> Token | None:
    """ "pact" of "the pact of neutrality of 1926 was recalled in 1951", "treaty" of "in 1936 the 1921 treaty was
    renewed": the other date is that of the clause. So too where the clause tells nothing that happened: "the pact of
    1926 may be called a success"."""
    before = date.doc[max(0, date.start - 1)]
    is_of_date = before.lower_ == "of" and before.dep_ == "prep"
    noun = before.head if is_of_date else date.root.head
    if not is_of_date and not (date.end <= noun.i and noun.pos_ == "NOUN" and _is_named(noun, date)):
        return None
    while (
        noun.dep_ == "pobj" and noun.head.lower_ == "of" and weight(noun.text) < weight(noun.head.head.text)
    ):
        noun = noun.head.head
    verb = verb_above(noun)
    if noun.pos_ not in NOUNS or weight(noun.text) <= 1 or verb is None:
        return None
    own = {t.i for t in noun.subtree}
    other = any(t.i in others and t.i not in own for t in verb.subtree)
    return noun if other or is_supposed(verb) else None


def _is_named(noun: Token, date: Span) -> bool:
    """Whether a phrase holds a name beside its date: "the 1921 treaty between Moscow and Kabul"."""
    return any(
        t.pos_ in ("PROPN", "ADJ") and t.text[0].isupper() and not within(t, date) for t in noun.subtree
    )


def is_told_apart(date: Span, noun: Token, weight: Weight) -> bool:
    """Whether a noun that a date belongs to is an event beside the one its sentence tells."""
    if noun.pos_ not in NOUNS or noun.dep_ == "ROOT":
        return False
    if noun.dep_ == "dobj":  # "they remembered the invasion of 1979", but "… signed a treaty in 1921"
        return date.root.head.lower_ == "of" and date.root.head.head == noun
    if noun.dep_ in ("nsubj", "nsubjpass"):  # "the killing of 145 people in March was read as a sign"
        return weight(noun.text) > 1 and date.root.head.lower_ != "of"
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in _REMEMBERED:
        return False
    return not (noun.dep_ == "pobj" and noun.head.lower_ in _SETTINGS)


def act_before(date: Span, verb: Token, weight: Weight) -> Token | None:
    """ "raid" in "trade was slowed by the Soviet raid on Kunduz in 1979", "invasion" in "they had a memory of the
    invasion in 1979": what stands right before the date, or what acts in a passive clause."""
    first = date.start
    while first > 0 and date.doc[first - 1].pos_ in ("ADP", "DET"):
        first -= 1
    token = date.doc[first - 1] if first else date.doc[0]
    if token.pos_ in NOUNS and weight(token.text) >= 4:
        return token
    while token != verb and token.head != token:
        if token.pos_ in NOUNS and token.head.dep_ == "agent" and weight(token.text) >= 2:
            return token
        token = token.head
    return None


def phrase_text(noun: Token) -> str:
    return " ".join(t.text for t in noun.subtree if t.i - noun.i <= 12)


def within(token: Token, span: Span) -> bool:
    return span.start <= token.i < span.end
