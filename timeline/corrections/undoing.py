"""Taking an upload back: the ledger only grows, so entries that say the opposite are added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline.corrections import standing as names
from timeline.corrections.errors import CorrectionError
from timeline.corrections.ledger import UNDOES
from timeline.corrections.standing import Corrections, Entry, standing

Key = tuple[str, str]  # a mention's id and a field


def inverse(entries: Sequence[Entry], upload: str) -> list[Entry]:
    """The entries that take ``upload`` back; what others have taken back already is left out. Raises
    :class:`CorrectionError` when a later upload changed the same, or something of an event that this one brought in."""
    places = [number for number, entry in enumerate(entries) if entry.upload == upload]
    mine = [entries[place] for place in places]
    before, after, now = (
        standing(entries[:end]) for end in (min(places, default=0), max(places, default=-1) + 1, None)
    )
    keys = dict.fromkeys(map(_key, mine))
    last = {_key(entry): entry.upload for entry in entries}
    later = {last[key] for key in keys if _state(now, key) not in (_state(before, key), _state(after, key))}
    brought = {m.mention.mention_id for m in mine if m.field in (names.ADDED, names.RESTORED) and m.new}
    later |= {
        last[ident, name] for ident in brought for name in now.fields.get(ident, {}) if (ident, name) not in keys
    }  # fmt: skip
    if later:
        raise CorrectionError(f"{', '.join(sorted(later))} changed the same later. Undo that first.")
    stands = {key for key in keys if _state(now, key) == _state(after, key) != _state(before, key)}
    if not stands:
        raise CorrectionError(f"{upload} is undone already.")
    return [
        replace(entry, old=entry.new, new=entry.old, note=f"{UNDOES}{upload}")
        for entry in reversed(mine) if _key(entry) in stands
    ]  # fmt: skip


def _key(entry: Entry) -> Key:
    return entry.mention.mention_id, entry.field


def _state(corrections: Corrections, key: Key) -> tuple[str, str] | None:
    """What stands, and what the program said when it was given."""
    given = corrections.fields.get(key[0], {}).get(key[1])
    return (given.value, given.machine) if given is not None else None
