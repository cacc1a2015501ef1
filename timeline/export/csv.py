"""The table of events as a CSV file, with the columns of ``events.csv``."""

from __future__ import annotations

import csv
import io

import pandas as pd

from timeline.corrections.guard import guarded
from timeline.table.schema import EVENTS


def events_csv(events: pd.DataFrame) -> bytes:
    """``events`` as UTF-8 with one header line. A cell that a spreadsheet would run as a formula has an apostrophe in
    front, as in the editors' sheet; all others are as they stand."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(EVENTS)
    for row in events[list(EVENTS)].itertuples(index=False):
        writer.writerow([guarded(cell, is_text=False) if isinstance(cell, str) else cell for cell in row])
    return out.getvalue().encode("utf-8", "surrogatepass")
