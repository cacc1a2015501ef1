"""The dates a page gives of itself: "Published: …", "Page last modified: …", a dateline, "© 2021".

All of them are matter of the page, no events; the best of them is the date of the document. Only what stands
at the start of a line counts, so that no date is taken out of running prose.
"""

import re
from typing import NamedTuple

from timeline.documents.day import DAY_MONTH, FULL, MONTH_YEAR, PARTIAL, TIME, WEEKDAY, iso_day, iso_month
from timeline.documents.masthead import Told, told
from timeline.documents.spans import Line, Span, lines

# Kind → the words of its label, parted by "|". "date" is apart: it may also be a field in a list of events.
LABELS = {
    "date": "date|dated",
    "published": "published|first published|originally published|published on|published at|date published"
    "|published date|publication date|date of publication|posted|posted on|date posted|issued|issued on"
    "|date issued|released|release date|created|created on|date created",
    "modified": "updated|updated on|updated at|last updated|last updated on|last update|page last updated"
    "|page last modified|last modified|last modified on|modified|revised|last revised"
    "|this page was last edited on|this page was last modified on",
    "seen": "retrieved|retrieved on|accessed|accessed on|archived|downloaded|printed",
}
# A dateline with its place in small letters needs one of these to be one.
AGENCIES = (
    "AA|AFP|AIP|Anadolu|ANI|AP|APP|Bakhtar|BBC|CNN|DPA|dpa|EFE|IANS|Interfax|IRNA|ITAR-TASS|Kyodo|Pajhwok|PTI"
    "|Reuters|RFE/RL|RIA|RIA Novosti|Sputnik|TASS|TOLOnews|UPI|VOA|Xinhua"
)
# The lower, the sooner it is the date of the document; a kind that is not here is never it.
RANK = {
    "published": 0, "date": 0, "masthead": 0, "printed": 0,
    "wire": 1, "dateline": 1, "made": 1, "accepted": 1,
    "modified": 2,
}  # fmt: skip
# Three of one of these, with different dates, are a list of events and no matter of the page.
LISTED = ("date", "dateline", "masthead")
OF_THE_HEAD = ("wire", "dateline", "masthead", "made", "accepted")
HEAD, TAIL = 3000, 2000  # characters at either end of a text where a date may be the document's own
LONGEST = 240  # characters of a line that are looked at

