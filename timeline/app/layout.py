"""The figure's layout: axes, margins, the eras' bands, and in ``meta`` what the browser places marks by."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import Any

from timeline.app.marks import BAND, BAND_ALPHA, BAR, SIZE, SMALL, Mark
from timeline.app.window import Window
from timeline.topic import Era, Topic

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
FONT_SIZE = 13
HEIGHT = 600  # of the drawing before the browser has measured its own; the y axis counts pixels, downwards


def layout(topic: Topic, lanes: list[tuple[str, Mark]], whole: Window, shown: Window) -> dict[str, Any]:
    """The layout of a figure with these ``lanes`` (name, mark), showing ``shown`` of ``whole``."""
    return {
        "meta": {
            "lanes": [_lane(name, mark) for name, mark in lanes],
            "eras": [_era(era) for era in topic.eras],
            "size": SIZE,
            "small": SMALL,
            "bar": BAR,
        },
        "font": {"family": FONT, "size": FONT_SIZE},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 0, "r": 0, "t": 0, "b": 30, "autoexpand": False},
        "showlegend": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "hoverdistance": 8,
        "hoverlabel": {"align": "left", "font": {"family": FONT, "size": FONT_SIZE}},
        "dragmode": "pan",
        "clickmode": "event",
        "xaxis": {
            "type": "date",
            "range": [shown.first.isoformat(), shown.last.isoformat()],
            "minallowed": whole.first.isoformat(),
            "maxallowed": whole.last.isoformat(),
            "automargin": False,
            "showline": False,
            "zeroline": False,
            "ticks": "outside",
            "ticklen": 5,
        },
        "yaxis": {
            "range": [HEIGHT, 0],
            "fixedrange": True,
            "visible": False,
            "automargin": False,
            "zeroline": False,
        },
        "shapes": [_band(era) for era in topic.eras[1::2]],
        "annotations": [],
    }


def _lane(name: str, mark: Mark) -> dict[str, Any]:
    return {
        "name": escape(name, quote=False),
        "path": mark.path,
        "radius": mark.size / 2,
        "reach": max(abs(x) for x, _ in mark.shape.outline),
        "colour": mark.colour,
    }


def _era(era: Era) -> dict[str, str]:
    return {
        "name": escape(era.name, quote=False),
        "short": escape(era.short, quote=False),
        "start": era.start,
        "end": era.end,
    }


def _band(era: Era) -> dict[str, Any]:
    """Every other era is tinted, so that neighbours can be told apart."""
    return {
        "type": "rect",
        "name": "era",
        "xref": "x",
        "x0": era.start,
        "x1": _next_day(era.end),
        "yref": "paper",
        "y0": 0,
        "y1": 1,
        "layer": "below",
        "line": {"width": 0},
        "fillcolor": f"rgba({','.join(map(str, BAND))},{BAND_ALPHA})",
    }


def _next_day(iso: str) -> str:
    """Where an era that ends on this day stops on the axis."""
    day = date.fromisoformat(iso)
    return (day + timedelta(days=1)).isoformat() if day < date.max else iso
