"""Counts that are rough: "a little over nine years later", "almost a quarter of a century ago"."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.dates.point import Precision, year_text
from timeline.dates.value import DateValue

Groups = Mapping[str, str]
_YEARS_IN = {"three-quarters": 75, "quarters": 75, "third": 33, "half": 50, "quarter": 25}
_MORE = re.compile(r"over|more than")
_LESS = re.compile(r"under|less than|almost|nearly|not quite")
_A_LITTLE = 3  # months that "over two years" goes beyond two years, at the least
_SHARE = 20  # of many years it is the twentieth part


def is_rough(g: Groups) -> bool:
    """Whether a count is not meant exactly: "nearly six months", not "just two days"."""
    return g.get("rough", "").lower() not in ("", "just", "only", "exactly", "a mere")


def years_in(words: str) -> int:
    """The years of a part of a century, "a quarter of a"; 0 for what is none."""
    return next((years for part, years in _YEARS_IN.items() if part in words.lower().split()), 0)


def beyond(g: Groups, years: int) -> int:
    """The months by which a rough count of years goes beyond the years it names, or (negative) stays behind."""
    words = g.get("rough", "").lower()
    some = max(_A_LITTLE, round(12 * years / _SHARE))
    return some if _MORE.search(words) else -some if _LESS.search(words) else 0


def about_a_year(anchor: DateValue | None, months: int, beyond: int) -> DateValue | None:
    """About the year that lies so many months from ``anchor``; a rough count from a bare year is of its years."""
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.is_range:
        return None
    if anchor.precision not in (Precision.DAY, Precision.MONTH):
        beyond = 0
    moved = base.year * 12 + base.month - 1 + months + beyond
    return DateValue.parse(f"{year_text(moved // 12)}~")
