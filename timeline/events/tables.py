"""Documents, mentions and events → the frames of a :class:`~timeline.table.schema.Timeline`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from itertools import combinations

from timeline.dates.timex import calendar_of
from timeline.documents import Document
from timeline.events.disagree import SOURCES_DIFFER, differing
from timeline.events.fitting import both_right
from timeline.events.mention import Mention
from timeline.events.merge import Happening
from timeline.events.remarks import rivals
from timeline.table import schema
from timeline.table.schema import JOIN, Timeline
from timeline.topic import Topic

DATED_OTHERWISE = "dated otherwise:"  # in the note of an event that another source dates differently
Row = Mapping[str, object]

# The columns that a mention has under the same name.
_SAME = tuple({field.name for field in fields(Mention)} & set(schema.HIDDEN))


def timeline_of(
    documents: Sequence[Row],
    happenings: Sequence[Happening],
    hidden: Iterable[Mention],
    texts: Mapping[str, str],
    topic: Topic,
) -> Timeline:
    """The timeline that these parts make; ``documents`` are rows of :func:`document_row`."""
    cited = {row["document"]: citation(row) for row in documents}
    others = differing(happenings, topic)
    shown = sorted(
        ((m, h.primary.mention_id) for h in happenings for m in h.mentions), key=lambda pair: _place(pair[0])
    )
    return Timeline(
        events=schema.frame(
            (_event(h, others.get(h.primary.mention_id, []), topic) for h in happenings), schema.EVENTS
        ),
        mentions=schema.frame((_mention(m, event, cited[m.document]) for m, event in shown), schema.MENTIONS),
        documents=schema.frame(documents, schema.DOCUMENTS),
        hidden=schema.frame(
            (_mention(m, "", cited[m.document]) for m in sorted(hidden, key=_place)), schema.HIDDEN
        ),
        texts=texts,
    )


def _place(mention: Mention) -> tuple[str, int, int, str]:
    return mention.document, mention.start, mention.end, mention.mention_id


def _event(happening: Happening, others: Sequence[Happening], topic: Topic) -> Row:
    primary, told = happening.primary, happening.mentions
    value = happening.value
    earliest = value.earliest.iso() if value.earliest else ""
    latest = value.latest.iso() if value.latest else ""
    documents = {m.document for m in told}
    named = dict.fromkeys(actor for m in told for actor in m.actors)
    return {
        "event_id": primary.mention_id,
        "edtf": value.edtf,
        "earliest": earliest,
        "latest": latest,
        "precision": str(value.precision),
        "title": happening.title,
        "category": primary.category,
        "era": "" if value.year_is_lost else JOIN.join(topic.eras_touched(earliest, latest)),
        "actors": JOIN.join(named),
        "place": next((m.place for m in told if m.place), ""),
        "importance": min(3, max(m.importance for m in told) + (len(documents) > 1)),
        "confidence": max(m.confidence for m in told),
        "review": JOIN.join(
            filter(
                None,
                (
                    primary.review,
                    _disagreement(happening),
                    SOURCES_DIFFER if others or _is_disputed(happening) else "",
                ),
            )
        ),
        "note": JOIN.join(filter(None, (_also_told(happening), _named(others)))),
        "sentence": primary.sentence,
        "document": primary.document,
        "mentions": len(told),
    }


def _also_told(happening: Happening) -> str:
    """A word on the other dates that the event is told with: those that fit its own, and those that do not."""
    fits: list[str] = []
    differs: list[str] = []
    for mention in sorted(happening.mentions, key=lambda m: (m.value.sort_key, m.edtf)):
        if mention.edtf != happening.primary.edtf:
            (differs if _is_redated(mention, happening) else fits).append(mention.value.words)
    told = (
        f"{words} {', '.join(dict.fromkeys(others))}"
        for words, others in (("also told as", fits), (DATED_OTHERWISE, differs)) if others
    )  # fmt: skip
    return JOIN.join(told)


def _is_redated(mention: Mention, happening: Happening) -> bool:
    """Whether a source gives the event a date that cannot be right if its own is."""
    return mention.dates_again and not both_right(mention.value, happening.value)


def _is_disputed(happening: Happening) -> bool:
    remarks = [m for m in happening.mentions if m.dates_again]
    return any(_is_redated(m, happening) for m in remarks) or any(
        rivals(*m) for m in combinations(remarks, 2)
    )


def _named(others: Sequence[Happening]) -> str:
    """The events that sources tell on another date, with their ids."""
    told = (f"“{h.title}”, {h.value.words} ({h.primary.mention_id})" for h in others)
    listed = " and ".join(told)
    return f"sources differ: see {listed}" if listed else ""


def _disagreement(happening: Happening) -> str:
    """Copies of one sentence that were read as different dates: a person should say which is right."""
    values = {m.edtf: m.value for m in happening.mentions if not m.dates_again}.values()
    fits = all(one.covers(other) or other.covers(one) for one in values for other in values)
    return "" if fits else "the same words are dated differently in other documents"


def _mention(mention: Mention, event_id: str, document_cited: str) -> Row:
    return {
        **{name: getattr(mention, name) for name in _SAME},
        "event_id": event_id,
        "start_char": mention.start,
        "end_char": mention.end,
        "calendar": calendar_of(mention.rule) if mention.edtf else "",
        "citations": mention.citations or document_cited,
    }


def citation(document: Row) -> str:
    """A document as a source: author or publisher, title, date."""
    return ", ".join(str(document[name]) for name in ("publisher", "title", "created") if document[name])


def document_row(document: Document) -> Row:
    """What the table of documents says of ``document``: all that is kept of it beside its text."""
    return {
        "document": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "created": document.created,
        "source": document.source,
        "language": document.language,
        "characters": len(document.text),
        "skipped": document.skipped,
    }
