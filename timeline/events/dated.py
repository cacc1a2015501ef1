"""What of a document the model reads: the sentences that carry a date, in parts that each tell their own."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from timeline.dates import Timex
from timeline.dates.blank import blank
from timeline.dates.citing import citations
from timeline.documents import Document
from timeline.events.bounds import bounded, words_of_bounds
from timeline.events.entries import Entries
from timeline.events.gazetteer import Gazetteer
from timeline.events.glosses import alternatives, glosses, words_of_glosses
from timeline.events.legend import Legend
from timeline.events.listed import with_bars, with_name, without_bars, years_told_closer
from timeline.events.parts import LONGEST, asides, where_told, windows
from timeline.events.passage import Passage
from timeline.events.sentences import Sentence, split
from timeline.table.schema import JOIN

_LOOK_BACK = 2  # sentences that say who "it" is
_LEAD = 3  # sentences that a text begins with; it has five times as many


_CLOCK = re.compile(r"\A\d{1,2}[.:]\d{2}(?: ?[ap]\.?m\.?| [A-Z]{2,4}T)?:?\s+(?=[A-Z“\"])")  # of a live report


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with its dates. ``text`` is what the model reads: the part of it that holds the dates, from
    ``start`` of the document on, with line ends, footnote marks, citations, asides and the dates before the
    sentence (up to ``fronted``) or at the end of an entry (``when``) blanked out; ``shown`` is what readers see, the
    whole. ``is_listed``: it is the entry of a list of dates, below ``heading``, ``in_entry``: in the words of one, maybe
    far behind its date, ``is_beside``: none in a text of such entries, ``is_aside``: it bears the mark
    of what is told only for context. ``before``: what says who "it" is, the nearest first. ``around``: the sides that its
    passage names;
    ``is_theme``: the document is about both, ``is_dense``: and about little else,
    ``is_titled``: its title names both.
    ``glosses``: those of its dates that only tell the day of another in other words, ``alternatives`` those that
    may stand for the one before.
    ``leads``: it is among the first sentences of its document."""

    start: int
    text: str
    fronted: int
    when: tuple[int, int]
    is_listed: bool
    in_entry: bool
    is_aside: bool
    heading: str
    is_beside: bool
    shown: str
    before: tuple[str, ...]
    around: frozenset[str]
    is_theme: bool
    is_dense: bool
    is_titled: bool
    leads: bool
    citations: str
    dates: tuple[Timex, ...]
    glosses: tuple[Timex, ...]
    alternatives: tuple[Timex, ...]

    def stands_apart(self, timex: Timex) -> bool:
        """Whether a date stands before the whole sentence, or is that of the entry."""
        at = timex.start - self.start
        return at < self.fronted or self.when[0] <= at < self.when[1]


def dated_sentences(document: Document, dates: Sequence[Timex], words: Gazetteer) -> Iterator[Dated]:
    text = document.text
    entries = Entries(text, dates)
    sentences = split(_without_numbers(document), document.matter, entries)
    starts = [sentence.start for sentence in sentences]
    at = [timex.start for timex in dates]
    passage = Passage(document, sentences, words)
    legend = Legend(text)
    heading = f"{document.title}\n{entries.heading}"
    topic = words.sides(heading)
    by_sentence = [(n, list(held)) for n, held in groupby(dates, lambda t: bisect_right(starts, t.start) - 1)]
    for number, group in by_sentence:
        entry = entries.holding(sentences[number].end - 1)
        is_listed = entries.is_listed_at(sentences[number].end - 1)
        sentence, told_from = sentences[number], entries.told_from(sentences[number].start)
        if is_listed and told_from > sentence.start:
            sentence, told_from = with_name(sentences[number : number + 2], told_from, at, entries, words)
        nearest = reversed(sentences[max(0, number - _LOOK_BACK) : number])
        before = tuple(
            _told(document, s)[-LONGEST:] for s in nearest
            if not is_listed or entries.same(s.end - 1, sentence.start)
        )  # fmt: skip
        around = passage.sides(number) | (topic if is_listed else frozenset())
        told = tuple(bounded(text, timex) for timex in group)
        for start, end, parts in windows(text, sentence, told):
            cited = [mark for mark in document.marks if start <= mark.start <= end]
            marks = [(mark.start, mark.end) for mark in cited if mark.end <= end]
            shown = _shown(text[start:end], [(first - start, last - start) for first, last in marks])
            citations = JOIN.join(
                dict.fromkeys(
                    document.footnotes.get(m.label, m.label).removesuffix(".") for m in cited if m.label
                )
            )
            for first, last, held in parts:
                again = (*glosses(text, held), *years_told_closer(held, entry))
                own = tuple(timex for timex in held if timex not in again)
                when = (
                    (max(first, entry.when[0]) - first, min(last, entry.when[1]) - first) if entry else (0, 0)
                )
                opens = first < told_from < last
                fronted = told_from - first if opens else where_told(text[first:last], first, held)
                silent = [(low - first, high - first) for low, high in marks if first <= low and high <= last]
                told_before = (text[start:first],) if first > start else ()
                read = _blanked(
                    with_bars(text[first:last]) if is_listed else text[first:last],
                    [
                        *silent,
                        (0, fronted),
                        *([when] if when[0] < when[1] else []),
                        *asides(text[first:last], held, first),
                        *(match.span() for match in _CLOCK.finditer(text[first:last])),
                        *words_of_glosses(text, first, held, again),
                        *((low - first, high - first) for low, high in words_of_bounds(text, held)),
                    ],
                )
                yield Dated(
                    start=first,
                    text=without_bars(read) if is_listed else read,
                    fronted=fronted,
                    when=when,
                    is_listed=is_listed and (fronted > 0 or when[0] < when[1]),
                    in_entry=is_listed and "|" not in text[first:last],
                    is_aside=entry is not None
                    and legend.is_aside(entry.start if opens else first, max(first, told_from)),
                    heading=heading if is_listed else "",
                    is_beside=entries.fill(len(by_sentence)) and not is_listed,
                    shown=shown,
                    before=told_before + before,
                    around=around,
                    is_theme=passage.is_theme,
                    is_dense=passage.is_dense,
                    is_titled=passage.is_titled,
                    leads=number < _LEAD <= len(sentences) // 5,
                    citations=citations,
                    dates=held,
                    glosses=again,
                    alternatives=alternatives(text, first, own),
                )


def _without_numbers(document: Document) -> str:
    """The text with blanks for the marks of notes that are bare numbers: "in 1946.1 It had" is two sentences."""
    text = document.text
    return blank(
        text, ((mark.start, mark.end) for mark in document.marks if text[mark.start : mark.end].isdigit())
    )


def _blanked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with everything that is no prose turned into spaces, so that offsets stay."""
    text = text.encode("utf-8", "replace").decode(
        "utf-8"
    )  # half a character pair, which the model cannot read
    return re.sub(r"\s", " ", blank(text, (*marks, *citations(text))))


def _told(document: Document, sentence: Sentence) -> str:
    """A whole sentence as readers see it."""
    marks = [
        (mark.start - sentence.start, mark.end - sentence.start) for mark in document.marks
        if sentence.start <= mark.start and mark.end <= sentence.end
    ]  # fmt: skip
    return _shown(document.text[sentence.start : sentence.end], marks)


def _shown(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The sentence as readers see it: without footnote marks, white space collapsed."""
    for start, end in reversed(marks):
        text = text[:start] + text[end:]
    return re.sub(r"\s+", " ", text).strip()
