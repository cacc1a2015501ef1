"""The words that were searched for, marked in a text. Pure."""

from __future__ import annotations

import re
from typing import Any

from dash import html

from timeline.table.filters import fold

_AROUND = 70  # characters of a sentence before its first hit


def marked(text: str, words: str) -> list[Any]:
    """``text`` in parts, each hit of ``words`` in a ``mark``; case and accents do not count."""
    parts: list[Any] = []
    done = 0
    for start, end in found(text, words):
        parts += [text[done:start], html.Mark(text[start:end], className="hit")]
        done = end
    return [part for part in [*parts, text[done:]] if part]


def snippet(sentence: str, words: str) -> list[Any]:
    """The part of a sentence around its first hit; empty when there is none."""
    places = found(sentence, words)
    if not places:
        return []
    start = max(0, places[0][0] - _AROUND)
    start = sentence.find(" ", start) + 1 if start else 0
    end = sentence.find(" ", places[0][1] + _AROUND)
    cut = sentence[start:] if end < 0 else sentence[start:end]
    return [part for part in ("…" if start else "", *marked(cut, words), "" if end < 0 else "…") if part]


def found(text: str, words: str) -> list[tuple[int, int]]:
    """Where the words stand in ``text``, in order and without overlaps.

    >>> found("Émigrés left Kābul; kabul fell", "KABUL emigre")
    [(0, 6), (13, 18), (20, 25)]
    """
    wanted = fold(words).split()
    if not wanted:
        return []
    letters, at = [], []
    for place, character in enumerate(text):
        folded = fold(character)
        letters.append(folded)
        at += [place] * len(folded)
    plain = "".join(letters)
    spans = sorted(
        (at[hit.start()], at[hit.end() - 1] + 1)
        for word in wanted
        for hit in re.finditer(re.escape(word), plain)
    )
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
