"""Where sources differ: events that claim one beginning, or tell one act, on days that cannot both be right.

They stay apart, and each names the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from rapidfuzz import fuzz

from timeline.dates.point import Precision
from timeline.dates.value import DateValue
from timeline.events.alike import calls_first, contradict
from timeline.events.mention import Mention
from timeline.events.merge import Happening
from timeline.topic import Topic

SOURCES_DIFFER = "sources differ about the date"
_BEGINS = re.compile(
    r"\b(?:first|earliest|(?:re-?)?establish\w*|be[gu][aiu]n\w*|start\w*|open(?:s|ed|ing)|renew\w*)\b",
    re.IGNORECASE,
)
_LOOKED_AT = 40  # events of one kind, the nearest in time to each
_YEARS = 3  # so far apart two dates of one act may be told
_A_MONTH = 31  # days
_ALIKE = 85  # rapidfuzz ratio of two titles from which they tell one act


def differing(happenings: Sequence[Happening], topic: Topic) -> Mapping[str, list[Happening]]:
    """The id of an event → the events that tell the same on another date."""
    once = {act.key for act in topic.acts if act.once}
    beginnings = {act.key for act in topic.acts if act.begins}
    kinds: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for happening in happenings:
        begun = {m.acts[0] for m in happening.mentions if m.acts and _claims_beginning(m)} & beginnings
        for act in sorted(begun):
            kinds["begins", act].append(happening)
        for act in once.intersection(happening.primary.acts[:1]):
            kinds["once", act].append(happening)
    found: dict[str, dict[str, Happening]] = defaultdict(dict)
    for (kind, _), told in kinds.items():
        for index, one in enumerate(told):
            for other in told[index + 1 : index + 1 + _LOOKED_AT]:
                if _differ(one, other, kind):
                    found[one.primary.mention_id][other.primary.mention_id] = other
                    found[other.primary.mention_id][one.primary.mention_id] = one
    return {ident: list(others.values()) for ident, others in found.items()}


def _claims_beginning(mention: Mention) -> bool:
    """Whether it tells of a first contact, of relations established."""
    return calls_first(mention) is not False and (
        bool(_BEGINS.search(mention.title)) or calls_first(mention) is True
    )


def _differ(one: Happening, other: Happening, kind: str) -> bool:
    mine, theirs = one.primary, other.primary
    if not _apart(one.value, other.value) or contradict(mine.title, theirs.title):
        return False
    if len(set(mine.titled) & set(theirs.titled)) < 2:
        return False
    if {m.document for m in one.mentions} == {m.document for m in other.mentions}:
        return False
    first, second = one.value.earliest, other.value.earliest
    if kind == "begins" or first is None or second is None:
        return kind == "begins"
    by_days = one.value.precision == other.value.precision == Precision.DAY
    if by_days and abs(first.about_days_to(second)) <= _A_MONTH:
        return True
    near = abs(first.year - second.year) <= _YEARS
    return near and fuzz.token_set_ratio(mine.title, theirs.title) >= _ALIKE


def _apart(one: DateValue, other: DateValue) -> bool:
    """Whether two values have no day in common."""
    if None in (one.earliest, one.latest, other.earliest, other.latest):
        return False
    return one.latest < other.earliest or other.latest < one.earliest  # type: ignore[operator]  # none is None
