"""Spans and lines of a text; offsets are Python string offsets, the end is exclusive."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

Span = tuple[int, int]

# str.splitlines would also cut at form feeds and U+2028, which editors do not count as lines.
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>\"'()\[\]{}“”]+")


class Line(NamedTuple):
    """One line without its end."""

    start: int
    end: int
    text: str


def lines(text: str, start: int = 0) -> Iterator[Line]:
    r"""The lines of `text` from `start` on, whichever line ends it has.

    >>> [line.text for line in lines("a\r\n\nb\rc")]
    ['a', '', 'b', 'c']
    """
    for match in _LINE.finditer(text, start):
        if match.start() < len(text):
            yield Line(match.start(1), match.end(1), match[1])


def merge(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Sorted, with what overlaps or touches made one and what is empty left out.

    >>> merge([(5, 9), (0, 2), (8, 12), (3, 3)])
    ((0, 2), (5, 12))
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return tuple(merged)


def inside(position: int, spans: tuple[Span, ...]) -> bool:
    """Whether one of these merged spans holds the character at `position`."""
    before = bisect_right(spans, (position, float("inf"))) - 1
    return before >= 0 and position < spans[before][1]


def urls(text: str) -> list[Span]:
    """Addresses written out in the text: `/2019/05/` in one of them is no date."""
    return [match.span() for match in _URL.finditer(text)]


def one_line(value: str) -> str:
    """A value fit for a table cell: white space is one space, no control characters, no lone surrogates."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", " ", value).split())
