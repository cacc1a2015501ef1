"""A file that an editor sends back → rows of cells, or why it is refused.

Spreadsheet programs save in the encoding they like, with the separator of the country, and may sort a column by
itself. One rule tells whether what came back is what was sent: every row still carries the sentence that its id had
when the sheet was written. The encoding in which they all do is the file's. Two 8-bit ones may both do, for they share
dashes and curly quotes: then the one in which more cells are as they were, and if that does not tell, none.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from timeline.corrections import columns
from timeline.corrections.errors import Refused
from timeline.corrections.guard import unguarded
from timeline.table.schema import EVENTS

SAVE_AS = "Save the sheet as “CSV UTF-8” and send it again."
AGAIN = "Save or download it again."
_STRANGE = {
    b"PK\x03\x04": "an Excel or LibreOffice workbook",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
}
_HTML = re.compile(rb"(?:\xef\xbb\xbf|\s)*<(?:!doctype html|!--|\?xml|html|head|body|table)\b", re.IGNORECASE)
_SEP = re.compile(r"\"?sep=(.)\"?[,;\t]*(?:\r\n|\r|\n)", re.IGNORECASE)
_DELIMITERS = (",", ";", "\t")
_QUOTES = str.maketrans("“”„«»‘’‚‹›`´", "\"\"\"\"\"'''''''")
_BOM = "\ufeff"
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


class Recorded(Protocol):
    """What is known of the sheets that were written."""

    def sentences(self, ident: str, rev: str) -> Sequence[str]:
        """What the row of an event may carry; nothing for an unknown id."""

    def base(self, line: SheetLine) -> Mapping[str, str] | None:
        """The cells that the sheet showed in a row; None when no such sheet was written."""

    def is_rev(self, rev: str) -> bool:
        """Whether a sheet ever had this rev, whatever the event."""


def read(raw: bytes, recorded: Recorded) -> SheetFile:
    """Read the file ``raw``. Raises :class:`Refused`: nothing of the file is to be used then."""
    _refuse_strange(raw)
    first: Refused | None = None
    found: list[SheetFile] = []
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding).lstrip(_BOM)
            sheet = _parsed(text)
            _check(sheet, recorded, unicode=encoding.startswith("utf"))
        except UnicodeError:
            continue
        except Refused as refused:
            first = first or refused  # what UTF-8 says is the likeliest cause
            continue
        if encoding.startswith("utf"):
            return sheet
        found.append(sheet)
    if not found and raw.startswith(codecs.BOM_UTF8):
        raise first or Refused(
            f"the file says that it is UTF-8 and is not: it is damaged or cut short. {AGAIN}"
        )
    if not found:
        raise first or Refused(f"the file is no text in an encoding that is known here. {SAVE_AS}")
    return _likeliest(found, recorded)


def _likeliest(found: Sequence[SheetFile], recorded: Recorded) -> SheetFile:
    """The reading in which most cells are as they were. Raises :class:`Refused` when that does not tell."""
    ranked = sorted(found, key=lambda sheet: len(_changed(sheet, recorded)))
    differ = len(ranked) > 1 and ranked[0] != ranked[1]
    if differ and len(_changed(ranked[0], recorded)) == len(_changed(ranked[1], recorded)):
        raise Refused(f"the file is not UTF-8, and what its letters are is not clear. {SAVE_AS}")
    _refuse_unproved_letters(ranked[0], recorded)
    return ranked[0]


def _changed(sheet: SheetFile, recorded: Recorded) -> list[tuple[int, str, str]]:
    """Row, column and text of the cells that are not as the sheet showed them."""
    rows = ((line, recorded.base(line) or {}) for line in sheet.lines)
    return [
        (line.number, name, cell) for line, base in rows for name, cell in line.cells.items()
        if cell != base.get(name, "")
    ]  # fmt: skip


def _refuse_unproved_letters(sheet: SheetFile, recorded: Recorded) -> None:
    """What was typed in another code page looks like letters of this one, and no sentence proves it: only letters that
    stand in unchanged cells are sure."""
    changed = _changed(sheet, recorded)
    typed = {(number, name) for number, name, _ in changed}
    proved = {
        letter for line in sheet.lines for name, cell in line.cells.items()
        if (line.number, name) not in typed for letter in cell
    }  # fmt: skip
    for number, name, cell in changed:
        if strange := [letter for letter in cell if not letter.isascii() and letter not in proved]:
            raise Refused(
                f"row {number}, {name}: the file is not UTF-8, and whether its letters (“{strange[0]}”) are those that you typed is not sure. {SAVE_AS}"
            )


def _refuse_strange(raw: bytes) -> None:
    if not raw.strip(b"\xef\xbb\xbf\xff\xfe\0\r\n\t ,;"):
        raise Refused(
            "the file is empty. Send the sheet that `timeline sheet` wrote, with your changes in it."
        )
    for magic, kind in _STRANGE.items():
        if raw.startswith(magic):
            raise Refused(f"the file is {kind}, whatever its name. {SAVE_AS}")
    if _HTML.match(raw):
        raise Refused("the file is a web page, perhaps of a login. Download the sheet again and send that.")


def _encodings(raw: bytes) -> list[str]:
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    if b"\0" in raw:
        wide = ["utf-16-le"] if raw[1:2] == b"\0" else ["utf-16-be"] if raw[:1] == b"\0" else []
        if not wide:
            raise Refused(f"the file is damaged: it holds NUL bytes. {SAVE_AS}")
        return wide
    if raw.startswith(codecs.BOM_UTF8):
        return ["utf-8"]  # it says so itself: where it is not, it is damaged
    return ["utf-8", "cp1251", "cp1252"]


def _parsed(text: str) -> SheetFile:
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
    return cell.strip().strip(_BOM).casefold()


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


def _check(sheet: SheetFile, recorded: Recorded, unicode: bool) -> None:
    """Whether the rows still carry their sentences. Raises :class:`Refused`."""
    compared = False
    for line in sheet.lines:
        rev, given = line.cells.get(columns.REV, "").strip(), line.cells.get(columns.SENTENCE)
        if given is None or not (rev or given.strip()) or (line.missing and line is sheet.lines[-1]):
            continue  # without both it was no row of a sheet, somebody wrote it; the last one may be cut short
        expected = recorded.sentences(line.cells[columns.KEY].strip(), rev)
        if not expected:
            continue
        compared = True
        if not any(_is_same(given, sentence[: columns.SHOWN_LENGTH]) for sentence in expected):
            raise Refused(
                f"row {line.number}: the sentence is not the one that this event had when the sheet was written. Either "
                f"letters were lost when the file was saved, or one column was sorted without the others. {SAVE_AS}"
            )
    if not compared and not unicode:
        raise Refused(f"the file is not UTF-8. {SAVE_AS}")


def _is_same(one: str, other: str) -> bool:
    return one == other or _core(one) == _core(other)


def _core(sentence: str) -> str:
    """A sentence as it is compared: without white space, all quotation marks alike."""
    return "".join(unicodedata.normalize("NFC", sentence).translate(_QUOTES).split())
