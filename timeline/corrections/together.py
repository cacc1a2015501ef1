"""The events as editors left them, and the mentions that tell them → a timeline again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from timeline.corrections.event import Event
from timeline.dates.value import DateValue
from timeline.table import schema
from timeline.table.rows import Row, records
from timeline.table.schema import Timeline


def put_together(timeline: Timeline, shown: Sequence[Event], reasons: Mapping[str, str]) -> Timeline:
    """The events ``shown`` with the mentions of ``timeline`` that tell them; all others are hidden, for a reason of
    ``reasons`` (by mention id) or that which they had."""
    holder = {ident: event.ident for event in shown for ident in event.mentions}
    extracted = set(timeline.mentions["mention_id"])  # a hidden copy of one of them stays hidden
    told: list[Row] = []
    hidden: list[Row] = []
    for row in (*records(timeline.mentions), *records(timeline.hidden)):
        ident = str(row["mention_id"])
        if ident in holder and ("reason" not in row or ident not in extracted):
            told.append({**row, "event_id": holder[ident]})
        else:
            reason = reasons.get(ident) or row.get("reason", "")
            hidden.append({"relation": 1.0, **row, "event_id": "", "reason": reason})
    often: dict[str, int] = defaultdict(int)
    for row in told:
        often[str(row["event_id"])] += 1
    for event in shown:
        event.row["mentions"] = often[event.ident]
    return Timeline(
        events=schema.frame(sorted((event.row for event in shown), key=_by_date), schema.EVENTS),
        mentions=schema.frame(sorted(told, key=_by_place), schema.MENTIONS),
        documents=timeline.documents,
        hidden=schema.frame(sorted(hidden, key=_by_place), schema.HIDDEN),
        texts=timeline.texts,
    )


def _by_date(row: Mapping[str, object]) -> tuple[Any, ...]:
    return DateValue.parse(str(row["edtf"])).sort_key, row["event_id"]


def _by_place(row: Mapping[str, object]) -> tuple[Any, ...]:
    return row["document"], row["start_char"], row["end_char"], row["mention_id"]
