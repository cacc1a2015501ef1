"""Mentions → events: tellings of one happening become one event, the finest date wins.

Two mentions tell the same event when they have the same id (a copy), or when their dates fit into each
other, they tell the same act, and they share who did it. Copies that lost their year take it from an
intact copy.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from timeline.dates.value import DateValue, Precision
from timeline.events.mention import Mention, normalised
from timeline.topic import Topic

COPY = 90  # rapidfuzz ratio from which two sentences are copies of one another
_NAME = re.compile(r"\b[A-Z]\w+")
_STATEMENT = "say"  # two statements are one only when the same people made them
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


def merge(mentions: Iterable[Mention], topic: Topic) -> list[Happening]:
    """Group ``mentions`` (in any order) into events. Deterministic, and independent of their order."""
    tell = _SameEvent(topic)
    given = sorted(mentions, key=_order)
    repaired = _repaired(given)
    groups = _Groups(len(repaired))
    for one, other in _pairs(repaired, tell):
        if groups.of(one) != groups.of(other) and _fit_together(repaired, groups, one, other):
            groups.join(one, other)
    return sorted(
        (Happening(tuple(sorted((repaired[i] for i in members), key=_rank))) for members in groups.members()),
        key=lambda happening: (happening.primary.value.sort_key, happening.primary.mention_id),
    )


class _SameEvent:
    """Tells whether two mentions tell the same happening."""

    def __init__(self, topic: Topic) -> None:
        self._weight = {act.key: act.weight for act in topic.acts}
        self._side = {actor.name: actor.side for actor in topic.actors}

    def __call__(self, one: Mention, other: Mention) -> bool:
        if one.mention_id == other.mention_id:
            return True
        if not compatible(one.value, other.value):
            return False
        if _copies(one, other):
            return True
        if self._same_day_and_people(one, other):
            return True
        if not one.acts or not other.acts or one.acts[0] != other.acts[0]:
            return False
        if one.document == other.document and one.sentence == other.sentence:
            return False  # one sentence that dates two things tells two things
        if one.acts[0] == _STATEMENT:
            return one.value == other.value and bool(one.subjects) and one.subjects == other.subjects
        if not self._share_actors(one, other):
            return False
        # An act of its own kind ("invaded") is told apart by its date alone; "met" and "helped" happen often.
        often = self._weight[one.acts[0]] < 3
        fine = one.value == other.value and one.value.precision in (Precision.DAY, Precision.MONTH)
        return not often or fine or (one.value == other.value and _titles_alike(one, other))

    def _same_day_and_people(self, one: Mention, other: Mention) -> bool:
        """Two documents that tell what the same people did on one day tell one thing."""
        if (
            one.document == other.document
            or one.value != other.value
            or one.value.precision is not Precision.DAY
        ):
            return False
        acting = set(one.subjects) & set(other.subjects)
        return bool(acting) and len(set(one.actors) & set(other.actors)) >= 3

    def _share_actors(self, one: Mention, other: Mention) -> bool:
        shared = set(one.actors) & set(other.actors)
        sides = [{self._side.get(name, "third") for name in m.actors} - {"third"} for m in (one, other)]
        return len(shared) >= 2 or (bool(shared) and sides[0] == sides[1])


def _titles_alike(one: Mention, other: Mention) -> bool:
    return fuzz.token_set_ratio(one.title, other.title) >= 60


def compatible(one: DateValue, other: DateValue) -> bool:
    """Whether two values can date one happening: equal, or one finer than the other. A span is no moment."""
    if one == other:
        return True
    if one.year_is_lost or other.year_is_lost or one.is_range or other.is_range:
        return False
    coarse = (Precision.DECADE, Precision.CENTURY)
    if one.precision in coarse or other.precision in coarse:
        return False
    return one.covers(other) or other.covers(one)


def _repaired(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, those that lost their year dated by an intact copy of their sentence."""
    intact = [m for m in mentions if not m.value.year_is_lost]
    by_words = defaultdict(list)
    for mention in intact:
        by_words[normalised(mention.date_text)].append(mention)
    return [_repair(m, by_words[normalised(m.date_text)]) if m.value.year_is_lost else m for m in mentions]


def _repair(damaged: Mention, intact: Iterable[Mention]) -> Mention:
    for copy in intact:
        if _copies(damaged, copy) and damaged.rule == copy.rule:
            note = f"year lost here; restored from the same passage in {copy.document}"
            return replace(damaged.dated(copy.edtf, note), review="", confidence=copy.confidence)
    return damaged


def _pairs(mentions: Sequence[Mention], tell: _SameEvent) -> Iterator[tuple[int, int]]:
    """Index pairs worth comparing: mentions that share an id, or a year that both touch, in a fixed order."""
    buckets: dict[object, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        buckets[mention.mention_id].append(index)
        first, last = mention.value.earliest, mention.value.latest
        if mention.value.year_is_lost:
            buckets[mention.edtf].append(index)
        elif mention.value.is_range or first is None or last is None:
            buckets["range", mention.edtf].append(index)
        else:
            for year in range(first.year, min(last.year, first.year + 1) + 1):
                buckets[year].append(index)
    for members in buckets.values():
        for place, one in enumerate(members):
            for other in members[place + 1 :]:
                if tell(mentions[one], mentions[other]):
                    yield one, other


def _fit_together(mentions: Sequence[Mention], groups: _Groups, one: int, other: int) -> bool:
    """Whether two groups may become one: the same copy, or every date fits every other."""
    if mentions[one].mention_id == mentions[other].mention_id:
        return True
    return all(
        compatible(mentions[a].value, mentions[b].value)
        for a in groups.group(one)
        for b in groups.group(other)
    )


def _copies(one: Mention, other: Mention) -> bool:
    """Whether two sentences are one passage copied, whatever was damaged on the way. Sentences that differ in
    whom they name are none."""
    names = [set(_NAME.findall(m.sentence)) for m in (one, other)]
    if names[0] - names[1] and names[1] - names[0]:
        return False
    return fuzz.ratio(normalised(one.sentence), normalised(other.sentence), score_cutoff=COPY) >= COPY


def _order(mention: Mention) -> tuple[str, str, int, str]:
    return mention.mention_id, mention.document, mention.start, mention.rule


def _rank(mention: Mention) -> tuple[object, ...]:
    """The primary mention first: the finest date, stated rather than derived, told in most words."""
    value = mention.value
    return (
        value.year_is_lost,
        -_FINE.get(value.precision, 0),
        -mention.importance,
        -mention.confidence,
        mention.mention_id,
        mention.document,
    )


class _Groups:
    """Disjoint groups of indices."""

    def __init__(self, count: int) -> None:
        self._of = list(range(count))
        self._members = {index: [index] for index in range(count)}

    def of(self, index: int) -> int:
        return self._of[index]

    def group(self, index: int) -> list[int]:
        return self._members[self._of[index]]

    def join(self, one: int, other: int) -> None:
        keep, gone = sorted((self._of[one], self._of[other]))
        for index in self._members[gone]:
            self._of[index] = keep
        self._members[keep] += self._members.pop(gone)

    def members(self) -> list[list[int]]:
        return list(self._members.values())
