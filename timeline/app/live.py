"""What a running server shows: always the newest build of its folder, with all that was corrected."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import NamedTuple

from timeline.corrections import CorrectionError
from timeline.corrections.desk import Desk
from timeline.table import Timeline, store


class Version(NamedTuple):
    """What a timeline was laid together of: a build, and the ledger as far as its entry ``head``."""

    build: str
    head: int

    def __str__(self) -> str:
        return f"{self.build}-{self.head}"


class LiveDesk:
    """Calling it gives the desk of the newest build in ``folder`` that can be read, and the version of what lies on it.

    A new build that cannot be read leaves what was there standing. The first reading raises
    :class:`timeline.table.store.StoreError` or :class:`timeline.corrections.CorrectionError`.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._stamp = store.stamp(folder)
        self._desk = Desk(folder)

    def __call__(self) -> tuple[Desk, Version]:
        with self._lock:
            stamp = store.stamp(self._folder)
            if stamp and stamp != self._stamp:
                self._stamp = stamp  # one that cannot be read is not tried again at every request
                with suppress(store.StoreError, CorrectionError):
                    self._desk = Desk(self._folder)
            build = hashlib.sha256(self._stamp.encode()).hexdigest()[:8]
            return self._desk, Version(build, self._desk.ledger.head())


class LiveTimeline:
    """Calling it gives the corrected timeline in ``folder``, laid together anew whenever its build or its ledger has
    changed; ``desks``: where to take it from, if that is there already. Raises like :class:`LiveDesk`."""

    def __init__(self, folder: Path, desks: LiveDesk | None = None) -> None:
        self._desks = desks or LiveDesk(folder)
        self._lock = Lock()
        desk, self._version = self._desks()
        self._timeline = desk.corrected().timeline

    def __call__(self) -> Timeline:
        with self._lock, suppress(CorrectionError):
            desk, version = self._desks()
            if version != self._version:
                self._timeline = desk.corrected().timeline
                self._version = version
        return self._timeline
