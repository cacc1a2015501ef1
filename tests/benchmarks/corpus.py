"""The text that is measured on: the real documents, or where they are absent the repository's own; and the
war histories of WikiWars where they are there."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # whoever measures fresh processes must stay small: see fresh.py
    from timeline.documents import Document

ROOT = Path(__file__).parents[2]
OWN = ROOT / "seeds"
REAL = Path(os.environ.get("SHARED", ROOT.parent / "shared")) / "seeds"
WARS = REAL.parent / "gold" / "wikiwars-dev"


def folder() -> Path:
    """Where the documents are."""
    return (REAL if REAL.is_dir() else OWN).resolve()


def said_of_it() -> str:
    """Which documents these are, for the head of the table."""
    if REAL.is_dir():
        return f"the real documents, {folder()}"
    return f"the repository's own documents, {OWN} (the real ones are not at {REAL}; set SHARED)"


def wars() -> list[dict[str, str]]:
    """The war histories: ``doc`` (their name), ``dct`` and ``text``. Raises OSError where they are absent."""
    with (WARS / "docs.jsonl").open(encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def write_wars(folder: Path) -> bool:
    """Write the text of each war history to a file in ``folder``; False where they are absent."""
    if not WARS.is_dir():
        return False
    for war in wars():
        (folder / f"{war['doc']}.txt").write_text(war["text"], encoding="utf-8")
    return True


@cache
def documents() -> list[Document]:
    """The documents that can be read, as a build reads them."""
    from timeline.documents import read

    return [document for document in read([folder()]) if not document.skipped]


@cache
def tokens() -> int:
    """How many tokens their text has for spaCy."""
    import spacy

    tokenizer = spacy.blank("en").tokenizer
    return sum(len(tokenizer(document.text)) for document in documents())
