"""Build and plain model in one process after both are loaded; prints the medians as JSON, for the documents
alone and for the documents with the war histories."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from spacy.language import Language

from tests.benchmarks import corpus, plain
from tests.benchmarks.memory import forget
from timeline.documents import read
from timeline.events import pipeline

TIMES = 3
WARM_UP = (
    "On 5 May 1955 the Soviet Union and Afghanistan signed a treaty. Two days later they met in Kabul. "
    "In June 1956 the Soviet Union had signed another with Afghanistan.\n"
)


def main() -> None:
    """Both in turns, on the same text."""
    nlp = plain.load()
    nlp(WARM_UP)
    load_all()
    with TemporaryDirectory() as wars:
        measured = {"documents": _measured(nlp, [corpus.folder()])}
        if corpus.write_wars(Path(wars)):
            measured["documents and WikiWars"] = _measured(nlp, [corpus.folder(), Path(wars)])
    print(json.dumps({"times": TIMES, "measured": measured}))


def load_all() -> None:
    """Load what a build loads when it is first needed: the model, the topic, the tables of
    dateparser and of lemminflect."""
    with TemporaryDirectory() as place:
        (Path(place) / "made-up.txt").write_text(WARM_UP, encoding="utf-8")
        pipeline.build([place])


def _measured(nlp: Language, paths: list[Path]) -> dict[str, float]:
    """Median seconds of the build and of the plain model over ``paths``, and how many tokens their text has."""
    texts = [document.text for document in read(paths) if not document.skipped]
    taken: dict[str, list[float]] = {"build": [], "plain": []}
    for _ in range(TIMES):
        forget()
        taken["build"].append(_seconds(lambda: pipeline.build(paths)))
        taken["plain"].append(_seconds(lambda: plain.tag(nlp, texts)))
    return {
        "tokens": sum(len(nlp.tokenizer(text)) for text in texts),
        **{name: statistics.median(times) for name, times in taken.items()},
    }


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
