"""Two dates that are one range ("15 May 1988 to 16 August"), and lists of days that are several dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace

from timeline.dates.ask import RULE
from timeline.dates.deictic import from_writing
from timeline.dates.find import Candidate
from timeline.dates.normalize import normalize, stated_year
from timeline.dates.point import year_text
from timeline.dates.story import Story
from timeline.dates.timex import Part, Timex
from timeline.dates.value import DateValue
from timeline.dates.years import states_year, year_for, year_shared, year_shared_forward

_ENDS = {"year_range": ("y", "y2"), "day_range": ("d", "d2"), "month_range": ("m", "m2")}
_TO = re.compile(r"\s*(?:-|–|—|to|until|till|through|and)\s+(?:the )?|\s?[-–—]\s?")
_NEXT_ITEM = re.compile(r"\s*\n\s*[-–—]\s")  # the dash of a list
_DAY = re.compile(r"[0-9]+")
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the )?$")


def range_at(story: Story, index: int) -> Timex | None:
    """The range that candidates ``index`` and ``index + 1`` make, if they do."""
    if index + 1 >= len(story.candidates):
        return None
    first, last = story.candidates[index : index + 2]
    between = story.text[first.end : last.start]
    if len(between) > 12 or not _TO.fullmatch(between) or _NEXT_ITEM.match(between):
        return None
    if first.rule.name == last.rule.name == "weekday" and "and" not in between:
        return _weekdays(story, index)
    if first.rule.read == "day_of_month" and "d" in last.groups:  # "from the 3rd to the 9th of May"
        first = replace(first, rule=last.rule, groups=dict(last.groups) | {"d": first.groups["d"]})
    if not {first.rule.read, last.rule.read} <= {"point", "decade"}:
        return None
    if "and" in between and not _BETWEEN.search(story.text[max(0, first.start - 14) : first.start]):
        return None
    if (
        stated_year(first.groups)
        and not first.groups.keys() & {"m", "season"}
        and "m" in last.groups
        and not states_year(last)
    ):
        return None  # "1979 – 27 December – a vote"
    second_year, second_anchor = year_for(story, index + 1)
    if states_year(first) and not states_year(last) and "m" in last.groups:  # "15 May 1988 to 16 August"
        told = stated_year(first.groups)
        second_year, second_anchor = None if told is None else year_shared_forward(first, last, told), ""
    second, second_reader = normalize(last, story.anchor, second_year)
    if second is None:
        return None
    year, anchor = year_for(story, index) if states_year(first) else (None, "")
    if not states_year(first):
        year = year_shared(first, last, second)
        anchor = second_anchor or ("" if states_year(last) else anchor)
    one, reader = normalize(first, story.anchor, year)
    if one is None:
        return None
    try:
        value = DateValue.parse(f"{_years(one, 0)}/{_years(second, -1)}")
    except ValueError:
        return None
    ends = (Part(first.start, first.end, one), Part(last.start, last.end, second))
    words = story.text[first.start : last.end]
    by = reader if reader == second_reader else RULE
    return Timex(first.start, last.end, words, value, anchor, "range", by, ends)


def _weekdays(story: Story, index: int) -> Timex | None:
    """From one day of the week to another: "from Friday to Sunday"."""
    first, last = (from_writing(story, at) for at in (index, index + 1))
    if first is None or last is None or first.value is None or last.value is None:
        return None
    if first.value.sort_key > last.value.sort_key:
        return None
    ends = (Part(first.start, first.end, first.value), Part(last.start, last.end, last.value))
    value = DateValue.parse(f"{first.value}/{last.value}")
    words = story.text[first.start : last.end]
    return Timex(first.start, last.end, words, value, first.anchor, "range", RULE, ends)


def _years(end: DateValue, which: int) -> str:
    """An end of a range: of a decade or century its first (0) or last (-1) year, for EDTF has no X there."""
    day = end.earliest if which == 0 else end.latest
    return end.edtf if "X" not in end.edtf or day is None else year_text(day.year)


def parts_of(c: Candidate, value: DateValue | None) -> tuple[Part, ...]:
    """The two ends of a range that one rule found whole ("1979–89", "15 to 19 December")."""
    if value is None or not value.is_range or c.rule.read not in _ENDS:
        return ()
    first, last = _ENDS[c.rule.read]
    one, other = map(DateValue.parse, value.edtf.split("/"))
    start = c.spans[first][0] if "list" in c.groups else c.start
    return Part(start, c.spans[first][1], one), Part(c.spans[last][0], c.end, other)


def apart(story: Story, timex: Timex, c: Candidate) -> Iterable[Timex]:
    """A range as it is; "May 6 and 7" and "3, 5 or 9 May" as the dates that they are."""
    if not timex.parts or not c.groups.keys() & {"pair", "list"}:
        return [timex]
    listed = _listed(c, timex.parts[0])
    if "pair" not in c.groups or _BETWEEN.search(story.text[max(0, c.start - 14) : c.start]):
        start = timex.parts[0].start
        return [
            *(_alone(story, timex, part) for part in listed),
            replace(timex, start=start, text=story.text[start : timex.end]),
        ]
    return [_alone(story, timex, part) for part in (*listed, *timex.parts)]


def _alone(story: Story, timex: Timex, part: Part) -> Timex:
    text = story.text[part.start : part.end]
    return replace(timex, start=part.start, end=part.end, value=part.value, parts=(), text=text)


def _listed(c: Candidate, first: Part) -> Iterator[Part]:
    """The days that a list names before the last two; ``first`` is the last but one."""
    if "list" not in c.groups:
        return
    month = first.value.edtf[:-2]
    for day in _DAY.finditer(c.groups["list"]):
        start = c.spans["list"][0] + day.start()
        with suppress(ValueError):  # "30 and 31 February"
            yield Part(start, start + len(day[0]), DateValue.parse(f"{month}{int(day[0]):02}"))
