"""The commands as a person types them, mistakes included."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys

import pytest

from tests.commands import run
from tests.conftest import ROOT
from tests.made_up import six
from timeline.cli import documents
from timeline.table import store

GOOD = "In 1919 Soviet Russia recognised Afghanistan."


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path


def write(folder, **files):
    for name, content in files.items():
        path = folder / "in" / name.replace("__", ".")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / "in"


def test_build_writes_the_tables_and_says_how_many(folder, capsys):
    code, out, _ = run(capsys, "build", write(folder, a__txt=GOOD), "--data", folder / "data")
    assert code == 0
    assert "1 event from 1 mention in 1 document" in out
    read = store.read(folder / "data")
    assert list(read.events["edtf"]) == ["1919"]
    assert list(read.events["era"]) == ["first-treaties"]


SKIPPED = [
    ("an empty file", {"a__txt": GOOD, "b__txt": b""}, "skipped b.txt: empty"),
    (
        "a picture named .txt",
        {"a__txt": GOOD, "b__txt": b"\x89PNG\r\n\x1a\n" + bytes(50)},
        "skipped b.txt: not a text",
    ),
    ("NUL bytes", {"a__txt": GOOD, "b__txt": b"In 1919\0 it fell."}, "skipped b.txt: contains NUL"),
]


@pytest.mark.parametrize(("files", "says"), [row[1:] for row in SKIPPED], ids=[row[0] for row in SKIPPED])
def test_what_cannot_be_read_is_named_and_the_rest_goes_on(folder, capsys, files, says):
    code, out, err = run(capsys, "build", write(folder, **files), "--data", folder / "data")
    assert code == 1
    assert says in err
    assert "1 event" in out
    skipped = store.read(folder / "data").documents.set_index("document").loc["b.txt", "skipped"]
    assert skipped.startswith(says.removeprefix("skipped b.txt: "))


def test_a_link_out_of_the_folder_is_not_followed(folder, capsys):
    inside = write(folder, a__txt=GOOD)
    (folder / "secret.txt").write_text("In 1979 Soviet troops invaded Afghanistan.")
    (inside / "b.txt").symlink_to(folder / "secret.txt")
    code, out, err = run(capsys, "build", inside, "--data", folder / "data")
    assert code == 1
    assert "skipped b.txt" in err
    assert "out of the folder" in err
    assert "1 event" in out


REFUSED = [
    ("a folder that does not exist", lambda f: ["build", f / "nowhere", "--data", f / "data"], "nowhere"),
    ("a folder without documents", lambda f: ["build", f / "in", "--data", f / "data"], "no documents"),
    ("a creation date that is no day", lambda f: ["build", f / "in", "--dct", "31/3/2020"], "write it as"),
    ("an unknown mode", lambda f: ["dates", f / "in", "--mode", "poetry"], "poetry"),
    ("no command", lambda f: [], "COMMAND"),
    ("an unknown command", lambda f: ["biuld"], "biuld"),
    ("serving what is not there", lambda f: ["serve", "--data", f / "data"], "timeline build PATH… --data"),
    ("a port that is none", lambda f: ["serve", "--port", "70000"], "no port"),
]


@pytest.mark.parametrize(("arguments", "says"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_done_is_said_in_one_line(folder, capsys, arguments, says):
    code, out, err = run(capsys, *arguments(folder))
    assert code == 2
    assert says.lower() in err.lower()
    assert "Traceback" not in err
    complaint = [line for line in err.splitlines() if not line.startswith(("usage:", " "))]
    assert len(complaint) == 1
    assert out == ""
    assert not (folder / "data").exists()


def test_what_was_not_made_by_a_build_is_not_replaced(folder, capsys):
    (folder / "data" / "texts").mkdir(parents=True)
    (folder / "data" / "texts" / "mynotes.txt").write_text("mine")
    code, _, err = run(capsys, "build", write(folder, a__txt=GOOD), "--data", folder / "data")
    assert code == 2
    assert "texts" in err
    assert (folder / "data" / "texts" / "mynotes.txt").read_text() == "mine"


def test_a_build_of_nothing_that_can_be_read_leaves_the_last_one(folder, capsys):
    run(capsys, "build", write(folder, a__txt=GOOD), "--data", folder / "data")
    before = store.stamp(folder / "data")
    (folder / "in" / "a.txt").write_bytes(b"")
    code, _, err = run(capsys, "build", folder / "in", "--data", folder / "data")
    assert code == 2
    assert "skipped a.txt: empty" in err
    assert store.stamp(folder / "data") == before


def test_a_first_build_of_nothing_that_can_be_read_leaves_no_folder(folder, capsys):
    code, _, err = run(capsys, "build", write(folder, a__txt=b""), "--data", folder / "data")
    assert (code, err.splitlines()[0]) == (2, "skipped a.txt: empty")
    assert not (folder / "data").exists()


def test_a_build_does_not_read_what_a_build_wrote(folder, capsys):
    documents = write(folder, a__txt=GOOD)
    for _ in range(2):
        code, out, _ = run(capsys, "build", documents, "--data", documents / "data")
        assert (code, "in 1 document" in out) == (0, True)


def test_a_refused_build_leaves_the_last_one(folder, capsys):
    run(capsys, "build", write(folder, a__txt=GOOD), "--data", folder / "data")
    before = store.stamp(folder / "data")
    assert run(capsys, "build", folder / "nowhere", "--data", folder / "data")[0] == 2
    assert store.stamp(folder / "data") == before


def test_an_output_folder_that_cannot_be_written(folder, capsys):
    (folder / "data").write_text("a file is in the way")
    code, _, err = run(capsys, "build", write(folder, a__txt=GOOD), "--data", folder / "data" / "deeper")
    assert code == 2
    assert "cannot write" in err
    assert "--data" in err


def test_serving_an_older_data_folder(folder, capsys):
    store.write(six(), folder / "data")
    (folder / "data" / "build.json").write_text('{"version": 0, "files": {}}')
    code, _, err = run(capsys, "serve", "--data", folder / "data", "--port", "0")
    assert code == 2
    assert "another version" in err
    assert "timeline build PATH… --data" in err


def test_a_port_in_use(folder, capsys):
    store.write(six(), folder / "data")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        code, _, err = run(capsys, "serve", "--data", folder / "data", "--port", taken.getsockname()[1])
    assert code == 2
    assert "in use" in err
    assert "--port" in err


def test_a_single_line_of_two_megabytes(folder, capsys):
    line = (GOOD + " ") + "lorem ipsum dolor " * 116_000
    code, out, _ = run(capsys, "build", write(folder, a__txt=line), "--data", folder / "data")
    assert code == 0
    assert "1 event" in out


HOSTILE = {
    "may": "May " * 16_000, "brackets": "(" * 100_000, "slashes": "1/1/" * 50_000, "line": "x1" * 500_000,
    "dots": "." * 50_000 + "a", "dates without a stop": "In 1919 Russia and Kabul met and " * 1500,
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_built(folder, capsys, text):
    code, _, _ = run(capsys, "build", write(folder, a__txt=text, b__txt=GOOD), "--data", folder / "data")
    assert code == 0
    assert "1919" in set(store.read(folder / "data").events["edtf"])


def test_a_warm_build_is_the_same_as_a_cold_one(folder, capsys):
    documents = write(folder, a__txt=GOOD, b__md="# B\n\nIn 1921 Soviet Russia and Kabul signed a treaty.")
    run(capsys, "build", documents, "--data", folder / "data")
    cold = store.read(folder / "data")
    shutil.rmtree(folder / "data" / "texts")
    run(capsys, "build", documents, "--data", folder / "data")
    warm = store.read(folder / "data")
    assert warm.events.equals(cold.events)
    (documents / "b.md").write_text("# B\n\nIn 1931 Soviet Russia and Kabul signed a treaty.")
    run(capsys, "build", documents, "--data", folder / "data")
    assert list(store.read(folder / "data").events["edtf"]) == ["1919", "1931"]
    assert len(list((folder / "data" / ".cache").iterdir())) == 2


def test_dates_as_json(folder, capsys):
    text = (
        "Caf\u00e9s closed between 1914 and 1918. On 24 December 1979 it snowed for ten years, now and then."
    )
    code, out, _ = run(capsys, "dates", write(folder, a__txt=text), "--jsonl")
    rows = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [(r["doc"], r["text"], r["value"]) for r in rows] == [
        ("a.txt", "1914 and 1918", "1914/1918"), ("a.txt", "24 December 1979", "1979-12-24"),
    ]  # fmt: skip
    assert all(text[r["start"] : r["end"]] == r["text"] for r in rows)
    assert [(text[p["start"] : p["end"]], p["value"]) for p in rows[0]["parts"]] == [
        ("1914", "1914"),
        ("1918", "1918"),
    ]
    assert set(rows[1]) == {"doc", "start", "end", "text", "value", "anchor", "rule"}


def test_dates_for_people(folder, capsys):
    code, out, _ = run(
        capsys, "dates", write(folder, a__txt="In August 1991 it fell. On September 13 they agreed.")
    )
    assert code == 0
    assert "[September 13]" in out
    assert "1991-09-13" in out
    assert "read against 1991-08" in out


@pytest.mark.slow
def test_as_a_program(folder):
    documents = write(folder, a__txt=GOOD)
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "build", documents, "--data", folder / "data"],
        capture_output=True,
        text=True,
        cwd=folder,
    )
    assert done.returncode == 0, done.stderr
    assert "1 event" in done.stdout
    none = subprocess.run(
        [sys.executable, "-m", "timeline", "build", "nowhere"], capture_output=True, text=True, cwd=folder
    )
    assert (none.returncode, "Traceback" in none.stderr) == (2, False)


def test_the_default_documents_are_found():
    assert documents.default_documents() == ROOT / "seeds"
