"""Text in pieces, so that a class can be asked for a date or a place without the text giving it away. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from timeline.dates.find import find

_YEAR = re.compile(r"\b(?:1[0-9]{3}|20[0-9]{2})(?:s\b|\b)")


class Piece(NamedTuple):
    """A part of a text; ``gives`` is ``dates`` or ``places`` where it would give that away, else ''."""

    text: str
    gives: str


@lru_cache(maxsize=32768)  # looking for every date takes a millisecond a sentence
def pieces(text: str, date_words: tuple[str, ...] = (), places: tuple[str, ...] = ()) -> tuple[Piece, ...]:
    """``text`` cut where it gives a date or names one of ``places``; joined, the pieces are the text.

    >>> [tuple(p) for p in pieces("In May 1919, in Kabul.", ("May 1919",), ("Kabul",))]
    [('In ', ''), ('May 1919', 'dates'), (', in ', ''), ('Kabul', 'places'), ('.', '')]
    """
    kinds = [""] * len(text)
    named = (hit.span() for name in places if name for hit in _standing(re.escape(name), text))
    for kind, spans in (("places", named), ("dates", _dates(text, date_words))):
        for start, end in spans:
            kinds[start:end] = [kind] * (end - start)
    cuts = [0, *(at for at in range(1, len(text)) if kinds[at] != kinds[at - 1]), len(text)]
    return tuple(Piece(text[start:end], kinds[start]) for start, end in pairwise(cuts) if start < end)


def _dates(text: str, date_words: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    """The words its own date was read from, and every other date: one of them can give away the next."""
    for words in date_words:
        if words.strip():
            yield from (hit.span() for hit in _standing(r"\s+".join(map(re.escape, words.split())), text))
    yield from ((one.start, one.end) for one in find(text))
    yield from (hit.span() for hit in _YEAR.finditer(text))


def _standing(pattern: str, text: str) -> Iterator[re.Match[str]]:
    """Where the pattern stands, not as a part of a longer word."""
    return re.finditer(rf"(?<!\w){pattern}(?!\w)", text)
