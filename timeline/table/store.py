"""The data folder: the only reader and writer of its CSV files.

A build replaces all files together or none. It is first written whole into ``.incoming``, sealed by its
manifest (``build.json``: the schema's version and the SHA-256 of every file), then moved into place, the
manifest last. Whoever finds a sealed ``.incoming`` finishes the move, so a build cut off at any moment is
either not there or there whole.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import pandas as pd
from filelock import FileLock

from timeline.table import csv_file
from timeline.table.schema import TABLES, VERSION, SchemaError, Timeline, validate

MANIFEST, INCOMING, TEXTS, CACHE, LOCK = "build.json", ".incoming", "texts", ".cache", ".lock"
DERIVED = (*(f"{name}.csv" for name in TABLES), TEXTS)


class StoreError(Exception):
    """The data folder cannot be read or written; the message says why and what to do next."""


def prepare(folder: Path) -> None:
    """Make ``folder`` if need be. Raises :class:`StoreError` when a build could not be written there."""
    strange = next((name for name in DERIVED if (folder / name).exists()), "")
    if strange and not (folder / MANIFEST).exists() and not (folder / INCOMING / MANIFEST).exists():
        raise StoreError(
            f"{folder} is no timeline's folder, but holds {strange}, which a build would replace. "
            "Choose another folder with --data DIR."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f"{INCOMING}.probe"
        probe.touch()
        probe.unlink(missing_ok=True)  # another build may have tried the folder too
    except OSError as error:
        raise _unwritable(folder, error) from error


def write(timeline: Timeline, folder: Path, documents: Iterable[Path] = ()) -> None:
    """Replace the build in ``folder``; ``documents`` are the files and folders it was made of. Raises
    :class:`StoreError`; the build that was there is whole then."""
    validate(timeline)
    prepare(folder)
    incoming = folder / INCOMING
    try:
        with _alone(folder):
            _settle(folder)  # a build cut off while it was moved comes first
            shutil.rmtree(incoming, ignore_errors=True)
            (incoming / TEXTS).mkdir(parents=True)
            for name, columns in TABLES.items():
                csv_file.write(incoming / f"{name}.csv", getattr(timeline, name), columns)
            for document, text in timeline.texts.items():
                path = incoming / text_name(document)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(text.encode("utf-8", "surrogatepass"))
            files = {name: _digest(_flushed(incoming / name)) for name in sorted(_files(incoming))}
            made_of = sorted({str(path.resolve()) for path in documents})
            manifest = json.dumps({"version": VERSION, "documents": made_of, "files": files}, indent=1) + "\n"
            _write_whole(incoming / MANIFEST, manifest)
            _settle(folder)
    except OSError as error:
        raise _unwritable(folder, error) from error


def read(folder: Path) -> Timeline:
    """The timeline in ``folder``. Raises :class:`StoreError`: none there, or another version's."""
    for last_try in (False, False, True):
        try:
            _finish(folder)
            files = _manifest(folder)
            frames = {
                name: csv_file.read(f"{name}.csv", _read_file(folder, f"{name}.csv", files), columns)
                for name, columns in TABLES.items()
            }
            texts = {
                document: _read_file(folder, text_name(document), files).decode("utf-8", "surrogatepass")
                for document in _read_documents(frames["documents"])
            }
            return validate(Timeline(**frames, texts=texts))
        except PermissionError as error:
            raise StoreError(
                f"cannot read the timeline in {folder}: {error.strerror}. Name a folder you may read with --data DIR."
            ) from error
        except (OSError, SchemaError, KeyError, ValueError) as error:
            if last_try:
                raise StoreError(
                    f"the timeline in {folder} cannot be read ({error}). "
                    f"Build it anew from your documents: timeline build PATH… --data {folder}"
                ) from error
        time.sleep(0.1)  # a build may be coming in
    raise AssertionError("the last try returns or raises")


def documents(folder: Path) -> list[Path]:
    """The files and folders that the timeline in ``folder`` was made of; they may be gone since."""
    return [Path(path) for path in json.loads(stamp(folder) or "{}").get("documents", [])]


def stamp(folder: Path) -> str:
    """A text that changes with every build in ``folder``; cheap. '' when there is none."""
    try:
        return (folder / MANIFEST).read_text(encoding="utf-8")
    except OSError:
        return ""


def text_name(document: str) -> str:
    """Where the text of ``document`` stands below the data folder."""
    return f"{TEXTS}/{document}.txt"


def _unwritable(folder: Path, error: OSError) -> StoreError:
    what_next = (
        "Free some space and try again; the timeline that was there is still there."
        if error.errno == errno.ENOSPC
        else "Choose a folder you may write to with --data DIR."
    )
    return StoreError(f"cannot write the timeline to {folder}: {error.strerror or error}. {what_next}")


def _manifest(folder: Path) -> Mapping[str, str]:
    """The files of the build and their SHA-256."""
    path = folder / MANIFEST
    if folder.is_file():
        raise StoreError(f"{folder} is a file. Name the folder of a timeline: --data DIR.")
    if not path.exists():
        raise StoreError(
            f"there is no timeline in {folder}. Name its folder with --data DIR, or build one: "
            f"timeline build PATH… --data {folder}"
        )
    try:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        version, files = manifest["version"], dict(manifest["files"])
    except (ValueError, KeyError, TypeError) as error:
        raise StoreError(
            f"{path} is damaged. Build the timeline anew from your documents: "
            f"timeline build PATH… --data {folder}"
        ) from error
    if version != VERSION:
        raise StoreError(
            f"the timeline in {folder} was built by another version of this program (its tables have "
            f"version {version}, this program reads {VERSION}). Build it anew from your documents: "
            f"timeline build PATH… --data {folder}"
        )
    return files


def _read_file(folder: Path, name: str, files: Mapping[str, str]) -> bytes:
    """One file of the build that ``files`` describes; another build's or a damaged one is refused."""
    content = (folder / name).read_bytes()
    if hashlib.sha256(content).hexdigest() != files.get(name):
        raise SchemaError(f"{name} is not as the build wrote it")
    return content


def _alone(folder: Path) -> FileLock:
    """The folder's lock: one build at a time is written and moved."""
    return FileLock(folder / LOCK)


def _finish(folder: Path) -> None:
    """Finish a build that was cut off while it was moved, unless its writer is still at it."""
    if not (folder / INCOMING / MANIFEST).exists():
        return
    with _alone(folder):
        _settle(folder)


def _settle(folder: Path) -> None:
    """Finish the move of a sealed build, if one is waiting."""
    incoming = folder / INCOMING
    if not (incoming / MANIFEST).exists():
        return
    for name in (*DERIVED, MANIFEST):
        if not (incoming / name).exists():
            continue  # moved before the cut
        if name == TEXTS:
            shutil.rmtree(folder / TEXTS, ignore_errors=True)
        os.replace(incoming / name, folder / name)
    shutil.rmtree(incoming, ignore_errors=True)


def _read_documents(documents: pd.DataFrame) -> list[str]:
    return list(documents.loc[documents["skipped"] == "", "document"])


def _write_whole(path: Path, text: str) -> None:
    """Write so that ``path`` is there whole or not at all, also after a power cut."""
    part = path.with_name(path.name + ".part")
    with part.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def _flushed(path: Path) -> Path:
    """``path``, its content on the disk and not only on its way there."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
    return path


def _files(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
