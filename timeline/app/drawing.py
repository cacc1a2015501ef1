"""From a view to its figure, with what is the same for every view of a timeline worked out once."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import pandas as pd

from timeline.app.address import View
from timeline.app.figure import draw, place
from timeline.app.lanes import Lanes, lanes
from timeline.app.overview import per_year
from timeline.app.spans import Days, disputed
from timeline.app.traces import Placed
from timeline.app.window import Window, in_sight, whole
from timeline.table import Timeline
from timeline.topic import Topic


class _Known(NamedTuple):
    timeline: Timeline
    everything: Window
    told: dict[str, Days]
    lanes: dict[str, tuple[Lanes, dict[str, Placed]]]
    years: list[int]  # how many events each has


class Drawing:
    """Calling it gives the figure of ``events``, which ``view`` selects in ``timeline``."""

    def __init__(self, topic: Topic) -> None:
        self._topic = topic
        self._known: _Known | None = None

    def __call__(self, timeline: Timeline, view: View, events: pd.DataFrame) -> dict[str, Any]:
        known = self._known
        if known is None or known.timeline is not timeline:
            everything = whole(timeline)
            years = per_year(timeline.events, everything)["counts"]
            known = self._known = _Known(timeline, everything, disputed(timeline), {}, years)
        if view.lanes not in known.lanes:
            titles = dict(zip(timeline.documents["document"], timeline.documents["title"], strict=True))
            made_lanes = lanes(timeline.events, self._topic, view.lanes, titles)
            placed = place(timeline.events, self._topic, made_lanes, known.everything, known.told)
            known.lanes[view.lanes] = made_lanes, placed
        own_lanes, placed = known.lanes[view.lanes]
        shown = in_sight(view, events, known.everything, self._topic)
        made = draw(events, self._topic, own_lanes, known.everything, shown, placed)
        made["layout"]["meta"]["scale"] = view.scale or "time"
        made["layout"]["meta"]["overview"]["all"] = known.years
        own = in_sight(replace(view, zoom=None), events, known.everything, self._topic)
        made["layout"]["meta"]["own"] = [day.isoformat() for day in own]
        return made
