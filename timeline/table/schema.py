"""The fixed schema of a timeline: which columns its tables have, and what may stand in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import pandas as pd

VERSION = 1  # of the files in the data folder; raised when their meaning changes

DOCUMENTS = (
    "document", "title", "publisher", "created", "source", "language", "characters", "skipped",
)  # fmt: skip
MENTIONS = (
    "mention_id", "event_id", "document", "start_char", "end_char", "date_text", "edtf", "calendar",
    "anchor", "rule", "sentence", "citations", "note",
)  # fmt: skip
EVENTS = (
    "event_id", "edtf", "earliest", "latest", "precision", "title", "category", "era", "actors", "place",
    "importance", "confidence", "review", "note", "sentence", "document", "mentions",
)  # fmt: skip
HIDDEN = (*MENTIONS, "relation", "reason")
TABLES = {"documents": DOCUMENTS, "mentions": MENTIONS, "events": EVENTS, "hidden": HIDDEN}

PRECISIONS = ("century", "decade", "year", "season", "quarter", "month", "day", "range")
INTEGERS = frozenset({"characters", "start_char", "end_char", "importance", "mentions"})
NUMBERS = frozenset({"confidence", "relation"})
JOIN = "; "  # between the items of a cell that holds a list


@dataclass(frozen=True)
class Timeline:
    """Documents read, mentions found in them, events made of the mentions.

    ``events``, ``mentions``, ``documents`` and ``hidden`` are data frames with the columns of Contract 2
    (``EVENTS``, ``MENTIONS``, ``DOCUMENTS``, ``HIDDEN``), text columns without missing values. ``events`` is
    in order of date, those without a year last. ``texts`` maps a document's name to the text that
    ``start_char`` and ``end_char`` refer to. Treat the frames as read-only.
    """

    events: pd.DataFrame
    mentions: pd.DataFrame
    documents: pd.DataFrame
    hidden: pd.DataFrame
    texts: Mapping[str, str] = field(default_factory=dict)


def frame(rows: Iterable[Mapping[str, object]], columns: tuple[str, ...]) -> pd.DataFrame:
    """A frame with exactly ``columns``, typed by the schema; a value that is absent becomes ''."""
    cells: dict[str, list[object]] = {column: [] for column in columns}
    for row in rows:  # one at a time: a list of rows would take several times the memory of the columns
        for column, values in cells.items():
            values.append(row.get(column, ""))
    return typed(cells)


def typed(cells: dict[str, list[object]]) -> pd.DataFrame:
    """A frame of these ``cells`` by column, typed by the schema. They are taken out of ``cells`` one by one."""
    names = list(cells)
    return pd.DataFrame({column: pd.Series(cells.pop(column), dtype=_type(column)) for column in names})


def _type(column: str) -> str:
    return "int64" if column in INTEGERS else "float64" if column in NUMBERS else "str"


def items(cell: str) -> list[str]:
    """The items of a list cell.

    >>> items("Soviet Union; Afghanistan")
    ['Soviet Union', 'Afghanistan']
    """
    return [part for part in cell.split(JOIN) if part]


class SchemaError(ValueError):
    """A table that is not as Contract 2 says; the message names table, column and row."""


def validate(timeline: Timeline) -> Timeline:
    """Return ``timeline`` unchanged if it keeps the schema, else raise :class:`SchemaError`."""
    for name, columns in TABLES.items():
        found = tuple(getattr(timeline, name).columns)
        if found != columns:
            raise SchemaError(f"{name}: columns are {', '.join(found)}; expected {', '.join(columns)}")
    events, mentions = timeline.events, timeline.mentions
    twice = events["event_id"][events["event_id"].duplicated()]
    if len(twice):
        raise SchemaError(f"events: event_id {twice.iloc[0]} stands twice")
    strange = events[~events["precision"].isin([*PRECISIONS, ""])]
    if len(strange):
        raise SchemaError(f"events: precision {strange['precision'].iloc[0]!r} is none of the schema's")
    lost = set(mentions["event_id"]) - set(events["event_id"])
    if lost:
        raise SchemaError(f"mentions: event_id {min(lost)} is not among the events")
    return timeline
