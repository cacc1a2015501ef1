"""A text that holds reports of different days: each is read by itself, against its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.dates.resolve import AUTO, NEWS, read_dates
from timeline.dates.timex import NamedDay, Timex


def read_reports(
    text: str,
    reports: Sequence[tuple[int, str]],
    dct: str | None,
    mode: str,
    named_days: Sequence[NamedDay],
    skip: Sequence[tuple[int, int]],
    title: str,
) -> list[Timex]:
    """Every date expression of ``text`` in order; see :func:`timeline.dates.find_dates`."""
    if not reports:
        return read_dates(text, dct, mode, named_days, skip, title)
    return list(_each(text, reports, dct, mode, named_days, skip, title))


def _each(
    text: str,
    reports: Sequence[tuple[int, str]],
    dct: str | None,
    mode: str,
    named_days: Sequence[NamedDay],
    skip: Sequence[tuple[int, int]],
    title: str,
) -> Iterator[Timex]:
    parts = [(0, dct, mode), *((start, day, NEWS if mode == AUTO else mode) for start, day in reports)]
    for (start, written, how), (end, _, _) in pairwise([*parts, (len(text), None, mode)]):
        closed = [(max(low - start, 0), high - start) for low, high in skip if high > start and low < end]
        for timex in read_dates(
            text[start:end], written, how, named_days, closed, title if start == 0 else ""
        ):
            yield timex.moved(start)
