"""Sheets as spreadsheet programs and people make them of ours, for tests: read into rows, changed, written again."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pandas as pd

from tests.made_up import six
from timeline.corrections.desk import Desk
from timeline.table import Timeline, schema, store

Rows = list[list[str]]
MIR = "Мир – “Саурская”"  # letters of cp1251 that ASCII lacks
PERSIAN = "افغانستان"
BOM = b"\xef\xbb\xbf"
ENVOY, TREATY, ROADS, TROOPS, TALIBAN, LOST = (f"ev_{letter * 10}" for letter in "bcdfgh")
RETOLD = "ev_jjjjjjjjjj"  # the second mention of TROOPS
HIDDEN = "ev_kkkkkkkkkk"

# Dates of every shape, and texts that programs like to make something else of.
EDTF = (
    "19XX", "19XX~", "197X", "1979", "1979?", "1979%", "1978-21", "1978-24~", "1978-33", "1978-36?", "1979-12", "1979-12~",
    "1979-12-24", "1979-12-24?", "1950/1973", "1950~/1973", "1950/1973?", "1950~/1973?", "197X/198X", "1924-07/1924-12~",
    "2002-03-11/2002-03-14", "2021-08-15/..", "2021~/..", "../1992", "../1992-04%", "0652", "1219-02", "-0329",
    "XXXX-12-05", "XXXX-02-29", "XXXX-12~", "XXXX-21", "XXXX-12-05/XXXX-12-09",
)  # fmt: skip
KEPT = [
    "NA", "null", "None", "nan", "TRUE", "007", "1e5", "=1+1", "'=1+1", "''=1+1", "+1", "-1", "@home", "＝1＋1", "\tindented", "'tis", "'",
    "two\nlines", "a \u202eright-to-left\u202c override", "<img src=x onerror=alert(1)>", 'she said ""so""', "a; b, c\td",
    "Kabul \u2013 Герат \u2013 افغانستان", "🙂", "e\u0301", " in the middle of blanks ",
]  # fmt: skip


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
    return written(in_columns(rows_of(raw), names))


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


def in_each_row(rows: Rows, change: Callable[[list[str]], list[str]]) -> Rows:
    """The rows with another one in the place of each, but for the header."""
    return [rows[0], *(change(row) for row in rows[1:])]


def shuffled(rows: Rows) -> Rows:
    """The rows in another order, below the header."""
    return [rows[0], *random.Random(1).sample(rows[1:], len(rows) - 1)]


def in_columns(rows: Rows, names: Sequence[str]) -> Rows:
    """The rows with these columns alone, in this order."""
    places = [rows[0].index(name) for name in names]
    return [[row[place] for place in places] for row in rows]


def without(rows: Rows, *names: str) -> Rows:
    """The rows without these columns."""
    return in_columns(rows, [name for name in rows[0] if name not in names])


def a_column_sorted(raw: bytes, name: str, reverse: bool = False) -> bytes:
    """The sheet with one column sorted without the others."""
    rows = rows_of(raw)
    place = rows[0].index(name)
    cells = sorted((row[place] for row in rows[1:]), reverse=reverse)
    return written([rows[0], *([*row[:place], cell, *row[place + 1 :]] for row, cell in zip(rows[1:], cells, strict=True))])  # fmt: skip


def doubled(raw: bytes, name: str) -> bytes:
    """The sheet with one column a second time, at its end."""
    rows = rows_of(raw)
    return written(in_columns(rows, [*rows[0], name]))


def with_line_ends(raw: bytes, end: bytes) -> bytes:
    """The sheet with these line ends, in cells too."""
    return raw.replace(b"\r\n", b"\n").replace(b"\n", end)


def in_place_of(raw: bytes, old: str, new: bytes) -> bytes:
    """The sheet with other bytes where ``old`` stood."""
    assert old.encode() in raw
    return raw.replace(old.encode(), new)


def letters_lost(raw: bytes, encoding: str) -> bytes:
    """What a program saves that cannot write all letters."""
    return raw.decode("utf-8-sig").encode(encoding, "replace")
