"""`timeline export`: the corrected timeline, a selection of it, or the corrections, as a file to take away."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli import files
from timeline.cli.common import DONE, CommandError, count, data, desk_of
from timeline.cli.usage import Commands

if TYPE_CHECKING:
    from timeline.corrections.desk import Desk

# What is exported in words, the file, and whether something of an older file would be lost by it.
Made = tuple[str, bytes, Callable[[bytes], bool]]
_PAGE = b'<script type="text/plain" id="packed">'  # stands in every page that is exported


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    does = "write the corrected timeline as a table or as one offline page, or the corrections"
    export = commands.add("export", does, "timeline export --format html timeline.html", _export)
    export.description = f"{export.description} {files.KEPT}"
    export.add_argument("--format", required=True, choices=("csv", "html", "corrections"))
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument(
        "--query",
        default="",
        metavar="ADDRESS",
        help='only this selection: what stands after the "?" in the page\'s address, such as "era=soviet-war"',
    )
    data(export)


def _export(options: argparse.Namespace) -> int:
    files.refuse_place(options.file, files.PAGE if options.format == "html" else files.CSV, options.data)
    desk = desk_of(options)
    what, raw, is_lost = (_corrections if options.format == "corrections" else _selection)(options, desk)
    kept = files.write(options.file, raw, is_lost)
    print(f"{what} written to {options.file}.{kept}")
    return DONE


def _corrections(options: argparse.Namespace, desk: Desk) -> Made:
    from timeline.export.corrections import corrections_csv

    if options.query:
        raise CommandError("corrections are exported whole: leave --query out.")
    raw = corrections_csv(desk.ledger)
    lines = set(raw.splitlines())
    what = f"all {count(len(desk.ledger.entries()), 'correction')}"
    return what, raw, lambda old: not lines.issuperset(old.splitlines())


def _selection(options: argparse.Namespace, desk: Desk) -> Made:
    from timeline.app.address import View, read
    from timeline.app.offline import offline
    from timeline.export.csv import events_csv
    from timeline.table import schema, select
    from timeline.topic import load

    timeline, topic = desk.corrected().timeline, load()
    query = options.query.rpartition("?")[2]  # a whole address is welcome too
    view = read(query, timeline, topic)
    if query and view == View():
        raise CommandError(
            f"--query {options.query} selects nothing that this timeline knows. "
            "Copy what stands after the '?' in the address of the page."
        )
    events = select(timeline, view.selection)
    of_all = count(len(timeline.events), "event")
    what = f"{len(events)} of {of_all} ({query})" if query else f"all {of_all}"
    if options.format == "html":
        return what, offline(view, timeline, topic), lambda old: _PAGE not in old
    header = ",".join(schema.EVENTS).encode() + b"\n"
    return what, events_csv(events), lambda old: not old.startswith(header)
