"""The drift guard: which dates move the story on, and which it only looks aside at."""

from __future__ import annotations

import re

from timeline.dates.timex import Timex
from timeline.dates.value import DateValue, Precision

SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?:\[\^?[\w-]{1,40}\])*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")
_PLAN = re.compile(
    r"\b(?:(?:was|were|is|are) (?:to|due|scheduled|planned|expected)|would|as in|unlike|compared|planned"
    r"|deadline)\b[^.;]{0,60}$|\b(?:[Uu]ntil|[Ss]ince) (?:the )?$"
)
_FAR = 30  # years
_BACK = re.compile(r"(?:the |that )?(?:previous|preceding)\b", re.IGNORECASE)


def moves(text: str, timex: Timex, anchor: DateValue | None) -> bool:
    """Whether the story has come to the date ``timex``. Plans ("was to begin 1 January"), comparisons ("as
    in 1842"), quotations, brackets, spans and lost years do not move it, nor does a bare year far from
    ``anchor``, where the story was before ("the Estates of 1614")."""
    value = timex.value
    if (
        value is None
        or value.is_range
        or value.year_is_lost
        or value.precision in (Precision.DECADE, Precision.CENTURY)
    ):
        return False
    if _is_outlier(value, anchor):
        return False
    before = text[max(0, timex.start - 300) : timex.start]
    breaks = [m.end() for m in SENTENCE_END.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    if _BACK.match(timex.text) or _PLAN.search(clause) or clause.count("(") > clause.count(")"):
        return False
    return clause.count("“") <= clause.count("”") and clause.count('"') % 2 == 0


def _is_outlier(value: DateValue, anchor: DateValue | None) -> bool:
    if (
        anchor is None
        or anchor.earliest is None
        or value.earliest is None
        or value.precision is not Precision.YEAR
    ):
        return False
    return abs(value.earliest.year - anchor.earliest.year) > _FAR
