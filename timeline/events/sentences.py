"""Text → sentences, by their offsets.

Linear in the text whatever it holds (spaCy's tokenizer is not, see the README's caveats), so that the model
needs to see only the sentences that carry a date.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from timeline.events.entries import NO_ENTRIES, Entries

_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
# A block ends at a blank line, and before a heading, an item of a list or an entry of a chronology.
_NUMBERED = r"\d{1,2}\. "
_BLOCK_END = re.compile(
    rf"{_LINE_END}[ \t]*(?:(?P<blank>{_LINE_END}\s*)|(?=#{{1,6}} |[-*•‣] |\||{_NUMBERED}))"
)
_NUMBER = re.compile(rf"(?:[-*•‣] )?{_NUMBERED}")
_NUMBER_BELOW = re.compile(rf"[^\r\n]*{_LINE_END}[ \t]*(?:[-*•‣] |{_NUMBERED})")
_RUNS_ON = re.compile(r"[\w,–—-]$")  # the end of a line that a sentence runs on behind
_HEADING = re.compile(r"[ \t]*#{1,6} [^\r\n]*")
_MARKS = r"(?:\[\^?[\w-]{1,40}\])*"  # footnote marks stand behind the full stop
_STOP = re.compile(rf"(?<![.!?…])[.!?…]++[\"'”’»)\]]*{_MARKS}(?:\s+|$|(?=[A-Z][a-z]))")
_ITEM_NUMBER = re.compile(r"[\s*•‣–—-]*[\d.]{1,8}")  # "2." before an item is no sentence
_LAST_WORD = re.compile(r"[\w.’'-]*$")
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "maj",
        "col",
        "lt",
        "sgt",
        "capt",
        "adm",
        "brig",
        "cmdr",
        "gov",
        "sen",
        "rep",
        "rev",
        "hon",
        "pres",
        "st",
        "no",
        "nos",
        "vol",
        "pp",
        "p",
        "cf",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "approx",
        "dept",
        "est",
        "jr",
        "sr",
        "ed",
        "eds",
        "e.g",
        "i.e",
        "al",
        "c",
        "ca",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
_INITIALS = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]$")
# After "U.S." a sentence ends only where one of these begins the next.
_OPENER = re.compile(
    r"(?:The|In|On|At|It|He|She|They|But|And|This|That|These|After|Before|By|As|For|When|While|Since)\b"
)
_LONGEST = 20_000  # characters; what runs on longer is cut at white space


@dataclass(frozen=True, slots=True)
class Sentence:
    """``text[start:end]`` of the document."""

    start: int
    end: int


def split(text: str, matter: Sequence[tuple[int, int]] = (), entries: Entries = NO_ENTRIES) -> list[Sentence]:
    """The sentences of ``text`` in order. ``matter`` (sorted spans that are no prose) ends a block, and so does
    each of ``entries``."""
    return [
        Sentence(start, end)
        for first, last in _blocks(text, matter)
        for low, high in _paragraphs(text, first, last, entries)
        for start, end in _sentences(text, low, high, entries)
    ]


def _blocks(text: str, matter: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end in [*matter, (len(text), len(text))]:
        if start > position:
            yield position, start
        position = max(position, end)


def _paragraphs(text: str, first: int, last: int, entries: Entries) -> Iterator[tuple[int, int]]:
    for low, high in _parted(text, first, last, entries):
        begins = [
            low,
            *entries.breaks[bisect_right(entries.breaks, low) : bisect_left(entries.breaks, high)],
            high,
        ]
        for start, end in pairwise(begins):
            yield from _block(text, start, end)


def _parted(text: str, first: int, last: int, entries: Entries) -> Iterator[tuple[int, int]]:
    position = first
    for match in _BLOCK_END.finditer(text, first, last):
        wrapped = match.end() in entries.joints if match["blank"] else _is_wrapped(text, position, match)
        if not wrapped:
            yield position, match.start()
            position = match.end()
    yield position, last


def _is_wrapped(text: str, block: int, line_end: re.Match[str]) -> bool:
    """Whether a number at the start of a line ("in March\\n2018. On the 4th …") only came there when the text
    was wrapped: the sentence before runs on, and neither its block nor the next line begins with a number."""
    before, at = line_end.start(), line_end.end()
    return (
        _NUMBER.match(text, at) is not None
        and _RUNS_ON.search(text, max(block, before - 1), before) is not None
        and not _NUMBER.match(text, block)
        and not _NUMBER_BELOW.match(text, at)
    )


def _block(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    heading = _HEADING.match(text, first, last)
    if heading:  # a heading is a block of its own, also with the text glued below it
        yield first, heading.end()
        first = heading.end()
    if text[first:last].strip():
        yield first, last


def _sentences(text: str, first: int, last: int, entries: Entries) -> Iterator[tuple[int, int]]:
    position, told = first, entries.told_from(first)
    for match in _STOP.finditer(text, first, last):
        if match.end() < last and (match.end() <= told or not _ends(text, position, match)):
            continue
        yield from _trimmed(text, position, match.end())
        position = match.end()
    yield from _trimmed(text, position, last)


def _ends(text: str, start: int, stop: re.Match[str]) -> bool:
    following = text[stop.end() : stop.end() + 1]
    if following.islower() or following in ",;:":
        return False
    if stop[0][0] != ".":
        return True
    if _ITEM_NUMBER.fullmatch(text, start, stop.start()):
        return False
    found = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start())
    word = found[0] if found else ""
    if _INITIALS.fullmatch(word) and word not in ("I", "a"):
        return bool(word.count(".") and _OPENER.match(text, stop.end()))
    return word.lower() not in _ABBREVIATIONS


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while end - start > _LONGEST:
        cut = text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        yield start, cut
        start = cut
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    if right > left:
        yield left, right
