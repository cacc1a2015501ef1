"""Event frame → figure: a plain dict that Plotly draws, pure and without a pixel in it.

The figure is whole: every event stands in its lane, in a trace of its category and kind. Where in the lane, which
labels fit and which marks crowd, only the browser can know: ``assets/draw/place.js`` takes this dict and gives
it back with what is in sight placed and the trace ``labels`` filled. It finds what it needs in ``customdata`` (a
``Datum``) and in ``layout.meta``.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

import pandas as pd

from timeline.app.lanes import Lanes
from timeline.app.layout import layout
from timeline.app.marks import marks, variant
from timeline.app.overview import per_year
from timeline.app.spans import Days, bounded, sure
from timeline.app.traces import Datum, Placed, bars, labels, points
from timeline.app.window import SPANS, Window, day_of
from timeline.app.words import date_words
from timeline.topic import Topic

Figure = dict[str, Any]


def draw(
    events: pd.DataFrame,
    topic: Topic,
    lanes: Lanes,
    whole: Window,
    shown: Window,
    known: Mapping[str, Placed] | None = None,
) -> Figure:
    """The figure of ``events`` in ``lanes``, showing ``shown`` of ``whole``; ``known``: what :func:`place` says of them."""
    looks = marks(topic)
    known = place(events, topic, lanes, whole) if known is None else known
    at_once: dict[str, list[Placed]] = {category.key: [] for category in topic.categories}
    lasting: dict[str, list[Placed]] = {category.key: [] for category in topic.categories}
    for event_id in events["event_id"].tolist():
        if one := known.get(event_id):
            (at_once if one.symbol else lasting)[one.category].append(one)
    traces: list[dict[str, Any]] = []
    for category in topic.categories:
        key, look, name = category.key, looks[category.key], escape(category.name, quote=False)
        if at_once[key] or lasting[key]:
            traces.append(points(at_once[key], key, name, look))
            traces.append(bars(lasting[key], key, name, look))
    made = layout(topic, lanes, whole, shown)
    made["meta"]["overview"] = per_year(events, whole)
    return {"data": [*traces, labels()], "layout": made}


def place(
    events: pd.DataFrame, topic: Topic, lanes: Lanes, whole: Window, told: Mapping[str, Days] | None = None
) -> dict[str, Placed]:
    """Event id → where it stands, for every event that the axis can show; ``told``: see :func:`disputed`."""
    looks, told = marks(topic), told or {}
    columns = ["event_id", "edtf", "earliest", "latest", "precision", "title", "importance", "category"]
    cells = zip(*(events[column].tolist() for column in columns), lanes.places(events), strict=True)
    placed = {}
    for event_id, edtf, earliest, latest, precision, title, importance, category, lane in cells:
        if lane < 0 or category not in looks or not (earliest or latest):
            continue  # without a year: in the list only
        one_end = bounded(edtf)
        if one_end:
            precision, earliest, latest = one_end.precision, one_end.first, one_end.last
        first = day_of(earliest) if earliest else whole.first
        last = day_of(latest) if latest else whole.last
        if first is None or last is None:
            continue  # before the calendar's first year
        last = max(first, min(last, whole.last))
        words, about = date_words(edtf)
        lasts = precision in SPANS and not one_end
        datum = Datum(
            event_id=event_id,
            importance=int(importance),
            title=escape(" ".join(title.split()), quote=False),
            words=escape(words, quote=False),
            first=first.isoformat(),
            last=last.isoformat() if last > first else "",
            about=about,
            lane=lane,
            sure=list(sure(edtf) or ()) if lasts else [],
            told=list(told.get(event_id, ())),
            open=one_end.open if one_end else "",
        )
        placed[event_id] = Placed(
            datum=list(datum),
            category=category,
            symbol="" if lasts else looks[category].shape.symbol + variant(precision),
            middle=(first + (last - first) / 2).isoformat(),
            days=(last - first).days + 1,
        )
    return placed
