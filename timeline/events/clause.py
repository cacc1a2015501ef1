"""Which clause or noun phrase of a parsed sentence the date belongs to.

"After the talks of 1988 failed, …", "dates from 1919, when Russia recognised …", "the February 2003 decision
to designate …": the event is not always the main clause.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from timeline.events import shells
from timeline.events.english import AT_THE_TIME, DATING, DATING_OF
from timeline.events.event import Event
from timeline.events.grammar import (
    CLAUSES,
    coordinated,
    governor_of,
    own_subject,
    subject_of,
    verb_above,
)
from timeline.events.nouns import Weight, act_before, dated_itself, is_told_apart, phrase_text, within
from timeline.events.unreal import is_supposed

_MEANS = ("in", "by", "with", "under", "through")


def told_by(
    date: Span, weight: Weight, fronted: bool, apart: Collection[int], dates: Collection[int]
) -> list[Event]:
    """The events that ``date`` may date, the likeliest first; ``weight`` tells words of acts from others.
    ``fronted``: the date stands before the whole sentence, and not in it; ``apart`` are the numbers of tokens
    that name another event ("a day after Kabul fell"), ``dates`` those of all dates of the sentence."""
    root = next((t for t in date.doc if t.dep_ == "ROOT" and not t.is_space), date.root)
    governor = root if fronted else governor_of(date)
    while (
        governor.dep_ == "pobj"
        and governor.head.lower_ == "of"
        and any(c.dep_ == "nummod" for c in governor.children)
    ):
        governor = governor.head.head  # "a loan of 3 million dollars (27 January 1954)"
    while governor.i in apart and governor.head != governor:
        governor = governor.head
    others = {i for i in dates if not date.start <= i < date.end}
    if not fronted and (noun := dated_itself(date, weight, others)) is not None:
        return [Event(noun, None)]
    found = [*_of_governor(date, governor, weight, fronted, others)]
    by_date = next(
        (t for d in date for t in d.children if t.dep_ == "relcl" and t.pos_ in CLAUSES and subject_of(t)),
        None,
    )
    if by_date is not None:  # "goes back to 1919, when Russia recognised …", but "was signed in 1919, when …"
        only_dates = found[0].head.lower_ in DATING or is_supposed(found[0].head)
        found.insert(0 if only_dates else 1, Event(by_date, subject_of(by_date)))
    if found and (came := shells.what_came(found[0])) is not None:
        found.insert(0, came)
    beside = _told_beside(governor)
    if beside is not None and beside not in found:
        found.append(replace(beside, same_time=True))
    whole = main_clause(date.doc)
    joined = any(
        t.dep_ in ("conj", "parataxis") and t.pos_ in CLAUSES for t in (governor, *governor.ancestors)
    )
    if (
        whole is not None
        and not joined
        and whole.head.lower_ not in DATING_OF
        and all(whole.head != e.head for e in found)
    ):
        found.append(whole)
    until = date.root.head.lower_ in ("until", "till")
    return [replace(event, until=until and event.is_clause) for event in dict.fromkeys(found)]


def _of_governor(
    date: Span, governor: Token, weight: Weight, fronted: bool, others: Collection[int]
) -> Iterator[Event]:
    if governor.pos_ in CLAUSES and (named := own_subject(governor)) is not None and within(named, date):
        yield from _seen_by_year(governor)  # "1929 saw the king leave"
    of_act = governor.pos_ == "NOUN" or (governor.pos_ == "PROPN" and weight(governor.text) > 1)
    before_noun = of_act and date.root.head == governor and date.end <= governor.i
    if (before_noun and governor.dep_ != "dobj") or (
        is_told_apart(date, governor, weight) and weight(phrase_text(governor)) > 2
    ):  # "the 2003 ban on the Taliban was lifted"
        yield Event(governor, None)
    verb = verb_above(governor)
    if verb is None:
        yield Event(governor, None)
        return
    if (
        verb.dep_ == "acl"
    ):  # "the treaty signed in 1921", "remarks dated 5 October", "the two, visiting in 1955"
        means = verb.head.dep_ == "pobj" and verb.head.head.lower_ in _MEANS and verb.head.head.head
        if means and means.pos_ in CLAUSES and own_subject(means) is not None:
            yield Event(means, own_subject(means))  # "they redrew the border in an agreement signed in 1946"
        if verb.lower_ not in DATING and verb.tag_ == "VBN":
            yield Event(verb, verb.head)
        elif weight(verb.head.text) > 1 and verb.head.dep_ not in ("nsubj", "nsubjpass"):
            yield Event(verb.head, None)  # but "a decree dated 25 June added …"
        above = verb_above(verb.head)
        if above is None or own_subject(above) is None:
            yield Event(verb, verb.head)
            return
        verb = above
    verb = _outside(verb, date)
    quoted = shells.quoted(verb)
    if quoted is not None:
        yield quoted
    again = any(
        c.lower_ == "according" for c in verb.children
    )  # "…, and did so again, according to the paper"
    verb, hedge = shells.what_is_said(shells.done_before(verb))
    hedge = hedge or ("reportedly" if again else "")
    if verb.lower_ in DATING_OF:  # "he dates the first contact to 2007", "the report, which he dates 2017"
        objects = (c for c in verb.children if c.dep_ == "dobj" and c.tag_ != "WDT")
        dated = next((c for c in objects if not within(c, date)), None)
        if dated is not None:
            yield Event(dated, None)
            return
        broken = next((c for c in verb.head.children if c.dep_ == "acl" and _has_object(c)), None)
        if (
            broken is not None
        ):  # "a report, which he dates 2017, quoted officials": no participle, but its verb
            yield Event(broken, verb.head)
            return
        verb = (verb_above(verb.head) if verb.head != verb else None) or verb
    if date.start <= verb.i:  # "in 2021 the mood changed and the Taliban took Kabul"
        undated = (v for v in coordinated(verb) if not _holds(v, others) and not _was_not(v))
        verb = max((verb, *undated), key=lambda v: (_clause_weight(v, weight), -v.i))
    if not fronted and not _clause_weight(verb, weight):
        noun = act_before(date, verb, weight)
        if noun is not None:
            yield Event(noun, None)
    existing = next((c for c in verb.children if c.dep_ == "attr"), None)
    if existing is not None and any(c.dep_ == "expl" for c in verb.children):  # "there were talks"
        yield Event(existing, None)
        return
    yield Event(verb, subject_of(verb), hedge or shells.hedge_above(verb))
    spoken = next((c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and own_subject(c)), None)
    if spoken is not None:  # "…, a spokesman said"
        yield Event(spoken, own_subject(spoken))


def _told_beside(governor: Token) -> Event | None:
    """What is told beside a clause that says when: "when NATO met in Lisbon, Moscow offered …"."""
    verb = verb_above(governor)
    if verb is None or verb.dep_ != "advcl" or not any(c.lower_ in AT_THE_TIME for c in verb.children):
        return None
    return Event(verb.head, subject_of(verb.head)) if verb.head.pos_ in CLAUSES else None


def _has_object(verb: Token) -> bool:
    return any(c.dep_ == "dobj" for c in verb.children)


def _outside(verb: Token, date: Span) -> Token:
    """ "overthrew" of "overthrew the king, who was abroad, on 17 July": the comma before the date ends the aside."""
    first = date.start
    while first > 0 and date.doc[first - 1].pos_ in ("ADP", "DET"):
        first -= 1
    closed = first > 0 and date.doc[first - 1].text == "," and date.doc[verb.left_edge.i - 1].text == ","
    above = verb_above(verb.head) if verb.dep_ == "relcl" and closed and verb.i < first else None
    return above if above is not None else verb


def _was_not(verb: Token) -> bool:
    """ "could not agree", "would return" """
    return any(c.dep_ == "neg" or c.tag_ == "MD" for c in verb.children)


def _holds(verb: Token, dates: Collection[int]) -> bool:
    """Whether the clause of a verb, without the clauses joined to it, holds one of ``dates``."""
    joined = {t.i for c in verb.children if c.dep_ == "conj" for t in c.subtree}
    return any(t.i in dates for t in verb.subtree if t.i not in joined)


def _seen_by_year(verb: Token) -> Iterator[Event]:
    for child in verb.children:
        if child.dep_ == "ccomp":
            yield Event(child, subject_of(child))
        elif child.dep_ == "dobj":
            yield Event(child, None)


def main_clause(doc: Doc) -> Event | None:
    """What the sentence as a whole tells, if it has a verb with a subject."""
    root = next((t for t in doc if t.dep_ == "ROOT" and not t.is_space), None)
    if root is None or root.pos_ not in CLAUSES:
        return None
    verb, hedge = shells.what_is_said(root)
    return Event(verb, subject_of(verb), hedge) if subject_of(verb) is not None else None


def of_words(words: Span) -> Event:
    """The event that a phrase names: "the fall of Herat", "the last troops crossed the bridge"."""
    root = words.root
    if root.pos_ not in CLAUSES:
        return Event(root, None)
    return Event(root, subject_of(root))


def _clause_weight(verb: Token, weight: Weight) -> int:
    """The weight of the verb with the words that carry its meaning ("took control", "signed a treaty")."""
    parts = [verb, *(c for c in verb.children if c.dep_ in ("dobj", "attr", "prt", "acomp") and c.i > verb.i)]
    return weight(" ".join(part.text for part in parts))
