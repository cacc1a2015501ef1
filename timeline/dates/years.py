"""The year of a date that does not state one."""

from __future__ import annotations

import re

from timeline.dates import drift, events_named, outlook
from timeline.dates.calendars import solar_month_begins
from timeline.dates.find import Candidate
from timeline.dates.headings import begins_entry, in_list, opens_line
from timeline.dates.months import SEASON_STARTS, month_number
from timeline.dates.normalize import normalize, stated_year
from timeline.dates.point import Precision, year_text
from timeline.dates.rule import feast_day
from timeline.dates.story import FROM_WRITING, Story
from timeline.dates.told_by import year_told_by
from timeline.dates.value import DateValue

_AND = re.compile(r"\s*(?:,|and|or|&|, and|, or|as well as)\s*(?:in |on |from )?", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+$")
_WHICH = re.compile(r"\b(last|next) $", re.IGNORECASE)  # "by next Feb. 15"
# What is not yet so is told of the day of writing.
_NOT_YET = re.compile(r"\b(?:is|are|has|have)\b[^.!?]{0,12}\b(?:yet|so far|to date)\b")
_THAT = re.compile(r"\b[Tt]hat $")
_AUTHORS_YEAR = re.compile(r"\b[Tt]his year\b[^.;:]*$")
_NAMES_ACT = re.compile(r" [a-z]{4,}")
_LOOK_BACK = 4  # dates told before that "that year" may mean
_FOLLOWING, _PREVIOUS = re.compile(r"following|next|after"), re.compile(r"previous|preceding|before")
_SAYS_YEAR = ("year", "part-year", "short-year", "about-year", "offset", "next", "ago")
_MONTHS_BACK = 3  # a month this much earlier than the date before is next year's


def year_for(story: Story, index: int) -> tuple[int | None, str]:
    """The year that candidate ``index``, which states none, falls in, and the EDTF text of what says so."""
    c = story.candidates[index]
    if states_year(c):
        return None, ""
    month = month_of(c)
    under = story.headings.year_over(c.start)
    if under is not None and _takes_heading(story, c):
        return under, year_text(under)
    shared = _coordinated(story, c, index)
    if shared is not None:
        return shared, year_text(shared)
    if (beside := year_told_by(story, index, month)) is not None:
        return beside
    if (said := _year_just_said(story, c)) is not None:
        return said, year_text(said)
    if (own := _year_of_author(story, c)) is not None:
        return own, story.created.edtf if story.created else ""
    if _SINCE.search(story.text[max(0, c.start - 10) : c.start]):
        reported = story.created if story.news and not story.in_background(c.start) else None
        now = _same_sentence(story, index) or reported or story.anchor
        if now is not None and now.earliest is not None:
            return now.earliest.year - (month > now.earliest.month), now.edtf
    if "that" in c.groups and (that := _by_that_year(story, c)) is not None:
        return that, year_text(that - _step(c))
    if (entry := _year_of_entry(story, c)) is not None:
        return entry, year_text(entry)
    awaited = story.news and outlook.is_awaited(story.text, c.start, c.end)
    looks_back = _is_not_yet_so(story, c) or awaited or (story.news and not story.in_background(c.start))
    anchor = story.created if looks_back else story.anchor or _year_before(story)
    base = anchor.earliest if anchor else None
    if anchor is None or base is None:
        return None, ""
    if (told := _last_or_next(story, c)) is not None and story.created is not None:
        return told, story.created.edtf
    if looks_back and outlook.lies_ahead(story.text, c.start, c.end):
        return base.year + (month < base.month), anchor.edtf  # what a report announces lies after it
    if looks_back:
        return base.year - (month > base.month + 1), anchor.edtf
    if "that" in c.groups:
        return base.year + _step(c), anchor.edtf
    if _is_new_year(story, c):  # it lies ahead
        return base.year + (story.month != 1), anchor.edtf
    if "season" in c.groups and (near := _year_near(story, index)) is not None:
        return near, year_text(near)
    if c.groups.get("season", "").lower() == "winter" and story.month in (1, 2):
        return base.year - 1, anchor.edtf  # EDTF names a winter by the year that it begins in
    if _THAT.search(story.text[max(0, c.start - 5) : c.start]):
        return base.year, anchor.edtf  # "that August" of the year just told
    if story.month is not None and drift.had_been(story.text, c.start):
        return base.year - (month > story.month), anchor.edtf
    forward = story.month is not None and month < story.month - _MONTHS_BACK
    return base.year + (forward and not _is_to_come(story, c, base.year + 1)), anchor.edtf


def _year_before(story: Story) -> DateValue | None:
    """The date told last, where the story has come to none: "until June 1979" moves nothing, but has a year."""
    values = (timex.value for timex in reversed(story.told[-_LOOK_BACK:]))
    return next(
        (v for v in values if v and not v.year_is_lost and not v.is_range and not story.lies_ahead(v)), None
    )


def _is_to_come(story: Story, c: Candidate, year: int) -> bool:
    """Whether a day that is told as past would lie, in ``year``, after the text was written."""
    written = story.created.latest if story.created else None
    if written is None or (year, month_of(c), int(c.groups.get("d") or 1)) <= written:
        return False
    return not outlook.lies_ahead(story.text, c.start, c.end)


def _is_new_year(story: Story, c: Candidate) -> bool:
    """Whether ``c`` is the New Year that the story goes towards; a New Year's Day is, where months were told."""
    feast = c.groups.get("feast", "")
    told = story.month is not None and not drift.had_been(story.text, c.start)
    return feast == "New Year" or (told and feast != "" and feast_day(feast) == "01-01")


def _year_of_entry(story: Story, c: Candidate) -> int | None:
    """The year of a day that opens a line of a list: it follows on the entry before, whatever that one tells of
    earlier and later days."""
    before = story.entry.earliest if story.entry else None
    if before is None or story.news or not begins_entry(story.text, c.start, c.end):
        return None
    return before.year + (month_of(c) < before.month)


def _last_or_next(story: Story, c: Candidate) -> int | None:
    """The year of "next Feb. 15", which counts from the day of writing."""
    which = _WHICH.search(story.text[max(0, c.start - 5) : c.start])
    base = story.created.earliest if story.created else None
    if which is None or base is None:
        return None
    day, written = (month_of(c), int(c.groups.get("d", 0))), (base.month, base.day)
    return base.year + (day <= written if which[1].lower() == "next" else -(day >= written))


def _is_not_yet_so(story: Story, c: Candidate) -> bool:
    """Whether the sentence tells of the day of writing: "the deal signed on 3 May is not yet in force"."""
    if story.created is None:
        return False
    first, last = events_named.sentence(story.text, c.start)
    return bool(_NOT_YET.search(story.text, first, last))


def _year_of_author(story: Story, c: Candidate) -> int | None:
    """The year of "this year envoys came in May", "two months ago he spoke of what was done on 18 March": counted from
    the day of writing."""
    created = story.created.earliest if story.created else None
    ago = story.told[-1] if story.told else None
    counted = ago.value.earliest if ago and ago.value and ago.rule in FROM_WRITING else None
    if ago and counted and not story.news and not drift.ends_between(story.text, ago.end, c.start):
        return counted.year
    first, _ = events_named.sentence(story.text, c.start)
    said = _AUTHORS_YEAR.search(story.text, first, c.start)
    if created is None or said is None or drift.is_quoted(story.text, said.start()):
        return None
    return created.year


def _takes_heading(story: Story, c: Candidate) -> bool:
    """Whether the year that stands over a block is that of ``c``: it opens a line, or stands in an item of a
    list where no other year is told."""
    if opens_line(story.text, c.start):
        return True
    before = story.told[-1] if story.told else None
    alone = before is None or "\n" in story.text[before.end : c.start] or before.year_inferred
    return alone and in_list(story.text, c.start)


def _step(c: Candidate) -> int:
    """Years from the year told to that of "in June of the following year"."""
    words = c.groups["that"]
    return bool(_FOLLOWING.search(words)) - bool(_PREVIOUS.search(words))


def _by_that_year(story: Story, c: Candidate) -> int | None:
    """The year of "in June of the following year", where the text has told a year just before; in "in May and
    June of the following year" May has it already."""
    listed = story.told[-1] if story.told else None
    last = listed.value.latest if listed and listed.value and listed.year_inferred else None
    if listed and last and _AND.fullmatch(story.text[listed.end : c.start]):
        return last.year + (month_of(c) < last.month)
    that = _that_year(story, c)
    return None if that is None else that + _step(c)


def _that_year(story: Story, c: Candidate) -> int | None:
    """The year of "on 4 August of that year": of the date told just before."""
    for before in story.told[: -_LOOK_BACK - 1 : -1]:
        value = before.value
        if drift.looks_back(before):
            continue
        if c.start - before.end > 300 or "\n\n" in story.text[before.end : c.start]:
            return None
        if value is None or value.latest is None or value.precision in (Precision.DECADE, Precision.CENTURY):
            continue
        return value.latest.year
    return None


def _coordinated(story: Story, c: Candidate, index: int) -> int | None:
    """The year of "February" in "in February and September 2019": it stands at the end of the list."""
    end = c.end
    for later in story.candidates[index + 1 : index + 6]:
        if not _AND.fullmatch(story.text[end : later.start]) or later.rule.read not in (
            "point",
            "day_range",
        ):
            return None
        if states_year(later) or "that" in later.groups:
            if not {"m", "season"} & later.groups.keys():
                return None
            year = stated_year(later.groups) if states_year(later) else _by_that_year(story, later)
            return None if year is None else year - (month_of(c) > month_of(later))
        end = later.end
    return None


def _year_just_said(story: Story, c: Candidate) -> int | None:
    """The bare year that the same sentence has told before: "in 1885, on the 30th of March"."""
    before = story.told[-1] if story.told else None
    if before is None or before.rule not in _SAYS_YEAR or before.value is None:
        return None
    if before.value.precision is not Precision.YEAR:
        return None
    if _NAMES_ACT.match(story.text, before.end) and story.text[before.start - 4 : before.start] == "the ":
        return None  # "who never took the 1895 line, declared on 22 July"
    near = c.start - before.end < 40 and not drift.ends_between(story.text, before.end, c.start)
    return before.value.earliest.year if near and before.value.earliest else None


def _year_near(story: Story, index: int) -> int | None:
    """The year told just after a season: "the Spring Offensive of 1918", "(early 1951)"."""
    c = story.candidates[index]
    for later in story.candidates[index + 1 : index + 2]:
        if later.start - c.end < 40 and not drift.ends_between(story.text, c.end, later.start):
            return stated_year(later.groups)
    return None


def _same_sentence(story: Story, index: int) -> DateValue | None:
    """The first full date after candidate ``index`` in its own sentence."""
    start = story.candidates[index].end
    for later in story.candidates[index + 1 : index + 4]:
        if drift.ends_between(story.text, start, later.start):
            return None
        if states_year(later) and "m" in later.groups:
            return normalize(later)[0]
    return None


def states_year(c: Candidate) -> bool:
    """Whether a candidate states its year, or needs none."""
    if c.rule.read == "named" and "y" not in c.groups:
        return not c.groups.get("edtf", "XXXX").startswith("XXXX")
    if c.rule.name == "deictic-month":
        return False
    if c.rule.read == "solar_hijri":
        return "hy" in c.groups
    return c.rule.read not in ("point", "day_range", "old_style") or stated_year(c.groups) is not None


def year_shared(first: Candidate, last: Candidate, end: DateValue) -> int | None:
    """The year of "May 15" in "May 15 to August 16, 1988", or in "20 December to 3 January 1980"."""
    if end.year_is_lost or end.earliest is None:
        return None
    return end.earliest.year - (month_of(first) > month_of(last))


def year_shared_forward(first: Candidate, last: Candidate, year: int) -> int:
    """The year of "16 August" in "15 May 1988 to 16 August", or of "3 January" in "20 December 1979 to …"."""
    if "that" in last.groups:
        return year + _step(last)
    return year + (month_of(last) < month_of(first))


def month_of(c: Candidate) -> int:
    """The (first) month that a candidate names; 1 when it names none."""
    season = c.groups.get("season", "").lower()
    if c.rule.read == "named":
        return int((feast_day(c.groups["feast"]) if "feast" in c.groups else c.groups["edtf"][5:])[:2])
    if {"sh", "sh2"} & c.groups.keys():
        return solar_month_begins(c.groups)
    return month_number(c.groups.get("m", "")) or SEASON_STARTS.get(season, 1)
