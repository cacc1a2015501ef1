"""Which mentions are worth comparing: to compare all takes time with the square of their number."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from timeline.dates.point import Precision
from timeline.dates.value import DateValue
from timeline.events.mention import Mention

_NEIGHBOURS = 60  # of a year's mentions with one act or word in common, each is compared with so many
_RARE = 4  # so many of a sentence's words, the rarest that another has too, lead to others
_WORD = re.compile(r"\w{4,}")


def pairs(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Index pairs worth comparing, each once, the lesser first: those of one year with the same act or with
    rare words in common, those of one day, with a subject in common or without. Mentions of one id need no
    comparing.

    Time and memory grow with the number of ``mentions``: each looks back at a bounded number of others.
    """
    often = Counter(word for mention in mentions for word in _words(mention))
    alike: dict[tuple[object, str], list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        shared = [alike[key] for key in dict.fromkeys(_keys(mention, often))]
        for other in sorted({other for members in shared for other in members[-_NEIGHBOURS:]}):
            if mentions[other].mention_id != mention.mention_id:
                yield other, index
        for members in shared:
            members.append(index)


def _words(mention: Mention) -> set[str]:
    return set(_WORD.findall(mention.sentence))


def _keys(mention: Mention, often: Counter[str]) -> Iterator[tuple[object, str]]:
    """What a mention may share with others: its years with its act and rare words, its day, alone and with who acts."""
    shared = [word for word in _words(mention) if often[word] > 1]
    rare = sorted(shared, key=lambda word: (often[word], word))[:_RARE]
    for when in _years(mention.value):
        for what in (*mention.acts[:1], *rare):
            yield when, what
    if mention.value.precision is Precision.DAY:
        for name in ("", *mention.subjects):
            yield mention.edtf, name


def _years(value: DateValue) -> Iterator[object]:
    first, last = value.earliest or value.latest, value.latest or value.earliest
    if value.year_is_lost or first is None or last is None:
        yield value.edtf
    elif value.is_range:
        yield first.year
    else:  # of a century its first years: nothing is told apart by it
        yield from range(first.year, min(last.year, first.year + 9) + 1)
