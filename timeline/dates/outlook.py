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
# What stands before the verb of several: "the talks open", "they meet"; but "has come", "this vote".
_OF_MANY = r"(?:(?<=[a-z]s\ )(?<!['’]s\ )(?<!\bhis\ )(?<!\bits\ )(?<!\bthis\ )(?<!\bhas\ )(?<!\bwas\ )|(?<=they\ )|(?<=we\ ))"
_TOLD = re.compile(
    rf"""\b(?:
    (?P<ahead>(?:will|would|shall|should|could|may|might|must|won['’]t|wouldn['’]t)(?:\ \w+ly|\ not|\ also|\ now|\ then)*
            (?:\ {_BE}|\ \w+)?
        |(?P<intent>{_INTENT}\w*)(?:\ \w+){{0,4}}?\ to\ (?:{_BE}|\w+)
        |(?:is|are|was|were)\ (?:not\ )?to\ (?:{_BE}|\w+)
        |to\ be\ \w+(?:ed|en|held|made)
        |(?:planned|due|scheduled|expected|upcoming|set|slated|booked|billed)\ (?:for|on|in)
        |planned|due|scheduled|expected|upcoming|next|hopes?|aims?|plans?|expects?|promised|vowed
        |leaves|arrives|begins|opens|starts|meets|ends|travels|flies|goes|comes|convenes|resumes|closes|expires
        |{_OF_MANY}(?:arrive|begin|close|come|convene|end|fly|go|leave|meet|open|resume|start|travel|vote))
    |(?P<past>was|were|had|did|said|told|met|came|went|left|began|took|held|made|gave|saw|sent|brought|fell|won|lost|put
        |set|led|flew|spoke|broke|wrote|rose|struck|withdrew|drew|stood|fought|shot|hit|became|got|found|kept|paid|read
        |ran|sat|taken|given|been|gone|begun|has|have|(?!need|speed|indeed|hundred)\w{{2,}}ed)
    )\b""",
    re.VERBOSE | re.IGNORECASE,
)
# "promised in a speech on 28 July": the day is that of the speech.
_SAID_IN = re.compile(
    r"\b(?:in|at|during) (?:a|an|the|his|her|their|its) (?:\w+ ){0,2}?"
    r"(?:speech|address|statement|interview|broadcast|letter|toast|declaration|report|meeting|conference|summit)\b"
)
_BE_BEFORE = re.compile(r"\b(?:is|are|was|were|be|been)(?: \w+ly| also| now)? $")
_UP_TO = re.compile(r"\b(?:until|till|by|before) $")
_INFINITIVE = re.compile(r"[A-Z][^.!?]{3,}? to [a-z]{3,} ")
_NOW = re.compile(r"(?:will|won|shall|is|are|plans?|expects?|hopes?|aims?|intends?|wants?)\b", re.IGNORECASE)
_SHUT = re.compile(r"[;:]\s|\s[–—-]\s|,\s(?:and|but|while)\s")  # another clause begins
_OF_NEXT = re.compile(r"['’]s? (?:\w+ ){1,3}(?:will|would|is to|are to)\b")  # "Thursday's meeting would …"


def lies_ahead(text: str, start: int, end: int) -> bool | None:
    """Whether the clause around ``text[start:end]`` tells of what is to come (True) or has been (False): the verb
    nearest before it says so, or, where none stands before it, the next; None if neither shows."""
    if _OF_NEXT.match(text, end):
        return True
    told = _verb(text, start, end)
    if told is None:
        return _is_to_be(text, start) or None
    if told.end() < start and _SAID_IN.search(text, told.end(), start):
        return False
    return told["ahead"] is not None and not (told.start() > end and _was_done(text, told))


def _is_to_be(text: str, start: int) -> bool:
    """Whether a date without a verb is an end ("until Thursday") or that of a headline: "Envoy to take up post on
    Thursday"."""
    first = max(0, start - _REACH)
    line = text.rfind("\n", first, start) + 1
    return bool(
        _UP_TO.search(text, max(0, start - 12), start) or _INFINITIVE.match(text, max(first, line), start)
    )


def _was_done(text: str, told: re.Match[str]) -> bool:
    """ "On Thursday they agreed to meet": the day is that of the agreement; but "on Thursday they are expected to"."""
    active = _BE_BEFORE.search(text, max(0, told.start() - 12), told.start()) is None
    return told["intent"] is not None and told["intent"].endswith(("ed", "ought", "ook")) and active


def is_awaited(text: str, start: int, end: int) -> bool:
    """Whether the clause tells, in the present, what is to come: "all are to leave by 1 May", not "were to leave"."""
    told = _verb(text, start, end)
    return told is not None and told["ahead"] is not None and _NOW.match(told[0]) is not None


def _verb(text: str, start: int, end: int) -> re.Match[str] | None:
    """The verb nearest before ``text[start:end]`` in its sentence, or else the next in its clause."""
    first = max(0, start - _REACH)
    for cut in SENTENCE_END.finditer(text, first, start):
        first = cut.end()
    before = None
    for match in _TOLD.finditer(text, first, start):
        before = match
    if before is not None:
        return before
    stop = SENTENCE_END.search(text, end, end + _REACH)
    last = stop.start() + 1 if stop else end + _REACH
    shut = _SHUT.search(text, end, last)
    return _TOLD.search(text, end, shut.start() if shut else last)
