"""The drift guard: which dates move the story on, and which it only looks aside at."""

from __future__ import annotations

import re

from timeline.dates.point import Precision
from timeline.dates.timex import Timex
from timeline.dates.value import DateValue

SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*(?:\[\^?[\w-]{1,40}\])*\s+(?=[\"'“‘(\[]?[A-Z0-9])|\n\s*\n")
_PLAN = re.compile(
    r"\b(?:(?:was|were|is|are) (?:to|due|scheduled|planned|expected)|would|as in|unlike|compared|planned"
    r"|deadline)\b[^.;]{0,60}$|\b(?:[Uu]ntil|[Ss]ince) (?:the )?$"
)
# "The tunnel had been blown up in 1997", ", that was in 1997,": a look back from where the story is.
_FLASHBACK = re.compile(r"\bhad (?:\w+ ){1,3}?(?:[^.;:]{0,60} )?(?:in|on|by|of|during|since) (?:the )?$")
_REMARK = re.compile(r"\b(?:that|this|it|which) (?:was|had been) (?:back )?(?:in )?(?:the )?$", re.IGNORECASE)
# "the decision of December" takes up what was told
TAKEN_UP = re.compile(r"\b(?:[Tt]he|its|his|their) (?:[a-z][\w'’-]+ ){1,2}(?:of|in) $")
_HAD = re.compile(r"\bhad (?:\w+ ){1,5}?(?:in|on) (?:the )?$")
_ORDER = re.compile(
    r"\b(?:to|must|should|shall|will|would|could|can|may|might|promised|vowed|pledged|expected|hoped|if)\b[^.;]{0,80}$"
)
_DUE = re.compile(r"\b(?:must|should|could|can|will|able to|have to|had to)\b[^.;]{0,60}\bby (?:the )?$")
_LONG_BEFORE = 6  # years
_OPENING = 4  # words of a sentence before a date that still opens it
_OPENED = re.compile(r"\((?:on |in )?$")
_FAR = 30  # years
_BACK = re.compile(
    r"(?:the |that )?(?:previous|preceding)\b|.*\b(?:before|earlier|previously|preceding|(?:previous|preceding) year)$",
    re.IGNORECASE,
)


def ends_between(text: str, start: int, end: int) -> bool:
    """Whether a sentence ends between two positions; the second may be where the next begins."""
    match = SENTENCE_END.search(text, start, end + 1)
    return match is not None and match.end() <= end


def moves(text: str, timex: Timex, anchor: DateValue | None) -> bool:
    """Whether the story has come to the date ``timex``. Plans ("was to begin 1 January"), comparisons ("as
    in 1842"), quotations, questions, brackets with more than a day, spans and lost years do not move it, nor does a bare year far from
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
    if is_bracketed_day(text, timex):  # "the vote (30 September 1947) was taken back in October"
        return not _is_before(value, anchor)
    if looks_back(timex) or is_aside(text, timex.start) or _is_asked(text, timex.end):
        return False
    clause = _clause(text, timex.start)
    if _DUE.search(clause):
        return False
    taken_up = timex.rule == "month" and timex.anchor and TAKEN_UP.search(clause)
    remark = _FLASHBACK.search(clause) or _REMARK.search(clause) or _is_set_back(value, anchor, clause)
    back = taken_up or remark
    return not (back and _is_before(value, anchor))


def _is_set_back(value: DateValue, anchor: DateValue | None, clause: str) -> bool:
    """Whether a bare year of long before stands deep in its sentence: "the pipe that was laid in 1967"."""
    if value.precision is not Precision.YEAR or len(clause.split()) <= _OPENING:
        return False
    before = anchor and anchor.earliest and value.earliest and anchor.earliest.year - value.earliest.year
    return bool(before and before > _LONG_BEFORE)


def is_bracketed_day(text: str, timex: Timex) -> bool:
    """Whether brackets hold a day or month with its year and nothing else."""
    fine = timex.value is not None and timex.value.precision in (Precision.DAY, Precision.MONTH)
    return (
        fine
        and not timex.anchor
        and bool(_OPENED.search(text, max(0, timex.start - 4), timex.start))
        and text[timex.end : timex.end + 1] == ")"
    )


def _is_asked(text: str, position: int) -> bool:
    """Whether the sentence around ``position`` is a question: it tells nothing."""
    end = SENTENCE_END.search(text, position, position + 300)
    return end is not None and text[end.start()] == "?"


def looks_back(timex: Timex) -> bool:
    """Whether an expression counts back in its own words: "the previous year", "twenty years before"."""
    return bool(_BACK.match(timex.text))


def had_been(text: str, position: int) -> bool:
    """Whether the clause tells at ``position`` of what had been before: "he had come in"."""
    return bool(_HAD.search(_clause(text, position)))


def is_aside(text: str, position: int) -> bool:
    """Whether a plan, a comparison, brackets or a quotation hold ``position``."""
    clause = _clause(text, position)
    return bool(_PLAN.search(clause)) or clause.count("(") > clause.count(")") or _in_quotes(clause)


def is_planned(text: str, position: int) -> bool:
    """Whether what stands before ``position`` in its sentence tells a plan or an order."""
    clause = _clause(text, position)
    return bool(_PLAN.search(clause) or _ORDER.search(clause))


def is_quoted(text: str, position: int) -> bool:
    """Whether ``position`` lies in a quotation that begins in its sentence."""
    return _in_quotes(_clause(text, position))


def _clause(text: str, position: int) -> str:
    before = text[max(0, position - 300) : position]
    breaks = [m.end() for m in SENTENCE_END.finditer(before)]
    return before[breaks[-1] :] if breaks else before


def _in_quotes(clause: str) -> bool:
    return clause.count("“") > clause.count("”") or clause.count('"') % 2 == 1


def _is_before(value: DateValue, anchor: DateValue | None) -> bool:
    return bool(anchor and anchor.earliest and value.latest and value.latest < anchor.earliest)


def _is_outlier(value: DateValue, anchor: DateValue | None) -> bool:
    if (
        anchor is None
        or anchor.earliest is None
        or value.earliest is None
        or value.precision is not Precision.YEAR
    ):
        return False
    return abs(value.earliest.year - anchor.earliest.year) > _FAR
