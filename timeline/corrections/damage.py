"""Signs that a file was damaged on its way, told by what the sheet showed. They are no corrections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from timeline.corrections import columns
from timeline.corrections.errors import Refused
from timeline.corrections.guard import guarded
from timeline.corrections.reading import AGAIN, SAVE_AS, Recorded, SheetFile, SheetLine

_MOVED = 4  # cells that changed places within one column: so many no editor swaps by hand
# Code pages in which a text was written, and read again.
_MISREAD = (
    ("utf-8", "cp1252"),
    ("utf-8", "cp1251"),
    ("utf-8", "latin-1"),
    ("cp1251", "cp1252"),
    ("cp1252", "cp1251"),
)
_LONG = ("title", "note")  # texts that hardly stand in two rows
_SORTABLE = (
    *columns.EDITABLE,
    "date_shown",
    "document",
)  # sentences are compared, and a status changes by itself

Cells = Mapping[str, str]
Pair = tuple[str, str]  # what a cell holds, and what it held
Shown = Sequence[tuple[SheetLine, Cells]]  # rows, and what the sheet showed in them


def refuse_damaged(file: SheetFile, touched: Sequence[SheetLine], recorded: Recorded) -> None:
    """Raises :class:`Refused` for a file that is cut short, has a column sorted without the others, or lost letters.
    ``touched`` are the rows that are not as they are today to the letter."""
    _refuse_cut(file, recorded.base(file.lines[-1]))
    if not touched:
        return
    shown = [(line, base) for line in touched if (base := recorded.base(line)) is not None]
    for line, base in shown:
        for column in columns.TEXTS:
            if column in line.cells and is_mangled(base[column], line.cells[column]):
                raise Refused(
                    f"row {line.number}, {column}: letters were lost when the file was saved. {SAVE_AS}"
                )
    if suspected := [column for column in _SORTABLE if _may_be_sorted(column, shown)]:
        _refuse_sorted([(line, base) for line in file.lines if (base := recorded.base(line))], suspected)
    _refuse_moved_revs(touched, recorded)


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


def _may_be_sorted(column: str, touched: Shown) -> bool:
    """Whether the cells that were changed in a column are for the most part there, in other rows."""
    moved = [pair for pair in _pairs(column, touched) if pair[0] != pair[1]]
    return len(moved) >= _MOVED - 1 and (
        _lost(moved) * 2 <= len(moved) or (column in _LONG and _has_moved(moved))
    )


def _refuse_sorted(shown: Shown, suspected: Sequence[str]) -> None:
    """A column whose cells stand in other rows than before was sorted without the others."""
    for column in suspected:
        cells = _pairs(column, shown)
        if _is_sorted_alone(cells) or (column in _LONG and _has_moved(cells)):
            raise Refused(
                f"the cells of the column {column} stand in other rows than before, as if it had been sorted without the "
                "others. Undo that, or sort whole rows."
            )


def _pairs(column: str, shown: Shown) -> list[Pair]:
    return [(line.cells[column], base[column]) for line, base in shown if column in line.cells]


def _lost(cells: Sequence[Pair]) -> int:
    """How many of the cells are in no row any more."""
    return len(cells) - (Counter(mine for mine, _ in cells) & Counter(before for _, before in cells)).total()


def _is_sorted_alone(cells: Sequence[Pair]) -> bool:
    """Whether the cells of a column are all there, in other rows: in order, or so many different ones that it is no
    chance. Where some were edited too, the order alone tells."""
    moved = [mine for mine, before in cells if mine != before]
    order, lost = _order([mine for mine, _ in cells]), _lost(cells)
    if not lost:
        return order != "" or len(set(moved)) >= _MOVED
    different = len({mine for mine, _ in cells})
    return (
        lost * 2 <= len(moved)
        and different > 2
        and order not in ("", _order([before for _, before in cells]))
    )


def _has_moved(cells: Sequence[Pair]) -> bool:
    """Whether several texts that stood in one row alone stand in another."""
    often = Counter(before for _, before in cells)
    return (
        len({mine for mine, before in cells if mine.strip() and mine != before and often[mine] == 1})
        >= _MOVED
    )


def _order(cells: Sequence[str]) -> str:
    """Whether cells are sorted "up" or "down", numbers before words; '' when not. Blank ones do not count: they come
    last either way."""
    filled = [cell.strip().casefold() for cell in cells if cell.strip()]
    keys = [(0, int(cell), "") if cell.isdecimal() else (1, 0, cell) for cell in filled]
    if len(set(keys)) < 2:
        return ""
    return "up" if keys == sorted(keys) else "down" if keys == sorted(keys, reverse=True) else ""


def _refuse_moved_revs(lines: Sequence[SheetLine], recorded: Recorded) -> None:
    """A rev belongs to one event: several that stand with others were sorted alone, or the ids were."""
    revs = [line.cells.get(columns.REV, "").strip() for line in lines]
    strange = [
        line for line, rev in zip(lines, revs, strict=True)
        if rev and recorded.base(line) is None and recorded.is_rev(rev)
    ]  # fmt: skip
    if len(strange) >= _MOVED - 1:
        raise Refused(
            f"row {strange[0].number} and others have the rev of another event, as if {columns.KEY} or {columns.REV} had been "
            "sorted without the other columns. Undo that, or sort whole rows."
        )
