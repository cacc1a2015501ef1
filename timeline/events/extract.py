"""One document → its mentions: find the dates, parse the sentences that carry one, select, describe."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, replace
from functools import lru_cache

from spacy.tokens import Doc, Span

from timeline.dates import DateValue, Timex, find_dates
from timeline.documents import Document
from timeline.events import clause, concern, grammar, headline, model, redating, remarks, select
from timeline.events.dated import Dated, dated_sentences
from timeline.events.describe import act_weight, confidence, describe, own_words, review
from timeline.events.event import Event
from timeline.events.gazetteer import Gazetteer, gazetteer
from timeline.events.mention import Mention, lasting_id, normalised
from timeline.events.told_before import ToldBefore
from timeline.topic import Topic

COUNTED_FROM = "counted-from"  # the rule of a mention that another date was counted from


def mentions_of(document: Document, topic: Topic) -> list[Mention]:
    """Every mention of ``document`` in order; those that are not to be shown carry their ``reason``."""
    dates = find_dates(
        document.text,
        document.created or None,
        named_days=topic.named_days,
        skip=document.no_prose,
        title=document.title,
        reports=document.reports,
    )
    with model.english().memory_zone():  # or every word of every document would be kept
        try:
            return remarks.with_remarks(_identified(document, _read(document, dates, gazetteer(topic))))
        finally:
            _parsed.cache_clear()


def _read(document: Document, dates: Sequence[Timex], words: Gazetteer) -> Iterator[Mention]:
    """The mentions of ``document`` in order, without ids; the model reads those that may concern both sides."""
    dated = list(dated_sentences(document, dates, words))
    may_concern = [_may_concern(item, words) for item in dated]
    to_read = [item.text for item, may in zip(dated, may_concern, strict=True) if may]
    parsed = iter(model.english().pipe(to_read, batch_size=32) if to_read else ())
    for item, may in zip(dated, may_concern, strict=True):
        doc = next(parsed) if may else None
        for timex in item.dates:
            again = timex in item.glosses
            if doc is not None:
                drafts = _drafts(item, doc, timex, document.written_at(timex.start), words)
                yield from (draft for draft in drafts if not again or draft.rule == COUNTED_FROM)
            elif not again:
                yield _unread(item, timex, words)


def _identified(document: Document, drafts: Iterable[Mention]) -> list[Mention]:
    ordinals: Counter[tuple[str, str]] = Counter()
    found: list[Mention] = []
    for draft in drafts:
        identity = f"{draft.date_text} {draft.rule}" if draft.rule == COUNTED_FROM else draft.date_text
        key = (normalised(draft.sentence), normalised(identity))
        ident = lasting_id(draft.sentence, identity, ordinals[key])
        ordinals[key] += 1
        found.append(replace(draft, mention_id=ident, document=document.id))
    return found


def _may_concern(item: Dated, words: Gazetteer) -> bool:
    """Whether a parse could still show an event of both sides: it is dated, and they are named in it, just
    before it or in its passage. Of any other, no pronoun can take up both."""
    if all(timex.value is None for timex in item.dates):
        return False
    if len(item.around) == 2:
        return True
    return len(words.sides(item.shown).union(*(words.sides(sentence) for sentence in item.before))) == 2


def _unread(item: Dated, timex: Timex, words: Gazetteer) -> Mention:
    """The mention of a sentence that is not shown whatever its parse: the model does not read it."""
    return replace(
        _bare(item, timex, timex.value),
        reason=select.OFF_TOPIC if timex.value else select.NO_DATE,
        relation=select.nearness(words.sides(item.shown), frozenset(), item.around, False),
    )


def _bare(item: Dated, timex: Timex, value: DateValue | None) -> Mention:
    """What is known of a mention before its sentence is read."""
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
        title="",
        category="",
        place="",
        citations=item.citations,
    )


@lru_cache(maxsize=64)
def _parsed(sentence: str) -> Doc:
    """A sentence before a dated one; the dates of one sentence, and those of the next, ask for it again."""
    return model.english()(sentence)


def _drafts(item: Dated, doc: Doc, timex: Timex, created: str, words: Gazetteer) -> Iterator[Mention]:
    """The mention of one date and, where it counts from an event, the mention of that event."""
    date = grammar.span_at(doc, timex.start - item.start, timex.end - item.start)
    weigh = act_weight(words)
    source = timex.counted_from
    aside = grammar.span_at(doc, source.start - item.start, source.end - item.start) if source else doc[0:0]
    silent = _date_tokens(item, doc)
    apart = {token.i for span in _counted_from(item, doc) for token in span}
    told = clause.told_by(date, weigh, item.stands_apart(timex), apart, silent)
    yield _draft(item, doc, timex, timex.value, told, silent | apart, created, words)
    if source is not None and timex.value is not None and aside[0].pos_ != "PRON":
        draft = _draft(item, doc, timex, source.value, [clause.of_words(aside)], silent, created, words)
        note = f"derived from “{timex.text} {aside.text}” ({timex.value})"
        named = headline.cut_words(aside) or draft.title  # the words that name the event are its title
        yield replace(draft, rule=COUNTED_FROM, anchor=timex.value.edtf, note=note, title=named)


def _draft(
    item: Dated,
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
    here_sides = words.sides(item.shown, *days)
    nearness = select.nearness(here_sides, near_sides, item.around, select.takes_up(doc))
    heading = words.actors(item.heading, *days)  # it says whom an entry tells of that names nobody
    told, event = describe(
        doc, events, silent, here, near, heading, ToldBefore(lambda: [_parsed(sentence) for sentence in item.before], words),
        days, nearness, item.leads, words,
    )  # fmt: skip
    is_entry = item.stands_apart(timex)
    acts = [words.act_of[key] for key in told.acts]
    is_theme = item.is_theme or nearness >= select.BOTH_NEAR
    about = (
        concern.ABOUT
        if item.is_dense
        else concern.TITLED
        if item.is_titled
        else ""
        if is_theme
        else concern.PASSING
    )
    # What a date was counted from may be wrong, and so does not say who was alive.
    anyone = words.actors(item.text) if timex.anchor else here
    sides = here_sides | words.sides(item.shown) if timex.anchor else here_sides
    found = tuple(concern.evidence(event, told.title, acts, anyone, sides, about, days, silent, words))
    concerns = concern.likelihood(found)
    date = None if is_entry else grammar.span_at(doc, timex.start - item.start, timex.end - item.start)
    reading = select.Reading(
        sentence=item.text,
        event=event,
        words=date,
        value=value,
        created=created,
        nearness=nearness,
        concerns=concerns,
        acts=acts,
        done=words.acts(_predicate(event)),
        is_entry=is_entry,
        is_listed=is_entry and item.is_listed,
        in_entry=item.in_entry,
        is_beside=item.is_beside,
        told=own_words(event, silent),
        doubts=told.doubts,
    )
    again = timex in item.alternatives or (date is not None and redating.dates_again(date, here))
    reason = select.reason_to_hide(reading)
    if item.is_aside or (again and concern.BARE in found):
        reason = reason or select.OFF_TOPIC  # another date of what is not said
    return replace(
        _bare(item, timex, value),
        reason=reason,
        relation=round(concerns, 2),
        evidence=found,
        review=review(value, timex.year_inferred, timex.counted_from is not None, told.doubts)
        if value
        else "",
        confidence=confidence(concerns, value, timex.year_inferred, told.doubts) if value else 0.0,
        dates_again=again,
        **asdict(told),
    )


def _predicate(event: Event) -> str:
    """The verb with what it is done to, without who does it."""
    kept = [
        event.head,
        *(c for c in event.head.children if c.i > event.head.i and c.dep_ in ("prt", "dobj", "prep")),
    ]
    return " ".join(token.text for token in kept)


def _counted_from(item: Dated, doc: Doc) -> Iterator[Span]:
    for source in (timex.counted_from for timex in item.dates):
        if source is not None:
            yield grammar.span_at(doc, source.start - item.start, source.end - item.start)


def _date_tokens(item: Dated, doc: Doc) -> set[int]:
    spans = (grammar.span_at(doc, t.start - item.start, t.end - item.start) for t in item.dates)
    return {token.i for span in spans for token in span}
