"""The timeline of a handout: numbered marks over lines of years, as SVG that is legible on A4. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape
from itertools import pairwise
from typing import NamedTuple

WIDTH = 900  # units across the paper's 180 mm, so that one is 0.2 mm
TEXT = 16  # 9 points
RADIUS = 13
_APART = 2 * RADIUS + 3
_EDGE = 30
_MOST = 24  # marks on one line


class Numbered(NamedTuple):
    """An event on the line: what stands in its mark, and its day."""

    sign: str
    day: date


def strips(events: Sequence[Numbered], *, marked: bool = True) -> str:
    """Lines of at most 24 ``events`` (in order of date), one below the other; not ``marked``: the years alone."""
    ordered = sorted(events, key=lambda one: one.day)
    count = -(-len(ordered) // _MOST)
    edges = [-(-len(ordered) * number // count) for number in range(count + 1)] if count else []
    return "".join(_strip(ordered[start:end], marked) for start, end in pairwise(edges))


def _strip(events: Sequence[Numbered], marked: bool) -> str:
    begin, end = events[0].day.toordinal(), events[-1].day.toordinal()
    room = max(0, 730 - (end - begin)) / 2  # no line is shorter than two years
    first, last = begin - room, end + room

    def across(day: date) -> float:
        return _EDGE + (WIDTH - 2 * _EDGE) * (day.toordinal() - first) / (last - first)

    places = [across(one.day) for one in events]
    levels = _levels(places)
    axis = RADIUS + 6 + (max(levels) + 1) * _APART if marked else 60
    drawn = [f'<path class="axis" d="M0,{axis}H{WIDTH}"/>']
    for year in _years(first, last):
        x = across(date(year, 1, 1))
        drawn.append(f'<path class="axis" d="M{x:.1f},{axis - 5}v10"/>')
        drawn.append(f'<text x="{min(max(x, 20), WIDTH - 20):.1f}" y="{axis + 24}">{year}</text>')
    if marked:
        for x, level in zip(places, levels, strict=True):
            drawn.append(f'<path class="stem" d="M{x:.1f},{axis}V{axis - RADIUS - level * _APART}"/>')
        for one, x, level in zip(events, places, levels, strict=True):
            y = axis - RADIUS - 6 - level * _APART
            drawn.append(f'<circle cx="{x:.1f}" cy="{y}" r="{RADIUS}"/>')
            drawn.append(f'<text class="sign" x="{x:.1f}" y="{y + 5}">{escape(one.sign)}</text>')
    named = f"{events[0].day.year} to {events[-1].day.year}"
    return (
        f'<svg class="strip" role="img" aria-label="Timeline, {named}" viewBox="0 0 {WIDTH} {axis + 34}">'
        f"{''.join(drawn)}</svg>"
    )


def _levels(places: Sequence[float]) -> list[int]:
    """How high over the line each mark stands so that none lies on another.

    >>> _levels([10.0, 20.0, 50.0])
    [0, 1, 0]
    """
    ends: list[float] = []  # of the last mark on each level
    levels = []
    for place in places:
        level = next((number for number, end in enumerate(ends) if place - end >= _APART), len(ends))
        ends[level : level + 1] = [place]
        levels.append(level)
    return levels


def _years(first: float, last: float) -> range:
    """The years to name, at most twelve."""
    start, end = date.fromordinal(max(1, int(first))).year + 1, date.fromordinal(int(last)).year
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 500, 1000) if (end - start) / step <= 12)
    return range(-(-start // step) * step, end + 1, step)
