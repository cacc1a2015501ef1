"""How much two sentences have in common, the rare words counting most."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from timeline.events.mention import Mention

_STEM = 5  # letters: "smuggled" and "smuggling"
_WORD = re.compile(r"[a-z]{4,}")


class Wording:
    """The share of one sentence's words that another has too, weighted by how rarely ``mentions`` use them
    (inverse document frequency), 0–1: the overlap coefficient, so that a longer telling loses nothing."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        told = Counter(stem for mention in mentions for stem in _stems(mention.sentence))
        self._rarity = {stem: math.log(len(mentions) / often) for stem, often in told.items()}

    def __call__(self, one: str, other: str) -> float:
        mine, theirs = _stems(one), _stems(other)
        least = min(self._weight(mine), self._weight(theirs))
        return self._weight(mine & theirs) / least if least else 0.0

    def _weight(self, stems: frozenset[str]) -> float:
        return sum(self._rarity[stem] for stem in sorted(stems))


@lru_cache(maxsize=8192)
def _stems(sentence: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(sentence.casefold()))
