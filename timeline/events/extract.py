"""One document → its mentions: find the dates, parse the sentences that carry one, select, describe."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby

from spacy.tokens import Doc, Span

from timeline.dates import DateValue, Timex, find_dates
from timeline.dates.find import citations
from timeline.documents import Document
from timeline.events import clause, model, select, title
from timeline.events.clause import Event
from timeline.events.describe import act_weight, confidence, describe, review
from timeline.events.gazetteer import Gazetteer, gazetteer
from timeline.events.mention import Mention, lasting_id, normalised
from timeline.events.sentences import Sentence, split
from timeline.table.schema import JOIN
from timeline.topic import Topic

_LONGEST = 1_200  # characters of a sentence that the model reads, around the date
_LOOK_BACK = 2  # sentences that say who "it" is
_SAMPLE = 400  # sentences that say what a document is about
_AROUND = 6  # sentences before and behind that say what a passage is about


# What may stand before a date in front of its sentence, and behind it.
_BEFORE_DATE = re.compile(
    r"[\s\-–—•*‣#>|(\[]*(?:(?:and|or|but|then|also|later|again|only|already|finally)?,?\s*)"
    r"(?:(?:in|on|by|at|after|before|following|from|since|during|around|about|between|to|and|until|throughout|early|late|mid|the|of"
    r"|period|year|month|start|end|beginning|spring|summer|autumn|winter|back|both)[\s-]+)*(?:[A-Z][a-z]+day,?\s+)?",
    re.IGNORECASE,
)
_BEHIND_DATE = re.compile(r"[\s)\]]*(?:[,:.;–—|-]+\s*|\s)(?!\s*(?:when|which|that|where|after|before|and|or|to|was|were|saw|marked|brought)\b)")

_ASIDE = re.compile(r"\(([^()]{1,400})\)")
_SHORT_ASIDE = 5  # words: "(31 August 1926)" is the date of what stands before it
_PART_END = re.compile(r"[;:]\s+")

COUNTED_FROM = "counted-from"  # the rule of a mention that another date was counted from


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence with its dates. ``text`` is what the model reads: the part of it that holds the dates, from
    ``start`` of the document on, with line ends, footnote marks, citations, asides and the dates before the
    sentence (up to ``fronted``) blanked out; ``shown`` is what readers see, the whole. ``before``: what says
    who "it" is, the nearest first. ``around``: the sides that its passage names."""

    start: int
    text: str
    fronted: int
    shown: str
    before: tuple[str, ...]
    around: frozenset[str]
    citations: str
    dates: tuple[Timex, ...]


def mentions_of(document: Document, topic: Topic) -> list[Mention]:
    """Every mention of ``document`` in order; those that are not to be shown carry their ``reason``."""
    dates = find_dates(
        document.text,
        document.created or None,
        named_days=topic.named_days,
        skip=document.matter,
        title=document.title,
    )
    words = gazetteer(topic)
    dated = list(_dated_sentences(document, dates, words))
    parsed = model.english().pipe((item.text for item in dated), batch_size=32) if dated else ()
    ordinals: Counter[tuple[str, str]] = Counter()
    found: list[Mention] = []
    for item, doc in zip(dated, parsed, strict=False):
        for timex in item.dates:
            for draft in _drafts(item, doc, timex, document.created, words):
                identity = (
                    f"{draft.date_text} {draft.rule}" if draft.rule == COUNTED_FROM else draft.date_text
                )
                key = (normalised(draft.sentence), normalised(identity))
                ident = lasting_id(draft.sentence, identity, ordinals[key])
                ordinals[key] += 1
                found.append(replace(draft, mention_id=ident, document=document.id))
    return found


