"""The ledger: every correction that was ever made, in ``corrections.db`` of the data folder. It only grows.

One transaction an upload: it is there whole or not at all. Whoever writes says which state of the ledger they looked at;
if it has moved on they must look again.
"""

from __future__ import annotations

import hashlib
import itertools
import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from timeline.corrections.database import reading, writing
from timeline.corrections.errors import Moved
from timeline.corrections.standing import Entry, Fingerprint
from timeline.corrections.writable import writable

NAME = "corrections.db"
# Begins the note of an entry that takes one of an earlier upload back, before that upload's id.
UNDOES = "undoes "


@dataclass(frozen=True, slots=True)
class Upload:
    """One lot of changes that was applied together; ``changes`` counts them, ``undoes`` names the one it took back."""

    id: str
    when: str
    editor: str
    name: str
    sha256: str
    undoes: str
    changes: int


class Ledger:
    """The ledger in ``folder``; made when it is first written. Everything raises :class:`CorrectionError` when it cannot
    be used."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / NAME

    def head(self) -> int:
        """A number that grows with every change; 0 for none."""
        with reading(self.path) as db:
            return _head(db)

    def entries(self) -> list[Entry]:
        """All entries, the oldest first."""
        with reading(self.path) as db:
            return [
                Entry(row[0], row[1], row[2], Fingerprint(*row[3:7]), *row[7:])
                for row in db.execute(
                    "SELECT at, editor, upload, mention_id, sentence, date_words, ordinal, field, old, new, note"
                    " FROM entries ORDER BY number"
                )
            ]

    def uploads(self) -> list[Upload]:
        """All uploads, the oldest first."""
        with reading(self.path) as db:
            return [
                Upload(*row)
                for row in db.execute(
                    "SELECT uploads.id, uploads.at, uploads.editor, name, sha256, undoes, count(entries.number)"
                    " FROM uploads LEFT JOIN entries ON entries.upload = uploads.id"
                    " GROUP BY uploads.number ORDER BY uploads.number"
                )
            ]

    def raw(self, upload: str) -> bytes:
        """The file of an upload as it came; empty when it was no file, or lies in another copy of the ledger."""
        with reading(self.path) as db:
            row = db.execute("SELECT raw FROM uploads WHERE id = ?", (upload,)).fetchone()
            return bytes(row[0]) if row else b""

    def commit(
        self,
        changes: Sequence[Entry],
        head: int,
        editor: str,
        name: str = "",
        raw: bytes = b"",
        undoes: str = "",
    ) -> str:
        """Append ``changes`` as one upload; returns its id. Their time, editor and upload are set here. Raises
        :class:`Moved` when the ledger's head is not ``head`` any more: nothing is written then."""
        editor, name = writable(editor), writable(name)
        with writing(self.path) as db:
            if _head(db) != head:
                raise Moved("someone else has saved corrections meanwhile; look at theirs and try again.")
            number = int(db.execute("SELECT coalesce(max(number), 0) + 1 FROM uploads").fetchone()[0])
            taken = {row[0] for row in db.execute("SELECT id FROM uploads")}  # a dump may leave numbers out
            names = map("u{:04d}".format, itertools.count(number))
            upload = next(ident for ident in names if ident not in taken)
            digest = hashlib.sha256(raw).hexdigest() if raw else ""
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            entries = (replace(change, when=now, editor=editor, upload=upload) for change in changes)
            _insert(db, (upload, number, now, editor, name, digest, raw, undoes), entries)
            return upload

    def start(self, entries: Iterable[Entry]) -> None:
        """Begin a ledger without corrections with the ``entries`` of a dump; does nothing when it has any. That its file
        exists does not count: editors or the rows of a sheet may be in it, or its first writer was cut off."""
        with writing(self.path) as db:
            if _head(db):
                return
            for number, (upload, lot) in enumerate(_by_upload(entries).items(), start=1):
                undoes = lot[0].note.removeprefix(UNDOES) if lot[0].note.startswith(UNDOES) else ""
                row = (upload, number, lot[0].when, lot[0].editor, "corrections.csv", "", b"", undoes)
                _insert(db, row, lot)

    def remember_rows(self, rows: Mapping[tuple[str, str], Mapping[str, str]]) -> None:
        """Keep the cells that a sheet showed, by rev and event id: the common base of later changes."""
        with writing(self.path) as db:
            db.executemany(
                "INSERT OR IGNORE INTO sheet_rows VALUES (?, ?, ?)",
                ((rev, ident, json.dumps(cells)) for (rev, ident), cells in rows.items()),
            )

    def sheet_rows(self) -> dict[tuple[str, str], dict[str, str]]:
        """The cells of every row that a sheet ever showed, by rev and event id."""
        with reading(self.path) as db:
            found = db.execute("SELECT rev, event_id, cells FROM sheet_rows")
            return {(rev, ident): json.loads(cells) for rev, ident, cells in found}

    def remember_mentions(self, mentions: Iterable[Fingerprint], made: Mapping[str, str]) -> None:
        """Keep which mentions there were when someone looked at the timeline, and what was ``made`` of those that were
        gone by then (id → id)."""
        with writing(self.path) as db:
            db.executemany(
                "INSERT OR IGNORE INTO seen VALUES (?, ?, ?, ?)",
                ((m.mention_id, m.sentence, m.date_words, m.ordinal) for m in mentions),
            )
            db.executemany("INSERT OR IGNORE INTO made VALUES (?, ?)", made.items())

    def seen(self) -> list[Fingerprint]:
        """The mentions that were there when someone looked."""
        with reading(self.path) as db:
            return [
                Fingerprint(*row)
                for row in db.execute("SELECT mention_id, sentence, date_words, ordinal FROM seen")
            ]

    def made(self) -> dict[str, str]:
        """Ids of mentions that were gone when someone looked → what was made of them."""
        with reading(self.path) as db:
            return dict(db.execute("SELECT mention_id, of_today FROM made").fetchall())

    def editors(self) -> dict[str, str]:
        """The hashes of the editors' passwords, by name."""
        with reading(self.path) as db:
            return dict(db.execute("SELECT name, password FROM editors").fetchall())

    def set_editor(self, name: str, password_hash: str) -> None:
        """Add an editor, or change their password."""
        with writing(self.path) as db:
            db.execute("INSERT OR REPLACE INTO editors VALUES (?, ?)", (name, password_hash))


def _head(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT coalesce(max(number), 0) FROM entries").fetchone()[0])


def _insert(db: sqlite3.Connection, upload: tuple[object, ...], entries: Iterable[Entry]) -> None:
    """Append an upload, as a row of its table, and its entries."""
    db.execute("INSERT INTO uploads VALUES (?, ?, ?, ?, ?, ?, ?, ?)", upload)
    db.executemany(
        "INSERT INTO entries (upload, at, editor, mention_id, sentence, date_words, ordinal, field, old, new, note)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (e.upload, e.when, e.editor, e.mention.mention_id, e.mention.sentence, e.mention.date_words,
             e.mention.ordinal, e.field, writable(e.old), writable(e.new), e.note)
            for e in entries
        ),
    )  # fmt: skip


def _by_upload(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    lots: dict[str, list[Entry]] = {}
    for entry in entries:
        lots.setdefault(entry.upload, []).append(entry)
    return lots
