"""Dates that only bound the time of what is told: "since 2007" has no end, "some time before 1999" no beginning.

"Until 1992" and "by 1986" stay as they are: what is told ended then, or was so then.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from timeline.dates import DateValue, Precision, Timex
from timeline.dates.point import year_text

_REACH = 40  # characters in front of a date and behind it
_ABOUT = r"(?:(?:about|around|at least) )?(?:the )?$"
_NOW = r"(?:the present(?: day)?|this day|today|now)\b"
_THE, _NOUN = re.compile(r"\bthe $"), re.compile(r" (?!(?:and|or|on|the|an?)\b)[a-z]")
_COUNTS = re.compile(r"\b(?:day|night|evening|eve|week|month|year)s? before (?:the )?$", re.IGNORECASE)
_TOLD = frozenset(("unit-out", "offset", "within"))  # "before the year was out", "two days before the fall"
# "Before that month was over" is in that month; "since that month" bounds.
_OF_NOW = frozenset(("same", "end-of-unit"))


@dataclass(frozen=True, slots=True)
class _Bound:
    """What stands before a date and behind it; the group ``words`` of it tells nothing else."""

    before: re.Pattern[str]
    behind: re.Pattern[str]
    is_last: bool


def _row(before: str, behind: str, *, is_last: bool) -> _Bound:
    return _Bound(re.compile(before + _ABOUT, re.IGNORECASE), re.compile(behind, re.IGNORECASE), is_last)


_BOUNDS = (
    _row(r"\b(?P<words>ever )?since ", rf"(?:,? (?:and )?(?:up )?(?:to|until|till) {_NOW})?", is_last=False),
    _row(r"\b(?:from|as of) ", rf",? (?:on(?=[.,;:)]|$)|onwards?\b|(?:up )?(?:to|until|till) {_NOW})", is_last=False),
    _row(r"\b(?P<words>no(?:t any|t)? later than )", "", is_last=True),
    _row(r"\b(?:by|in|on) ", ",? at the (?:very )?latest\\b", is_last=True),
    _row(r"(?P<words>\b(?:some ?time|long|well|shortly|just) )?\bbefore ", "", is_last=True),
    _row(r"\bprior to ", "", is_last=True),
)  # fmt: skip


def bounded(text: str, timex: Timex) -> Timex:
    """``timex`` with a value that is open at one end, where the words beside it in ``text`` say so."""
    found = _beside(text, timex)
    if timex.value is None or timex.value.is_range or timex.value.year_is_lost or found is None:
        return timex
    return replace(timex, value=_opened(timex.value, found.bound.is_last))


def words_of_bounds(text: str, dates: Sequence[Timex]) -> list[tuple[int, int]]:
    """The spans of ``text`` that say so and tell nothing else: "some time", "onwards", "at the latest"."""
    beside = (_beside(text, timex) for timex in dates)
    return [span for found in beside if found for span in found.words]


class _Found(NamedTuple):
    bound: _Bound
    words: list[tuple[int, int]]


def _beside(text: str, timex: Timex) -> _Found | None:
    """What bounds a date; not "before the 2007 cancellation", which is another day, nor "the day before"."""
    front = max(0, timex.start - _REACH)
    names = _THE.search(text, front, timex.start) and _NOUN.match(text, timex.end)
    if timex.rule in _TOLD or names or _COUNTS.search(text, front, timex.start):
        return None
    for bound in _BOUNDS:
        before = bound.before.search(text, front, timex.start)
        behind = bound.behind.match(text, timex.end, timex.end + _REACH)
        if before and behind and not (bound.is_last and timex.rule in _OF_NOW):
            said = before.groupdict().get("words")
            words = [before.span("words")] if said else []
            return _Found(bound, [*words, behind.span()] if behind[0] else words)
    return None


def _opened(value: DateValue, is_last: bool) -> DateValue:
    coarse = value.precision in (Precision.DECADE, Precision.CENTURY)
    day = value.latest if is_last else value.earliest
    end = year_text(day.year) if coarse and day is not None else value.edtf
    return DateValue.parse(f"../{end}" if is_last else f"{end}/..")
