"""The values that people gave an event laid over the program's, and what is said of that."""

from __future__ import annotations

from collections.abc import Mapping

from timeline.corrections import standing as names
from timeline.corrections.event import Event, dated
from timeline.corrections.standing import Given, Standing
from timeline.table.rows import Row
from timeline.table.schema import JOIN
from timeline.topic import Topic

ADDED, CHECKED, CORRECTED, AGREES = "added by hand", "checked", "corrected", "agrees"
CHANGED, DIFFER, DISPUTED = "source changed, check", "two corrections of", "the date is disputed"
# How the reasons for a review begin that are about the title; the others are about the date.
_TITLE_DOUBT = "title:"


def lay_over(event: Event, given: Given, topic: Topic) -> None:
    """Give ``event`` the values in ``given``, its ``review`` what a person should look at, its ``states`` the rest."""
    event.machine = {name: value_of(event, name) for name in names.VALUES}
    if given.keys().isdisjoint(event.mentions) and not event.hidden_for:
        return  # nobody has said anything of most events
    settled: dict[str, Standing] = {}
    differ = []
    for name in names.VALUES:
        offers = [given[ident][name] for ident in event.mentions if name in given.get(ident, {})]
        if len({offer.value for offer in offers}) > 1:
            told = " and ".join(dict.fromkeys(f"“{offer.value}” ({offer.editor})" for offer in offers))
            differ.append(f"{DIFFER} {name} differ: {told}")
        elif offers:
            settled[name] = offers[0]
            _set(event, name, offers[0].value, topic)
    _tell(event, settled, given.get(event.ident, {}).get(names.VERIFIED), differ)


def _tell(event: Event, settled: Mapping[str, Standing], check: Standing | None, differ: list[str]) -> None:
    """Say of ``event`` what people made of it, now that it has the values that are ``settled``."""
    by_hand = event.added_by is not None
    ours = {} if by_hand else settled  # the program says nothing of what a person added
    agreeing = [name for name, given in ours.items() if given.value == event.machine[name]]
    corrected = [name for name in ours if name not in agreeing]
    changed = [name for name in corrected if ours[name].machine != event.machine[name]]
    checked_by = check.editor if check is not None and check.value == verified_as(event.row) else None
    if check is not None and checked_by is None:
        changed.append("what was checked")
    if event.hidden_for:
        changed.append(f"the program shows it no more ({event.hidden_for})")
    states = (
        (f"{ADDED} by {event.added_by}", by_hand),
        (f"{CHECKED} by {checked_by}", checked_by is not None),
        (f"{CORRECTED}: {', '.join(corrected)}", corrected),
        (f"{AGREES}: {', '.join(agreeing)}", agreeing),
    )
    event.states += [state for state, is_so in states if is_so]
    doubts = [reason for reason in str(event.row["review"]).split(JOIN) if reason]
    if checked_by is not None:
        doubts, event.row["confidence"] = [], 1.0
    reasons = [*(doubt for doubt in doubts if not _is_settled(doubt, settled)), *differ]
    if changed:
        reasons.append(f"{CHANGED}: {', '.join(changed)}")
    if event.disputed:
        reasons.append(DISPUTED)
    event.row["review"] = JOIN.join(reasons)


def value_of(event: Event, name: str) -> str:
    """The value of a field that the event has."""
    if name == names.DISPUTED:
        return names.YES if event.disputed else ""
    return str(event.row["edtf" if name == names.DATE else name])


def verified_as(row: Mapping[str, object]) -> str:
    """What a person has checked of an event: if it changes, the check no longer holds."""
    return f"{row['edtf']} {row['title']}"


def _is_settled(reason: str, settled: Mapping[str, Standing]) -> bool:
    return names.TITLE in settled if reason.startswith(_TITLE_DOUBT) else names.DATE in settled


def _set(event: Event, name: str, value: str, topic: Topic) -> None:
    row: Row = event.row
    if name == names.DATE:
        row.update(dated(value, topic))
    elif name == names.DISPUTED:
        event.disputed = value == names.YES
    elif name == names.IMPORTANCE:
        row[name] = int(value)
    else:
        row[name] = value
