"""Reading dates, without the statistical model."""

from __future__ import annotations

import statistics
import time
from collections import Counter
from collections.abc import Iterator

from tests.benchmarks import corpus
from tests.benchmarks.memory import forget
from tests.benchmarks.table import Row
from timeline import topic
from timeline.dates import Timex, find_dates

TITLE = "Dates"
TIMES = 5


def rows() -> Iterator[Row]:
    """How fast ``find_dates`` is, and which of the two readers gave the values."""
    corpus.documents()
    find_dates("On 5 May 1955 they met. Two days later they signed.")  # loads dateparser's languages
    taken = []
    found: list[Timex] = []
    for _ in range(TIMES):
        forget()
        started = time.perf_counter()
        found = _read()
        taken.append(time.perf_counter() - started)
    rate = corpus.tokens() / statistics.median(taken)
    yield Row("find_dates, without the model", rate, "tokens/s", f"memos emptied, median of {TIMES}")
    readers = Counter(timex.reader for timex in found if timex.value is not None)
    total = max(1, readers.total())
    for reader in ("dateparser", "rule"):
        share = 100 * readers[reader] / total
        yield Row(f"values read by {reader}", share, "%", f"{readers[reader]} of {readers.total()}")
    unsettled = sum(timex.value is None for timex in found)
    yield Row("expressions found, value not settled", unsettled, "dates", f"of {len(found)} found")


def _read() -> list[Timex]:
    """Every date of the documents, read as a build reads them."""
    days = topic.load().named_days
    return [
        timex
        for document in corpus.documents()
        for timex in find_dates(document.text, document.created or None, "auto", days, document.matter)
    ]
