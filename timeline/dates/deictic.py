"""What counts from the day of writing, or from the day just told: "yesterday", "two years ago", "on Monday"."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import drift, outlook
from timeline.dates.ask import RULE
from timeline.dates.find import Candidate
from timeline.dates.months import SEASON_STARTS
from timeline.dates.normalize import normalize
from timeline.dates.relative import weekday_after
from timeline.dates.rules import RULES
from timeline.dates.story import Story
from timeline.dates.timex import Timex
from timeline.dates.value import DateValue
from timeline.dates.weekdays import WEEKDAYS
from timeline.dates.years import year_for

_LAST = re.compile(r"(?:\w+ )?[Ll]ast (?!night)")
# Said by somebody in a report, these seldom mean a day: "today it is rifles", "twenty years ago they shot".
_LOOSE = re.compile(r"(?:[Tt]oday|[Tt]onight|[Tt]omorrow|(?:[Tt]his|[Nn]ext) (?:month|year))$|.* years? ago$")
_THIS = re.compile(r"[Tt]his (?!past)")
_A_MONTH = next(rule for rule in RULES if rule.name == "month")
_THE_NEXT = next(rule for rule in RULES if rule.name == "next")
_NEAR = 160  # characters between a day and a weekday that counts from it


def from_writing(story: Story, index: int) -> Timex | None:
    """What counts from the day of writing. "Today" and "this year" in a history are figures of speech; "two
    years ago", "this February" and "last year", which its author says, count from the day of writing too."""
    c = story.candidates[index]
    own = c.groups.get("way") == "ago" or "m" in c.groups or _LAST.match(c.groups["text"])
    quoted = drift.is_quoted(story.text, c.start)
    if story.created is not None and story.news and not (quoted and _LOOSE.match(c.groups["text"])):
        ahead = outlook.lies_ahead(story.text, c.start, c.end)
        if ahead or (ahead is None and _THIS.match(c.groups["text"])):
            c = replace(c, groups=dict(c.groups) | {"ahead": "yes"})
        return read_against(story, c, story.created)
    if story.created is not None and own and not story.news and not quoted:
        return read_against(story, c, story.created)
    if c.rule.name == "weekday":
        return _weekday_of_story(story, c)
    if story.created is None and not quoted and (following := _following(c)) is not None:
        return read_against(story, following, story.anchor) if story.anchor is not None else None
    if c.rule.name != "deictic-month":
        return None
    year, against = year_for(story, index)  # without a day of writing "last May" is a May
    value, reader = normalize(replace(c, rule=_A_MONTH), story.anchor, year)
    return Timex(c.start, c.end, story.text[c.start : c.end], value, against, c.rule.name, reader)


def _following(c: Candidate) -> Candidate | None:
    """ "By next spring" of a text without a day of writing, as "the next spring" of its story."""
    words = c.groups["text"].lower().split()
    if c.rule.name != "deictic" or words[0] != "next" or words[-1] not in SEASON_STARTS:
        return None
    return replace(c, rule=_THE_NEXT, groups={"text": c.groups["text"], "which": "next", "unit": words[-1]})


def _weekday_of_story(story: Story, c: Candidate) -> Timex | None:
    """ "The Saturday" of a history that has just told a day is the first one after it, "last Saturday" the one before."""
    told = story.told[-1] if story.told else None
    near = told is not None and c.start - told.end <= _NEAR and "\n\n" not in story.text[told.end : c.start]
    value = told.value if told is not None and near else None
    if value is None or value.year_is_lost or drift.is_quoted(story.text, c.start):
        return None
    name = next(word for word in c.groups["text"].split() if word in WEEKDAYS)
    day = weekday_after(name, value, before=bool(_LAST.match(c.groups["text"])))
    if day is None:
        return None
    return replace(read_against(story, c, None), value=day, anchor=value.edtf, reader=RULE)


def read_against(story: Story, c: Candidate, anchor: DateValue | None) -> Timex:
    """``c`` read against ``anchor``."""
    value, reader = normalize(c, anchor)
    against = anchor.edtf if anchor else ""
    return Timex(c.start, c.end, story.text[c.start : c.end], value, against, c.rule.name, reader)
