"""Documents: what is read, what is matter of the page, what is skipped and why."""

import os
import random
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from timeline.documents import Document, FootnoteMark, NoDocuments, read

SHARED = Path(os.environ.get("SHARED", Path(__file__).parents[1] / ".." / "shared"))


def read_one(folder: Path, name: str, content: str | bytes, dct: str | None = None) -> Document:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (document,) = read([path], dct)
    return document


def matter(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.matter]


# ---------------------------------------------------------------- encodings

ENGLISH = "Title\r\n\r\nThe “envoy” said – in 1979 – “no”…\r\nSecond line\n"
RUSSIAN = (
    "Советско-афганский договор\r\n\r\nДоговор подписан 28 февраля 1921 года в Москве. Это — «начало».\r\n"
)
MIXED = "The paper Правда wrote on 27 December 1979: “no comment”, and Известия agreed."
FRENCH = "Le président à Kaboul\r\n\r\nLa visite a été décidée après l’arrivée du général, « dit-il ».\r\n"
LONE = "Il arrive à Kaboul à midi, le 3 mai 1988."
CAPITALS = "LE PRÉSIDENT À KABOUL, ÉTÉ 1979"
NAMES = "The café of Señor Núñez stood in Kabul until 1979."
ACCIDENT = "L'été au café”–, à la santé du général."  # é”– in cp1252 is a character of UTF-8
DARI = "کابل Kabul 1979 – افغانستان"

ENCODED = [
    *((text, "utf-8") for text in (ENGLISH, RUSSIAN, MIXED, FRENCH, LONE, CAPITALS, NAMES, DARI)),
    *((text, "utf-8-sig") for text in (ENGLISH, RUSSIAN, FRENCH)),
    *((text, "utf-16") for text in (ENGLISH, RUSSIAN, FRENCH, DARI)),  # with its mark
    *((text, "utf-16-le") for text in (ENGLISH, RUSSIAN, FRENCH, DARI)),  # without
    *((text, "utf-16-be") for text in (ENGLISH, RUSSIAN, FRENCH, DARI)),
    *((text, "utf-32") for text in (ENGLISH, RUSSIAN)),
    *((text, "cp1251") for text in (ENGLISH, RUSSIAN, MIXED, "Да, в 1979 г.")),
    *((text, "cp1252") for text in (ENGLISH, FRENCH, LONE, CAPITALS, NAMES, ACCIDENT, "L'été 1979, où? là.")),
]


@pytest.mark.parametrize(("text", "encoding"), ENCODED)
def test_the_text_is_the_decoded_file_unchanged(tmp_path: Path, text: str, encoding: str) -> None:
    document = read_one(tmp_path, "a.txt", text.encode(encoding))
    assert (document.skipped, document.text) == ("", text)


def test_a_big_endian_mark_is_read_and_only_one_mark_removed(tmp_path: Path) -> None:
    document = read_one(tmp_path, "a.txt", b"\xfe\xff" + "\ufeffIn 1979".encode("utf-16-be"))
    assert document.text == "\ufeffIn 1979"


def test_markdown_keeps_every_character(tmp_path: Path) -> None:
    text = "---\r\ntitle: T\r\n---\r\n\r\nIn 1979\x0c[^1].\r\r\n[^1]: N\u2028ote\r\n"
    assert read_one(tmp_path, "a.md", text).text == text


# ---------------------------------------------------------------- front matter

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


# ---------------------------------------------------------------- Markdown

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
    pytest.param("Title\n\nThe author: he wrote in 1979.\n", "", id="prose"),
    pytest.param("Title\n\n" + "Words.\n" * 20 + "Author: A\n", "", id="far below"),
]


@pytest.mark.parametrize(("text", "publisher"), PUBLISHERS)
def test_publishers_in_the_text(tmp_path: Path, text: str, publisher: str) -> None:
    assert read_one(tmp_path, "a.txt", text).publisher == publisher


