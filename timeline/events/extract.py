"""One document → its mentions: find the dates, parse the sentences that carry one, select, describe."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby

from spacy.tokens import Doc

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
_LOOK_BACK = 2  # sentences of the same paragraph that say who "it" is


COUNTED_FROM = "counted-from"  # the rule of a mention that another date was counted from


@dataclass(frozen=True, slots=True)
class _Dated:
    """A sentence with its dates. ``text`` is what the model reads: the document's text from ``start``, with
    line ends, footnote marks and citations blanked out; ``shown`` is what readers see. ``before``: the
    sentences that say who "it" is, the nearest first."""

    start: int
    text: str
    shown: str
    before: tuple[str, ...]
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
    dated = list(_dated_sentences(document, dates))
    parsed = model.english().pipe((item.text for item in dated), batch_size=32) if dated else ()
    words = gazetteer(topic)
    ordinals: Counter[tuple[str, str]] = Counter()
    found: list[Mention] = []
    for item, doc in zip(dated, parsed, strict=False):
        for timex in item.dates:
            for draft in _drafts(item, doc, timex, words):
                identity = (
                    f"{draft.date_text} {draft.rule}" if draft.rule == COUNTED_FROM else draft.date_text
                )
                key = (normalised(draft.sentence), normalised(identity))
                ident = lasting_id(draft.sentence, identity, ordinals[key])
                ordinals[key] += 1
                found.append(replace(draft, mention_id=ident, document=document.id))
    return found


def _dated_sentences(document: Document, dates: Sequence[Timex]) -> Iterator[_Dated]:
    text = document.text
    sentences = split(text, document.matter)
    starts = [sentence.start for sentence in sentences]
    for number, group in groupby(dates, key=lambda timex: bisect_right(starts, timex.start) - 1):
        sentence = sentences[number]
        nearest = reversed(sentences[max(0, number - _LOOK_BACK) : number])
        before = tuple(text[s.start : s.end][-_LONGEST:] for s in nearest)
        for start, end, held in _windows(text, sentence, tuple(group)):
            cited = [mark for mark in document.marks if start <= mark.start <= end]
            marks = [(mark.start - start, mark.end - start) for mark in cited if mark.end <= end]
            yield _Dated(
                start=start,
                text=_blanked(text[start:end], marks),
                shown=_shown(text[start:end], marks),
                before=before,
                citations=JOIN.join(dict.fromkeys(document.footnotes.get(m.label, m.label) for m in cited)),
                dates=held,
            )


def _windows(
    text: str, sentence: Sentence, dates: tuple[Timex, ...]
) -> Iterator[tuple[int, int, tuple[Timex, ...]]]:
    """The sentence, or, where it runs on without end, windows on it, each with the dates that lie in it."""
    if sentence.end - sentence.start <= _LONGEST:
        yield sentence.start, sentence.end, dates
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
        yield low, high, held
        position, dates = held[-1].end, dates[len(held) :]


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


def _drafts(item: _Dated, doc: Doc, timex: Timex, words: Gazetteer) -> Iterator[Mention]:
    """The mention of one date and, where it counts from an event, the mention of that event."""
    date = clause.span_at(doc, timex.start - item.start, timex.end - item.start)
    weigh = act_weight(words)
    source = timex.counted_from
    aside = clause.span_at(doc, source.start - item.start, source.end - item.start) if source else doc[0:0]
    silent = _date_tokens(item, doc)
    yield _draft(
        item, doc, timex, timex.value, clause.of_date(date, weigh), silent | {t.i for t in aside}, words
    )
    if source is not None and timex.value is not None and aside[0].pos_ != "PRON":
        draft = _draft(item, doc, timex, source.value, clause.of_words(aside), silent, words)
        note = f"derived from “{timex.text} {aside.text}” ({timex.value})"
        named = title.cut_words(aside) or draft.title  # the words that name the event are its title
        yield replace(draft, rule=COUNTED_FROM, anchor=timex.value.edtf, note=note, title=named)


def _draft(
    item: _Dated,
    doc: Doc,
    timex: Timex,
    value: DateValue | None,
    event: Event,
    silent: set[int],
    words: Gazetteer,
) -> Mention:
    first, last = (value.earliest, value.latest or value.earliest) if value else (None, None)
    days = (first.iso(), last.iso()) if first and last else ("", "")
    here, near = words.actors(item.text, *days), [words.actors(sentence, *days) for sentence in item.before]
    concerns = select.relation(here, [hit for hits in near for hit in hits], select.refers_back(doc))
    told = describe(doc, event, silent, here, near, words)
    reason = select.reason_to_hide(doc, concerns, value is not None, bool(told.acts))
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


def _date_tokens(item: _Dated, doc: Doc) -> set[int]:
    spans = (clause.span_at(doc, t.start - item.start, t.end - item.start) for t in item.dates)
    return {token.i for span in spans for token in span}
