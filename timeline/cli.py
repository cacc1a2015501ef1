"""The commands. The only place that prints or exits: everything else returns values and raises errors.

Exit codes: 0 done; 1 done, but with problems named; 2 could not do it.
"""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

DONE, WITH_PROBLEMS, FAILED = 0, 1, 2


class CommandError(Exception):
    """What a command could not do: one line that says what, where and what to do next."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a character shows its number
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(f"\ntimeline {options.command}: stopped; nothing was changed.", file=sys.stderr)
        return FAILED
    except BrokenPipeError:  # the reader of our output (head, less) has closed it
        sys.stderr.close()
        return DONE
    except Exception as error:
        if not _is_told(error):
            raise
        print(f"timeline {options.command}: {error}", file=sys.stderr)
        return FAILED
    return code


def _is_told(error: Exception) -> bool:
    """Whether an error's message is meant for the person who typed the command."""
    from timeline.documents import NoDocuments
    from timeline.table.store import StoreError

    return isinstance(error, CommandError | NoDocuments | StoreError | OSError)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="timeline",
        description="Documents in prose go in, dated events of Afghanistan–Russia relations come out.",
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    build = commands.add_parser("build", help="read documents and write the timeline's tables")
    build.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files or folders (default: the documents that come with the program)",
    )
    _data(build)
    _dct(build)
    build.set_defaults(run=_build)

    dates = commands.add_parser("dates", help="show the dates of documents and how each was read")
    dates.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    dates.add_argument("--jsonl", action="store_true", help="one JSON object per line")
    dates.add_argument(
        "--mode",
        choices=("auto", "narrative", "news"),
        default="auto",
        help="what dates without a year are read against (default: auto)",
    )
    _dct(dates)
    dates.set_defaults(run=_dates)

    serve = commands.add_parser("serve", help="show the timeline in the browser")
    _data(serve)
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1, this machine only)"
    )
    serve.add_argument("--port", type=_port, default=8050, help="port to listen on (default: 8050)")
    serve.set_defaults(run=_serve)
    return parser


def _data(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--data", type=Path, default=Path("data"), metavar="DIR", help="the timeline's folder (default: data)"
    )


def _dct(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--dct",
        type=_iso_day,
        metavar="DATE",
        help="creation date (YYYY-MM-DD) of documents whose head does not give it",
    )


def _build(options: argparse.Namespace) -> int:
    from tqdm import tqdm

    from timeline.documents import Document, Reading, read
    from timeline.events import ModelMissing, pipeline
    from timeline.table import store

    def progress(documents: Reading) -> Iterable[Document]:
        return tqdm(documents, desc="reading", unit="document", file=sys.stderr, leave=False, disable=None)

    paths = options.paths or [default_documents()]
    read(paths, options.dct)  # lists them: says at once that there are none, before a folder is made
    store.prepare(options.data)  # says at once, not after the extraction, that it cannot be written
    try:
        timeline = pipeline.build(paths, options.dct, cache=options.data / store.CACHE, progress=progress)
    except ModelMissing as error:
        raise CommandError(str(error)) from error
    is_read = timeline.documents["skipped"] == ""
    skipped = timeline.documents[~is_read]
    if is_read.any():
        store.write(timeline, options.data)
    for document, reason in zip(skipped["document"], skipped["skipped"], strict=True):
        print(f"skipped {document}: {reason}", file=sys.stderr)
    if not is_read.any():
        raise CommandError(f"none of the documents could be read; {options.data} is as it was.")
    print(
        f"{_count(len(timeline.events), 'event')} from {_count(len(timeline.mentions), 'mention')} in "
        f"{_count(int(is_read.sum()), 'document')}, written to {options.data}"
    )
    return WITH_PROBLEMS if len(skipped) else DONE


def _dates(options: argparse.Namespace) -> int:
    from timeline import topic
    from timeline.dates import find_dates
    from timeline.documents import read

    problems = read_any = False
    for document in read(options.paths, options.dct):
        if document.skipped:
            print(f"skipped {document.id}: {document.skipped}", file=sys.stderr)
            problems = True
            continue
        found = find_dates(
            document.text,
            document.created or None,
            options.mode,
            topic.load().named_days,
            document.no_prose,
            title=document.title,
        )
        read_any = True
        if not options.jsonl:
            print(f"== {document.id}")
        for timex in found:
            value = str(timex.value) if timex.value else None
            if options.jsonl:
                row: dict[str, object] = {
                    "doc": document.id, "start": timex.start, "end": timex.end, "text": timex.text,
                    "value": value, "anchor": timex.anchor, "rule": timex.rule,
                }  # fmt: skip
                if timex.parts:
                    row["parts"] = [
                        {"start": p.start, "end": p.end, "value": str(p.value)} for p in timex.parts
                    ]
                print(json.dumps(row, ensure_ascii=False))
            else:
                against = f"  read against {timex.anchor}" if timex.anchor else ""
                print(
                    f"{_in_context(document.text, timex.start, timex.end)}\n"
                    f"    {value or 'not settled'}  rule {timex.rule}, read by {timex.reader}{against}"
                )
    if problems and not read_any:
        raise CommandError("none of the documents could be read.")
    return WITH_PROBLEMS if problems else DONE


def _serve(options: argparse.Namespace) -> int:
    from timeline import app

    def announce(url: str) -> None:
        print(f"Serving the timeline on {url} (Ctrl-C stops)", flush=True)

    try:
        app.serve(options.data, options.host, options.port, announce)
    except app.PortError as error:
        raise CommandError(str(error)) from error
    return DONE


def default_documents() -> Path:
    """The documents that come with the program: in a checkout at the top, in a wheel inside the package."""
    package = Path(__file__).resolve().parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def _in_context(text: str, start: int, end: int) -> str:
    """The expression in brackets with some words around it, on one line."""
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    return " ".join(f"…{before}[{text[start:end]}]{after}…".split())


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _iso_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2021-08-15") from None


def _port(text: str) -> int:
    number = int(text) if text.isdecimal() else -1
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 0 to 65535")
    return number
