"""Markdown: footnotes, and what is no prose."""

from pathlib import Path

import pytest

from tests.documents.reading import matter, read_one
from timeline.documents import FootnoteMark

NOTES = [
    pytest.param(
        "In 1921[^1] and 1979.[^b]\n\n[^1]: Book, 2001.\n[^b]: Paper, 2002.\n",
        ["1", "b"],
        {"1": "Book, 2001.", "b": "Paper, 2002."},
        id="two notes",
    ),
    pytest.param(
        "A[^1].\n\n[^1]: Book,\n    Kabul, 2001.\n\n    Second part.\n\nIn 1979.\n",
        ["1"],
        {"1": "Book, Kabul, 2001. Second part."},
        id="indented lines",
    ),
    pytest.param(
        "A[^1].\n\n[^1]: Book,\nKabul, 2001.\n\nIn 1979.\n",
        ["1"],
        {"1": "Book, Kabul, 2001."},
        id="lazy line",
    ),
    pytest.param("[^1]: Book.\n# Part\nA[^1].\n", ["1"], {"1": "Book."}, id="ends at a heading"),
    pytest.param("[^1]: Book.\n- item[^1]\n", ["1"], {"1": "Book."}, id="ends at a list"),
    pytest.param("A[^1].\n\n[^1]: One.\n[^1]: Two.\n", ["1"], {"1": "One."}, id="the first definition wins"),
    pytest.param("A[^x] has none.\n", ["x"], {}, id="mark without a note"),
    pytest.param("[^1]:\n    Book.\n\nA[^1][^1].", ["1", "1"], {"1": "Book."}, id="two marks, text below"),
    pytest.param("```\nA[^1]\n[^1]: code\n```\n\nText.\n", [], {}, id="in code"),
    pytest.param("<!-- A[^1]\n[^1]: no\n-->\n\nText.\n", [], {}, id="in a comment"),
    pytest.param(
        "A[^1].\n\n[^1]: See [^2].\n[^2]: B.\n", ["1"], {"1": "See [^2].", "2": "B."}, id="in a note"
    ),
    pytest.param("A [^with space] B [^] C [1].", [], {}, id="no marks"),
]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(("text", "labels", "notes"), NOTES)
def test_footnotes(tmp_path: Path, text: str, labels: list[str], notes: dict[str, str], newline: str) -> None:
    document = read_one(tmp_path, "a.md", text.replace("\n", newline))
    assert [mark.label for mark in document.marks] == labels
    assert [document.text[mark.start : mark.end] for mark in document.marks] == [f"[^{x}]" for x in labels]
    assert document.footnotes == notes
    assert all(any(note in " ".join(span.split()) for span in matter(document)) for note in notes.values())


MATTER = [
    pytest.param("See [it](http://a.org/2019/05/x) in 1979.", ["http://a.org/2019/05/x"], id="link target"),
    pytest.param("![map](map_1979.png 'of 1980') x", ["map_1979.png"], id="picture"),
    pytest.param("[x](https://a.org/War_(1979)) y", ["https://a.org/War_(1979)"], id="round brackets"),
    pytest.param("[x](<a b 1979>) y", ["<a b 1979>"], id="angle brackets"),
    pytest.param("At http://a.org/2019/05/ it says.", ["http://a.org/2019/05/"], id="bare address"),
    pytest.param("[1]: http://a.org/2019\n\nText", ["[1]: http://a.org/2019"], id="reference"),
    pytest.param("a\n\n```py\n1979\n```\n\nb", ["```py\n1979\n```"], id="fence"),
    pytest.param("a\n\n~~~~\n1979\n~~~\n1980\n~~~~~\nb", ["~~~~\n1979\n~~~\n1980\n~~~~~"], id="longer fence"),
    pytest.param("a\n\n```\n1979\n", ["```\n1979"], id="fence left open"),
    pytest.param("a <!-- 1979 --> b <!-- 1980", ["<!-- 1979 -->"], id="comments"),
    pytest.param("A[^1].\n\n[^1]: B, 2001.\n\nIn 1979.", ["[^1]: B, 2001."], id="note"),
    pytest.param("a\n\n**Published:** 3 March 2021\n\nb", ["**Published:** 3 March 2021"], id="its own date"),
    pytest.param("In [1979](x) and (see 1980) and a](b", ["x"], id="prose in brackets"),
]


@pytest.mark.parametrize(("text", "expected"), MATTER)
def test_what_is_no_prose_in_markdown(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert matter(read_one(tmp_path, "a.md", text)) == expected


def test_a_document_is_sorted_hashable_and_says_where_marks_are(tmp_path: Path) -> None:
    document = read_one(tmp_path, "a.md", "---\ntitle: T\n---\nA[^n] http://b.org\n\n[^n]: C\n")
    assert document.marks == (FootnoteMark(18, 22, "n"),)
    assert list(document.matter) == sorted(document.matter)
    assert hash(document) == hash(document)
