"""The sourced facts of the default timeline, and which of its events tells each.

``python -m tests.golden.facts`` builds ``seeds/``, lists the facts and what tells each, and writes the list of the
chapters' other events anew, where a new one is NOT JUDGED. ``facts.csv``: date (EDTF), also (other values that the fact's own note allows, joined with
"; "), title, category, importance. ``beyond-facts.csv``: the events of the chapters that have no fact of their own,
with the fact of whose detail they are.
"""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd

from tests.benchmarks.corpus import OWN
from tests.golden.merges import NOT_JUDGED
from timeline import build, topic
from timeline.dates.point import Precision
from timeline.dates.value import DateValue
from timeline.events.gazetteer import gazetteer
from timeline.table.schema import Timeline

BEYOND = Path(__file__).with_name("beyond-facts.csv")
_WORD = re.compile(r"[^\W_]+")
_STEM = 5  # letters of a word that count: "recognises" and "recognised" are one
_SHARE = 0.34  # of the weight of a fact's words, an event that tells it has so much
_STEPS = {  # one step coarser
    Precision.DAY: {Precision.MONTH},
    Precision.MONTH: {Precision.SEASON, Precision.QUARTER, Precision.YEAR},
    Precision.SEASON: {Precision.YEAR},
    Precision.QUARTER: {Precision.YEAR},
    Precision.YEAR: {Precision.DECADE},
    Precision.DECADE: {Precision.CENTURY},
}


@dataclass(frozen=True)
class Fact:
    """One row of the fact base; ``values`` are the dates that a careful reader accepts."""

    values: tuple[DateValue, ...]
    title: str
    category: str
    importance: int


def facts() -> list[Fact]:
    """The fact base, in its own order."""
    with Path(__file__).with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        return [
            Fact(
                tuple(DateValue.parse(e) for e in (row["date"], *row["also"].split(";")) if e),
                row["title"], row["category"], int(row["importance"]),
            )
            for row in csv.DictReader(file)
        ]  # fmt: skip


def match(timeline: Timeline, known: Sequence[Fact]) -> dict[int, str]:
    """Index of a fact → id of the event that tells it, one to one, the surest pairs first."""
    told = list(_told(timeline))
    words = [_words(fact.title) for fact in known]
    often = Counter(word for of_fact in words for word in of_fact)

    def weight(shared: set[str]) -> float:
        return sum(math.log(1 + len(known) / often[word]) for word in shared)

    scored = []
    for index, fact in enumerate(known):
        for event, date, title, sentence in told:
            rank = min(accepted(value, date) for value in fact.values)
            share = weight(words[index] & (title | sentence)) / weight(words[index])
            if rank <= 1 and share >= _SHARE:
                in_title = weight(words[index] & title) / weight(words[index])
                scored.append((share + in_title - 0.1 * rank, index, event))
    matched: dict[int, str] = {}
    for _, index, event in sorted(scored, key=lambda row: (-row[0], row[1], row[2])):
        if index not in matched and event not in matched.values():
            matched[index] = event
    return matched


def accepted(fact: DateValue, told: DateValue) -> int:
    """0 the same value, 1 finer or coarser by one step, 2 another date. A qualifier ("about") does not count."""
    one, other = (re.sub(r"[~?%]", "", value.edtf) for value in (fact, told))
    if one == other:
        return 0
    if "X-" in one + other:
        return 2
    ends, others = one.split("/"), other.split("/")
    if len(ends) == len(others):
        return 1 if all(_one_step(a, b) for a, b in zip(ends, others, strict=True)) else 2
    single, pair = (ends[0], others) if len(ends) == 1 else (others[0], ends)
    around = DateValue.parse(single)  # "in November 1991" of what lasted from the 10th to the 15th
    return (
        1
        if all(
            e not in ("", "..") and around.covers(DateValue.parse(e)) and _one_step(single, e) for e in pair
        )
        else 2
    )


def _one_step(one: str, other: str) -> bool:
    if one == other:
        return True
    if {one, other} & {"", ".."}:
        return False
    pair = DateValue.parse(one), DateValue.parse(other)
    return any(a.covers(b) and a.precision in _STEPS.get(b.precision, ()) for a, b in (pair, pair[::-1]))


def _told(timeline: Timeline) -> Iterator[tuple[str, DateValue, set[str], set[str]]]:
    sentences = timeline.mentions.groupby("event_id")["sentence"].agg(" ".join)
    for event in timeline.events.itertuples():
        yield (
            event.event_id,
            DateValue.parse(event.edtf),
            _words(event.title),
            _words(sentences[event.event_id]),
        )


@cache
def _words(text: str) -> set[str]:
    """Its words cut short, and the actors that it names under any of their names ("Moscow", "the Kremlin")."""
    stems = {word.casefold()[:_STEM] for word in _WORD.findall(text) if len(word) > 2}
    return stems | {f"@{hit.actor.name}" for hit in gazetteer(topic.load()).actors(text)}


def chapters(timeline: Timeline) -> pd.DataFrame:
    """The events that a chapter tells; the titles of the other documents say that they retell a text."""
    own = set(timeline.documents.loc[~timeline.documents["title"].str.startswith("Retold:"), "document"])
    told = timeline.mentions.loc[timeline.mentions["document"].isin(own), "event_id"]
    return timeline.events[timeline.events["event_id"].isin(told)]


def beyond(timeline: Timeline, found: Mapping[int, str]) -> dict[str, tuple[str, str]]:
    """Event id → date and title of what a chapter tells beyond the facts (``found``: the event of each)."""
    told = set(found.values())
    return {e.event_id: (e.edtf, e.title) for e in chapters(timeline).itertuples() if e.event_id not in told}


def listed_beyond() -> dict[str, str]:
    """``beyond-facts.csv``: event id → the title of the fact of whose detail it is."""
    with BEYOND.open(encoding="utf-8", newline="") as file:
        return {row["event_id"]: row["detail_of"] for row in csv.DictReader(file)}


def shares(known: Sequence[Fact], found: Mapping[int, str]) -> dict[int, float]:
    """Importance → the share of its facts that are on the timeline; 0 for all."""
    of = {i: [at for at, fact in enumerate(known) if i in (0, fact.importance)] for i in (0, 1, 2, 3)}
    return {i: sum(at in found for at in those) / len(those) for i, those in of.items()}


if __name__ == "__main__":
    built, base = build([OWN]), facts()
    found = match(built, base)
    events = built.events.set_index("event_id")
    for at, fact in sorted(enumerate(base), key=lambda item: item[0] not in found):
        told = (
            f"= {events.loc[found[at], 'edtf']} {events.loc[found[at], 'title']}"
            if at in found
            else "MISSING"
        )
        print(f"{fact.importance} {fact.values[0].edtf:24} {fact.title}  {told}")
    print(", ".join(f"importance {i or 'any'}: {share:.1%}" for i, share in shares(base, found).items()))
    known = listed_beyond()
    with BEYOND.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("event_id", "date", "title", "detail_of"))
        writer.writerows(
            (ident, *told, known.get(ident, NOT_JUDGED)) for ident, told in beyond(built, found).items()
        )
