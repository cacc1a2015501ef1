"""Whether a report tells of what has been or of what is to come: "the talks opened on Thursday", "the talks open
on Thursday"."""

from __future__ import annotations

import re

from timeline.dates.drift import SENTENCE_END

_REACH = 160  # characters around a date
_BE = r"(?:be|have\ been|get)(?:\ \w+ly)?(?:\ \w+(?:ed|en|t|held|made))?"
# What is asked, promised or planned, each with the verb that it is about.
_INTENT = (
    r"(?:offer|pledg|promis|plan|agree|decid|decision|threat|vow|intend|intent|hop|propos|propose|aim|order|ask|urg|want"
    r"|expect|schedul|due|set|slat|seek|sought|demand|call|undert|invit|prepar|ready|like|bound|commit|deadline|poised)"
)
_TOLD = re.compile(
    rf"""\b(?:
    (?P<ahead>(?:will|would|shall|should|could|may|might|must|won['’]t|wouldn['’]t)(?:\ \w+ly|\ not|\ also|\ now|\ then)*
            (?:\ {_BE}|\ \w+)?
        |{_INTENT}\w*(?:\ \w+){{0,4}}?\ to\ (?:{_BE}|\w+)
        |(?:is|are|was|were)\ (?:not\ )?to\ (?:{_BE}|\w+)
        |to\ be\ \w+(?:ed|en|held|made)
        |(?:planned|due|scheduled|expected|upcoming|set|slated|booked|billed)\ (?:for|on|in)
        |planned|due|scheduled|expected|upcoming|next|hopes?|aims?|plans?|promised|vowed
        |leaves|arrives|begins|opens|starts|meets|ends|travels|flies|goes|comes|convenes|resumes|closes|expires
        |arrive|begin|meet|travel|fly|go|come|convene|resume
        |(?<=[a-z]s\ )(?<!['’]s\ )(?:end|start|open|vote|leave|close))
    |(?P<past>was|were|had|did|said|told|met|came|went|left|began|took|held|made|gave|saw|sent|brought|fell|won|lost|put
        |set|led|flew|spoke|broke|wrote|rose|struck|withdrew|drew|stood|fought|shot|hit|became|got|found|kept|paid|read
        |ran|sat|taken|given|been|gone|begun|has|have|(?!need|speed|indeed|hundred)\w{{2,}}ed)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
_NOW = re.compile(r"(?:will|won|shall|is|are|plans?|expects?|hopes?|aims?|intends?|wants?)\b", re.IGNORECASE)
_SHUT = re.compile(r"[;:]\s|\s[–—-]\s|,\s(?:and|but|while)\s")  # another clause begins
_OF_NEXT = re.compile(r"['’]s? (?:\w+ ){1,3}(?:will|would|is to|are to)\b")  # "Thursday's meeting would …"


def lies_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around ``text[start:end]`` tells of what is to come (True) or has been (False): the verb
    nearest before it says so, or, where none stands before it, the next; None if neither shows."""
    if _OF_NEXT.match(text, end):
        return True
    told = _verb(text, start, end)
    return told and told["ahead"] is not None


def is_awaited(text: str, start: int, end: int) -> bool:
    """Whether the clause tells, in the present, what is to come: "all are to leave by 1 May", not "were to leave"."""
    told = _verb(text, start, end)
    return told is not None and told["ahead"] is not None and _NOW.match(told[0]) is not None


def _verb(text: str, start: int, end: int) -> re.Match[str] | None:
    before = text[max(0, start - _REACH) : start]
    for cut in SENTENCE_END.finditer(before):
        before = " " * cut.end() + before[cut.end() :]
    told = None
    for match in _TOLD.finditer(before):
        told = match
    if told is not None:
        return told
    stop = SENTENCE_END.search(text, end, end + _REACH)
    shut = _SHUT.search(text, end, stop.start() if stop else end + _REACH)
    last = shut.start() if shut else stop.start() + 1 if stop else end + _REACH
    return _TOLD.search(text, end, min(last, len(text)))
