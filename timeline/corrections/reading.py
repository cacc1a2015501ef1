"""A file that an editor sends back → a sheet, or why it is refused.

Spreadsheet programs save in the encoding they like, with the separator of the country, and may sort a column by
itself. One rule tells whether what came back is what was sent: every row still carries the sentence that its id had
when the sheet was written. The encoding in which they all do is the file's. Two 8-bit ones may both do, for they share
dashes and curly quotes: then the one in which more cells are as they were, and if that does not tell, none.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Sequence

from timeline.corrections import columns
from timeline.corrections.errors import Refused
from timeline.corrections.sheet_file import AGAIN, BOM, SAVE_AS, SheetFile, parsed
from timeline.corrections.today import Today

_STRANGE = {
    b"PK\x03\x04": "an Excel or LibreOffice workbook",
    b"\xd0\xcf\x11\xe0": "an old Excel workbook",
    b"%PDF": "a PDF",
}
_HTML = re.compile(rb"(?:\xef\xbb\xbf|\s)*<(?:!doctype html|!--|\?xml|html|head|body|table)\b", re.IGNORECASE)
_QUOTES = str.maketrans("“”„«»‘’‚‹›`´", "\"\"\"\"\"'''''''")


def read(raw: bytes, today: Today) -> SheetFile:
    """Read the file ``raw``. Raises :class:`Refused`: nothing of the file is to be used then."""
    _refuse_strange(raw)
    first: Refused | None = None
    found: list[SheetFile] = []
    for encoding in _encodings(raw):
        try:
            text = raw.decode(encoding).lstrip(BOM)
            sheet = parsed(text)
            _check(sheet, today, unicode=encoding.startswith("utf"))
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
    return _likeliest(found, today)


def _likeliest(found: Sequence[SheetFile], today: Today) -> SheetFile:
    """The reading in which most cells are as they were. Raises :class:`Refused` when that does not tell."""
    ranked = sorted(found, key=lambda sheet: len(_changed(sheet, today)))
    differ = len(ranked) > 1 and ranked[0] != ranked[1]
    if differ and len(_changed(ranked[0], today)) == len(_changed(ranked[1], today)):
        raise Refused(f"the file is not UTF-8, and what its letters are is not clear. {SAVE_AS}")
    _refuse_unproved_letters(ranked[0], today)
    return ranked[0]


def _changed(sheet: SheetFile, today: Today) -> list[tuple[int, str, str]]:
    """Row, column and text of the cells that are not as the sheet showed them."""
    rows = ((line, today.base(line) or {}) for line in sheet.lines)
    return [
        (line.number, name, cell) for line, base in rows for name, cell in line.cells.items()
        if cell != base.get(name, "")
    ]  # fmt: skip


def _refuse_unproved_letters(sheet: SheetFile, today: Today) -> None:
    """What was typed in another code page looks like letters of this one, and no sentence proves it: only letters that
    stand in unchanged cells are sure."""
    changed = _changed(sheet, today)
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


def _check(sheet: SheetFile, today: Today, unicode: bool) -> None:
    """Whether the rows still carry their sentences. Raises :class:`Refused`."""
    compared = False
    for line in sheet.lines:
        rev, given = line.cells.get(columns.REV, "").strip(), line.cells.get(columns.SENTENCE)
        if given is None or not (rev or given.strip()) or (line.missing and line is sheet.lines[-1]):
            continue  # without both it was no row of a sheet, somebody wrote it; the last one may be cut short
        expected = today.sentences(line.cells[columns.KEY].strip(), rev)
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
