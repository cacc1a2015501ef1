"""Offsets that count from an event: "a day after the fall of Herat" dates both."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import events_named
from timeline.dates.ask import RULE
from timeline.dates.events_named import NamedEvent
from timeline.dates.find import Candidate
from timeline.dates.normalize import normalize
from timeline.dates.story import Story
from timeline.dates.timex import CountedFrom, Timex
from timeline.dates.value import DateValue, Precision
from timeline.dates.years import states_year

_APPOSED = re.compile(r",? (?:[-–—] ?)?|[-–—]")


def counted(story: Story, index: int) -> Timex:
    """Read candidate ``index``, an offset with "after" or "before". What it counts from is, in this order: a
    date in its own words, the date it stands in apposition to, the date before ("two days after, …"), an
    event told earlier, a named day, or the day that the sentence itself turns out to have."""
    c = story.candidates[index]
    event = events_named.after(story.text, c.end)
    if (stated := _beside(story, c)) is not None:
        return _dates_itself(story, c, event, stated)
    for other in story.candidates[index + 1 : index + 2]:  # "two days after the treaty of 3 May 1928"
        if other.start < event.end and states_year(other):
            anchor = normalize(other)[0]
            return _timex(story, c, *_against(c, anchor))
    if event.is_empty:
        return _timex(story, c, *_against(c, story.now))
    known = events_named.told_before(story.text, event, story.told, c.groups["unit"])
    how = "told"
    if known is None:
        near = story.anchor or _date_ahead(story, index)
        known, how = events_named.named(event, story.named_days, near), "named"
    if known is not None:
        value, against, reader = _against(c, known)
        counted = CountedFrom(event.start, event.end, known, how)
        return _timex(story, c, value, against, reader, counted if value is not None else None)
    # Nothing is dated before this sentence: it opens the story, and the first day told after it about the
    # same matter is its own.
    opens = all(timex.value is None for timex in story.told)
    ahead = _date_ahead(story, index) if opens else None
    return _timex(story, c, None, "", RULE) if ahead is None else _dates_itself(story, c, event, ahead)


def _dates_itself(story: Story, c: Candidate, event: NamedEvent, day: DateValue) -> Timex:
    """ "On 27 June, two days after they invaded": the day of ``c`` is known, and so dates the invasion."""
    back = normalize(_reversed(c), day)[0]
    source = (
        None if back is None or event.is_empty else CountedFrom(event.start, event.end, back, "counted back")
    )
    return _timex(story, c, day, day.edtf, RULE, source)


def _beside(story: Story, c: Candidate) -> DateValue | None:
    """The day that ``c`` stands in apposition to, if it does."""
    if not story.told:
        return None
    before = story.told[-1]
    value = before.value
    if value is None or value.precision is not Precision.DAY or value.year_is_lost:
        return None
    return value if _APPOSED.fullmatch(story.text[before.end : c.start]) else None


def _against(c: Candidate, anchor: DateValue | None) -> tuple[DateValue | None, str, str]:
    value, reader = normalize(c, anchor)
    return value, anchor.edtf if anchor else "", reader


def _date_ahead(story: Story, index: int) -> DateValue | None:
    """The first full day told soon after candidate ``index`` in a sentence about the same matter."""
    c = story.candidates[index]
    names = events_named.proper_names(story.text, c.start)
    for at in range(index + 1, len(story.candidates)):
        later = story.candidates[at]
        if later.start - c.end > 1200:
            return None
        value = normalize(later)[0] if states_year(later) else None
        if value is not None and value.precision is Precision.DAY:
            same = names & events_named.proper_names(story.text, later.start)
            return value if same or events_named.continues(story.text, later.start, c.start) else None
    return None


def _timex(
    story: Story,
    c: Candidate,
    value: DateValue | None,
    anchor: str,
    reader: str,
    counted: CountedFrom | None = None,
) -> Timex:
    words = story.text[c.start : c.end]
    return Timex(c.start, c.end, words, value, anchor, c.rule.name, reader, counted_from=counted)


def _reversed(c: Candidate) -> Candidate:
    """The offset back from where it leads to what it counts from."""
    return replace(c, groups=dict(c.groups, way="after" if c.groups["way"] == "before" else "before"))