def _dated_sentences(document: Document, dates: Sequence[Timex], words: Gazetteer) -> Iterator[_Dated]:
    text = document.text
    sentences = split(text, document.matter)
    starts = [sentence.start for sentence in sentences]
    passage = _Passage(document, sentences, words)
    for number, group in groupby(dates, key=lambda timex: bisect_right(starts, timex.start) - 1):
        sentence = sentences[number]
        nearest = reversed(sentences[max(0, number - _LOOK_BACK) : number])
        before = tuple(text[s.start : s.end][-_LONGEST:] for s in nearest)
        around = passage.sides(number)
        for start, end, parts in _windows(text, sentence, tuple(group)):
            cited = [mark for mark in document.marks if start <= mark.start <= end]
            marks = [(mark.start, mark.end) for mark in cited if mark.end <= end]
            shown = _shown(text[start:end], [(first - start, last - start) for first, last in marks])
            citations = JOIN.join(dict.fromkeys(document.footnotes.get(m.label, m.label) for m in cited))
            for first, last, held in parts:
                fronted = _fronted(text[first:last], [(d.start - first, d.end - first) for d in held])
                silent = [(low - first, high - first) for low, high in marks if first <= low and high <= last]
                told_before = (text[start:first],) if first > start else ()
                yield _Dated(
                    start=first,
                    text=_blanked(text[first:last], [*silent, (0, fronted), *_asides(text[first:last], held, first)]),
                    fronted=fronted,
                    shown=shown,
                    before=told_before + before,
                    around=around,
                    citations=citations,
                    dates=held,
                )


class _Passage:
    """Which sides of the relation the sentences around one name; each sentence is searched once. A document
    that names both sides again and again, and no third party as often, is about them from end to end."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], words: Gazetteer) -> None:
        self._text, self._sentences, self._words = document.text, sentences, words
        self._named: dict[int, frozenset[str]] = {}
        self._theme = frozenset(words.sides(document.title)) | self._told_throughout()

    def sides(self, number: int) -> frozenset[str]:
        first, last = max(0, number - _AROUND), min(len(self._sentences), number + _AROUND + 1)
        return self._theme.union(*(self._of(index) for index in range(first, last)))

    def _told_throughout(self) -> frozenset[str]:
        """Both sides, when the document is about them: each is named in a sentence of 25, and no third actor in
        more than the rarer of them."""
        told: Counter[str] = Counter()
        for sentence in self._sentences[:_SAMPLE]:
            words = self._text[sentence.start : sentence.end]
            told.update(self._words.sides(words))
            told.update({h.actor.name for h in self._words.actors(words) if h.actor.side == "third"})
        two = self._words.two_sides
        rarer = min(told[side] for side in two)
        third = max((n for name, n in told.items() if name not in two), default=0)
        enough = max(2, min(len(self._sentences), _SAMPLE) // 25)
        return two if rarer >= enough and third <= rarer else frozenset()

    def _of(self, index: int) -> frozenset[str]:
        if index not in self._named:
            sentence = self._sentences[index]
            self._named[index] = frozenset(self._words.sides(self._text[sentence.start : sentence.end]))
        return self._named[index]


Part = tuple[int, int, tuple[Timex, ...]]


def _windows(text: str, sentence: Sentence, dates: tuple[Timex, ...]) -> Iterator[tuple[int, int, list[Part]]]:
    """The sentence and those of its parts that hold dates; where it runs on without end, windows on it."""
    if sentence.end - sentence.start <= _LONGEST:
        yield sentence.start, sentence.end, list(_parts(text, sentence.start, sentence.end, dates))
        return
    position = sentence.start
    while dates:
        low = max(position, dates[0].start - _LONGEST // 3)
        if low > sentence.start:
            low = min(dates[0].start, max(low, text.find(" ", low, dates[0].start) + 1))
        high = min(sentence.end, low + _LONGEST)
        held = tuple(timex for timex in dates if timex.end <= high) or dates[:1]
        if high < sentence.end:
            high = max(held[-1].end, text.rfind(" ", held[-1].end, high))
        yield low, high, list(_parts(text, low, high, held))
        position, dates = held[-1].end, dates[len(held) :]


def _parts(text: str, start: int, end: int, dates: Sequence[Timex]) -> Iterator[Part]:
    """A sentence in the parts that a semicolon or a colon makes, and its asides in brackets: each tells its
    own, and the model reads it better alone. Only those that hold dates."""
    left = list(dates)
    for match in _ASIDE.finditer(text, start, end):
        inside = tuple(t for t in left if match.start() < t.start and t.end < match.end())
        if inside and len(match[1].split()) > _SHORT_ASIDE:
            yield match.start(1), match.end(1), inside
            left = [t for t in left if t not in inside]
    position = start
    for match in [*_PART_END.finditer(text, start, end), None]:
        close = match.end() if match else end
        held = tuple(t for t in left if position <= t.start < close)
        if match and any(t.start < close < t.end or t.counted_from for t in held):
            continue
        if match and (len(text[position:close].split()) < 4 or len(text[close:end].split()) < 4):
            continue  # "1919: …", "Kabul: a city"
        if held:
            yield position, close, held
        position = close


def _asides(text: str, dates: Sequence[Timex], start: int) -> list[tuple[int, int]]:
    """The brackets in a part of a sentence that hold no date of it."""
    return [
        match.span() for match in _ASIDE.finditer(text)
        if not any(match.start() < t.start - start < match.end() for t in dates)
    ]  # fmt: skip


def _fronted(text: str, dates: Sequence[tuple[int, int]]) -> int:
    """Where the sentence proper begins: behind "In May 1978 and June 1979," or "- 1919:". The model reads the
    rest better alone; 0 when no date stands in front, or the sentence goes on telling of it ("1919, when …")."""
    position = 0
    for start, end in dates:
        if not _BEFORE_DATE.fullmatch(text, position, start):
            break
        position = end
    behind = _BEHIND_DATE.match(text, position)
    return behind.end() if position and behind else 0


def _blanked(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The text with everything that is no prose turned into spaces, so that offsets stay."""
    for start, end in (*marks, *citations(text)):
        text = text[:start] + " " * (end - start) + text[end:]
    return re.sub(r"\s", " ", text)


