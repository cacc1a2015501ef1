"""`timeline sheet`, `check`, `apply`, `history`, `undo` and `editor`: the editors' round trip."""

from __future__ import annotations

import argparse
import gc
import getpass
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.common import (
    DEFAULT_DATA,
    DONE,
    FAILED,
    WITH_PROBLEMS,
    CommandError,
    count,
    data,
    write_file,
)

if TYPE_CHECKING:
    from timeline.corrections.desk import Desk
    from timeline.corrections.plan import Plan
    from timeline.corrections.row_plan import RowPlan

_TOLD = 100  # conflicts and errors that are printed; the rest is counted


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the commands to the parser."""
    sheet = commands.add_parser("sheet", help="write the editors' sheet, for a spreadsheet program")
    sheet.add_argument("file", type=Path, metavar="FILE.csv")
    data(sheet)
    sheet.set_defaults(run=_sheet)

    check = commands.add_parser(
        "check", help="say what a sheet would change and every problem; change nothing"
    )
    _file(check)
    check.set_defaults(run=_check)

    apply = commands.add_parser("apply", help="save the corrections of a sheet")
    _file(apply)
    apply.add_argument("--by", required=True, metavar="NAME", help="who corrects")
    apply.set_defaults(run=_apply)

    history = commands.add_parser(
        "history", help="list what was saved, and corrections that wait for a person"
    )
    data(history)
    history.set_defaults(run=_history)

    undo = commands.add_parser("undo", help="take back what was saved together")
    undo.add_argument("upload", metavar="ID", help="as `timeline history` shows it")
    undo.add_argument("--by", metavar="NAME", help="who does it (default: you)")
    data(undo)
    undo.set_defaults(run=_undo)

    editor = commands.add_parser("editor", help="add an editor, or change their password")
    editor.add_argument("name", metavar="NAME")
    data(editor)
    editor.set_defaults(run=_editor)


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.csv")
    parser.add_argument("--json", action="store_true", help="print the result as one JSON object")
    data(parser)


def _desk(options: argparse.Namespace) -> Desk:
    from timeline.corrections.desk import Desk

    return Desk(options.data)


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
    with _without_collecting():
        raw = _desk(options).sheet()
    write_file(options.file, raw)
    print(f"{count(_rows(raw), 'event')} written to {options.file}. Correct it, save it as CSV UTF-8, "
          f"then: timeline check {options.file}{_same_folder(options)}")  # fmt: skip
    return DONE


def _check(options: argparse.Namespace) -> int:
    from timeline.corrections.errors import Refused

    raw = _read(options.file)
    try:
        with _without_collecting():
            plan = _desk(options).check(raw)
    except Refused as refused:
        return _refused(options, refused)
    _tell(options, plan, "would change")
    return WITH_PROBLEMS if plan.errors or plan.conflicts else DONE


def _apply(options: argparse.Namespace) -> int:
    from timeline.corrections.errors import Refused

    raw = _read(options.file)
    try:
        with _without_collecting():
            plan, upload = _desk(options).apply(raw, options.by, options.file.name)
    except Refused as refused:
        return _refused(options, refused)
    _tell(options, plan, "changed")
    if upload and not options.json:
        print(f"Saved as {upload}. To take it back: timeline undo {upload}{_same_folder(options)}")
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


def _same_folder(options: argparse.Namespace) -> str:
    """What a next command needs to find the same timeline."""
    return "" if options.data == DEFAULT_DATA else f" --data {options.data}"


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CommandError(
            f"cannot read {path}: {error.strerror}. Name the sheet that you saved, for example: timeline check events.csv"
        ) from error


def _quoted(cell: str | None) -> str:
    return "something unknown" if cell is None else f"“{cell}”" if cell else "nothing"


def _history(options: argparse.Namespace) -> int:
    desk = _desk(options)
    for upload in desk.history():
        what = f"undoes {upload.undoes}" if upload.undoes else upload.name or "on the page"
        print(f"{upload.id}  {upload.when}  {upload.editor}  {count(upload.changes, 'change')}  {what}")
    attached = desk.corrected().attached
    for doubt in attached.doubts:
        print(
            f"to decide: a correction of “{doubt.mention.sentence}” may belong to {doubt.candidate} ({doubt.likeness:.0f} % alike)"
        )
    for orphan in attached.orphans:
        print(f"waiting: the sentence “{orphan.sentence}” is in no document now; its corrections are kept")
    return DONE


def _undo(options: argparse.Namespace) -> int:
    upload = _desk(options).undo(options.upload, options.by or _user())
    print(f"{options.upload} is undone; that is saved as {upload}.")
    return DONE


def _editor(options: argparse.Namespace) -> int:
    from timeline.corrections import editors
    from timeline.corrections.ledger import Ledger

    try:
        password = getpass.getpass(f"password for {options.name}: ")
        again = getpass.getpass("the same again: ")
    except EOFError as error:
        raise CommandError(
            "no password was given: run this in a terminal, where one can be typed."
        ) from error
    if again != password:
        raise CommandError("the two passwords differ. Nothing was changed; try again.")
    editors.add(Ledger(options.data), options.name, password)
    print(f"{options.name} may edit now: timeline serve --edit --data {options.data}")
    return DONE


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # a user without a name, as in some containers
        raise CommandError("say who does it: --by NAME.") from error


def _rows(raw: bytes) -> int:
    import csv
    import io

    return sum(1 for _ in csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""))) - 1
