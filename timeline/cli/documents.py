"""`timeline build` and `timeline dates`: documents in."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from timeline.cli.common import DONE, WITH_PROBLEMS, CommandError, count, data
from timeline.cli.usage import Commands


def add(commands: Commands) -> None:
    """Add the commands to the parser."""
    example = "timeline build my-documents --data my-data"
    build = commands.add("build", "read documents and write the timeline's tables", example, _build)
    build.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="files or folders (default: the documents that come with the program)",
    )
    data(build)
    _dct(build)

    example = "timeline dates my-documents/report.txt --dct 2021-08-15"
    dates = commands.add("dates", "show the dates of documents and how each was read", example, _dates)
    dates.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders")
    dates.add_argument("--jsonl", action="store_true", help="one JSON object per line")
    dates.add_argument(
        "--mode",
        choices=("auto", "narrative", "news"),
        default="auto",
        help="what dates without a year are read against (default: auto)",
    )
    _dct(dates)


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
    is_new = not options.data.exists()
    store.prepare(options.data)  # says at once, not after the extraction, that it cannot be written
    try:
        timeline = pipeline.build(paths, options.dct, cache=options.data / store.CACHE, progress=progress)
    except ModelMissing as error:
        raise CommandError(str(error)) from error
    is_read = timeline.documents["skipped"] == ""
    skipped = timeline.documents[~is_read]
    if is_read.any():
        store.write(timeline, options.data, paths)
    for document, reason in zip(skipped["document"], skipped["skipped"], strict=True):
        print(f"skipped {document}: {reason}", file=sys.stderr)
    if not is_read.any():
        if is_new and not store.stamp(options.data):  # no other build has come in
            shutil.rmtree(options.data)
        raise CommandError(f"none of the documents could be read; {options.data} is as it was.")
    print(
        f"{count(len(timeline.events), 'event')} from {count(len(timeline.mentions), 'mention')} in "
        f"{count(int(is_read.sum()), 'document')}, written to {options.data}"
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
            reports=document.reports,
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


def default_documents() -> Path:
    """The documents that come with the program: in a checkout at the top, in a wheel inside the package."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "seeds"
    return inside if inside.is_dir() else package.parent / "seeds"


def _in_context(text: str, start: int, end: int) -> str:
    """The expression in brackets with some words around it, on one line."""
    before, after = text[max(0, start - 40) : start], text[end : end + 30]
    return " ".join(f"…{before}[{text[start:end]}]{after}…".split())


def _iso_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day; write it as 2021-08-15") from None
