"""`timeline history`, `undo` and `editor`: what was saved, taking it back, and who may save."""

from __future__ import annotations

import argparse
import getpass

from timeline.cli.common import DONE, CommandError, count, data, desk_of, folder_option
from timeline.cli.usage import Commands


def add(commands: Commands) -> None:
    """Add the commands to the parser."""
    does = "list what was saved, and corrections that wait for a person"
    history = commands.add("history", does, "timeline history --data my-data", _history)
    data(history)

    undo = commands.add("undo", "take back what was saved together", "timeline undo u0001 --by Anna", _undo)
    undo.add_argument("upload", type=str.lower, metavar="ID", help="as `timeline history` shows it")
    undo.add_argument("--by", metavar="NAME", help="who does it (default: you)")
    data(undo)

    does = "add an editor, or change their password"
    editor = commands.add("editor", does, "timeline editor Anna", _editor)
    editor.add_argument("name", metavar="NAME")
    data(editor)


def _history(options: argparse.Namespace) -> int:
    desk = desk_of(options)
    uploads = desk.history()
    for upload in uploads:
        what = f"undoes {upload.undoes}" if upload.undoes else upload.name or "on the page"
        print(f"{upload.id}  {upload.when}  {upload.editor}  {count(upload.changes, 'change')}  {what}")
    if not uploads:
        print(f"Nothing was corrected yet. To begin: timeline sheet events.csv{folder_option(options)}")
    attached = desk.corrected().attached
    for doubt in attached.doubts:
        print(
            f"to decide: a correction of “{doubt.mention.sentence}” may belong to {doubt.candidate} ({doubt.likeness:.0f} % alike)"
        )
    for orphan in attached.orphans:
        print(f"waiting: the sentence “{orphan.sentence}” is in no document now; its corrections are kept")
    return DONE


def _undo(options: argparse.Namespace) -> int:
    made = desk_of(options).undo(options.upload, options.by or _user())
    print(f"{options.upload} is undone; that is saved as {made}.")
    return DONE


def _editor(options: argparse.Namespace) -> int:
    from timeline.corrections import editors

    ledger = desk_of(options).ledger  # says at once that there is no timeline
    try:
        password = getpass.getpass(f"password for {options.name}: ")
        again = getpass.getpass("the same again: ")
    except EOFError as error:
        raise CommandError(
            "no password was given: run this in a terminal, where one can be typed."
        ) from error
    if again != password:
        raise CommandError("the two passwords differ. Nothing was changed; try again.")
    editors.add(ledger, options.name, password)
    print(f"{options.name} may edit now: timeline serve --edit --data {options.data}")
    return DONE


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError) as error:  # a user without a name, as in some containers
        raise CommandError("say who does it: --by NAME.") from error
