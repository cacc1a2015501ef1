"""Expressions read against another date: offsets, anaphors, days of a month told before, "last month"."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from datetime import date, timedelta

from timeline.dates import ask, rough
from timeline.dates.ask import DATEPARSER, RULE
from timeline.dates.months import MONTHS, SEASON_STARTS, month_number
from timeline.dates.point import SEASONS, Precision, year_text
from timeline.dates.rule import DECADE_WORDS, NUMBER_WORDS
from timeline.dates.value import DateValue, of_day
from timeline.dates.weekdays import WEEKDAYS, weekday

Groups = Mapping[str, str]
SEASON_NUMBER = {name: number for number, name in SEASONS.items()} | {"fall": 23}

_STEPS = {"following": 1, "next": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}
_OF_DAY = frozenset(
    ("morning", "evening", "night", "afternoon", "later", "earlier", "hour", "moment", "minute", "time")
)
_SOON = 20  # years that a decade told without its century lies ahead at most
_KEPT = frozenset(("day", "week", "month", "year"))


def offset(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """An offset: "two days later", "a year and thirteen days later", "27 years ago last week". What counts from about
    a day is about a day."""
    value, reader = _offset(g, anchor)
    about = "so" in g or (anchor is not None and anchor.qualifier == "~")
    if value is not None and about and not value.is_range:
        return DateValue.parse(f"{value.edtf.rstrip('~')}~"), reader
    return value, reader


def _offset(g: Groups, anchor: DateValue | None) -> tuple[DateValue | None, str]:
    sign = -1 if g["way"] in ("earlier", "before", "previously", "ago") else 1
    if g["unit"] == "century" and (years := rough.years_in(g["n"])):
        return rough.about_a_year(anchor, sign * 12 * years, sign * rough.beyond(g, years)), RULE
    count, unit = _counted(g["n"], g["unit"])
    if unit == "century":
        return None, RULE
    if "half" in g or ("half2" in g and "so" not in g):
        return _and_a_half(anchor, sign * count, unit)
    if "rest" in g:
        anchor = _coarse(anchor, g["rest"])
        if anchor is not None and anchor.precision is Precision.DAY and unit != "year":
            return _moved(anchor, sign * count, unit)
        if anchor is not None and unit == "month":  # "two months ago this week"
            return _moved(anchor, sign * count, unit)
        if anchor is None or unit != "year":
            return None, RULE
        if anchor.precision is Precision.MONTH:
            return _moved(anchor, sign * 12 * count, "month")
        return _whole_months(anchor, sign * 12 * count), RULE
    if unit == "year" and "n0" not in g and (beyond := rough.beyond(g, count)):
        exact, reader = _moved(anchor, sign * count, unit)
        meant = rough.about_a_year(anchor, sign * 12 * count, sign * beyond)
        same = exact is None or meant is None or meant.earliest == exact.earliest
        return (exact, reader) if same else (meant, RULE)
    if "exact" in g and unit in ("year", "month"):
        return _whole_months(anchor, sign * count * (12 if unit == "year" else 1)), RULE
    if "n0" not in g:
        return _moved(anchor, sign * count, unit)
    first, larger = _counted(g["n0"], g["unit0"])
    months = {"year": 12, "month": 1}.get(larger, 0) * first
    if months == 0:
        return None, RULE
    if unit == "month":
        return _moved(anchor, sign * (months + count), "month")
    on = _whole_months(anchor, sign * months)
    return _moved(on, sign * count, unit) if on is not None else (None, RULE)


def within(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """From a date to so much later: "within three days"."""
    count, unit = _counted(g["n"], g["unit"])
    if unit == "hour":
        if count % 24:
            return None, RULE
        count, unit = count // 24, "day"
    end, reader = _moved(anchor, count, unit)
    if end is None or anchor is None or end.is_range:
        return None, RULE
    return DateValue.parse(f"{anchor.edtf.rstrip('~?%')[: len(end.edtf)]}/{end.edtf}"), reader


def _counted(words: str, unit: str) -> tuple[int, str]:
    """How many of what: a fortnight is two weeks, a night or an evening a day."""
    count = int(words) if words.isdigit() else sum(NUMBER_WORDS[n] for n in words.lower().split("-"))
    times, plain = {
        "fortnight": (2, "week"),
        "decade": (10, "year"),
        "night": (1, "day"),
        "evening": (1, "day"),
        "morning": (1, "day"),
    }.get(unit, (1, unit))
    return count * times, plain


def _and_a_half(anchor: DateValue | None, count: int, unit: str) -> tuple[DateValue | None, str]:
    if anchor is None or unit != "year" or anchor.earliest is None:
        return None, RULE
    if anchor.precision in _FINE:
        return _moved(anchor, 12 * count + (6 if count > 0 else -6), "month")
    first = anchor.earliest.year + count - (count < 0)
    return DateValue.parse(f"{year_text(first)}/{year_text(first + 1)}"), RULE


def _coarse(anchor: DateValue | None, words: str) -> DateValue | None:
    """ "Last week" and the like, which EDTF has no word for, as the day or month that it lies in."""
    which, _, unit = words.rpartition(" ")
    if unit in WEEKDAYS:
        if anchor is None or anchor.earliest is None or anchor.precision is not Precision.DAY:
            return None
        return of_day(weekday(unit, {"last": -1, "next": 1}.get(which, 0), date(*anchor.earliest), False))
    if month := month_number(unit):
        base = anchor.earliest if anchor else None
        if base is None:
            return None
        year = (
            base.year + {"last": -(month >= base.month), "this": 0, "next": int(month <= base.month)}[which]
        )
        return DateValue.parse(f"{year_text(year)}-{month:02d}")
    if not which:
        return _moved(anchor, {"today": 0, "yesterday": -1}[unit], "day")[0]
    moved = _moved(anchor, {"last": -1, "this": 0, "next": 1}[which], unit)[0]
    return DateValue.parse(moved.edtf[:7]) if moved is not None else None


def _whole_months(anchor: DateValue | None, months: int) -> DateValue | None:
    """The same day of another month, or its last."""
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.precision is not Precision.DAY:
        return None
    year, month = divmod(base.year * 12 + base.month - 1 + months, 12)
    if year < 1:
        return None
    return of_day(date(year, month + 1, min(base.day, monthrange(year, month + 1)[1])))


def anaphor(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """That, the next or the same of something: "the following spring"."""
    unit = next(g[name] for name in ("unit", "which2", "unit2", "unit3", "unit4") if name in g).lower()
    step = 1 if "unit3" in g else _STEPS.get(g.get("which", "").lower(), 0)
    base = anchor.earliest if anchor else None
    if anchor is None or base is None:
        return None, RULE
    if "n" in g:  # "the same month a year later"
        years = _counted(g["n"], "year")[0] * (1 if g["way"] == "later" else -1)
        anchor, base = _years_on(anchor, years), base._replace(year=base.year + years)
    if "opening" in g and unit == "year":
        return DateValue.parse(f"{year_text(base.year)}-01"), RULE
    if "edge" in g:
        return _edge(g["edge"], anchor, unit, step)
    month = SEASON_STARTS.get(unit) or month_number(unit) or 0
    if unit in SEASON_NUMBER or unit.capitalize() in MONTHS:
        told_to_the_month = anchor.precision in _FINE
        moved = base.year + (step if not told_to_the_month or (month - base.month) * step <= 0 else 0)
        if unit == "winter" and told_to_the_month and base.month <= 2:
            moved -= 1  # the winter that January lies in began the year before
        named = SEASON_NUMBER.get(unit, month)
        return DateValue.parse(f"{year_text(moved)}-{named:02d}"), RULE
    if unit in _OF_DAY:
        unit = "day"
    if unit in ("decade", "century"):
        size, unknown = (10, "X") if unit == "decade" else (100, "XX")
        count = (base.year // size if base.year > 0 else -((1 - base.year) // size)) + step
        sign = "-" if count < 0 else ""
        return DateValue.parse(f"{sign}{abs(count):0{4 - len(unknown)}d}{unknown}"), RULE
    return _moved(anchor, step, unit) if unit in _KEPT else (None, RULE)


def _years_on(anchor: DateValue, years: int) -> DateValue:
    """The same day, month or season of another year."""
    base = anchor.earliest
    if base is None or anchor.is_range:
        return anchor
    day = anchor.edtf.rstrip("~?%")[len(year_text(base.year)) :]
    return DateValue.parse(f"{year_text(base.year + years)}{day}")


def _edge(edge: str, anchor: DateValue, unit: str, step: int = 0) -> tuple[DateValue | None, str]:
    """The first or last day of the month or year that ``anchor`` lies in, or of the one after or before."""
    moved = _moved(anchor, step, unit)[0]
    if moved is None:
        return None, RULE
    day = moved.earliest if edge == "first" else moved.latest
    return (DateValue.parse(day.iso()), RULE) if day else (None, RULE)


def weekday_after(weekday: str, anchor: DateValue, before: bool = False) -> DateValue | None:
    """The first day of that name after ``anchor``, or the last one ``before`` it; None when that is no day."""
    base = anchor.earliest
    if anchor.precision is not Precision.DAY or base is None or base.year < 1:
        return None
    days = (WEEKDAYS.index(weekday) - date(*base).weekday() - 1) % 7 + 1
    return of_day(date(*base) + timedelta(days=days - 7 - 7 * (days == 7) if before else days))


_FEW = 0.25
_FINE = {Precision.DAY: 3, Precision.MONTH: 2}


def _moved(anchor: DateValue | None, count: int, unit: str) -> tuple[DateValue | None, str]:
    """``anchor`` moved by ``count`` units, as fine as the unit; None when the anchor is coarser than that."""
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.is_range:
        return None, RULE
    if count == 0 and anchor.precision is Precision.MONTH and unit in ("day", "week"):
        return anchor, RULE  # "the same day" as something known to the month
    if anchor.precision is Precision.MONTH and unit in ("day", "week"):
        return _from_a_month(anchor, count * (7 if unit == "week" else 1)), RULE
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


def _from_a_month(anchor: DateValue, days: int) -> DateValue | None:
    """So many days from some day of a month: the month that most of those days lie in, or the two of them."""
    first, last = anchor.earliest, anchor.latest
    if first is None or last is None or first.year < 1:
        return None
    ends = [date(*day) + timedelta(days=days) for day in (first, last)]
    months = [end.isoformat()[:7] for end in ends]
    later = ends[1].day / ((ends[1] - ends[0]).days + 1)  # the share that lies in the later month
    if months[0] == months[1] or later <= _FEW:
        return DateValue.parse(months[0])
    return DateValue.parse(months[1] if later >= 1 - _FEW else "/".join(months))


def day_of_month(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """A day of the month told before."""
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.precision not in (Precision.DAY, Precision.MONTH):
        return None, RULE
    month = f"{year_text(base.year)}-{base.month:02d}"
    days = [f"{month}-{int(g[day]):02d}" for day in ("d", "d2") if day in g]
    return DateValue.parse("/".join(days)), RULE


def decade_words(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """ "the seventies" of the century told before."""
    base = anchor.earliest if anchor else None
    if "hundred" in g:
        return DateValue.parse(f"{NUMBER_WORDS[g['hundred']]}{DECADE_WORDS[g['words']]}X"), RULE
    if base is None:
        return None, RULE
    century = base.year // 100
    century -= (
        century * 100 + DECADE_WORDS[g["words"]] * 10 > base.year + _SOON
    )  # "the nineties" of a text of 1905
    return DateValue.parse(f"{century}{DECADE_WORDS[g['words']]}X"), RULE
