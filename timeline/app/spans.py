"""What is sure about a date and what is not: the sure part of a span, its only known end, and how far its tellings lie apart. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from timeline.dates.value import DateValue
from timeline.table import Timeline

Days = tuple[str, str]  # first and last, ISO


class Bounded(NamedTuple):
    """The one end that is known of a date: its precision, its days, and on which side of it the date is ``open``,
    "before" or "since"."""

    open: str
    precision: str
    first: str
    last: str


@lru_cache(maxsize=65536)
def bounded(edtf: str) -> Bounded | None:
    """The known end of a span that has only one; None for any other date.

    >>> bounded("../1999")
    Bounded(open='before', precision='year', first='1999-01-01', last='1999-12-31')
    """
    start, slash, end = edtf.partition("/")
    ends = [part for part in (start, end) if part not in ("", "..")]
    if not slash or len(ends) != 1:
        return None
    try:
        known = DateValue.parse(ends[0])
    except ValueError:
        return None
    if known.earliest is None or known.latest is None:
        return None
    side = "since" if ends[0] == start else "before"
    return Bounded(side, str(known.precision), known.earliest.iso(), known.latest.iso())


@lru_cache(maxsize=65536)
def sure(edtf: str) -> Days | None:
    """From the last day on which the span may have begun to the first on which it may have ended; None when
    no day of it is sure.

    >>> sure("1979-12-24/1989-02-15"), sure("1950/1973"), sure("198X")
    (('1979-12-24', '1989-02-15'), ('1950-12-31', '1973-01-01'), None)
    """
    start, _, end = edtf.partition("/")
    try:
        begun, ended = DateValue.parse(start).latest, DateValue.parse(end).earliest
    except ValueError:
        return None
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
