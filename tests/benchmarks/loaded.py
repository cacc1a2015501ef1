"""Build and plain model in one process after both are loaded; prints the medians as JSON."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import corpus, plain
from tests.benchmarks.memory import forget
from timeline.events import pipeline

TIMES = 3
WARM_UP = (
    "On 5 May 1955 the Soviet Union and Afghanistan signed a treaty. Two days later they met in Kabul.\n"
)


def main() -> None:
    """Both in turns, on the same text."""
    nlp = plain.load()
    nlp(WARM_UP)
    with TemporaryDirectory() as place:
        (Path(place) / "made-up.txt").write_text(WARM_UP, encoding="utf-8")
        pipeline.build([place])  # loads the model, the topic, dateparser's languages
    taken: dict[str, list[float]] = {"build": [], "plain": []}
    for _ in range(TIMES):
        forget()
        taken["build"].append(_seconds(lambda: pipeline.build([corpus.folder()])))
        taken["plain"].append(_seconds(lambda: plain.tag(nlp)))
    medians = {name: statistics.median(times) for name, times in taken.items()}
    print(json.dumps({**medians, "tokens": corpus.tokens(), "times": TIMES}))


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
