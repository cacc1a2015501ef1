"""Which events there are: those extracted, and what editors made of them by adding, restoring, splitting, merging and
deleting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from timeline.corrections import standing as names
from timeline.corrections.event import Event, bare, restored, row_of
from timeline.corrections.standing import Given
from timeline.table.rows import Row, cells, records
from timeline.table.schema import Timeline
from timeline.topic import Topic

# What a person has said so much of is an event, also when the program has come to hide it.
_MAKES_AN_EVENT = (names.RESTORED, *names.VALUES, names.VERIFIED, names.MERGED_FROM)


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
    return replace(event, row=row_of(event, rest, mentions, topic), mentions=rest)


def _added(given: Given, topic: Topic) -> list[Event]:
    return [
        Event(bare(ident, topic) | {"confidence": 1.0}, [ident], added_by=fields[names.ADDED].editor)
        for ident, fields in given.items() if {names.ADDED, names.DATE} <= fields.keys()
    ]  # fmt: skip


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
        found.append(replace(event, row=row_of(event, rest, mentions, topic), mentions=rest))
        found += [Event(row_of(event, [ident], mentions, topic), [ident]) for ident in out]
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


def _unique(idents: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(idents))
