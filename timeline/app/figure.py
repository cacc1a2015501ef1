"""Event frame → figure: a plain dict that Plotly draws, pure and without a pixel in it.

The figure is whole: every event stands in its category's lane, in a trace of its own kind. Where in the lane,
and which labels fit, only the browser can know: ``assets/placement.js`` takes this dict and gives it back
with ``y``, sizes and the trace ``labels`` filled. It finds what it needs in ``customdata`` (a ``Datum``) and
in ``layout.meta``.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from html import escape
from textwrap import wrap
from typing import Any

import pandas as pd

from timeline.app.layout import HEIGHT, layout
from timeline.app.marks import marks
from timeline.app.traces import Datum, Placed, bars, labels, periods, points, ring
from timeline.app.window import SPANS, Window, day_of
from timeline.app.words import date_words
from timeline.topic import Topic

Figure = dict[str, Any]


def lanes(events: pd.DataFrame, topic: Topic) -> list[str]:
    """The categories that occur in ``events``, in the topic's order: each is a lane."""
    found = set(events["category"])
    return [category.key for category in topic.categories if category.key in found]


def draw(events: pd.DataFrame, topic: Topic, lane_keys: list[str], whole: Window, shown: Window) -> Figure:
    """The figure of ``events`` over the lanes ``lane_keys``, showing ``shown`` of ``whole``."""
    looks = marks(topic)
    names = {category.key: category.name for category in topic.categories}
    traces: list[dict[str, Any]] = []
    titles: list[tuple[str, float, str]] = []
    for lane, key in enumerate(lane_keys):
        y = HEIGHT * (lane + 0.5) / len(lane_keys)
        of_lane = list(_data(events[events["category"] == key], whole))
        at_once = [one for one in of_lane if one.precision not in SPANS]
        lasting = [one for one in of_lane if one.precision in SPANS]
        traces.append(points(at_once, lane, names[key], looks[key], y))
        traces.append(bars(lasting, lane, names[key], looks[key], y))
        titles += [(one.middle, y, one.datum.title) for one in of_lane]
    return {
        "data": [periods(), *traces, labels(titles), ring()],
        "layout": layout(topic, [(names[key], looks[key]) for key in lane_keys], whole, shown),
    }


def _data(events: pd.DataFrame, whole: Window) -> Iterator[Placed]:
    columns = ["event_id", "edtf", "earliest", "latest", "precision", "title", "importance"]
    cells = zip(*(events[column].tolist() for column in columns), strict=True)
    for event_id, edtf, earliest, latest, precision, title, importance in cells:
        if not (earliest or latest):
            continue  # without a year: in the list only
        first = day_of(earliest) if earliest else whole.first
        last = day_of(latest) if latest else whole.last
        if first is None or last is None:
            continue  # before the calendar's first year
        last = max(first, min(last, whole.last))
        title = " ".join(title.split())
        words, about = date_words(edtf)
        safe = escape(title, quote=False)
        yield Placed(
            datum=Datum(event_id, int(importance), safe, first.isoformat(), last.isoformat(), about),
            precision=precision,
            hover=_hover(title, words),
            middle=(first + (last - first) / 2).isoformat(),
            start=first,
            days=(last - first).days + 1,
        )


@lru_cache(maxsize=8192)
def _hover(title: str, words: str) -> str:
    """Plotly's own small HTML: wrapped first and escaped after, so that no entity is broken."""
    lines = wrap(title, 48, max_lines=4, placeholder=" …", break_on_hyphens=False)
    safe = "<br>".join(escape(line, quote=False) for line in lines)
    return f"<b>{safe}</b><br>{escape(words, quote=False)}"
