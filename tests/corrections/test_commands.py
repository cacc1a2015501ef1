"""The editors' commands as a person types them, mistakes included."""

from __future__ import annotations

import json

import pytest

from tests.commands import run
from tests.made_up import many
from tests.sheets import MIR, TREATY, desk_of, doubled, edited, with_letters
from timeline import cli
from timeline.table import store


@pytest.fixture
def folder(tmp_path):
    store.write(with_letters(MIR), tmp_path / "data")
    return tmp_path


BY_COMMAND = [
    # what is sent, raw → raw, exit code, (changes, rows of conflicts, rows of errors, ignored), a word of why it is refused
    ("nothing new", lambda raw: raw, 0, (0, [], [], []), None),
    ("a change", lambda raw: edited(raw, (3, "title", "Another")), 0, (1, [], [], []), None),
    ("a change and an error", lambda raw: edited(raw, (3, "title", "Another"), (4, "year", "79")), 1, (1, [], [4], []), None),
    ("a conflict", lambda raw: edited(raw, (3, "rev", ""), (3, "title", "Another")), 1, (0, [3], [], []), None),
    ("an own column", lambda raw: doubled(raw, "title").replace(b"status,title", b"status,Mine"), 0, (0, [], [], ["Mine"]), None),
    ("a workbook", lambda raw: b"PK\x03\x04", 2, (0, [], [], []), "workbook"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("change", "code", "expected", "refused"),
    [row[1:] for row in BY_COMMAND],
    ids=[row[0] for row in BY_COMMAND],
)
def test_check_and_apply_as_commands(folder, capsys, change, code, expected, refused):
    data, file = ("--data", folder / "data"), folder / "sheet.csv"
    assert run(capsys, "sheet", file, *data)[0] == 0
    file.write_bytes(change(file.read_bytes()))
    for arguments in (("check", file, "--json"), ("apply", file, "--by", "Anna", "--json")):
        found, out, err = run(capsys, *arguments, *data)
        said = json.loads(out)
        assert (found, err) == (code, "")
        rows = [[problem["row"] for problem in said[key]] for key in ("conflicts", "errors")]
        assert (said["changes"], *rows, said["ignored"]) == expected
        assert (said["refused"] is None) if refused is None else (refused in said["refused"])
    found, out, err = run(capsys, "apply", file, "--by", "Anna", *data)
    assert found == code
    assert "Traceback" not in err
    if refused:
        assert refused in err
        assert "Nothing was changed" in err


def test_the_round_trip_as_commands(folder, capsys):
    data, file = ("--data", folder / "data"), folder / "sheet.csv"
    _, out, _ = run(capsys, "sheet", file, *data)
    assert out.startswith("6 events written to")
    file.write_bytes(edited(file.read_bytes(), (3, "title", "Another"), (3, "year", "1920")))
    code, out, _ = run(capsys, "apply", file, "--by", "Anna", *data)
    assert (code, out.splitlines()[1]) == (0, "  row 3: year → “1920”; title → “Another”")
    assert (
        out.splitlines()[-1]
        == f"Saved as u0001. To take it back: timeline undo u0001 --data {folder / 'data'}"
    )
    code, out, _ = run(capsys, "history", *data)
    assert "u0001" in out
    assert "Anna  2 changes  sheet.csv" in out
    run(capsys, "export", "--format", "csv", folder / "events.csv", *data)
    assert f"{TREATY},1920,1920-01-01,1920-12-31,year,Another," in (folder / "events.csv").read_text(
        encoding="utf-8"
    )
    code, out, _ = run(capsys, "undo", "u0001", "--by", "Boris", *data)
    assert (code, out) == (0, "u0001 is undone; that is saved as u0002.\n")
    code, _, err = run(capsys, "undo", "u0001", "--by", "Boris", *data)
    assert (code, "undone already" in err) == (2, True)
    code, _, err = run(capsys, "undo", "u0009", "--by", "Boris", *data)
    assert (code, "no upload u0009" in err) == (2, True)
    run(capsys, "export", "--format", "corrections", folder / "corrections.csv", *data)
    assert len((folder / "corrections.csv").read_text(encoding="utf-8").splitlines()) == 5


def test_the_history_of_nothing_is_said_and_an_id_may_be_written_in_capitals(folder, capsys):
    data, file = ("--data", folder / "data"), folder / "sheet.csv"
    run(capsys, "sheet", file, *data)
    told = f"Nothing was corrected yet. To begin: timeline sheet events.csv --data {folder / 'data'}\n"
    assert run(capsys, "history", *data) == (0, told, "")
    file.write_bytes(edited(file.read_bytes(), (3, "title", "Another")))
    run(capsys, "apply", file, "--by", "Anna", *data)
    assert told not in run(capsys, "history", *data)[1]
    said = run(capsys, "undo", "U0001", "--by", "Boris", *data)
    assert said == (0, "u0001 is undone; that is saved as u0002.\n", "")


@pytest.mark.parametrize("name", ["sheet.xlsx", "sheet", "sheet.txt"])
def test_a_sheet_is_read_by_what_it_holds_whatever_its_name(folder, capsys, name):
    data, file = ("--data", folder / "data"), folder / name
    file.write_bytes(edited(desk_of(folder / "data", with_letters(MIR)).sheet(), (3, "title", "Another")))
    assert run(capsys, "check", file, *data)[1].startswith("1 cell in 1 row would change.\n")


def test_what_is_no_file_is_said_so(folder, capsys):
    for command in (("check",), ("apply", "--by", "Anna")):
        code, _, err = run(capsys, *command, folder / "none.csv", "--data", folder / "data")
        assert (code, "cannot read" in err, "none.csv" in err) == (2, True, True)


def test_many_problems_are_counted(tmp_path, capsys):
    desk = desk_of(tmp_path / "data", many(150))
    raw = desk.sheet()
    (tmp_path / "sheet.csv").write_bytes(edited(raw, *((number, "month", "13") for number in range(2, 152))))
    code, _, err = run(capsys, "check", tmp_path / "sheet.csv", "--data", tmp_path / "data")
    assert code == 1
    assert len(err.splitlines()) == 101
    assert err.splitlines()[-1] == "… and 50 problems more"


CANNOT = [
    ("no such file", ["check", "nowhere.csv"], "nowhere.csv"),
    ("no timeline", ["sheet", "a.csv", "--data", "nowhere"], "timeline build"),
    ("no timeline, and an editor", ["editor", "Anna", "--data", "nowhere"], "timeline build"),
    (
        "a file for a folder",
        ["history", "--data", "sheet.csv"],
        "sheet.csv is a file. Name the folder of a timeline",
    ),
    ("the table of events", ["check", "data/events.csv"], "is the table of events, not the editors' sheet"),
    ("a folder for a sheet", ["check", "data"], "cannot read data"),
    ("nobody", ["apply", "sheet.csv", "--by", " "], "--by NAME"),
    ("a place that is none", ["sheet", "nowhere/deep/a.csv"], "Choose another place"),
]


@pytest.mark.parametrize(("arguments", "says"), [row[1:] for row in CANNOT], ids=[row[0] for row in CANNOT])
def test_what_cannot_be_done_is_said(folder, capsys, monkeypatch, arguments, says):
    monkeypatch.chdir(folder)
    run(capsys, "sheet", "sheet.csv")
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert says in err


def test_a_refusal_as_json_is_one_object(tmp_path, capsys):
    desk_of(tmp_path / "data")
    (tmp_path / "sheet.csv").write_bytes(b"")
    assert cli.main(["check", str(tmp_path / "sheet.csv"), "--json", "--data", str(tmp_path / "data")]) == 2
    assert set(json.loads(capsys.readouterr().out)) == {
        "refused",
        "changes",
        "conflicts",
        "errors",
        "ignored",
    }
