"""How a whole build grows with the text: time and peak memory from 50 kB on, on copies of the documents."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import copies, fresh
from tests.benchmarks.table import Row

TITLE = "Build: growth"
SIZES = (50_000, 500_000, 5_000_000, 50_000_000)  # bytes; the last takes about ten minutes
MEGABYTES = 5.0  # the largest size that is measured unless asked for more


def rows(megabytes: float = MEGABYTES) -> Iterator[Row]:
    """A build with its tables written, each size up to ``megabytes`` in a fresh process of its own."""
    for size in SIZES:
        if size > megabytes * 1_000_000:
            continue
        with TemporaryDirectory() as folder:
            exact = copies.write(Path(folder), size)
            cost = fresh.run("-m", "tests.benchmarks.scaled", folder)
        found = json.loads(cost.printed.splitlines()[-1])
        seconds = found["build"] + found["write"]
        note = f"{found['documents']:,} files, {found['mentions'] + found['hidden']:,} mentions, cache off"
        name = f"timeline build, {size // 1000:,} kB, without start-up"
        yield Row(f"{name}: time", seconds, "s", f"{1e6 * seconds / exact:.2f} s per MB; {note}")
        yield Row(f"{name}: peak memory", cost.mebibytes, "MiB")
