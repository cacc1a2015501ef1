"""Dates that say when something was so, and not that anything happened then: of a life or a reign, of a figure, of a
state that lasted, of a time before or since."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from timeline.dates.point import Precision
from timeline.dates.value import DateValue
from timeline.events import lasting
from timeline.events.english import FIGURES, PERIODS

_TERM = re.compile(
    r"\b(?:plan|reign|rule|premiership|presidency|ministry|term|period|era|decade) \((?:from )?$"
)
_LIFE = re.compile(r"\((?:r|reg|b|d|fl|reigned|ruled|born|died|in office)\.? $", re.IGNORECASE)
_STATES = frozenset(("has", "have", "had", "is", "are", "was", "were", "remain", "remains", "remained"))
_PRESENT = ("VBZ", "VBP")


def is_background(words: Span, value: DateValue, told: Token, is_act: bool) -> bool:
    """Whether ``words``, a date with this ``value``, say nothing that happened then; ``told`` is the head of what they
    are taken to date, ``is_act`` whether there are words of an act in it."""
    before = re.sub(r"\s+", " ", words.doc.text[max(0, words.start_char - 20) : words.start_char])
    return (
        bool(_LIFE.search(before))
        or (value.precision is Precision.RANGE and bool(_TERM.search(before)))
        or _of_figure(words)
        or _of_state(told, value, is_act)
        or _of_time_around(words, is_act)
    )


def _of_figure(words: Span) -> bool:
    """ "twice the figure of 1938", "the 1928 total", "as at the end of 1985, roughly the level" """
    above = words.root.head
    noun = above.head if above.pos_ == "ADP" else above
    return noun.lower_ in FIGURES and noun.dep_ != "nsubj"


def _of_state(told: Token, value: DateValue, is_act: bool) -> bool:
    """ "the hope that Moscow had from 1921 to 1928", "passes that officers had sketched in the 1880s": beside what is
    told, a thing is described."""
    if told.dep_ != "relcl" or any(c.lower_ in ("when", "where") for c in told.children):
        return False
    if value.precision is Precision.RANGE:
        return told.lower_ in _STATES
    return not is_act and value.precision in (Precision.DECADE, Precision.CENTURY)


def _of_time_around(words: Span, is_act: bool) -> bool:
    """ "the years before 1955"; "the third round since December", "has not been there since 1989": but "has shuttled
    since May" began then."""
    link = words.root.head
    the_years = link.head.lower_ in PERIODS and any(c.lower_ == "the" for c in link.head.children)
    if the_years and link.lower_ in ("before", "after", "since", "until"):
        return True
    if link.lower_ == "after":
        return any(c.lower_ in ("have", "has") for c in link.head.children)
    return link.lower_ == "since" and not lasting.began(words, is_act)
