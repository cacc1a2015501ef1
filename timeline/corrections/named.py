"""Whether a sentence names another actor or place in the stead of one: then it tells another thing, however alike."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from timeline.topic import Topic


@lru_cache(maxsize=4)
def swaps(topic: Topic) -> Callable[[str, str], bool]:
    """A function of two sentences that finds out, made once for a ``topic``.

    >>> from timeline.topic import load
    >>> other = swaps(load())
    >>> other("In 1921 Moscow sent envoys to Kabul.", "In 1921 Iran sent envoys to Kabul.")
    True
    >>> other("In 1921 Moscow sent envoys to Kabul.", "In 1921 Russia sent some envoys to Kabul at once.")
    False
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for kind, owners in (("actor", topic.actors), ("place", topic.places)):
        for owner in owners:
            for alias in (owner.name, *owner.aliases):
                bearers[alias].add(f"{kind} {owner.name}")
    longest_first = sorted(bearers, key=lambda name: (-len(name), name))
    word = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)|\w+")

    def named(words: Sequence[str]) -> set[str]:
        return {owner for each in words for owner in bearers.get(each, ())}

    def swapped(old: str, new: str) -> bool:
        before, after = word.findall(" ".join(old.split())), word.findall(" ".join(new.split()))
        changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
        pairs = ((named(before[a:b]), named(after[c:d])) for tag, a, b, c, d in changes if tag == "replace")
        return any(one and other and not one & other for one, other in pairs)

    return swapped
