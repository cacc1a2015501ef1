"""The order of reading: carries the year and the reference date through a document.

Narrative time mostly moves forward: a day without a year falls in the year of the date before it. Asides,
quotations and plans ("was to begin 1 January") do not move that date. In news mode everything without a
year is read against the creation date instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from timeline.dates import drift, events_named
from timeline.dates.find import Candidate, find, with_named_days
from timeline.dates.months import SEASON_STARTS, month_number
from timeline.dates.normalize import RULE, normalize, stated_year
from timeline.dates.timex import CountedFrom, NamedDay, Part, Timex
from timeline.dates.value import DateValue, Precision

NARRATIVE, NEWS, AUTO = "narrative", "news", "auto"

_TO = re.compile(r"\s*(?:-|–|—|to|until|till|through|and)\s+(?:the )?|\s?[-–—]\s?")
_AND = re.compile(r"\s*(?:,|and|or|&|, and|, or|as well as)\s*(?:in |on |from )?", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+$")
_APPOSED = re.compile(r",? (?:[-–—] ?)?|[-–—]")
_MONTHS_BACK = 3  # a month this much earlier than the date before is next year's


def read_dates(
    text: str,
    dct: str | None = None,
    mode: str = AUTO,
    named_days: Sequence[NamedDay] = (),
    skip: Sequence[tuple[int, int]] = (),
) -> list[Timex]:
    """Every date expression of ``text`` in order; see :func:`timeline.dates.find_dates`."""
    candidates = list(with_named_days(text, find(text, skip), [day for day in named_days if day.is_date]))
    created = DateValue.parse(dct) if dct else None
    if mode == AUTO:
        mode = _mode_of(candidates, created)
    reading = _Reading(text, candidates, created, mode == NEWS, named_days)
    return list(reading.run())


_PART_MONTHS = {"early": 2, "mid": 6, "late": 11, "the end": 12, "end": 12}


@dataclass(slots=True)
class _Reading:
    """One pass over the candidates of one text; ``anchor`` is the date that the story has come to."""

    text: str
    candidates: Sequence[Candidate]
    created: DateValue | None
    news: bool
    named_days: Sequence[NamedDay]
    anchor: DateValue | None = None
    month: int | None = None  # of the anchor; of "late 1943" the month that it comes near

    def run(self) -> Iterable[Timex]:
        told: list[Timex] = []
        index = 0
        while index < len(self.candidates):
            timex = self._range_at(index)
            step = 2
            if timex is None:
                timex, step = self._read(index, told), 1
            index += step
            if timex is None:
                continue
            for single in _apart(timex, self.candidates[index - step]):
                told.append(single)
                yield single
            if timex.value is not None and drift.moves(self.text, timex, self.anchor):
                self.anchor = timex.value
                self.month = _month_come_to(timex)

    def _range_at(self, index: int) -> Timex | None:
        """The range that candidates ``index`` and ``index + 1`` make, if they do."""
        if index + 1 >= len(self.candidates):
            return None
        first, last = self.candidates[index : index + 2]
        between = self.text[first.end : last.start]
        if len(between) > 12 or not _TO.fullmatch(between):
            return None
        if first.rule.read == "day_of_month" and "d" in last.groups:  # "from the 13th to the 19th of October"
            first = replace(first, rule=last.rule, groups=dict(last.groups) | {"d": first.groups["d"]})
        if not {first.rule.read, last.rule.read} <= {"point", "decade"}:
            return None
        if "and" in between and not re.search(
            r"\b[Bb]etween\s+(?:the )?$", self.text[max(0, first.start - 14) : first.start]
        ):
            return None
        second_year, second_anchor = self._year_for(last, index + 1)
        second, second_reader = normalize(last, self.anchor, second_year)
        if second is None:
            return None
        year, anchor = self._year_for(first, index) if _states_year(first) else (None, "")
        if not _states_year(first):
            year = _year_shared(first, last, second)
            anchor = second_anchor or ("" if _states_year(last) else anchor)
        one, reader = normalize(first, self.anchor, year)
        if one is None:
            return None
        try:
            value = DateValue.parse(f"{one}/{second}")
        except ValueError:
            return None
        ends = (Part(first.start, first.end, one), Part(last.start, last.end, second))
        words = self.text[first.start : last.end]
        by = reader if reader == second_reader else RULE
        return Timex(first.start, last.end, words, value, anchor, "range", by, ends)

    def _read(self, index: int, told: Sequence[Timex]) -> Timex | None:
        candidate = self.candidates[index]
        kind = candidate.rule.read
        if kind == "offset" and candidate.groups["way"] in ("after", "before"):
            return self._counted(candidate, index, told)
        if kind == "deictic" or candidate.groups.get("way") == "ago":
            if not self.news or self.created is None:
                return None  # "today" and "last year" in a history are figures of speech
            value, reader = normalize(candidate, self.created)
            return self._timex(candidate, value, self.created.edtf, reader)
        if kind in ("offset", "anaphor", "decade_words", "day_of_month"):
            anchor = self.anchor or (self.created if self.news else None)
            value, reader = normalize(candidate, anchor)
            return self._timex(candidate, value, anchor.edtf if anchor else "", reader)
        year, against = self._year_for(candidate, index)
        value, reader = normalize(candidate, self.anchor, year)
        return self._timex(candidate, value, against, reader) if value is not None else None

    def _timex(
        self,
        c: Candidate,
        value: DateValue | None,
        anchor: str,
        reader: str,
        counted: CountedFrom | None = None,
    ) -> Timex:
        parts = _parts(c, value)
        return Timex(
            c.start, c.end, self.text[c.start : c.end], value, anchor, c.rule.name, reader, parts, counted
        )

    # --- the year of a date without one

    def _year_for(self, c: Candidate, index: int) -> tuple[int | None, str]:
        """The year that a candidate without one falls in, and the EDTF text of what says so."""
        if _states_year(c):
            return None, ""
        month = _month_of(c)
        shared = self._coordinated(c, index)
        if shared is not None:
            return shared, f"{shared:04d}"
        if _SINCE.search(self.text[max(0, c.start - 10) : c.start]):
            now = self._same_sentence(index) or self.anchor
            if now is not None and now.earliest is not None:
                return now.earliest.year - (month > now.earliest.month), now.edtf
        anchor = self.created if self.news else self.anchor
        base = anchor.earliest if anchor else None
        if anchor is None or base is None:
            return None, ""
        if self.news:
            return base.year - (month > base.month + 1), anchor.edtf
        if "that" in c.groups:  # "in August of that year"
            return base.year, anchor.edtf
        if "season" in c.groups and (near := self._year_near(index)) is not None:
            return near, f"{near:04d}"
        forward = self.month is not None and month < self.month - _MONTHS_BACK
        return base.year + forward, anchor.edtf

    def _coordinated(self, c: Candidate, index: int) -> int | None:
        """The year of "February" in "in February and September 2019": it stands at the end of the list."""
        end = c.end
        for later in self.candidates[index + 1 : index + 6]:
            if not _AND.fullmatch(self.text[end : later.start]) or later.rule.read not in (
                "point",
                "day_range",
            ):
                return None
            if _states_year(later):
                if not {"m", "season"} & later.groups.keys():
                    return None
                year = stated_year(later.groups)
                return None if year is None else year - (_month_of(c) > _month_of(later))
            end = later.end
        return None

    def _year_near(self, index: int) -> int | None:
        """The year told just after a season: "the Spring Offensive of 1918", "(early 1951)"."""
        c = self.candidates[index]
        for later in self.candidates[index + 1 : index + 2]:
            if later.start - c.end < 40 and not drift.SENTENCE_END.search(self.text, c.end, later.start):
                return stated_year(later.groups)
        return None

    def _same_sentence(self, index: int) -> DateValue | None:
        """The first full date after candidate ``index`` in its own sentence."""
        start = self.candidates[index].end
        for later in self.candidates[index + 1 : index + 4]:
            if drift.SENTENCE_END.search(self.text, start, later.start):
                return None
            if _states_year(later) and "m" in later.groups:
                return normalize(later)[0]
        return None

    # --- offsets from an event: "a day after X"

    def _counted(self, c: Candidate, index: int, told: Sequence[Timex]) -> Timex | None:
        event = events_named.after(self.text, c.end)
        if told and (beside := self._beside(c, told[-1])) is not None:
            # "on 27 June 1950, two days after they invaded": the day is stated, and dates the invasion
            back = normalize(Candidate(c.start, c.end, c.rule, _reversed(c)), beside)[0]
            counted = (
                None
                if back is None or event.is_empty
                else CountedFrom(event.start, event.end, back, "counted back")
            )
            return self._timex(c, beside, beside.edtf, RULE, counted)
        for other in self.candidates[index + 1 : index + 2]:  # "two days after the treaty of 3 May 1928"
            if other.start < event.end and _states_year(other):
                anchor = normalize(other)[0]
                return self._timex(c, *self._against(c, anchor))
        if event.is_empty:
            return self._timex(c, *self._against(c, self.anchor))
        known = events_named.told_before(self.text, event, told)
        how = "told"
        if known is None:
            near = self.anchor or self._date_ahead(c, index)
            known, how = events_named.named(event, self.named_days, near), "named"
        if known is not None:
            value, against, reader = self._against(c, known)
            counted = CountedFrom(event.start, event.end, known, how)
            return self._timex(c, value, against, reader, counted if value is not None else None)
        ahead = self._date_ahead(c, index) if self.anchor is None else None
        back = normalize(Candidate(c.start, c.end, c.rule, _reversed(c)), ahead)[0] if ahead else None
        if ahead is None or back is None:
            return self._timex(c, None, "", "rule")
        # Nothing is dated before this sentence: it opens the story, and the first day told after it about
        # the same people is its own day. So the event it counts from lies that much before.
        return self._timex(
            c, ahead, ahead.edtf, "rule", CountedFrom(event.start, event.end, back, "counted back")
        )

    def _beside(self, c: Candidate, before: Timex) -> DateValue | None:
        """The day that ``c`` stands in apposition to, if it does."""
        value = before.value
        if value is None or value.precision is not Precision.DAY or value.year_is_lost:
            return None
        return value if _APPOSED.fullmatch(self.text[before.end : c.start]) else None

    def _against(self, c: Candidate, anchor: DateValue | None) -> tuple[DateValue | None, str, str]:
        value, reader = normalize(c, anchor)
        return value, anchor.edtf if anchor else "", reader

    def _date_ahead(self, c: Candidate, index: int) -> DateValue | None:
        """The first full day told soon after candidate ``index`` in a sentence about the same matter."""
        names = events_named.proper_names(self.text, c.start)
        for later in self.candidates[index + 1 :]:
            if later.start - c.end > 1200:
                return None
            value = normalize(later)[0] if _states_year(later) else None
            if value is not None and value.precision is Precision.DAY:
                same = names & events_named.proper_names(self.text, later.start)
                return value if same or events_named.continues(self.text, later.start, c.start) else None
        return None


def _month_of(c: Candidate) -> int:
    """The (first) month that a candidate names; 1 when it names none."""
    season = c.groups.get("season", "").lower()
    return month_number(c.groups.get("m", "")) or SEASON_STARTS.get(season, 1)


def _parts(c: Candidate, value: DateValue | None) -> tuple[Part, ...]:
    """The two ends of a range that one rule found whole ("1979–89", "15 to 19 December")."""
    if value is None or not value.is_range or c.rule.read not in ("year_range", "day_range"):
        return ()
    first, last = ("y", "y2") if c.rule.read == "year_range" else ("d", "d2")
    one, other = map(DateValue.parse, value.edtf.split("/"))
    return Part(c.start, c.spans[first][1], one), Part(c.spans[last][0], c.end, other)


def _apart(timex: Timex, c: Candidate) -> Iterable[Timex]:
    """A range as it is; "May 6 and 7" as the two dates that it is."""
    if "pair" not in c.groups or not timex.parts:
        return [timex]
    return [
        replace(
            timex,
            start=p.start,
            end=p.end,
            value=p.value,
            parts=(),
            text=timex.text[p.start - timex.start : p.end - timex.start],
        )
        for p in timex.parts
    ]


def _month_come_to(timex: Timex) -> int | None:
    """The month that a story has come to with a date; None where only a year is told."""
    value = timex.value
    if value is None or value.earliest is None:
        return None
    if value.precision is not Precision.YEAR:
        return value.earliest.month
    part = timex.text.lower()
    return next((month for words, month in _PART_MONTHS.items() if part.startswith(words)), None)


def _states_year(c: Candidate) -> bool:
    return c.rule.read not in ("point", "day_range") or stated_year(c.groups) is not None


def _year_shared(first: Candidate, last: Candidate, end: DateValue) -> int | None:
    """The year of "May 15" in "May 15 to August 16, 1988", or in "20 December to 3 January 1980"."""
    if end.year_is_lost or end.earliest is None:
        return None
    return end.earliest.year - (_month_of(first) > _month_of(last))


def _reversed(c: Candidate) -> dict[str, str]:
    return dict(c.groups, way="after" if c.groups["way"] == "before" else "before")


def _mode_of(candidates: Sequence[Candidate], created: DateValue | None) -> str:
    """News when a creation date is known and the text counts from it more often than it states years."""
    if created is None:
        return NARRATIVE
    deictic = sum(c.rule.read == "deictic" or c.groups.get("way") == "ago" for c in candidates)
    stated = sum("y" in c.groups for c in candidates)
    return NEWS if deictic > stated else NARRATIVE
