"""One point in time as EDTF writes it: a century, decade, year, season, quarter, month or day."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from timeline.dates.months import MONTHS

SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
QUARTERS = {33: "first quarter", 34: "second quarter", 35: "third quarter", 36: "fourth quarter"}
# Northern seasons by whole months; winter runs into the next year.
_SEASON_MONTHS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14)}
_QUARTER_MONTHS = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12)}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_QUALIFIED = {"": "", "~": "about ", "?": "perhaps ", "%": "perhaps about "}
_POINT = re.compile(
    r"(?P<year>-?\d{4}|-?\d{3}X|-?\d{2}XX|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<qualifier>[~?%]?)"
)


class Precision(StrEnum):
    """How finely a value is known, coarsest first; ``range`` has two ends."""

    CENTURY = "century"
    DECADE = "decade"
    YEAR = "year"
    SEASON = "season"
    QUARTER = "quarter"
    MONTH = "month"
    DAY = "day"
    RANGE = "range"


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar; year 0 is 1 BC."""

    year: int
    month: int
    day: int

    def iso(self) -> str:
        """ISO 8601, ``-`` before years BC."""
        return f"{'-' if self.year < 0 else ''}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"

    def about_days_to(self, other: Day) -> int:
        """How many days later ``other`` is, every month counted as 31: near enough to compare."""
        return (other.year - self.year) * 372 + (other.month - self.month) * 31 + other.day - self.day


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a value: year, decade, century, season, quarter, month or day."""

    year: str
    month: int | None
    day: int | None
    qualifier: str

    @property
    def precision(self) -> Precision:
        if self.day:
            return Precision.DAY
        if self.month is not None:
            return (
                Precision.SEASON if self.month in SEASONS
                else Precision.QUARTER if self.month in QUARTERS
                else Precision.MONTH
            )  # fmt: skip
        if self.year.endswith("XX"):
            return Precision.CENTURY
        return Precision.DECADE if self.year.endswith("X") else Precision.YEAR

    @property
    def year_is_lost(self) -> bool:
        return self.year == "XXXX"

    def bounds(self) -> tuple[Day, Day]:
        low, high = (int(self.year.replace("X", digit)) for digit in "09")
        if self.year.startswith("-"):
            low, high = high, low
        if self.month is None:
            return Day(low, 1, 1), Day(high, 12, 31)
        if self.day:
            return Day(low, self.month, self.day), Day(high, self.month, self.day)
        first, last = (_SEASON_MONTHS | _QUARTER_MONTHS).get(self.month, (self.month, self.month))
        if last > 12:
            high, last = high + 1, last - 12
        return Day(low, first, 1), Day(high, last, _days_in(high, last))

    def words(self) -> str:
        return _QUALIFIED[self.qualifier] + self._plain()

    def _plain(self) -> str:
        if self.month is None:
            return _year_words(self.year)
        part = (SEASONS | QUARTERS).get(self.month) or MONTHS[self.month - 1]
        if self.month in QUARTERS:
            part += " of"
        if self.day:
            part = f"{self.day} {part}"
        return f"{part}, year not given" if self.year_is_lost else f"{part} {_year_words(self.year)}"


def read_point(text: str) -> Point:
    match = _POINT.fullmatch(text)
    if not match:
        raise ValueError(f"not an EDTF date: {text!r}")
    year = match["year"]
    month = int(match["month"]) if match["month"] else None
    day = int(match["day"]) if match["day"] else None
    if month is None:
        if year == "XXXX":
            raise ValueError(f"nothing is known of {text!r}")
        return Point(year, None, None, match["qualifier"])
    if year.endswith("X") and year != "XXXX":
        raise ValueError(f"a month needs a year, or none at all: {text!r}")
    if not (1 <= month <= 12 or (day is None and (month in SEASONS or month in QUARTERS))):
        raise ValueError(f"no month, season or quarter: {text!r}")
    if day is not None and not 1 <= day <= (
        29 if year == "XXXX" and month == 2 else _days_in(_leapish(year), month)
    ):
        raise ValueError(f"no such day: {text!r}")
    return Point(year, month, day, match["qualifier"])


def _leapish(year: str) -> int:
    return 2000 if year == "XXXX" else int(year)


def _days_in(year: int, month: int) -> int:
    return 29 if month == 2 and calendar.isleap(year) else _DAYS[month - 1]


def _year_words(year: str) -> str:
    era = " BC" if year.startswith("-") else ""
    plain = year.lstrip("-")
    if plain.endswith("XX"):
        return f"the {ordinal(int(plain[:2]) + 1)} century{era}"
    if plain.endswith("X"):
        return f"the {int(plain[:3])}0s{era}"
    number = int(plain)
    # EDTF counts astronomically: 0000 is 1 BC, -0043 is 44 BC.
    return f"{number + 1} BC" if era or number == 0 else str(number)


def year_text(year: int | None) -> str:
    """A year in EDTF; ``XXXX`` for none."""
    if year is None:
        return "XXXX"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def ordinal(number: int) -> str:
    """1 → ``1st``."""
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