# ---------------------------------------------------------------- dates of the page

LABELLED = [
    ("Date: 30 March 2019", "2019-03-30"),
    ("Published: March 3, 2021", "2021-03-03"),
    ("PUBLISHED MARCH 3RD, 2021", "2021-03-03"),
    ("Published on 3rd of March 2021", "2021-03-03"),
    ("Page last modified: 07-10-2019 11:02:03 ZULU", "2019-10-07"),
    ("Last updated: 8.9.2021", "2021-09-08"),
    ("Updated 5 May 2020", "2020-05-05"),
    ("Last modified on Tuesday, 5 May 2020, at 12:00 (UTC).", "2020-05-05"),
    ("Posted: 2021-03-04", "2021-03-04"),
    ("Publication date: 2021-03-04T10:15:00+04:30", "2021-03-04"),
    ("Date: 04/03/2021", "2021-03-04"),
    ("Date: 03/31/2021", "2021-03-31"),
    ("Date: 03-Mar-2021", "2021-03-03"),
    ("Published: Sept. 3, 2021 - 10:15 am GMT+4:30", "2021-09-03"),
    ("**Date:** 5 May 2020", "2020-05-05"),
    ("- *Published*: 5 May 2020", "2020-05-05"),
    ("Published: 5 May 2020 | Updated: 6 May 2020", "2020-05-05"),
    ("Posted 5 May 2020 by A. Writer", "2020-05-05"),
    # The line is the page's, but gives no day: its month, or nothing.
    ("Date: March 2020", "2020-03"),
    ("Published: 2020", ""),
    ("Updated 3 March", ""),
    ("Date: 31.03.20", ""),
    ("Date: 30 February 2020", ""),
    ("Date: 2021-02-30", ""),
    ("Accessed: 5 May 2020", ""),
    ("Copyright 2021 A Foundation. All rights reserved.", ""),
    ("© A Foundation, 2020–2021", ""),
]


@pytest.mark.parametrize("form", ["{}\n\nIn 1979.", "In 1979 it began.\r\n\r\n{}"])
@pytest.mark.parametrize(("line", "created"), LABELLED)
def test_lines_that_date_the_page(tmp_path: Path, line: str, created: str, form: str) -> None:
    document = read_one(tmp_path, "a.txt", form.format(line))
    assert (document.created, matter(document)) == (created, [line])


DATELINES = [
    ("KABUL, March 3, 2021 (Reuters) -", "2021-03-03"),
    ("KABUL, Afghanistan, 3 March 2021 (AP) —", "2021-03-03"),
    ("KABUL, Afghanistan (AFP), March 3, 2021 –", "2021-03-03"),
    ("MOSCOW, 3 May 1988 —", "1988-05-03"),
    ("ST. PETERSBURG, Sept. 3, 2021 --", "2021-09-03"),
    ("MOSCOW, March 3, 2021. /TASS/.", "2021-03-03"),
    ("Kabul, March 3, 2021 (Xinhua) --", "2021-03-03"),
    ("3 March 2021, NEW DELHI —", "2021-03-03"),
    ("The Daily Paper - KABUL, March 3, 2021 —", None),  # "The" begins prose more often than a name
    ("Daily Paper - KABUL, March 3, 2021 —", "2021-03-03"),
    ("Kabul (Pamir News Agency), 3 March 2021 —", "2021-03-03"),
    ("KABUL, Wednesday, 3 March 2021 —", "2021-03-03"),
    # No year: no date, and still no event.
    ("May 9, MOSCOW —", ""),
    ("Some Radio/Other Radio May 9, MOSCOW —", ""),
    ("TASHKENT, March 3 (Xinhua) --", ""),
]


