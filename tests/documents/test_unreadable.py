"""What cannot be read is skipped with its reason, and strange or large input does no harm."""

import os
import random
from pathlib import Path

import pytest

from tests.documents.reading import read_one
from tests.rights import open_folder, without_rights
from timeline.documents import NoDocuments, read

BAD = [
    pytest.param("a.txt", b"", "empty", id="empty"),
    pytest.param("a.txt", b"\xef\xbb\xbf", "empty", id="only a mark"),
    pytest.param("a.txt", b" \r\n\t\n", "only white space", id="white space"),
    pytest.param("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not a text: looks like a PNG image", id="png"),
    pytest.param("a.md", b"%PDF-1.7\n%\xe2\xe3", "not a text: looks like a PDF", id="pdf"),
    pytest.param("a.html", b"PK\x03\x04\x14\0", "not a text: looks like a ZIP archive", id="zip"),
    pytest.param("a.txt", b"\xff\xd8\xff\xe0\0\x10JFIF", "not a text: looks like a JPEG image", id="jpeg"),
    pytest.param("a.txt", b"\x1f\x8b\x08\0", "not a text: looks like a gzip archive", id="gzip"),
    pytest.param("a.txt", b"In 1979\0 it", "contains NUL bytes: not a text file", id="nul"),
    pytest.param("a.txt", b"\0" * 1001, "contains NUL bytes: not a text file", id="only nul"),
    pytest.param("a.txt", "In\0 1979".encode("utf-16"), "contains NUL bytes", id="nul in UTF-16"),
    pytest.param("a.txt", bytes(range(1, 32)) * 9, "not a text: full of control characters", id="control"),
    pytest.param(
        "a.txt", b"\x98\x81 1979", "not a text in UTF-8, UTF-16, cp1251 or cp1252", id="no code page"
    ),
    pytest.param("a.txt", b"\xff\xfeI\0n\0x", "not valid UTF-16-LE (line 1)", id="half a character"),
    pytest.param("a.txt", "Ещё год\n".encode() * 3 + b"\xd0", "not valid UTF-8 (line 4)", id="cut UTF-8"),
    pytest.param("a.txt", "It’s a café".encode()[:-1], "not valid UTF-8 (line 1)", id="cut once"),
    pytest.param("a.txt", b"\xef\xbb\xbfcaf\xe9", "not valid UTF-8 (line 1)", id="a false mark"),
    pytest.param("a.md", b"---\ntitle: T\n---\n \n", "empty below its front matter", id="front matter only"),
    pytest.param("a.html", b"<html><script>1</script></html>", "no text in the page", id="no text"),
    pytest.param("a.pdf", b"In 1979", "not a .txt, .md or .html file", id="another suffix"),
    pytest.param("notes", b"In 1979", "not a .txt, .md or .html file", id="no suffix"),
]


@pytest.mark.parametrize(("name", "content", "reason"), BAD)
def test_bad_files_are_skipped_with_a_reason_and_the_rest_goes_on(
    tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (tmp_path / name).write_bytes(content)
    (tmp_path / "z.txt").write_text("In 1979 it began.")
    bad, good = read([tmp_path / name, tmp_path / "z.txt"])
    assert (good.id, good.skipped, good.text) == ("z.txt", "", "In 1979 it began.")
    assert bad.skipped.startswith(reason)
    assert (bad.id, bad.text, bad.title, bad.created) == (name, "", Path(name).stem, "")


@pytest.mark.skipif(os.name == "nt", reason="rights of files are another matter on Windows")
def test_permission_denied() -> None:
    with open_folder() as folder:
        (folder / "good.txt").write_text("In 1979.")
        (folder / "shut.txt").write_text("In 1980.")
        (folder / "shut").mkdir()
        for path in (folder / "shut", folder / "shut.txt"):
            path.chmod(0)
        with without_rights():
            found = [(document.id, document.skipped) for document in read([folder])]
            with pytest.raises(NoDocuments, match="permission denied"):
                read([folder / "shut"])
    assert found == [
        ("good.txt", ""),
        ("shut", "the folder cannot be opened: permission denied"),
        ("shut.txt", "permission denied"),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_stop_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert [document.skipped for document in read([tmp_path])] == ["not a regular file"]


LARGE = [
    pytest.param("a.txt", "In 1979 the army came. " * 90_000, id="one line"),
    pytest.param("a.md", "In 1979 the army came. " * 90_000, id="one line of Markdown"),
    pytest.param("a.md", "](" * 500_000, id="link brackets"),
    pytest.param("a.md", "<!--" * 300_000, id="comments left open"),
    pytest.param("a.md", "[^1" * 300_000, id="marks left open"),
    pytest.param("a.md", "[^1]: A\n" * 10_000, id="notes"),
    pytest.param("a.txt", ("Date" + " " * 200 + "1\n") * 3_000, id="label and white space"),
    pytest.param("a.txt", ("AAA " * 50 + "1\n") * 3_000, id="capitals"),
    pytest.param("a.txt", "1\n" * 50_000, id="short lines"),
    pytest.param("a.html", "<p>Text" + "<a " * 30_000 + "<!--" * 30_000, id="tags left open"),
    pytest.param("a.html", "<p>In 1979 it came. " * 5_000, id="paragraphs"),
]


@pytest.mark.timeout(20)  # what grows with the square of the text takes minutes
@pytest.mark.parametrize(("name", "text"), LARGE)
def test_large_texts_are_read(tmp_path: Path, name: str, text: str) -> None:
    assert read_one(tmp_path, name, text).skipped == ""


def test_whatever_the_bytes_every_file_gives_one_sound_document(tmp_path: Path) -> None:
    chance = random.Random(1)
    pieces = [
        b"---\n",
        b"title: ",
        b"[^1]",
        b"]: ",
        b"](",
        b"<p>",
        b"<![",
        b"<!--",
        b"-->",
        b"&#xD800;",
        b"```\n",
    ]
    pieces += [
        b"1979",
        b"Date: 5 May 2020\n",
        b"\r\n",
        b"\xe9",
        b"\xd0\x9f",
        b"\0",
        b"KABUL, 3 May 1988 -",
        b"\\",
        b'"',
    ]
    for number in range(300):
        content = b"".join(chance.choices(pieces, k=chance.randrange(1, 15)))
        suffix = chance.choice([".txt", ".md", ".html"])
        (tmp_path / f"{number:03}{suffix}").write_bytes(content)
    documents = list(read([tmp_path]))
    assert len(documents) == 300
    assert sum(not document.skipped for document in documents) > 100
    for document in documents:
        assert bool(document.text) != bool(document.skipped)
        edges = [edge for span in document.matter for edge in span]
        assert edges == sorted(edges)
        assert all(0 <= edge <= len(document.text) for edge in edges)
        for field in (document.title, document.publisher, document.source, document.skipped, document.text):
            field.encode()
