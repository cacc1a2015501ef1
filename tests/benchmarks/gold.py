"""Dates against hand-made gold: the war histories of WikiWars and the five real documents.

``python -m tests.benchmarks.gold [--only ID,…] [--errors N] [--keep FILE]`` scores WikiWars alone and may list
the errors or keep what was read.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import mock

from tests.benchmarks import corpus, timex3
from tests.benchmarks.memory import forget
from tests.benchmarks.table import Row
from timeline import topic
from timeline.dates import Timex, ask, find_dates
from timeline.documents import Document, read

TITLE = "Dates against gold"
GOLD = corpus.REAL.parent / "gold"
PASSAGES = Path(__file__).parent.parent / "passages" / "dev"
HELD_OUT = ("15_MexicanRev", "16_SpanishCivilWar")  # not looked at while the rules were written


def rows() -> Iterator[Row]:
    """F1 on WikiWars with dateparser on and off, speed on it, and what is found of the real documents' gold."""
    if not GOLD.is_dir():
        raise FileNotFoundError(f"the gold is not at {GOLD}")
    names = [str(doc["doc"]) for doc in corpus.wars()]
    known = [name for name in names if name not in HELD_OUT]
    for label, wanted in (
        ("the twelve", names),
        ("the ten worked on", known),
        ("the two held out", list(HELD_OUT)),
    ):
        scores = score(wanted)
        for measure in ("relaxed", "strict", "value"):
            yield Row(f"WikiWars, {label}: {measure} F1", scores[measure]["F1"], "%")
    with mock.patch.object(ask, "ask", return_value=""):
        yield Row("WikiWars, the twelve, dateparser off: value F1", score(names)["value"]["F1"], "%")
    seconds, tokens = _speed()
    yield Row("find_dates on WikiWars, without the model", tokens / seconds, "tokens/s", "memos emptied")
    yield from _of_real_documents()
    yield from _of_passages()


def score(documents: list[str], *more: str, keep: Path | None = None) -> dict[str, dict[str, float]]:
    """What ``score_dates.py`` says of these histories."""
    with TemporaryDirectory() as folder:
        system = keep or Path(folder) / "sys.jsonl"
        with system.open("w") as file:
            for doc in corpus.wars():
                if doc["doc"] in documents:
                    found = find_dates(doc["text"], doc["dct"])
                    file.writelines(
                        json.dumps(row) + "\n" for row in timex3.rows(doc["doc"], doc["text"], found)
                    )
        command = [
            sys.executable,
            GOLD / "score_dates.py",
            corpus.WARS / "gold.jsonl",
            system,
            "--docs",
            corpus.WARS / "docs.jsonl",
        ]
        asked = [*command, "--only", ",".join(documents), *more]
        if more:
            print(subprocess.run(asked, check=True, capture_output=True, text=True).stdout)
        said = subprocess.run([*asked, "--json"], check=True, capture_output=True, text=True).stdout
    return dict(json.loads(said.splitlines()[0]))


def _of_real_documents() -> Iterator[Row]:
    kinds = ("event", "background", "doc_meta")
    yield from _of("real documents", corpus.documents(), GOLD / "seeds", kinds, whole=True)


def _of_passages() -> Iterator[Row]:
    """The passages to work on; those held out are scored by ``events`` alone."""
    yield from _of("passages", read([PASSAGES / "docs"]), PASSAGES / "gold", ("event",))


def _of(
    label: str, documents: Iterable[Document], gold: Path, kinds: tuple[str, ...], *, whole: bool = False
) -> Iterator[Row]:
    """``whole``: the text as it is, without what is known of its title and matter."""
    asked = found = right = cited = citations = 0
    days = topic.load().named_days
    for document in documents:
        rows = next((path for path in gold.glob("*.csv") if document.id.startswith(path.stem)), None)
        if rows is None:
            continue
        known = document.matter, document.title, document.reports
        skip, title, reports = ((), "", ()) if whole else known
        created = document.created or None
        dates = find_dates(document.text, created, named_days=days, skip=skip, title=title, reports=reports)
        for row in csv.DictReader(rows.open(newline="")):
            met = _meeting(dates, int(row["start_char"]), int(row["end_char"]))
            if row["kind"] == "citation":
                citations, cited = citations + 1, cited + (met is not None)
            elif row["kind"] in kinds and row["edtf"]:
                accepted = {row["edtf"], *(value.strip() for value in row["edtf_alt"].split(";"))}
                asked, found = asked + 1, found + (met is not None)
                right += met is not None and str(met.value) in accepted
    yield Row(f"{label}: dates with a value found", 100 * found / asked, "%", f"{found} of {asked}")
    yield Row(f"{label}: of those right", 100 * right / found, "%", f"{right} of {found}")
    yield Row(f"{label}: citations found", 100 * cited / citations, "%", f"{cited} of {citations}")


def _meeting(dates: list[Timex], start: int, end: int) -> Timex | None:
    return next((t for t in dates if t.start < end and start < t.end), None)


def _speed() -> tuple[float, int]:
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    texts = [(doc["text"], doc["dct"]) for doc in corpus.wars()]
    forget()
    started = time.perf_counter()
    for text, dct in texts:
        find_dates(text, dct)
    return time.perf_counter() - started, sum(len(tokenizer(text)) for text, _ in texts)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.gold", description=__doc__)
    parser.add_argument("--only", default="", help="histories, by id, with commas (default: all)")
    parser.add_argument("--errors", default="0", help="how many errors to list")
    parser.add_argument("--keep", type=Path, help="write what was read to this file")
    options = parser.parse_args()
    chosen = options.only.split(",") if options.only else [str(doc["doc"]) for doc in corpus.wars()]
    score(chosen, "--per-doc", "--errors", options.errors, keep=options.keep)
