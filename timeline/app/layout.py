"""The figure's layout: axes, margins, the eras' bands, and in ``meta`` what the browser places marks by."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import Any

from timeline.app.lanes import Lanes
from timeline.app.marks import BAND, BAND_ALPHA, BAR, SIZE, SMALL, TAIL, Mark, marks
from timeline.app.window import Window
from timeline.app.words import years
from timeline.topic import Era, Topic

FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif'
FONT_SIZE = 13


def layout(topic: Topic, lanes: Lanes, whole: Window, shown: Window) -> dict[str, Any]:
    """The layout of a figure with these ``lanes``, showing ``shown`` of ``whole``."""
    return {
        "meta": {
            "lanes": [{"name": lane.safe_name, "category": lane.mark and lane.key} for lane in lanes],
            "looks": {key: _look(mark) for key, mark in marks(topic).items()},
            "eras": [_era(era, bool(at % 2)) for at, era in enumerate(topic.eras)],
            "scale": "time",
            "size": SIZE,
            "small": SMALL,
            "bar": BAR,
            "tail": TAIL,
            "band": f"rgba({','.join(map(str, BAND))},{BAND_ALPHA})",
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
            "range": [1, 0],  # downwards; the browser makes it pixels
            "fixedrange": True,
            "visible": False,
            "automargin": False,
            "zeroline": False,
        },
        "shapes": [],
        "annotations": [],
    }


def _look(mark: Mark) -> dict[str, Any]:
    return {
        "path": mark.path,
        "radius": mark.size / 2,
        "reach": max(abs(x) for x, _ in mark.shape.outline),
        "colour": mark.colour,
    }


def _era(era: Era, tinted: bool) -> dict[str, Any]:
    """Every other era is tinted, so that neighbours can be told apart."""
    return {
        "name": escape(era.name, quote=False),
        "short": escape(era.short, quote=False),
        "title": escape(f"{era.name}, {years(era)}", quote=False),
        "start": era.start,
        "end": _next_day(era.end),
        "tinted": tinted,
    }


def _next_day(iso: str) -> str:
    """Where an era that ends on this day stops on the axis."""
    day = date.fromisoformat(iso)
    return (day + timedelta(days=1)).isoformat() if day < date.max else iso