@pytest.mark.parametrize(("line", "created"), DATELINES)
def test_datelines(tmp_path: Path, line: str, created: str | None) -> None:
    text = f"Talks\n\n{line} The envoys met on Tuesday.\n\nThey had met in 1979."
    document = read_one(tmp_path, "a.txt", text)
    expected = ("", []) if created is None else (created, [line])
    assert (document.created, matter(document)) == expected


HEADS = [
    # line, created, what of it is matter (None: all of it)
    ("Friday, May 3, 1985 | WORLD | A9", "1985-05-03", None),
    ("Thursday 14 April 1988", "1988-04-14", None),
    ("The River Post, Thursday 14 April 1988", "1988-04-14", None),
    ("Kabul | 14 April 1988 | World", "1988-04-14", None),
    ("14 April 1988 • World", "1988-04-14", None),
    ("Policy Paper 14 | October 2025", "2025-10", None),
    ("Working Paper No. 3, March 2019", "2019-03", None),
    ("Quarterly Bulletin 7 (May 2011)", "2011-05", None),
    ("By A. N. Writer, 14 April 1988", "1988-04-14", None),
    ("The River Post, 14 April 1988, p. 4", "1988-04-14", None),
    ("A. B., a nurse. Taken down in Omsk in May 2003.", "2003-05", "Taken down in Omsk in May 2003."),
    ("As told to his niece, Omsk, winter 2003.", "", None),
    ("Written in Omsk in 2003.", "", None),
    ("Recorded in Omsk on 5 May 2003 by his niece.", "2003-05-05", None),
    ("Interview conducted in Omsk, 5 May 2003", "2003-05-05", None),
    ("Received 5 May 2003; accepted 6 June 2004.", "2004-06-06", None),
    ("A Journal of Rivers 3 (2004), 12–19.", "", None),
    ("Report on the talks, May 1988", "", ""),
    ("The talks opened on Thursday 14 April 1988", "", ""),
    ("Written in May 1988, the report says little.", "", ""),
    ("Sunday came and on 14 April 1988 it rained.", "", ""),
]


@pytest.mark.parametrize(("line", "created", "part"), HEADS)
def test_lines_that_head_a_text(tmp_path: Path, line: str, created: str, part: str | None) -> None:
    document = read_one(tmp_path, "a.txt", f"Two rivers\n{line}\n\nThey met in 1979.")
    expected = [line if part is None else part] if part != "" else []
    assert (document.created, matter(document)) == (created, expected)


PLACED = [
    ("Kabul, 3 March 2021 – The envoys met the minister on Tuesday", "2021-03-03", "Kabul, 3 March 2021 –"),
    (
        "Nizhny Novgorod, Russia, March 3 — The envoys met there on Tuesday",
        "",
        "Nizhny Novgorod, Russia, March 3 —",
    ),
    ("Mohammad Daoud, 17 July 1973 – president of the republic he proclaimed", "", ""),
]


@pytest.mark.parametrize(("words", "created", "part"), PLACED)
def test_a_dateline_in_small_letters_opens_a_report(
    tmp_path: Path, words: str, created: str, part: str
) -> None:
    document = read_one(
        tmp_path, "a.txt", f"Talks\n\n{words}, and said that more talks would be held.\n\nThey met in 1979."
    )
    assert (document.created, matter(document)) == (created, [part] if part else [])


FEET = [
    ("They met. Last updated 3 May 2019.", "2019-05-03", "Last updated 3 May 2019."),
    ("They met. Entry last revised in May 2019.", "2019-05", "Entry last revised in May 2019."),
    (
        "A version of this story appeared in print on May 3, 2019.",
        "2019-05-03",
        "this story appeared in print on May 3, 2019.",
    ),
    ("She was a fellow in 2011. © 2019 A Forum.", "", "© 2019 A Forum."),
    (
        "[Transcript checked by the speaker, 3 May 2019.]",
        "",
        "[Transcript checked by the speaker, 3 May 2019.]",
    ),
    ("Rivers. Available online (accessed 3 May 2019).", "", "(accessed 3 May 2019)"),
    ("They last met on 3 May 2019.", "", ""),
    ("[They met on 3 May 2019.]", "", ""),
]


