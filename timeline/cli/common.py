"""What all commands share: their exit codes, their one kind of error, the timeline's folder and the desk there."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.corrections.desk import Desk

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


def folder_option(options: argparse.Namespace) -> str:
    """What a next command needs to find the same timeline."""
    return "" if options.data == DEFAULT_DATA else f" --data {options.data}"


def desk_of(options: argparse.Namespace) -> Desk:
    """The desk of the timeline's folder. Raises what :class:`timeline.corrections.desk.Desk` does."""
    from timeline.corrections.desk import Desk  # it and pandas are loaded when a command needs them

    return Desk(options.data)
