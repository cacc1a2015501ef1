"""Dates that a source gives for what was told before: "Some books date the accord to 1872", "Lee puts the landing in
December". They are no events, but other datings of one (see :mod:`~timeline.events.remarks`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from spacy.tokens import Span, Token

from timeline.events.english import GIVES, PUTS_AT, SOURCES, UNNAMED_SOURCES
from timeline.events.gazetteer import Hit
from timeline.events.grammar import own_subject, verb_above

_NOUNS = "|".join(sorted(SOURCES - UNNAMED_SOURCES))
_WHO = rf"(?:(?:{_NOUNS})(?: \w+){{0,3}}|{'|'.join(sorted(UNNAMED_SOURCES))})"
_CLAUSE = r"(?:(?!, but | while | whereas )[^;])"  # a character of the same clause
# The model takes "books date" for one noun; the words say it alone where a source stands right before. "Put" and
# "place" are no such words: they may be past, or a noun.
_GIVEN = re.compile(
    rf"(?:^|[;,.] |\bwhile |\bwhereas |\band |\bbut )(?:\w+ ){{0,2}}?{_WHO} "
    rf"(?:(?:dates?|puts|places) {_CLAUSE}*? (?:to|on|in|at|from|as)\b{_CLAUSE}*|gives?(?: only| about)?(?:\s*, which is)? )$",
    re.IGNORECASE,
)
_AT = re.compile(r"\b(?:to|on|in|at|from|as)\b")
_DAY = frozenset(["day", "date", "month", "year"])  # "gives as its day 3 May"
_QUANTITY = re.compile(r" at \S+ [\d$£€]| at [\d$£€]")  # "puts the share in 2010 at some 80 per cent"


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
    if verb.lower_ == "dated" and any(
        c.dep_ in ("aux", "auxpass") and c.tag_ in ("VBZ", "VBP") for c in verb.children
    ):
        return True  # "is usually dated 26 May"
    subject = own_subject(verb) or (own_subject(verb.head) if verb.dep_ == "conj" else None)
    if subject is None:
        return False
    if verb.pos_ == "AUX" and subject.lower_ in ("day", "date", "dating"):
        return True  # "the day usually given is 21 May"
    present = verb.tag_ in ("VBZ", "VBP", "NN", "NNS")
    return present and _is_source(subject, here) and _is_given(verb, date)


def _is_source(subject: Token, here: Sequence[Hit]) -> bool:
    modified = any(c.lower_ in SOURCES - UNNAMED_SOURCES for c in subject.children)
    if subject.lower_ in SOURCES or modified:
        return True
    return subject.pos_ == "PROPN" and not any(hit.start <= subject.idx < hit.end for hit in here)


def _is_given(verb: Token, date: Span) -> bool:
    """Whether ``date`` is what the verb gives, or where it puts something; not the day on which somebody gives
    his welcome or sets out."""
    objects = [c for c in verb.rights if c.dep_ in ("dobj", "dative") and not date.start <= c.i < date.end]
    if verb.lower_ in GIVES:
        return all(_DAY & {token.lower_ for token in c.subtree} for c in objects)
    if verb.lower_ in ("speak", "speaks"):
        return date.start > 0 and date.doc[date.start - 1].lower_ == "of"
    return verb.lower_ in PUTS_AT and bool(objects) and bool(_AT.search(date.doc[verb.i : date.start].text))
