"""Text → sentences, by their offsets.

Linear in the text whatever it holds (spaCy's tokenizer is not, see the README's caveats), so that the model
needs to see only the sentences that carry a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LINE_END = r"(?:\r\n|\n|\r(?!\n))"
# A block ends at a blank line, and before a heading, an item of a list or an entry of a chronology.
_NUMBERED = r"\d{1,2}\. |[12]\d{3}(?:[-–]\d+)?[:.]? +[–—-]? ?[A-Z]"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_DAY = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)"
_YEAR = r"[12]\d{3}(?:[-–/]\d{2,4})?"
_WHEN = rf"(?:ca?\. ?)?(?:\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}|(?:(?:{_DAY}|{_MONTH}),? )?{_YEAR}|[12]\d{{3}}-\d\d-\d\d|{_DAY})"
_LONGEST_DATE = 40  # characters
_DATED = rf"{_WHEN} ?(?::|[–—-]) "  # "20.5.1990 - …", "1985/86: …"
_ENTRY = rf"#{{1,6}} |[-*•‣] |\||{_NUMBERED}|{_DATED}"
_BLOCK_END = re.compile(rf"{_LINE_END}[ \t]*(?:(?P<blank>{_LINE_END}\s*)|(?={_ENTRY}))")
_NUMBER = re.compile(rf"(?:[-*•‣] )?(?:{_NUMBERED}|{_DATED})")
_NUMBER_BELOW = re.compile(rf"[^\r\n]*{_LINE_END}[ \t]*(?:[-*•‣] |{_NUMBERED}|{_DATED})")
_RUNS_ON = re.compile(r"[\w,–—-]$")  # the end of a line that a sentence runs on behind
_HEADING = re.compile(r"[ \t]*#{1,6} [^\r\n]*")
_MARKS = r"(?:\[\^?[\w-]{1,40}\])*"  # footnote marks stand behind the full stop
_STOP = re.compile(rf"(?<![.!?…])[.!?…]++[\"'”’»)\]]*{_MARKS}(?:\s+|$|(?=[A-Z][a-z]))")
# "* 1921, 28 February." is the date of an entry and no sentence.
_DATE_ALONE = re.compile(rf"[\s*•‣–-]*(?:[\d.,/–-]|(?<=\d)(?:st|nd|rd|th)|{_MONTH}|\s)+")
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


def split(text: str, matter: Sequence[tuple[int, int]] = ()) -> list[Sentence]:
    """The sentences of ``text`` in order. ``matter`` (sorted spans that are no prose) ends a block."""
    return [
        Sentence(start, end)
        for first, last in _blocks(text, matter)
        for start, end in _sentences(text, first, last)
    ]


def _blocks(text: str, matter: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    position = 0
    for start, end in [*matter, (len(text), len(text))]:
        if start > position:
            yield from _paragraphs(text, position, start)
        position = max(position, end)


def _paragraphs(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    position = first
    for match in _BLOCK_END.finditer(text, first, last):
        if not match["blank"] and _is_wrapped(text, position, match):
            continue
        yield from _block(text, position, match.start())
        position = match.end()
    yield from _block(text, position, last)


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


def _sentences(text: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    position = first
    for match in _STOP.finditer(text, first, last):
        if match.end() < last and not _ends(text, position, match):
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
    if stop.start() - start < _LONGEST_DATE and _DATE_ALONE.fullmatch(text, start, stop.start() + 1):
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
