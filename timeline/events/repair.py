"""A copy of a passage that lost its year takes it from an intact copy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from timeline.events.alike import copies
from timeline.events.mention import Mention, normalised


def repaired(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that lost their year dated by an intact copy of their sentence."""
    intact = [m for m in mentions if not m.value.year_is_lost]
    by_words = defaultdict(list)
    for mention in intact:
        by_words[normalised(mention.date_text)].append(mention)
    return [_repair(m, by_words[normalised(m.date_text)]) if m.value.year_is_lost else m for m in mentions]


def _repair(damaged: Mention, intact: Iterable[Mention]) -> Mention:
    for copy in intact:
        if copies(damaged, copy) and damaged.rule == copy.rule:
            note = f"year lost here; restored from the same passage in {copy.document}"
            return replace(damaged.dated(copy.edtf, note), review="", confidence=copy.confidence)
    return damaged
