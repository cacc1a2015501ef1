"""What an editor has changed on the page and not saved yet: it lies in the browser, so nothing of it is trusted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from timeline.app.edit.items import EVENT, HIDDEN, NEW, ORPHAN, Item
from timeline.corrections import columns
from timeline.corrections.sheet_file import SheetLine

DROP = "drop"  # the one action that the sheet does not have: a correction that waits for its sentence is given up
KINDS = (EVENT, HIDDEN, ORPHAN, NEW)
ACTIONS = ("", columns.VERIFY, columns.DELETE, columns.RESTORE, columns.MERGE, columns.SPLIT, DROP)


@dataclass(frozen=True)
class Staged:
    """One row's changes: the edited ``cells`` by column and what they held before (``was``), an action and its
    ``targets``; ``rev`` names what the row showed when the first of them was made."""

    ident: str
    kind: str
    rev: str
    cells: Mapping[str, str]
    was: Mapping[str, str]
    action: str = ""
    targets: tuple[str, ...] = ()

    def all_cells(self, item: Item | None) -> dict[str, str]:
        """The row's cells as they would be."""
        return {**(item.cells if item is not None else dict.fromkeys(columns.EDITABLE, "")), **self.cells}

    def line(self, number: int, item: Item | None) -> SheetLine:
        """The same as a row of the sheet."""
        cells = dict(self.cells)
        action, ident = self.action, self.ident
        if self.kind == HIDDEN:
            action = columns.RESTORE
            if any(column in cells for column in columns.DATE):  # a date is read as a whole
                cells = {column: self.all_cells(item)[column] for column in columns.DATE} | cells
        elif self.kind == NEW:
            action, ident = columns.NEW, ""
        target = self.targets[0] if self.targets else ""
        keys = {columns.KEY: ident, columns.REV: self.rev, columns.ACTION: action, columns.TARGET: target}
        return SheetLine(number, {**cells, **keys})

    def more_splits(self, number: int) -> Iterator[SheetLine]:
        """The sheet has one action a row; here several mentions can be let go at once."""
        for target in self.targets[1:] if self.action == columns.SPLIT else ():
            keys = {
                columns.KEY: self.ident,
                columns.REV: self.rev,
                columns.ACTION: self.action,
                columns.TARGET: target,
            }
            yield SheetLine(number, keys)  # fmt: skip


def read(sent: object) -> dict[str, Staged]:
    """What the browser sends, by id; whatever is not as it must be is left out.

    >>> read({"ev_x": {"kind": "event", "cells": {"year": "1979", "rev": "no"}}, "ev_y": 7})["ev_x"].cells
    {'year': '1979'}
    """
    if not isinstance(sent, dict):
        return {}
    return {str(ident): _one(str(ident), given) for ident, given in sent.items() if isinstance(given, dict)}


def _one(ident: str, given: Mapping[str, object]) -> Staged:
    kind, action, targets = given.get("kind"), given.get("action"), given.get("targets")
    return Staged(
        ident=ident,
        kind=str(kind) if kind in KINDS else EVENT,
        rev=_text(given.get("rev")),
        cells=_cells(given.get("cells")),
        was=_cells(given.get("was")),
        action=str(action) if action in ACTIONS else "",
        targets=tuple(_text(target) for target in targets) if isinstance(targets, list) else (),
    )


def _cells(given: object) -> dict[str, str]:
    cells = given if isinstance(given, dict) else {}
    return {column: _text(cells[column]) for column in columns.EDITABLE if column in cells}


def _text(value: object) -> str:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
