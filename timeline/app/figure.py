"""Event frame → figure: a plain dict that Plotly draws, pure and without a pixel in it.

The figure is whole: every event stands in its lane, in a trace of its category and kind. Where in the lane, which
labels fit and which marks crowd, only the browser can know: ``assets/draw/place.js`` takes this dict and gives
it back with what is in sight placed and the trace ``labels`` filled. It finds what it needs in ``customdata`` (a
``Datum``) and in ``layout.meta``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from html import escape
from textwrap import wrap
from typing import Any

import pandas as pd

from timeline.app.lanes import Lanes
from timeline.app.layout import HEIGHT, layout
from timeline.app.marks import marks
from timeline.app.overview import per_year
from timeline.app.spans import Days, sure
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
    told: Mapping[str, Days] | None = None,
) -> Figure:
    """The figure of ``events`` in ``lanes``, showing ``shown`` of ``whole``; ``told``: see :func:`disputed`."""
    looks = marks(topic)
    ys = [HEIGHT * (lane + 0.5) / len(lanes) for lane in range(len(lanes))]
    traces: list[dict[str, Any]] = []
    placed: dict[str, list[Placed]] = {category.key: [] for category in topic.categories}
    for key, one in _placed(events, lanes, whole, told or {}):
        if key in placed:
            placed[key].append(one)
    for category in topic.categories:
        look, name = looks[category.key], escape(category.name, quote=False)
        at_once = [one for one in placed[category.key] if one.precision not in SPANS]
        lasting = [one for one in placed[category.key] if one.precision in SPANS]
        if at_once or lasting:
            traces.append(points(at_once, category.key, name, look, ys))
            traces.append(bars(lasting, category.key, name, look, ys))
    made = layout(topic, lanes, whole, shown)
    made["meta"]["overview"] = per_year(events, whole)
    return {"data": [*traces, labels()], "layout": made}


def _placed(
    events: pd.DataFrame, lanes: Lanes, whole: Window, told: Mapping[str, Days]
) -> Iterator[tuple[str, Placed]]:
    """Category and place of every event that the axis can show."""
    columns = ["event_id", "edtf", "earliest", "latest", "precision", "title", "importance", "category"]
    cells = zip(*(events[column].tolist() for column in columns), lanes.places(events), strict=True)
    for event_id, edtf, earliest, latest, precision, title, importance, category, lane in cells:
        if lane < 0 or not (earliest or latest):
            continue  # without a year: in the list only
        first = day_of(earliest) if earliest else whole.first
        last = day_of(latest) if latest else whole.last
        if first is None or last is None:
            continue  # before the calendar's first year
        last = max(first, min(last, whole.last))
        title = " ".join(title.split())
        words, about = date_words(edtf)
        yield (
            category,
            Placed(
                datum=Datum(
                    event_id=event_id,
                    importance=int(importance),
                    title=escape(title, quote=False),
                    first=first.isoformat(),
                    last=last.isoformat(),
                    about=about,
                    lane=lane,
                    sure=list(sure(edtf) or ()) if precision in SPANS else [],
                    told=list(told.get(event_id, ())),
                ),
                precision=precision,
                hover=_hover(title, words),
                middle=(first + (last - first) / 2).isoformat(),
                days=(last - first).days + 1,
            ),
        )


@lru_cache(maxsize=8192)
def _hover(title: str, words: str) -> str:
    """Plotly's own small HTML: wrapped first and escaped after, so that no entity is broken."""
    lines = wrap(title, 48, max_lines=4, placeholder=" …", break_on_hyphens=False)
    safe = "<br>".join(escape(line, quote=False) for line in lines)
    return f"<b>{safe}</b><br>{escape(words, quote=False)}"
