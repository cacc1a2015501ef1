"""`timeline export`: the corrected timeline, a selection of it, or the corrections, as a file to take away."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.common import DONE, CommandError, data, write_file

if TYPE_CHECKING:
    from timeline.corrections.desk import Desk


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    export = commands.add_parser(
        "export", help="write the corrected timeline as a table or as one offline page, or the corrections"
    )
    export.add_argument("--format", required=True, choices=("csv", "html", "corrections"))
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument(
        "--query",
        default="",
        metavar="ADDRESS",
        help='only this selection: what stands after the "?" in the page\'s address, such as "era=soviet-war"',
    )
    data(export)
    export.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    from timeline.corrections.desk import Desk

    desk = Desk(options.data)
    if options.format == "corrections":
        from timeline.export.corrections import corrections_csv

        if options.query:
            raise CommandError("corrections are exported whole: leave --query out.")
        write_file(options.file, corrections_csv(desk.ledger))
    else:
        write_file(options.file, _selection(options, desk))
    print(f"written to {options.file}")
    return DONE


def _selection(options: argparse.Namespace, desk: Desk) -> bytes:
    from timeline.app.address import View, read
    from timeline.app.offline import offline
    from timeline.export.csv import events_csv
    from timeline.table import select
    from timeline.topic import load

    timeline, topic = desk.corrected().timeline, load()
    query = options.query.rpartition("?")[2]  # a whole address is welcome too
    view = read(query, timeline, topic)
    if query and view == View():
        raise CommandError(
            f"--query {options.query} selects nothing that this timeline knows. "
            "Copy what stands after the '?' in the address of the page."
        )
    if options.format == "html":
        return offline(view, timeline, topic)
    return events_csv(select(timeline, view.selection))
