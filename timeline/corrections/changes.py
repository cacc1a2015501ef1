"""What an editor wants of one event → the ledger's entries that say so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property

from timeline.corrections import standing as names
from timeline.corrections.corrected import Corrected
from timeline.corrections.event import Event
from timeline.corrections.standing import Entry, Fingerprint, Standing
from timeline.corrections.values import value_of, verified_as
from timeline.events.mention import lasting_id


def change(mention: Fingerprint, name: str, old: str, new: str) -> Entry:
    """An entry on its way: when, who and in which upload is written by the ledger."""
    return Entry("", "", "", mention, name, old, new)


class Changes:
    """Makes entries for events of a ``corrected`` timeline whose ``mentions`` (by id) are known."""

    def __init__(self, corrected: Corrected, mentions: Mapping[str, Fingerprint]) -> None:
        self._corrected, self._mentions = corrected, mentions

    def set(self, event: Event, name: str, value: str) -> Iterator[Entry]:
        """Give a field of ``event`` a value: on its primary mention, and on no other. What the program says today is
        known from now on, where it was changed underneath."""
        machine, given = event.machine[name], self._given(event, name)
        if [ident for ident, _ in given] == [event.ident] and given[0][1].machine == machine:
            machine, given = given[0][1].value, []  # it is changed from what it is
        elif not given and value == machine:
            return
        for ident, before in given:
            yield change(self._known(ident), name, before.value, before.machine)
        if value != machine:
            yield change(self._known(event.ident), name, machine, value)

    def verify(self, event: Event, values: Mapping[str, str]) -> Iterator[Entry]:
        """Say that a person has checked ``event`` as it is with ``values`` (by field): what the program has changed
        underneath a correction is known from now on."""
        for name in names.VALUES:
            if name not in values and value_of(event, name) != event.machine[name]:
                yield from self.set(event, name, value_of(event, name))
        if event.hidden_for:
            yield from self.show(event.ident)
        row = {
            "edtf": values.get(names.DATE, event.row["edtf"]),
            "title": values.get(names.TITLE, event.row["title"]),
        }
        yield from self._state(event.ident, names.VERIFIED, verified_as(row))

    def delete(self, event: Event) -> Iterator[Entry]:
        """Take ``event`` away, with every mention that tells it today."""
        for ident in event.mentions:
            yield from self._state(ident, names.DELETED, names.YES)

    def restore(self, event: Event) -> Iterator[Entry]:
        """Bring a deleted ``event`` back."""
        for ident, given in self._given(event, names.DELETED):
            yield change(self._known(ident), names.DELETED, given.value, "")

    def show(self, mention_id: str) -> Iterator[Entry]:
        """Make an event of a hidden mention."""
        yield from self._state(mention_id, names.RESTORED, names.YES)

    def bring_back(self, mention_id: str) -> Iterator[Entry]:
        """Show a mention again that was deleted from an event which other mentions still tell."""
        for ident in self._kept_as.get(mention_id, []):
            yield from self._state(ident, names.DELETED, "")

    def merge(self, event: Event, target: Event) -> Iterator[Entry]:
        """Say that ``event`` is the same as ``target``, whose values stand."""
        if event is not target:
            yield from self._state(event.ident, names.MERGED_INTO, target.ident)
            yield from self._state(target.ident, names.MERGED_FROM, names.YES)  # so that it is found again

    def split(self, event: Event, mention_id: str) -> Iterator[Entry]:
        """Say that a mention of ``event`` tells another one. One that an editor had merged into it is let go."""
        merged = [
            (ident, given) for ident, given in self._given(event, names.MERGED_INTO)
            if self._corrected.attached.today[ident] == mention_id
        ]  # fmt: skip
        for ident, given in merged:
            yield change(self._known(ident), names.MERGED_INTO, given.value, "")
        if not merged:
            yield from self._state(mention_id, names.SPLIT, names.YES)

    def add(self, values: Mapping[str, str]) -> Iterator[Entry]:
        """Add an event by hand; ``values`` by field. Its id comes from its date and title, so that the same event is
        not added twice."""
        ident = self.id_of_added(values)
        if ident in self._corrected.holder:
            return
        for name in (*names.VALUES, names.ADDED):
            yield from self._state(ident, name, names.YES if name == names.ADDED else values.get(name, ""))

    @staticmethod
    def id_of_added(values: Mapping[str, str]) -> str:
        """The id that an event with these values gets when it is added."""
        return lasting_id(values[names.TITLE], values[names.DATE], 0)

    def _state(self, ident: str, name: str, value: str) -> Iterator[Entry]:
        own = self._own(ident, name)
        before = own.value if own is not None else ""
        if before != value:
            yield change(self._known(ident), name, before, value)

    def _own(self, ident: str, name: str) -> Standing | None:
        return self._corrected.corrections.fields.get(ident, {}).get(name)

    def _given(self, event: Event, name: str) -> list[tuple[str, Standing]]:
        """What stands in a field of any mention of ``event``, by the id under which the ledger keeps it."""
        idents = [ident for mention in event.mentions for ident in self._kept_as.get(mention, [])]
        fields = self._corrected.corrections.fields
        return [(ident, fields[ident][name]) for ident in idents if name in fields.get(ident, {})]

    @cached_property
    def _kept_as(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for ident in self._corrected.corrections.fields:
            if ident in self._corrected.attached.today:
                found.setdefault(self._corrected.attached.today[ident], []).append(ident)
        return found

    def _known(self, ident: str) -> Fingerprint:
        kept = self._corrected.corrections.fingerprints.get(ident)
        return kept or self._mentions.get(ident) or Fingerprint(ident)
