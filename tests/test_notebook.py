"""The one call of a notebook: ``timeline.build``."""

from __future__ import annotations

import pytest

import timeline
from timeline.documents import NoDocuments

PATHS = [
    # how the documents are named, given the folder that holds one
    ("a folder as text", lambda folder: str(folder)),
    ("a folder", lambda folder: folder),
    ("a file as text", lambda folder: str(folder / "a.txt")),
    ("a list", lambda folder: [str(folder)]),
    ("any iterable", lambda folder: iter([folder / "a.txt"])),
]


@pytest.mark.parametrize("name", [row[1] for row in PATHS], ids=[row[0] for row in PATHS])
def test_documents_are_named_by_one_path_or_several(tmp_path, name):
    (tmp_path / "a.txt").write_text("In 1919 Soviet Russia recognised Afghanistan.")
    assert timeline.build(name(tmp_path)).events["edtf"].tolist() == ["1919"]


@pytest.mark.parametrize("paths", ["nowhere", ["nowhere"]])
def test_a_path_to_nothing_is_named(tmp_path, monkeypatch, paths):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NoDocuments, match="nowhere: there is no such file or folder"):
        timeline.build(paths)