@pytest.mark.parametrize(("line", "created", "part"), FEET)
def test_lines_that_close_a_text(tmp_path: Path, line: str, created: str, part: str) -> None:
    document = read_one(tmp_path, "a.txt", f"Two rivers\n\nThey met in 1979.\n\n{line}\n")
    assert (document.created, matter(document)) == (created, [part] if part else [])


def test_headings_of_a_diary_date_no_document(tmp_path: Path) -> None:
    text = (
        "Thursday 14 April 1988\nWe left.\n\nFriday 15 April 1988\nWe rested.\n\nSunday 17 April 1988\nHome."
    )
    document = read_one(tmp_path, "a.txt", text)
    assert (document.created, document.matter) == ("", ())


PROSE = [
    "He said on Date: 5 May 2020 that it was over.",
    "Published 5 May 2020, the report says that the war began in 1979.",
    "Updated 5 May 2020 the treaty was a treaty again.",
    "Date: 5 May 2020 was the day on which they met.",
    "In 1979 the army came. Date: 5 May 2020",
    "Created in 1919, the ministry moved.",
    "On 3 March 2021, KABUL — the capital — was quiet.",
    "In Geneva, 14 April 1988 (AP) — the accords were signed.",
    "Mohammad Daoud, 17 July 1973 (Kabul) — president.",
    "KABUL, the capital, fell on 15 August 2021 — a Sunday.",
    "The army left on 15 February 1989 - a Wednesday.",
    "24 December 1979 — The army comes.",
    "USSR 1979 – 1989",
    "Copyright law came to Kabul in 2008.",
    "(c) 1979 saw the invasion.",
    "May 5, 2020",
    "Dated 1979 it was not.",
]


@pytest.mark.parametrize("line", PROSE)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_no_date_is_taken_out_of_prose(tmp_path: Path, name: str, line: str) -> None:
    document = read_one(tmp_path, name, f"Talks\n\n{line}\n")
    assert (document.created, document.matter) == ("", ())


