"""Mistyped commands: what is wrong, what is possible, an example; and never a traceback."""

from __future__ import annotations

import pytest

from tests.commands import run

MISTYPED = [
    # what was typed, what is said of it, what is shown as possible
    ("", "timeline: COMMAND is missing.", "The commands are build, dates, serve, sheet, check"),
    ("biuld", "timeline: there is no command “biuld”; did you mean build?", "timeline build my-documents"),
    ("help", "timeline: there is no command “help”", "--help"),
    ("--data x build", "timeline: the command comes first, and --data behind it.", "timeline build my-documents"),
    ("serve --prot 80", "timeline serve: there is no option --prot; did you mean --port?", "timeline serve --data my-data"),
    ("check a.csv --jsn=1", "timeline check: there is no option --jsn=1; did you mean --json?", "timeline check events.csv"),
    ("history -x", "timeline history: there is no option -x", "timeline history --data my-data"),
    ("sheet a.csv b.csv", "timeline sheet: “b.csv” is one too many.", "timeline sheet events.csv"),
    ("sheet", "timeline sheet: FILE.csv is missing.", "timeline sheet events.csv"),
    ("apply a.csv", "timeline apply: --by is missing.", "timeline apply events.csv --by Anna"),
    ("export --format pdf a.pdf", "timeline export: argument --format: invalid choice: 'pdf'", "{csv,html,corrections}"),
    ("export", "timeline export: --format, FILE are missing.", "{csv,html,corrections}"),
    ("undo", "timeline undo: ID is missing.", "timeline undo u0001 --by Anna"),
    ("serve --port abc", "timeline serve: argument --port: 'abc' is no port", "timeline serve --data my-data"),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "says", "shows"), MISTYPED, ids=[row[0] for row in MISTYPED])
def test_a_mistyped_command_is_told_with_what_is_possible(capsys, typed, says, shows):
    code, out, err = run(capsys, *typed.split())
    first, *more = err.splitlines()
    assert (code, out) == (2, "")
    assert first.startswith(says)
    assert more[0].startswith("usage: timeline")
    assert "xample: timeline " in more[-1]
    assert shows in err


@pytest.mark.parametrize("command", ["build", "dates", "serve", "sheet", "check", "apply", "history", "undo", "editor", "export"])  # fmt: skip
def test_the_help_of_every_command_has_an_example_that_can_be_typed(capsys, command):
    code, out, _ = run(capsys, command, "--help")
    assert code == 0
    assert f"For example: timeline {command} " in out
