"""Expressions read against another date: offsets, anaphors, days of a month told before, "last month"."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from timeline.dates import ask
from timeline.dates.ask import DATEPARSER, RULE
from timeline.dates.months import MONTHS, SEASON_STARTS, month_number
from timeline.dates.rule import DECADE_WORDS, NUMBER_WORDS, WEEKDAYS
from timeline.dates.value import SEASONS, DateValue, Precision, year_text

Groups = Mapping[str, str]
SEASON_NUMBER = {name: number for number, name in SEASONS.items()} | {"fall": 23}

_KEPT = frozenset(("day", "week", "month", "year"))


def offset(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """An offset: "two days later"."""
    count = int(g["n"]) if g["n"].isdigit() else sum(NUMBER_WORDS[n] for n in g["n"].lower().split("-"))
    unit = g["unit"]
    unit = "day" if unit == "night" else unit
    if unit == "century":
        return None, RULE
    if unit in ("fortnight", "decade"):
        count, unit = (count * 2, "week") if unit == "fortnight" else (count * 10, "year")
    back = g["way"] in ("earlier", "before", "previously", "ago")
    return _moved(anchor, -count if back else count, unit)


def anaphor(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """That, the next or the same of something: "the following spring"."""
    unit = next(g[name] for name in ("unit", "which2", "unit2", "unit3", "unit4") if name in g).lower()
    step = (
        1
        if "unit3" in g
        else {"following": 1, "next": 1, "previous": -1, "preceding": -1}.get(g.get("which", ""), 0)
    )
    base = anchor.earliest if anchor else None
    if anchor is None or base is None:
        return None, RULE
    month = SEASON_STARTS.get(unit) or month_number(unit) or 0
    if unit in SEASON_NUMBER or unit.capitalize() in MONTHS:
        told_to_the_month = anchor.precision in _FINE
        moved = base.year + (step if not told_to_the_month or (month - base.month) * step <= 0 else 0)
        if unit == "winter" and told_to_the_month and base.month <= 2:
            moved -= 1  # the winter that January lies in began the year before
        named = SEASON_NUMBER.get(unit, month)
        return DateValue.parse(f"{year_text(moved)}-{named:02d}"), RULE
    if unit in ("morning", "evening", "night", "afternoon", "later"):
        unit = "day"
    if unit in ("decade", "century"):
        size, unknown = (10, "X") if unit == "decade" else (100, "XX")
        count = (base.year // size if base.year > 0 else -((1 - base.year) // size)) + step
        sign = "-" if count < 0 else ""
        return DateValue.parse(f"{sign}{abs(count):0{4 - len(unknown)}d}{unknown}"), RULE
    return _moved(anchor, step, unit) if unit in _KEPT else (None, RULE)


def deictic(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """Counted from the day of writing: "last month"."""
    words = g["text"].lower()
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.precision is not Precision.DAY:
        return None, RULE
    which, _, unit = words.rpartition(" ")
    step = {"last": -1, "this": 0, "next": 1}.get(which, 0)
    if unit in SEASON_NUMBER:
        return DateValue.parse(f"{base.year + step:04d}-{SEASON_NUMBER[unit]}"), RULE
    if unit == "week":
        return None, RULE  # EDTF has no week
    if unit in _KEPT:
        return _moved(anchor, step, unit)
    if unit.capitalize() in WEEKDAYS:
        days = (datetime(*base).weekday() - WEEKDAYS.index(unit.capitalize())) % 7
        return _moved(anchor, 7 - days if which == "next" else -(days or 7 * (which == "last")), "day")
    return _moved(anchor, {"yesterday": -1, "today": 0, "tomorrow": 1}[unit], "day")


_FINE = {Precision.DAY: 3, Precision.MONTH: 2}


def _moved(anchor: DateValue | None, count: int, unit: str) -> tuple[DateValue | None, str]:
    """``anchor`` moved by ``count`` units, as fine as the unit; None when the anchor is coarser than that."""
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.is_range:
        return None, RULE
    if count == 0 and anchor.precision is Precision.MONTH and unit == "day":
        return anchor, RULE  # "the same day" as something known to the month
    fine = {"day": 3, "week": 3, "month": 2, "year": 1}[unit]
    if _FINE.get(anchor.precision, 1) < fine:
        return None, RULE
    if fine == 1:
        return DateValue.parse(year_text(base.year + count)), RULE
    if base.year < 1:
        return None, RULE
    if count == 0:
        iso, reader = base.iso(), RULE
    else:
        asked = f"in {count} {unit}s" if count > 0 else f"{-count} {unit}s ago"
        iso, reader = ask.ask(asked, base), DATEPARSER
    return (DateValue.parse(iso[: 10 if fine == 3 else 7]), reader) if iso else (None, RULE)


def day_of_month(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """A day of the month told before."""
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.precision not in (Precision.DAY, Precision.MONTH):
        return None, RULE
    return DateValue.parse(f"{year_text(base.year)}-{base.month:02d}-{int(g['d']):02d}"), RULE


def decade_words(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """ "the seventies" of the century told before."""
    base = anchor.earliest if anchor else None
    if "hundred" in g:
        return DateValue.parse(f"{NUMBER_WORDS[g['hundred']]}{DECADE_WORDS[g['words']]}X"), RULE
    if base is None:
        return None, RULE
    return DateValue.parse(f"{base.year // 100}{DECADE_WORDS[g['words']]}X"), RULE
