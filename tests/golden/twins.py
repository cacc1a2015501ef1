"""Pairs of events of the default timeline that might be one happening told twice, judged by a person.

``python -m tests.golden.twins`` writes the list anew and keeps the judgements of pairs that still stand; a new one
is NOT JUDGED until a person has read its sentences. The dates of a pair touch, it shares an actor, and its titles
are similar.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

from rapidfuzz import fuzz

from tests.benchmarks.corpus import OWN
from tests.golden.merges import NOT_JUDGED
from timeline import build
from timeline.dates.value import DateValue
from timeline.table.schema import JOIN, Timeline

LIST = Path(__file__).parent / "twins.csv"
COLUMNS = ("one", "other", "told", "judgement")
_SIMILAR = 50  # rapidfuzz token set ratio of two titles


def twins(timeline: Timeline) -> dict[tuple[str, str], str]:
    """The ids of each such pair, the earlier first, and what they tell for a person to read: "date title | date title"."""
    return {
        (one.event_id, other.event_id): f"{one.edtf} {one.title} | {other.edtf} {other.title}"
        for one, other in _pairs(timeline)
        if fuzz.token_set_ratio(one.title, other.title) >= _SIMILAR
    }


def _pairs(timeline: Timeline) -> Iterator[tuple[object, object]]:
    for one, other in combinations(timeline.events.itertuples(), 2):
        mine, theirs = DateValue.parse(one.edtf), DateValue.parse(other.edtf)
        if None in (mine.earliest, mine.latest, theirs.earliest, theirs.latest):
            continue
        touch = mine.earliest <= theirs.latest and theirs.earliest <= mine.latest
        if touch and set(one.actors.split(JOIN)) & set(other.actors.split(JOIN)):
            yield one, other


def judged() -> dict[tuple[str, str], str]:
    """The judgement of each pair, by its ids."""
    if not LIST.exists():
        return {}
    with LIST.open(encoding="utf-8", newline="") as file:
        return {(row["one"], row["other"]): row["judgement"] for row in csv.DictReader(file)}


if __name__ == "__main__":
    known, found = judged(), twins(build([OWN]))
    with LIST.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows((*pair, told, known.get(pair, NOT_JUDGED)) for pair, told in found.items())