_KIND = {label: kind for kind, labels in LABELS.items() for label in labels.split("|")}
_LABEL = "|".join(label.replace(" ", r"\s+") for label in sorted(_KIND, key=len, reverse=True))
_MARKUP = r"[\s>*_#|•·-]*+"
_LABELLED = re.compile(
    rf"{_MARKUP}(?P<label>{_LABEL})\b[*_]*+\s*+[:–—-]?[\s*_]*+"
    rf"{WEEKDAY}(?:(?P<full>{FULL})|(?P<month>{MONTH_YEAR})|{PARTIAL})"
    rf"{TIME}[\s*_.,;]*(?:[|•·(].{{0,80}}|by\s.{{1,60}})?$",
    re.IGNORECASE,
)
# No bare "(c)": it is the third item of a list as well.
_COPYRIGHT = re.compile(
    rf"{_MARKUP}(?:©|copyright\s*(?:©|\(c\))?\s*(?:by\s|[12]\d{{3}}\b)).{{0,160}}$", re.IGNORECASE
)
_DIGIT = re.compile(r"[0-9]")

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁ"
_PROSE = r"(?!(?:After|At|Before|By|During|From|In|On|Since|The|Until)\b)"
# What stands before a dateline on its line, such as the name of the paper.
_LEAD = rf"\s*(?:{_PROSE}[{_UPPER}][\w'’&/.-]*[ ]){{0,6}}(?:[|:–—-] )?{_PROSE}"
_CAPITALS = rf"[{_UPPER}][{_UPPER}.'’]+(?:[ /-][{_UPPER}][{_UPPER}.'’]*){{0,3}}"
_NAME = rf"[{_UPPER}][\w.'’-]*(?: [{_UPPER}][\w.'’-]*){{0,3}}"
_SOURCE = rf"(?:\([{_UPPER}][\w .&/'’-]{{1,40}}\)|/[{_UPPER}-]{{2,12}}/\.?)"
_AGENCY = rf"(?:\((?:{AGENCIES})\)|/(?:{AGENCIES})/\.?)"
_MEDIA = rf"\([{_UPPER}][\w .&'’-]{{0,30}}?(?:Agency|News|Press|Service|Wire|Radio|TV|Times|Post|Telegraph)\)"
_WHEN = rf"(?i:{WEEKDAY}(?:(?P<full>{FULL})|{DAY_MONTH}))"
_END = r"\s*(?:(?:—|–|--|-)(?=\s|$)|(?<=/)|(?<=/\.))"
_DATELINES = (
    # KABUL, Afghanistan (Reuters), 3 March 2021 —
    re.compile(
        rf"{_LEAD}{_CAPITALS}(?:, {_NAME})?(?: {_SOURCE})?[,.] {_WHEN}[.,]?(?:\s*(?P<wire>{_SOURCE}))?{_END}"
    ),
    # Kabul, March 3 (Xinhua) --
    re.compile(rf"{_LEAD}{_NAME}(?:, {_NAME})?[,.] {_WHEN}[.,]?\s*(?P<wire>{_AGENCY}){_END}"),
    # Kabul (Some News Agency), 3 March 2021 —
    re.compile(rf"{_LEAD}{_NAME}(?:, {_NAME})? (?P<wire>{_MEDIA})[,.]? {_WHEN}[.,]?{_END}"),
    # 3 March 2021, KABUL —
    re.compile(rf"{_LEAD}{_WHEN},? {_CAPITALS}(?:, {_NAME})?(?:\s*(?P<wire>{_SOURCE}))?{_END}"),
)


class PageDates(NamedTuple):
    """ISO day, month where no day is said, '' if no line gives either; the spans of all such lines."""

    created: str
    spans: tuple[Span, ...]


class _Hit(NamedTuple):
    kind: str
    words: str
    iso: str
    span: Span


def page_dates(text: str, start: int = 0) -> PageDates:
    r"""What the lines of `text` from `start` on say of the page itself.

    >>> page_dates("Title\n\nUpdated 5 May 2020")
    PageDates(created='2020-05-05', spans=((7, 25),))
    >>> page_dates("He wrote on Date: 5 May 2020 that")
    PageDates(created='', spans=())
    """
    hits: list[_Hit] = []
    number = 0
    for line in lines(text, start):
        number += bool(line.text.strip())
        if not _DIGIT.search(line.text):
            continue
        hit = _hit(line)
        hits += [hit] if hit else [_Hit(*_of(found)) for found in told(line, number)]
    for kind in LISTED:
        if len({hit.words for hit in hits if hit.kind == kind}) > 2:
            hits = [hit for hit in hits if hit.kind != kind]
    best = min(
        (hit for hit in hits if hit.iso and _is_own(hit, start, len(text))),
        key=lambda hit: (len(hit.iso) < len("YYYY-MM-DD"), RANK[hit.kind], hit.span),
        default=None,
    )
    return PageDates(best.iso if best else "", tuple(hit.span for hit in hits))


def _is_own(hit: _Hit, start: int, end: int) -> bool:
    at_end = hit.span[0] > end - TAIL and hit.kind not in OF_THE_HEAD
    return hit.kind in RANK and (hit.span[0] < start + HEAD or at_end)


def _of(found: Told) -> tuple[str, str, str, Span]:
    return found.kind, found.words, iso_day(found.words) or iso_month(found.words), found.span


def _hit(line: Line) -> _Hit | None:
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
    for form in _DATELINES:
        if match := form.match(head):
            kind = "wire" if match["wire"] else "dateline"
            return _Hit(kind, match[0], iso_day(match["full"] or ""), (line.start, line.start + match.end()))
    return None
