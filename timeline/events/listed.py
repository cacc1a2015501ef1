"""What the model reads of an entry of a list: its dates, its name and the bars between its cells set apart."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import permutations

from timeline.dates import Timex
from timeline.events.entries import Entries, Entry
from timeline.events.gazetteer import Gazetteer
from timeline.events.sentences import Sentence

_LONGEST_NAME = 3  # words
_WORD = re.compile(r"\w[\w’'-]*")
_BAR = re.compile(r"\||;(?=\S)")
_GAP = re.compile(r"(?<=[^\s.!?:])(?:\t|[ \u00a0]{2,})(?=\S)")
_FIGURE = re.compile(r",\s*[$€£]?\d[\d.,]*\s*%?[\s,]*$")  # the last cell, where it is but a number
_ROW_NUMBER = re.compile(r"^[\s,]*\d{1,3}\.?(?=\s*,)")


def years_told_closer(dates: Sequence[Timex], entry: Entry | None) -> Iterator[Timex]:
    """Those dates of an entry that another tells closer: "1961" of "1961 (autumn)"."""
    beside = [t for t in dates if entry and t.value and entry.when[0] <= t.start < entry.when[1]]
    for one, other in permutations(beside, 2):
        if one.value and other.value and one.value != other.value and one.value.covers(other.value):
            yield one


def with_name(
    sentences: Sequence[Sentence], told_from: int, when: Sequence[int], entries: Entries, words: Gazetteer
) -> tuple[Sentence, int]:
    """The first sentence of an entry, and where it tells something; with the next one behind a mere name
    ("Panjdeh. The Russians …")."""
    first = sentences[0]
    for below in sentences[1:]:
        dated = bisect_left(when, below.start) < bisect_left(when, below.end)
        name = entries.text[told_from : first.end]
        brief = told_from < first.end and len(_WORD.findall(name)) <= _LONGEST_NAME and not words.acts(name)
        if brief and not dated and entries.same(told_from, below.start):
            return Sentence(first.start, below.end), below.start
    return first, told_from


def with_bars(text: str) -> str:
    """The row of a table with a bar where tabs or several blanks part its cells."""
    return _GAP.sub(lambda match: "|".ljust(len(match[0])), text)


def without_bars(text: str) -> str:
    """The row of a table as the model reads it: its cells one behind the other, without its number and figures."""
    if not _BAR.search(text):
        return text
    text = _FIGURE.sub(_spaces, _ROW_NUMBER.sub(_spaces, _BAR.sub(",", text)))
    text = re.sub(r"(?<=,)[\s,]+", _spaces, text)
    return re.sub(r"^[\s,]+|[\s,]+$", _spaces, text)


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match[0])
