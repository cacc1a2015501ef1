"""Offsets that count from an event: "a day after the fall of Herat" dates both."""

from __future__ import annotations

import re
from dataclasses import replace

from timeline.dates import drift, events_named, rough
from timeline.dates.ask import RULE
from timeline.dates.events_named import NamedEvent
from timeline.dates.find import Candidate
from timeline.dates.normalize import normalize
from timeline.dates.point import Precision
from timeline.dates.story import Story
from timeline.dates.timex import CountedFrom, Timex
from timeline.dates.told_by import named_day
from timeline.dates.value import DateValue
from timeline.dates.years import states_year, year_for

_NEXT = re.compile(r" (?:the )?")
# "a council called the month after gave way": what follows is no name of an event.
_VERB = re.compile(
    r"(?:was|were|had|did|came|went|gave|took|made|saw|fell|left|began|led|met|sent|held|won|lost|said|brought"
    r"|broke|found|stood|kept|set|put|\w+ed)\b(?! by\b)"
)
_FINE_ENOUGH = {
    "month": (Precision.DAY, Precision.MONTH),
    "year": (Precision.DAY, Precision.MONTH, Precision.YEAR),
}
_NAME = re.compile(r" [A-Z]")
_BRACKETED = re.compile(r"\((?:in |on )?$")
_NEAR = 240  # characters
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
        known_day = named_day(story, other)
        if other.start < event.end and (states_year(other) or known_day is not None):
            anchor = known_day or normalize(other)[0]
            return _timex(story, c, *_against(c, anchor))
    if event.is_empty or (c.groups["n"].lower() == "the" and _VERB.match(event.text)):
        return _timex(story, c, *_against(c, just_told(story, c) or story.now))
    known = events_named.told_before(story.text, event, story.told, c.groups["unit"])
    how, is_told = "told", True
    if known is None:
        near = story.anchor or _date_ahead(story, index)
        known, is_told = events_named.named(event, story.named_days, near) or (None, False)
        how = "named"
    if known is not None:
        value, against, reader = _against(c, _end_towards(c, known))
        counted = CountedFrom(event.start, event.end, known, how)
        return _timex(story, c, value, against, reader, counted if value is not None and is_told else None)
    if (day := _same_sentence(story, c)) is not None:  # "on 16 May talks resumed, a week after the fire"
        return _dates_itself(story, c, event, day)
    # Nothing is dated before this sentence: it opens the story, and the first day told after it about the
    # same matter is its own.
    opens = all(timex.value is None for timex in story.told)
    ahead = _date_ahead(story, index) if opens else None
    return _timex(story, c, None, "", RULE) if ahead is None else _dates_itself(story, c, event, ahead)


def counted_from_next(story: Story, index: int) -> Timex | None:
    """ "Two days before New Year", "a week after 15 May": the day that it counts from is a part of it."""
    if index + 1 >= len(story.candidates):
        return None
    c, other = story.candidates[index : index + 2]
    if c.rule.read != "offset" or c.groups["way"] not in ("after", "before"):
        return None
    if (
        not _NEXT.fullmatch(story.text[c.end : other.start])
        or not {"d", "feast", "edtf"} & other.groups.keys()
    ):
        return None
    if other.rule.read not in ("point", "named") or _NAME.match(story.text, other.end):
        return None
    anchor = normalize(other, story.now, year_for(story, index + 1)[0])[0]
    value, reader = normalize(c, anchor)
    if anchor is None or anchor.year_is_lost or value is None:
        return None
    words = story.text[c.start : other.end]
    return Timex(c.start, other.end, words, value, anchor.edtf, c.rule.name, reader)


def _dates_itself(story: Story, c: Candidate, event: NamedEvent, day: DateValue) -> Timex:
    """ "On 27 June, two days after they invaded": the day of ``c`` is known, and so dates the invasion."""
    if rough.is_rough(c.groups):  # "nearly six months before the war" dates neither
        return _timex(story, c, None, "", RULE)
    back = normalize(_reversed(c), day)[0]
    source = (
        None if back is None or event.is_empty else CountedFrom(event.start, event.end, back, "counted back")
    )
    return _timex(story, c, day, day.edtf, RULE, source)


def just_told(story: Story, c: Candidate) -> DateValue | None:
    """The date told just before an offset, where the story has not come to it and the offset counts from it:
    "the fall of the town (1868); five years later", "a first loan in 1956. Ten years later"."""
    last = story.told[-1] if story.told else None
    if last is None or last.value is None or last.value.year_is_lost or last.value.is_range:
        return None
    if c.start - last.end > _NEAR:
        return None
    between = story.text[last.end : c.start]
    ends = len(drift.SENTENCE_END.findall(between))
    if _BRACKETED.search(story.text[max(0, last.start - 4) : last.start]):
        return last.value if ends == 0 and between.startswith(")") else None
    far = ends <= 1 and "\n\n" not in between and last.value.precision is Precision.YEAR
    return last.value if far and drift.moves(story.text, last, None) else None


def _same_sentence(story: Story, c: Candidate) -> DateValue | None:
    """The day that the sentence has told before ``c``, where ``c`` follows in a clause of its own."""
    before = story.told[-1] if story.told else None
    value = before.value if before else None
    if before is None or value is None or value.precision is not Precision.DAY or value.year_is_lost:
        return None
    between = story.text[before.end : c.start]
    if len(between) > _NEAR or not between.endswith((", ", ",\n")) or drift.SENTENCE_END.search(between):
        return None
    return None if "\n\n" in between or drift.is_aside(story.text, before.start) else value


def taken_up(story: Story, c: Candidate) -> DateValue | None:
    """The date that "the same day" takes up: the one told last, if that is in this or the sentence before."""
    last = story.told[-1] if story.told else None
    value = last.parts[-1].value if last and last.parts else last.value if last else None
    if last is None or value is None or value.year_is_lost or value.is_range or c.start - last.end > _NEAR:
        return None
    between = story.text[last.end : c.start]
    if "\n\n" in between or len(drift.SENTENCE_END.findall(between)) > 1:
        return None
    beside = drift.is_bracketed_day(story.text, last) and not drift.SENTENCE_END.search(between)
    aside = (drift.is_aside(story.text, last.start) and not beside) or story.lies_ahead(value)
    aside = aside and story.now is not None  # there is nothing else to take up
    return value if value.precision in _FINE_ENOUGH["year"] and not aside else None


def _beside(story: Story, c: Candidate) -> DateValue | None:
    """The day that ``c`` stands in apposition to, if it does."""
    if not story.told:
        return None
    before = story.told[-1]
    value = before.value
    fine = _FINE_ENOUGH.get(c.groups["unit"], (Precision.DAY,))
    if value is None or value.precision not in fine or value.year_is_lost:
        return None
    return value if _APPOSED.fullmatch(story.text[before.end : c.start]) else None


def _against(c: Candidate, anchor: DateValue | None) -> tuple[DateValue | None, str, str]:
    value, reader = normalize(c, anchor)
    return value, anchor.edtf if anchor else "", reader


def _end_towards(c: Candidate, event: DateValue) -> DateValue:
    """The day that ``c`` counts from: of an event of some days the last for what came after it, else the first."""
    day = event.latest if c.groups["way"] == "after" else event.earliest
    return DateValue.parse(day.iso()) if event.is_range and day is not None else event


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
