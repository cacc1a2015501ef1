"""The event that an expression counts from, known by its words: "the fall of Herat" in "two days after the
fall of Herat". It is looked for among the dated sentences already read, then among the named days."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from timeline.dates.drift import SENTENCE_END
from timeline.dates.months import month_number
from timeline.dates.point import Precision
from timeline.dates.timex import NamedDay, Timex
from timeline.dates.value import DateValue

# "A year after that Podgorny came": who acts follows, and no name of an event.
_THAT_ALONE = re.compile(
    r"that(?= (?:[A-Z]|the\b|an?\b|he\b|she\b|it\b|they\b|we\b|both\b|two\b|came\b|went\b|was\b|were\b|began\b|followed\b))"
)
_CLAUSE_END = re.compile(r"[,;:.!?–—()\n]|\s-\s|$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_TAKEN_UP = re.compile(r"(?:The|This|That|These|Those|He|She|It|They|His|Her|Their|Both)\b")
_EMPTY_WORDS = (
    "a an the of in on at to for by with from and or but as its his her their this that these those it he",
    "she they who which was were is are been be had has have did do not no into over under out up off again",
    "then after before first last one two three four five six seven eight nine ten",
)
_EMPTY = frozenset(word for line in _EMPTY_WORDS for word in line.split())
_FINE_ENOUGH = {
    "month": (Precision.DAY, Precision.MONTH),
    "year": (Precision.DAY, Precision.MONTH, Precision.YEAR),
    "decade": (Precision.DAY, Precision.MONTH, Precision.YEAR),
}
_MEMORY = 400  # dated sentences back that an event is looked for in
_RECENT = 12  # dated sentences back that a proper name alone may point to
# "Chernobyl", "the putsch they agreed", but not "the putsch in Lund"
_ALONE = re.compile(
    r"\s*(?:[Tt]he )?[\w’'-]+(?:\s*$| (?:he|she|it|they|we|I|the|an?|his|her|its|their|our|my)\b)"
)
_NAME_STEM = 5  # letters of a word that a name in the table and the text must share: "putsch" is not "puts"
_REACH = 160  # characters that name an event


@dataclass(frozen=True, slots=True)
class NamedEvent:
    """The words after "a day after", with their place in the text."""

    start: int
    end: int
    text: str

    @property
    def is_empty(self) -> bool:
        """True for "two days after, …" and "a week after that", which count from the date before."""
        return not stems(self.text)


def after(text: str, start: int) -> NamedEvent:
    """The words that name an event from ``start`` to the end of the clause."""
    first = start
    while text[first : first + 1] == " ":
        first += 1
    end = _CLAUSE_END.search(text, first, min(len(text), first + _REACH))
    stop = end.start() if end else min(len(text), first + _REACH)
    if that := _THAT_ALONE.match(text, first):
        stop = that.end()
    return NamedEvent(first, stop, text[first:stop])


def stems(text: str) -> set[str]:
    """The words that carry meaning, cut so that "invasion" meets "invaded" and "Afghan" "Afghanistan"."""
    return {word[:4] for word in _plain_words(text)}


def proper_names(text: str, position: int) -> set[str]:
    """Capitalised words of the sentence around ``position`` that are no "The" or "On"."""
    first, last = sentence(text, position)
    return {
        word.removesuffix("'s").removesuffix("’s")
        for word in _WORD.findall(text[first:last])
        if word[0].isupper() and word.lower() not in _EMPTY and month_number(word) is None
    }


def continues(text: str, position: int, since: int) -> bool:
    """Whether the sentence around ``position`` follows on the one around ``since`` and takes up its matter:
    "The meeting …", "This …", "They …"."""
    first, _ = sentence(text, position)
    _, before = sentence(text, since)
    return first - before <= 3 and bool(_TAKEN_UP.match(text, first))


def told_before(text: str, event: NamedEvent, told: Sequence[Timex], unit: str) -> DateValue | None:
    """The date of the latest sentence already read that tells ``event``: most of its words stand there, or,
    where it is known by its name alone ("the fall of Herat"), that name in one of those just before. Names
    that half the text shares do not tell it. The date must be fine enough to count in ``unit``."""
    wanted = stems(event.text)
    names = stems(" ".join(word for word in _WORD.findall(event.text) if word[0].isupper()))
    by_name = bool(names) and len(wanted - names) <= 1
    enough_for = _FINE_ENOUGH.get(unit, (Precision.DAY,))
    for back, timex in enumerate(islice(reversed(told), _MEMORY)):
        value = timex.value
        if value is None or value.is_range or value.year_is_lost or value.precision not in enough_for:
            continue
        first, last = sentence(text, timex.start)
        there = stems(text[first : min(last, event.start)])
        if wanted <= names:  # no more than a name: "eight days after Fort Sumter"
            enough = wanted <= there
        else:
            enough = len(wanted & there) >= max(2, 0.6 * len(wanted)) and bool((wanted - names) & there)
        if enough or (back < _RECENT and by_name and names <= there and _is_rare(names, text, event)):
            return value
    return None


def _is_rare(names: set[str], text: str, event: NamedEvent) -> bool:
    """Whether a name stands so seldom before the event that it points to one sentence."""
    before = [word[:4].lower() for word in _WORD.findall(text[max(0, event.start - 4000) : event.start])]
    return any(before.count(name) <= 2 for name in names)


def named(
    event: NamedEvent, days: Sequence[NamedDay], near: DateValue | None
) -> tuple[DateValue, bool] | None:
    """The day, and whether it is told too, of the named day that ``event`` means: the one whose name has most of its
    words. Of several of one name, the one closest to ``near`` and within a year of it; none of them when that does
    not settle it."""
    telling = [(max(_words_of(name, event.text) for name in d.phrases), d) for d in days]
    most = max((count for count, _ in telling), default=0)
    fitting = {d.edtf: (DateValue.parse(d.edtf), d.is_told) for count, d in telling if count == most > 0}
    known = [day for _, day in sorted(fitting.items()) if not day[0].year_is_lost]
    if len(known) < 2 or near is None or near.earliest is None:
        return known[0] if len(known) == 1 else None
    distances = [(abs(_month_count(day[0]) - _month_count(near)), day) for day in known]
    distance, best = min(distances, key=lambda pair: pair[0])
    return best if distance <= 12 else None


def _words_of(name: str, event: str) -> int:
    """How many words of ``name`` stand in ``event``, all of them or none; one of one word alone."""
    words, there = _plain_words(name), _plain_words(event)
    if len(words) == 1:
        return int(words == there[:1] and bool(_ALONE.match(event)))
    begun = {word[:_NAME_STEM] for word in words}
    return len(begun) if begun <= {word[:_NAME_STEM] for word in there} else 0


def _plain_words(text: str) -> list[str]:
    words = (word.lower().removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text))
    return [word for word in words if word not in _EMPTY]


def _month_count(value: DateValue) -> int:
    day = value.earliest
    return day.year * 12 + day.month if day else 0


def sentence(text: str, position: int) -> tuple[int, int]:
    """Where the sentence around ``position`` starts and ends (at most 600 characters each way)."""
    low = max(0, position - 600)
    first = low
    for match in SENTENCE_END.finditer(text, low, position):
        first = match.end()
    last = SENTENCE_END.search(text, position, min(len(text), position + 600))
    return first, last.start() + 1 if last else min(len(text), position + 600)
