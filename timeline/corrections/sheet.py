"""The editors' sheet: a corrected timeline as rows of cells, and as the CSV file that spreadsheets open."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timeline.corrections import columns
from timeline.corrections.corrected import Corrected
from timeline.corrections.date_cells import to_cells
from timeline.corrections.event import Event
from timeline.corrections.guard import guarded
from timeline.corrections.writable import writable
from timeline.dates.value import DateValue
from timeline.table.schema import JOIN

_SHOWN = ("edtf", *columns.TEXTS, "sentence", "document", "review")  # columns of an event's row
DELETED, MACHINE = "deleted", "as extracted"


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the sheet: its ``cells`` by column, unguarded, and the ``sentence`` in full."""

    cells: Mapping[str, str]
    sentence: str

    @property
    def editable(self) -> dict[str, str]:
        return {column: self.cells[column] for column in columns.EDITABLE}


def lines(corrected: Corrected) -> list[Line]:
    """The rows of the sheet in order of date, deleted events among them."""
    events = sorted(
        corrected.events.values(), key=lambda e: (DateValue.parse(str(e.row["edtf"])).sort_key, e.ident)
    )
    return [line(event, event.ident in corrected.deleted) for event in events]


def by_id(rows: Iterable[Line]) -> dict[str, Line]:
    """The rows by the id of their event."""
    return {row.cells[columns.KEY]: row for row in rows}


def line(event: Event, deleted: bool) -> Line:
    """One event as a row of the sheet."""
    row = {name: writable(str(event.row[name])) for name in _SHOWN}
    sentence = row["sentence"]
    shown = DateValue.parse(row["edtf"]).words
    states = [*([DELETED] if deleted else []), *event.states]
    review = [f"check: {reason}" for reason in row["review"].split(JOIN) if reason]
    status = writable(JOIN.join([*states, *review])) or MACHINE
    cells = {
        columns.KEY: event.ident,
        columns.ACTION: "",
        **to_cells(row["edtf"], event.disputed),
        **{name: row[name] for name in columns.TEXTS},
        columns.TARGET: "",
        "date_shown": f"[{shown}]",
        columns.SENTENCE: sentence[: columns.SHOWN_LENGTH],
        "document": row["document"],
        columns.STATUS: f"[{status if len(status) <= columns.SHOWN_LENGTH else status[: columns.SHOWN_LENGTH] + '…'}]",
    }
    cells[columns.REV] = revision(cells)
    return Line({column: cells[column] for column in columns.COLUMNS}, sentence)


def revision(cells: Mapping[str, str]) -> str:
    """A short name of what a row's cells hold: the same cells, the same name."""
    held = "\x1f".join([cells[columns.KEY], *(cells[column] for column in columns.EDITABLE)])
    return f"r_{hashlib.sha256(held.encode('utf-8')).hexdigest()[:8]}"


def to_csv(rows: Iterable[Line]) -> bytes:
    """The sheet as a file: UTF-8 with a byte order mark, commas, CRLF, as spreadsheets like it best."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns.COLUMNS)
    for row in rows:
        writer.writerow([guarded(row.cells[column], column in columns.FREE) for column in columns.COLUMNS])
    return out.getvalue().encode("utf-8-sig")


def remembered(rows: Iterable[Line]) -> dict[tuple[str, str], dict[str, str]]:
    """What the ledger keeps of the rows, by rev and id: all that they showed."""
    return {
        (row.cells[columns.REV], row.cells[columns.KEY]): {
            column: cell for column, cell in row.cells.items() if column not in columns.UNSHOWN
        }
        for row in rows
    }
