"""The line of presswork that says when a text went out: "0930 gmt 4 Mar 97", "Aired August 16, 2021 - 18:00 ET",
"FOR IMMEDIATE RELEASE" with the day beside or below it, "Vol. XII No. 4, Thursday, January 3, 1980"."""

import re
from typing import NamedTuple

from timeline.documents.day import DAY_MONTH, FULL, TIME, WEEKDAY, iso_day, of_short_year
from timeline.documents.spans import Line, Span

LONGEST = 160  # characters of such a line
_PRESS = re.compile(
    r"\b(?:press|release|embargo(?:ed)?|broadcasts?|aired|bulletin|transcript|edition|radio|television|news|service"
    r"|wire|agency|dispatch|statement|communiqué|issue|Vol\.|No\.)(?!\w)",
    re.IGNORECASE,
)
_CLOCK = r"(?:\d{1,2}[:.]?\d{2}\s?(?:hrs|hours|[ap]\.?m\.?)?\s?\(?(?-i:GMT|gmt|UTC|BST|CET|MSK|[ECMP][SD]?T|Z)\b\)?)"
_ZONED = re.compile(_CLOCK, re.IGNORECASE)
_TIMED = re.compile(rf"{_CLOCK}|\b\d{{1,2}}:\d{{2}}\b", re.IGNORECASE)
_SHORT = rf"(?:{DAY_MONTH},?[\s-]['’]?\d{{2}}\b(?![:.]?\d)|(?<!\d)\d{{1,2}}(?P<sign>[-/.])\d{{1,2}}(?P=sign)\d{{2}}(?![\d]))"
_DATE = re.compile(
    rf"(?<![\d/.-])(?P<day>{WEEKDAY})(?:(?P<full>{FULL})|(?P<short>{_SHORT}))(?![-/.]?\d){TIME}",
    re.IGNORECASE,
)
_ALONE = re.compile(rf"[\s*_#]*{WEEKDAY}{FULL}{TIME}[\s*_.]*", re.IGNORECASE)
# A sentence, and no line of presswork: it has a verb, or tells "on 3 May" what happened.
_SENTENCE = re.compile(
    r"\b(?:is|was|were|are|has|had|have|will|would|said|says|that|who|which)\b|[a-z)]{4}\.\s+[A-Z]|[.!?]\s*$"
)
_PROSE_BEFORE = re.compile(r"\b(?:on|in|by|since|until|from|after|before|and|the)\s*$", re.IGNORECASE)
_SENT = re.compile(
    r"^\s*(?:aired|broadcast|released|issued|published|filed|sent|posted|delivered)\b", re.IGNORECASE
)
_COLUMNS = re.compile(r"\S(?: {3,}|\t)")
_BYLINE = re.compile(r"\s*[Bb][Yy]\s")
_SMALL = re.compile(r"\b(?!(?:of|the|and|in|for|at|by)\b)[a-z]{2,}")
_MARKS = re.compile(r"[\W_]*")
_CLOSED = re.compile(rf"\W*(?:$|[/|•·]|{_CLOCK}\W*$|updated\b|edition\b)", re.IGNORECASE)
_RELEASE = re.compile(
    r"\s*(?:for immediate release|press release|news release|media release|press statement).{0,40}$",
    re.IGNORECASE,
)


class Stamp(NamedTuple):
    """A line of presswork: its ISO day ('' if it is no day of the calendar), its span, and whether it says that
    the text below is a report: it has the hour, or tells of a broadcast or a release; ``zoned``: it has the hour
    of a time zone."""

    iso: str
    span: Span
    of_report: bool
    zoned: bool


def is_release(line: Line) -> bool:
    """Whether a line says that the text is for the press."""
    return _RELEASE.match(line.text) is not None


def is_alone(line: Line) -> bool:
    """Whether a line is a day and nothing else."""
    return len(line.text) <= LONGEST and _ALONE.fullmatch(line.text) is not None


def stamp(line: Line, released: bool) -> Stamp | None:
    """What a line of presswork says; None for any other line. ``released``: the text is for the press, so that a
    day alone on a line is its own."""
    text = line.text
    if len(text) > LONGEST or not (match := _DATE.search(text)):
        return None
    before, behind = text[: match.start()], text[match.end() :]
    others, sent = before + "," + behind, bool(_SENT.match(text))
    if _SENTENCE.search(others) or (_PROSE_BEFORE.search(before) and not sent):
        return None
    alone = not others.strip(" ,.")
    named = not _SMALL.search(others) and (match["day"] or _BYLINE.match(before) or _COLUMNS.search(before))
    if _MARKS.fullmatch(before) and not _CLOSED.match(behind):
        return None  # the entry of a chronology
    timed = bool(_TIMED.search(text))
    if not (sent or (alone and released) or named or timed or _PRESS.search(others)):
        return None
    iso = iso_day(match["full"]) if match["full"] else of_short_year(match["short"])
    return Stamp(iso, (line.start, line.end), sent or timed or released, _ZONED.search(text) is not None)
