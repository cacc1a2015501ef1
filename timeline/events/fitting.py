"""Whether two dates can be those of one happening."""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.point import Precision
from timeline.dates.value import DateValue


def compatible(one: DateValue, other: DateValue) -> bool:
    """Whether two values can date one happening: equal, or one finer than the other. A span is no moment, but
    a span of days may lie in a month, and one span may be told by its years, or by its days; of a span without
    an end, or a beginning, the other end tells."""
    if one == other:
        return True
    if one.year_is_lost or other.year_is_lost:
        return False
    one, other = known_end(one), known_end(other)
    if one.is_range or other.is_range:
        return one_span(one, other) or _days_of(one, other) or _days_of(other, one)
    if Precision.CENTURY in (one.precision, other.precision):
        return False
    return one.covers(other) or other.covers(one)


def both_right(one: DateValue, other: DateValue) -> bool:
    """Whether two dates that sources give for one thing can both be right: one lies in the other, and two spans
    begin and end together."""
    if one.is_range and other.is_range:
        return one == other or one_span(one, other)
    return one.covers(other) or other.covers(one)


def is_fine(value: DateValue) -> bool:
    """Whether a value tells the month at least: a day, a month, or some days of one month."""
    if value.is_range:
        first, last = value.earliest, value.latest
        return first is not None and last is not None and first[:2] == last[:2]
    return value.precision in (Precision.DAY, Precision.MONTH)


def one_span(one: DateValue, other: DateValue) -> bool:
    """Whether two spans are one, told by its years and by its days: each end is the other's, or finer."""
    mine, theirs = _ends(one), _ends(other)
    if not mine or not theirs:
        return False
    both = list(zip(mine, theirs, strict=True))
    return all(a.covers(b) for a, b in both) or all(b.covers(a) for a, b in both)


@lru_cache(maxsize=4096)
def _ends(value: DateValue) -> tuple[DateValue, ...]:
    """The ends of a span as values; none where one is open."""
    if not value.is_range or value.earliest is None or value.latest is None:
        return ()
    return tuple(DateValue.parse(end) for end in value.edtf.split("/"))


@lru_cache(maxsize=4096)
def known_end(value: DateValue) -> DateValue:
    """1956 of "since 1956"; any other value as it is."""
    if not value.is_range or (value.earliest and value.latest):
        return value
    return DateValue.parse(value.edtf.replace("/..", "").replace("../", ""))


def _days_of(days: DateValue, month: DateValue) -> bool:
    return days.is_range and is_fine(days) and month.covers(days) and month.precision is Precision.MONTH
