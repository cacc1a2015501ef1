"""The chapters of ``seeds/`` are prose for readers: their length, where dates stand, what is footnoted, whose words."""

from __future__ import annotations

import csv
import re
from functools import cache

import pytest

from tests.benchmarks.corpus import OWN, REAL
from timeline import topic
from timeline.dates import find_dates
from timeline.documents import Document, read
from timeline.events.sentences import split

CHAPTERS = sorted(path.name for path in OWN.glob("[1-9]-*.md"))
_WORD = re.compile(r"\w[\w'’.-]*")
_YEAR = re.compile(r"\d{4}")
_RUN = 7  # words in a row that no text of ours may share with a text of others
_NAMES = {"russia's policy on the afghanistan peace process"}  # the title of a work that is cited
_FRONT = 12  # characters: "In 1921 …", "By the end of …"


@cache
def chapter(name: str) -> Document:
    (document,) = read([OWN / name])
    return document


def dated_sentences(document: Document):
    """Each sentence that holds a date, with its dates; the bounds are those in the document's text."""
    dates = find_dates(document.text, skip=document.no_prose, title=document.title)
    sentences = split(document.text, document.matter)
    ends = [*(s.start for s in sentences[1:]), len(document.text)]
    for sentence, end in zip(sentences, ends, strict=True):
        held = [t for t in dates if sentence.start <= t.start < end]
        if held:
            yield sentence, end, held


def prose(document: Document) -> str:
    text = document.text
    for start, end in reversed(document.no_prose):
        text = text[:start] + text[end:]
    return re.sub(r"^#.*$", "", text, flags=re.MULTILINE)


def test_there_is_a_chapter_for_each_era():
    assert len(CHAPTERS) == len(topic.load().eras) == 9


@pytest.mark.parametrize("name", CHAPTERS)
def test_length(name):
    assert 900 <= len(_WORD.findall(prose(chapter(name)))) <= 1_800


@pytest.mark.parametrize("name", CHAPTERS)
def test_it_does_not_read_like_a_chronology(name):
    document = chapter(name)
    sentences = [s for s in split(document.text, document.matter) if document.text[s.start] != "#"]
    begin = [s for s, _, dates in dated_sentences(document) if dates[0].start - s.start <= _FRONT]
    assert len(begin) <= 0.4 * len(sentences)
    dates = [t for _, _, held in dated_sentences(document) for t in held]
    assert sum(not _YEAR.search(t.text) for t in dates) >= 0.15 * len(dates)


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_dated_sentence_has_a_footnote_that_names_its_source(name):
    document = chapter(name)
    for sentence, end, dates in dated_sentences(document):
        if document.text[sentence.start] == "#":
            continue
        cited = [m.label for m in document.marks if sentence.start <= m.start < end]
        assert cited, document.text[sentence.start : sentence.end]
        assert all(document.footnotes.get(label) for label in cited), dates
    used = {mark.label for mark in document.marks}
    assert used == set(document.footnotes)


@cache
def runs_of_others() -> set[tuple[str, ...]]:
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in REAL.glob("*.txt")]
    with (REAL.parent / "facts" / "facts.csv").open(encoding="utf-8", newline="") as file:
        texts += [row[column] for row in csv.DictReader(file) for column in ("detail", "note")]
    return {run for text in texts for run in runs(text)}


def runs(text: str):
    words = re.findall(r"[a-z0-9']+", text.casefold())
    return zip(*(words[i:] for i in range(_RUN)), strict=False)


@pytest.mark.parametrize("name", sorted(path.name for path in OWN.glob("*.md")))
def test_its_words_are_our_own(name):
    if not REAL.is_dir():
        pytest.skip(f"the real documents are not at {REAL}")
    shared = [
        " ".join(run) for run in runs((OWN / name).read_text(encoding="utf-8")) if run in runs_of_others()
    ]
    assert set(shared) <= _NAMES
