"""The timeline as it stands at one version: what the page shows, and what edits are planned against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from threading import Lock

from timeline.app.edit.items import Item, items
from timeline.app.live import LiveDesk, Version
from timeline.corrections.corrected import Corrected
from timeline.corrections.desk import Desk
from timeline.corrections.event import Event
from timeline.corrections.standing import Standing
from timeline.corrections.today import Today
from timeline.table.rows import Row, records
from timeline.topic import Topic


@dataclass(frozen=True)
class Now:
    """``today`` is what ``desk`` had at this ``version``, on this ``day``."""

    desk: Desk
    today: Today
    version: Version
    day: date
    topic: Topic

    @property
    def corrected(self) -> Corrected:
        return self.today.corrected

    @cached_property
    def items(self) -> Mapping[str, Item]:
        """Every row of every list, by id, events in order of date."""
        return {item.ident: item for item in items(self.today, self.topic)}

    @cached_property
    def told(self) -> Mapping[str, list[Row]]:
        """The rows of every mention, shown or hidden, by its id: one in each document that has it."""
        found: dict[str, list[Row]] = defaultdict(list)
        timeline = self.corrected.timeline
        for row in (*records(timeline.mentions), *records(timeline.hidden)):
            found[str(row["mention_id"])].append(row)
        return found

    def event(self, ident: str) -> Event | None:
        """Today's event of this id."""
        return self.corrected.events.get(ident)

    def given(self, mentions: Iterable[str]) -> list[tuple[str, Standing]]:
        """What people gave the fields of these mentions of today."""
        wanted, fields = set(mentions), self.corrected.corrections.fields
        homes = self.corrected.attached.today
        return [
            pair for ident, given in fields.items() if homes.get(ident) in wanted for pair in given.items()
        ]

    def who_saved_since(self, version: str) -> str:
        """Who has changed what since ``version``, in words; '' when nothing has."""
        if version == str(self.version):
            return ""
        head = version.rpartition("-")[2]
        since = {e.upload for e in self.desk.ledger.entries()[int(head) if head.isdecimal() else 0 :]}
        saved = [f"{one.editor} saved {one.id}" for one in self.desk.history() if one.id in since]
        return "; ".join(saved) or "the timeline was built anew"


class Newest:
    """Calling it gives the timeline as it stands now; it is laid together only when something has changed."""

    def __init__(self, desks: LiveDesk, topic: Topic) -> None:
        self._desks, self._topic, self._lock = desks, topic, Lock()
        self._now: Now | None = None

    def __call__(self) -> Now:
        with self._lock:
            desk, version = self._desks()
            day = datetime.now(UTC).date()
            if self._now is None or (self._now.version, self._now.day) != (version, day):
                self._now = Now(desk, desk.today(), version, day, self._topic)
            return self._now
