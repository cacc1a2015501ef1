"""The year of a date that states none, where an event or a count beside it says it: "the winter the army left", "in
May, two years later", "7 Saur"."""

from __future__ import annotations

import re

from timeline.dates import drift, events_named
from timeline.dates.calendars import solar_month_begins
from timeline.dates.find import Candidate
from timeline.dates.normalize import normalize
from timeline.dates.point import Precision
from timeline.dates.story import Story
from timeline.dates.value import DateValue

_BESIDE = re.compile(r",? (?:some |about )?|,? \(")
_THE = re.compile(r"\b[Tt]he $")
_THE_ALONE = re.compile(r"(?:^|[,;:—–(] |\b(?:is|was|be|been) |\b(?:and|but|of) )[Tt]he $")
_WHEN = re.compile(r" (?:when|that|in which|on which)(?= )")
_WHO = re.compile(r"(?= (?:the|our|his|her|my|their|he|she|it|they|we|I|you)\b)")
_MEMORY = 40  # dates back
_LONG_BEFORE = 10  # years that a day known by name lies ahead of the story at most


def year_told_by(story: Story, index: int, month: int) -> tuple[int, str] | None:
    """The year of candidate ``index`` that what stands beside it says, with the EDTF text of that; ``month`` is its
    own."""
    c = story.candidates[index]
    day = named_day(story, c) or _counted_beside(story, index)
    if day is not None and day.earliest is not None:
        return _closest(day, month), day.edtf
    event = _by_event(story, c) or _told_of_month(story, c, month)
    if event is None or event.earliest is None:
        return None
    winter = c.groups.get("season", "").lower() == "winter" and event.earliest.month <= 2
    return event.earliest.year - (winter and event.precision is not Precision.YEAR), event.edtf


def _told_of_month(story: Story, c: Candidate, month: int) -> DateValue | None:
    """The date told before that "the decision of December" takes up: the latest in such a month, a year back at most."""
    now = story.anchor.earliest if story.anchor else None
    before = story.text[max(0, c.start - 40) : c.start]
    if c.rule.name != "month" or "that" in c.groups or now is None or not drift.TAKEN_UP.search(before):
        return None
    for told in story.told[: -_MEMORY - 1 : -1]:
        day = told.value.earliest if told.value else None
        fine = told.value is not None and told.value.precision in (Precision.DAY, Precision.MONTH)
        if day and fine and day.month == month and 0 <= (now.year - day.year) * 12 + now.month - month <= 12:
            return told.value
    return None


def named_day(story: Story, c: Candidate) -> DateValue | None:
    """The day of the Solar Hijri calendar that is known by its day and month alone, where the story goes towards it:
    "three weeks before 7 Saur"."""
    if c.rule.name != "solar-hijri-day":
        return None
    month, number = solar_month_begins(c.groups), c.groups.get("d") or c.groups.get("d2")
    for day in story.named_days:
        value = DateValue.parse(day.edtf)
        known = any(name.split() == [number, c.groups.get("sh") or c.groups["sh2"]] for name in day.phrases)
        if not known or value.earliest is None or value.earliest.month != month:
            continue
        now = story.anchor.earliest if story.anchor else None
        if now is None or 0 <= value.earliest.year - now.year <= _LONG_BEFORE:
            return value
    return None


def _counted_beside(story: Story, index: int) -> DateValue | None:
    """The date that a count of years just behind leads to: "one morning in May, a year and a half later"."""
    later = story.candidates[index + 1 : index + 2]
    if not later or not is_counted_beside(story, index + 1):
        return None
    return normalize(later[0], story.anchor)[0]


def is_counted_beside(story: Story, index: int) -> bool:
    """Whether candidate ``index`` is a count of years that only says the year of the one before it."""
    if index == 0:
        return False
    before, c = story.candidates[index - 1 : index + 1]
    if c.rule.read != "offset" or c.groups["unit"] != "year" or c.groups["way"] in ("ago", "on"):
        return False
    dated = {"m", "season", "sh", "sh2", "feast"} & before.groups.keys() and "that" not in before.groups
    stated = {"y", "yy", "hy", "bcy"} & before.groups.keys()
    if not dated or stated or not _BESIDE.fullmatch(story.text[before.end : c.start]):
        return False
    if c.groups["way"] in ("after", "before"):  # "in May, three years after: …"
        return events_named.after(story.text, c.end).is_empty
    return True


def _closest(day: DateValue, month: int) -> int:
    """The year in which ``month`` lies closest to ``day``; of a bare year that year."""
    first = day.earliest
    if first is None or day.precision is Precision.YEAR or day.is_range:
        return first.year if first is not None else 0
    return first.year + (first.month - month > 6) - (month - first.month > 6)


def _by_event(story: Story, c: Candidate) -> DateValue | None:
    """The day of the event that a clause tells behind "the winter" or "the Christmas Day": named, or told before."""
    if not {"season", "feast", "m"} & c.groups.keys() or {"d", "that"} & c.groups.keys():
        return None
    before = story.text[max(0, c.start - 12) : c.start]
    clause = _WHEN.match(story.text, c.end) if _THE.search(before) else None
    clause = clause or (_WHO.match(story.text, c.end) if _THE_ALONE.search(before) else None)
    if clause is None:
        return None
    event = events_named.after(story.text, clause.end())
    known = events_named.named(event, story.named_days, story.anchor)
    return known[0] if known else events_named.told_before(story.text, event, story.told, "year")
