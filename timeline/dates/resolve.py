"""The order of reading: carries the year and the reference date through a document.

Narrative time mostly moves forward: a day without a year falls in the year of the date before it. Asides,
quotations and plans ("was to begin 1 January") do not move that date. In news mode everything without a
year is read against the creation date instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.dates import drift
from timeline.dates.ask import RULE
from timeline.dates.counting import counted, counted_from_next, just_told, taken_up
from timeline.dates.deictic import from_writing, read_against
from timeline.dates.find import Candidate, find
from timeline.dates.hours import hours_below
from timeline.dates.normalize import normalize, stated_year
from timeline.dates.point import Precision
from timeline.dates.ranges import apart, parts_of, range_at
from timeline.dates.story import Story
from timeline.dates.timex import NamedDay, Timex
from timeline.dates.told_by import is_counted_beside
from timeline.dates.value import DateValue
from timeline.dates.years import year_for

NARRATIVE, NEWS, AUTO = "narrative", "news", "auto"

_BESIDE = re.compile(r",? \(?(?:on|in)? ?(?:the )?")
_TIMES = (Precision.YEAR, Precision.SEASON, Precision.MONTH, Precision.DAY)
_FEW = 6  # years that a text must state to show what time it is about
_LATELY = re.compile(r"\b(?:day|week|fortnight|month)s? ago\b")
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
        timex = range_at(story, index) or counted_from_next(story, index)
        index += 1 if timex is None else 2
        timex = timex or _read(story, first)
        if timex is None:
            continue
        for single in apart(story, timex, story.candidates[first]):
            story.told.append(single)
            yield single
        story.come_to(timex)


def _read(story: Story, index: int) -> Timex | None:
    candidate = story.candidates[index]
    kind, way = candidate.rule.read, candidate.groups.get("way")
    if kind == "offset" and way in ("after", "before") and not is_counted_beside(story, index):
        return counted(story, index)
    if kind == "deictic" or way == "ago":
        return from_writing(story, index)
    if is_counted_beside(story, index):
        dated = story.told[-1].value if story.told else None
        return replace(
            read_against(story, candidate, story.now), value=dated, anchor=dated.edtf if dated else ""
        )
    if kind == "offset" and (stated := _stated_beside(story, index)) is not None:
        return replace(
            read_against(story, candidate, story.now), value=stated, anchor=stated.edtf, reader=RULE
        )
    if kind == "within" and drift.is_planned(story.text, candidate.start):
        return None  # "must leave within two weeks" says how long, not when
    if kind in _FROM_BEFORE:
        look = taken_up if candidate.rule.name in ("same", "same-hour") else just_told
        timex = read_against(story, candidate, look(story, candidate) or story.now)
        return None if kind == "within" and timex.value is None else timex
    year, against = year_for(story, index)
    value, reader = normalize(candidate, story.anchor, year)
    words = story.text[candidate.start : candidate.end]
    parts = parts_of(candidate, value)
    return Timex(candidate.start, candidate.end, words, value, against, candidate.rule.name, reader, parts)


def _stated_beside(story: Story, index: int) -> DateValue | None:
    """ "5 September 2022" of "a year earlier, on 5 September 2022": the stated day is its value."""
    if index + 1 >= len(story.candidates):
        return None
    c, later = story.candidates[index : index + 2]
    if not _BESIDE.fullmatch(story.text[c.end : later.start]) or not stated_year(later.groups):
        return None
    return normalize(later)[0]


def _mode_of(text: str, candidates: Sequence[Candidate], created: DateValue | None) -> str:
    """News when a creation date is known and the text keeps counting from it: one "on Monday" or "yesterday"
    in 2,500 characters, or one "last month", "this July" or "ten days ago" in 1,500 and three in all. Histories
    hardly have any; years of the past stand in both, but two of five are of its own time in a text about that."""
    if created is None or created.latest is None:
        return NARRATIVE
    years = [year for c in candidates if (year := stated_year(c.groups)) is not None]
    near = sum(0 <= created.latest.year - year <= 1 for year in years)
    if len(years) >= _FEW and 5 * near >= 2 * len(years):
        return NEWS
    lately = sum(c.rule.name == "weekday" or c.groups["text"].lower() in _FROM_TODAY for c in candidates)
    counted = sum(
        c.rule.read == "deictic" or _LATELY.search(c.groups["text"]) is not None for c in candidates
    )
    counts = max(lately * 2500, counted * 1500 if counted > 2 else 0)
    return NEWS if counts >= max(len(text), 1) else NARRATIVE
