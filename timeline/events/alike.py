"""How surely two mentions tell the same happening.

A copy of the same passage does; so do two tellings whose dates fit into each other, of the same act by the
same actors.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from timeline.dates.value import DateValue, Precision
from timeline.events.mention import Mention, normalised
from timeline.events.wording import Wording
from timeline.topic import THIRD, Topic

COPY = 90  # rapidfuzz ratio from which two sentences are copies of one another
_NAME = re.compile(r"\b[A-Z]\w+")
_FIGURE = re.compile(
    r"\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred)\b"
)
RESTORED_FROM = "restored from the same passage in"  # in the note of a mention whose year was lost
_DENIES = re.compile(
    r"\b(?:not(?! the first)|never|no longer|refus\w+|fail(?:s|ed)|declin\w+|den(?:y|ies|ied)|(?:nearly|almost)(?! [0-9])|attempt\w*|tr(?:y|ies|ied))\b"
)
_DECIDES = re.compile(r"\b(?:decid\w+|ordered) to\b")
_LONG_WORD = re.compile(r"\b[a-z]{6,}\b")
_HEADLINE = 90  # rapidfuzz ratio from which two titles are one
_WORDS_OF_A_DAY, _WORDS_OF_A_YEAR = 0.4, 0.47  # the share of two texts' words from which they tell one thing


class Alike:
    """How surely two mentions tell the same happening: 0 not at all, up to 4 for the same sentence."""

    def __init__(self, topic: Topic, wording: Wording) -> None:
        self._wording = wording
        self._weight = {act.key: act.weight for act in topic.acts}
        self._known = {word for a in topic.actors for alias in (a.name, *a.aliases) for word in alias.split()}
        self._between = {act.key for act in topic.acts if act.between}
        self._says = {act.key for act in topic.acts if act.says}
        self._once = {act.key for act in topic.acts if act.once}
        self._side = {actor.name: actor.side for actor in topic.actors}

    def __call__(self, one: Mention, other: Mention) -> float:
        if one.mention_id == other.mention_id:
            return 4.0
        if _restored(one, other) or _restored(other, one):
            return 3.0
        if one.document == other.document and (_beside(one) or _beside(other)):
            return 0.0
        if not compatible(one.value, other.value) or contradict(one.title, other.title):
            return 0.0
        if copies(one, other):
            return 3.0
        if (
            self._same_day_and_people(one, other)
            or self._same_act(one, other)
            or self._same_name(one, other)
            or _same_headline(one, other)
            or self._same_words(one, other)
        ):
            return 1.0 + (one.value == other.value) + fuzz.token_set_ratio(one.title, other.title) / 101
        return 0.0

    def _same_act(self, one: Mention, other: Mention) -> bool:
        if not one.acts or not other.acts or one.acts[0] != other.acts[0]:
            return False
        if one.document == other.document and one.sentence == other.sentence:
            return False  # one sentence that dates two things tells two things
        if one.document == other.document and self._weight[one.acts[0]] < 3 and not _titles_alike(one, other):
            return False  # a text does not tell its talks twice in other words
        if one.acts[0] in self._says:  # two statements are one only when the same people made them
            return one.value == other.value and bool(one.subjects) and one.subjects == other.subjects
        if not self._share_actors(one, other):
            return False
        if Precision.DECADE in (one.value.precision, other.value.precision):
            return one.value == other.value or one.acts[0] in self._once  # "the invasion of the late 1970s"
        if not self._same_parts(one, other):
            return False
        # An act of its own kind ("invaded") is told apart by its date alone; "met" and "helped" happen often.
        often = self._weight[one.acts[0]] < 3
        fine = one.value == other.value and is_fine(one.value)
        same = one.value == other.value or _spans(one.value, other.value)
        if not often or fine or (same and _titles_alike(one, other)):
            return True
        # "In November" one text, "on 9 November" the other, in the same words: of a conference, not of contacts.
        months = is_fine(one.value) and is_fine(other.value)
        return (
            months
            and self._weight[one.acts[0]] == 2
            and one.document != other.document
            and _share_word(one, other)
        )

    def _same_words(self, one: Mention, other: Mention) -> bool:
        """Two documents that use the same rare words of the same actors, whatever verb each chose."""
        if one.document == other.document or Precision.DECADE in (one.value.precision, other.value.precision):
            return False
        if is_fine(one.value) and is_fine(other.value):
            shared, least = bool(set(one.actors) & set(other.actors)), _WORDS_OF_A_DAY
        else:
            shared, least = self._share_actors(one, other), _WORDS_OF_A_YEAR
        return shared and self._wording(one.sentence, other.sentence) >= least

    def _same_name(self, one: Mention, other: Mention) -> bool:
        """Two documents that tell the same kind of act of one day or month with one name ("Geneva Accords")."""
        fine = one.value == other.value and is_fine(one.value)
        if not fine or one.document == other.document or one.acts[:1] != other.acts[:1] or not one.acts:
            return False
        mine, theirs = (set(_NAME.findall(m.title)) - self._known for m in (one, other))
        return bool(mine & theirs)

    def _same_parts(self, one: Mention, other: Mention) -> bool:
        """Whether the same side acts and, where an act is common, at the same place."""
        sides = [{self._side.get(name, THIRD) for name in m.subjects} for m in (one, other)]
        if one.acts[0] not in self._between and all(sides) and not sides[0] & sides[1]:
            return False
        often = self._weight[one.acts[0]] < 3
        return not (often and one.place and other.place and one.place != other.place)

    def _same_day_and_people(self, one: Mention, other: Mention) -> bool:
        """Two documents that tell what the same people did on one day tell one thing."""
        if (
            one.document == other.document
            or one.value != other.value
            or one.value.precision is not Precision.DAY
        ):
            return False
        acting = set(one.subjects) & set(other.subjects)
        titled = len(set(one.titled) & set(other.titled)) >= 2
        return bool(acting) and (titled or len(set(one.actors) & set(other.actors)) >= 3)

    def _share_actors(self, one: Mention, other: Mention) -> bool:
        shared = set(one.actors) & set(other.actors)
        sides = [{self._side.get(name, THIRD) for name in m.actors} - {THIRD} for m in (one, other)]
        if len(shared) >= 2 or (bool(shared) and sides[0] == sides[1]):
            return True
        alone = (
            bool(one.acts) and not self._between.intersection(one.acts[:1]) and one.acts[:1] == other.acts[:1]
        )
        return alone and self._weight[one.acts[0]] == 3 and bool(set(one.subjects) & set(other.subjects))


def _restored(one: Mention, other: Mention) -> bool:
    """Whether the torn copy ``one`` took its date from ``other``'s passage: what its words tell may be lost."""
    told = one.edtf == other.edtf and set(one.titled) & set(other.titled) and one.document != other.document
    return bool(told) and one.note.endswith(f"{RESTORED_FROM} {other.document}")


