"""What merge and split may be asked for: which event or mention they are about, or why not."""

from __future__ import annotations

from timeline.corrections import columns
from timeline.corrections import standing as names
from timeline.corrections.corrected import Corrected
from timeline.corrections.errors import CellError
from timeline.corrections.event import Event


def target_of(corrected: Corrected, event: Event, ident: str, given: str) -> str:
    """The id of the event into which ``event``, named ``ident`` in its row, is to be merged, ``given`` as an id of one
    of its mentions. Raises :class:`CellError`."""
    if not given:
        raise CellError(columns.TARGET, "merge needs the id of the event that this one is the same as.")
    target = corrected.holder_of(given)
    if not target or target in corrected.deleted:
        raise CellError(
            columns.TARGET, f"{given} is no event of this timeline. Take its id from a fresh sheet."
        )
    if target == event.ident and not is_merged(corrected, ident, given):
        raise CellError(
            columns.TARGET,
            f"{given} is this very event, or was merged into it: a merge cannot go in a circle.",
        )
    return target


def is_merged(corrected: Corrected, ident: str, given: str) -> bool:
    """Whether the event that was ``ident`` is merged into that of ``given`` already."""
    event = corrected.holder_of(ident)
    return event == corrected.holder_of(given) != "" and corrected.attached.today.get(ident, ident) != event


def mention_to_split(corrected: Corrected, event: Event, given: str) -> str:
    """Today's id of the mention ``given`` that is to leave ``event``; '' when it has left. Raises :class:`CellError`."""
    mention, has = corrected.attached.today.get(given, given), f"It has {', '.join(event.mentions)}."
    if not given:
        raise CellError(columns.TARGET, f"split needs the id of the mention that tells another event. {has}")
    if mention not in event.mentions:
        if names.SPLIT in corrected.corrections.fields.get(mention, {}):
            return ""
        raise CellError(columns.TARGET, f"“{given}” is no mention of this event. {has}")
    if len(event.mentions) == 1:
        raise CellError(columns.TARGET, "the event has this one mention: there is nothing to split.")
    if mention == event.ident and event.joined:
        raise CellError(
            columns.TARGET,
            f"an editor merged others into this one; give the id of the one that shall leave: {', '.join(event.joined)}.",
        )
    return mention
