"""Which files are documents, and what each is called; the contents are not looked at here."""

import errno
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

SUFFIXES = (".txt", ".md", ".html", ".htm")


class NoDocuments(ValueError):
    """There is nothing to read; the message says what, where and what to do next, in one line."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A file to read, or (`problem` says why) not; the last `parts` parts of `path` are its id."""

    path: Path
    """Absolute, as the user wrote it: links are not followed."""
    parts: int
    problem: str = ""

    @property
    def raw_id(self) -> str:
        return "/".join(self.path.parts[-self.parts :])

    @property
    def id(self) -> str:
        """The id as text that any file can hold: bytes of the name that are no UTF-8 show as `\\xe9`."""
        return self.raw_id.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def listing(paths: Iterable[Path | str]) -> list[Entry]:
    """The documents of these files and folders, sorted by id, each file once; raises `NoDocuments`.

    Left out silently: README*, corrections.csv, names that begin with a dot or an underscore and,
    inside a folder, other suffixes.
    """
    given = [Path(path) for path in paths]
    if not given:
        raise NoDocuments("no path was given: name a file or a folder of documents")
    entries: list[Entry] = []
    for path in given:
        entries += _given(path)
    if not entries:
        where = ", ".join(str(path) for path in given)
        raise NoDocuments(
            f"no documents in {where}: put .txt, .md or .html files there, or name another folder "
            "(README*, corrections.csv and names that begin with . or _ do not count)"
        )
    return sorted(_named_apart(_once(entries)), key=lambda entry: entry.id)


def _given(path: Path) -> Iterator[Entry]:
    absolute = Path(os.path.abspath(path))
    try:
        absolute.stat()
        if absolute.is_dir():
            os.scandir(absolute).close()
    except OSError as error:
        raise NoDocuments(f"{path}: {reason(error)}; name a file or a folder of documents") from None
    if absolute.is_dir():
        yield from _below(absolute)
    elif not _ignored(absolute.name):
        known = absolute.suffix.lower() in SUFFIXES
        yield Entry(absolute, 1, "" if known else "not a .txt, .md or .html file")


def _below(root: Path) -> Iterator[Entry]:
    real_root = os.path.realpath(root)
    folders = [root]
    while folders:
        folder = folders.pop()
        parts = len(folder.parts) - len(root.parts) + 1
        try:
            found = list(os.scandir(folder))
        except OSError as error:
            yield Entry(folder, parts - 1, f"the folder cannot be opened: {reason(error)}")
            continue
        if {"build.json", "texts"} <= {item.name for item in found}:
            found = [item for item in found if item.name != "texts"]  # what a build wrote is no document
        for item in found:
            path = folder / item.name
            if _ignored(item.name):
                continue
            if item.is_symlink():
                yield from _linked(path, parts, real_root)
            elif item.is_dir():
                folders.append(path)
            elif path.suffix.lower() in SUFFIXES:
                yield Entry(path, parts)


def _linked(path: Path, parts: int, real_root: str) -> Iterator[Entry]:
    """A link to a file of the same folder is read, to a folder never: its files have their own place."""
    wanted = path.suffix.lower() in SUFFIXES
    try:
        target = os.path.realpath(path, strict=True)
    except OSError as error:
        if wanted:
            yield Entry(path, parts, reason(error, link=True))
        return
    if not Path(target).is_relative_to(real_root):
        if wanted or os.path.isdir(target):
            yield Entry(path, parts, "a link out of the folder")
    elif os.path.isdir(target):
        if Path(os.path.realpath(path.parent)).is_relative_to(target):
            yield Entry(path, parts, "a link loop: it leads back to a folder it is in")
    elif wanted:
        yield Entry(path, parts)


def _ignored(name: str) -> bool:
    return name.startswith((".", "_")) or name.upper().startswith("README") or name == "corrections.csv"


def _once(entries: list[Entry]) -> Iterator[Entry]:
    """Each file once, under its own name rather than a link's and below the outermost folder given."""
    best: dict[str, Entry] = {}
    for entry in entries:
        # What is not read is known by its own place: two bad links to one target are two problems.
        key = str(entry.path) if entry.problem else os.path.realpath(entry.path)
        if key not in best or _preference(entry) < _preference(best[key]):
            best[key] = entry
    yield from best.values()


def _preference(entry: Entry) -> tuple[bool, int, str]:
    return (entry.path.is_symlink(), -entry.parts, str(entry.path))


def _named_apart(entries: Iterable[Entry]) -> list[Entry]:
    """Where two files have one id, each takes the name of the folder above in front, until they differ."""
    named = list(entries)
    while True:
        count = Counter(entry.raw_id for entry in named)
        longer = [
            replace(entry, parts=entry.parts + 1)
            if count[entry.raw_id] > 1 and entry.parts < len(entry.path.parts)
            else entry
            for entry in named
        ]
        if longer == named:
            return named
        named = longer


def reason(error: OSError, *, link: bool = False) -> str:
    """Why a file cannot be opened, in plain words."""
    if error.errno == errno.ELOOP:
        return "a link loop: it leads back to itself"
    if isinstance(error, PermissionError):
        return "permission denied"
    if isinstance(error, FileNotFoundError):
        return "a link to nothing" if link else "there is no such file or folder"
    return (error.strerror or type(error).__name__).lower()
