"""Commands as a person types them."""

from __future__ import annotations

from timeline import cli


def run(capsys, *arguments):
    """Exit code, what was printed, what was complained of."""
    try:
        code = cli.main([str(argument) for argument in arguments])
    except SystemExit as stopped:  # argparse
        code = stopped.code
    said = capsys.readouterr()
    return code, said.out, said.err
