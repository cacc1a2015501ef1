"""One value of a date: EDTF text ↔ first and last day ↔ words.

EDTF level 1 (Library of Congress, 2019) plus, of level 2, a lost year (``XXXX-12-05``, ``XXXX-12``) and the
quarters 33–36. A value *is* its EDTF text; everything else is read off it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from timeline.dates.point import Day, Point, Precision, read_point

_OPEN = ".."


@dataclass(frozen=True)
class DateValue:
    """A date as precise as it is known. Make one with :meth:`parse`; sort by ``sort_key``.

    >>> value = DateValue.parse("1979-12~")
    >>> value.precision, value.earliest.iso(), value.latest.iso(), value.words
    (<Precision.MONTH: 'month'>, '1979-12-01', '1979-12-31', 'about December 1979')
    >>> DateValue.parse("2021-08-15/..").latest is None
    True
    """

    edtf: str

    @classmethod
    def parse(cls, edtf: str) -> DateValue:
        """Check ``edtf`` and wrap it. Raises ValueError for what is no EDTF as above, or no day."""
        return _parse(edtf)

    @cached_property
    def _ends(self) -> tuple[Point | None, ...]:
        return tuple(read_point(end) if end not in ("", _OPEN) else None for end in self.edtf.split("/"))

    @property
    def is_range(self) -> bool:
        return len(self._ends) == 2

    @cached_property
    def year_is_lost(self) -> bool:
        """True when the texts do not give the year (``XXXX-…``)."""
        return any(end is not None and end.year_is_lost for end in self._ends)

    @cached_property
    def precision(self) -> Precision:
        point = self._ends[0]
        return Precision.RANGE if self.is_range or point is None else point.precision

    @property
    def qualifier(self) -> str:
        """``~`` about, ``?`` uncertain, ``%`` both, or nothing; of a range, the first end's that has one."""
        return next((end.qualifier for end in self._ends if end is not None and end.qualifier), "")

    @cached_property
    def earliest(self) -> Day | None:
        """First day, or None when the start is open or the year lost."""
        point = self._ends[0]
        return None if point is None or self.year_is_lost else point.bounds()[0]

    @cached_property
    def latest(self) -> Day | None:
        """Last day, or None when the end is open or the year lost."""
        point = self._ends[-1]
        return None if point is None or self.year_is_lost else point.bounds()[1]

    @property
    def sort_key(self) -> tuple[Day, Day]:
        """Orders values by first, then last day, "in or before 1999" by its only one; those without a year come
        last."""
        far = Day(99999, 1, 1)
        return self.earliest or self.latest or far, self.latest or far

    @property
    def words(self) -> str:
        """The value as a reader would say it: "about October 1838", "1950–1973", "since 15 August 2021"."""
        first, last = self._ends[0], self._ends[-1]
        if not self.is_range and first is not None:
            return first.words()
        if first is None:
            if last is None:
                return "at an unknown time"
            return f"{'on' if last.day is not None else 'in'} or before {last.words()}"
        if last is None:
            return f"since {first.words()}"
        spaced = " " in first.words() or " " in last.words()
        return f"{first.words()} – {last.words()}" if spaced else f"{first.words()}–{last.words()}"

    def __str__(self) -> str:
        return self.edtf

    def covers(self, other: DateValue) -> bool:
        """True when every day of ``other`` lies within this value (an open end reaches for ever)."""
        if self.year_is_lost or other.year_is_lost:
            return self == other
        starts = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return starts and ends


@lru_cache(maxsize=65536)
def _parse(edtf: str) -> DateValue:
    ends = edtf.split("/")
    if len(ends) > 2 or all(end in ("", _OPEN) for end in ends) or (len(ends) == 1 and ends[0] == _OPEN):
        raise ValueError(f"not an EDTF date: {edtf!r}")
    points = [read_point(end) for end in ends if end not in ("", _OPEN)]
    if len(points) == 2:
        first, last = points
        if not first.year_is_lost and not last.year_is_lost and first.bounds()[0] > last.bounds()[1]:
            raise ValueError(f"ends before it starts: {edtf!r}")
    return DateValue(edtf)


def of_day(day: date) -> DateValue:
    """The value of one day."""
    return DateValue.parse(day.isoformat())
