"""Signs that a file was damaged on its way, told by what the sheet showed. They are no corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from timeline.corrections import columns
from timeline.corrections.errors import Refused
from timeline.corrections.guard import guarded
from timeline.corrections.moved import Pair, has_moved
from timeline.corrections.sheet_file import AGAIN, SAVE_AS, SheetFile, SheetLine
from timeline.corrections.today import Today

_REVS = 3  # that stand with other events: so many are no slip
_IDS = 5  # rows of events, none of which is known: likewise
# Code pages in which a text was written, and read again.
_MISREAD = (
    ("utf-8", "cp1252"),
    ("utf-8", "cp1251"),
    ("utf-8", "latin-1"),
    ("cp1251", "cp1252"),
    ("cp1252", "cp1251"),
)
_LONG = ("title", "note")  # texts that hardly stand in two rows
_MOVABLE = (
    *columns.EDITABLE,
    "date_shown",
    "document",
)  # sentences are compared, and a status changes by itself

Cells = Mapping[str, str]
Shown = Sequence[tuple[SheetLine, Cells]]  # rows, and what the sheet showed in them


def refuse_damaged(file: SheetFile, touched: Sequence[SheetLine], today: Today) -> None:
    """Raises :class:`Refused` for a file that is cut short, has a column sorted without the others, lost letters, or is of
    another timeline.
    ``touched`` are the rows that are not as they are today to the letter."""
    _refuse_cut(file, today.base(file.lines[-1]))
    if not touched:
        return
    _refuse_foreign(file, today)
    shown = [(line, base) for line in touched if (base := today.base(line)) is not None]
    for line, base in shown:
        for column in columns.TEXTS:
            if column in line.cells and is_mangled(base[column], line.cells[column]):
                raise Refused(
                    f"row {line.number}, {column}: letters were lost when the file was saved. {SAVE_AS}"
                )
    _refuse_moved(file, shown, today)
    _refuse_moved_revs(touched, today)


def _refuse_foreign(file: SheetFile, today: Today) -> None:
    """Whoever names the wrong folder is told so once, and not in every row."""
    named = [line for line in file.lines if line.cells[columns.KEY].strip()]
    if len(named) >= _IDS and not any(map(today.knows, named)):
        raise Refused(
            "none of its events is of this timeline: it is the sheet of another one. Take a fresh sheet, or name the "
            "other's folder with --data DIR."
        )


def is_mangled(before: str, after: str) -> bool:
    """Whether a text is what a wrong encoding makes of another.

    >>> is_mangled("Café", "CafÃ©"), is_mangled("Kabul–Termez", "Kabul?Termez")
    (True, True)
    >>> is_mangled("Café", "Cafe"), is_mangled("They left…", "They left?")
    (False, False)
    """
    if before == after or before.isascii():
        return False
    if len(before) == len(after):
        changed = [place for place, (old, new) in enumerate(zip(before, after, strict=True)) if old != new]
        lost = all(after[place] == "?" and not before[place].isascii() for place in changed)
        if lost and any(
            before[place].isalnum() or after[place + 1 : place + 2].isalnum() for place in changed
        ):
            return True  # a question mark behind the last word may be meant
    return any(_misread(before, *pages) == after for pages in _MISREAD)


def _misread(text: str, written: str, read: str) -> str | None:
    """``text`` written in one code page and read in another; None when it cannot be."""
    try:
        return text.encode(written).decode(read, "replace")
    except UnicodeError:
        return None


def _refuse_cut(file: SheetFile, base: Cells | None) -> None:
    """What stands before a cut is whole but for the last row."""
    last = file.lines[-1]
    if any(base is None or base.get(column) for column in last.missing) and (
        base is not None or file.open_end
    ):
        raise Refused(f"row {last.number} ends before its last column: the file is cut short. {AGAIN}")
    is_text = file.open_end in columns.FREE
    written = guarded((base or {}).get(file.open_end, ""), is_text)
    kept = guarded(last.cells.get(file.open_end, ""), is_text)
    if kept != written and written.startswith(kept):
        raise Refused(
            f"the file ends in the middle of row {last.number}, {file.open_end}, without a line end: it is cut short. {AGAIN}"
        )


def _refuse_moved(file: SheetFile, touched: Shown, today: Today) -> None:
    """A column whose cells stand in other rows than before was sorted or shifted without the others."""
    suspected = [
        column for column in _MOVABLE if sum(one != other for one, other in _pairs(column, touched)) > 2
    ]
    if not suspected:
        return
    shown = [(line, base) for line in file.lines if (base := today.base(line))]
    for column in suspected:
        if has_moved(_pairs(column, shown), is_text=column in _LONG):
            raise Refused(
                f"the cells of the column {column} stand in other rows than before, as if it had been sorted or shifted "
                "without the others. Undo that, or sort whole rows."
            )


def _pairs(column: str, shown: Shown) -> list[Pair]:
    return [(line.cells[column], base[column]) for line, base in shown if column in line.cells]


def _refuse_moved_revs(lines: Sequence[SheetLine], today: Today) -> None:
    """A rev belongs to one event: several that stand with others were sorted alone, or the ids were."""
    revs = [line.cells.get(columns.REV, "").strip() for line in lines]
    strange = [
        line for line, rev in zip(lines, revs, strict=True)
        if rev and today.base(line) is None and today.is_rev(rev)
    ]  # fmt: skip
    if len(strange) >= _REVS:
        raise Refused(
            f"row {strange[0].number} and others have the rev of another event, as if {columns.KEY} or {columns.REV} had been "
            "sorted without the other columns. Undo that, or sort whole rows."
        )
