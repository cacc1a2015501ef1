"""Corpora of any size: copies of the documents, each with other years and one other name.

In a copy every year from 1800 to 2025 moves by the same number of years, so that the story stays one, and the
family name of one person becomes a made-up one: no sentence with a year or that name is an exact copy.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from tests.benchmarks import corpus
from timeline import topic

FIRST, LAST = 1800, 2025
_YEAR = re.compile(r"(?<![\w.,])(?:1[89]\d\d|20[01]\d|202[0-5])(?![\w]|[.,]\d)")
_SYLLABLES = (
    "bar",
    "dol",
    "fen",
    "gur",
    "kas",
    "lom",
    "mir",
    "nov",
    "pash",
    "rud",
    "sher",
    "tal",
    "vak",
    "zor",
)


def write(folder: Path, size: int) -> int:
    """Fill ``folder`` with copies, a file each, until they have ``size`` bytes; returns how many bytes."""
    originals = [document.text for document in corpus.documents()]
    names = [actor.name.split()[-1] for actor in topic.load().actors if actor.kind == "person"]
    written = number = 0
    while written < size:
        text = changed(originals[number % len(originals)], names, random.Random(number)).encode()
        (folder / f"copy-{number:06d}.txt").write_bytes(text)
        written, number = written + len(text), number + 1
    return written


def changed(text: str, names: list[str], draw: random.Random) -> str:
    """A copy of ``text`` with its years moved and one of ``names`` replaced, as ``draw`` has it."""
    years = [int(found) for found in _YEAR.findall(text)]
    moved = draw.randint(FIRST - min(years), LAST - max(years)) if years else 0
    text = _YEAR.sub(lambda year: str(int(year[0]) + moved), text)
    there = [name for name in names if name in text]
    made_up = "".join(draw.choices(_SYLLABLES, k=3)).capitalize()
    return re.sub(rf"\b{draw.choice(there)}\b", made_up, text) if there else text