def _beside(mention: Mention) -> bool:
    """Whether its text tells it beside something else: "on the same day Russia and Britain also agreed …"."""
    return mention.date_text.casefold().endswith("same day")


def contradict(one: str, other: str) -> bool:
    """Whether one title denies or only decides what the other tells, or they give other figures."""
    for tells in (_DENIES, _DECIDES):
        if bool(tells.search(one)) != bool(tells.search(other)):
            return True
    mine, theirs = set(_FIGURE.findall(one)), set(_FIGURE.findall(other))
    return bool(mine - theirs and theirs - mine)


def _same_headline(one: Mention, other: Mention) -> bool:
    """Two documents that give one day the same headline tell one thing, unless others act."""
    if one.subjects and other.subjects and not set(one.subjects) & set(other.subjects):
        return False
    fine = one.value == other.value and is_fine(one.value)
    return (
        fine and one.document != other.document and fuzz.token_set_ratio(one.title, other.title) >= _HEADLINE
    )


def _share_word(one: Mention, other: Mention) -> bool:
    return bool(set(_LONG_WORD.findall(one.sentence)) & set(_LONG_WORD.findall(other.sentence)))


def _titles_alike(one: Mention, other: Mention) -> bool:
    return fuzz.token_set_ratio(one.title, other.title) >= 60


def compatible(one: DateValue, other: DateValue) -> bool:
    """Whether two values can date one happening: equal, or one finer than the other. A span is no moment, but
    a span of days may lie in a month, and one span may be told by its years, or by its days."""
    if one == other:
        return True
    if one.year_is_lost or other.year_is_lost:
        return False
    if one.is_range or other.is_range:
        return _spans(one, other) or _days_of(one, other) or _days_of(other, one)
    if Precision.CENTURY in (one.precision, other.precision):
        return False
    return one.covers(other) or other.covers(one)


def is_fine(value: DateValue) -> bool:
    """Whether a value tells the month at least: a day, a month, or some days of one month."""
    if value.is_range:
        first, last = value.earliest, value.latest
        return first is not None and last is not None and first[:2] == last[:2]
    return value.precision in (Precision.DAY, Precision.MONTH)


def _spans(one: DateValue, other: DateValue) -> bool:
    """Whether two spans begin and end in the same years, and one holds the other."""
    same_years = _years(one) == _years(other) and None not in _years(one)
    return one.is_range and other.is_range and same_years and (one.covers(other) or other.covers(one))


def _days_of(days: DateValue, month: DateValue) -> bool:
    return days.is_range and is_fine(days) and month.covers(days) and month.precision is Precision.MONTH


def _years(value: DateValue) -> tuple[int | None, int | None]:
    return value.earliest and value.earliest.year, value.latest and value.latest.year


def copies(one: Mention, other: Mention) -> bool:
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
