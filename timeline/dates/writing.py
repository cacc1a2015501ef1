"""Expressions counted from the day of writing: "on Monday", "last month", "this past summer"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from timeline.dates.ask import RULE
from timeline.dates.months import SEASON_STARTS, month_number
from timeline.dates.point import Precision, year_text
from timeline.dates.relative import SEASON_NUMBER
from timeline.dates.value import DateValue, of_day
from timeline.dates.weekdays import WEEKDAYS, weekday

Groups = Mapping[str, str]
_STEPS = {"last": -1, "past": -1, "this": 0, "next": 1}
_LATIN = {"ult": -1, "inst": 0, "prox": 1}
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1, "tonight": 0, "night": -1, "morning": 0, "afternoon": 0, "evening": 0}  # fmt: skip
_HOURS = ("morning", "afternoon", "evening", "night")


def deictic(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """Counted from the day of writing: "last month". ``ahead`` among the groups: the text tells of what is to
    come, so that its "Thursday" is the next."""
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.precision not in (Precision.DAY, Precision.MONTH):
        return None, RULE
    words = [word for word in g["text"].lower().split() if word not in ("early", "late", "earlier", "later")]
    step = next((_STEPS[word] for word in reversed(words) if word in _STEPS), 0)
    unit = words[-1]
    if "y" in g:
        return DateValue.parse(f"{int(g['y']):04d}-{base.month:02d}-{base.day:02d}"), RULE
    if "latin" in g or ("d" in g and unit == "month"):
        month = _month(date(*base), _LATIN.get(g.get("latin", ""), step))
        return DateValue.parse(f"{month}-{int(g['d']):02d}"), RULE
    if unit == "year" and {"m", "season"} & g.keys():  # "in May last year"
        of_year = SEASON_NUMBER[g["season"].lower()] if "season" in g else month_number(g["m"]) or 0
        told = g.get("d") or g.get("d2")
        day = f"-{int(told):02d}" if told else ""
        return DateValue.parse(f"{year_text(base.year + step)}-{of_year:02d}{day}"), RULE
    if "m" in g:
        month_told = month_number(g["m"]) or 0
        years = {-1: -(month_told >= base.month), 0: 0, 1: int(month_told <= base.month)}[step]
        return DateValue.parse(f"{year_text(base.year + years)}-{month_told:02d}"), RULE
    if unit in SEASON_NUMBER:
        return _season(unit, step, date(*base)), RULE
    if unit == "year":
        return DateValue.parse(year_text(base.year + step)), RULE
    if unit == "month":
        return DateValue.parse(_month(date(*base), step)), RULE
    if anchor.precision is not Precision.DAY:
        return None, RULE
    named = next((word for word in words if word.capitalize() in WEEKDAYS), None)
    if unit == "week" and named is not None:  # "on Thursday last week"
        days = WEEKDAYS.index(named.capitalize()) - date(*base).weekday() + 7 * step
        return of_day(date(*base) + timedelta(days=days)), RULE
    if unit in ("week", "weekend"):
        return _week(unit, step, date(*base), "ahead" in g), RULE
    if named is not None:
        step = 0 if "past" in words or "coming" in words else step
        return of_day(weekday(named, step, date(*base), "ahead" in g or "coming" in words)), RULE
    if words[0] in ("yesterday", "tomorrow"):
        unit = words[0]
    twice = 2 if words[0] == "the" else 1  # "the day before yesterday"
    return of_day(date(*base) + timedelta(days=twice * _DAYS[unit])), RULE


def _month(written: date, step: int) -> str:
    """A month in ISO, so many before or after."""
    year, month = divmod(written.year * 12 + written.month - 1 + step, 12)
    return f"{year:04d}-{month + 1:02d}"


def _season(name: str, step: int, written: date) -> DateValue:
    """The latest season of that name that is over (-1), this year's (0), or the first that is still to come."""
    first = SEASON_STARTS[name]
    month = written.year * 12 + written.month
    started = (written.year - (first > written.month)) * 12 + first  # the latest that has begun
    if step < 0 and month < started + 3:
        started -= 12
    if step > 0:
        started += 12
    year = (started - 1) // 12 if step or name == "winter" else written.year
    if step == 0 and name == "winter" and written.month > 2:
        year = written.year
    return DateValue.parse(f"{year:04d}-{SEASON_NUMBER[name]}")


def _week(unit: str, step: int, written: date, ahead: bool) -> DateValue:
    """A week from Monday on, or its last two days; "the weekend" is the one that is over, or the next."""
    monday = written - timedelta(days=written.weekday())
    if unit == "week":
        monday += timedelta(days=7 * step)  # EDTF has no week
        return DateValue.parse(f"{monday}/{monday + timedelta(days=6)}")
    saturday = monday + timedelta(days=5 if step > 0 or ahead or written.weekday() > 4 else -2)
    return DateValue.parse(f"{saturday}/{saturday + timedelta(days=1)}")
