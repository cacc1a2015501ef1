"""Notes and reference lists of texts without markup for them. Invented works only."""

from __future__ import annotations

import pytest

from tests.prose import TOPIC
from timeline.dates import find_dates
from timeline.documents import read
from timeline.events.extract import mentions_of

BODY = "In 1946 Moscow and Kabul agreed on the river.{1} It was ‘cheap at the price’.{2} In 1950 they traded cotton.{3}"
NOTES = "{a}GA Res. 34, 9 Nov. 1946, p. 5.\n{b}FO 371/52, Orlov to Hale, 2 July 1946.\n{c}A. Roe, Debts (Lund, 1975), 88.\n"


@pytest.fixture
def document(tmp_path):
    def _document(text, name="a.txt"):
        (tmp_path / name).write_text(text, encoding="utf-8")
        (found,) = read([tmp_path / name])
        return found

    return _document


STYLES = [
    # how the text bears the numbers, how the notes do, their heading
    (("[1]", "[2]", "[3]"), ("[1] ", "[2] ", "[3] "), "Notes\n"),
    (("1", "2", "3"), ("1 ", "2 ", "3 "), "NOTES AND REFERENCES\n"),
    (("¹", "²", "³"), ("1. ", "2. ", "3. "), "## Endnotes\n\n"),
    (("1", "2", "3"), ("¹ ", "² ", "³ "), "Footnotes:\n"),
    (("1", "2", "3"), ("1) ", "2) ", "3) "), ""),
]


@pytest.mark.parametrize(("marks", "numbers", "heading"), STYLES, ids=[str(row) for row in STYLES])
def test_numbered_notes_are_the_sources_of_what_bears_their_number(document, marks, numbers, heading):
    text = BODY.format("", *marks) + "\n\n" + heading + NOTES.format(a=numbers[0], b=numbers[1], c=numbers[2])
    found = document(text)
    assert [mark.label for mark in found.marks] == ["1", "2", "3"]
    assert [t.text for t in find_dates(found.text, skip=found.no_prose)] == ["1946", "1950"]
    told = [(m.sentence, m.citations) for m in mentions_of(found, TOPIC)]
    assert told == [
        ("In 1946 Moscow and Kabul agreed on the river.", "GA Res. 34, 9 Nov. 1946, p. 5"),
        ("In 1950 they traded cotton.", "A. Roe, Debts (Lund, 1975), 88"),
    ]


@pytest.mark.parametrize("heading", ["References", "BIBLIOGRAPHY", "Works cited", "7. Further reading", "## Select bibliography"])  # fmt: skip
def test_a_reference_list_holds_no_dates(document, heading):
    entries = "Roe, Anthony. 1985. Rivers. Rev. ed. Lund: Hale.\n——. 2005. The Cold North. Lund.\nHale, F. 1980. “War and Peace.” Example Review I/119 (Jan./Feb.): 20–41.\n"
    found = document(f"In 1946 it began.\n\n{heading}\n\n{entries}")
    assert [t.text for t in find_dates(found.text, skip=found.no_prose)] == ["1946"]


PROSE = [
    # why, text, the dates that are read
    ("a note that tells something", "It began.1\n\nNotes\n1 The treaty was signed on 24 June 1931, as Roe shows. See Hale 1985, 12.\n2 Roe 1995, 3.", ["24 June 1931"]),
    ("a numbered list of events", "The story in short:\n1. In 1919 Moscow recognised Kabul.\n2. In 1921 they signed a treaty.\n3. In 1979 the army came.", ["1919", "1921", "1979"]),
    ("a heading with prose below it", "References to 1919 are many.\n\nNotes from 1979\nThe army came in December 1979.", ["1919", "1979", "December 1979"]),
    ("decimals and counts", "It gave 3.5 million in 1954. The price rose by 1.2 in 1955.\n\nNotes\n1 Roe 1995, 3.\n2 Hale 1985, 4.", ["1954", "1955"]),
    ("notes in the simple past", "It began.\n\nNotes\n\n1. Daoud visited Moscow in April 1977.\n2. Taraki flew to Moscow in May 1979.\n3. Roe 1995, 12.", ["April 1977", "May 1979"]),
    ("prose under a heading of literature", "Literature\n\nSoviet printers opened a shop in Kabul in May 1960.\n\nTrade\n\nThey traded in July 1950.", ["May 1960", "July 1950"]),
    ("a chapter behind the notes of another", "It began in 1946.1\n\nNotes\n1 Roe 1995, 12.\n\nChapter Two\n\nIn 1950 it went on.1\n\nNotes\n1 Allen 2011, 3.", ["1946", "1950"]),
    ("what follows the notes of a chapter", "In 1946 it began.1\n\n## Notes\n\n1 Roe 1995, 3.\n\n## Chapter two\n\nIn 1950 it went on.", ["1946", "1950"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "dates"), [row[1:] for row in PROSE], ids=[row[0] for row in PROSE])
def test_prose_stays_prose(document, text, dates):
    found = document(text)
    assert [t.text for t in find_dates(found.text, skip=found.no_prose)] == dates


def test_a_number_that_two_notes_have_names_neither(document):
    found = document(
        "It began in 1946.1\n\nNotes\n1 Roe 1995, 12.\n\nIn 1950 it went on.1\n\nNotes\n1 Allen 2011, 3."
    )
    assert {mark.label for mark in found.marks} == {""}
    assert found.footnotes == {}
