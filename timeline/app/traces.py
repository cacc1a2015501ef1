"""The figure's traces: marks, bars, lines over periods, labels, and the ring around the chosen event."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from timeline.app.layout import FONT, FONT_SIZE
from timeline.app.marks import BAR, Mark, variant

_DAY_MS = 86_400_000


class Datum(NamedTuple):
    """What travels with each mark, as a list: ``title`` is escaped, ``first`` and ``last`` are ISO days."""

    event_id: str
    importance: int
    title: str
    first: str
    last: str
    about: bool


class Placed(NamedTuple):
    """An event on the axis."""

    datum: Datum
    precision: str
    hover: str
    middle: str
    start: date
    days: int


def points(events: list[Placed], lane: int, name: str, mark: Mark, y: float) -> dict[str, Any]:
    """Events at a moment: a mark at the middle of what is known of it."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "meta": {"kind": "points", "lane": lane},
        "x": [one.middle for one in events],
        "y": [y] * len(events),
        "customdata": [list(one.datum) for one in events],
        "hovertext": [one.hover for one in events],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": [mark.shape.symbol + variant(one.precision) for one in events],
            "size": [mark.size] * len(events),
            "color": mark.colour,
            "opacity": 1,
            "line": {"width": 1.6, "color": mark.colour},
        },
    }


def bars(events: list[Placed], lane: int, name: str, mark: Mark, y: float) -> dict[str, Any]:
    """Events that last."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "showlegend": False,
        "meta": {"kind": "bars", "lane": lane},
        "base": [one.start.isoformat() for one in events],
        "x": [one.days * _DAY_MS for one in events],
        "y": [y] * len(events),
        "width": [BAR] * len(events),
        "customdata": [list(one.datum) for one in events],
        "hovertext": [one.hover for one in events],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "none",
        "marker": {
            "color": mark.colour,
            "cornerradius": 3,
            "line": {"width": [0] * len(events), "color": mark.colour},
        },
    }


def periods() -> dict[str, Any]:
    """Thin lines over the period in which a mark's event lies, where they are wide enough to be seen."""
    return {
        "type": "scatter", "mode": "lines", "name": "periods", "meta": {"kind": "periods"}, "x": [], "y": [],
        "hoverinfo": "skip", "showlegend": False, "line": {"width": 1.5, "color": "rgba(128,128,128,.7)"},
    }  # fmt: skip


def labels(labels: list[tuple[str, float, str]]) -> dict[str, Any]:
    """The titles; which of them fit, and where, the browser finds out."""
    return {
        "type": "scatter", "mode": "text", "name": "labels", "meta": {"kind": "labels"},
        "x": [x for x, _, _ in labels], "y": [y for _, y, _ in labels],
        "text": [text for _, _, text in labels],
        "textposition": "middle right", "textfont": {"family": FONT, "size": FONT_SIZE},
        "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip


def ring() -> dict[str, Any]:
    """Around the event whose card is open."""
    return {
        "type": "scatter", "mode": "markers", "name": "chosen", "meta": {"kind": "ring"}, "x": [], "y": [],
        "hoverinfo": "skip", "showlegend": False,
        "marker": {"symbol": "circle-open", "size": 22, "line": {"width": 2.2}},
    }  # fmt: skip
