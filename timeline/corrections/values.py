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
_TITLE_DOUBT = (
    "title:"  # how the reasons for a review begin that are about the title; the others are about the date
)


def lay_over(event: Event, given: Given, topic: Topic) -> None:
    """Give ``event`` the values in ``given``, its ``review`` what a person should look at, its ``states`` the rest."""
    machine = event.machine = {name: value_of(event, name) for name in names.VALUES}
    if given.keys().isdisjoint(event.mentions) and not event.hidden_for:
        return  # nobody has said anything of most events
    by_field = {name: _offers(event, given, name) for name in names.VALUES}
    settled: dict[str, Standing] = {}
    reasons = []
    for name, offers in by_field.items():
        if len({offer.value for offer in offers}) > 1:
            told = " and ".join(dict.fromkeys(f"“{offer.value}” ({offer.editor})" for offer in offers))
            reasons.append(f"{DIFFER} {name} differ: {told}")
        elif offers:
            settled[name] = offers[0]
    for name, offer in settled.items():
        _set(event, name, offer.value, topic)
    by_hand = event.added_by != ""
    if by_hand:
        event.states.append(f"{ADDED} by {event.added_by}")
    agreeing = [name for name, offer in settled.items() if offer.value == machine[name]]
    corrected = [name for name in settled if name not in agreeing]
    changed = [name for name in corrected if settled[name].machine != machine[name] and not by_hand]
    old = [
        reason
        for reason in str(event.row["review"]).split(JOIN)
        if reason and not _is_settled(reason, settled)
    ]
    check = given.get(event.ident, {}).get(names.VERIFIED)
    if check is not None and check.value == verified_as(event.row):
        old = []
        event.row["confidence"] = 1.0
        event.states.append(f"{CHECKED} by {check.editor}")
    elif check is not None:
        changed.append("what was checked")
    if corrected and not by_hand:
        event.states.append(f"{CORRECTED}: {', '.join(corrected)}")
    if agreeing and not by_hand:
        event.states.append(f"{AGREES}: {', '.join(agreeing)}")
    if event.hidden_for:
        changed.append(f"the program shows it no more ({event.hidden_for})")
    if changed:
        reasons.append(f"{CHANGED}: {', '.join(changed)}")
    if event.disputed:
        reasons.append(DISPUTED)
    event.row["review"] = JOIN.join([*old, *reasons])


def value_of(event: Event, name: str) -> str:
    """The value of a field that the event has."""
    if name == names.DISPUTED:
        return names.YES if event.disputed else ""
    return str(event.row["edtf" if name == names.DATE else name])


def verified_as(row: Mapping[str, object]) -> str:
    """What a person has checked of an event: if it changes, the check no longer holds."""
    return f"{row['edtf']} {row['title']}"


def _offers(event: Event, given: Given, name: str) -> list[Standing]:
    return [given[ident][name] for ident in event.mentions if name in given.get(ident, {})]


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
