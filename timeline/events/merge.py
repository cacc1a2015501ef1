"""Mentions → events: tellings of one happening become one event, the finest date wins.

Two mentions tell the same event when they have the same id (a copy), or when their dates fit into each
other, they tell the same act, and they share who did it. Copies that lost their year take it from an
intact copy.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import fuzz

from timeline.dates.value import DateValue, Precision
from timeline.events.mention import Mention, normalised
from timeline.topic import Topic

COPY = 90  # rapidfuzz ratio from which two sentences are copies of one another
_NAME = re.compile(r"\b[A-Z]\w+")
_FIGURE = re.compile(
    r"\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred)\b"
)
_NEIGHBOURS = 60  # of a year's mentions with one act or word in common, each is compared with so many
_WORD = re.compile(r"\w{4,}")
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
    """Group ``mentions`` (in any order) into events. Deterministic, and independent of their order.

    The surest pairs are joined first, so that a coarse telling ("in 2021 they took control") finds the event
    most like it before another can take it.
    """
    repaired = _repaired(sorted(mentions, key=_order))
    alike = _Alike(topic)
    groups = _Groups([mention.edtf for mention in repaired])
    pairs = sorted((-alike(repaired[one], repaired[other]), one, other) for one, other in _pairs(repaired))
    for likeness, one, other in pairs:
        if likeness and groups.of(one) != groups.of(other) and _fit_together(repaired, groups, one, other):
            groups.join(one, other)
    return sorted(
        (Happening(tuple(sorted((repaired[i] for i in members), key=_rank))) for members in groups.members()),
        key=lambda happening: (happening.primary.value.sort_key, happening.primary.mention_id),
    )


class _Alike:
    """How surely two mentions tell the same happening: 0 not at all, up to 4 for the same sentence."""

    def __init__(self, topic: Topic) -> None:
        self._weight = {act.key: act.weight for act in topic.acts}
        self._side = {actor.name: actor.side for actor in topic.actors}

    def __call__(self, one: Mention, other: Mention) -> float:
        if one.mention_id == other.mention_id:
            return 4.0
        if not compatible(one.value, other.value):
            return 0.0
        if _copies(one, other):
            return 3.0
        if self._same_day_and_people(one, other) or self._same_act(one, other):
            return 1.0 + (one.value == other.value) + fuzz.token_set_ratio(one.title, other.title) / 101
        return 0.0

    def _same_act(self, one: Mention, other: Mention) -> bool:
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


def _pairs(mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Index pairs worth comparing: those with one id, those of one year with the same act or with rare words
    in common, those of one day with a subject in common. To compare all takes time with the square of their
    number."""
    words_of = [set(_WORD.findall(mention.sentence)) for mention in mentions]
    often = Counter(word for words in words_of for word in words)
    buckets: dict[object, list[int]] = defaultdict(list)
    pairs: set[tuple[int, int]] = set()
    last_of: dict[str, int] = {}
    for index, mention in enumerate(mentions):
        if mention.mention_id in last_of:
            pairs.add((last_of[mention.mention_id], index))
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
            pairs.update((one, other) for other in members[place + 1 : place + 1 + _NEIGHBOURS])
    return sorted(pairs)


def _years(value: DateValue) -> Iterator[object]:
    first, last = value.earliest, value.latest
    if value.year_is_lost or value.is_range or first is None or last is None:
        yield value.edtf
    else:
        yield from range(first.year, min(last.year, first.year + 1) + 1)


def _fit_together(mentions: Sequence[Mention], groups: _Groups, one: int, other: int) -> bool:
    """Whether two groups may become one: the same copy, or every date fits every other."""
    if mentions[one].mention_id == mentions[other].mention_id:
        return True
    return all(
        compatible(DateValue.parse(a), DateValue.parse(b))
        for a in groups.dates(one)
        for b in groups.dates(other)
    )


def _copies(one: Mention, other: Mention) -> bool:
    """Whether two sentences are one passage copied, whatever was damaged on the way. Sentences that differ in
    whom they name or in a figure are none."""
    if one.document == other.document and one.sentence == other.sentence:
        # One sentence that dates two things tells two things; "a day later, on 14 April" dates one.
        return one.value == other.value and one.title == other.title
    for mine, theirs in zip(_told_apart_by(one.sentence), _told_apart_by(other.sentence), strict=True):
        if mine - theirs and theirs - mine:
            return False
    return fuzz.ratio(normalised(one.sentence), normalised(other.sentence), score_cutoff=COPY) >= COPY


@lru_cache(maxsize=4096)
def _told_apart_by(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names and the figures of a sentence."""
    return frozenset(_NAME.findall(sentence)), frozenset(_FIGURE.findall(sentence))


def _order(mention: Mention) -> tuple[str, str, int, str]:
    return mention.mention_id, mention.document, mention.start, mention.rule


def _rank(mention: Mention) -> tuple[object, ...]:
    """The primary mention first: the finest date, then what matters and is sure. Names of documents come
    last, so that renaming one changes nothing that is shown."""
    value = mention.value
    return (
        value.year_is_lost,
        -_FINE.get(value.precision, 0),
        -mention.importance,
        -mention.confidence,
        mention.mention_id,
        mention.edtf,
        mention.document,
    )


class _Groups:
    """Disjoint groups of indices, each with the dates (EDTF) of its members."""

    def __init__(self, dates: Sequence[str]) -> None:
        self._of = list(range(len(dates)))
        self._members = {index: [index] for index in range(len(dates))}
        self._dates = {index: {edtf} for index, edtf in enumerate(dates)}

    def of(self, index: int) -> int:
        return self._of[index]

    def dates(self, index: int) -> set[str]:
        return self._dates[self._of[index]]

    def join(self, one: int, other: int) -> None:
        keep, gone = sorted((self._of[one], self._of[other]))
        for index in self._members[gone]:
            self._of[index] = keep
        self._members[keep] += self._members.pop(gone)
        self._dates[keep] |= self._dates.pop(gone)

    def members(self) -> list[list[int]]:
        return list(self._members.values())
