"""``corrections.csv``: the ledger's entries as a text that can be compared line by line, and the start of another."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path

from timeline.corrections.errors import CorrectionError
from timeline.corrections.standing import FIELDS, Entry, Fingerprint

NAME = "corrections.csv"
_SPECIAL = re.compile('[",\r\n]')
COLUMNS = (
    "when", "editor", "upload", "mention_id", "sentence", "date_words", "ordinal", "field", "old", "new", "note",
)  # fmt: skip


def dumped(entries: Iterable[Entry]) -> str:
    """The ``entries`` as CSV, in their order: the same entries, the same text."""
    rows = (
        (e.when, e.editor, e.upload, e.mention.mention_id, e.mention.sentence, e.mention.date_words,
         str(e.mention.ordinal), e.field, e.old, e.new, e.note)
        for e in entries
    )  # fmt: skip
    return "".join(f"{','.join(map(_quoted, row))}\n" for row in (COLUMNS, *rows))


def _quoted(cell: str) -> str:
    # The csv module of Python 3.11 leaves a lone CR bare when lines end with LF, and reads two rows then.
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _SPECIAL.search(cell) else cell


def load(path: Path) -> list[Entry]:
    """The entries of a dump. Raises :class:`CorrectionError` naming the line that is not as it must be."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionError(f"{path} is not UTF-8. Restore it from where it came.") from error
    csv.field_size_limit(2**31 - 1)
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        if tuple(next(rows, ())) != COLUMNS:
            raise CorrectionError(f"{path}: the first line must be {','.join(COLUMNS)}.")
        return [_entry(row, f"{path}, line {rows.line_num}") for row in rows if row]
    except csv.Error as error:
        raise CorrectionError(
            f"{path}, line {rows.line_num}: {error}. Restore it from where it came."
        ) from error


def _entry(row: list[str], where: str) -> Entry:
    if len(row) != len(COLUMNS):
        raise CorrectionError(
            f"{where}: {len(row)} cells, not {len(COLUMNS)}. Restore it from where it came."
        )
    cell = dict(zip(COLUMNS, row, strict=True))
    if cell["field"] not in FIELDS:
        raise CorrectionError(
            f"{where}: field {cell['field']!r} is unknown; it must be one of {', '.join(FIELDS)}."
        )
    if not cell["ordinal"].isdecimal():
        raise CorrectionError(f"{where}: ordinal {cell['ordinal']!r} is no number.")
    mention = Fingerprint(cell["mention_id"], cell["sentence"], cell["date_words"], int(cell["ordinal"]))
    return Entry(
        cell["when"],
        cell["editor"],
        cell["upload"],
        mention,
        cell["field"],
        cell["old"],
        cell["new"],
        cell["note"],
    )