LISTS = [
    "Date: 24 December 1979\nArmy\n\nDate: 14 April 1988\nAccords\n\nDate: 15 February 1989\nEnd\n",
    "KABUL, 24 December 1979 — a\nGENEVA, 14 April 1988 — b\nTERMEZ, 15 February 1989 — c\n",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_events_is_no_matter_of_the_page(tmp_path: Path, text: str) -> None:
    document = read_one(tmp_path, "a.txt", text)
    assert (document.created, document.matter) == ("", ())


MIDDLE = "Title\n\n" + "Words of prose.\n" * 400 + "{}\n" + "Words of prose.\n" * 400

WHICH = [
    pytest.param("Updated: 6 May 2020\nPublished: 5 May 2020\n", "2020-05-05", id="published before updated"),
    pytest.param(
        "KABUL, 5 May 2020 — Talks.\n\nUpdated: 6 May 2020", "2020-05-05", id="dateline before updated"
    ),
    pytest.param("Date: 5 May 2020\nDate: 6 May 2020\n", "2020-05-05", id="the first of two"),
    pytest.param("Date: May 2020\nUpdated: 6 May 2020\n", "2020-05-06", id="the one with a day"),
    pytest.param(MIDDLE.format("Published: 5 May 2020"), "", id="far from both ends"),
]


@pytest.mark.parametrize(("text", "created"), WHICH)
def test_which_date_is_the_documents(tmp_path: Path, text: str, created: str) -> None:
    assert read_one(tmp_path, "a.txt", text).created == created


DCT = [
    pytest.param("a.md", "---\ncreated: 2021-09-08\n---\nText", "2021-09-08", id="front matter wins"),
    pytest.param("a.html", "<meta name=date content=2021-09-08><p>Text", "2021-09-08", id="markup wins"),
    pytest.param("a.txt", "Date: 30 March 2019\n\nText", "2001-01-01", id="the argument beats the text"),
    pytest.param("a.txt", "Text", "2001-01-01", id="the argument alone"),
]


@pytest.mark.parametrize(("name", "text", "created"), DCT)
def test_the_dct_argument(tmp_path: Path, name: str, text: str, created: str) -> None:
    assert read_one(tmp_path, name, text, dct="2001-01-01").created == created


def test_a_dct_is_made_iso(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.txt", "Text", dct="5 May 2020").created == "2020-05-05"


def test_a_dct_that_is_no_day_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text")
    with pytest.raises(ValueError, match="yesterday"):
        read([tmp_path], dct="yesterday")


# ---------------------------------------------------------------- HTML

PAGES = [
    pytest.param("<p>One\n  two</p><p>Three</p>", "One two\n\nThree", id="paragraphs"),
    pytest.param("<div>One<div>Two</div>Three</div>", "One\n\nTwo\n\nThree", id="nested blocks"),
    pytest.param("<p>One <b>t</b>wo <a href=x>three</a>.</p>", "One two three.", id="inline"),
    pytest.param("<p>One<br>Two<br/><br/>Three</p>", "One\nTwo\n\nThree", id="line ends"),
    pytest.param("<ul><li>a<li>b</ul>", "a\n\nb", id="list"),
    pytest.param("<table><tr><td>1919<td>Treaty<tr><td>1979</table>", "1919\tTreaty\n\n1979", id="table"),
    pytest.param("<p>1979 &ndash; 1989&nbsp;&amp; more</p>", "1979 – 1989 & more", id="entities"),
    pytest.param("<pre>a  b\r\nc</pre>d", "a b\nc\n\nd", id="preformatted"),
    pytest.param(
        "<head><title>T</title><style>x{}</style></head><body><nav>n</nav><header>h</header><script>s</script>"
        "<aside>a</aside><form>f</form><noscript>o</noscript><template>t</template><!-- c --><p>Text</p>"
        "<footer>2021</footer></body>",
        "Text",
        id="furniture",
    ),
    pytest.param("<form><p>The whole page</p></form>", "The whole page", id="a page inside a form"),
    pytest.param("<p>Unclosed <b>tags <i>everywhere", "Unclosed tags everywhere", id="unclosed"),
    pytest.param("<?xml version='1.0'?><html xmlns='x'><p>XHTML</p></html>", "XHTML", id="XHTML"),
    pytest.param("<p>Fewer < more in 1979", "Fewer < more in 1979", id="a sign"),
    pytest.param("Just text in 1979", "Just text in 1979", id="no markup"),
    pytest.param("<div>" * 5000 + "deep", "deep", id="deep"),
]


@pytest.mark.parametrize(("markup", "text"), PAGES)
def test_text_of_a_page(tmp_path: Path, markup: str, text: str) -> None:
    document = read_one(tmp_path, "a.html", markup)
    assert (document.skipped, document.text) == ("", text)


META = [
    pytest.param("<title> The\n title </title>", "title", "The title", id="title"),
    pytest.param("<title>T | Site</title><meta property=og:title content=T>", "title", "T", id="og:title"),
    pytest.param("<h1>In the page</h1>", "title", "In the page", id="h1"),
    pytest.param("", "title", "a", id="stem"),
    pytest.param(
        "<meta property='og:site_name' content='A Journal'>", "publisher", "A Journal", id="og:site_name"
    ),
    pytest.param("<meta name=author content='A. Writer'>", "publisher", "A. Writer", id="author"),
    pytest.param("<html lang='en-GB'>", "language", "en-GB", id="language"),
    pytest.param("<link rel=canonical href='https://a.org/x'>", "source", "https://a.org/x", id="canonical"),
    pytest.param(
        "<meta property=og:url content='https://a.org/y'>", "source", "https://a.org/y", id="og:url"
    ),
    pytest.param(
        "<meta property='article:published_time' content='2021-03-03T22:10:00-05:00'>",
        "created",
        "2021-03-03",
        id="published_time",
    ),
    pytest.param("<meta name='DC.date' content='3 March 2021'>", "created", "2021-03-03", id="dc.date"),
    pytest.param(
        "<meta itemprop=datePublished content=2021-03-03>", "created", "2021-03-03", id="datePublished"
    ),
    pytest.param("<meta name=date content=2021-03>", "created", "", id="a month only"),
    pytest.param(
        '<script type="application/ld+json">{"datePublished": "2021-03-03T01:00:00Z", broken</script>',
        "created",
        "2021-03-03",
        id="JSON-LD",
    ),
    pytest.param(
        "<header><time datetime='2021-03-03T10:00'>today</time></header>", "created", "2021-03-03", id="time"
    ),
    pytest.param("<p>In <time datetime=1979-12-24>1979</time>", "created", "", id="a time told in prose"),
    pytest.param("<li><time datetime=1979-12-24>1979</time>", "created", "", id="a time in a list of events"),
    pytest.param("<div>Published: 3 March 2021</div>", "created", "2021-03-03", id="a line of the text"),
]


@pytest.mark.parametrize(("markup", "field", "value"), META)
def test_what_a_page_says_of_itself(tmp_path: Path, markup: str, field: str, value: str) -> None:
    assert getattr(read_one(tmp_path, "a.htm", markup + "<p>Text in 1979.</p>"), field) == value


# ---------------------------------------------------------------- what cannot be read

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


@contextmanager
def without_rights() -> Iterator[None]:
    """Root may read everything: be nobody for a moment."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="rights of files are another matter on Windows")
def test_permission_denied() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "good.txt").write_text("In 1979.")
        (folder / "shut.txt").write_text("In 1980.")
        (folder / "shut").mkdir()
        for path in (folder / "shut", folder / "shut.txt"):
            path.chmod(0)
        with without_rights():
            found = [(document.id, document.skipped) for document in read([folder])]
            with pytest.raises(NoDocuments, match="permission denied"):
                read([folder / "shut"])
        (folder / "shut").chmod(0o755)
    assert found == [
        ("good.txt", ""),
        ("shut", "the folder cannot be opened: permission denied"),
        ("shut.txt", "permission denied"),
    ]


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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_stop_the_run(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert [document.skipped for document in read([tmp_path])] == ["not a regular file"]


# ---------------------------------------------------------------- folders


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


# ---------------------------------------------------------------- size and strange input

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


@pytest.mark.parametrize(("name", "text"), LARGE)
def test_large_texts_are_read_quickly(tmp_path: Path, name: str, text: str) -> None:
    begin = time.perf_counter()
    document = read_one(tmp_path, name, text)
    assert document.skipped == ""
    assert time.perf_counter() - begin < 3


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


# ---------------------------------------------------------------- the five real documents


@pytest.mark.skipif(not (SHARED / "seeds").is_dir(), reason="no $SHARED folder with the real documents")
def test_the_real_documents() -> None:
    documents = {document.id[:3]: document for document in read([SHARED / "seeds"])}
    assert {key: document.created for key, document in documents.items()} == {
        **dict.fromkeys(("000", "002", "003"), ""),
        "001": "2021-09-08",
        "004": "2020-03-31",
    }
    assert not any(document.skipped for document in documents.values())
    inside = {key: " ".join(matter(document)) for key, document in documents.items()}
    assert "January 3" in inside["000"]
    assert "08-09-2021" in inside["001"]
    assert "31 March 2020" in inside["004"]
    assert all(len(words) < 100 for words in inside.values())  # and no prose with them
    assert documents["002"].publisher.startswith("Keskin")
    for document in documents.values():
        assert document.text == (SHARED / "seeds" / document.id).read_bytes().decode()
