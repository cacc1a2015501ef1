"""The figure's traces: the marks and bars of each category, and one for the labels."""

from __future__ import annotations

from typing import Any, NamedTuple

from timeline.app.layout import FONT, FONT_SIZE
from timeline.app.marks import BAR, Mark

_DAY_MS = 86_400_000


class Datum(NamedTuple):
    """What travels with each mark, as a list. ``title`` and ``words`` (the date's) are escaped, days are ISO;
    ``last`` is '' when it is ``first``. ``sure``: the part of a span that is sure; ``told``: the days between which
    sources that differ date it; both are lists of two days, or empty.
    ``open``: "before" or "since" where only that end is known, which these days are; else ''."""

    event_id: str
    importance: int
    title: str
    words: str
    first: str
    last: str
    about: bool
    lane: int
    sure: list[str]
    told: list[str]
    open: str


class Placed(NamedTuple):
    """An event on the axis: what it carries, its category, the symbol of its mark ('' for a bar), the middle of what
    is known of its date (ISO), and how many days that is."""

    datum: list[Any]
    category: str
    symbol: str
    middle: str
    days: int


def points(events: list[Placed], key: str, name: str, mark: Mark) -> dict[str, Any]:
    """Events of one category at a moment: a mark at the middle of what is known of it."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "legendgroup": key,
        "meta": {"kind": "points", "category": key},
        "x": [one.middle for one in events],
        "customdata": [one.datum for one in events],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": [one.symbol for one in events],
            "size": mark.size,
            "color": mark.colour,
            "opacity": 1,
            "line": {"width": 1.6, "color": mark.colour},
        },
    }


def bars(events: list[Placed], key: str, name: str, mark: Mark) -> dict[str, Any]:
    """Events of one category that last."""
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "legendgroup": key,
        "showlegend": False,
        "meta": {"kind": "bars", "category": key},
        "base": [one.datum[_FIRST] for one in events],
        "x": [one.days * _DAY_MS for one in events],
        "width": BAR,
        "customdata": [one.datum for one in events],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "textposition": "none",
        "marker": {"color": mark.colour, "cornerradius": 3, "line": {"width": 0}},
    }


_FIRST = Datum._fields.index("first")


def labels() -> dict[str, Any]:
    """The titles; which of them fit, and where, the browser finds out."""
    return {
        "type": "scatter", "mode": "text", "name": "labels", "meta": {"kind": "labels"}, "x": [], "y": [], "text": [],
        "textposition": "middle right", "textfont": {"family": FONT, "size": FONT_SIZE},
        "hoverinfo": "skip", "showlegend": False,
    }  # fmt: skip
