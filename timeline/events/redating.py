"""Remarks that date again what was told just before: "Some books date the accord to 1872", "Lee puts the landing
in December". They are no events, but other datings of one: their mentions join it, and sources differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from timeline.events.english import DATED_AS, DATES_AS, SOURCES
from timeline.events.gazetteer import Hit
from timeline.events.grammar import own_subject, verb_above
from timeline.events.mention import Mention
from timeline.events.select import OFF_TOPIC, PAGE

_NEAR = 700  # characters from the event to the remark about it
_AT_ONCE, _A_MONTH = 250, 31  # characters behind it, days from it: what else would the remark be about?
_YEARS = 10  # so far apart may sources date one thing
_STEM = 4  # letters: "landed" and "the landing"
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = (
    SOURCES
    | DATES_AS
    | DATED_AS
    | frozenset(["date", "year", "days", "that", "this", "while", "whereas", "from", "with", "were", "first"])
)
# The model takes "books date" for one noun; the words say it alone where a source stands right before.
_GIVEN = re.compile(
    rf"(?:^|[;,.] |\bwhile |\bwhereas |\band |\bbut )(?:\w+ ){{0,2}}?(?:{'|'.join(sorted(SOURCES))})(?: \w+){{0,3}}? (?:date|place|put|give)s? [^;]*$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(r" at \S+ [\d$£€]| at [\d$£€]")  # "puts the share in 2010 at some 80 per cent"
_SAME = re.compile(r"\b(?:it|its day|the (?:day|date|year|month)s?|both ways|disputed)\b", re.IGNORECASE)


def dates_again(date: Span, here: Sequence[Hit]) -> bool:
    """Whether ``date`` is one that a source gives, in the present tense; ``here`` are the actors that its
    sentence names, who give no dates but act."""
    if _QUANTITY.match(date.doc.text, date.end_char):
        return False
    if _GIVEN.search(date.doc.text[: date.start_char]):
        return True
    verb = verb_above(date.root)
    if verb is None:
        return False
    if verb.lower_ in DATED_AS and any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in verb.children
    ):
        return True  # "is usually dated 26 May"
    subject = own_subject(verb) or (own_subject(verb.head) if verb.dep_ == "conj" else None)
    if subject is None:
        return False
    if verb.pos_ == "AUX" and subject.lower_ in ("day", "date", "dating"):
        return True  # "the day usually given is 21 May"
    return (
        verb.lower_ in DATES_AS
        and verb.tag_ in ("VBZ", "VBP", "NN", "NNS")
        and _is_source(subject, verb, here)
    )


def _is_source(subject: Token, verb: Token, here: Sequence[Hit]) -> bool:
    if subject.lower_ in SOURCES or any(c.lower_ in SOURCES for c in subject.children):
        return True
    return subject.pos_ == "PROPN" and not any(hit.start <= subject.idx < hit.end for hit in here)


def with_remarks(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one document, its remarks on the date of an event shown with it though they do not say
    by themselves whom it concerned."""
    told = [m for m in mentions if not m.reason or (m.dates_again and m.reason in (OFF_TOPIC, PAGE))]
    joined = {told[remark].mention_id for remark, dated in targets(told) if not told[dated].reason}
    return [replace(m, reason="") if m.mention_id in joined else m for m in mentions]


def targets(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Index pairs: a mention that dates again, and the one told before it that it dates."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        by_document[mention.document].append(index)
    for indices in by_document.values():
        indices.sort(key=lambda index: mentions[index].start)
        before: list[int] = []
        for index in indices:
            if not mentions[index].dates_again:
                before.append(index)
            elif (known := _told(mentions, index, before)) is not None:
                yield index, known


def _told(mentions: Sequence[Mention], index: int, before: Sequence[int]) -> int | None:
    remark = mentions[index]
    for known in reversed(before):
        told = mentions[known]
        if remark.start - told.end > _NEAR:
            return None
        one, other = remark.value.earliest, told.value.earliest
        if one is None or other is None or abs(one.year - other.year) > _YEARS:
            continue
        at_once = remark.start - told.end < _AT_ONCE and abs(one.about_days_to(other)) <= _A_MONTH
        if at_once or _SAME.search(remark.sentence) or _stems(remark) & _stems(told):
            return known
    return None


def _stems(mention: Mention) -> set[str]:
    """The words that say what was done, cut short; the actors are in every sentence."""
    named = " ".join((*mention.actors, *mention.titled)).casefold()
    words = set(_WORD.findall(mention.sentence.casefold())) - _COMMON
    return {word[:_STEM] for word in words if word not in named}
