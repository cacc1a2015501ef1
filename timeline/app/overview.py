"""The overview beneath the chart: how many events each year has, over the whole timeline. Pure."""

from __future__ import annotations

from typing import Any

import pandas as pd

from timeline.app.window import Window


def per_year(events: pd.DataFrame, whole: Window) -> dict[str, Any]:
    """The first year and the number of events that begin in it and in each that follows."""
    counts = [0] * (whole.last.year - whole.first.year + 1)
    for first, last in zip(events["earliest"].tolist(), events["latest"].tolist(), strict=True):
        year = (first or last)[:4]
        if year.isdigit() and 0 <= (at := int(year) - whole.first.year) < len(counts):
            counts[at] += 1
    return {"first": whole.first.year, "counts": counts}
