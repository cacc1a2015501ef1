"""An editors' sheet of many rows: how long it takes to write, to check and to apply."""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from tests.benchmarks.memory import forget
from tests.benchmarks.table import Row
from tests.made_up import many
from timeline.corrections.desk import Desk
from timeline.table import store

TITLE = "Sheets: made-up events, one row in a hundred edited"
SIZES = {10_000: "≤ 3 s wanted for check and apply", 100_000: "≤ 20 s wanted for check and apply"}
Made = TypeVar("Made")
EDITED = 100  # one row in so many gets another title and year


def rows() -> Iterator[Row]:
    """Seconds from the file to the answer, the timeline and the ledger read from the disk each time."""
    for size, wanted in SIZES.items():
        with TemporaryDirectory() as place:
            folder = Path(place)
            store.write(many(size), folder)
            forget()
            seconds, raw = _timed(lambda folder=folder: Desk(folder).sheet())
            yield Row(f"timeline sheet, {size:,} rows", seconds, "s", f"{len(raw) / 2**20:.1f} MiB")
            checked, _ = _timed(lambda folder=folder, raw=raw: Desk(folder).check(raw))
            yield Row(f"timeline check, {size:,} rows, untouched", checked, "s")
            sent = _edited(raw)
            checked, plan = _timed(lambda folder=folder, sent=sent: Desk(folder).check(sent))
            yield Row(f"timeline check, {size:,} rows", checked, "s", f"{plan.changes:,} changes")
            applied, _ = _timed(
                lambda folder=folder, sent=sent: Desk(folder).apply(sent, "Anna", "sheet.csv")
            )
            yield Row(f"timeline apply, {size:,} rows", applied, "s", f"{plan.changes:,} changes")
            yield Row(f"check and apply, {size:,} rows", checked + applied, "s", wanted)
            again, _ = _timed(lambda folder=folder, raw=raw: Desk(folder).check(raw))
            yield Row(f"timeline check, {size:,} rows, an old sheet", again, "s", "after those corrections")


def _timed(work: Callable[[], Made]) -> tuple[float, Made]:
    started = time.perf_counter()
    made = work()
    return time.perf_counter() - started, made


def _edited(raw: bytes) -> bytes:
    cells = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))
    title, year = cells[0].index("title"), cells[0].index("year")
    for row in cells[1::EDITED]:
        row[title] += ", corrected"
        row[year] = "1999"
    out = io.StringIO(newline="")
    csv.writer(out).writerows(cells)
    return out.getvalue().encode("utf-8-sig")
