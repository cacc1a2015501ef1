"""Texts kept on the disk: a timeline of many documents does not hold them all in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from tempfile import TemporaryFile
from threading import Lock
from weakref import finalize


class SpooledTexts(Mapping[str, str]):
    """Texts by the names of their documents, in the order they were added.

    They lie in one temporary file without a name, which goes when this object goes; in memory is only where
    in it each stands. Adding and reading raise OSError when the disk does.
    """

    def __init__(self) -> None:
        self._file = TemporaryFile()  # noqa: SIM115 - it lives as long as the texts do
        finalize(self, self._file.close)
        self._places: dict[str, tuple[int, int]] = {}  # name → offset and length, both in bytes
        self._lock = Lock()  # a server reads from several threads; seek and read belong together

    def add(self, name: str, text: str) -> None:
        """Keep ``text`` under ``name``."""
        content = text.encode("utf-8", "surrogatepass")
        with self._lock:
            start = self._file.seek(0, 2)
            self._file.write(content)
            self._places[name] = start, len(content)

    def __getitem__(self, name: str) -> str:
        start, length = self._places[name]
        with self._lock:
            self._file.seek(start)
            content = self._file.read(length)
        return content.decode("utf-8", "surrogatepass")

    def __reduce__(self) -> tuple[type[dict[str, str]], tuple[dict[str, str]]]:
        return dict, (dict(self),)  # a copy, or what another process gets, holds the texts themselves

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
