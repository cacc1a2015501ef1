"""What a cell says, however a person or a program wrote it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_WHOLE = re.compile(r"[+-]?\d+(?:\.0*)?")
_LONGEST_NUMBER = 12  # characters


def plain(cell: str) -> str:
    """A cell's text without what people and programs add unseen: full-width forms, spaces of every kind, marks of the
    direction of writing."""
    if cell.isalnum() and cell.isascii():
        return cell
    if cell.isascii():
        return " ".join(cell.split())
    seen = (letter for letter in unicodedata.normalize("NFKC", cell) if unicodedata.category(letter) != "Cf")
    return " ".join("".join(seen).split())


def whole(cell: str) -> int | None:
    """The whole number that a cell holds, in any script's digits; spreadsheets like to write 1980.0."""
    if not _WHOLE.fullmatch(cell) or len(cell) > _LONGEST_NUMBER:
        return None
    return int(cell.partition(".")[0])


def words(cell: str) -> Iterator[str]:
    """The words of a cell ``certainty``."""
    for part in re.split(r"[;,]|\band\b", plain(cell).casefold()):
        if part.strip():
            yield part.strip()
