"""One expression and what it is read against → a value.

dateparser reads what it is good at: days and months in words, and offsets from a given day. It is asked for
one short expression at a time, with the base given and only the stated parts kept, since it fills what is
missing with today. The rest is arithmetic on the rule's named groups.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import lru_cache

from dateparser.date import DateDataParser

from timeline.dates import calendars
from timeline.dates.find import Candidate
from timeline.dates.months import MONTHS, SEASON_STARTS, month_number
from timeline.dates.rules import DECADE_WORDS, NUMBER_WORDS, ORDINAL_WORDS, WEEKDAYS
from timeline.dates.value import QUARTERS, SEASONS, DateValue, Day, Precision

DATEPARSER, RULE = "dateparser", "rule"
Groups = Mapping[str, str]
_SEASON_NUMBER = {name: number for number, name in SEASONS.items()} | {"fall": 23}
_QUARTER_NUMBER = {name.split()[0]: number for number, name in QUARTERS.items()}


def normalize(
    candidate: Candidate, anchor: DateValue | None = None, year: int | None = None
) -> tuple[DateValue | None, str]:
    """The value of ``candidate`` and who read it ("dateparser" or "rule").

    ``year`` stands in for a year that the expression does not state; without one the value is ``XXXX-…``.
    ``anchor`` is what offsets and anaphors count from; without one, or when it is too coarse to count from,
    the value is None. None too for what is no day of the calendar.
    """
    try:
        return _READ[candidate.rule.read](candidate.groups, anchor, year)
    except ValueError:
        return None, RULE


def _point(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    stated = stated_year(g)
    about = "~" if "about" in g else ""
    years = year_text(year if stated is None else stated)
    if "season" in g:
        return DateValue.parse(f"{years}-{_SEASON_NUMBER[g['season'].lower()]}"), RULE
    if "m" not in g:
        return DateValue.parse(years + about), RULE
    month = int(g["m"]) if g["m"].isdigit() else month_number(g["m"])
    if month is None:
        return None, RULE
    if g["m"].isdigit() or "y" not in g:  # nothing for dateparser: ISO already, or it would invent a year
        day = f"-{int(g['d']):02d}" if "d" in g else ""
        return DateValue.parse(f"{years}-{month:02d}{day}{about}"), RULE
    iso = _ask(
        f"{int(g['d'])} {MONTHS[month - 1]} {years}" if "d" in g else f"{MONTHS[month - 1]} {years}", None
    )
    return (DateValue.parse(iso + about), DATEPARSER) if iso else (None, RULE)


def stated_year(g: Groups) -> int | None:
    """The year that an expression states itself, counted astronomically: 1 BC is 0."""
    if "bcy" in g:
        return 1 - int(g["bcy"])
    return int(g["y"]) if "y" in g else None


def year_text(year: int | None) -> str:
    """A year in EDTF; ``XXXX`` for none."""
    if year is None:
        return "XXXX"
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def _numeric(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    first, second = int(g["a"]), int(g["b"])
    day, month = (second, first) if second > 12 else (first, second)  # day first, unless it cannot be
    iso = _ask(f"{day} {MONTHS[month - 1]} {g['y']}", None) if 1 <= month <= 12 else ""
    return (DateValue.parse(iso), DATEPARSER) if iso else (None, RULE)


def _year_range(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    first, last = int(g["y"]), int(g["y2"])
    if "era" in g:
        return DateValue.parse(f"{year_text(1 - first)}/{year_text(1 - last)}"), RULE
    if len(g["y2"]) == 2:
        last += first // 100 * 100
        last += 100 if last < first else 0
    return DateValue.parse(f"{first:04d}/{last:04d}"), RULE


def _day_range(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    stated = stated_year(g)
    head = f"{year_text(year if stated is None else stated)}-{month_number(g['m']):02d}"
    if int(g["d"]) >= int(g["d2"]):
        return None, RULE
    return DateValue.parse(f"{head}-{int(g['d']):02d}/{head}-{int(g['d2']):02d}"), RULE


def _day_of_month(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.precision not in (Precision.DAY, Precision.MONTH):
        return None, RULE
    return DateValue.parse(f"{year_text(base.year)}-{base.month:02d}-{int(g['d']):02d}"), RULE


def _quarter(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    number = _QUARTER_NUMBER[g["quarter"]] if "quarter" in g else 32 + int(g["q"])
    return DateValue.parse(f"{g.get('y') or g['y2']}-{number}"), RULE


def _decade(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    if "bcy" in g:  # "the 470s BC" are 479–470 BC; EDTF, counting from a year 0, comes within a year of that
        return DateValue.parse(f"-{int(g['bcy']) // 10:03d}X"), RULE
    start = int(g["decade"])
    if "half" in g:
        first = start + (5 if g["half"] == "second" else 0)
        return DateValue.parse(f"{first}/{first + 4}"), RULE
    return DateValue.parse(f"{start // 10}X"), RULE


def _decade_words(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    base = anchor.earliest if anchor else None
    if "hundred" in g:
        return DateValue.parse(f"{NUMBER_WORDS[g['hundred']]}{DECADE_WORDS[g['words']]}X"), RULE
    if base is None:
        return None, RULE
    return DateValue.parse(f"{base.year // 100}{DECADE_WORDS[g['words']]}X"), RULE


def _century(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    number = ORDINAL_WORDS.get(g["century"]) or int("".join(c for c in g["century"] if c.isdigit()) or 0)
    if not 1 <= number <= 22:
        return None, RULE
    return DateValue.parse(f"{'-' if 'bc' in g else ''}{number - 1:02d}XX"), RULE


def _era_year(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    return DateValue.parse(f"{int(g.get('y') or g['y2']):04d}"), RULE


_KEPT = frozenset(("day", "week", "month", "year"))


def _offset(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    count = int(g["n"]) if g["n"].isdigit() else sum(NUMBER_WORDS[n] for n in g["n"].lower().split("-"))
    unit = g["unit"]
    unit = "day" if unit == "night" else unit
    if unit == "century":
        return None, RULE
    if unit in ("fortnight", "decade"):
        count, unit = (count * 2, "week") if unit == "fortnight" else (count * 10, "year")
    back = g["way"] in ("earlier", "before", "previously", "ago")
    return _moved(anchor, -count if back else count, unit)


def _anaphor(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
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
    if unit in _SEASON_NUMBER or unit.capitalize() in MONTHS:
        told_to_the_month = anchor.precision in _FINE
        moved = base.year + (step if not told_to_the_month or (month - base.month) * step <= 0 else 0)
        if unit == "winter" and told_to_the_month and base.month <= 2:
            moved -= 1  # the winter that January lies in began the year before
        named = _SEASON_NUMBER.get(unit, month)
        return DateValue.parse(f"{year_text(moved)}-{named:02d}"), RULE
    if unit in ("morning", "evening", "night", "afternoon", "later"):
        unit = "day"
    if unit in ("decade", "century"):
        size, unknown = (10, "X") if unit == "decade" else (100, "XX")
        count = (base.year // size if base.year > 0 else -((1 - base.year) // size)) + step
        sign = "-" if count < 0 else ""
        return DateValue.parse(f"{sign}{abs(count):0{4 - len(unknown)}d}{unknown}"), RULE
    return _moved(anchor, step, unit) if unit in _KEPT else (None, RULE)


def _deictic(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    words = g["text"].lower()
    base = anchor.earliest if anchor else None
    if anchor is None or base is None or anchor.precision is not Precision.DAY:
        return None, RULE
    which, _, unit = words.rpartition(" ")
    step = {"last": -1, "this": 0, "next": 1}.get(which, 0)
    if unit in _SEASON_NUMBER:
        return DateValue.parse(f"{base.year + step:04d}-{_SEASON_NUMBER[unit]}"), RULE
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
        iso, reader = _ask(asked, base), DATEPARSER
    return (DateValue.parse(iso[: 10 if fine == 3 else 7]), reader) if iso else (None, RULE)


@lru_cache(maxsize=8192)
def _ask(expression: str, base: Day | None) -> str:
    """What dateparser makes of one short English expression: ISO, cut to the stated parts; or ''."""
    found = _parser(base).get_date_data(expression)
    if found.date_obj is None:
        return ""
    day: datetime = found.date_obj
    if base is not None:
        return day.date().isoformat()
    return day.date().isoformat()[: {"year": 4, "month": 7}.get(found.period or "", 10)]


@lru_cache(maxsize=512)
def _parser(base: Day | None) -> DateDataParser:
    # A fixed base: whatever an expression does not state must never come from the clock.
    settings = {
        "RELATIVE_BASE": datetime(*(base or (2000, 1, 1))),
        "DATE_ORDER": "DMY",
        "PREFER_DAY_OF_MONTH": "first",
        "RETURN_TIME_AS_PERIOD": False,
        "PARSERS": ["absolute-time"] if base is None else ["relative-time"],
    }
    return DateDataParser(languages=["en"], settings=settings)


def _named(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    return DateValue.parse(g["edtf"]), RULE


_READ: Mapping[str, Callable[[Groups, DateValue | None, int | None], tuple[DateValue | None, str]]] = {
    "point": _point,
    "solar_hijri": lambda g, anchor, year: (calendars.solar_hijri(g), RULE),
    "old_style": lambda g, anchor, year: (calendars.old_style(g), RULE),
    "numeric": _numeric,
    "year_range": _year_range,
    "day_range": _day_range,
    "day_of_month": _day_of_month,
    "quarter": _quarter,
    "decade": _decade,
    "decade_words": _decade_words,
    "century": _century,
    "era_year": _era_year,
    "offset": _offset,
    "anaphor": _anaphor,
    "deictic": _deictic,
    "named": _named,
}
