"""A date in cells that no spreadsheet mangles: whole numbers and words in columns of their own.

``year`` also takes a decade (197X) or century (19XX), ``month`` a season or quarter, ``end_year`` ``..`` for a
span that has not ended. ``certainty`` is a list of words: about, uncertain (of both ends, or "start about", "end
uncertain"), before and after (of a date that is one end of an open span), disputed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from timeline.corrections.errors import CellError
from timeline.dates.months import MONTHS
from timeline.dates.value import QUARTERS, SEASONS, DateValue

COLUMNS = ("year", "month", "day", "end_year", "end_month", "end_day", "certainty")
OPEN = ".."
FIRST_YEAR, YEARS_AHEAD = 1700, 10
ABOUT, UNCERTAIN, BEFORE, AFTER, DISPUTED = "about", "uncertain", "before", "after", "disputed"
_JOIN = "; "
_LOST = "XXXX"
_QUALIFIERS = {"": frozenset(), "~": frozenset({ABOUT}), "?": frozenset({UNCERTAIN}), "%": frozenset({ABOUT, UNCERTAIN})}  # fmt: skip
_QUALIFIER_OF = {words: sign for sign, words in _QUALIFIERS.items()}
_PARTS = {**SEASONS, **{number: f"Q{number - 32}" for number in QUARTERS}}
_MONTH_NAMES = {
    **{name.lower(): f"{number:02d}" for number, name in enumerate(MONTHS, start=1)},
    **{name[:3].lower(): f"{number:02d}" for number, name in enumerate(MONTHS, start=1)},
    **{name.lower(): str(number) for number, name in _PARTS.items()},
    "fall": "23",
}
_POINT = re.compile(r"(?P<year>.*?[0-9X]{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<sign>[~?%]?)")
_WHOLE = re.compile(r"[+-]?\d+(?:\.0*)?")
_LONGEST_NUMBER = 12  # characters
_SOLAR_HIJRI = range(1200, 1451)
_SERIAL = range(3_000, 80_000)  # days since 1899-12-30, as spreadsheets count them: 1908 to 2119


def to_cells(edtf: str, disputed: bool = False) -> dict[str, str]:
    """The cells of a value of this project (EDTF), by column.

    >>> {column: cell for column, cell in to_cells("1924-07/1924-12~").items() if cell}
    {'year': '1924', 'month': '7', 'end_year': '1924', 'end_month': '12', 'certainty': 'end about'}
    >>> to_cells("../1992")["certainty"], to_cells("2021-08-15/..")["end_year"]
    ('before', '..')
    """
    first, _, last = edtf.partition("/")
    words: list[str] = []
    if first == OPEN:
        words.append(BEFORE)
        first, last = last, ""
    cells = dict.fromkeys(COLUMNS, "")
    start_words = _spread(first, "", cells)
    end_words: frozenset[str] = frozenset()
    if last == OPEN:
        cells["end_year"] = OPEN
    elif last:
        end_words = _spread(last, "end_", cells)
    if not last or last == OPEN or start_words == end_words:
        words += sorted(start_words)
    else:
        words += [
            *(f"start {word}" for word in sorted(start_words)),
            *(f"end {word}" for word in sorted(end_words)),
        ]
    cells["certainty"] = _JOIN.join([*words, *([DISPUTED] if disputed else [])])
    return cells


def _spread(point: str, prefix: str, cells: dict[str, str]) -> frozenset[str]:
    """Write one end into ``cells``; returns the words of its qualifier."""
    match = _POINT.fullmatch(point)
    if match is None:
        raise ValueError(f"no end of a date: {point!r}")
    month = int(match["month"]) if match["month"] else 0
    cells[f"{prefix}year"] = "" if match["year"] == _LOST else match["year"]
    cells[f"{prefix}month"] = _PARTS.get(month, str(month)) if month else ""
    cells[f"{prefix}day"] = str(int(match["day"])) if match["day"] else ""
    return _QUALIFIERS[match["sign"]]


def from_cells(cells: Mapping[str, str], today: date, year_lost: bool = False) -> tuple[str, bool]:
    """The value of these cells (EDTF), and whether it is disputed. Never a guess.

    ``today`` bounds the years that can be meant; ``year_lost``: the year was unknown before, so it may stay
    blank. Raises :class:`CellError` for the first cell that cannot be meant.

    >>> from_cells({"year": "۱۹۸۰", "month": "winter", "certainty": "about"}, date(2026, 1, 1))
    ('1980-24~', False)
    """
    start, end, disputed, is_before, is_after = _certainty(cells.get("certainty", ""))
    first = _point(cells, "", today, year_lost) + _QUALIFIER_OF[start]
    has_end = any(cells.get(f"end_{part}", "").strip() for part in ("year", "month", "day"))
    is_open = plain(cells.get("end_year", "")) in (OPEN, "...")  # which programs make of two points
    if end - start and (is_before or is_after or is_open or not has_end):
        raise CellError("certainty", "“end …” is said of a date with an end.")
    if is_before and has_end:
        raise CellError(
            "certainty", "“before” is said of one date: leave end_year, end_month and end_day blank."
        )
    if is_after and has_end and not is_open:
        raise CellError(
            "certainty", "“after” is said of one date: leave end_year, end_month and end_day blank."
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
        return DateValue.parse(edtf).edtf, disputed
    except ValueError as error:
        raise CellError("end_year", f"the date ends before it starts ({edtf}).") from error


def plain(cell: str) -> str:
    """A cell's text without what people and programs add unseen: full-width forms, spaces of every kind, marks of the
    direction of writing."""
    if cell.isalnum() and cell.isascii():
        return cell
    if cell.isascii():
        return " ".join(cell.split())
    seen = (letter for letter in unicodedata.normalize("NFKC", cell) if unicodedata.category(letter) != "Cf")
    return " ".join("".join(seen).split())


def whole(cell: str) -> int | None:
    """The whole number that a cell holds, in any script's digits; spreadsheets like to write 1980.0."""
    if not _WHOLE.fullmatch(cell) or len(cell) > _LONGEST_NUMBER:
        return None
    return int(cell.partition(".")[0])


