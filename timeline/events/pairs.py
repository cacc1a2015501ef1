"""Which mentions are worth comparing: to compare all takes time with the square of their number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from timeline.dates.value import DateValue, Precision
from timeline.events.mention import Mention

_NEIGHBOURS = 60  # of a year's mentions with one act or word in common, each is compared with so many
_WORD = re.compile(r"\w{4,}")


def pairs(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Index pairs worth comparing: those with one id, those of one year with the same act or with rare words
    in common, those of one day with a subject in common."""
    words_of = [set(_WORD.findall(mention.sentence)) for mention in mentions]
    often = Counter(word for words in words_of for word in words)
    buckets: dict[object, list[int]] = defaultdict(list)
    found: set[tuple[int, int]] = set()
    last_of: dict[str, int] = {}
    for index, mention in enumerate(mentions):
        if mention.mention_id in last_of:
            found.add((last_of[mention.mention_id], index))
        last_of[mention.mention_id] = index
        rare = sorted(words_of[index], key=lambda word: (often[word] < 2, often[word], word))[:4]
        for when in _years(mention.value):
            for what in (*mention.acts[:1], *rare):
                buckets[when, what].append(index)
        if mention.value.precision is Precision.DAY:
            for name in mention.subjects:
                buckets[mention.edtf, name].append(index)
    for members in buckets.values():
        for place, one in enumerate(members):
            found.update((one, other) for other in members[place + 1 : place + 1 + _NEIGHBOURS])
    return sorted(found)


def _years(value: DateValue) -> Iterator[object]:
    first, last = value.earliest, value.latest
    if value.year_is_lost or value.is_range or first is None or last is None:
        yield value.edtf
    else:
        yield from range(first.year, min(last.year, first.year + 1) + 1)
