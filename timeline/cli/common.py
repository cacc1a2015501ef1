"""What all commands share: their exit codes, their one kind of error, the option for the timeline's folder."""

from __future__ import annotations

import argparse
from pathlib import Path

DONE, WITH_PROBLEMS, FAILED = 0, 1, 2


class CommandError(Exception):
    """What a command could not do: one line that says what, where and what to do next."""


def data(parser: argparse.ArgumentParser) -> None:
    """Add ``--data``."""
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="the timeline's folder (default: data)"
    )


def count(number: int, noun: str) -> str:
    """ "1 event", "2 events" """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
