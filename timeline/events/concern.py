"""How far an event concerns the relation: the evidence of its own clause, weighed.

A sentence about the two may tell beside it of others ("when Kabul broke with Pakistan, Soviet aircraft carried the
fruit"). So an event is judged by its own clause: whom it names, who acts, what kind of act it is; the rest of the
sentence and the passage count less. The weights are those of a logistic regression.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence

from spacy.tokens import Token

from timeline.events.english import FIRST_PERSON, PERSONAL
from timeline.events.event import Event
from timeline.events.gazetteer import Gazetteer, Hit
from timeline.topic import Act

# What speaks for the relation and what against it, in log-odds, as ``python -m tests.golden.weights`` learns it; but
# the last is a guess, for the texts that it learns from are all about both sides.
BIAS = "bias"
BOTH = "both sides named in the clause"
ABROAD = "only the one from abroad named in the clause"
BESIDE = "the one from abroad named beside the clause"
TAKEN_UP = "a pronoun that takes up who was named before"
ACROSS = "an act that goes from one state to another"
THIRD_PARTY = "a third party named in the clause"
THIRD_BESIDE = "a third party named beside the clause"
BARE = "neither a side named nor an act"
STRANGER = "a name that is in no table, and no side named"
IN_WAR = "in an era that both shared"
NARRATED = "an act of the narrator"
ABOUT = "a text about both sides"
TITLED = "a title that names both sides"
PASSING = "in a text about others"
WEIGHTS = {
    BIAS: -1.0, BOTH: 3.1, ABROAD: 2.1, BESIDE: 1.4, TAKEN_UP: 0.4, ACROSS: 1.5, THIRD_PARTY: -0.9, THIRD_BESIDE: -0.8,
    BARE: -0.3, STRANGER: -0.5, IN_WAR: 1.6, NARRATED: -0.2, ABOUT: 2.4, TITLED: 0.4, PASSING: -1.0,
}  # fmt: skip


def evidence(
    event: Event,
    title: str,
    acts: Sequence[Act],
    hits: Sequence[Hit],
    sentence: Collection[str],
    about: str,
    days: tuple[str, str],
    dates: Collection[int],
    words: Gazetteer,
) -> Iterator[str]:
    """What speaks for and against that ``event`` concerns the relation: keys of :data:`WEIGHTS`. ``title`` has names
    for its pronouns; ``hits`` are the actors named in what was parsed, ``sentence`` the sides that the
    whole sentence names, ``dates`` the numbers of the tokens of its dates; ``days`` the first and the last that it
    may have happened on. ``about`` is what speaks for or against all of its text, or ''."""
    text = event.head.doc.text
    subject = set(_phrase(event.subject, event.head)) if event.subject is not None else set()
    clause = {t for t in {*_clause(event), *subject} if t.i not in dates}
    named = words.sided(text, hits)
    own = {side for start, end, side in named if _touches(clause, start, end)} | words.sides(title)
    others = words.others(text, hits)
    both = len(own) == 2
    third = not both and any(_touches(clause, start, end) for start, end in others)
    if both:
        yield BOTH
    elif own - {words.home}:
        yield ABROAD
    elif set(sentence) - {words.home}:
        yield BESIDE
    if event.is_clause and any(
        t.lower_ in PERSONAL and t.pos_ == "PRON" and t.dep_ != "poss" for t in clause
    ):
        yield TAKEN_UP
    if acts and acts[0].across and not third:
        yield ACROSS
    if third:
        yield THIRD_PARTY
    elif others and not both:
        yield THIRD_BESIDE
    if not (both or sentence or acts):
        yield BARE
    if not (both or sentence) and any(t.pos_ == "PROPN" and not _is_hit(t, hits) for t in clause):
        yield STRANGER
    if {era.key for era in words.topic.eras if era.shared} & set(words.topic.eras_touched(*days)):
        yield IN_WAR
    if any(t.lower_ in FIRST_PERSON for t in subject):
        yield NARRATED
    if about:
        yield about


def likelihood(found: Iterable[str]) -> float:
    """How likely an event with this evidence concerns the relation, 0–1."""
    return 1 / (1 + math.exp(-WEIGHTS[BIAS] - sum(WEIGHTS[key] for key in found)))


def _clause(event: Event) -> Iterator[Token]:
    """The words of the event's own clause, without what is joined to it or hangs on it."""
    beside = ("advcl", "conj", "parataxis", "cc") if event.is_clause else ()
    yield event.head
    for child in event.head.children:
        if child.dep_ not in ("relcl", "appos", *beside):
            yield from _phrase(child, event.head)


def _phrase(token: Token, head: Token) -> Iterator[Token]:
    """A word with all that belongs to it but relative clauses, appositions and the clause of ``head``."""
    yield token
    for child in token.children:
        if child.dep_ not in ("relcl", "appos") and child != head:
            yield from _phrase(child, head)


def _is_hit(token: Token, hits: Sequence[Hit]) -> bool:
    return any(_touches((token,), hit.start, hit.end) for hit in hits)


def _touches(tokens: Iterable[Token], start: int, end: int) -> bool:
    return any(t.idx < end and start < t.idx + len(t) for t in tokens)
