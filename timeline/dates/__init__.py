"""Reading dates in English prose. Usable alone; imports nothing else of the project."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.dates.point import Day, Precision
from timeline.dates.timex import CountedFrom, NamedDay, Part, Timex
from timeline.dates.value import DateValue

__all__ = ["CountedFrom", "DateValue", "Day", "NamedDay", "Part", "Precision", "Timex", "find_dates"]


def find_dates(
    text: str,
    dct: str | None = None,
    mode: str = "auto",
    named_days: Sequence[NamedDay] = (),
    skip: Sequence[tuple[int, int]] = (),
    title: str = "",
    reports: Sequence[tuple[int, str]] = (),
) -> list[Timex]:
    """Every date expression of ``text``, in order and not overlapping; offsets count characters.

    ``dct`` is the creation date (ISO), ``mode`` "narrative" (a history), "news" (read against ``dct``) or
    "auto". ``skip`` are sorted spans that hold no prose; ``title`` stands
    over the text and may say the year that it begins in; ``reports`` is where each report in the text begins
    that was written on a day of its own, with that day. Durations, sets and "now" are not dates. What the
    text does not settle has value None, or a value with a lost year (``XXXX-12-05``).

    >>> [(t.text, str(t.value)) for t in find_dates("In May 1991 it failed. On June 13 they met.")]
    [('May 1991', '1991-05'), ('June 13', '1991-06-13')]
    """
    from timeline.dates.reports import read_reports  # loads dateparser, which the app never needs

    return read_reports(text, reports, dct, mode, named_days, skip, title)
