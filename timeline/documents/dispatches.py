"""The reports that one text holds: each begins with a dateline, and its days of the week are those before it.

A dateline seldom says its year: "MOSCOW, Feb. 9 (IPS) -". It is that of a day stated close by, above the report
("moved on the wire on Tuesday, Feb. 9, 1988") or below it, that lies no more than some days from the dateline,
or else of the report before.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from timeline.documents.day import FULL, PIVOT, day_and_month, iso_day
from timeline.documents.spans import Span, lines

APART = 10  # days between a dateline and the day that says its year
_ABOVE, _BELOW = (
    900,
    120,
)  # characters in which that day stands before a dateline, and the length of a line below
_LONGEST = 200  # characters of a line that is no prose
_STATED = re.compile(
    rf"\b(?:{FULL}|(?<!\d)\d{{1,2}}(?P<sign>[-/.])\d{{1,2}}(?P=sign)\d{{2}}(?!\d))", re.IGNORECASE
)
_COPYRIGHT = re.compile(r"^\s*Copyright,? ([12]\d{3})(?:,? by)? [A-Z][a-z]", re.MULTILINE)
_NUMBERS = re.compile(r"(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})")


def days_of(text: str, datelines: Sequence[tuple[Span, str]], stated: Sequence[str]) -> list[str]:
    """The ISO day of each dateline (its span and its words), '' where nothing says its year; ``stated`` are days
    that the text gives of itself elsewhere. The year of a paper's copyright ("Copyright, 1928, by") is the last
    resort.

    >>> text = "2/10/1988\\nKABUL, Feb. 9 -- They met.\\n\\nMOSCOW, Jan. 2 -- They left."
    >>> days_of(text, [((10, 25), "Feb. 9"), ((38, 54), "Jan. 2")], [])
    ['1988-02-09', '1989-01-02']
    """
    found: list[str] = []
    for number, ((start, end), words) in enumerate(datelines):
        ends = datelines[number + 1][0][0] if number + 1 < len(datelines) else len(text)
        begins = datelines[number - 1][0][1] if number else 0
        near = [*_near(text, max(begins, start - _ABOVE), start, _LONGEST), *_near(text, end, ends, _BELOW)]
        day = (
            iso_day(words)
            or _closest(words, near)
            or _closest(words, [date.fromisoformat(d) for d in stated])
        )
        found.append(day or _following(words, next((d for d in reversed(found) if d), "")))
    if not any(found) and (said := _COPYRIGHT.search(text)):
        days = [_in_year(words, int(said[1])) for _, words in datelines]
        return [day.isoformat() if day else "" for day in days]
    return found


def _near(text: str, first: int, last: int, longest: int) -> Iterator[date]:
    """The days that short lines between ``first`` and ``last`` state, in either order where they are numbers."""
    for line in lines(text[:last], first):
        if len(line.text) <= longest:
            for match in _STATED.finditer(line.text):
                yield from _readings(match[0])


def _readings(words: str) -> Iterator[date]:
    numbers = _NUMBERS.fullmatch(words)
    if numbers is None or len(numbers[1]) == 4:
        day = iso_day(words)
        if day:
            yield date.fromisoformat(day)
        return
    one, other, year = int(numbers[1]), int(numbers[2]), int(numbers[3])
    if year < 100:
        year += 1900 if year >= PIVOT else 2000
    for month, day_number in {(one, other), (other, one)}:
        try:
            yield date(year, month, day_number)
        except ValueError:
            continue


def _closest(words: str, near: Sequence[date]) -> str:
    """The day of ``words`` in the year in which it is closest to a day of ``near``; '' if that is not close."""
    best: tuple[int, str] | None = None
    for stated in near:
        for year in (stated.year - 1, stated.year, stated.year + 1):
            day = _in_year(words, year)
            apart = abs((day - stated).days) if day else APART + 1
            if day and apart <= APART and (best is None or apart < best[0]):
                best = (apart, day.isoformat())
    return best[1] if best else ""


def _following(words: str, before: str) -> str:
    """The first day of ``words`` that does not lie weeks before the report before."""
    if not before:
        return ""
    last = date.fromisoformat(before)
    for year in (last.year, last.year + 1):
        day = _in_year(words, year)
        if day and (day - last).days >= -APART:
            return day.isoformat()
    return ""


def _in_year(words: str, year: int) -> date | None:
    told = day_and_month(words)
    try:
        return date(year, told[1], told[0]) if told else None
    except ValueError:
        return None
