"""The corrected timeline: extraction + corrections + events added by hand.

Pure: a timeline in, a timeline out. Nothing that was extracted is lost: the mentions of a deleted event are hidden with
the reason, and what stands in doubt stands in ``review``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from timeline.corrections import standing as names
from timeline.corrections.attach import Attached, attach
from timeline.corrections.event import Event
from timeline.corrections.named import swaps
from timeline.corrections.reshape import is_deleted, reshaped
from timeline.corrections.standing import Corrections, Fingerprint, Given
from timeline.corrections.together import put_together
from timeline.corrections.values import lay_over
from timeline.corrections.writable import writable
from timeline.table.rows import cells
from timeline.table.schema import Timeline
from timeline.topic import Topic

DELETED_BY = "deleted by"


@dataclass(frozen=True)
class Corrected:
    """What became of the timeline ``extracted``: ``events`` by id, the ``deleted`` ones too; ``holder``: the event that
    holds each mention today; ``attached``: where ``corrections`` belong; ``reasons`` why mentions are deleted, by id."""

    extracted: Timeline
    events: Mapping[str, Event]
    deleted: frozenset[str]
    holder: Mapping[str, str]
    attached: Attached
    corrections: Corrections
    reasons: Mapping[str, str]

    @cached_property
    def timeline(self) -> Timeline:
        """The corrected timeline."""
        if not self.corrections.fields:
            return self.extracted
        shown = [event for ident, event in self.events.items() if ident not in self.deleted]
        return put_together(self.extracted, shown, self.reasons)

    def holder_of(self, ident: str) -> str:
        """Today's event that holds a mention, whatever its id was when it was known; '' for none."""
        return self.holder.get(self.attached.today.get(ident, ident), "")


def correct(
    timeline: Timeline,
    corrections: Corrections,
    topic: Topic,
    seen: Iterable[Fingerprint] = (),
    made: Mapping[str, str] | None = None,
    present: Mapping[str, Fingerprint] | None = None,
) -> Corrected:
    """Lay ``corrections`` over ``timeline``; ``seen`` are the mentions that were known when they were made, ``made``
    those that were made of others since, ``present`` the timeline's own :func:`fingerprints` where they are known."""
    here = fingerprints(timeline) if present is None else present
    attached = attach(corrections.fingerprints.values(), seen, here, made, swaps(topic))
    attached = attached.only(corrections.fields)  # all that was said of the others was taken back
    given: Given = defaultdict(dict)
    # What was given to the mention itself comes last, and stands.
    for ident in sorted(corrections.fields, key=lambda ident: attached.today.get(ident) == ident):
        if ident in attached.today:
            given[attached.today[ident]].update(corrections.fields[ident])
    events = reshaped(timeline, given, attached.today, topic)
    for event in events:
        lay_over(event, given, topic)
    left = [event for event in events if not is_deleted(event, given)]
    taken = [event for event in events if is_deleted(event, given)]
    reasons = {
        ident: f"{DELETED_BY} {fields[names.DELETED].editor}"
        for ident, fields in given.items() if names.DELETED in fields
    }  # fmt: skip
    return Corrected(
        extracted=timeline,
        events={event.ident: event for event in (*left, *taken)},
        deleted=frozenset(event.ident for event in taken),
        holder={ident: event.ident for event in (*taken, *left) for ident in event.mentions},
        attached=attached,
        corrections=corrections,
        reasons=reasons,
    )


def fingerprints(timeline: Timeline) -> dict[str, Fingerprint]:
    """Every mention of a timeline, shown or hidden, by id."""
    found: dict[str, Fingerprint] = {}
    often: dict[tuple[str, str, str], int] = defaultdict(int)
    for table in (timeline.mentions, timeline.hidden):
        columns = (cells(table, name) for name in ("mention_id", "document", "sentence", "date_text"))
        for ident, document, sentence, date_words in zip(*columns, strict=True):
            ordinal = often[document, sentence, date_words]
            found.setdefault(ident, Fingerprint(ident, writable(sentence), writable(date_words), ordinal))
            often[document, sentence, date_words] += 1
    return found
