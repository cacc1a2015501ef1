"""Whether a sentence has another name or figure in the stead of one: then it tells another thing, however alike.

Actors and places are known by the topic's tables. Of other names all that is known is their capital: what the sentences
around also write small is none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from timeline.topic import Topic

Swaps = Callable[[str, str, Container[str]], bool]
_SMALL = re.compile(r"(?<!\w)[^\W\d_A-Z]\w+")
_INITIAL = 2  # letters: "U" of "U.S." is no name


def common_words(sentences: Iterable[str]) -> frozenset[str]:
    """The words that stand without a capital in any of the ``sentences``."""
    return frozenset(word for sentence in sentences for word in _SMALL.findall(sentence))


@lru_cache(maxsize=4)
def swaps(topic: Topic) -> Swaps:
    """A function of two sentences, and of the :func:`common_words` around them, that finds out; made once for a
    ``topic``.

    >>> from timeline.topic import load
    >>> other = swaps(load())
    >>> other("In 1921 Moscow sent envoys to Kabul.", "In 1921 Iran sent envoys to Kabul.", ())
    True
    >>> other("In 1921 Moscow sent envoys to Kabul.", "In 1921 Russia sent some envoys to Kabul at once.", ())
    False
    >>> other("It sent 12 men.", "It sent 47 men.", ()), other("It met Roe.", "It met Doe.", ())
    (True, True)
    >>> other("It met the President.", "It met the Prime Minister.", {"president", "prime"})
    False
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for kind, owners in (("actor", topic.actors), ("place", topic.places)):
        for owner in owners:
            for alias in (owner.name, *owner.aliases):
                bearers[alias].add(f"{kind} {owner.name}")
    longest_first = sorted(bearers, key=lambda name: (-len(name), name))
    word = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)|\w+")

    def known(words: Sequence[str], common: Container[str]) -> set[str]:
        return {owner for each in words for owner in bearers.get(each, ())}

    def unknown(words: Sequence[str], common: Container[str]) -> set[str]:
        return {each for each in words if each not in bearers and _is_name(each, common)}

    def words_of(sentence: str) -> list[str]:
        first, *rest = word.findall(" ".join(sentence.split())) or [""]
        return [first if first in bearers else first.casefold(), *rest]  # its capital makes no name of it

    def swapped(old: str, new: str, common: Container[str]) -> bool:
        before, after = words_of(old), words_of(new)
        changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        pairs = [(before[a:b], after[c:d]) for tag, a, b, c, d in changes if tag == "replace"]
        return any(
            one and other and not one & other
            for named in (known, unknown)
            for one, other in ((named(old, common), named(new, common)) for old, new in pairs)
        )

    return swapped


def _is_name(word: str, common: Container[str]) -> bool:
    return word.isdecimal() or (word[0].isupper() and len(word) > _INITIAL and word.casefold() not in common)
