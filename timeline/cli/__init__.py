"""The commands. The only place that prints or exits: everything else returns values and raises errors.

Exit codes: 0 done; 1 done, but with problems named; 2 could not do it.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence

from timeline.cli import documents, exporting, ledger, serving, sheets
from timeline.cli.common import DONE, FAILED, CommandError
from timeline.cli.usage import Commands


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that cannot show a character shows its number
            stream.reconfigure(errors="backslashreplace")
    commands = Commands()
    for module in (documents, serving, sheets, ledger, exporting):
        module.add(commands)
    options = commands.parsed(sys.argv[1:] if arguments is None else arguments)
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
    from timeline.corrections import CorrectionError
    from timeline.documents import NoDocuments
    from timeline.table.store import StoreError

    return isinstance(error, CommandError | CorrectionError | NoDocuments | StoreError | OSError)
