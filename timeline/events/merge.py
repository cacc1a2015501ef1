"""Mentions → events: tellings of one happening become one event, the finest date wins."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.dates.point import Precision
from timeline.dates.value import DateValue
from timeline.events import remarks
from timeline.events.alike import Alike
from timeline.events.doubts import SLIGHT
from timeline.events.fitting import compatible, is_fine
from timeline.events.mention import Mention
from timeline.events.pairs import pairs
from timeline.events.repair import repaired
from timeline.topic import Topic

_FINE = {
    Precision.DAY: 5,
    Precision.MONTH: 4,
    Precision.QUARTER: 3,
    Precision.SEASON: 3,
    Precision.YEAR: 2,
    Precision.RANGE: 1,
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One event: its mentions, the primary one (the one whose sentence is shown) first."""

    mentions: tuple[Mention, ...]

    @property
    def primary(self) -> Mention:
        return self.mentions[0]

    @property
    def value(self) -> DateValue:
        """When it happened, as finely as any telling knows; of "the late 2010s and early 2020s" both."""
        finest = self.primary.value
        if finest.precision is not Precision.DECADE:
            return finest
        told = sorted(self.mentions, key=lambda mention: mention.value.sort_key)
        first, last = told[0], told[-1]
        start, end = first.value.earliest, last.value.latest
        if start is None or end is None or first.value == last.value:
            return finest
        begins = start.year + 5 * first.date_text.lower().startswith("late")
        ends = end.year - 6 * last.date_text.lower().startswith("early")
        return DateValue.parse(f"{begins:04d}/{ends:04d}")

    @property
    def title(self) -> str:
        """The primary mention's title; where that is doubtful, the first that is not."""
        return next((m.title for m in self.mentions if not set(m.doubts) - set(SLIGHT)), self.primary.title)


def merge(mentions: Iterable[Mention], topic: Topic) -> list[Happening]:
    """Group ``mentions`` (in any order) into events. Deterministic, and independent of their order.

    The surest pairs are joined first, so that a coarse telling ("in 2021 they took control") finds the event
    most like it before another can take it.
    """
    told = repaired(sorted(mentions, key=_order), topic)
    groups = _Groups(["" if mention.dates_again else mention.edtf for mention in told])
    for index in range(1, len(told)):  # copies of one sentence share an id, and stand together
        if told[index].mention_id == told[index - 1].mention_id:
            groups.join(index - 1, index)
    for one, other in _coordinated(told):
        groups.join(one, other)
    for remark, dated in remarks.targets(told):
        groups.join(remark, dated)
    for one, other in _surest(told, Alike(topic)):
        if groups.of(one) != groups.of(other) and _fit_together(groups, one, other):
            groups.join(one, other)
    return sorted(
        (Happening(tuple(sorted((told[i] for i in members), key=_rank))) for members in groups.members()),
        key=lambda happening: (happening.value.sort_key, happening.primary.mention_id),
    )


def _coordinated(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Index pairs of "in the late 2010s and early 2020s …": one thing that went on through both."""
    told: dict[tuple[str, str, str], int] = {}
    for index, mention in enumerate(mentions):
        if mention.value.precision is Precision.DECADE:
            key = (mention.document, mention.sentence, mention.title)
            if key in told:
                yield told[key], index
            told[key] = index


def _surest(mentions: Sequence[Mention], alike: Alike) -> Iterator[tuple[int, int]]:
    """Index pairs of mentions that may tell the same happening, the surest first."""
    likeness, ones, others = array("d"), array("q"), array("q")  # a tenth of the memory that tuples take
    for one, other in pairs(mentions):
        sure = alike(mentions[one], mentions[other])
        if sure:
            likeness.append(-sure)
            ones.append(one)
            others.append(other)
    for place in np.lexsort((others, ones, likeness)):  # by the last of them first
        yield ones[place], others[place]


def _fit_together(groups: _Groups, one: int, other: int) -> bool:
    """Whether two groups may become one: every date fits every other."""
    return all(
        compatible(DateValue.parse(a), DateValue.parse(b))
        for a in groups.dates(one)
        for b in groups.dates(other)
    )


def _order(mention: Mention) -> tuple[str, str, int, str]:
    return mention.mention_id, mention.document, mention.start, mention.rule


def _rank(mention: Mention) -> tuple[object, ...]:
    """The primary mention first: the finest date, then what matters and is sure. Names of documents come
    last, so that renaming one changes nothing that is shown."""
    value = mention.value
    return (
        mention.dates_again,
        value.year_is_lost,
        -_fineness(value),
        _length(value) if value.is_range else 0,
        -mention.importance,
        -mention.confidence,
        mention.mention_id,
        mention.edtf,
        mention.document,
    )


def _fineness(value: DateValue) -> int:
    """How finely a value dates; a span of days within one month is finer than the month."""
    if value.is_range and is_fine(value):
        return _FINE[Precision.DAY]
    return _FINE.get(value.precision, 0)


def _length(value: DateValue) -> int:
    """About how many days from first to last; of a span without an end, more than any other has."""
    if value.earliest is None or value.latest is None:
        return sys.maxsize
    return value.earliest.about_days_to(value.latest)


class _Groups:
    """Disjoint groups of indices, each with the dates (EDTF) of its members; '' for one whose date need not fit."""

    def __init__(self, dates: Sequence[str]) -> None:
        self._of = list(range(len(dates)))
        self._members = {index: [index] for index in range(len(dates))}
        self._dates = {index: {edtf} - {""} for index, edtf in enumerate(dates)}

    def of(self, index: int) -> int:
        return self._of[index]

    def dates(self, index: int) -> set[str]:
        return self._dates[self._of[index]]

    def join(self, one: int, other: int) -> None:
        keep, gone = self._of[one], self._of[other]
        if keep == gone:
            return
        if len(self._members[keep]) < len(self._members[gone]):
            keep, gone = gone, keep  # the smaller moves, or a large group would take ever longer to grow
        for index in self._members[gone]:
            self._of[index] = keep
        self._members[keep] += self._members.pop(gone)
        self._dates[keep] |= self._dates.pop(gone)

    def members(self) -> list[list[int]]:
        return list(self._members.values())
