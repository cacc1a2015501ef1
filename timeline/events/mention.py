"""A mention: one dated sentence of one document, with all that later steps ask of it."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from timeline.dates.value import DateValue

_LETTERS = "bcdfghjkmnpqrstvwxyz23456789"  # no vowels, no look-alikes: no words, no misreading


@dataclass(frozen=True, slots=True)
class Mention:
    """One dated sentence. ``start`` and ``end`` span the date expression in the document's text.

    ``reason`` says why it is not shown ('' when it is an event of the topic), ``relation`` 0–1 how far it
    concerns the topic. ``acts`` are keys of the topic's acts, the main one first; ``subjects`` the actors
    who act, ``titled`` those whom the title names, ``doubts`` what is doubtful about the title.
    ``evidence``: what spoke for and against that it concerns the topic.
    ``dates_again``: a source's other date for what was told before it.
    """

    mention_id: str
    document: str
    start: int
    end: int
    date_text: str
    edtf: str
    anchor: str
    rule: str
    sentence: str
    title: str
    category: str
    place: str
    citations: str = ""
    note: str = ""
    reason: str = ""
    review: str = ""
    relation: float = 0.0
    confidence: float = 0.0
    importance: int = 1
    actors: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    titled: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    dates_again: bool = False

    @property
    def value(self) -> DateValue:
        return DateValue.parse(self.edtf)

    def dated(self, edtf: str, note: str) -> Mention:
        """The same mention with another value, and the reason noted."""
        return replace(self, edtf=edtf, note="; ".join(filter(None, (self.note, note))))


@lru_cache(maxsize=8192)
def normalised(sentence: str) -> str:
    """The sentence as ids compare it: NFKC, case folded, white space collapsed, none behind a hyphen, where
    lines are wrapped too."""
    words = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", sentence)).strip().casefold()
    return re.sub(r"(?<=\w-) (?=\w)", "", words)


def lasting_id(sentence: str, date_text: str, ordinal: int) -> str:
    """The id of a mention, from its content alone: its sentence, its date words, and how often both
    have stood in the document before. Where the document lies and what else it says does not count.

    >>> lasting_id("It fell  in 1919.", "1919", 0) == lasting_id("It fell in\\n1919.", "1919", 0)
    True
    """
    content = "\x1f".join((normalised(sentence), normalised(date_text), str(ordinal)))
    number = int.from_bytes(hashlib.sha256(content.encode("utf-8", "surrogatepass")).digest()[:8], "big")
    letters = []
    for _ in range(10):
        number, index = divmod(number, len(_LETTERS))
        letters.append(_LETTERS[index])
    return "ev_" + "".join(letters)
