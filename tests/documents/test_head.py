"""The title and the publisher that the first lines of a text give."""

from pathlib import Path

import pytest

from tests.documents.reading import read_one

TITLES = [
    pytest.param("a.md", "# Two *neighbours* #\n\nIn 1919.", "Two neighbours", id="heading"),
    pytest.param(
        "a.md", "Intro line.\n\n## Part\n\n# Real[^1] [title](x)\n", "Real title", id="later heading"
    ),
    pytest.param("a.md", "```\n# code\n```\n\n## Only a part\n", "Only a part", id="not in code"),
    pytest.param("stem.md", "In 1919 it began.\n", "stem", id="markdown without a heading"),
    pytest.param("a.txt", "\n\n  Two neighbours \n\nIn 1919 it began.", "Two neighbours", id="first line"),
    pytest.param("stem.txt", "In 1919 it began.\n\nShort line\n", "stem", id="prose first"),
    pytest.param("stem.txt", "word " * 40 + "\n\nShort line\n", "stem", id="a long line"),
    pytest.param("stem.txt", "1. Introduction\n\nIt began.", "stem", id="a numbered part"),
    pytest.param("a.txt", "Give now!\n\nTwo neighbours\n\nIt began.", "Two neighbours", id="below a banner"),
    pytest.param("a.txt", "Date: 5 May 2020\nTwo neighbours\n", "Two neighbours", id="below a date"),
    pytest.param(
        "a.txt",
        "RIVER INSTITUTE FOR POLICY\nTwo neighbours and a river\n\nIt began.",
        "Two neighbours and a river",
        id="below a publisher",
    ),
    pytest.param(
        "a.txt",
        "Rivers, Vol. 9, No. 4, Autumn 2007, 611–618\n\nTwo neighbours\n\nIt began.",
        "Two neighbours",
        id="below the line of a journal",
    ),
    pytest.param(
        "a.txt",
        "46\nTo: All members\nSubject: Two neighbours\n\nIt began.",
        "Two neighbours",
        id="the subject of a memo",
    ),
    pytest.param("a.b.txt", "Only prose here.", "a.b", id="a name with dots"),
]


@pytest.mark.parametrize(("name", "text", "title"), TITLES)
def test_titles(tmp_path: Path, name: str, text: str, title: str) -> None:
    assert read_one(tmp_path, name, text).title == title


PUBLISHERS = [
    pytest.param("Author:Writer, A. B.\n1. Part\n", "Writer, A. B.", id="author without a space"),
    pytest.param(
        "Title\n\nAuthors: A and B\nPublisher: **Journal**\n", "Journal", id="publisher before author"
    ),
    pytest.param("Title\n\nSOURCE: AN AGENCY\n", "", id="the source of a picture"),
    pytest.param(
        "RIVER INSTITUTE FOR POLICY\nTwo neighbours and a river\n\nIt began.",
        "RIVER INSTITUTE FOR POLICY",
        id="over the title",
    ),
    pytest.param("Title\n\nThe author: he wrote in 1979.\n", "", id="prose"),
    pytest.param("Title\n\n" + "Words.\n" * 20 + "Author: A\n", "", id="far below"),
]


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_publishers_in_the_text(tmp_path: Path, text: str, publisher: str) -> None:
    assert read_one(tmp_path, "a.txt", text).publisher == publisher
