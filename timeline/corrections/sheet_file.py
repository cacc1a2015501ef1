"""The text of a file → the rows of a sheet: its separator, its header, its rows with what is missing in them."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline.corrections import columns
from timeline.corrections.errors import Refused
from timeline.corrections.guard import unguarded
from timeline.table.schema import EVENTS

SAVE_AS = "Save the sheet as “CSV UTF-8” and send it again."
AGAIN = "Save or download it again."
_SEP = re.compile(r"\"?sep=(.)\"?[,;\t]*(?:\r\n|\r|\n)", re.IGNORECASE)
_DELIMITERS = (",", ";", "\t")
BOM = "\ufeff"
_BOM_MISREAD = tuple(codecs.BOM_UTF8.decode(encoding).casefold() for encoding in ("cp1252", "cp1251"))


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One row as it came: its ``number`` as a spreadsheet shows it, its ``cells`` by column, apostrophes undone, and the
    columns before which it ends (``missing``)."""

    number: int
    cells: Mapping[str, str]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class SheetFile:
    """A sheet that can be read: its rows, the columns of others that it has (``ignored``), rows with cells under no
    column (``loose``, by number), and its last column if it ends without a line end behind that (``open_end``)."""

    lines: tuple[SheetLine, ...]
    ignored: tuple[str, ...]
    loose: tuple[int, ...]
    open_end: str = ""


def parsed(text: str) -> SheetFile:
    """The sheet in ``text``. Raises :class:`Refused` when it is none, or not whole."""
    if "\0" in text:
        raise Refused(f"the file is damaged: it holds NUL characters. {SAVE_AS}")
    told = _SEP.match(text)
    if told:
        text = text[told.end() :]
    rows = _rows(text, told[1] if told else _delimiter(text))
    header = [_name(cell) for cell in rows[0]]
    _refuse_header(header)
    lines, loose, filled = [], [], set()
    known = [(place, name) for place, name in enumerate(header) if name in columns.COLUMNS]
    nameless = [place for place, name in enumerate(header) if not name]
    for number, row in enumerate(rows[1:], start=2):
        if not any(cell.strip() for cell in row):
            continue
        if any(cell.strip() for cell in row[len(header) :]):
            loose.append(number)
        filled |= {place for place in nameless if row[place : place + 1] and row[place].strip()}
        lines.append(_line(number, known, row))
    if not lines:
        raise Refused("the file has a header and no rows: it is cut short, or another sheet was saved.")
    own = [
        given.strip()
        for name, given in zip(header, rows[0], strict=True)
        if name and name not in columns.COLUMNS
    ]
    own += [f"column {place + 1}, which has no name" for place in sorted(filled)]
    is_open = not text.endswith(("\n", "\r")) and any(cell.strip() for cell in rows[-1])
    last = header[len(rows[-1]) - 1] if is_open and len(rows[-1]) <= len(header) else ""
    return SheetFile(tuple(lines), tuple(own), tuple(loose), last)


def _line(number: int, known: Sequence[tuple[int, str]], row: Sequence[str]) -> SheetLine:
    reached = known if len(row) > known[-1][0] else [pair for pair in known if pair[0] < len(row)]
    cells = {name: unguarded(row[place]) if row[place][:1] == "'" else row[place] for place, name in reached}
    if columns.KEY not in cells:
        raise Refused(f"row {number} ends before its {columns.KEY}: the file is cut short. {AGAIN}")
    return SheetLine(number, cells, tuple(name for _, name in known[len(reached) :]))


def _refuse_header(header: Sequence[str]) -> None:
    if any(name.startswith(_BOM_MISREAD) for name in header[:1]):
        raise Refused(f"the file was read in one encoding and saved in another: “{header[0]}”. {SAVE_AS}")
    if set(EVENTS) <= set(header):
        raise Refused(
            "the file is the table of events, not the editors' sheet. Take a sheet: timeline sheet FILE.csv."
        )
    if not set(header) & set(columns.COLUMNS):
        raise Refused(
            f"the file has no header: its first row must name the columns {', '.join(columns.COLUMNS)}."
        )
    if columns.KEY not in header:
        raise Refused(
            f"the column {columns.KEY} is missing: without it nobody knows which event a row is about."
        )
    twice = [name for name, number in Counter(filter(None, header)).items() if number > 1]
    if twice:
        raise Refused(f"the column {twice[0]} stands twice in the header. Take one of them out.")


def _name(cell: str) -> str:
    return cell.strip().strip(BOM).casefold()


def _delimiter(text: str) -> str:
    """The separator that cuts the first row into most of the names that are known."""

    def known(delimiter: str) -> int:
        try:
            header = next(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter), [])
        except csv.Error:
            return 0
        return sum(_name(cell) in columns.COLUMNS for cell in header)

    return max(_DELIMITERS, key=known)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    csv.field_size_limit(2**31 - 1)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        return list(reader) or [[]]
    except csv.Error as error:
        cause = f"line {reader.line_num}: {error}"
        if "unexpected end" in cause:
            cause = "a quoted cell is never closed, as if it were cut short"
        raise Refused(f"the file is no whole CSV file: {cause}. {AGAIN}") from error
