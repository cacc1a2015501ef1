"""The stretch of time in sight: the whole timeline, the eras chosen, or what the address zooms to."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import pandas as pd

from timeline.app.address import View
from timeline.table import Timeline
from timeline.topic import LAST_DAY, Topic

SPANS = frozenset({"range", "decade", "century"})  # drawn as bars, the rest as marks
_EDGE = 0.025  # of the stretch, left free at either side so that no mark is cut


class Window(NamedTuple):
    """First and last day in sight."""

    first: date
    last: date

    def widened(self, share: float = _EDGE) -> Window:
        """With some room at both sides."""
        room = max(timedelta(days=20), (self.last - self.first) * share)
        return Window(
            self.first - min(room, self.first - date.min), self.last + min(room, date.max - self.last)
        )


def span(timeline: Timeline) -> Window:
    """From the first event to the last; the current year when there is none on the axis."""
    today = date.today()
    return span_of(timeline.events, Window(date(today.year, 1, 1), date(today.year, 12, 31)))


def span_of(events: pd.DataFrame, otherwise: Window) -> Window:
    """From the first of ``events`` to the last, or ``otherwise``."""
    # "the 2020s" begins in 2020; that it reaches to 2029 nobody has said.
    told = ~events["precision"].isin(["decade", "century"]) & (events["latest"] != LAST_DAY)
    days = [day for day in map(day_of, [*events["earliest"], *events.loc[told, "latest"]]) if day]
    return Window(min(days), max(days)) if days else otherwise


def whole(timeline: Timeline) -> Window:
    """The span with room at both ends, as far as the axis goes: never further than the year after the last event."""
    told = span(timeline)
    first, last = told.widened()
    return Window(first, min(last, _end_of_year(told.last.year + 1)))


def in_sight(view: View, events: pd.DataFrame, everything: Window, topic: Topic) -> Window:
    """What the address zooms to, else the eras (with their ``events``) and years it selects, else all."""
    if view.zoom:
        first, last = (date.fromisoformat(day) for day in view.zoom)
        shown = Window(max(first, everything.first), min(last, everything.last))
        return shown if shown.first < shown.last else everything
    first, last = everything
    chosen = view.selection
    if eras := [era for era in topic.eras if era.key in chosen.eras]:
        first = max(first, min(date.fromisoformat(era.start) for era in eras))
        last = min(last, max(date.fromisoformat(era.end) for era in eras))
        # "1979" belongs to two eras, and its mark stands in the middle of the year.
        middles = _middles(events)
        first, last = min([first, *middles]), max([last, *middles])
        if any(era.end == LAST_DAY for era in eras):  # it goes on, but nothing is known of the years to come
            last = min(last, _end_of_year(span_of(events, everything).last.year))
    if chosen.first_year:
        first = max(first, date(chosen.first_year, 1, 1))
    if chosen.last_year:
        last = min(last, date(chosen.last_year, 12, 31))
    if first >= last or (first, last) == everything:
        return everything
    return Window(first, last).widened(0.015)


def _end_of_year(year: int) -> date:
    return date(min(year, date.max.year), 12, 31)


def _middles(events: pd.DataFrame) -> list[date]:
    """Where the marks of events at a moment stand."""
    at_once = events[~events["precision"].isin(SPANS)]
    ends = zip(map(day_of, at_once["earliest"]), map(day_of, at_once["latest"]), strict=True)
    return [first + (last - first) / 2 for first, last in ends if first and last]


def day_of(iso: str) -> date | None:
    """The day, or None for '' and for days no calendar of ours can draw (before the year 1)."""
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
