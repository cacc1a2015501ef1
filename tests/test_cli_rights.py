"""Commands where one may not write, or not read: what can be done is done, what cannot is said with what to do next."""

from __future__ import annotations

import os
from importlib import import_module

import pytest

from tests.commands import run
from tests.rights import open_folder, without_rights
from tests.sheets import desk_of, edited

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights of files are another matter on Windows")


@pytest.fixture(scope="module")
def shut():
    """A timeline with a correction, and a sheet of it, that may be read only; a folder that may not even be."""
    for module in ("app.offline", "export.csv", "corrections.report", "events.pipeline"):
        import_module(f"timeline.{module}")  # who has no rights can import nothing either
    with open_folder() as folder:
        desk = desk_of(folder / "data")
        raw = desk.sheet()
        desk.apply(edited(raw, (3, "title", "Another")), "Anna", "sheet.csv")
        (folder / "sheet.csv").write_bytes(edited(raw, (4, "title", "A third")))
        (folder / "secret").mkdir()
        (folder / "secret" / "sheet.csv").touch()
        for path in folder.rglob("*"):
            path.chmod(0o555 if path.is_dir() else 0o444)
        (folder / "secret").chmod(0)
        yield folder


READ = [
    # a command, what it says
    (["history", "--data", "data"], "Anna  1 change  sheet.csv"),
    (["check", "sheet.csv", "--data", "data"], "1 cell in 1 row would change."),
]
UNWRITTEN = "cannot write mine.csv: Permission denied. Choose another place."
REFUSED = [
    # a command, what it says
    (["apply", "sheet.csv", "--by", "Anna", "--data", "data"], "Choose a folder you may write to with --data DIR"),
    (["undo", "u0001", "--by", "Anna", "--data", "data"], "Choose a folder you may write to with --data DIR"),
    (["build", "data/texts", "--data", "data"], "cannot write the timeline to data: Permission denied. Choose a folder you may write to"),
    (["export", "--format", "csv", "mine.csv", "--data", "data"], UNWRITTEN),
    (["export", "--format", "csv", "secret/mine.csv", "--data", "data"], UNWRITTEN.replace("mine", "secret/mine")),
    (["check", "secret/sheet.csv", "--data", "data"], "cannot read secret/sheet.csv: Permission denied. Name the sheet that you saved"),
    (["history", "--data", "secret"], "cannot read the timeline in secret: Permission denied. Name a folder you may read with --data DIR."),
    (["build", "secret"], "secret: permission denied; name a file or a folder of documents"),
]  # fmt: skip


@pytest.mark.parametrize(("command", "says"), READ, ids=[" ".join(row[0]) for row in READ])
def test_what_may_be_read_is_read(shut, monkeypatch, capsys, command, says):
    monkeypatch.chdir(shut)
    with without_rights():
        code, out, err = run(capsys, *command)
    assert (code, err) == (0, "")
    assert says in out


@pytest.mark.parametrize(("command", "says"), REFUSED, ids=[" ".join(row[0]) for row in REFUSED])
def test_what_may_not_be_done_is_said(shut, monkeypatch, capsys, command, says):
    monkeypatch.chdir(shut)
    with without_rights():
        code, out, err = run(capsys, *command)
    assert (code, out) == (2, "")
    assert says in err
    assert len(err.splitlines()) == 1
