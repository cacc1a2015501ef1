"""The build of the documents against the plain English model over the same text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import corpus, fresh
from tests.benchmarks.fresh import Cost
from tests.benchmarks.table import Row

TITLE = "Build"
TIMES = 3  # each is run so often, in turns; the median is printed


def rows() -> Iterator[Row]:
    """With start-up in a fresh process each, then without it in one process."""
    costs: dict[str, list[Cost]] = {"cold": [], "warm": [], "plain": []}
    for _ in range(TIMES):
        with TemporaryDirectory() as data:
            for name in ("cold", "warm"):
                costs[name].append(_build(Path(data)))
        costs["plain"].append(fresh.run("-m", "tests.benchmarks.plain"))
    cold, warm, plain = (fresh.median(cost) for cost in costs.values())
    note = f"fresh process, median of {TIMES}"
    for name, cost in (
        ("timeline build, cold (empty data folder)", cold),
        ("timeline build, warm (nothing changed)", warm),
        ("plain model, nlp.pipe over the same text", plain),
    ):
        yield Row(f"{name}: time", cost.seconds, "s", note)
        yield Row(f"{name}: peak memory", cost.mebibytes, "MiB", note)
    yield Row("cold build against plain model: time", cold.seconds / plain.seconds, "×")
    yield Row("cold build against plain model: peak memory", cold.mebibytes / plain.mebibytes, "×")
    yield from _loaded()


def _build(data: Path) -> Cost:
    return fresh.run("-m", "timeline", "build", str(corpus.folder()), "--data", str(data))


def _loaded() -> Iterator[Row]:
    seen = json.loads(fresh.run("-m", "tests.benchmarks.loaded").printed.splitlines()[-1])
    for what, cost in seen["measured"].items():
        note = f"all loaded, cache off, median of {seen['times']}; {what}"
        yield Row("timeline build, without start-up", cost["tokens"] / cost["build"], "tokens/s", note)
        yield Row("plain model, without start-up", cost["tokens"] / cost["plain"], "tokens/s", note)
        against = "build against plain model, without start-up"
        yield Row(against, cost["plain"] / cost["build"], "× as fast", what)