def _shown(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """The sentence as readers see it: without footnote marks, white space collapsed."""
    for start, end in reversed(marks):
        text = text[:start] + text[end:]
    return re.sub(r"\s+", " ", text).strip()


def _drafts(item: _Dated, doc: Doc, timex: Timex, created: str, words: Gazetteer) -> Iterator[Mention]:
    """The mention of one date and, where it counts from an event, the mention of that event."""
    date = clause.span_at(doc, timex.start - item.start, timex.end - item.start)
    weigh = act_weight(words)
    source = timex.counted_from
    aside = clause.span_at(doc, source.start - item.start, source.end - item.start) if source else doc[0:0]
    silent = _date_tokens(item, doc)
    apart = {token.i for span in _counted_from(item, doc) for token in span}
    fronted = timex.start - item.start < item.fronted
    told = clause.told_by(date, weigh, fronted, apart)
    yield _draft(item, doc, timex, timex.value, told, silent | apart, created, words)
    if source is not None and timex.value is not None and aside[0].pos_ != "PRON":
        draft = _draft(item, doc, timex, source.value, [clause.of_words(aside)], silent, created, words)
        note = f"derived from “{timex.text} {aside.text}” ({timex.value})"
        named = title.cut_words(aside) or draft.title  # the words that name the event are its title
        yield replace(draft, rule=COUNTED_FROM, anchor=timex.value.edtf, note=note, title=named)


def _draft(
    item: _Dated,
    doc: Doc,
    timex: Timex,
    value: DateValue | None,
    events: Sequence[Event],
    silent: set[int],
    created: str,
    words: Gazetteer,
) -> Mention:
    first, last = (value.earliest, value.latest or value.earliest) if value else (None, None)
    days = (first.iso(), last.iso()) if first and last else ("", "")
    here, near = words.actors(item.text, *days), [words.actors(sentence, *days) for sentence in item.before]
    near_sides = set().union(*(words.sides(sentence, *days) for sentence in item.before))
    concerns = select.relation(words.sides(item.shown, *days), near_sides, item.around, select.takes_up(doc))
    told, event = describe(
        doc, events, silent, here, near, lambda: [model.english()(sentence) for sentence in item.before], words
    )
    is_entry = item.fronted > 0 and timex.start - item.start < item.fronted
    reason = select.reason_to_hide(event, value, created, concerns, bool(told.acts), is_entry)
    return Mention(
        mention_id="",
        document="",
        start=timex.start,
        end=timex.end,
        date_text=timex.text,
        edtf=value.edtf if value else "",
        anchor=timex.anchor,
        rule=timex.rule,
        sentence=item.shown,
        citations=item.citations,
        reason=reason,
        relation=concerns,
        review=review(value, timex.year_inferred, timex.counted_from is not None) if value else "",
        confidence=confidence(concerns, value, timex.year_inferred, bool(told.acts)) if value else 0.0,
        **asdict(told),
    )


def _counted_from(item: _Dated, doc: Doc) -> Iterator[Span]:
    for source in (timex.counted_from for timex in item.dates):
        if source is not None:
            yield clause.span_at(doc, source.start - item.start, source.end - item.start)


def _date_tokens(item: _Dated, doc: Doc) -> set[int]:
    spans = (clause.span_at(doc, t.start - item.start, t.end - item.start) for t in item.dates)
    return {token.i for span in spans for token in span}
