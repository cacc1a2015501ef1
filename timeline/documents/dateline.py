"""The line of place and day that a report opens with: "KABUL, March 3, 2021 (Reuters) -", "LONDON, March 3.—"."""

import re

from timeline.documents.day import DAY_MONTH, FULL, WEEKDAY
from timeline.documents.spans import Line, Span

# A dateline with its place in small letters, or without one, needs one of these to be one.
AGENCIES = (
    "AA|AFP|AIP|Anadolu|ANI|AP|APP|Bakhtar|BBC|CNN|DPA|dpa|EFE|IANS|Interfax|IRNA|ITAR-TASS|Kyodo|Pajhwok|PTI"
    "|Reuters?|RFE/RL|RIA|RIA Novosti|Sputnik|TASS|TOLOnews|UPI|VOA|Xinhua"
)
LONGEST = 240  # characters of a line that are looked at
_LONG = 80  # characters of a line that goes on behind its dateline
_HEAD_LINES = 10  # lines with words in which a text is headed

_UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁ"
_PROSE = r"(?!(?:After|At|Before|By|During|From|In|On|Since|The|Until)\b)"
# What stands before a dateline on its line, such as the name of the paper.
_LEAD = rf"\s*(?:\[[Tt]ext\] )?(?:{_PROSE}[{_UPPER}][\w'’&/.-]*[ ]){{0,6}}(?:[|:–—-] )?{_PROSE}"
_CAPITALS = rf"[{_UPPER}][{_UPPER}.'’]+(?:(?:[ -]| ?/ ?)[{_UPPER}][{_UPPER}.'’]*){{0,3}}"
_NAME = rf"[{_UPPER}][\w.'’-]*(?: [{_UPPER}][\w.'’-]*){{0,3}}"
_SOURCE = rf"(?:[(\[][{_UPPER}][\w .&/'’-]{{1,40}}[)\]]|/[{_UPPER}-]{{2,12}}/\.?|(?:{AGENCIES})(?=\s))"
_AGENCY = rf"(?:[(\[](?:{AGENCIES})[)\]]|/(?:{AGENCIES})/\.?)"
_MEDIA = rf"\([{_UPPER}][\w .&'’-]{{0,30}}?(?:Agency|News|Press|Service|Wire|Radio|TV|Times|Post|Telegraph)\)"
_WHEN = rf"(?i:{WEEKDAY}(?:(?P<full>{FULL})|(?P<part>{DAY_MONTH})))"
_END = r"\s*(?:(?:—|–|--|-|_)(?=\s|$)|(?<=[.\d\])])(?:—|–|--|_)(?=\S)|(?<=/)|(?<=/\.))"
_FORMS = (
    # KABUL, Afghanistan (Reuters), 3 March 2021 —
    re.compile(
        rf"{_LEAD}{_CAPITALS}(?:, {_NAME})?(?: {_SOURCE})?[,.] {_WHEN}[.,]?(?:\s*(?P<wire>{_SOURCE}))?{_END}"
    ),
    # ST. PETERSBURG, Russia -- 3 March 2021 --
    re.compile(
        rf"{_LEAD}{_CAPITALS}(?:, {_NAME})? (?:—|–|--|-|\|) {_WHEN}[.,]?(?:\s*(?P<wire>{_SOURCE}))?{_END}"
    ),
    # Kabul, March 3 (Xinhua) --
    re.compile(rf"{_LEAD}{_NAME}(?:, {_NAME})?[,.] {_WHEN}[.,]?\s*(?P<wire>{_AGENCY}){_END}"),
    # Kabul (Some News Agency), 3 March 2021 —
    re.compile(rf"{_LEAD}{_NAME}(?:, {_NAME})? (?P<wire>{_MEDIA})[,.]? {_WHEN}[.,]?{_END}"),
    # March 3 (Reuters) -
    re.compile(rf"\s*{_WHEN}[.,]?\s*(?P<wire>{_AGENCY}){_END}"),
    # 3 March 2021, KABUL —
    re.compile(rf"{_LEAD}{_WHEN},? {_CAPITALS}(?:, {_NAME})?(?:\s*(?P<wire>{_SOURCE}))?{_END}"),
    # (Kabul, 3 March 2021) The talks …
    re.compile(rf"\s*\((?:{_NAME}, )+{_WHEN}\)(?=\s+[{_UPPER}“\"])"),
)
# KABUL, 3 March 2021, alone on a line of the head
_ALONE = re.compile(rf"\s*{_CAPITALS}(?:, {_NAME})?, {_WHEN}[.:]?\s*$")
# Kabul, 3 March 1985 – The talks … (a long line in the head, or it may be of a list)
_PLACED = re.compile(
    r"(?P<line>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:, [A-Z][\w'’-]+)?, "
    rf"{_WHEN}\.? ?(?:—|–|--| -))\s(?=[A-Z“\"])"
)


def dateline(line: Line, number: int) -> tuple[str, str, Span] | None:
    """Whether an agency signs the dateline that ``line`` opens with ("wire") or none ("dateline"), its day in
    words, and its span; None if it opens with none. ``number`` counts the lines with words."""
    head = line.text[:LONGEST]
    for form in _FORMS:
        if match := form.match(head):
            return _of(line, match, match.end())
    if number <= _HEAD_LINES:
        if match := _ALONE.match(head):
            return _of(line, match, match.end())
        if len(line.text) > _LONG and (match := _PLACED.match(line.text)):
            return _of(line, match, match.end("line"))
    return None


def _of(line: Line, match: re.Match[str], end: int) -> tuple[str, str, Span]:
    kind = "wire" if match.groupdict().get("wire") else "dateline"
    return kind, match["full"] or match["part"], (line.start, line.start + end)
