"""Notes and reference lists of a text without markup for them: "References", "Notes" and numbered lines.

What they cite is matter of the page and, where the text bears the number of a note, the source of what is told
there. A note that tells something in a sentence stays prose.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from timeline.dates.citing import cites
from timeline.documents.document import FootnoteMark
from timeline.documents.spans import Line, Span, inside, lines, merge, one_line

_HEADING = re.compile(
    r"\W{0,6}(?:\d{1,2}\.? )?(?:(?P<notes>(?:end|foot)?notes?(?: and references| and sources)?)"
    r"|references?(?: cited)?|(?:select(?:ed)? |short )?bibliography|works cited|literature(?: cited)?|sources? cited"
    r"|(?:sources and )?further reading)\W{0,4}$",
    re.IGNORECASE,
)
_OTHER_HEADING = re.compile(r" {0,3}#{1,6} ")
_NUMBERED = re.compile(
    r"\W{0,3}(?P<label>\d{1,3}|[⁰¹²³⁴-⁹]{1,3})(?:[\].)]{1,2}|(?<=[⁰¹²³⁴-⁹]))?\s{1,4}(?=\S)"
)
_FEWEST = 3  # notes without a heading over them
_SENTENCE = re.compile(r"(?<=[a-z0-9)][.])\s+(?=(?:Cf\.|See\b|[A-Z][\w’'-]* [a-z]))")
# A finite verb, told without a grammar: "was", "visited", "flew"; "edited" and the like are said of books.
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|had|have|did|refers?|dates|came|went|met|took|gave|sent|left|began|made|flew|fell|fought|led|held"
    r"|won|lost|became|told|wrote|saw|set|put|rose|kept|brought"
    r"|(?!(?:edit|translat|revis|publish|print|reprint|access|quot|cit|collect|unpublish|dat|bas)ed\b)[a-z]{2,}ed)\b"
)
_ENTRY = re.compile(r"\W{0,4}(?:[A-Z][\w’'-]+,|[A-Z]{2,}\b|—{2,}|_{2,}|-{3,})")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# "[12]", "³", or a number right behind a stop, a closing quotation mark or bracket: "in 1946.1 It", "cheap.”2 For"
_MARK = re.compile(
    r"\[(?P<inside>\d{1,3})\]|(?P<raised>[⁰¹²³⁴-⁹]{1,3})"
    r"|(?:(?<=[a-z”\"’'»)][.,;:!?)])|(?<=\d{4}[.,;:)])|(?<=[”\"’'»]))(?P<glued>\d{1,3})(?=\s|$)"
)


class Notes(NamedTuple):
    """The spans that are no prose; the marks of notes in the text; label → text of the note, on one line."""

    spans: tuple[Span, ...]
    marks: tuple[FootnoteMark, ...]
    footnotes: Mapping[str, str]


class _Note(NamedTuple):
    label: str
    line: int
    """Where its line begins, with the number."""
    start: int
    end: int


def notes(text: str, start: int = 0, matter: tuple[Span, ...] = ()) -> Notes:
    r"""Read the notes and reference lists of `text` from `start` on; lines inside `matter` are none.

    >>> found = notes("It fell.1 It rose.2\n\nNotes\n1 Roe 1995, 12.\n2 See Doe 2006.")
    >>> [mark.start for mark in found.marks], found.footnotes["1"]
    ([8, 18], 'Roe 1995, 12.')
    """
    outside = [line for line in lines(text, start) if not inside(line.start, matter)]
    spans: list[Span] = []
    found: list[_Note] = []
    for first, last, heading in _zones(outside):
        zone = outside[first:last]
        if heading is not None and not heading["notes"]:
            spans += _entries(zone)
        elif numbered := list(_numbered(zone)):
            found += numbered
            spans += [span for note in numbered for span in _cited(text, note)]
    often = Counter(note.label for note in found)  # no source is better than that of another chapter
    footnotes = {n.label: one_line(text[n.start : n.end]) for n in found if often[n.label] == 1}
    body_end = min((note.line for note in found), default=0)
    marks = tuple(m for m in _marks(text, start, body_end, footnotes, often) if not inside(m.start, matter))
    return Notes(merge(spans), marks, footnotes)


def _zones(rows: Sequence[Line]) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """First and last index of the lines under each heading of notes or references; and of a run of numbered
    notes without one (None)."""
    headings = [(index, match) for index, row in enumerate(rows) if (match := _heading(row))]
    others = (index for index, row in enumerate(rows) if _OTHER_HEADING.match(row.text))
    ends = sorted({*others, *(index for index, _ in headings), len(rows)})
    for index, match in headings:
        yield index + 1, ends[bisect_right(ends, index)], match
    if not any(match["notes"] for _, match in headings):
        yield from _unheaded(rows)


def _heading(row: Line) -> re.Match[str] | None:
    return _HEADING.fullmatch(row.text.strip()) if len(row.text) < 60 else None


def _unheaded(rows: Sequence[Line]) -> Iterator[tuple[int, int, None]]:
    """A run of lines numbered from 1 on, half of which cite."""
    first, expected, cited = 0, 1, 0
    for index, row in enumerate([*rows, Line(0, 0, "")]):
        match = _NUMBERED.match(row.text)
        if match and _label(match) == str(expected):
            first, cited = (index, 0) if expected == 1 else (first, cited)
            expected, cited = expected + 1, cited + cites(row.text[match.end() :])
        elif (
            (match and _label(match) == "1") or index == len(rows) or (not row.text.strip() and expected > 1)
        ):
            if expected > _FEWEST and 2 * cited >= expected - 1:
                yield first, index, None
            expected = 1


def _label(match: re.Match[str]) -> str:
    return match["label"].translate(_SUPERSCRIPT)


def _numbered(zone: Sequence[Line]) -> Iterator[_Note]:
    """The notes of some lines; what stands between is of the note before."""
    note: _Note | None = None
    parted = False
    for row in zone:
        match = _NUMBERED.match(row.text)
        if parted and not match and row.text.strip():
            break  # a paragraph without a number is the text again
        parted = not row.text.strip()
        if match:
            if note:
                yield note
            note = _Note(_label(match), row.start, row.start + match.end(), row.end)
        elif note and row.text.strip():
            note = note._replace(end=row.end)
    if note:
        yield note


def _entries(zone: Sequence[Line]) -> Iterator[Span]:
    """The lines of a reference list, up to a sentence that cites nothing."""
    for row in zone:
        if _TELLS.search(row.text) and not _ENTRY.match(row.text) and not cites(row.text):
            return
        yield row.start, row.end


def _cited(text: str, note: _Note) -> Iterator[Span]:
    """The sentences of a note that tell nothing."""
    position = note.start
    ends = [match.start() for match in _SENTENCE.finditer(text, note.start, note.end)]
    for end in [*ends, note.end]:
        piece = text[position:end]
        if cites(piece) or not _TELLS.search(piece):
            yield position, end
        position = end


def _marks(
    text: str, start: int, end: int, footnotes: Mapping[str, str], labels: Collection[str]
) -> Iterator[FootnoteMark]:
    """Where the text before the notes bears their ``labels``; those without a bracket in their order only. A label
    that several notes have names none of them ('')."""
    expected = min((int(label) for label in labels), default=0)
    for match in _MARK.finditer(text, start, end):
        glued = match["glued"]
        label = glued or match["inside"] or match["raised"].translate(_SUPERSCRIPT)
        if label not in labels or (glued and int(label) != expected):
            continue
        expected = int(label) + 1
        yield FootnoteMark(match.start(), match.end(), label if label in footnotes else "")
