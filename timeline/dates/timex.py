"""What reading gives: a date expression with its value."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Protocol

from timeline.dates.value import DateValue

GREGORIAN, JULIAN, SOLAR_HIJRI, ISLAMIC = "gregorian", "julian", "solar hijri", "islamic"
# Rules of expressions that need not state a year.
_WITHOUT_YEAR = frozenset(
    ("day-month", "month-day", "month", "days-month", "month-days", "season", "day-of-month", "range")
) | {"solar-hijri-day", "solar-hijri-month"}


class NamedDay(Protocol):
    """A day known by name, given by the caller. ``is_date``: the name itself is a date expression ("9/11");
    otherwise it is only what others count from ("a day after the fall of …"). ``is_told``: who counts from it tells
    of it too, and not only of a day that everybody knows ("two days after Chernobyl")."""

    @property
    def phrases(self) -> tuple[str, ...]: ...
    @property
    def edtf(self) -> str: ...
    @property
    def is_date(self) -> bool: ...
    @property
    def is_told(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Part:
    """One end of a range, with its place in the text."""

    start: int
    end: int
    value: DateValue


@dataclass(frozen=True, slots=True)
class CountedFrom:
    """The event that an offset counts from ("the fall of Herat" in "two days after the fall of Herat"):
    its place in the text, its value, and how the value is known: "told" (in an earlier sentence),
    "named" (a named day) or "counted back" (from the date of the sentence itself)."""

    start: int
    end: int
    value: DateValue
    known: str


@dataclass(frozen=True, slots=True)
class Timex:
    """A date expression: ``text[start:end]`` in the document.

    ``value`` is None where the text does not settle it. ``anchor`` is the EDTF text of what it was read
    against ('' for an absolute date), ``rule`` the rule that found it, ``reader`` "dateparser" or "rule".
    """

    start: int
    end: int
    text: str
    value: DateValue | None
    anchor: str
    rule: str
    reader: str
    parts: tuple[Part, ...] = ()
    counted_from: CountedFrom | None = None

    def moved(self, by: int) -> Timex:
        """The same, in a text that begins ``by`` characters before."""
        if by == 0:
            return self
        parts = tuple(replace(p, start=p.start + by, end=p.end + by) for p in self.parts)
        source = self.counted_from
        counted = replace(source, start=source.start + by, end=source.end + by) if source else None
        return replace(self, start=self.start + by, end=self.end + by, parts=parts, counted_from=counted)

    @property
    def calendar(self) -> str:
        """The calendar that the text dates in: gregorian, julian (Old Style), solar hijri or islamic."""
        return calendar_of(self.rule)

    @property
    def year_inferred(self) -> bool:
        """True for a date whose year stands elsewhere in the text."""
        return bool(self.anchor) and self.rule in _WITHOUT_YEAR


def calendar_of(rule: str) -> str:
    """The calendar in which a rule of that name reads."""
    for beginning, calendar in (("old-style", JULIAN), ("solar", SOLAR_HIJRI), ("islamic", ISLAMIC)):
        if rule.startswith(beginning):
            return calendar
    return GREGORIAN
