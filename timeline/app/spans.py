"""What is sure about a date and what is not: the sure part of a span, and how far its tellings lie apart. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from timeline.dates.value import DateValue
from timeline.table import Timeline

Days = tuple[str, str]  # first and last, ISO


@lru_cache(maxsize=65536)
def sure(edtf: str) -> Days | None:
    """From the last day on which the span may have begun to the first on which it may have ended; None when
    no day of it is sure. Of an open span only the end that is given is sure.

    >>> sure("1979-12-24/1989-02-15"), sure("1950/1973"), sure("198X")
    (('1979-12-24', '1989-02-15'), ('1950-12-31', '1973-01-01'), None)
    """
    start, _, end = edtf.partition("/")
    if not end:
        return None
    try:
        begun = DateValue.parse(start).latest if start != ".." else None
        ended = DateValue.parse(end).earliest if end != ".." else None
    except ValueError:
        return None
    begun, ended = begun or ended, ended or begun
    if begun is None or ended is None or begun > ended:
        return None
    return begun.iso(), ended.iso()


def disputed(timeline: Timeline) -> dict[str, Days]:
    """Event id → from the first to the last day that its tellings give, where two of them have no day in common."""
    mentions = timeline.mentions
    several = mentions.drop_duplicates(["event_id", "edtf"])
    several = several[several["event_id"].duplicated(keep=False)]
    found: dict[str, list[str]] = {}
    for event_id, edtf in zip(several["event_id"].tolist(), several["edtf"].tolist(), strict=True):
        found.setdefault(event_id, []).append(edtf)
    return {event_id: days for event_id, given in found.items() if (days := apart(given))}


def apart(given: Iterable[str]) -> Days | None:
    """From the first to the last day of several dates (EDTF), if two of them have no day in common.

    >>> apart(["1873-01-31", "1872"]), apart(["1979-12-24", "1979"])
    (('1872-01-01', '1873-01-31'), None)
    """
    days = [found for found in map(_bounds, given) if found]
    if not days or max(first for first, _ in days) <= min(last for _, last in days):
        return None
    return min(first for first, _ in days), max(last for _, last in days)


@lru_cache(maxsize=65536)
def _bounds(edtf: str) -> Days | None:
    try:
        value = DateValue.parse(edtf)
    except ValueError:
        return None
    if value.earliest is None or value.latest is None:
        return None
    return value.earliest.iso(), value.latest.iso()
