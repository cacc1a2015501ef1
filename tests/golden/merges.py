"""Every merge of more than one telling, judged by a person.

``python -m tests.golden.merges`` writes the lists anew and keeps the judgements of merges that are still made;
a new one is NOT JUDGED until a person has read its sentences (``timeline build … --data DIR``, then
``DIR/mentions.csv`` by ``event_id``). The lists hold ids and dates, none of the documents' words.
"""

from __future__ import annotations

import csv
from pathlib import Path

from tests.benchmarks.corpus import OWN, REAL
from timeline import build
from timeline.table.schema import Timeline

HERE = Path(__file__).parent
LISTS = {"real": REAL, "seeds": OWN}
COLUMNS = ("event_id", "date", "tellings", "judgement")
NOT_JUDGED = "NOT JUDGED"


def merges(timeline: Timeline) -> list[dict[str, str]]:
    """The events of more than one mention: id, date, and each telling as document, date and rule."""
    rows = []
    for event in timeline.events.itertuples():
        told = timeline.mentions[timeline.mentions["event_id"] == event.event_id]
        if len(told) > 1:
            tellings = (
                f"{m.document.partition('_')[0]} {m.mention_id} {m.edtf} {m.rule}" for m in told.itertuples()
            )
            rows.append(
                {"event_id": event.event_id, "date": event.edtf, "tellings": "; ".join(sorted(tellings))}
            )
    return rows


def judged(name: str) -> list[dict[str, str]]:
    """The list ``name`` as it was judged; empty when there is none."""
    path = HERE / f"merges-{name}.csv"
    return list(csv.DictReader(path.open(encoding="utf-8", newline=""))) if path.exists() else []


def write(name: str) -> None:
    """Write the list ``name`` anew."""
    known = {(row["event_id"], row["tellings"]): row["judgement"] for row in judged(name)}
    with (HERE / f"merges-{name}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in merges(build([LISTS[name]])):
            writer.writerow({**row, "judgement": known.get((row["event_id"], row["tellings"]), NOT_JUDGED)})


if __name__ == "__main__":
    for listed, documents in LISTS.items():
        if documents.is_dir():
            write(listed)
