"""Where a reading has come to: the state that is carried through one text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from timeline.dates import drift
from timeline.dates.find import Candidate
from timeline.dates.headings import Headings, begins_entry
from timeline.dates.point import Precision
from timeline.dates.timex import SOLAR_HIJRI, NamedDay, Timex
from timeline.dates.value import DateValue

FROM_WRITING = (
    "ago",
    "deictic",
    "deictic-month",
    "part-of-year",
    "month-day-of-year",
)  # asides in a history
_PART_MONTHS = {"early": 2, "mid": 6, "late": 11, "the end": 12, "end": 12}


@dataclass(slots=True)
class Story:
    """One text, its candidates in order, what was read of them (``told``), and the date that the story has
    come to (``anchor``; ``month`` its month, of "late 1943" the one that it comes near; ``year_told_at``
    where the text last stated a year; ``entry`` the date that opened the last entry of a list)."""

    text: str
    candidates: Sequence[Candidate]
    created: DateValue | None
    news: bool
    named_days: Sequence[NamedDay]
    told: list[Timex] = field(default_factory=list)
    anchor: DateValue | None = None
    month: int | None = None
    entry: DateValue | None = None
    year_told_at: int = -1
    headings: Headings = field(init=False)

    def __post_init__(self) -> None:
        self.headings = Headings(self.text)

    @property
    def now(self) -> DateValue | None:
        """What "two days later" counts from: the date before, in news without one the creation date."""
        return self.anchor or (self.created if self.news else None)

    def in_background(self, position: int) -> bool:
        """Whether a report tells of the past at ``position``: its paragraph has stated a year already."""
        return self.year_told_at >= 0 and "\n\n" not in self.text[self.year_told_at : position]

    def come_to(self, timex: Timex) -> None:
        """Move on to ``timex``, unless it is an aside."""
        stands_over = timex.value is not None and self.headings.stand_at(timex.start)
        if timex.parts and timex.value is not None and not timex.value.year_is_lost:
            end = timex.parts[0 if stands_over else -1]  # a span leads to its end, a heading to what follows
            timex = replace(timex, value=end.value, parts=())
        if timex.calendar == SOLAR_HIJRI and timex.value is not None and timex.value.is_range:
            # to the year or month of ours that it begins in
            shown = 4 if timex.rule == "solar-hijri-year" else 7
            timex = replace(timex, value=DateValue.parse(timex.value.edtf[:shown]))
        if stands_over:
            self.anchor, self.month, self.year_told_at = timex.value, None, timex.end
            return
        if (
            timex.value is not None
            and not timex.value.year_is_lost
            and begins_entry(self.text, timex.start, timex.end)
        ):
            self.entry = timex.value
        aside = not self.news and timex.rule in FROM_WRITING
        if timex.value is None or aside or self.lies_ahead(timex.value):
            return
        if drift.moves(self.text, timex, self.anchor):
            if timex.rule != "season" or self.anchor is None:  # "over the winter" tells no new year by itself
                self.anchor = timex.value
            self.month = _month_come_to(timex)
            if not timex.anchor:
                self.year_told_at = timex.end

    def lies_ahead(self, value: DateValue) -> bool:
        """Whether ``value`` lies after the text was written."""
        last = self.created.latest if self.created else None
        return last is not None and value.earliest is not None and value.earliest > last


def _month_come_to(timex: Timex) -> int | None:
    """The month that a story has come to with a date; None where only a year is told."""
    value = timex.value
    if value is None or value.earliest is None:
        return None
    if value.precision is not Precision.YEAR:
        return value.earliest.month
    if timex.rule == "unit-out":  # "before the year was out"
        return _PART_MONTHS["late"]
    part = timex.text.lower()
    return next((month for words, month in _PART_MONTHS.items() if part.startswith(words)), None)
