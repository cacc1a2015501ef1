"""The card of one event: what is known of it, and every sentence that tells it. Pure."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dash import html

from timeline.app.attributes import attrs
from timeline.app.glyphs import glyph
from timeline.app.hits import marked
from timeline.app.marks import marks
from timeline.app.mention_view import citation, how_read, telling
from timeline.app.spans import apart, bounded
from timeline.app.take_away import pick
from timeline.app.words import date_words
from timeline.table import Timeline
from timeline.table.schema import items
from timeline.topic import Topic

_EXACTNESS = {
    "day": "exact day",
    "month": "month known",
    "season": "season known",
    "quarter": "quarter known",
    "year": "year known",
    "decade": "decade known",
    "century": "century known",
    "range": "time span",
    "before": "only the latest known",
    "since": "only the start known",
}
_MARKED = {"~": "about", "?": "uncertain", "%": "uncertain and about"}


def card(event_id: str, timeline: Timeline, topic: Topic, order: list[str], searched: str = "") -> list[Any]:
    """What stands on the card of ``event_id``; ``order``: the selection's ids, for previous and next;
    ``searched``: words to mark."""
    event = timeline.events.loc[timeline.events["event_id"] == event_id].iloc[0]
    mentions = timeline.mentions[timeline.mentions["event_id"] == event_id]
    first = mentions["mention_id"] == event_id
    mentions = pd.concat(
        [mentions[first], mentions[~first]]
    )  # the sentence that speaks for the event comes first
    return [
        _top(event_id, order),
        html.P(
            [
                html.Strong(date_words(event["edtf"])[0]),
                html.Span(exactness(event["edtf"], event["precision"])),
            ],
            className="card-date",
        ),
        html.H2(marked(event["title"], searched), id="card-title", tabIndex=-1),
        _kind(event, topic),
        html.P(pick(event_id), className="card-pick"),
        _facts(event, mentions, topic),
        *_told_by(event, mentions, timeline, searched),
        html.Button(
            "Copy citation",
            type="button",
            className="cite",
            **attrs(data_copy="citation", data_text=citation(event, mentions, timeline)),
        ),
    ]


def exactness(edtf: str, precision: str) -> str:
    """The precision in words, with what the qualifier adds.

    >>> exactness("1979-12~", "month"), exactness("../1999", "range")
    ('month known, about', 'only the latest known')
    """
    one_end = bounded(edtf)
    if one_end:
        precision = one_end.open
    qualifier = next((words for sign, words in _MARKED.items() if sign in edtf), "")
    return ", ".join(part for part in (_EXACTNESS.get(precision, precision), qualifier) if part)


def importance_dots(importance: int) -> html.Span:
    """Three dots, as many of them full as the event is important."""
    return html.Span(
        "●" * importance + "○" * (3 - importance),
        role="img",
        title=f"importance {importance} of 3",
        className="dots",
        **attrs(aria_label=f"importance {importance} of 3"),
    )


def _top(event_id: str, order: list[str]) -> html.Div:
    place = order.index(event_id) if event_id in order else -1
    before = order[place - 1] if place > 0 else ""
    after = order[place + 1] if 0 <= place < len(order) - 1 else ""
    where = f"{place + 1} of {len(order)}" if place >= 0 else "not in the selection"
    return html.Div(
        [
            _step("←", "Previous event", before),
            _step("→", "Next event", after),
            html.Span(where, className="card-place"),
            html.Button("Copy link", type="button", **attrs(data_copy="link")),
            html.Button(
                "✕",
                type="button",
                title="Close (Esc)",
                className="close",
                **attrs(data_event="", aria_label="Close the card"),
            ),
        ],
        className="card-top",
    )


def _step(sign: str, label: str, event_id: str) -> html.Button:
    return html.Button(
        sign,
        type="button",
        title=label,
        disabled=not event_id,
        **attrs(data_event=event_id, aria_label=label),
    )


def _kind(event: Any, topic: Topic) -> html.P:
    names = {category.key: category.name for category in topic.categories}
    looks = marks(topic)
    picture = [html.Img(src=glyph(looks[event["category"]]), alt="")] if event["category"] in looks else []
    name = names.get(event["category"], event["category"])
    return html.P([*picture, name, " ", importance_dots(int(event["importance"]))], className="card-kind")


def _facts(event: Any, mentions: pd.DataFrame, topic: Topic) -> html.Dl:
    eras = {era.key: era.name for era in topic.eras}
    told = mentions["document"].nunique()
    sources = f"{told} document{'s' if told != 1 else ''}" + _agreement(event, mentions) if told else ""
    written = list(dict.fromkeys(" ".join(words.split()) for words in mentions["date_text"] if words.strip()))
    facts = [
        ("As written", ", ".join(f"“{words}”" for words in written)),
        ("Actors", ", ".join(items(event["actors"]))),
        ("Place", event["place"]),
        ("Era", ", ".join(eras.get(key, key) for key in items(event["era"]))),
        ("Sources", sources),
        ("Sources differ", _different(mentions)),
        ("Note", event["note"] if told else ""),
        ("To check", event["review"]),
    ]
    return html.Dl([part for name, value in facts if value for part in (html.Dt(name), html.Dd(value))])


def _agreement(event: Any, mentions: pd.DataFrame) -> str:
    """What the tellings' dates have to do with one another, when they differ without contradicting."""
    if len(mentions) < 2 or _different(mentions):
        return ""
    same = (mentions["edtf"] == event["edtf"]).all()
    return ", all give this date" if same else ", some less exact about the date"


def _different(mentions: pd.DataFrame) -> str:
    """The dates that the tellings give, when two of them have no day in common."""
    given = dict.fromkeys(edtf for edtf in mentions["edtf"] if edtf)
    return " or ".join(date_words(edtf)[0] for edtf in given) if apart(given) else ""


def _told_by(event: Any, mentions: pd.DataFrame, timeline: Timeline, searched: str) -> list[Any]:
    """Every sentence that tells the event; of one that an editor added, what they say of it."""
    if mentions.empty:
        note = event["note"] or "No source is given."
        inside = [html.H3("Added by hand"), html.P(note, className="by-hand")]
        return [html.Section(inside, className="mentions")]
    rows = mentions.to_dict("records")
    told = (telling(mention, event["edtf"], timeline, searched=searched) for mention in rows)
    return [html.Section([html.H3("Told by"), *told], className="mentions"), how_read(rows)]
