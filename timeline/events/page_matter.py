"""Sentences about what is written, not about what happened: what authors and texts say, the year of a book."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from timeline.events.english import (
    APPEARING,
    ARGUED,
    AUTHORS,
    CITING,
    PAPERS,
    PUBLISHING,
    RECORDS,
    SAYING,
    STUDYING,
    TEXTS,
    WORKS,
)
from timeline.events.event import Event
from timeline.events.grammar import governor_of, own_subject

_QUOTED = re.compile(
    r"“[^”]{3,200}”|\"[^\"]{3,200}\"|‘[^’]{3,200}’|(?<!\w)'[^']{3,200}'(?!\w)|\b_[^_]{3,200}_\b|\*[^*]{3,200}\*"
)
# "f. 71, op. 10, d. 4, 12 March 1928": where a paper lies; "2. Stark to Chicherin, 9 September 1926": a letter.
_PLACE_OF_PAPER = re.compile(
    r"\b(?:ff?|op|dd?|ll?|fols?|vols?|pp?|box|file|folder|reel)\.? ?\d+\w*,? \(?$", re.IGNORECASE
)
_LETTER = re.compile(r"\W*(?:\d+\.|[Ss]ee|[Cc]f\.) (?:[A-Z][\w’'-]+ ){1,3}to (?:[A-Z][\w’'-]+,? ){1,4}")
_PRESENT = ("VBZ", "VBP")


def is_cited(event: Event, words: Span | None) -> bool:
    """Whether a clause says what an author or a text writes, and not what he did on the day: "argues that …",
    "connects the letter of May 1919 with …"; but "Gorky meets the king in 1928". ``words`` are those of the date."""
    head, subject = event.head, event.subject
    if words is not None and _is_of_citing(words):
        return True
    if subject is None or not _is_author(subject):
        return False
    if head.tag_ not in _PRESENT:
        return head.lower_ in ARGUED
    hangs = words is None or governor_of(words) == head
    return subject.lower_ in TEXTS - AUTHORS or not hangs or head.lower_ in CITING


def _is_of_citing(words: Span) -> bool:
    """ "as Roe showed in 1999, …", "writing in 1995, …": the date is that of the telling."""
    verb = governor_of(words)
    as_one_says = verb.lower_ in ARGUED | (CITING - SAYING) and any(
        c.lower_ == "as" and c.dep_ in ("mark", "advmod") for c in verb.children
    )
    return as_one_says or (verb.lower_ == "writing" and verb.dep_ == "advcl")


def is_of_papers(event: Event) -> bool:
    """ "The documents were released in 1992", "minutes of a meeting, 17 March 1979" """
    head, subject = event.head, event.subject
    if subject is None:
        return not event.is_clause and head.lower_ in RECORDS
    return subject.lower_ in PAPERS and head.lower_ in APPEARING


def _is_author(subject: Token) -> bool:
    """ "The paper argues", "the historian John Roe connects" """
    return subject.lower_ in TEXTS | AUTHORS or any(c.lower_ in AUTHORS for c in subject.children)


def is_studied(verb: Token) -> bool:
    """Whether the clause of ``verb`` says what a text is about: "this paper traces the treaties signed between
    1921 and 1946"."""
    for above in verb.ancestors:
        subject = own_subject(above)
        if above.lower_ in STUDYING and subject is not None and subject.lower_ in TEXTS | {"it"}:
            return True
    return False


def is_reference(sentence: str, words: Span) -> bool:
    """Whether a date is that of a letter or a paper in an archive."""
    before = sentence[: words.start_char]
    return bool(_PLACE_OF_PAPER.search(before) or _LETTER.fullmatch(before))


def is_name_of_work(entry: str) -> bool:
    """Whether an entry is no more than a name in quotation marks: "1982. 'Soviet Policy, 1955–1979'." """
    return bool(_QUOTED.fullmatch(entry.strip(" .,")))


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
