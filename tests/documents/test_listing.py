"""Which files of which folders are documents, what each is called, and in which order they come."""

import os
from pathlib import Path

import pytest

from timeline.documents import NoDocuments, read


def test_links(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    folder = tmp_path / "folder"
    (folder / "sub").mkdir(parents=True)
    (folder / "_originals").mkdir()
    outside.mkdir()
    (outside / "secret.txt").write_text("In 1979.")
    (folder / "sub" / "real.txt").write_text("In 1980.")
    (folder / "_originals" / "hidden.txt").write_text("In 1981.")
    for link, target in {
        "out.txt": outside / "secret.txt",
        "out": outside,
        "up.txt": Path("../outside/secret.txt"),
        "loop.txt": Path("loop.txt"),
        "nothing.txt": Path("gone.txt"),
        "nothing.png": Path("gone.png"),
        "sub/back": folder,
        "inside.txt": folder / "_originals" / "hidden.txt",
        "again.txt": folder / "sub" / "real.txt",
        "again": folder / "sub",
    }.items():
        (folder / link).symlink_to(target)
    assert [(document.id, document.skipped or document.text) for document in read([folder])] == [
        ("inside.txt", "In 1981."),
        ("loop.txt", "a link loop: it leads back to itself"),
        ("nothing.txt", "a link to nothing"),
        ("out", "a link out of the folder"),
        ("out.txt", "a link out of the folder"),
        ("sub/back", "a link loop: it leads back to a folder it is in"),
        ("sub/real.txt", "In 1980."),
        ("up.txt", "a link out of the folder"),
    ]


def tree(root: Path, names: list[str]) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Text of {name}.")
    return root


def ids(*paths: Path) -> list[str]:
    return [document.id for document in read(paths)]


def test_what_is_a_document_in_a_folder(tmp_path: Path) -> None:
    names = ["b/c.md", "a.txt", "B.HTML", "d.htm", "b/deep/er/e.txt"]
    none = ["README.md", "readme.txt", "README", "corrections.csv", ".hidden.txt", "_draft.md", "_x/a.txt"]
    none += [".git/a.txt", "picture.png", "b/README.txt", "data.csv", "noext"]
    assert ids(tree(tmp_path, names + none)) == sorted(names)


def test_order_does_not_depend_on_how_the_files_came(tmp_path: Path) -> None:
    names = ["z.txt", "a/z.txt", "a.txt", "a-b.txt", "é.txt", "Z.md", "m/n/o.html"]
    first = ids(tree(tmp_path / "one", names))
    second = ids(tree(tmp_path / "two", names[::-1]))
    assert first == second == sorted(names)
    files = [tmp_path / "one" / name for name in ("z.txt", "a.txt")]
    assert ids(*files) == ids(*files[::-1]) == ["a.txt", "z.txt"]


def test_the_same_name_in_two_folders(tmp_path: Path) -> None:
    one, two = tree(tmp_path / "p/one", ["x.txt", "y.txt"]), tree(tmp_path / "p/two", ["x.txt", "z.txt"])
    three = tree(tmp_path / "q/one", ["x.txt"])
    assert ids(one, two) == ids(two, one) == ["one/x.txt", "two/x.txt", "y.txt", "z.txt"]
    assert ids(one, two, three) == ["p/one/x.txt", "q/one/x.txt", "two/x.txt", "y.txt", "z.txt"]


def test_a_file_given_twice_is_one_document(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree(tmp_path, ["a/x.txt", "a/b/y.txt"])
    monkeypatch.chdir(tmp_path)
    paths = [Path("a/b"), Path("a"), Path("a/x.txt"), Path("./a/../a"), tmp_path / "a"]
    assert ids(*paths) == ids(*paths[::-1]) == ["b/y.txt", "x.txt"]


def test_a_name_with_bytes_that_are_no_text(tmp_path: Path) -> None:
    try:
        (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("In 1979.")
    except (OSError, UnicodeError):
        pytest.skip("this file system takes no such name")
    assert ids(tmp_path) == ["caf\\xe9.txt"]


def test_one_document_at_a_time(tmp_path: Path) -> None:
    reading = read([tree(tmp_path, ["a.txt", "b.txt"])])
    assert len(reading) == 2
    documents = iter(reading)
    assert next(documents).id == "a.txt"
    (tmp_path / "b.txt").unlink()
    assert next(documents).skipped == "there is no such file or folder"


NOTHING = [
    pytest.param(
        [], ["missing"], r"missing: there is no such file or folder; name a file or a folder", id="missing"
    ),
    pytest.param(["a.txt"], ["", "missing"], r"missing: there is no such", id="one of two missing"),
    pytest.param(
        ["README.md", "_a/b.txt", "x.png"], [""], r"no documents in .*: put \.txt, \.md", id="no documents"
    ),
    pytest.param(["README.md"], ["README.md"], r"no documents in .*README\.md", id="a README alone"),
    pytest.param([], [], r"no path was given", id="no path"),
]


@pytest.mark.parametrize(("names", "given", "message"), NOTHING)
def test_no_documents(tmp_path: Path, names: list[str], given: list[str], message: str) -> None:
    tree(tmp_path, names)
    with pytest.raises(NoDocuments, match=message) as caught:
        read([tmp_path / name for name in given])
    assert isinstance(caught.value, ValueError)
    assert "\n" not in str(caught.value)
