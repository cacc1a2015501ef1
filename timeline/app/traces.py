"""The figure's traces: the marks and bars of each category, and one for the labels."""

from __future__ import annotations

from typing import Any, NamedTuple

from timeline.app.layout import FONT, FONT_SIZE
from timeline.app.marks import BAR, Mark, variant

_DAY_MS = 86_400_000


class Datum(NamedTuple):
    """What travels with each mark, as a list: ``title`` is escaped, days are ISO. ``sure``: the part of a span that
    is sure; ``told``: the days between which sources that differ date it. Both are lists of two days, or empty."""

    event_id: str
    importance: int
    title: str
    first: str
    last: str
    about: bool
    lane: int
    sure: list[str]
    told: list[str]


class Placed(NamedTuple):
    """An event on the axis."""

    datum: Datum
    precision: str
    hover: str
    middle: str
    days: int


def points(events: list[Placed], key: str, name: str, mark: Mark, ys: list[float]) -> dict[str, Any]:
    """Events of one category at a moment: a mark at the middle of what is known of it. ``ys``: of each lane."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "legendgroup": key,
        "meta": {"kind": "points", "category": key},
        "x": [one.middle for one in events],
        "y": [ys[one.datum.lane] for one in events],
        "customdata": [list(one.datum) for one in events],
        "hovertext": [one.hover for one in events],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": [mark.shape.symbol + variant(one.precision) for one in events],
            "size": mark.size,
            "color": mark.colour,
            "opacity": 1,
            "line": {"width": 1.6, "color": mark.colour},
        },
    }


def bars(events: list[Placed], key: str, name: str, mark: Mark, ys: list[float]) -> dict[str, Any]:
    """Events of one category that last."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "legendgroup": key,
        "showlegend": False,
        "meta": {"kind": "bars", "category": key},
        "base": [one.datum.first for one in events],
        "x": [one.days * _DAY_MS for one in events],
        "y": [ys[one.datum.lane] for one in events],
        "width": BAR,
        "customdata": [list(one.datum) for one in events],
        "hovertext": [one.hover for one in events],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "none",
        "marker": {"color": mark.colour, "cornerradius": 3, "line": {"width": 0}},
    }


def labels() -> dict[str, Any]:
    """The titles; which of them fit, and where, the browser finds out."""
    return {
        "type": "scatter", "mode": "text", "name": "labels", "meta": {"kind": "labels"}, "x": [], "y": [], "text": [],
        "textposition": "middle right", "textfont": {"family": FONT, "size": FONT_SIZE},
        "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip
