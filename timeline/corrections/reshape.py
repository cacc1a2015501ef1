"""Which events there are: those extracted, and what editors made of them by adding, restoring, splitting, merging and
deleting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import pandas as pd

from timeline.corrections import standing as names
from timeline.corrections.standing import Standing
from timeline.dates.value import DateValue
from timeline.table.schema import JOIN, Timeline
from timeline.topic import Topic

Row = dict[str, object]
Given = dict[str, dict[str, Standing]]  # by the mention's id of today, and field
NEEDS_TITLE = "title: the first words of its sentence"
_TITLE_WORDS = 12
# What a person has said so much of is an event, also when the program has come to hide it.
_MAKES_AN_EVENT = (names.RESTORED, *names.VALUES, names.VERIFIED, names.MERGED_FROM)


@dataclass
class Event:
    """An event on its way: its row of the table, its mentions' ids (the primary one first), and what the sheet says
    of it."""

    row: Row
    mentions: list[str]
    states: list[str] = field(default_factory=list)
    disputed: bool = False
    machine: dict[str, str] = field(default_factory=dict)  # the program's own values, by field
    joined: list[str] = field(
        default_factory=list
    )  # the mentions whose events an editor merged into this one
    hidden_for: str = ""  # why the program shows it no more
    added_by: str = ""  # the editor who added it by hand

    @property
    def ident(self) -> str:
        return str(self.row["event_id"])


def reshaped(timeline: Timeline, given: Given, today: Mapping[str, str], topic: Topic) -> list[Event]:
    """The events of ``timeline`` as editors shaped them, the deleted ones among them; ``today`` says which mention
    holds the corrections of another. Values of events that were merged away are dropped from ``given``."""
    told: dict[str, list[str]] = defaultdict(list)
    pairs = zip(cells(timeline.mentions, "mention_id"), cells(timeline.mentions, "event_id"), strict=True)
    for mention, event in pairs:
        told[event].append(mention)
    events = [
        Event(row, _unique([str(row["event_id"]), *told[str(row["event_id"])]]))
        for row in records(timeline.events)
    ]
    if not given:
        return events
    events += _added(given, topic)
    mentions = {
        str(row["mention_id"]): row for row in (*records(timeline.hidden), *records(timeline.mentions))
    }
    shown = {ident for event in events for ident in event.mentions}
    events += [
        restored(mentions[ident], topic, names.RESTORED in fields) for ident, fields in given.items()
        if ident in mentions and ident not in shown and not fields.keys().isdisjoint(_MAKES_AN_EVENT)
        and (mentions[ident]["edtf"] or names.DATE in fields)
    ]  # fmt: skip
    merged = _merged(_split(events, given, mentions, topic), given, today)
    return [_without_deleted_mentions(event, given, mentions, topic) for event in merged]


def is_deleted(event: Event, given: Given) -> bool:
    """Whether an event is taken away."""
    return any(names.DELETED in given.get(ident, {}) for ident in event.mentions)


def _without_deleted_mentions(event: Event, given: Given, mentions: Mapping[str, Row], topic: Topic) -> Event:
    """An event goes when all its mentions were deleted; if the program has since found another one, that stays."""
    rest = [ident for ident in event.mentions if names.DELETED not in given.get(ident, {})]
    if not rest or len(rest) == len(event.mentions):
        return event
    return replace(event, row=_row_of(event, rest, mentions, topic), mentions=rest)


def dated(edtf: str, topic: Topic) -> Row:
    """The columns of an event that follow from its date."""
    value = DateValue.parse(edtf)
    earliest = value.earliest.iso() if value.earliest else ""
    latest = value.latest.iso() if value.latest else ""
    return {
        "edtf": edtf,
        "earliest": earliest,
        "latest": latest,
        "precision": str(value.precision),
        "era": "" if value.year_is_lost else JOIN.join(topic.eras_touched(earliest, latest)),
    }


def records(table: pd.DataFrame) -> list[Row]:
    """The rows of a data frame; as its own to_dict gives them, and three times as fast."""
    names = list(table.columns)
    return [
        dict(zip(names, row, strict=True))
        for row in zip(*(cells(table, name) for name in names), strict=True)
    ]


def cells(table: pd.DataFrame, column: str) -> list[Any]:
    """The cells of a column; a data frame's own iteration makes an object of pandas of each first."""
    return table[column].to_numpy(dtype=object).tolist()


def _added(given: Given, topic: Topic) -> list[Event]:
    return [
        Event(_bare(ident, topic) | {"confidence": 1.0}, [ident], added_by=fields[names.ADDED].editor)
        for ident, fields in given.items() if {names.ADDED, names.DATE} <= fields.keys()
    ]  # fmt: skip


def restored(mention: Row, topic: Topic, by_editor: bool = True) -> Event:
    """A hidden mention as an event, because an editor restored it or had corrected it before it was hidden; what its
    sentence does not tell by itself is for the editor to say."""
    ident = str(mention["mention_id"])
    row = (
        _bare(ident, topic)
        | _told_by(mention)
        | (dated(str(mention["edtf"]), topic) if mention["edtf"] else {})
    )
    return Event(row, [ident], hidden_for="" if by_editor else str(mention["reason"]))


def _split(events: Sequence[Event], given: Given, mentions: Mapping[str, Row], topic: Topic) -> list[Event]:
    """Take out the mentions that tell another event."""
    apart = {ident for ident, fields in given.items() if names.SPLIT in fields}
    found = []
    for event in events:
        out = [ident for ident in event.mentions if ident in apart]
        rest = [ident for ident in event.mentions if ident not in apart]
        if not out or not rest:
            found.append(event)
            continue
        found.append(replace(event, row=_row_of(event, rest, mentions, topic), mentions=rest))
        found += [Event(_row_of(event, [ident], mentions, topic), [ident]) for ident in out]
    return found


def _merged(events: Sequence[Event], given: Given, today: Mapping[str, str]) -> list[Event]:
    """Join the events that an editor says are one; the target's values stand."""
    holder = {ident: event for event in events for ident in event.mentions}
    gone: set[int] = set()
    for ident, fields in list(given.items()):
        into = fields.get(names.MERGED_INTO)
        source = holder.get(ident)
        target = holder.get(today.get(into.value, into.value)) if into is not None else None
        if source is None or target is None or target is source:
            continue
        for mention in source.mentions:
            if mention not in target.mentions:
                target.mentions.append(mention)
            holder[mention] = target
            given[mention] = {
                name: value for name, value in given.get(mention, {}).items()
                if name not in (*names.VALUES, names.VERIFIED)
            }  # fmt: skip
        target.joined.append(ident)
        gone.add(id(source))
    return [event for event in events if id(event) not in gone]


def _row_of(event: Event, rest: Sequence[str], mentions: Mapping[str, Row], topic: Topic) -> Row:
    """The row of an event of which the mentions ``rest`` are left: if what it was shown by has gone, it begins anew from
    the first that stays."""
    first = next((mentions[ident] for ident in rest if ident in mentions), None)
    return event.row if event.ident in rest or first is None else _of_mention(event.row, first, topic)


def _of_mention(event: Row, mention: Row, topic: Topic) -> Row:
    """A mention of an event as an event of its own."""
    date = dated(str(mention["edtf"]), topic) if mention["edtf"] else {}
    return {**event, **_told_by(mention), **date, "note": ""}


def _told_by(mention: Row) -> Row:
    return {
        "event_id": mention["mention_id"],
        "title": _first_words(str(mention["sentence"])),
        "sentence": mention["sentence"],
        "document": mention["document"],
        "review": NEEDS_TITLE,
    }


def _bare(ident: str, topic: Topic) -> Row:
    """An event of which nothing is known yet."""
    return {
        "event_id": ident, "edtf": "", "earliest": "", "latest": "", "precision": "", "title": "",
        "category": topic.default_category, "era": "", "actors": "", "place": "", "importance": 1, "confidence": 0.5,
        "review": "", "note": "", "sentence": "", "document": "", "mentions": 1,
    }  # fmt: skip


def _first_words(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_TITLE_WORDS]).rstrip(" .,;:") + ("…" if len(words) > _TITLE_WORDS else "")


def _unique(idents: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(idents))
