"""Values in the spelling of WikiWars (TIMEX3), and spans as its annotators drew them.

Its values have no range (each end is a date of its own), name a winter by the year it ends in, and its spans
take the article in ("the 1870s"), which ours leave out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.dates import DateValue, Timex

_SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
_ARTICLE = re.compile(r"\b[Tt]he $")
Row = dict[str, object]


def rows(document: str, text: str, found: list[Timex]) -> Iterator[Row]:
    """What ``score_dates.py`` reads: one row an expression, for a range one row an end."""
    for timex in found:
        ends = [(p.start, p.end, p.value) for p in timex.parts] or [(timex.start, timex.end, timex.value)]
        for start, end, value in ends:
            if timex.rule != "year" and _ARTICLE.search(text[max(0, start - 4) : start]):
                start -= 4
            written = (
                spelt(value, inferred=timex.rule == "season") if value and not value.year_is_lost else None
            )
            yield {"doc": document, "start": start, "end": end, "text": text[start:end], "value": written}


def spelt(value: DateValue, inferred: bool = False) -> str | None:
    """``value`` in TIMEX3; None for a range. ``inferred``: a season whose year the text does not state.

    >>> [spelt(DateValue.parse(edtf)) for edtf in ("197X", "18XX", "1979-22", "-0479-08", "1979~")]
    ['197', '18', '1979-SU', 'BC0480-08', '1979']
    """
    if value.is_range:
        return None
    text = value.edtf.rstrip("~?%")
    before_christ = text.startswith("-")
    text = text.removeprefix("-")
    if text.endswith("X"):
        return ("BC" if before_christ else "") + text.rstrip("X")
    head, *rest = text.split("-")
    year = -int(head) if before_christ else int(head)
    if rest and rest[0] in _SEASONS:
        year += inferred and rest[0] == "24"
        rest = [_SEASONS[rest[0]]]
    elif rest and rest[0] in ("33", "34", "35", "36"):
        rest = [f"Q{int(rest[0]) - 32}"]
    return "-".join([f"BC{1 - year:04d}" if year <= 0 else f"{year:04d}", *rest])
