"""What all commands share: their exit codes, their one kind of error, the option for the timeline's folder."""

from __future__ import annotations

import argparse
from pathlib import Path

DONE, WITH_PROBLEMS, FAILED = 0, 1, 2
DEFAULT_DATA = Path("data")


class CommandError(Exception):
    """What a command could not do: one line that says what, where and what to do next."""


def data(parser: argparse.ArgumentParser) -> None:
    """Add ``--data``."""
    parser.add_argument(
        "--data", type=Path, default=DEFAULT_DATA, metavar="DIR", help="the timeline's folder (default: data)"
    )


def count(number: int, noun: str) -> str:
    """ "1 event", "2 events" """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def write_file(path: Path, raw: bytes) -> None:
    """Write ``raw`` whole or not at all. Raises :class:`CommandError`."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(raw)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise CommandError(f"cannot write {path}: {error.strerror}. Choose another place.") from error
