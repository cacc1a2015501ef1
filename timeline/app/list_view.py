"""The list of events: the same selection as a table, events without a year at its end. Pure."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd
from dash import html

from timeline.app.attributes import attrs
from timeline.app.marks import glyph, marks
from timeline.app.words import date_words
from timeline.table import Timeline
from timeline.table.schema import items
from timeline.topic import Topic

STEP = 500  # rows drawn at once; more on request


def listing(events: pd.DataFrame, timeline: Timeline, topic: Topic, rows: int = STEP) -> list[Any]:
    """The table of the first ``rows`` of ``events``, and a button for more when there are more."""
    if events.empty:
        return []
    shown = events.head(rows)
    told = timeline.mentions[timeline.mentions["event_id"].isin(shown["event_id"])]
    documents = told.groupby("event_id")["document"].nunique().to_dict()
    names = {category.key: category.name for category in topic.categories}
    pictures = {key: glyph(mark) for key, mark in marks(topic).items()}
    head = ("Date", "Event", "Category", "Actors", "Documents")
    table = html.Table(
        [
            html.Caption("Events in order of date", className="unseen"),
            html.Thead(html.Tr([html.Th(name, scope="col") for name in head])),
            html.Tbody(
                [
                    _row(event, names, pictures, documents.get(event["event_id"], 0))
                    for event in shown.to_dict("records")
                ]
            ),
        ]
    )
    rest = len(events) - rows
    if rest <= 0:
        return [table]
    return [
        table,
        html.Button(f"Show {min(STEP, rest)} more", type="button", **attrs(data_rows=str(rows + STEP))),
    ]


def _row(
    event: Mapping[Hashable, Any], names: dict[str, str], pictures: dict[str, str], told: int
) -> html.Tr:
    key = event["category"]
    return html.Tr(
        [
            html.Td(date_words(event["edtf"])[0], className="when"),
            html.Td(html.Button(event["title"], type="button", **attrs(data_event=event["event_id"]))),
            html.Td(
                [html.Img(src=pictures[key], alt="") if key in pictures else "", names.get(key, key)],
                className="kind",
            ),
            html.Td(", ".join(items(event["actors"])), className="actors"),
            html.Td(str(told) if told else "added by hand", className="told"),
        ]
    )
