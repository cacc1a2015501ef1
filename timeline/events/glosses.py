"""Dates that tell nothing of their own: those that say the day of another in other words ("two days later, on
14 October", "30 March, or 18 March Old Style"), and those that may stand for another ("in 1982 or 1983")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from timeline.dates import Precision, Timex
from timeline.dates.point import Day
from timeline.dates.timex import GREGORIAN, JULIAN

_BESIDE = re.compile(r"(?:,|[.:]| [–—-])? \(?(?:(?:on|in|from) )?(?:the )?(?:(?:night|evening|morning) of )?")
_COUNTED = ("offset", "anaphor", "same", "next")  # rules of what is counted from a date told before
_OR_GLOSS = r"(?:or|that is|i\.e\.|which was|being|dated|and)"
_LEADS_TO_GLOSS = re.compile(rf"[,(\s]*\b{_OR_GLOSS}?,? (?:the )?$")
_TO_NEW_STYLE = re.compile(rf",? \(?(?:{_OR_GLOSS},? )?(?:on )?(?:the )?")
_NEW_STYLE = re.compile(r",? \(?(?:N\.? ?S\b\.?|[Nn]ew [Ss]tyle|(?:in the )?Gregorian(?: calendar)?)\)?")
_CALENDARS_APART = range(10, 14)  # days, from the sixteenth century to the twenty-first
# "in 1982, according to the press, or in 1983": another date of the same thing.
_SOURCE = r"(?:, (?:according to|as|by|in|so|say) [^.,;:]{1,90},| \([^()]{1,90}\))"
_OR = re.compile(
    rf"{_SOURCE}?,? or (?:(?:in|on|about|around|as early as|as late as|early|late|mid|the)\b[ -]?)*"
)
# "Every soldier who served in 1986 or 1987": of many, each has a date of his own.
_OF_MANY = re.compile(
    r"\b(?:(?:every|each|any|anyone|everyone|whoever|whenever)\b|(?:all|those)\b[^.,;:]*\b(?:who|which|that)\b)[^.,;:]*$",
    re.IGNORECASE,
)


def glosses(text: str, dates: Sequence[Timex]) -> tuple[Timex, ...]:
    """Those that only say the day of another in other words: "two days later" of "two days later, on 14 October",
    "18 March Old Style" beside 30 March, "18 March" of "18 March, or 30 March New Style"."""
    found = [
        other if _is_counted(one, other) else one for one, other in pairwise(dates)
        if _is_told_closer(text, one, other) or _is_told_in_new_style(text, one, other)
    ]  # fmt: skip
    days = [timex.value for timex in dates if timex.calendar == GREGORIAN]
    return (*found, *(timex for timex in dates if timex.calendar == JULIAN and timex.value in days))


def _is_counted(one: Timex, other: Timex) -> bool:
    """ "a week after the fire" of "on 4 May, a week after the fire" """
    return one.value == other.value and other.rule in _COUNTED and one.rule not in _COUNTED


def _is_told_closer(text: str, one: Timex, other: Timex) -> bool:
    if one.value is None or other.value is None:
        return False
    closer = one.value.covers(other.value) and other.value.precision in (Precision.DAY, Precision.RANGE)
    return (one.rule in _COUNTED or closer) and bool(_BESIDE.fullmatch(text, one.end, other.start))


def _is_told_in_new_style(text: str, one: Timex, other: Timex) -> bool:
    if one.value is None or other.value is None:
        return False
    first, second = one.value.earliest, other.value.earliest
    return (
        one.value.precision is other.value.precision is Precision.DAY
        and first is not None
        and second is not None
        and min(first.year, second.year) > 0
        and (_date(second) - _date(first)).days in _CALENDARS_APART
        and bool(_TO_NEW_STYLE.fullmatch(text, one.end, other.start))
        and bool(_NEW_STYLE.match(text, other.end))
    )


def _date(day: Day) -> date:
    return date(day.year, day.month, day.day)


def words_of_glosses(
    text: str, start: int, dates: Sequence[Timex], told_again: Sequence[Timex]
) -> Iterator[tuple[int, int]]:
    """Where a part of a sentence, from ``start`` of the text on, tells its day in the Julian calendar too, or
    says in which calendar it does."""
    for timex in told_again:
        if timex.calendar == JULIAN and (leads := _LEADS_TO_GLOSS.search(text, start, timex.start)):
            yield leads.start() - start, timex.end - start
    for one, other in pairwise(dates):
        if one in told_again and (style := _NEW_STYLE.match(text, other.end)):
            yield one.start - start, other.start - start
            yield style.start() - start, style.end() - start


def alternatives(text: str, start: int, dates: Sequence[Timex]) -> tuple[Timex, ...]:
    """Those of the ``dates`` of a part of a sentence, which begins at ``start`` of the text, that only stand for
    the one before them."""
    return tuple(
        other for one, other in pairwise(dates)
        if one.value and other.value and _OR.fullmatch(text, one.end, other.start)
        and not _OF_MANY.search(text, start, one.start)
    )  # fmt: skip
