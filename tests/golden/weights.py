"""Learn the weights of ``timeline/events/concern.py`` from what is known to concern the relation.

``python -m tests.golden.weights`` prints them, and how well they carry over: each document judged by weights learned
from the others, and each half of the passages by those of the other half. It learns from the gold of
``tests/passages/dev`` and of the real documents, and from the default timeline, all of whose events were judged.
A logistic regression with a small ridge, so that no weight rests on a few rows; what is no event at all (a citation,
a figure) counts half.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tests.benchmarks import corpus
from tests.benchmarks.events import SETS
from timeline import topic
from timeline.documents import read
from timeline.events import concern, select
from timeline.events.extract import mentions_of

LEARNED_FROM = ("real documents", "passages worked on")
KEYS = [key for key in concern.WEIGHTS if key not in (concern.BIAS, concern.PASSING)]
RIDGE, NO_EVENT = 1.0, 0.5


@dataclass(frozen=True)
class Example:
    """A mention: its document, its evidence, whether it is an event of the relation, and what it counts."""

    document: str
    evidence: tuple[str, ...]
    concerns: bool
    weight: float


def examples() -> Iterator[Example]:
    """Those that the other reasons to hide leave; optional events are left out."""
    for name in LEARNED_FROM:
        documents, gold = SETS[name]
        for document, evidence, start, end, _ in _mentions(documents):
            paths = (path for path in gold.glob("*.csv") if document.startswith(path.stem))
            rows = (row for path in paths for row in csv.DictReader(path.open(newline="")))
            met = [row for row in rows if int(row["start_char"]) < end and start < int(row["end_char"])]
            events = [row for row in met if row["kind"] == "event"]
            if not any(row["optional"] == "1" for row in events):
                concerns = any(row["is_relation"] == "1" for row in events)
                yield Example(document, evidence, concerns, 1 if events else NO_EVENT)
    for document, evidence, _, _, reason in _mentions(corpus.OWN):
        if not reason:
            yield Example(f"default {document}", evidence, True, 1)


def _mentions(folder: Path) -> Iterator[tuple[str, tuple[str, ...], int, int, str]]:
    for document in read([folder]):
        for m in mentions_of(document, topic.load()):
            if m.reason in ("", select.OFF_TOPIC) and m.title:
                yield document.id, m.evidence, m.start, m.end, m.reason


def learn(known: list[Example]) -> dict[str, float]:
    """The weights that fit best, by Newton's method."""
    facts, truth, counts = _table(known)
    weights, ridge = np.zeros(facts.shape[1]), np.eye(facts.shape[1]) * RIDGE
    ridge[0, 0] = 0
    for _ in range(30):
        share = 1 / (1 + np.exp(-facts @ weights))
        slope = facts.T @ (counts * (share - truth)) + ridge @ weights
        weights -= np.linalg.solve((facts.T * (counts * share * (1 - share))) @ facts + ridge, slope)
    return dict(zip([concern.BIAS, *KEYS], weights.tolist(), strict=True))


def _table(known: list[Example]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    facts = np.array([[True, *(key in e.evidence for key in KEYS)] for e in known], float)
    return facts, np.array([e.concerns for e in known], float), np.array([e.weight for e in known])


def _right(judged: list[Example], weights: dict[str, float]) -> tuple[int, int]:
    """How many that concern the relation would be shown, and how many that do not."""
    sums = [weights[concern.BIAS] + sum(weights.get(key, 0) for key in e.evidence) for e in judged]
    shown = [
        e.concerns for e, total in zip(judged, sums, strict=True) if 1 / (1 + np.exp(-total)) >= select.ENOUGH
    ]
    return sum(shown), len(shown) - sum(shown)


def _without(known: list[Example], folds: list[set[str]]) -> tuple[int, int]:
    found = [
        _right([e for e in known if e.document in fold], learn([e for e in known if e.document not in fold]))
        for fold in folds
    ]
    return sum(right for right, _ in found), sum(wrong for _, wrong in found)


if __name__ == "__main__":
    known = list(examples())
    learned = learn(known)
    for key, weight in learned.items():
        print(f"{weight:6.2f}  (now {concern.WEIGHTS[key]:5.2f})  {key}")
    documents = sorted({e.document for e in known})
    passages = [d for d in documents if d[0].isalpha() and not d.startswith("default ")]
    halves = [set(passages[::2]), set(passages[1::2])]
    of, other = sum(e.concerns for e in known), sum(not e.concerns for e in known)
    print(f"shown of {of} that concern the relation, and of {other} others:")
    print("  as it is now", _right(known, concern.WEIGHTS))
    print("  by the weights above", _right(known, learned))
    print("  each document by those of the others", _without(known, [{d} for d in documents]))
    print("  each half of the passages by the other", _without(known, halves), [len(h) for h in halves])
