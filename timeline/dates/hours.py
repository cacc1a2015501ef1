"""Hours of a day: "19:15 The palace is stormed" below "27 December 1979" on a line of its own is of that day."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.dates.headings import opens_line
from timeline.dates.point import Precision
from timeline.dates.timex import Timex

_REST = re.compile(r"[)\]*_.,:–—-]{0,3}[ \t]{0,9}(?:\([^()\n]{1,40}\))?[ \t.:]{0,9}(?=\r?\n)")
_HOUR = re.compile(
    r"(?:[ \t]*\r?\n){1,2}[ \t•*·–—>-]{0,12}(?P<hour>(?:[01]?[0-9]|2[0-4])[:.h][0-5][0-9](?: ?(?:hrs|h|hours|[ap]\.?m\.?)\b)?)"
    r"(?=[ \t]*[:–—-]?[ \t]+[^\s0-9])"
)
_LINES = re.compile(r"[^\n]*")


def hours_below(text: str, dates: Sequence[Timex]) -> Iterator[Timex]:
    """The hours that open lines below each of ``dates`` that stands alone on its line, up to the next date.

    >>> from timeline.dates import find_dates
    >>> found = find_dates("3 May 1984\\n06:10 Shots\\n19:15 A fire\\n4 May 1984\\n07:00 Rain")
    >>> [(timex.text, str(timex.value)) for timex in found if timex.rule == "hour"]
    [('06:10', '1984-05-03'), ('19:15', '1984-05-03'), ('07:00', '1984-05-04')]
    """
    for number, day in enumerate(dates):
        alone = _REST.match(text, day.end) if opens_line(text, day.start) else None
        if alone is None or day.value is None or day.value.precision is not Precision.DAY:
            continue
        end = dates[number + 1].start if number + 1 < len(dates) else len(text)
        position = alone.end()
        while (found := _HOUR.match(text, position, end)) is not None:
            start, stop = found.span("hour")
            yield replace(day, start=start, end=stop, text=found["hour"], anchor=day.value.edtf, rule="hour")
            line = _LINES.match(text, stop, end)
            position = line.end() if line else stop
            while text[position - 1] == "\r":
                position -= 1
