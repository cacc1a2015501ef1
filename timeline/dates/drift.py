"""The drift guard: which dates move the story on, and which it only looks aside at."""

from __future__ import annotations

import re

from timeline.dates.timex import Timex
from timeline.dates.value import Precision

SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?:\[\^?[\w-]{1,40}\])*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")
_PLAN = re.compile(
    r"\b(?:(?:was|were|is|are) (?:to|due|scheduled|planned|expected)|would|until|since|as in|unlike|compared"
    r"|planned|deadline)\b[^.;]*$"
)


def moves(text: str, timex: Timex) -> bool:
    """Whether the story has come to the date ``timex``. Plans ("was to begin 1 January"), comparisons ("as in
    1842"), quotations, brackets, spans and lost years do not move it."""
    value = timex.value
    if (
        value is None
        or value.is_range
        or value.year_is_lost
        or value.precision in (Precision.DECADE, Precision.CENTURY)
    ):
        return False
    before = text[max(0, timex.start - 300) : timex.start]
    breaks = [m.end() for m in SENTENCE_END.finditer(before)]
    clause = before[breaks[-1] :] if breaks else before
    if _PLAN.search(clause) or clause.count("(") > clause.count(")"):
        return False
    return clause.count("“") <= clause.count("”") and clause.count('"') % 2 == 0
