"""The order of reading: carries the year and the reference date through a document.

Narrative time mostly moves forward: a day without a year falls in the year of the date before it. Asides,
quotations and plans ("was to begin 1 January") do not move that date. In news mode everything without a
year is read against the creation date instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace

from timeline.dates import drift, outlook
from timeline.dates.ask import RULE
from timeline.dates.counting import counted, counted_from_next, just_told, taken_up
from timeline.dates.find import Candidate, find
from timeline.dates.hours import hours_below
from timeline.dates.normalize import normalize, stated_year
from timeline.dates.relative import weekday_after
from timeline.dates.rules import RULES
from timeline.dates.story import Story
from timeline.dates.timex import NamedDay, Part, Timex
from timeline.dates.value import DateValue, Precision, year_text
from timeline.dates.weekdays import WEEKDAYS
from timeline.dates.years import states_year, year_for, year_shared, year_shared_forward

NARRATIVE, NEWS, AUTO = "narrative", "news", "auto"

_ENDS = {"year_range": ("y", "y2"), "day_range": ("d", "d2"), "month_range": ("m", "m2")}
_TO = re.compile(r"\s*(?:-|–|—|to|until|till|through|and)\s+(?:the )?|\s?[-–—]\s?")
_LAST = re.compile(r"(?:\w+ )?[Ll]ast (?!night)")
# Said by somebody in a report, these seldom mean a day: "today it is rifles", "twenty years ago they shot".
_LOOSE = re.compile(r"(?:[Tt]oday|[Tt]onight|[Tt]omorrow|(?:[Tt]his|[Nn]ext) (?:month|year))$|.* years? ago$")
_THIS = re.compile(r"[Tt]his (?!past)")
_NEXT_ITEM = re.compile(r"\s*\n\s*[-–—]\s")  # the dash of a list
_DAY = re.compile(r"[0-9]+")
_BESIDE = re.compile(r",? \(?(?:on|in)? ?(?:the )?")
_A_MONTH = next(rule for rule in RULES if rule.name == "month")
_NEAR = 160  # characters between a day and a weekday that counts from it
_TIMES = (Precision.YEAR, Precision.SEASON, Precision.MONTH, Precision.DAY)
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:the )?$")
_FROM_TODAY = frozenset(("yesterday", "tomorrow", "last week", "next week"))
_FROM_BEFORE = frozenset(
    ("offset", "anaphor", "decade_words", "day_of_month", "within")
)  # read against the date before


def read_dates(
    text: str,
    dct: str | None = None,
    mode: str = AUTO,
    named_days: Sequence[NamedDay] = (),
    skip: Sequence[tuple[int, int]] = (),
    title: str = "",
) -> list[Timex]:
    """Every date expression of ``text`` in order; see :func:`timeline.dates.find_dates`."""
    candidates = list(find(text, skip, [day for day in named_days if day.is_date]))
    created = DateValue.parse(dct) if dct else None
    if mode == AUTO:
        mode = _mode_of(text, candidates, created)
    story = Story(text, candidates, created, mode == NEWS, named_days)
    story.anchor = _begins(title)
    told = list(_read_in_order(story))
    return sorted([*told, *hours_below(text, told)], key=lambda timex: timex.start)


def _begins(title: str) -> DateValue | None:
    """The year, month or day that a title says the story begins in; of a span its start."""
    for timex in read_dates(title, mode=NARRATIVE) if title else ():
        value = timex.parts[0].value if timex.parts else timex.value
        if value is not None and not value.year_is_lost and value.precision in _TIMES:
            return value
    return None


def _read_in_order(story: Story) -> Iterator[Timex]:
    index = 0
    while index < len(story.candidates):
        first = index
        timex = _range_at(story, index) or counted_from_next(story, index)
        index += 1 if timex is None else 2
        timex = timex or _read(story, first)
        if timex is None:
            continue
        for single in _apart(story, timex, story.candidates[first]):
            story.told.append(single)
            yield single
        story.come_to(timex)


def _range_at(story: Story, index: int) -> Timex | None:
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
    first, last = (_from_creation(story, at) for at in (index, index + 1))
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


def _read(story: Story, index: int) -> Timex | None:
    candidate = story.candidates[index]
    kind, way = candidate.rule.read, candidate.groups.get("way")
    if kind == "offset" and way in ("after", "before"):
        return counted(story, index)
    if kind == "deictic" or way == "ago":
        return _from_creation(story, index)
    if kind == "offset" and (stated := _stated_beside(story, index)) is not None:
        return replace(_timex(story, candidate, story.now), value=stated, anchor=stated.edtf, reader=RULE)
    if kind == "within" and drift.is_planned(story.text, candidate.start):
        return None  # "must leave within two weeks" says how long, not when
    if kind in _FROM_BEFORE:
        look = taken_up if candidate.rule.name in ("same", "same-hour") else just_told
        timex = _timex(story, candidate, look(story, candidate) or story.now)
        return None if kind == "within" and timex.value is None else timex
    year, against = year_for(story, index)
    value, reader = normalize(candidate, story.anchor, year)
    words = story.text[candidate.start : candidate.end]
    parts = _parts(candidate, value)
    return Timex(candidate.start, candidate.end, words, value, against, candidate.rule.name, reader, parts)


def _from_creation(story: Story, index: int) -> Timex | None:
    """What counts from the day of writing. "Today" and "this year" in a history are figures of speech; "two
    years ago", "this February" and "last year", which its author says, count from the day of writing too."""
    c = story.candidates[index]
    own = c.groups.get("way") == "ago" or "m" in c.groups or _LAST.match(c.groups["text"])
    quoted = drift.is_quoted(story.text, c.start)
    if story.created is not None and story.news and not (quoted and _LOOSE.match(c.groups["text"])):
        ahead = outlook.lies_ahead(story.text, c.start, c.end)
        if ahead or (ahead is None and _THIS.match(c.groups["text"])):
            c = replace(c, groups=dict(c.groups) | {"ahead": "yes"})
        return _timex(story, c, story.created)
    if story.created is not None and own and not story.news and not quoted:
        return _timex(story, c, story.created)
    if c.rule.name == "weekday":
        return _weekday_of_story(story, c)
    if c.rule.name != "deictic-month":
        return None
    year, against = year_for(story, index)  # without a day of writing "last May" is a May
    value, reader = normalize(replace(c, rule=_A_MONTH), story.anchor, year)
    return Timex(c.start, c.end, story.text[c.start : c.end], value, against, c.rule.name, reader)


