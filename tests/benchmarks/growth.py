"""How the reading of dates grows with the text, and what hostile text costs."""

from __future__ import annotations

import time
from collections.abc import Iterator

from tests.benchmarks import corpus, fresh
from tests.benchmarks.memory import forget
from tests.benchmarks.table import Row
from timeline.dates import find_dates

TITLE = "Dates: growth and hostile text"
SIZES = (10_000, 100_000, 1_000_000, 10_000_000)  # characters
HOSTILE = {
    "'May ' × 16,000": "'May ' * 16_000",
    "'(' × 100,000": "'(' * 100_000",
    "'1/1/' × 50,000": "'1/1/' * 50_000",
    "a line of 1 MB without a space": "'x1' * 500_000",
}


def rows() -> Iterator[Row]:
    """Seconds for 10 kB to 10 MB of prose, and seconds and memory for each hostile text."""
    prose = "\n\n".join(document.text for document in corpus.documents())
    find_dates(prose[:1000])
    for size in SIZES:
        text = (prose * (size // len(prose) + 1))[:size]
        forget()
        started = time.perf_counter()
        find_dates(text)
        taken = time.perf_counter() - started
        yield Row(f"find_dates, {size // 1000:,} kB", taken, "s", f"{1e6 * taken / size:.2f} s per MB")
    for name, text in HOSTILE.items():
        code = f"from timeline.dates import find_dates; find_dates({text})"
        done = fresh.run("-c", code)
        yield Row(f"find_dates, {name}", done.seconds, "s", f"{done.mebibytes:.0f} MiB, start-up included")
