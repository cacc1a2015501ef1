"""The cells of a row → the values of an event's fields. Never a guess: what cannot be meant is an error."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date

from timeline.corrections import columns
from timeline.corrections import standing as names
from timeline.corrections.cell_text import plain, whole, words
from timeline.corrections.date_cells import from_cells
from timeline.corrections.errors import CellError
from timeline.table.schema import JOIN
from timeline.topic import Topic

_LINE_END = re.compile(r"\r\n|\r")
_NUMBERS = ("year", "month", "day", "end_year", "end_month", "end_day", names.IMPORTANCE)
_LOST = re.compile(r"(?<![\w?])\?{3,}")  # letters that an encoding did not have
# What a program makes of a cell that it took for a formula.
_FAILED = re.compile(
    r"#(?:REF!|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|N/A|SPILL!|CALC!|FIELD!|ERROR!)|Err:[0-9]{3}", re.IGNORECASE
)


def is_same(column: str, one: str, other: str) -> bool:
    """Whether two cells of a column mean the same, whatever a spreadsheet has made of them.

    >>> is_same("year", "1980.0", "1980"), is_same("title", "1980.0", "1980"), is_same("note", "a\\r\\nb", "a\\nb")
    (True, False, True)
    """
    return one == other or _meant(column, one) == _meant(column, other)


def _meant(column: str, cell: str) -> str:
    if column in _NUMBERS:
        number = whole(plain(cell))
        return plain(cell).casefold() if number is None else str(number)
    if column == "certainty":
        return "; ".join(sorted(words(cell)))
    if column == names.CATEGORY:
        return plain(cell).casefold()
    text = _actors(cell) if column == names.ACTORS else _LINE_END.sub("\n", cell)
    return unicodedata.normalize("NFC", text)


def values_of(
    changed: Mapping[str, str], all_cells: Mapping[str, str], topic: Topic, day: date, year_lost: bool
) -> dict[str, str]:
    """The values, by field, that the ``changed`` cells give; ``all_cells`` are the row's as it will be, ``year_lost``:
    the year was not known before. Raises :class:`CellError`."""
    values: dict[str, str] = {}
    if any(column in changed for column in columns.DATE):
        values[names.DATE], disputed = from_cells(all_cells, day, year_lost)
        values[names.DISPUTED] = names.YES if disputed else ""
    for column in columns.TEXTS:
        if column in changed:
            values[column] = _text(column, changed[column], topic)
    return values


def _text(column: str, cell: str, topic: Topic) -> str:
    if len(cell) > columns.CELL_LENGTH:
        raise CellError(
            column, f"the text is longer than the {columns.CELL_LENGTH:,} characters that a cell holds."
        )
    if _LOST.search(cell):
        raise CellError(
            column, "“???” stands where letters were lost when the file was saved. Save it as “CSV UTF-8”."
        )
    if _FAILED.fullmatch(plain(cell)):
        raise CellError(
            column, f"“{cell}” is what a spreadsheet makes of a formula that fails. Type the text anew."
        )
    if column == names.TITLE and not plain(cell):
        raise CellError(
            column, "the title is blank: give one; to take the event away write delete under action."
        )
    if column == names.CATEGORY:
        return _category(cell, topic)
    if column == names.IMPORTANCE:
        number = re.fullmatch(r"([1-3])(?:\.0*)?", plain(cell))
        if number is None:
            raise CellError(column, f"“{cell}” is no importance. Write 1, 2 or 3.")
        return number[1]
    return _actors(cell) if column == names.ACTORS else _LINE_END.sub("\n", cell)


def _actors(cell: str) -> str:
    return JOIN.join(filter(None, (" ".join(name.split()) for name in cell.split(";"))))


def _category(cell: str, topic: Topic) -> str:
    wanted = plain(cell).casefold()
    for category in topic.categories:
        if wanted in (category.key.casefold(), category.name.casefold()):
            return category.key
    raise CellError(
        names.CATEGORY,
        f"“{cell}” is no category. Write one of {', '.join(category.key for category in topic.categories)}.",
    )
