"""The question "which came first?": the playlist in rounds of a few events, each shuffled. Pure."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import pairwise

MOST = 8  # events a class puts in order at once


def told_apart(spans: Sequence[tuple[str, str]]) -> list[int]:
    """The places of those ``spans`` (first and last day, ISO; both '' for none) of which each is over before the next
    begins, as many as there can be: of two that overlap nobody can say which came first.

    >>> told_apart([("1924-09-01", "1924-09-30"), ("1924-09-01", "1924-10-31"), ("1924-10-06", "1924-10-06")])
    [0, 2]
    """
    kept: list[int] = []
    for place in sorted(range(len(spans)), key=lambda place: (spans[place][1], spans[place][0], place)):
        first, last = spans[place]
        if first and last and (not kept or first > spans[kept[-1]][1]):
            kept.append(place)
    return kept


def rounds(ids: Sequence[str]) -> list[list[int]]:
    """The places of ``ids`` in rounds of at most eight, as even as can be, each round shuffled by its ids alone: the
    same playlist gives the same question, and no question of two or more is its own answer.

    >>> [sorted(one) for one in rounds([f"ev_{n}" for n in range(9)])]
    [[0, 1, 2, 3, 4], [5, 6, 7, 8]]
    """
    count = -(-len(ids) // MOST)
    edges = [-(-len(ids) * number // count) for number in range(count + 1)] if count else []
    return [_shuffled(ids, range(start, end)) for start, end in pairwise(edges)]


def _shuffled(ids: Sequence[str], places: range) -> list[int]:
    told = "\n".join(ids[place] for place in places)
    mixed = sorted(places, key=lambda place: hashlib.sha256(f"{ids[place]}\n{told}".encode()).digest())
    return mixed[1:] + mixed[:1] if mixed == list(places) else mixed
