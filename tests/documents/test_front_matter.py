"""Front matter of Markdown documents: what it says of them, and what only looks like it."""

from pathlib import Path

import pytest

from tests.documents.reading import read_one

FRONT = [
    pytest.param(
        "title: Two neighbours\npublisher: A Journal\ncreated: 2021-09-08\nsource: doi:1\nlanguage: en",
        ("Two neighbours", "A Journal", "2021-09-08", "doi:1", "en"),
        id="all five keys",
    ),
    pytest.param("title: T\nauthor: A. Writer", ("T", "A. Writer", "", "", ""), id="author"),
    pytest.param("author: W\npublisher: P", ("Heading", "P", "", "", ""), id="publisher before author"),
    pytest.param("publisher:\nauthors:\n  - A\n  - B", ("Heading", "A; B", "", "", ""), id="list of authors"),
    pytest.param("title: Afghanistan: a history", ("Afghanistan: a history", "", "", "", ""), id="colon"),
    pytest.param("title: 'quoted: fine'", ("quoted: fine", "", "", "", ""), id="quoted"),
    pytest.param("title: >\n  over two\n  lines", ("over two lines", "", "", "", ""), id="folded"),
    pytest.param("title: 1979", ("1979", "", "", "", ""), id="a number stays text"),
    pytest.param("title: Yes", ("Yes", "", "", "", ""), id="no booleans"),
    pytest.param("Title: T\nLang: ru", ("T", "", "", "", "ru"), id="capital keys"),
    pytest.param("title: ~\ncreated: null", ("Heading", "", "", "", ""), id="null"),
    pytest.param(
        'title: "a\\ud800\\u0007b"', ("a b", "", "", "", ""), id="no control characters or surrogates"
    ),
    pytest.param("# a comment\ntitle: T", ("T", "", "", "", ""), id="comment first"),
    pytest.param("", ("Heading", "", "", "", ""), id="empty"),
    pytest.param("created: 3 March 2021", ("Heading", "", "2021-03-03", "", ""), id="a date in words"),
    pytest.param("created: 2021-03-03T10:00:00Z", ("Heading", "", "2021-03-03", "", ""), id="a time"),
    pytest.param("date: 2021-03-03", ("Heading", "", "2021-03-03", "", ""), id="date"),
    pytest.param("created: 2021-03", ("Heading", "", "", "", ""), id="a month is no day"),
    pytest.param("created: 2021", ("Heading", "", "", "", ""), id="a year is no day"),
    pytest.param("created: 2021-02-30", ("Heading", "", "", "", ""), id="no such day"),
    pytest.param("created: soon", ("Heading", "", "", "", ""), id="no date at all"),
    pytest.param("title: &a T\nsource: *a", ("T", "", "", "T", ""), id="alias"),
]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize(("yaml", "expected"), FRONT)
def test_front_matter(tmp_path: Path, yaml: str, expected: tuple[str, ...], newline: str) -> None:
    text = f"---\n{yaml}\n---\n\n# Heading\n\nIn 1979.\n".replace("\n", newline)
    document = read_one(tmp_path, "a.md", text)
    assert document.skipped == ""
    found = (document.title, document.publisher, document.created, document.source, document.language)
    assert found == expected
    start, end = document.matter[0]
    assert (start, text[end:].lstrip()) == (0, "# Heading\n\nIn 1979.\n".replace("\n", newline))


BROKEN = [
    pytest.param(
        "---\ntitle: T\nlist: [1, 2\nx: {\n y\n---\nText", "front matter: line ", id="brackets left open"
    ),
    pytest.param("---\ntitle: T\n  bad: indent\n\t- x\n---\nText", "front matter: line ", id="indentation"),
    pytest.param("---\ntitle: T\n\nText without an end", "front matter: line 1", id="never closed"),
    pytest.param("---\nx: " + "[" * 1000 + "\n---\nText", "nested too deeply", id="nested"),
]


@pytest.mark.parametrize(("text", "reason"), BROKEN)
def test_broken_front_matter_is_skipped_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    document = read_one(tmp_path, "a.md", text)
    assert (document.text, document.title) == ("", "a")
    assert document.skipped.startswith(reason)
    assert "\n" not in document.skipped


RULES = [
    pytest.param("---\n\nIt began in 1919.\n\n---\n\nMore: much more.\n", id="two rules across the page"),
    pytest.param("---\nNote: it began in 1919.\n", id="a word and a colon below a rule"),
    pytest.param("---\n", id="one rule and nothing else"),
    pytest.param("Text\n---\ntitle: T\n---\n", id="not at the top"),
    pytest.param(" ---\ntitle: T\n---\n", id="indented"),
]


@pytest.mark.parametrize("text", RULES)
def test_a_rule_across_the_page_is_no_front_matter(tmp_path: Path, text: str) -> None:
    document = read_one(tmp_path, "stem.md", text)
    assert (document.skipped, document.matter, document.text) == ("", (), text)
