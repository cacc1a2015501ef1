"""Processes that write to a ledger, for tests: many at once, and such as are killed. Imports little, for it is imported
in each of them."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from timeline.corrections.changes import change
from timeline.corrections.errors import Moved
from timeline.corrections.ledger import Ledger
from timeline.corrections.standing import Fingerprint


def write_often(folder: Path, number: int, times: int) -> tuple[int, int]:
    """Look and write so many times; how often it was written, and how often someone else had been quicker."""
    ledger, commits, moved = Ledger(folder), 0, 0
    for each in range(times):
        head = ledger.head()
        entry = change(Fingerprint(f"ev_{number}"), "note", str(each), str(each + 1))
        try:
            ledger.commit([entry], head, f"editor {number}")
            commits += 1
        except Moved:
            moved += 1
    return commits, moved


def run_commands() -> None:
    """Run the command given to this process in a child of it for every line that comes in; say its process id, and when it
    has ended its exit code. Everything is loaded once, so that what is killed is at work from its first moment."""
    from timeline import cli
    from timeline.corrections import desk, plan  # noqa: F401 - the commands load them when they are needed

    print("ready", flush=True)
    for _ in sys.stdin:
        child = os.fork()
        if not child:
            sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - until the end of the process
            os._exit(cli.main(sys.argv[1:]))
        print(child, flush=True)
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


if __name__ == "__main__":
    run_commands()