def _weekday_of_story(story: Story, c: Candidate) -> Timex | None:
    """ "The Saturday" of a history that has just told a day is the first one after it."""
    told = story.told[-1] if story.told else None
    near = told is not None and c.start - told.end <= _NEAR and "\n\n" not in story.text[told.end : c.start]
    value = told.value if told is not None and near else None
    if value is None or value.year_is_lost or drift.is_quoted(story.text, c.start):
        return None
    name = next(word for word in c.groups["text"].split() if word in WEEKDAYS)
    day = weekday_after(name, value)
    return None if day is None else replace(_timex(story, c, None), value=day, anchor=value.edtf, reader=RULE)


def _stated_beside(story: Story, index: int) -> DateValue | None:
    """ "5 September 2022" of "a year earlier, on 5 September 2022": the stated day is its value."""
    if index + 1 >= len(story.candidates):
        return None
    c, later = story.candidates[index : index + 2]
    if not _BESIDE.fullmatch(story.text[c.end : later.start]) or not stated_year(later.groups):
        return None
    return normalize(later)[0]


def _timex(story: Story, c: Candidate, anchor: DateValue | None) -> Timex:
    """``c`` read against ``anchor``."""
    value, reader = normalize(c, anchor)
    against = anchor.edtf if anchor else ""
    return Timex(c.start, c.end, story.text[c.start : c.end], value, against, c.rule.name, reader)


def _parts(c: Candidate, value: DateValue | None) -> tuple[Part, ...]:
    """The two ends of a range that one rule found whole ("1979–89", "15 to 19 December")."""
    if value is None or not value.is_range or c.rule.read not in _ENDS:
        return ()
    first, last = _ENDS[c.rule.read]
    one, other = map(DateValue.parse, value.edtf.split("/"))
    start = c.spans[first][0] if "list" in c.groups else c.start
    return Part(start, c.spans[first][1], one), Part(c.spans[last][0], c.end, other)


def _apart(story: Story, timex: Timex, c: Candidate) -> Iterable[Timex]:
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


def _mode_of(text: str, candidates: Sequence[Candidate], created: DateValue | None) -> str:
    """News when a creation date is known and the text keeps counting from it: one "on Monday" or "yesterday"
    in 2,500 characters. Histories hardly have any; years of the past stand in both."""
    if created is None:
        return NARRATIVE
    counted = sum(c.rule.name == "weekday" or c.groups["text"].lower() in _FROM_TODAY for c in candidates)
    return NEWS if counted * 2500 >= max(len(text), 1) else NARRATIVE
