"""The list of events: the same selection as a table, events without a year at its end. Pure."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from typing import Any, NamedTuple

import pandas as pd
from dash import html

from timeline.app.address import View
from timeline.app.attributes import attrs
from timeline.app.glyphs import glyph
from timeline.app.hits import found, marked, snippet
from timeline.app.marks import marks
from timeline.app.words import date_words
from timeline.table import Timeline
from timeline.table.schema import items
from timeline.topic import Topic

UNSORTED = View()
STEP = 500  # rows drawn at once; more on request
_HEAD = (
    ("date", "Date"), ("event", "Event"), ("category", "Category"), ("actors", "Actors"), ("documents", "Documents"),
)  # fmt: skip


class _Told(NamedTuple):
    """Of one event: in how many documents it stands, and its sentences."""

    documents: int
    sentences: list[str]


def listing(
    events: pd.DataFrame, timeline: Timeline, topic: Topic, view: View = UNSORTED, rows: int = STEP
) -> list[Any]:
    """The table of the first ``rows`` of ``events`` in the order of ``view``, and a button for more when there are."""
    if events.empty:
        return []
    told = timeline.mentions[timeline.mentions["event_id"].isin(events["event_id"])]
    documents = _documents(events, timeline)
    shown = in_order(events, timeline, topic, view.sort).head(rows)
    names = {category.key: category.name for category in topic.categories}
    pictures = {key: glyph(mark) for key, mark in marks(topic).items()}
    sentences: dict[str, list[str]] = {}
    if view.selection.words:
        for event_id, sentence in zip(told["event_id"], told["sentence"], strict=True):
            sentences.setdefault(event_id, []).append(sentence)
    table = html.Table(
        [
            html.Caption("Events", className="unseen"),
            html.Thead(html.Tr([_head(key, name, view.sort or "date") for key, name in _HEAD])),
            html.Tbody(
                [
                    _row(
                        event,
                        names,
                        pictures,
                        _Told(documents.get(event["event_id"], 0), sentences.get(event["event_id"], [])),
                        view.selection.words,
                    )
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


def _documents(events: pd.DataFrame, timeline: Timeline) -> dict[Hashable, int]:
    """Event id → in how many documents it stands; without those that stand in none."""
    told = timeline.mentions[timeline.mentions["event_id"].isin(events["event_id"])]
    found: dict[Hashable, int] = told.groupby("event_id")["document"].nunique().to_dict()
    return found


def in_order(events: pd.DataFrame, timeline: Timeline, topic: Topic, sort: str) -> pd.DataFrame:
    """``events`` sorted by a column of the list (see :class:`View`); those without a year stay at the end."""
    column = sort.lstrip("-") or "date"
    rank = {category.key: at for at, category in enumerate(topic.categories)}
    keys: dict[str, Callable[[], pd.Series[Any]]] = {
        "date": lambda: pd.Series(range(len(events)), events.index),  # as they come
        "event": lambda: events["title"].str.casefold(),
        "category": lambda: events["category"].map(rank).fillna(len(rank)),
        "actors": lambda: events["actors"].str.casefold(),
        "documents": lambda: events["event_id"].map(_documents(events, timeline)).fillna(0),
    }
    order = keys[column]().sort_values(ascending=not sort.startswith("-"), kind="stable").index
    made = events.loc[order]
    lost = (made["earliest"] == "") & (made["latest"] == "")
    return pd.concat([made[~lost], made[lost]])


def _head(key: str, name: str, sort: str) -> html.Th:
    """A column's name as a button that sorts by it, the other way round when it does already."""
    here = sort.lstrip("-") == key
    down = here and sort.startswith("-")
    sign = html.Span("▼" if down else "▲", **attrs(aria_hidden="true")) if here else ""
    state = attrs(aria_sort="descending" if down else "ascending") if here else {}
    wanted = ("" if key == "date" else key) if not here or down else f"-{key}"
    return html.Th(html.Button([name, sign], type="button", **attrs(data_sort=wanted)), scope="col", **state)


def _row(
    event: Mapping[Hashable, Any], names: dict[str, str], pictures: dict[str, str], told: _Told, words: str
) -> html.Tr:
    key = event["category"]
    title = html.Button(marked(event["title"], words), type="button", **attrs(data_event=event["event_id"]))
    proof = next((sentence for sentence in told.sentences if found(sentence, words)), "")
    return html.Tr(
        [
            html.Td(date_words(event["edtf"])[0], className="when"),
            html.Td([title, html.P(snippet(proof, words), className="snippet")] if proof else title),
            html.Td(
                [html.Img(src=pictures[key], alt="") if key in pictures else "", names.get(key, key)],
                className="kind",
            ),
            html.Td(", ".join(items(event["actors"])), className="actors"),
            html.Td(str(told.documents) if told.documents else "added by hand", className="told"),
        ]
    )
