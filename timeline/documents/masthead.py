"""Dates that the head or the foot of a text gives of itself without a label at the start of a line.

The head: "Friday, 3 May 1985 | WORLD | A9" of a newspaper, "Policy Paper 3 | May 1985" of a series, "Recorded
in Kabul in May 1985" over a recollection, "Received 3 May 1985, accepted 4 June 1985" of a journal. Anywhere
at the end of a line: "Last revised May 1985", "© 1985", "(accessed 3 May 1985)".
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline.documents.day import FULL, MONTH_YEAR, TIME, WEEKDAY
from timeline.documents.spans import Line, Span

HEAD_LINES = 10  # lines with words in which a text is headed
LONGEST = 240  # characters of a line of the head

_DATE = rf"(?:(?P<full>{FULL})|(?P<month>{MONTH_YEAR}))"
_DAY_NAME = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s"
_BAR = r"\s*[|•·]\s*"
_WORDS = rf"\s*(?:[^|•·.!?]{{1,60}}{_BAR})"
_SERIAL = (
    r"(?:papers?|briefs?|briefings?|reports?|notes?|bulletin|journal|review|newsletter|commentary|analysis|memo"
    r"|memorandum|backgrounder|dispatch|digest|series|monthly|weekly|quarterly|update|issue|edition|studies|surveys?)"
)
_NUMBER = r"(?:,?\s*(?:no\.?|nr\.?|number|issue|vol\.?|volume|#)?\s*\d[\d/.-]*){0,2}"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        # The Courier, Friday, 3 May 1985 | WORLD | A9
        rf"\s*(?:[^|•·.!?\d]{{1,60}}[|•·,–—]\s*)?{_DAY_NAME}(?P<full>{FULL}){TIME}\s*(?:[|•·].{{0,80}})?$",
        # Kabul | 3 May 1985 | World
        rf"{_WORDS}{{1,3}}{WEEKDAY}{_DATE}{TIME}\s*(?:[|•·].{{0,80}})?$",
        rf"\s*{WEEKDAY}{_DATE}{TIME}{_BAR}.{{1,80}}$",
        # Special Report No. 4, May 1985
        rf"[\s*_>#]*(?:[\w’'-]+\s){{0,6}}{_SERIAL}{_NUMBER}\s*[,:–—(|•·-]\s*{_DATE}\)?[.*_]*\s*(?:[|•·].{{0,80}})?$",
        # By A. Writer, 3 May 1985
        rf"\s*by\s[^,;|\n]{{2,50}}\s*[,–—]\s*{WEEKDAY}{_DATE}{TIME}\s*$",
        # The Courier, 3 May 1985, p. 4
        rf"\s*[^.!?,;]{{2,60}},\s{WEEKDAY}{_DATE},\s(?:pp?\.|page)\s?\w{{1,6}}\.?\s*$",
    )
)
# How a text came to be, in a sentence without a subject.
_MAKING = (
    r"(?:Taken down|(?:Tape-)?[Rr]ecorded|Interviewed|Interview(?:\s(?:recorded|conducted|held|given))?"
    r"|(?:As )?[Tt]old to|Dictated|Transcribed|Written|Set down|Noted down|Spoken|Delivered|Presented"
    r"|Submitted|Drafted|Completed|Finished)"
)
_MADE = re.compile(
    rf"(?:^\W{{0,4}}|[.;|)–—]\s+|[(\[])(?P<made>{_MAKING}\b[^.\n]{{0,90}}?(?:\b(?:in|on)|,)"
    rf"\s+(?i:{WEEKDAY}{_DATE}|(?:(?:the\s)?(?:spring|summer|autumn|fall|winter)\s(?:of\s)?)?[12]\d{{3}}\b)"
    r"(?:\s(?:and|by|for|from|at|with)\s[^,.\n]{2,80})?[.;)\]]*)(?=\s|$)"
)
_RECEIVED = re.compile(
    rf"\breceived:?\s(?:{FULL})(?:[,;.]?\s(?:and\s)?(?:revised|in revised form):?\s(?:{FULL}))?"
    rf"[,;.]?\s(?:and\s)?accepted:?\s(?P<full>{FULL})\.?",
    re.IGNORECASE,
)
# A Journal 11 (2018), 45–48.
_JOURNAL = re.compile(
    r"\s*[A-Z][^.!?\n]{3,90}?\s\d{1,3}(?:[:/.]\d{1,2}|\s?\(\d{1,2}\))?,?\s\((?:[A-Z][a-z]+\s)?[12]\d{3}\)[,:]"
    r"\s?(?:pp?\.\s?)?\d+\s?[-–]\s?\d+\.?"
)
_TEXT = r"(?:article|page|paper|entry|version|text|list|document|report|chronology|story|interview)"
_REVISED = re.compile(
    rf"(?:^|(?<=[.!?\])]\s))(?:(?:this\s|the\s)?{_TEXT}\s(?:was\s)?)?"
    rf"(?:last\s(?:revised|updated|modified|edited|checked|reviewed)|compiled|closed to new entries)"
    rf"(?:\s(?:on|in))?:?\s{_DATE}[.)\]]*\s*$",
    re.IGNORECASE,
)
_PRINTED = re.compile(
    rf"\b(?:this|the)\s{_TEXT}\s(?:appears|appeared|ran|was\s(?:first\s|originally\s)?(?:published|printed))\s"
    rf"[^.!?\n]{{0,80}}?\b{_DATE}[^.!?\n]{{0,80}}\.?\s*$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(r"(?:(?<=[.!?\])]\s)|^)©\s?(?:[^.\n]{0,60}\s)?[12]\d{3}.{0,160}$")
_SEEN = re.compile(
    rf"[(\[](?:last\s)?(?:accessed|retrieved|viewed|consulted|visited)(?:\son)?:?\s(?:{FULL})[)\]]"
    rf"|(?:^|(?<=[.;*_]\s)|(?<=[*_]))(?:all\s)?(?:links?|sites?|web\s?sites?|urls?|addresses|pages?|sources?)"
    rf"\s(?:were\s|was\s)?(?:last\s)?(?:accessed|retrieved|viewed|consulted|visited|checked|verified)(?:\son)?:?\s(?:{FULL}|{MONTH_YEAR})",
    re.IGNORECASE,
)
# "[Tape 2 ends. Transcript checked by the speaker, 2 June 2009.]"
_ARCHIVED = re.compile(
    r"\s*[\[(].{0,200}?\b(?:tapes?|transcript|recording|deposited|archived?|translated|translator)\b"
    r".{0,200}[\])]\s*$",
    re.IGNORECASE,
)
_AT_THE_END = (
    ("modified", _REVISED), ("printed", _PRINTED), ("copyright", _RIGHTS),
)  # fmt: skip


class Told(NamedTuple):
    """What a line tells of the page: a kind, its day or month in words ('' if neither), its span."""

    kind: str
    words: str
    span: Span


def told(line: Line, number: int) -> Iterator[Told]:
    """What ``line``, the ``number``-th with words in its text, tells of the page."""
    if number <= HEAD_LINES and len(line.text) <= LONGEST:
        yield from _of_the_head(line)
    for kind, form in _AT_THE_END:
        if match := form.search(line.text, max(0, len(line.text) - 400)):
            yield _told(kind, line, match)
    if len(line.text) <= 2 * LONGEST and (match := _ARCHIVED.match(line.text)):
        yield _told("archived", line, match)
    for match in _SEEN.finditer(line.text):
        yield _told("seen", line, match)


def _of_the_head(line: Line) -> Iterator[Told]:
    for form in _FORMS:
        if match := form.match(line.text):
            yield _told("masthead", line, match)
            return
    if match := _MADE.search(line.text):
        start, end = match.span("made")
        yield Told("made", _words(match), (line.start + start, line.start + end))
    if match := _JOURNAL.match(line.text):
        yield _told("journal", line, match)
    if match := _RECEIVED.search(line.text):
        yield _told("accepted", line, match)


def _told(kind: str, line: Line, match: re.Match[str]) -> Told:
    return Told(kind, _words(match), (line.start + match.start(), line.start + match.end()))


def _words(match: re.Match[str]) -> str:
    groups = match.groupdict()
    return groups.get("full") or groups.get("month") or ""
