"""Base, mine, theirs: which value a cell has after two people worked on it. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clash:
    """A cell that both changed, to different values. ``base`` is None when what the sheet showed is not known."""

    column: str
    base: str | None
    mine: str
    theirs: str


def merge(
    base: Mapping[str, str] | None,
    mine: Mapping[str, str],
    theirs: Mapping[str, str],
    columns: Iterable[str],
    same: Callable[[str, str, str], bool] = lambda column, one, other: one == other,
) -> tuple[dict[str, str], list[Clash]]:
    """The cells that I changed and may, by column, and those that clash. A column that ``mine`` lacks is unchanged.
    ``same`` says whether two cells of a column mean the same.

    >>> base = {"title": "A", "place": "Kabul", "note": ""}
    >>> theirs = {"title": "B", "place": "Kabul", "note": ""}
    >>> merge(base, {"title": "A", "place": "Herat"}, theirs, base)
    ({'place': 'Herat'}, [])
    >>> merge(base, {"title": "C"}, theirs, base)[1]
    [Clash(column='title', base='A', mine='C', theirs='B')]
    """
    changed: dict[str, str] = {}
    clashes = []
    for column in columns:
        if column not in mine or same(column, mine[column], theirs[column]):
            continue
        before = base.get(column) if base is not None else None
        if before is not None and same(column, mine[column], before):
            continue
        if before is not None and same(column, theirs[column], before):
            changed[column] = mine[column]
        else:
            clashes.append(Clash(column, before, mine[column], theirs[column]))
    return changed, clashes
