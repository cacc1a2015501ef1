"""Dates of other calendars → Gregorian: Solar Hijri ("7 Saur 1357"), Islamic ("1298 AH"), Julian ("18 March
1885 Old Style")."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from convertdate import islamic, julian, persian

from timeline.dates.months import month_number
from timeline.dates.rule import HIJRI_MONTHS
from timeline.dates.value import DateValue, of_day


def solar_hijri(g: Mapping[str, str]) -> DateValue:
    """A day of the Solar Hijri calendar; of a month or a year of it, the span of days."""
    number, name, day = int(g["y"]), g.get("sh") or g.get("sh2"), g.get("d") or g.get("d2")
    if name is None:
        return _solar_span((number, 1, 1), (number + 1, 1, 1))
    month = next(index for index, names in enumerate(HIJRI_MONTHS, start=1) if name in names)
    if day is None:
        following = (number, month + 1, 1) if month < 12 else (number + 1, 1, 1)
        return _solar_span((number, month, 1), following)
    return of_day(date(*persian.to_gregorian(number, month, int(day))))


def _solar_span(first: tuple[int, int, int], after: tuple[int, int, int]) -> DateValue:
    last = date(*persian.to_gregorian(*after)) - timedelta(days=1)
    return DateValue.parse(f"{date(*persian.to_gregorian(*first))}/{last}")


def lunar_hijri(g: Mapping[str, str]) -> DateValue:
    """The days of a year of the Islamic calendar, which is eleven days shorter than ours."""
    first, after = (date(*islamic.to_gregorian(int(g["y"]) + more, 1, 1)) for more in (0, 1))
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
