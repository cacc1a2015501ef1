"""The file in which the ledger lies: SQLite with a log (WAL), flushed at every commit (synchronous=FULL), so that after a
power cut or a kill it is as before or after."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from timeline.corrections.errors import CorrectionError

_VERSION = 1
_SCHEMA = """
CREATE TABLE uploads (
    id TEXT PRIMARY KEY, number INTEGER UNIQUE, at TEXT, editor TEXT, name TEXT, sha256 TEXT, raw BLOB, undoes TEXT
);
CREATE TABLE entries (
    number INTEGER PRIMARY KEY, upload TEXT, at TEXT, editor TEXT,
    mention_id TEXT, sentence TEXT, date_words TEXT, ordinal INTEGER, field TEXT, old TEXT, new TEXT, note TEXT
);
CREATE TABLE sheet_rows (rev TEXT, event_id TEXT, cells TEXT, PRIMARY KEY (rev, event_id));
CREATE TABLE seen (mention_id TEXT PRIMARY KEY, sentence TEXT, date_words TEXT, ordinal INTEGER);
CREATE TABLE made (mention_id TEXT PRIMARY KEY, of_today TEXT);
CREATE TABLE editors (name TEXT PRIMARY KEY, password TEXT);
"""
_WAIT = 60.0  # seconds that one waits for another


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that only reads, also where nobody may write; to an empty ledger where there is none. Raises
    :class:`CorrectionError`."""
    with _told(path):
        if not path.exists():
            with closing(sqlite3.connect(":memory:")) as empty:
                empty.executescript(_SCHEMA)
                yield empty
            return
        with closing(_open_to_read(path)) as db:
            yield db


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that writes all that is done with it, or nothing, and alone. Makes the file if need be. Raises
    :class:`CorrectionError`."""
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with closing(_open(path)) as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:  # where the disk is full SQLite has gone back already
                    db.execute("ROLLBACK")
                raise


def _open(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
    try:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        if _version(db) == 0:
            db.execute("BEGIN IMMEDIATE")
            if _version(db) == 0:  # nobody was quicker
                for statement in filter(str.strip, _SCHEMA.split(";")):
                    db.execute(statement)
                db.execute(f"PRAGMA user_version = {_VERSION}")
            db.execute("COMMIT")
        _refuse_other_version(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _open_to_read(path: Path) -> sqlite3.Connection:
    try:
        return _open(path)
    except sqlite3.OperationalError as error:
        log = path.with_name(f"{path.name}-wal")
        if "readonly" not in str(error) or (log.exists() and log.stat().st_size):
            raise  # a log that nobody may write into its ledger holds what was saved last
    db = sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)
    try:
        _refuse_other_version(db, path)
    except BaseException:
        db.close()
        raise
    return db


def _refuse_other_version(db: sqlite3.Connection, path: Path) -> None:
    if (version := _version(db)) != _VERSION:
        raise CorrectionError(
            f"{path} was written by another version of this program (its format is {version}, this program "
            f"reads {_VERSION}). Use that version, or export its corrections there and start anew."
        )


def _version(db: sqlite3.Connection) -> int:
    return int(db.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """What SQLite complains of, in words for the person who edits."""
    try:
        yield
    except sqlite3.Error as error:
        what_next = "Try again."
        if "full" in str(error) or "disk I/O" in str(error):
            what_next = "Free some space and try again; nothing was changed."
        elif "readonly" in str(error) or "unable to open" in str(error):
            what_next = "Choose a folder you may write to with --data DIR; nothing was changed."
        elif "not a database" in str(error) or "malformed" in str(error):
            what_next = "Move it away; a new one is begun from corrections.csv. It was left as it is."
        elif "locked" in str(error):
            what_next = "Another program holds it; try again in a moment. Nothing was changed."
        raise CorrectionError(
            f"the ledger of corrections {path} cannot be used ({error}). {what_next}"
        ) from error
