"""The playlist of a lesson: what each slide says, in pieces that can be hidden. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

import pandas as pd

from timeline.app.address import View
from timeline.app.marks import Mark, marks
from timeline.app.present.masks import Piece, pieces
from timeline.app.present.order import rounds, told_apart
from timeline.app.spans import bounded
from timeline.app.window import SPANS, day_of
from timeline.app.words import date_words
from timeline.table import Timeline, select
from timeline.topic import Topic

Pieces = tuple[Piece, ...]
_LONGEST = 700  # characters of a sentence; how many of them fit, the browser finds out


@dataclass(frozen=True, slots=True)
class Slide:
    """One event. ``at`` is the day where it stands on the line (ISO), '' when its year is lost; of what lasts, the
    first, and ``until`` the last."""

    event_id: str
    when: str
    title: Pieces
    told: Pieces
    category: str
    mark: Mark | None
    place: str
    source: str
    at: str
    until: str


@dataclass(frozen=True, slots=True)
class Playlist:
    """The slides in order of date, and the rounds of "which came first?" as places in ``slides``."""

    heading: str
    slides: list[Slide]
    rounds: list[list[int]]


def playlist(view: View, timeline: Timeline, topic: Topic, heading: str) -> Playlist:
    """The events picked in ``view``, or else its selection."""
    events = played(view, timeline)
    slides = list(_slides(events, timeline, topic))
    dated = told_apart(list(zip(events["earliest"], events["latest"], strict=True)))
    mixed = rounds([slides[number].event_id for number in dated])
    return Playlist(heading, slides, [[dated[place] for place in each] for each in mixed])


def played(view: View, timeline: Timeline) -> pd.DataFrame:
    """The rows of ``timeline.events`` that ``view`` shows in a lesson, in order of date."""
    if view.picks:
        return timeline.events[timeline.events["event_id"].isin(view.picks)]
    return select(timeline, view.selection)


def _slides(events: pd.DataFrame, timeline: Timeline, topic: Topic) -> Iterator[Slide]:
    names = {category.key: category.name for category in topic.categories}
    aliases = {place.name: place.aliases for place in topic.places}
    looks = marks(topic)
    told = timeline.mentions[timeline.mentions["event_id"].isin(events["event_id"])]
    written = told.groupby("event_id")["date_text"].agg(tuple).to_dict()
    cited = dict(zip(told["mention_id"], told["citations"], strict=True))
    titles = dict(zip(timeline.documents["document"], timeline.documents["title"], strict=True))
    for event in events.to_dict("records"):
        ident, place = str(event["event_id"]), str(event["place"])
        sentence = shorten(event["sentence"], _LONGEST, placeholder=" …")
        source = cited.get(ident) or titles.get(event["document"]) or event["document"] or event["note"]
        names_of_place = (place, *aliases.get(place, ()))
        at, until = _stands(event["edtf"], event["earliest"], event["latest"], event["precision"] in SPANS)
        yield Slide(
            event_id=ident,
            when=date_words(event["edtf"])[0],
            title=pieces(" ".join(event["title"].split()), (), names_of_place),
            told=pieces(sentence, written.get(ident, ()), names_of_place),
            category=names.get(event["category"], event["category"]),
            mark=looks.get(event["category"]),
            place=place,
            source=" ".join(source.split()),
            at=at,
            until=until,
        )


def _stands(edtf: str, earliest: str, latest: str, lasts: bool) -> tuple[str, str]:
    """First and last day of what ``lasts``; of anything else the day in the middle of what is known, and ''."""
    if one_end := bounded(edtf):
        earliest, latest, lasts = one_end.first, one_end.last, False
    first, last = day_of(earliest), day_of(latest)
    if first is None or last is None:
        return "", ""
    return (first.isoformat(), last.isoformat()) if lasts else ((first + (last - first) / 2).isoformat(), "")


def as_data(made: Playlist) -> dict[str, Any]:
    """The playlist as ``assets/present/present.js`` reads it, plain lists and texts."""
    return {
        "heading": made.heading,
        "rounds": made.rounds,
        "slides": [
            {
                "id": slide.event_id,
                "when": slide.when,
                "title": [list(piece) for piece in slide.title],
                "told": [list(piece) for piece in slide.told],
                "category": slide.category,
                "path": slide.mark.path if slide.mark else "",
                "size": slide.mark.size if slide.mark else 0,
                "colour": slide.mark.colour if slide.mark else "",
                "place": slide.place,
                "source": slide.source,
                "at": slide.at,
                "until": slide.until,
            }
            for slide in made.slides
        ],
    }
