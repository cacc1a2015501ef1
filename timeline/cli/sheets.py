"""`timeline sheet`, `check` and `apply`: the editors' sheet, out and in again."""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli import files
from timeline.cli.common import DONE, FAILED, WITH_PROBLEMS, CommandError, count, data, desk_of, folder_option
from timeline.cli.usage import Commands

if TYPE_CHECKING:
    from timeline.corrections.plan import Plan
    from timeline.corrections.row_plan import RowPlan

_TOLD = 100  # conflicts and errors that are printed; the rest is counted


def add(commands: Commands) -> None:
    """Add the commands to the parser."""
    does = "write the editors' sheet, for a spreadsheet program"
    sheet = commands.add("sheet", does, "timeline sheet events.csv", _sheet)
    sheet.description = f"{sheet.description} {files.KEPT}"
    sheet.add_argument("file", type=Path, metavar="FILE.csv")
    data(sheet)

    does = "say what a sheet would change and every problem; change nothing"
    _takes_file(commands.add("check", does, "timeline check events.csv", _check))

    apply = commands.add(
        "apply", "save the corrections of a sheet", "timeline apply events.csv --by Anna", _apply
    )
    _takes_file(apply)
    apply.add_argument("--by", required=True, metavar="NAME", help="who corrects")


def _takes_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.csv")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")
    data(parser)


@contextmanager
def _without_collecting() -> Iterator[None]:
    """What a sheet is read into lives until the command ends: looking through it for garbage again and again would take
    a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _sheet(options: argparse.Namespace) -> int:
    from timeline.corrections.errors import Refused

    files.refuse_place(options.file, files.CSV, options.data)
    with _without_collecting():
        desk = desk_of(options)

        def is_lost(old: bytes) -> bool:
            """Whether a file is more than a sheet of which all is applied."""
            try:
                plan = desk.check(old)
            except Refused:
                return True
            return bool(plan.entries or plan.errors or plan.conflicts or plan.ignored)

        raw = desk.sheet()
        kept = files.write(options.file, raw, is_lost)
    print(f"{count(_rows(raw), 'event')} written to {options.file}.{kept} Correct it, save it as CSV UTF-8, "
          f"then: timeline check {options.file}{folder_option(options)}")  # fmt: skip
    return DONE


def _check(options: argparse.Namespace) -> int:
    from timeline.corrections.errors import Refused

    raw = _read(options.file)
    try:
        with _without_collecting():
            plan = desk_of(options).check(raw)
    except Refused as refused:
        return _refused(options, refused)
    _tell(options, plan, "would change")
    return WITH_PROBLEMS if plan.errors or plan.conflicts else DONE


def _apply(options: argparse.Namespace) -> int:
    from timeline.corrections.errors import Refused

    raw = _read(options.file)
    try:
        with _without_collecting():
            plan, upload = desk_of(options).apply(raw, options.by, options.file.name)
    except Refused as refused:
        return _refused(options, refused)
    _tell(options, plan, "changed")
    if upload and not options.json:
        print(f"Saved as {upload}. To take it back: timeline undo {upload}{folder_option(options)}")
    return WITH_PROBLEMS if plan.errors or plan.conflicts else DONE


def _refused(options: argparse.Namespace, refused: Exception) -> int:
    from timeline.corrections import report

    if options.json:
        print(json.dumps(report.of_refusal(str(refused)), ensure_ascii=False))
        return FAILED
    raise CommandError(f"{options.file} is refused: {refused} Nothing was changed.")


def _tell(options: argparse.Namespace, plan: Plan, verb: str) -> None:
    from timeline.corrections import report

    if options.json:
        print(json.dumps(report.of_plan(plan), ensure_ascii=False))
        return
    print(f"{count(plan.changes, 'cell')} in {count(len(plan.rows), 'row')} {verb}.")
    for row in plan.rows[:_TOLD]:
        print(f"  row {row.number}: {_done(row)}")
    if len(plan.rows) > _TOLD:
        print(f"  … and {count(len(plan.rows) - _TOLD, 'row')} more")
    problems = [
        *(f"row {c.row}, {c.clash.column}: conflict. The sheet showed {_quoted(c.clash.base)}, you wrote {_quoted(c.clash.mine)}, "
          f"today it is {_quoted(c.clash.theirs)}. The row is left as it is; take a fresh sheet." for c in plan.conflicts),
        *(f"row {e.row}{', ' + e.column if e.column else ''}: {e.message}" for e in plan.errors),
    ]  # fmt: skip
    for problem in problems[:_TOLD]:
        print(problem, file=sys.stderr)
    if len(problems) > _TOLD:
        print(f"… and {count(len(problems) - _TOLD, 'problem')} more", file=sys.stderr)
    if plan.ignored:
        print(f"ignored, for nothing is taken from them: {', '.join(plan.ignored)}", file=sys.stderr)


def _done(row: RowPlan) -> str:
    told = [f"{column} → {_quoted(cell)}" for column, cell in row.changed.items() if cell or not row.action]
    return "; ".join([*([row.action] if row.action else []), *told])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(
            f"cannot read {path}: {error.strerror}. Name the sheet that you saved, for example: timeline check events.csv"
        ) from error


def _quoted(cell: str | None) -> str:
    return "something unknown" if cell is None else f"“{cell}”" if cell else "nothing"


def _rows(raw: bytes) -> int:
    import csv
    import io

    return sum(1 for _ in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))) - 1
