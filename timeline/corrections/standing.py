"""Entries of the ledger → what stands today: per mention and field the value that people gave it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

# Fields of an entry. Those of an event hold its values; the others say what became of it.
DATE, DISPUTED = "date", "disputed"
TITLE, CATEGORY, ACTORS, PLACE, IMPORTANCE, NOTE = (
    "title",
    "category",
    "actors",
    "place",
    "importance",
    "note",
)
VALUES = (DATE, DISPUTED, TITLE, CATEGORY, ACTORS, PLACE, IMPORTANCE, NOTE)
VERIFIED, DELETED, RESTORED, MERGED_INTO, MERGED_FROM, SPLIT, ADDED = (
    "verified", "deleted", "restored", "merged_into", "merged_from", "split", "added",
)  # fmt: skip
FIELDS = (*VALUES, VERIFIED, DELETED, RESTORED, MERGED_INTO, MERGED_FROM, SPLIT, ADDED)
YES = "yes"


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a mention is known by, wherever its document lies: its sentence, the words of its date, and how
    often both stood in the document before. An event that was added by hand has no sentence."""

    mention_id: str
    sentence: str = ""
    date_words: str = ""
    ordinal: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """One change of one field of one mention, as the ledger keeps it for ever."""

    when: str  # UTC, ISO 8601
    editor: str
    upload: str
    mention: Fingerprint
    field: str
    old: str
    new: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an editor gave a field. ``machine`` is what the program said when it was last looked at."""

    value: str
    machine: str
    editor: str
    when: str


Given = dict[str, dict[str, Standing]]  # by the mention's id, and field


@dataclass
class Corrections:
    """All that stands: ``fields`` by mention id and field, ``fingerprints`` of every mention that was corrected."""

    fields: Given = field(default_factory=dict)
    fingerprints: dict[str, Fingerprint] = field(default_factory=dict)


def standing(entries: Iterable[Entry]) -> Corrections:
    """Lay the ``entries`` over one another, in their order.

    An entry whose ``old`` is not what the entry before it made was written against the program's own value. A
    field that is given back the program's value stands no more.
    """
    found = Corrections()
    for entry in entries:
        found.fingerprints.setdefault(entry.mention.mention_id, entry.mention)
        fields = found.fields.setdefault(entry.mention.mention_id, {})
        before = fields.get(entry.field)
        machine = before.machine if before is not None and before.value == entry.old else entry.old
        if entry.new == machine:
            fields.pop(entry.field, None)
        else:
            fields[entry.field] = Standing(entry.new, machine, entry.editor, entry.when)
    found.fields = {mention: fields for mention, fields in found.fields.items() if fields}
    return found
