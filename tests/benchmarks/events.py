"""Events against hand-made gold: the real documents, the passages worked on, those held out.

Scored by the scorer beside the real documents' gold; and how much a confidence means, in three bands.
"""

from __future__ import annotations

import csv
import json
import math
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks import corpus
from tests.benchmarks.table import Row
from timeline import build
from timeline.table import schema, store

TITLE = "Events against gold"
SCORER = corpus.REAL.parent / "gold" / "score_events.py"
PASSAGES = corpus.ROOT / "tests" / "passages"
SETS = {
    "real documents": (corpus.REAL, corpus.REAL.parent / "gold" / "seeds"),
    "passages worked on": (PASSAGES / "dev" / "docs", PASSAGES / "dev" / "gold"),
    "passages held out": (PASSAGES / "heldout" / "docs", PASSAGES / "heldout" / "gold"),
    "passages held out anew": (PASSAGES / "anew" / "docs", PASSAGES / "anew" / "gold"),
}
BANDS = ((0.0, 0.6), (0.6, 0.85), (0.85, 1.01))


def rows() -> Iterator[Row]:
    """Recall, precision and dates of each set, then the share that is right in each band of confidence."""
    if not SCORER.exists():
        raise FileNotFoundError(f"the scorer is not at {SCORER}")
    judged: dict[str, list[tuple[float, bool]]] = {}
    for name, (documents, gold) in SETS.items():
        with TemporaryDirectory() as folder:
            timeline = build([documents])
            store.write(timeline, Path(folder))
            said = _score(Path(folder) / "mentions.csv", documents, gold)
        yield from _scores(name, said)
        judged[name] = list(_judged(timeline, gold))
    for name, of_set in {
        **judged,
        "all": [pair for pairs in judged.values() for pair in pairs],
    }.items():
        yield from _bands(name, of_set)


def _score(mentions: Path, documents: Path, gold: Path) -> dict[str, object]:
    with TemporaryDirectory() as folder:
        out = Path(folder) / "scores.json"
        command = [sys.executable, SCORER, mentions, "--gold", gold, "--docs", documents, "--json", out]
        subprocess.run(command, check=True, capture_output=True)
        return dict(json.loads(out.read_text()))


def _scores(name: str, said: dict[str, object]) -> Iterator[Row]:
    of_three, wrongly = said["recall_importance"], said["wrongly_turned_hard"]
    assert isinstance(of_three, dict)
    found = f"{said['found']} of {said['required']}"
    yield Row(f"{name}: recall", _percent(said["recall"]), "%", found)
    yield Row(f"{name}: recall of importance 3", _percent(of_three["3"]), "%")
    yield Row(f"{name}: precision, strict", _percent(said["precision_strict"]), "%")
    yield Row(f"{name}: precision, lenient", _percent(said["precision_lenient"]), "%")
    yield Row(f"{name}: dates accepted", _percent(said["date_accepted"]), "%")
    yield Row(f"{name}: citations, page matter, durations shown", _percent(wrongly), "%")


def _percent(share: object) -> float:
    return 100 * float(str(share)) if share is not None else float("nan")


def _judged(timeline: schema.Timeline, gold: Path) -> Iterator[tuple[float, bool]]:
    """Confidence of every event, and whether its primary mention is one of the topic and rightly dated."""
    by_document = {path.stem: list(csv.DictReader(path.open(newline=""))) for path in gold.glob("*.csv")}
    first = timeline.mentions.drop_duplicates("mention_id").set_index("mention_id")
    for event in timeline.events.itertuples():
        mention = first.loc[event.event_id]
        rows = next((rows for stem, rows in by_document.items() if mention["document"].startswith(stem)), [])
        yield (
            float(event.confidence),
            _is_right(rows, mention["start_char"], mention["end_char"], mention["edtf"]),
        )


def _is_right(rows: Sequence[dict[str, str]], start: int, end: int, edtf: str) -> bool:
    met = [row for row in rows if int(row["start_char"]) < end and start < int(row["end_char"])]
    return any(
        row["kind"] == "event"
        and row["is_relation"] == "1"
        and (
            not row["edtf"] or edtf in (row["edtf"], *(value.strip() for value in row["edtf_alt"].split(";")))
        )
        for row in met
    )


def _bands(name: str, judged: Sequence[tuple[float, bool]]) -> Iterator[Row]:
    for low, high in BANDS:
        inside = [right for confidence, right in judged if low <= confidence < high]
        if inside:
            share = sum(inside) / len(inside)
            less, more = _wilson(sum(inside), len(inside))
            note = f"{sum(inside)} of {len(inside)}; 95 % interval {100 * less:.0f}–{100 * more:.0f} %"
            yield Row(f"{name}: right at confidence {low:.2f}–{min(high, 1):.2f}", 100 * share, "%", note)


def _wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 % score interval of a share (Wilson, JASA 1927)."""
    z, share = 1.96, right / of
    middle, spread = share + z * z / (2 * of), z * math.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - spread) / (1 + z * z / of), (middle + spread) / (1 + z * z / of)
