"""One cell with a year, a month or a day → that part of a date in EDTF. What cannot be meant raises :class:`CellError`."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from timeline.corrections.cell_text import whole
from timeline.corrections.errors import CellError
from timeline.dates.months import MONTHS
from timeline.dates.point import QUARTERS, SEASONS

_FIRST_YEAR, _YEARS_AHEAD = 1700, 10
# Of a year, by their numbers in EDTF.
PARTS = {**SEASONS, **{number: f"Q{number - 32}" for number in QUARTERS}}
_MONTHS = {
    **{name.lower(): f"{number:02d}" for number, name in enumerate(MONTHS, start=1)},
    **{name[:3].lower(): f"{number:02d}" for number, name in enumerate(MONTHS, start=1)},
    **{name.lower(): str(number) for number, name in PARTS.items()},
    "fall": "23",
}
_SOLAR_HIJRI = range(1200, 1451)
_SERIAL = range(3_000, 80_000)  # days since 1899-12-30, as spreadsheets count them: 1908 to 2119


def year_of(cell: str, column: str, today: date) -> str:
    """The year, decade or century of a cell as EDTF writes it, not too long before or after ``today``."""
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
    latest = today.year + _YEARS_AHEAD
    if last >= _FIRST_YEAR and first <= latest:
        return year
    hint = f"It must lie between {_FIRST_YEAR} and {latest}."
    if first in _SOLAR_HIJRI:
        hint = f"Solar Hijri? {first} is {first + 621}/{(first + 622) % 100:02d}: write that year."
    elif first in _SERIAL:
        day = date(1899, 12, 30) + timedelta(days=first)
        hint = f"The spreadsheet seems to have turned a date into a number ({day.isoformat()}): write year, month and day in their own cells."  # fmt: skip
    elif 0 <= first < 100:
        hint = "Write the year in full, for example 1979."
    raise CellError(column, f"{int(year) if year.isdecimal() else year} is no year of this timeline. {hint}")


def month_of(cell: str, column: str) -> str:
    """The month, season or quarter of a cell as EDTF writes it."""
    if cell.casefold() in _MONTHS:
        return _MONTHS[cell.casefold()]
    number = whole(cell)
    if number is None or not 1 <= number <= 12:
        raise CellError(column, f"“{cell}” is no month. Write 1 to 12, or spring, summer, autumn or winter.")
    return f"{number:02d}"


def day_of(cell: str, column: str) -> str:
    """The day of the month of a cell as EDTF writes it."""
    number = whole(cell)
    if number is None or not 1 <= number <= 31:
        raise CellError(column, f"“{cell}” is no day. Write 1 to 31, and month and year in their own cells.")
    return f"{number:02d}"
