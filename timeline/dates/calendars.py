"""Dates of other calendars → Gregorian: Solar Hijri ("7 Saur 1357"), Islamic ("1298 AH"), Julian ("18 March
1885 Old Style")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from convertdate import islamic, julian, persian

from timeline.dates.months import month_number
from timeline.dates.rule import HIJRI_MONTHS
from timeline.dates.value import DateValue, of_day

_BEFORE_NOWRUZ = 621  # from a year of the Solar Hijri calendar to ours, in spring
_OF_THE_FIRST = 10  # days of a Solar Hijri month that lie in the first of the two of ours
_EARLY = re.compile(r"early|(?:the )?(?:beginning|start|first|opening)")
_LATE = re.compile(r"late|(?:the )?(?:end|last|final|closing)")


def solar_hijri(g: Mapping[str, str], year: int | None = None) -> DateValue:
    """A day of the Solar Hijri calendar; of a month or a year of it, the span of days, and of the first or last days
    of a month our month that they lie in. ``year`` is of our calendar and stands in for one that it does not state:
    the day, or the first of the month, falls in it. Raises ValueError when no year is known."""
    name, day = g.get("sh") or g.get("sh2"), g.get("d") or g.get("d2")
    if name is None:
        number = int(g["hy"])
        return _solar_span((number, 1, 1), (number + 1, 1, 1))
    month = _solar_month(name)
    if "hy" in g:
        number = int(g["hy"])
    elif year is not None:
        number = year - _BEFORE_NOWRUZ
        number -= date(*persian.to_gregorian(number, month, int(day or 1))).year > year
    else:
        raise ValueError("no day of the Solar Hijri calendar is converted without its year")
    if day is not None:
        return of_day(date(*persian.to_gregorian(number, month, int(day))))
    following = (number, month + 1, 1) if month < 12 else (number + 1, 1, 1)
    span = _solar_span((number, month, 1), following)
    part = g.get("part", "").lower()
    if _EARLY.match(part):
        return DateValue.parse(span.edtf[:7])
    return DateValue.parse(span.edtf[11:18]) if _LATE.match(part) else span


def solar_month_begins(g: Mapping[str, str]) -> int:
    """The month of our calendar in which a day of a Solar Hijri month lies, or the month begins."""
    day = int(g.get("d") or g.get("d2") or 1)
    return (_solar_month(g.get("sh") or g["sh2"]) + 1 + (day > _OF_THE_FIRST)) % 12 + 1


def _solar_month(name: str) -> int:
    return next(index for index, names in enumerate(HIJRI_MONTHS, start=1) if name in names)


def _solar_span(first: tuple[int, int, int], after: tuple[int, int, int]) -> DateValue:
    last = date(*persian.to_gregorian(*after)) - timedelta(days=1)
    return DateValue.parse(f"{date(*persian.to_gregorian(*first))}/{last}")


def lunar_hijri(g: Mapping[str, str]) -> DateValue:
    """The days of a year of the Islamic calendar, which is eleven days shorter than ours."""
    first, after = (date(*islamic.to_gregorian(int(g["hy"]) + more, 1, 1)) for more in (0, 1))
    return DateValue.parse(f"{first}/{after - timedelta(days=1)}")


def old_style(g: Mapping[str, str], year: int | None = None) -> DateValue:
    """The New Style day of a date in the Julian calendar, as the text gives it, else converted. ``year`` stands in
    for one that it does not state. Raises ValueError when no year is known."""
    month = int(g["m"]) if g["m"].isdigit() else month_number(g["m"]) or 1
    stated = int(g["y"]) if "y" in g else year
    if stated is None:
        raise ValueError("no day of the Julian calendar is converted without its year")
    if "new" in g:
        return DateValue.parse(f"{stated:04d}-{month:02d}-{int(g['new']):02d}")
    old = date(*julian.to_gregorian(stated, month, int(g["d"])))
    new = g.get("d2") or g.get("d3")
    if new is None:
        return of_day(old)
    if "m2" in g:
        return of_day(date(stated, month_number(g["m2"]) or 1, int(new)))
    if abs(old.day - int(new)) <= 1:
        return of_day(old.replace(day=int(new)))
    return DateValue.parse(
        f"{stated:04d}-{month:02d}-{int(g['d']):02d}/{stated:04d}-{month:02d}-{int(new):02d}"
    )
