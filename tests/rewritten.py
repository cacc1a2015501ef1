"""Documents as an editor finds them a week later: renamed, reordered, wrapped anew, with sentences put in and some
lightly edited. It is known where every date of the old text stands in the new one."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from timeline.dates import find_dates
from timeline.events.sentences import split

SHARE = 0.2  # of the sentences are edited
INSERTED = 0.1  # of the sentences get a new one behind them
_WORD = re.compile(r"\w[\w’'-]*")
_PLAIN = re.compile(r"[^\W\d_]{3,}")  # a word that can be put in anywhere
_MONTHS = ("may", "march")  # which are words as well
_UNBROKEN = re.compile(r"\S*")
_NEW = (
    "The two sides said little about it.",
    "In 1975 the winter in the valley of the Amu Darya was hard.",
    "Observers in Moscow and Kabul were surprised.",
    "In 2012 a Russian film about Afghanistan won a prize.",
    "Nobody had expected that.",
)


@dataclass
class Rewritten:
    """The new ``text`` of a document, where in it each old character stands that was kept (``moved``), and which of the
    old sentences, by their first and last character, were ``edited``."""

    text: str = ""
    moved: dict[int, int] = field(default_factory=dict)
    edited: list[tuple[int, int]] = field(default_factory=list)

    def keep(self, old: str, start: int) -> None:
        """Take over ``old``, which began at ``start``."""
        self.moved.update((start + number, len(self.text) + number) for number in range(len(old)))
        self.text += old

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where an old span stands now."""
        return self.moved[start], self.moved[end - 1] + 1

    def was_edited(self, position: int) -> bool:
        return any(start <= position < end for start, end in self.edited)


def rewritten(
    text: str, dates: Sequence[tuple[int, int]], draw: random.Random, words: Sequence[str], width: int = 70
) -> Rewritten:
    """``text`` with a share of its sentences edited, but none of the spans ``dates``, others put in, and its lines
    wrapped at ``width``."""
    found, at = Rewritten(), 0
    for sentence in split(text):
        found.keep(text[at : sentence.start], at)
        old, at = text[sentence.start : sentence.end], sentence.end
        if draw.random() < SHARE:
            _edit(found, old, sentence.start, dates, draw, words)
        else:
            found.keep(old, sentence.start)
        if draw.random() < INSERTED and old.rstrip().endswith("."):
            found.text += f" {draw.choice(_NEW)}"
    found.keep(text[at:], at)
    found.text = _wrapped(found.text, width)
    return found


def dates_of(text: str) -> list[tuple[int, int]]:
    """The spans of ``text`` that say a date."""
    return [(date.start, date.end) for date in find_dates(text)]


def words_of(texts: Mapping[str, str]) -> list[str]:
    """The words of ``texts`` that say no date."""
    found = []
    for text in texts.values():
        said = dates_of(text)
        found += [
            m.group()
            for m in _PLAIN.finditer(text)
            if not _touches(m, said, 0) and m.group().casefold() not in _MONTHS
        ]
    return found


def _edit(
    found: Rewritten,
    old: str,
    start: int,
    dates: Sequence[tuple[int, int]],
    draw: random.Random,
    words: Sequence[str],
) -> None:
    """One to three words replaced, dropped or added; the words of dates stay."""
    free = [match for match in _WORD.finditer(old) if not _touches(match, dates, start)]
    number = draw.randint(1, 3)
    if len(free) < number + 2:
        found.keep(old, start)
        return
    at = 0
    for match in sorted(draw.sample(free, number), key=lambda match: match.start()):
        found.keep(old[at : match.start()], start + at)
        at = match.end()
        how = draw.choice(("replace", "drop", "add"))
        if how == "replace":
            found.text += draw.choice(words)
        elif how == "drop":
            at += old[at : at + 1] == " "
        else:
            found.text += f"{draw.choice(words)} "
            found.keep(match.group(), start + match.start())
    found.keep(old[at:], start + at)
    found.edited.append((start, start + len(old)))


def _touches(match: re.Match[str], dates: Sequence[tuple[int, int]], start: int) -> bool:
    return any(first < start + match.end() and start + match.start() < last for first, last in dates)


def _wrapped(text: str, width: int) -> str:
    """Single spaces become line ends, so that no line is longer; every character stays where it is."""
    letters, column = list(text), 0
    for number, letter in enumerate(letters):
        if letter == " " and column and column + _next(text, number + 1) > width:
            letters[number] = "\n"
        column = 0 if letters[number] == "\n" else column + 1
    return "".join(letters)


def _next(text: str, start: int) -> int:
    """How long the next word is, with the space before it."""
    match = _UNBROKEN.match(text, start)
    return len(match.group()) + 1 if match else 0
