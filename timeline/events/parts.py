"""A sentence in the parts that each tell their own, with the dates of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.dates import Timex
from timeline.events.sentences import Sentence

LONGEST = 1_200  # characters of a sentence that the model reads, around the date
# What may stand before a date in front of its sentence, and behind it.
_BEFORE_DATE = re.compile(
    r"[\s\-–—•*‣#>|(\[]*(?:(?:and|or|but|then|also|later|again|only|not|already|finally)?,?\s*)"
    r"(?:(?:in|on|by|at|after|before|following|from|since|during|around|about|between|to|and|or|until|throughout|early|late|mid|the|of"
    r"|prior|no|not|later|than|some|time|sometime|ever|shortly|just|long|well"
    r"|\d{1,2}(?=[ -](?:and|or|to))|that|this|same|very|period|year|month|start|end|beginning|spring|summer|autumn|winter|back|both)[\s-]+)*(?:[A-Z][a-z]+day,?\s+)?",
    re.IGNORECASE,
)
_BEHIND_DATE = re.compile(
    r"(?:,? (?:onwards?|on(?=,)|at the (?:very )?latest|to (?:the present|this day|today))\b)?[\s)\]]*(?:[,:.;–—|-]+\s*|\s)(?!\s*(?:when|which|that|where|after|before|and|or|to|was|were|saw|marked|brought)\b)"
)
_COUNTS = re.compile(r"\b(?:after|before)$")  # "two days after the coup of 27 April"
_ARTICLE = re.compile(r"\s*[Tt]he ")  # "the 1921 treaty was renewed"
_ASIDE = re.compile(r"\(([^()]{1,400})\)")
_SHORT_ASIDE = 5  # words: "(31 August 1926)" is the date of what stands before it
_SHORTEST = 3  # words of a part that tells something of its own
_WORD = re.compile(r"\w[\w’'-]*")
_PART_END = re.compile(r"[;:]\s+")
_JOINED = re.compile(
    r",\s+(?=(?:and|but|while|whereas)\s+(?:(?:on|in|at|by|from|the|an?|he|she|it|they)\b|[A-Z0-9])(?:[\w’'-]*,?\s+){0,5}$)"
)

_Part = tuple[int, int, tuple[Timex, ...]]


def windows(
    text: str, sentence: Sentence, dates: tuple[Timex, ...]
) -> Iterator[tuple[int, int, list[_Part]]]:
    """The sentence and those of its parts that hold dates; where it runs on without end, windows on it."""
    if sentence.end - sentence.start <= LONGEST:
        yield sentence.start, sentence.end, list(_parts(text, sentence.start, sentence.end, dates))
        return
    position = sentence.start
    while dates:
        low = max(position, dates[0].start - LONGEST // 3)
        if low > sentence.start:
            low = min(dates[0].start, max(low, text.find(" ", low, dates[0].start) + 1))
        high = min(sentence.end, low + LONGEST)
        held = tuple(timex for timex in dates if timex.end <= high) or dates[:1]
        if high < sentence.end:
            high = max(held[-1].end, text.rfind(" ", held[-1].end, high))
        yield low, high, list(_parts(text, low, high, held))
        position, dates = held[-1].end, dates[len(held) :]


def _parts(text: str, start: int, end: int, dates: Sequence[Timex]) -> Iterator[_Part]:
    """A sentence in the parts that a semicolon or a colon makes, and its asides in brackets: each tells its
    own, and the model reads it better alone. Only those that hold dates."""
    left = list(dates)
    for match in _ASIDE.finditer(text, start, end):
        inside = tuple(t for t in left if match.start() < t.start and t.end < match.end())
        if inside and len(match[1].split()) > _SHORT_ASIDE:
            yield match.start(1), match.end(1), inside
            left = [t for t in left if t not in inside]
    position = start
    for close in [*_ends(text, start, end, left), end]:
        held = tuple(t for t in left if position <= t.start < close)
        if close < end and any(t.start < close < t.end or t.counted_from for t in held):
            continue
        ends = text[position:close].rstrip().endswith(";") and all(t.start < close for t in left)
        rest = _SHORTEST if ends else _words(text, close, end, ())
        if close < end and min(_words(text, position, close, held), rest) < _SHORTEST:
            continue  # "1919: …", "1885 – Panjdeh incident: …", "Kabul: a city"
        if held:
            yield position, close, held
        position = close


def _words(text: str, start: int, end: int, dates: Sequence[Timex]) -> int:
    """How many words these are beside the dates."""
    told = len(_WORD.findall(text, start, end))
    return told - sum(len(_WORD.findall(timex.text)) for timex in dates)


def _ends(text: str, start: int, end: int, dates: Sequence[Timex]) -> list[int]:
    """Where a part may end: behind a semicolon or a colon, and before ", and in 1921 …", where a date begins a
    clause of its own."""
    found = [match.end() for match in _PART_END.finditer(text, start, end)]
    for before, timex in pairwise(dates):
        joined = _JOINED.search(text, before.end, timex.start)
        if (
            joined
            and len(text[timex.end : end].split()) > _SHORT_ASIDE
            and len(text[start : joined.start()].split()) > _SHORT_ASIDE
        ):
            found.append(joined.end())
    return sorted(found)


def asides(text: str, dates: Sequence[Timex], start: int) -> list[tuple[int, int]]:
    """The brackets in a part of a sentence that hold no date of it."""
    return [
        match.span() for match in _ASIDE.finditer(text)
        if not any(match.start() < t.start - start < match.end() for t in dates)
    ]  # fmt: skip


def where_told(text: str, start: int, dates: Sequence[Timex]) -> int:
    """Where the sentence proper begins: behind "In May 1978 and June 1979," or "- 1919:". The model reads the
    rest better alone; 0 when no date stands in front, or the sentence goes on telling of it ("1919, when …",
    "a day after Kabul fell")."""
    position = 0
    for timex in dates:
        goes_on = text[timex.end - start :][:1] == " "
        counts = timex.counted_from or (goes_on and _COUNTS.search(timex.text))
        names = goes_on and _ARTICLE.fullmatch(text, position, timex.start - start)
        if counts or names or not _BEFORE_DATE.fullmatch(text, position, timex.start - start):
            break
        position = timex.end - start
    behind = _BEHIND_DATE.match(text, position)
    return behind.end() if position and behind else 0
