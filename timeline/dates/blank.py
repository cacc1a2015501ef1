"""Blanks for what is no prose, so that all offsets stay."""

from __future__ import annotations

from collections.abc import Iterable


def blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """``text`` with blanks for ``spans``, in any order: as long as before.

    >>> blank("in 1946[1] it", [(7, 10)])
    'in 1946    it'
    """
    pieces, position = [], 0
    for start, end in sorted(spans):
        start = max(start, position)
        if end > start:
            pieces += [text[position:start], " " * (end - start)]
            position = end
    return "".join([*pieces, text[position:]])
