"""A date in cells that no spreadsheet mangles: whole numbers and words in columns of their own.

``year`` also takes a decade (197X) or century (19XX), ``month`` a season or quarter, ``end_year`` ``..`` for a
span that has not ended. ``certainty`` is a list of words: about, uncertain (of both ends, or "start about", "end
uncertain"), before and after (of a date that is one end of an open span), disputed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from timeline.corrections.cell_text import plain, words
from timeline.corrections.date_parts import PARTS, day_of, month_of, year_of
from timeline.corrections.errors import CellError
from timeline.dates.months import MONTHS
from timeline.dates.value import DateValue

COLUMNS = ("year", "month", "day", "end_year", "end_month", "end_day", "certainty")
OPEN = ".."
ABOUT, UNCERTAIN, BEFORE, AFTER, DISPUTED = "about", "uncertain", "before", "after", "disputed"
_JOIN = "; "
_LOST = "XXXX"
_QUALIFIERS = {"": frozenset(), "~": frozenset({ABOUT}), "?": frozenset({UNCERTAIN}), "%": frozenset({ABOUT, UNCERTAIN})}  # fmt: skip
_QUALIFIER_OF = {words: sign for sign, words in _QUALIFIERS.items()}
_POINT = re.compile(r"(?P<year>.*?[0-9X]{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<sign>[~?%]?)")


def to_cells(edtf: str, disputed: bool = False) -> dict[str, str]:
    """The cells of a value of this project (EDTF), by column.

    >>> {column: cell for column, cell in to_cells("1924-07/1924-12~").items() if cell}
    {'year': '1924', 'month': '7', 'end_year': '1924', 'end_month': '12', 'certainty': 'end about'}
    >>> to_cells("../1992")["certainty"], to_cells("2021-08-15/..")["end_year"]
    ('before', '..')
    """
    first, _, last = edtf.partition("/")
    said: list[str] = []
    if first == OPEN:
        said.append(BEFORE)
        first, last = last, ""
    cells = dict.fromkeys(COLUMNS, "")
    start = _spread(first, "", cells)
    end = start
    if last == OPEN:
        cells["end_year"] = OPEN
    elif last:
        end = _spread(last, "end_", cells)
    if start == end:
        said += sorted(start)
    else:
        said += [*(f"start {word}" for word in sorted(start)), *(f"end {word}" for word in sorted(end))]
    cells["certainty"] = _JOIN.join([*said, *([DISPUTED] if disputed else [])])
    return cells


def _spread(point: str, prefix: str, cells: dict[str, str]) -> frozenset[str]:
    """Write one end into ``cells``; returns the words of its qualifier."""
    match = _POINT.fullmatch(point)
    if match is None:
        raise ValueError(f"no end of a date: {point!r}")
    month = int(match["month"]) if match["month"] else 0
    cells[f"{prefix}year"] = "" if match["year"] == _LOST else match["year"]
    cells[f"{prefix}month"] = PARTS.get(month, str(month)) if month else ""
    cells[f"{prefix}day"] = str(int(match["day"])) if match["day"] else ""
    return _QUALIFIERS[match["sign"]]


def from_cells(cells: Mapping[str, str], today: date, year_lost: bool = False) -> tuple[str, bool]:
    """The value of these cells (EDTF), and whether it is disputed. Never a guess.

    ``today`` bounds the years that can be meant; ``year_lost``: the year was unknown before, so it may stay
    blank. Raises :class:`CellError` for the first cell that cannot be meant.

    >>> from_cells({"year": "۱۹۸۰", "month": "winter", "certainty": "about"}, date(2026, 1, 1))
    ('1980-24~', False)
    """
    start, end, flags = _certainty(cells.get("certainty", ""))
    is_before, is_after = BEFORE in flags, AFTER in flags
    first = _point(cells, "", today, year_lost) + _QUALIFIER_OF[start]
    has_end = any(cells.get(f"end_{part}", "").strip() for part in ("year", "month", "day"))
    is_open = plain(cells.get("end_year", "")) in (OPEN, "...")  # which programs make of two points
    if end - start and (is_before or is_after or is_open or not has_end):
        raise CellError("certainty", "“end …” is said of a date with an end.")
    if has_end and (is_before or (is_after and not is_open)):
        which = BEFORE if is_before else AFTER
        raise CellError(
            "certainty", f"“{which}” is said of one date: leave end_year, end_month and end_day blank."
        )
    if is_open and (cells.get("end_month", "").strip() or cells.get("end_day", "").strip()):
        raise CellError(
            "end_month", "a span without an end (“..” in end_year) has no end_month and no end_day."
        )
    if is_before:
        edtf = f"{OPEN}/{first}"
    elif is_after or is_open:
        edtf = f"{first}/{OPEN}"
    elif has_end:
        edtf = f"{first}/{_point(cells, 'end_', today, year_lost)}{_QUALIFIER_OF[end]}"
    else:
        edtf = first
    try:
        return DateValue.parse(edtf).edtf, DISPUTED in flags
    except ValueError as error:
        raise CellError("end_year", f"the date ends before it starts ({edtf}).") from error


def in_words(cells: Mapping[str, str], today: date, year_lost: bool = False) -> str:
    """The date of these cells in words; '' when they mean none.

    >>> in_words({"year": "1979", "month": "12", "certainty": "disputed"}, date(2026, 1, 1))
    'December 1979 (disputed)'
    """
    try:
        edtf, disputed = from_cells(cells, today, year_lost)
    except CellError:
        return ""
    return DateValue.parse(edtf).words + (" (disputed)" if disputed else "")


def _point(cells: Mapping[str, str], prefix: str, today: date, year_lost: bool) -> str:
    year_cell, month_cell, day_cell = (
        plain(cells.get(prefix + part, "")) for part in ("year", "month", "day")
    )
    year = year_of(year_cell, prefix + "year", today) if year_cell else _LOST
    month = month_of(month_cell, prefix + "month") if month_cell else ""
    day = day_of(day_cell, prefix + "day") if day_cell else ""
    if year == _LOST and not (year_lost and month):
        else_ = ", or .. for what goes on" if prefix else "; to take the event away write delete under action"
        raise CellError(prefix + "year", f"the year is blank: give a year{else_}.")
    if day and not month:
        raise CellError(prefix + "month", f"day {day_cell} has no month.")
    if month and year.endswith("X") and year != _LOST:
        raise CellError(
            prefix + "month", f"{year_cell} has no months: leave month and day blank, or give one year."
        )
    if day and int(month) > 12:
        raise CellError(
            prefix + "day", f"{month_cell} has no days: leave day blank, or give a month from 1 to 12."
        )
    point = "-".join(filter(None, (year, month, day)))
    try:
        DateValue.parse(point)
    except ValueError as error:
        raise CellError(
            prefix + "day", f"there is no {int(day)} {MONTHS[int(month) - 1]} {year_cell}.".replace(" .", ".")
        ) from error
    return point


def _certainty(cell: str) -> tuple[frozenset[str], frozenset[str], set[str]]:
    """The qualifiers of start and end, and what is said of the whole date: before, after, disputed."""
    start: set[str] = set()
    end: set[str] = set()
    flags: set[str] = set()
    for word in words(cell):
        which, _, qualifier = word.rpartition(" ")
        if word in (BEFORE, AFTER, DISPUTED):
            flags.add(word)
        elif qualifier in (ABOUT, UNCERTAIN) and which in ("", "start", "end"):
            if which != "end":
                start.add(qualifier)
            if which != "start":
                end.add(qualifier)
        else:
            why = f"“{word}” is unknown here. Write about, uncertain, before, after, disputed, or nothing."
            raise CellError("certainty", why)
    if {BEFORE, AFTER} <= flags:
        raise CellError("certainty", "a date is before or after, not both.")
    return frozenset(start), frozenset(end), flags
