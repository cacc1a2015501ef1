"""One expression and what it is read against → a value.

dateparser reads what it is good at: days and months in words, and offsets from a given day. It is asked for
one short expression at a time, with the base given and only the stated parts kept, since it fills what is
missing with today. The rest is arithmetic on the rule's named groups.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Mapping

from timeline.dates import ask, calendars, relative, writing
from timeline.dates.ask import DATEPARSER, RULE
from timeline.dates.find import Candidate
from timeline.dates.months import MONTHS, month_number
from timeline.dates.point import QUARTERS, year_text
from timeline.dates.relative import SEASON_NUMBER
from timeline.dates.rule import ORDINAL_WORDS, feast_day
from timeline.dates.value import DateValue

Groups = Mapping[str, str]
_ONE_DAY = re.compile(r"\bday of\b")
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
    except (ValueError, OverflowError):  # OverflowError: the day before the first of the year 1
        return None, RULE


def _point(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    stated = stated_year(g)
    about = "~" if "about" in g else ""
    years = year_text(year if stated is None else stated)
    if "season" in g:
        return DateValue.parse(f"{years}-{SEASON_NUMBER[g['season'].lower()]}"), RULE
    if "m" not in g:
        return DateValue.parse(years + about), RULE
    month = int(g["m"]) if g["m"].isdigit() else month_number(g["m"])
    if month is None:
        return None, RULE
    if "edge" in g:
        g = dict(g, d=_edge_of_month(g["edge"], month, year if stated is None else stated))
    if g["m"].isdigit() or "y" not in g:  # nothing for dateparser: ISO already, or it would invent a year
        day = f"-{int(g['d']):02d}" if "d" in g else ""
        return DateValue.parse(f"{years}-{month:02d}{day}{about}"), RULE
    iso = ask.ask(
        f"{int(g['d'])} {MONTHS[month - 1]} {years}" if "d" in g else f"{MONTHS[month - 1]} {years}", None
    )
    return (DateValue.parse(iso + about), DATEPARSER) if iso else (None, RULE)


def stated_year(g: Groups) -> int | None:
    """The year that an expression states itself, counted astronomically: 1 BC is 0."""
    if "bcy" in g:
        return 1 - int(g["bcy"])
    return int(g["y"]) if "y" in g else None


def _edge_of_month(edge: str, month: int, year: int | None) -> str:
    if edge == "first":
        return "1"
    if month == 2 and year is None:
        raise ValueError("the last day of February is not known without its year")
    return str(calendar.monthrange(2001 if year is None else year, month)[1])


def _edge_of_year(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    """The month in which the first or last weeks of a year lie; of "the last day" the day."""
    first = g.get("edge", g.get("edge2")) in ("first", "opening", "beginning", "start")
    day = ("-01" if first else "-31") if _ONE_DAY.search(g["text"]) else ""
    return DateValue.parse(f"{year_text(stated_year(g))}-{'01' if first else '12'}{day}"), RULE


def _numeric(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    first, second = int(g["a"]), int(g["b"])
    day, month = (second, first) if second > 12 else (first, second)  # day first, unless it cannot be
    iso = ask.ask(f"{day} {MONTHS[month - 1]} {g['y']}", None) if 1 <= month <= 12 else ""
    return (DateValue.parse(iso), DATEPARSER) if iso else (None, RULE)


def _year_range(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    first, last = int(g["y"]), int(g["y2"])
    if "era" in g:
        return DateValue.parse(f"{year_text(1 - first)}/{year_text(1 - last)}"), RULE
    if len(g["y2"]) == 1:
        last += first // 10 * 10
    if len(g["y2"]) == 2:
        last += first // 100 * 100
        last += 100 if last < first else 0
    about = "~" if "about" in g else ""
    return DateValue.parse(f"{first:04d}{about}/{last:04d}{about}"), RULE


def _decades(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    years, reader = _year_range(g, anchor, year)
    if years is not None and int(years.edtf[5:]) - int(years.edtf[:4]) >= 90:
        return None, RULE  # "the 1870s–60s"
    return (DateValue.parse(f"{years.edtf[:-1]}9"), reader) if years is not None else (None, reader)


def _day_range(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    stated = stated_year(g)
    head = f"{year_text(year if stated is None else stated)}-{month_number(g['m']):02d}"
    if int(g["d"]) >= int(g["d2"]):
        return None, RULE
    return DateValue.parse(f"{head}-{int(g['d']):02d}/{head}-{int(g['d2']):02d}"), RULE


def _month_range(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    first, last = month_number(g["m"]) or 0, month_number(g["m2"]) or 0
    years = int(g["y"]) - (first > last), int(g["y"])
    return DateValue.parse(f"{years[0]:04d}-{first:02d}/{years[1]:04d}-{last:02d}"), RULE


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


def _century(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    number = _ordinal(g["century"])
    if not 1 <= number <= 22:
        return None, RULE
    if "nth" in g:
        return DateValue.parse(f"{number - 1:02d}{_nth_decade(g['nth'])}X"), RULE
    return DateValue.parse(f"{'-' if 'bc' in g else ''}{number - 1:02d}XX"), RULE


def _nth_decade(words: str) -> int:
    """The digit of a decade: the first is 0. Raises ValueError for a twelfth."""
    if words in ("opening", "closing", "last", "final"):
        return 0 if words == "opening" else 9
    number = _ordinal(words)
    if not 1 <= number <= 10:
        raise ValueError(f"a century has no {words} decade")
    return number - 1


def _ordinal(words: str) -> int:
    return ORDINAL_WORDS.get(words) or int("".join(c for c in words if c.isdigit()) or 0)


def _era_year(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    return DateValue.parse(f"{int(g.get('y') or g['y2']):04d}"), RULE


def _named(g: Groups, anchor: DateValue | None, year: int | None) -> tuple[DateValue | None, str]:
    edtf = g["edtf"] if "edtf" in g else f"XXXX-{feast_day(g['feast'])}"
    edtf += "~" if {"beside", "around"} & g.keys() else ""
    stated = stated_year(g)
    known = year if stated is None else stated
    return DateValue.parse(edtf if known is None else edtf.replace("XXXX", year_text(known))), RULE


_READ: Mapping[str, Callable[[Groups, DateValue | None, int | None], tuple[DateValue | None, str]]] = {
    "point": _point,
    "solar_hijri": lambda g, anchor, year: (calendars.solar_hijri(g, year), RULE),
    "lunar_hijri": lambda g, anchor, year: (calendars.lunar_hijri(g), RULE),
    "old_style": lambda g, anchor, year: (calendars.old_style(g, year), RULE),
    "edge_of_year": _edge_of_year,
    "numeric": _numeric,
    "year_range": _year_range,
    "day_range": _day_range,
    "decades": _decades,
    "month_range": _month_range,
    "day_of_month": relative.day_of_month,
    "quarter": _quarter,
    "decade": _decade,
    "decade_words": relative.decade_words,
    "century": _century,
    "era_year": _era_year,
    "offset": relative.offset,
    "within": relative.within,
    "anaphor": relative.anaphor,
    "deictic": writing.deictic,
    "named": _named,
}
