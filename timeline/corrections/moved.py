"""Whether the cells of a column stand in other rows than before: it was sorted, shifted or pasted without the others.

Each cell is a pair: what it holds, and what the sheet showed there. Editors swap a few by hand, which is a correction;
what they do not do by hand are many at once, all in order, or all one row further down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

Pair = tuple[str, str]  # what a cell holds, and what it held

_SORTED, _FEW, _MANY = 3, 5, 20  # cells that are in order; texts that moved; cells of any kind
_SHIFTED = 0.9  # of the cells that changed hold what the row above held, or the one below


def has_moved(cells: Sequence[Pair], is_text: bool = False) -> bool:
    """Whether so many of a column's ``cells``, in the order of the file, moved that it is no chance. ``is_text``: hardly
    two rows hold the same.

    >>> column = [(str(50 - row), str(row)) for row in range(10, 40)]
    >>> has_moved(column), has_moved([("7", "8"), ("8", "7"), *((row, row) for row in "1234")])
    (True, False)
    """
    moved = [pair for pair in cells if pair[0] != pair[1]]
    if len(moved) < _SORTED:
        return False
    return (
        _is_sorted(cells, moved)
        or _is_permuted(moved, len(cells))
        or _is_shifted(cells, len(moved))
        or (is_text and _texts_moved(cells) >= _FEW)
    )


def _is_sorted(cells: Sequence[Pair], moved: Sequence[Pair]) -> bool:
    """In order, which they were not; where some were edited too, or rows taken out, not all of the cells are there."""
    mine, before = [one for one, _ in cells], [other for _, other in cells]
    order = _order(mine)
    if order == "" or order == _order(before):
        return False
    lost = _lost(moved)
    few_lost = lost == 0 or (lost * 2 <= len(moved) and len(set(mine)) > 2)
    return few_lost or (len(moved) >= _MANY and _descents(before) * 4 >= len(moved))


def _is_permuted(moved: Sequence[Pair], rows: int) -> bool:
    """The same cells as before, in other rows."""
    different = len({one for one, _ in moved})
    enough = different > _FEW or len(moved) >= _MANY or (different >= _FEW - 1 and len(moved) * 2 >= rows)
    return enough and not _lost(moved)


def _is_shifted(cells: Sequence[Pair], moved: int) -> bool:
    """All one row further down, or up, from somewhere on."""
    if moved < 2 * _FEW:
        return False
    down = [(mine, own, above) for (_, above), (mine, own) in pairwise(cells)]
    up = [(mine, own, below) for (mine, own), (_, below) in pairwise(cells)]
    return any(
        sum(mine == other for mine, own, other in rows if mine != own) >= _SHIFTED * moved
        for rows in (down, up)
    )


def _texts_moved(cells: Sequence[Pair]) -> int:
    """How many texts that stood in one row alone stand in another."""
    often = Counter(before for _, before in cells)
    return len({mine for mine, before in cells if mine.strip() and mine != before and often[mine] == 1})


def _lost(cells: Sequence[Pair]) -> int:
    """How many of the cells are in no row any more."""
    return len(cells) - (Counter(mine for mine, _ in cells) & Counter(before for _, before in cells)).total()


def _keys(cells: Sequence[str]) -> list[tuple[int, int, str]]:
    """What a program sorts by: numbers before words; blank cells come last either way."""
    filled = [cell.strip().casefold() for cell in cells if cell.strip()]
    return [(0, int(cell), "") if cell.isdecimal() else (1, 0, cell) for cell in filled]


def _order(cells: Sequence[str]) -> str:
    """Whether cells are sorted "up" or "down"; '' when not."""
    keys = _keys(cells)
    if len(set(keys)) < 2:
        return ""
    return "up" if keys == sorted(keys) else "down" if keys == sorted(keys, reverse=True) else ""


def _descents(cells: Sequence[str]) -> int:
    return sum(one > other for one, other in pairwise(_keys(cells)))
