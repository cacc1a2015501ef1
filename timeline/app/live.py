"""The timeline a running server shows: always the newest build of its folder that can be read."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from threading import Lock

from timeline.table import Timeline, store


class LiveTimeline:
    """Calling it gives the timeline in ``folder``, read again whenever its stamp has changed.

    A new build that cannot be read leaves the old one standing. The first reading raises
    :class:`timeline.table.store.StoreError` when there is nothing to show.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = Lock()
        self._stamp = store.stamp(folder)
        self._timeline = store.read(folder)

    def __call__(self) -> Timeline:
        with self._lock:
            stamp = store.stamp(self._folder)
            if stamp and stamp != self._stamp:
                self._stamp = stamp  # one that cannot be read is not tried again at every request
                with suppress(store.StoreError):
                    self._timeline = store.read(self._folder)
            return self._timeline