def words(cell: str) -> Iterator[str]:
    """The words of a cell ``certainty``."""
    for part in re.split(r"[;,]|\band\b", plain(cell).casefold()):
        if part.strip():
            yield part.strip()


def _point(cells: Mapping[str, str], prefix: str, today: date, year_lost: bool) -> str:
    year_cell, month_cell, day_cell = (
        plain(cells.get(prefix + part, "")) for part in ("year", "month", "day")
    )
    year = _year(year_cell, prefix + "year", today) if year_cell else _LOST
    month = _month(month_cell, prefix + "month") if month_cell else ""
    day = _day(day_cell, prefix + "day") if day_cell else ""
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


def _year(cell: str, column: str, today: date) -> str:
    if re.fullmatch(r"\d{3}[Xx]|\d{2}[Xx]{2}", cell):
        digits = (str(unicodedata.decimal(letter, "X")) for letter in cell)
        return _in_bounds("".join(digits), column, today)
    number = whole(cell)
    if number is None:
        wanted = "Write a year as four digits (1979), a decade as 197X, a century as 19XX."
        raise CellError(column, f"“{cell}” is no year. {wanted}")
    return _in_bounds(f"{number:04d}", column, today)


def _in_bounds(year: str, column: str, today: date) -> str:
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    latest = today.year + YEARS_AHEAD
    if last >= FIRST_YEAR and first <= latest:
        return year
    hint = f"It must lie between {FIRST_YEAR} and {latest}."
    if first in _SOLAR_HIJRI:
        hint = f"Solar Hijri? {first} is {first + 621}/{(first + 622) % 100:02d}: write that year."
    elif first in _SERIAL:
        day = date(1899, 12, 30) + timedelta(days=first)
        hint = f"The spreadsheet seems to have turned a date into a number ({day.isoformat()}): write year, month and day in their own cells."  # fmt: skip
    elif 0 <= first < 100:
        hint = "Write the year in full, for example 1979."
    raise CellError(column, f"{int(year) if year.isdecimal() else year} is no year of this timeline. {hint}")


def _month(cell: str, column: str) -> str:
    if cell.casefold() in _MONTH_NAMES:
        return _MONTH_NAMES[cell.casefold()]
    number = whole(cell)
    if number is None or not 1 <= number <= 12:
        raise CellError(column, f"“{cell}” is no month. Write 1 to 12, or spring, summer, autumn or winter.")
    return f"{number:02d}"


def _day(cell: str, column: str) -> str:
    number = whole(cell)
    if number is None or not 1 <= number <= 31:
        raise CellError(column, f"“{cell}” is no day. Write 1 to 31, and month and year in their own cells.")
    return f"{number:02d}"


def _certainty(cell: str) -> tuple[frozenset[str], frozenset[str], bool, bool, bool]:
    """The qualifiers of start and end, and whether it is disputed, before, after."""
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
            raise CellError(
                "certainty",
                f"“{word}” is unknown here. Write about, uncertain, before, after, disputed, or nothing.",
            )
    if {BEFORE, AFTER} <= flags:
        raise CellError("certainty", "a date is before or after, not both.")
    return frozenset(start), frozenset(end), DISPUTED in flags, BEFORE in flags, AFTER in flags
