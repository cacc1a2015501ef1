"""Sentences about what is written, not about what happened: what authors and texts say, the year of a book."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from timeline.events.english import AUTHORS, CITING, PUBLISHING, TEXTS, WORKS
from timeline.events.event import Event
from timeline.events.grammar import governor_of

_QUOTED = re.compile(
    r"“[^”]{3,200}”|\"[^\"]{3,200}\"|‘[^’]{3,200}’|(?<!\w)'[^']{3,200}'(?!\w)|\b_[^_]{3,200}_\b|\*[^*]{3,200}\*"
)
_PRESENT = ("VBZ", "VBP")


def is_cited(event: Event, words: Span | None) -> bool:
    """Whether a clause says what an author or a text writes, and not what he did on the day: "argues that …",
    "connects the letter of May 1919 with …"; but "Gorky meets the king in 1928". ``words`` are those of the date."""
    head, subject = event.head, event.subject
    if head.tag_ not in _PRESENT or subject is None or not _is_author(subject):
        return False
    hangs = words is None or governor_of(words) == head
    return subject.lower_ in TEXTS - AUTHORS or not hangs or head.lower_ in CITING


def _is_author(subject: Token) -> bool:
    """ "The paper argues", "the historian John Roe connects" """
    return subject.lower_ in TEXTS | AUTHORS or any(c.lower_ in AUTHORS for c in subject.children)


def is_of_work(words: Span) -> bool:
    """Whether a date is that of a book or a study, or stands in its name."""
    above = words.root.head
    while above.pos_ in ("ADP", "NUM", "PUNCT") and above.head != above:
        above = above.head
    if above.lower_ in WORKS:
        return True
    if above.lower_ in PUBLISHING:  # "published in 2004", but "the government published its losses"
        acts = any(c.dep_ == "nsubj" for c in above.children)
        return not acts or any(c.dep_ == "dobj" and c.lower_ in WORKS for c in above.children)
    text = words.doc.text
    first, last = words.start_char, words.end_char
    for match in _QUOTED.finditer(text):
        if match.start() < first and last < match.end():
            told = re.findall(r"[^\W\d_]{3,}", match[0])
            return len(told) > 1 and 2 * sum(word[0].isupper() for word in told) > len(told)
    return False


def is_of_text(subject: Token) -> bool:
    """ "This paper argues …", "the author was …" """
    return subject.lower_ in TEXTS and any(c.lower_ in ("this", "the", "a", "our") for c in subject.children)
