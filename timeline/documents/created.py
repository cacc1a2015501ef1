"""The dates a page gives of itself: "Published: …", "Page last modified: …", a dateline, "© 2021".

All of them are matter of the page, no events; the best of them is the date of the document. Only what stands
at the start of a line counts, so that no date is taken out of running prose.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from timeline.documents.dateline import LONGEST, dateline
from timeline.documents.day import FULL, MONTH_YEAR, PARTIAL, TIME, WEEKDAY, iso_day, iso_month
from timeline.documents.dispatches import days_of
from timeline.documents.masthead import HEAD_LINES, Told, told
from timeline.documents.spans import Line, Span, lines
from timeline.documents.stamp import is_alone, is_release, stamp

# Kind → the words of its label, parted by "|". "date" is apart: it may also be a field in a list of events.
LABELS = {
    "date": "date|dated",
    "published": "published|first published|originally published|published on|published at|first published on"
    "|first published at|originally published on|date published|published date|publication date"
    "|date of publication|posted|posted on|date posted|issued|issued on|date issued|released|released on"
    "|release date|for release|for release on|for immediate release|created|created on|date created",
    "modified": "updated|updated on|updated at|last updated|last updated on|last update|page last updated"
    "|page last modified|last modified|last modified on|modified|revised|last revised"
    "|this page was last edited on|this page was last modified on",
    "seen": "retrieved|retrieved on|accessed|accessed on|archived|downloaded|printed",
}
# The lower, the sooner it is the date of the document; a kind that is not here is never it.
RANK = {
    "published": 0, "date": 0, "masthead": 0,
    "wire": 1, "dateline": 1, "made": 1, "accepted": 1,
    "stamp": 2, "moved": 2, "printed": 3, "modified": 4,
}  # fmt: skip
# Three of one of these, with different dates, are a list of events and no matter of the page.
LISTED = ("date", "dateline", "masthead", "stamp")
DATELINES = ("wire", "dateline")
BEGINNINGS = (DATELINES, ("moved",))  # where reports begin, the best first
OF_THE_HEAD = ("wire", "dateline", "masthead", "made", "accepted")
UNDER_TITLE, SHORTEST = 5, 200  # the line with words in which a day may stand alone, the text below it
HEAD, TAIL = 3000, 2000  # characters at either end of a text where a date may be the document's own

_KIND = {label: kind for kind, labels in LABELS.items() for label in labels.split("|")}
_LABEL = "|".join(label.replace(" ", r"\s+") for label in sorted(_KIND, key=len, reverse=True))
_MARKUP = r"[\s>*_#|•·-]*+"
_LABELLED = re.compile(
    rf"{_MARKUP}(?P<label>{_LABEL})\b[*_]*+\s*+[:–—-]?[\s*_]*+"
    rf"{WEEKDAY}(?:(?P<full>{FULL})|(?P<month>{MONTH_YEAR})|{PARTIAL})"
    rf"{TIME}[\s*_.,;]*(?:[|•·(].{{0,80}}|by\s.{{1,60}})?$",
    re.IGNORECASE,
)
# A bare "(c)" is the third item of a list as well, unless a name and a year are all that follows it.
_COPYRIGHT = re.compile(
    rf"{_MARKUP}(?:©|(?:\(c\)\s*)?copyright\s*(?:©|\(c\))?\s*(?:by\s|,?\s?[12]\d{{3}}\b)).{{0,160}}$"
    rf"|{_MARKUP}\(c\)\s(?-i:(?:[A-Z][\w.&’'-]*,?\s){{1,6}})[12]\d{{3}}\.?\s*$",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"[0-9]")
_PARAGRAPHS = re.compile(r"\S[ \t]*(?:\r?\n){2,}[ \t]*\S")


class PageDates(NamedTuple):
    """ISO day, month where no day is said, '' if no line gives either; the spans of all such lines; where each
    report in the text begins, with its ISO day."""

    created: str
    spans: tuple[Span, ...]
    reports: tuple[tuple[int, str], ...] = ()


class _Hit(NamedTuple):
    kind: str
    words: str
    iso: str
    span: Span


def page_dates(text: str, start: int = 0, known: str = "") -> PageDates:
    r"""What the lines of `text` from `start` on say of the page itself; `known` is the ISO day on which others say
    that it was written.

    >>> page_dates("Title\n\nUpdated 5 May 2020")
    PageDates(created='2020-05-05', spans=((7, 25),), reports=())
    >>> page_dates("He wrote on Date: 5 May 2020 that")
    PageDates(created='', spans=(), reports=())
    """
    hits, of_report = _said(text, start)
    for kind in LISTED:
        alike = [hit for hit in hits if hit.kind == kind]
        if len({hit.words for hit in alike}) > 2 and not (kind == "dateline" and _are_reports(text, alike)):
            hits = [hit for hit in hits if hit.kind != kind]
    hits = _with_years(text, hits, known)
    best = min(
        (hit for hit in hits if hit.iso and _is_own(hit, start, len(text))),
        key=lambda hit: (len(hit.iso) < len("YYYY-MM-DD"), RANK[hit.kind], hit.span),
        default=None,
    )
    created = best.iso if best else ""
    begun = [
        [(hit.span[0], hit.iso) for hit in hits if hit.kind in kinds and hit.iso] for kinds in BEGINNINGS
    ]
    reports = next((found for found in begun if found and found[0][0] < start + HEAD), [])
    if (len(reports) == 1 and begun[0] == []) or (of_report and not reports):
        reports = [(start, created)] if created else []  # whichever line says so, the text is one report
    return PageDates(created, tuple(hit.span for hit in hits), tuple(reports))


def _said(text: str, start: int) -> tuple[list[_Hit], bool]:
    """What the lines say, one by one, and whether one says that the text is for the press."""
    hits: list[_Hit] = []
    alone: list[tuple[int, Line]] = []
    number, released = 0, False
    for line in lines(text, start):
        if not line.text or line.text.isspace():
            continue
        number += 1
        if _DIGIT.search(line.text):
            hit = _hit(line, number)
            found = [hit] if hit else [_Hit(*_of(said)) for said in told(line, number)]
            pressed = None if found else stamp(line, released)
            if pressed and (number <= HEAD_LINES or released or pressed.zoned):
                found = [
                    _Hit("moved" if pressed.of_report else "stamp", line.text, pressed.iso, pressed.span)
                ]
            if is_alone(line):
                alone.append((number, line))
            hits += found
        released = released or (number <= HEAD_LINES and is_release(line))
    if len(alone) == 1 and not any(hit.iso for hit in hits):
        hits += _over_text(text, *alone[0])
    return hits, released


def _over_text(text: str, number: int, line: Line) -> Iterator[_Hit]:
    """The only day that stands alone on a line, if that is in the head of a text."""
    if 1 < number <= UNDER_TITLE and len(text) - line.end >= SHORTEST:
        words = line.text.strip("*_# .\t")
        yield _Hit("stamp", words, iso_day(words), (line.start, line.end))


def _are_reports(text: str, datelines: Sequence[_Hit]) -> bool:
    """Whether what stands below most of the datelines are texts, and not the entries of a list."""
    ends = [hit.span[0] for hit in datelines[1:]] + [len(text)]
    bodies = (text[hit.span[1] : end].strip() for hit, end in zip(datelines, ends, strict=True))
    return sum(bool(_PARAGRAPHS.search(body)) for body in bodies) * 2 > len(datelines)


def _with_years(text: str, hits: Sequence[_Hit], known: str) -> list[_Hit]:
    """The hits, each dateline with the day that it means."""
    datelines = [hit for hit in hits if hit.kind in DATELINES]
    stated = [hit.iso for hit in hits if len(hit.iso) == len("YYYY-MM-DD") and hit.kind not in DATELINES]
    stated += [known] if known else []
    days = iter(days_of(text, [(hit.span, hit.words) for hit in datelines], stated))
    return [hit._replace(iso=next(days)) if hit.kind in DATELINES else hit for hit in hits]


def _is_own(hit: _Hit, start: int, end: int) -> bool:
    at_end = hit.span[0] > end - TAIL and hit.kind not in OF_THE_HEAD
    return hit.kind in RANK and (hit.span[0] < start + HEAD or at_end)


def _of(found: Told) -> tuple[str, str, str, Span]:
    return found.kind, found.words, iso_day(found.words) or iso_month(found.words), found.span


def _hit(line: Line, number: int) -> _Hit | None:
    head = line.text[:LONGEST]
    if not _DIGIT.search(head):
        return None
    if len(line.text) <= LONGEST:
        if match := _LABELLED.match(head):
            kind = _KIND[" ".join(match["label"].lower().split())]
            words = match["full"] or match["month"] or ""
            return _Hit(kind, match[0], iso_day(words) or iso_month(words), (line.start, line.end))
        if _COPYRIGHT.match(head):
            return _Hit("copyright", head, "", (line.start, line.end))
    if found := dateline(line, number):
        kind, words, span = found
        return _Hit(kind, words, iso_day(words), span)
    return None
