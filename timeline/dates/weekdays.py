"""The days of the week, told of the day of writing."""

from __future__ import annotations

from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(name: str, step: int, written: date, ahead: bool) -> date:
    """The day of the week of that name: the last one before ``written``, or that day itself, or the next."""
    behind = (written.weekday() - WEEKDAYS.index(name.capitalize())) % 7
    if step > 0:
        return written + timedelta(days=7 - behind)
    if ahead and step == 0:
        return written + timedelta(days=-behind % 7)
    return written - timedelta(days=behind or (7 if step < 0 else 0))
