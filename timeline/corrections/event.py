"""An event on its way through what editors said of it, and the rows it can begin with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.dates.value import DateValue
from timeline.table.rows import Row
from timeline.table.schema import JOIN
from timeline.topic import Topic

NEEDS_TITLE = "title: the first words of its sentence"
_TITLE_WORDS = 12


@dataclass
class Event:
    """An event on its way: its row of the table, its mentions' ids (the primary one first), and what the sheet says
    of it."""

    row: Row
    mentions: list[str]
    states: list[str] = field(default_factory=list)
    disputed: bool = False
    machine: dict[str, str] = field(default_factory=dict)  # the program's own values, by field
    joined: list[str] = field(default_factory=list)  # mentions whose events an editor merged into this one
    hidden_for: str = ""  # why the program shows it no more
    added_by: str | None = None  # the editor who added it by hand

    @property
    def ident(self) -> str:
        return str(self.row["event_id"])


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


def restored(mention: Row, topic: Topic, by_editor: bool = True) -> Event:
    """A hidden mention as an event, because an editor restored it or had corrected it before it was hidden; what its
    sentence does not tell by itself is for the editor to say."""
    ident = str(mention["mention_id"])
    row = bare(ident, topic) | _told_by(mention, topic)
    return Event(row, [ident], hidden_for="" if by_editor else str(mention["reason"]))


def row_of(event: Event, rest: Sequence[str], mentions: Mapping[str, Row], topic: Topic) -> Row:
    """The row of an event of which the mentions ``rest`` are left: if what it was shown by has gone, it begins anew from
    the first that stays."""
    first = next((mentions[ident] for ident in rest if ident in mentions), None)
    if event.ident in rest or first is None:
        return event.row
    return {**event.row, **_told_by(first, topic), "note": ""}


def _told_by(mention: Row, topic: Topic) -> Row:
    """The columns of an event that its mention tells."""
    return {
        "event_id": mention["mention_id"],
        "title": _first_words(str(mention["sentence"])),
        "sentence": mention["sentence"],
        "document": mention["document"],
        "review": NEEDS_TITLE,
        **(dated(str(mention["edtf"]), topic) if mention["edtf"] else {}),
    }


def bare(ident: str, topic: Topic) -> Row:
    """An event of which nothing is known yet."""
    return {
        "event_id": ident, "edtf": "", "earliest": "", "latest": "", "precision": "", "title": "",
        "category": topic.default_category, "era": "", "actors": "", "place": "", "importance": 1, "confidence": 0.5,
        "review": "", "note": "", "sentence": "", "document": "", "mentions": 1,
    }  # fmt: skip


def _first_words(sentence: str) -> str:
    words = sentence.split()
    return " ".join(words[:_TITLE_WORDS]).rstrip(" .,;:") + ("…" if len(words) > _TITLE_WORDS else "")
