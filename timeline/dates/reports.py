"""A text that holds reports of different days: each is read by itself, against its own."""

from __future__ import annotations

from collections.abc import Sequence
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
    told: list[Timex] = []
    parts = [(0, dct, mode), *((start, day, NEWS if mode == AUTO else mode) for start, day in reports)]
    for (start, written, how), (end, _, _) in pairwise([*parts, (len(text), None, mode)]):
        closed = [(max(low - start, 0), high - start) for low, high in skip if high > start and low < end]
        part = read_dates(text[start:end], written, how, named_days, closed, title if start == 0 else "")
        told += (timex.moved(start) for timex in part)
    return told
