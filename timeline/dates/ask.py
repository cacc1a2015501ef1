"""dateparser, asked for one short expression at a time, the base given, only the stated parts kept."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from dateparser.date import DateDataParser

from timeline.dates.point import Day

DATEPARSER, RULE = "dateparser", "rule"  # who read an expression


@lru_cache(maxsize=8192)
def ask(expression: str, base: Day | None) -> str:
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
