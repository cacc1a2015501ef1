"""Sheets as spreadsheet programs and people make them of ours, for tests: read into rows, changed, written again."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pandas as pd

from tests.made_up import six
from timeline.corrections.desk import Desk
from timeline.table import Timeline, schema, store

Rows = list[list[str]]
MIR = "Мир – “Саурская”"  # letters of cp1251 that ASCII lacks
PERSIAN = "افغانستان"
HIDDEN = "ev_kkkkkkkkkk"


def rows_of(raw: bytes) -> Rows:
    """The cells of a sheet that we wrote, the header first."""
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def written(
    rows: Rows,
    encoding: str = "utf-8-sig",
    delimiter: str = ",",
    end: str = "\r\n",
    quoting: int = csv.QUOTE_MINIMAL,
) -> bytes:
    """Rows as a program writes them."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue().encode(encoding)


def edited(raw: bytes, *cells: tuple[int, str, str]) -> bytes:
    """The sheet with other cells: (row as a spreadsheet shows it, column, cell)."""
    rows = rows_of(raw)
    for number, column, cell in cells:
        while len(rows) < number:
            rows.append([""] * len(rows[0]))
        rows[number - 1][rows[0].index(column)] = cell
    return written(rows)


def only(raw: bytes, *names: str) -> bytes:
    """The sheet with these columns alone."""
    rows = rows_of(raw)
    places = [rows[0].index(name) for name in names]
    return written([[row[place] for place in places] for row in rows])


def row_number(raw: bytes, ident: str) -> int:
    """Where an event stands, as a spreadsheet numbers rows."""
    rows = rows_of(raw)
    return next(number for number, row in enumerate(rows, start=1) if row[rows[0].index("event_id")] == ident)


def sheet_row(raw: bytes, ident: str) -> dict[str, str]:
    """The cells of an event's row, by column."""
    rows = rows_of(raw)
    return dict(zip(rows[0], rows[row_number(raw, ident) - 1], strict=True))


def with_letters(letters: str) -> Timeline:
    """Six events with these letters in every sentence and title, and a hidden mention."""
    return changed(
        with_hidden(),
        lambda row: {name: f"{row[name]} {letters}" for name in ("sentence", "title") if name in row},
    )


def with_hidden() -> Timeline:
    """Six events and a mention that is not shown."""
    timeline = six()
    hidden = {
        "mention_id": HIDDEN, "document": "beta.md", "start_char": 0, "end_char": 4, "date_text": "1985", "edtf": "1985",
        "rule": "made up", "sentence": "In 1985 the Soviet Union tested a bomb.", "relation": 0.2, "reason": "off topic",
    }  # fmt: skip
    return replace(timeline, hidden=schema.frame([hidden], schema.HIDDEN))


def changed(timeline: Timeline, change: Callable[[dict[str, object]], dict[str, object]]) -> Timeline:
    """A timeline in which ``change`` gave other values to rows of events and mentions."""

    def anew(table: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
        return schema.frame([{**row, **change(row)} for row in table.to_dict("records")], columns)

    return replace(
        timeline,
        events=anew(timeline.events, schema.EVENTS),
        mentions=anew(timeline.mentions, schema.MENTIONS),
        hidden=anew(timeline.hidden, schema.HIDDEN),
    )


def desk_of(folder: Path, timeline: Timeline | None = None) -> Desk:
    """A desk of a timeline that is written into ``folder``."""
    store.write(timeline if timeline is not None else with_hidden(), folder)
    return Desk(folder)
