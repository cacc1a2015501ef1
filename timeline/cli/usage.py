"""How commands are typed: a mistake is told with what is possible and an example."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Sequence
from difflib import get_close_matches
from typing import NoReturn

from timeline.cli.common import FAILED

_MISSING = "the following arguments are required: "  # as argparse says it


class Parser(argparse.ArgumentParser):
    """A parser whose ``epilog`` is an example."""

    def error(self, message: str) -> NoReturn:
        if message.startswith(_MISSING):
            missing = message.removeprefix(_MISSING)
            message = f"{missing} {'are' if ', ' in missing else 'is'} missing"
        end = "" if message.endswith("?") else "."
        self.exit(FAILED, f"{self.prog}: {message}{end}\n{self.format_usage()}  {self.epilog}\n")

    def refuse(self, unknown: str) -> NoReturn:
        """Say that this command takes no argument ``unknown``."""
        if not unknown.startswith("-"):
            self.error(f"“{unknown}” is one too many")
        options = re.findall(r"(?<![\w-])--?\w[\w-]*", self.format_usage())
        self.error(f"there is no option {unknown}{_meant(unknown.partition('=')[0], options)}")


class Commands:
    """All commands of the program, each with a parser of its own."""

    def __init__(self) -> None:
        self._parser = Parser(
            prog="timeline",
            usage="timeline COMMAND … [--help]",
            description="Documents in prose go in, dated events of Afghanistan–Russia relations come out.",
        )
        self._added = self._parser.add_subparsers(
            prog="timeline", dest="command", required=True, metavar="COMMAND"
        )

    def add(self, name: str, does: str, example: str, run: Callable[[argparse.Namespace], int]) -> Parser:
        """Add a command that ``does`` something; returns its parser."""
        about = f"{does[0].upper()}{does[1:]}."
        parser = self._added.add_parser(name, help=does, description=about, epilog=f"For example: {example}")
        parser.set_defaults(run=run)
        return parser

    def parsed(self, arguments: Sequence[str]) -> argparse.Namespace:
        """The options of the command that is named first. Exits when ``arguments`` are not as they must be."""
        known = self._added.choices
        self._parser.epilog = f"The commands are {', '.join(known)}. For example: timeline build my-documents"
        first = next(iter(arguments), "")
        if first.startswith("-") and first not in ("-h", "--help"):
            self._parser.error(f"the command comes first, and {first} behind it")
        if first and not first.startswith("-") and first not in known:
            self._parser.error(f"there is no command “{first}”{_meant(first, known)}")
        options, unknown = self._parser.parse_known_args(arguments)
        if unknown:
            known[options.command].refuse(unknown[0])
        return options


def _meant(typed: str, known: Iterable[str]) -> str:
    close = get_close_matches(typed, known, n=1)
    return f"; did you mean {close[0]}?" if close else ""
