"""The file that a command writes: whole or not at all, and nothing that stood there is lost."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path

from timeline.cli.common import CommandError

CSV, PAGE, WORKBOOK = "a CSV file", "a web page", "a workbook"
KEPT = "A file that is there already is replaced if nothing of it is lost by that, else kept as events.old.csv beside it."
_KINDS = {".csv": CSV, ".html": PAGE, ".htm": PAGE, ".xlsx": WORKBOOK, ".xls": WORKBOOK, ".ods": WORKBOOK}
_SUFFIXES = {CSV: ".csv", PAGE: ".html"}


def refuse_place(path: Path, kind: str, folder: Path) -> None:
    """Raises :class:`CommandError` where no file of this ``kind`` can be written, or would stand in the place of one of
    the timeline in ``folder``."""
    named = _KINDS.get(path.suffix.lower(), kind)
    if named != kind:
        better = path.with_suffix(_SUFFIXES[kind])
        raise CommandError(f"what is written is {kind}, and {path} is the name of {named}. Name it {better}.")
    try:
        if path.is_dir():
            raise CommandError(f"{path} is a folder. Name a file in it: {path / f'events{_SUFFIXES[kind]}'}")
        if path.exists() and not path.is_file():
            raise CommandError(f"{path} is no ordinary file. Choose another place.")
        if not path.parent.is_dir():
            raise CommandError(f"there is no folder {path.parent}. Choose another place, or make it first.")
    except OSError as error:
        raise _unwritable(path, error) from error
    if _is_own(path, folder):
        raise CommandError(f"{path} is a file of the timeline itself. Choose another place.")


def write(path: Path, raw: bytes, is_lost: Callable[[bytes], bool]) -> str:
    """Write ``raw`` to ``path``. What stood there, if by ``is_lost`` something of it would be lost, is kept under
    another name beside it; returns a sentence that says so, or ''. Raises :class:`CommandError`."""
    part = path.with_name(f"{path.name}.part")
    kept = None
    try:
        part.write_bytes(raw)
        old = path.read_bytes() if path.exists() else b""
        if old.strip() and old != raw and is_lost(old):
            kept = _free_name(path)
            path.rename(kept)
        part.replace(path)
    except OSError as error:
        with suppress(OSError):
            part.unlink()
        raise _unwritable(path, error) from error
    return f" The {path.name} that was there is kept as {kept}." if kept else ""


def _unwritable(path: Path, error: OSError) -> CommandError:
    return CommandError(f"cannot write {path}: {error.strerror}. Choose another place.")


def _is_own(path: Path, folder: Path) -> bool:
    from timeline.corrections import ledger
    from timeline.table import store

    if not path.resolve().is_relative_to(folder.resolve()):
        return False
    top = path.resolve().relative_to(folder.resolve()).parts[0]
    return top in (*store.DERIVED, store.MANIFEST, store.INCOMING, store.CACHE) or top.startswith(ledger.NAME)


def _free_name(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}.old{number or ''}{path.suffix}") for number in count())
    return next(name for name in names if not name.exists())
