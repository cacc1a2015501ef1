"""The filter buttons: eras in a row of their own, the rest in a panel. What they do is in the address."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from dash import dcc, html

from timeline.app import ids
from timeline.app.address import IMPORTANCE
from timeline.app.attributes import attrs
from timeline.app.glyphs import glyph
from timeline.app.marks import marks
from timeline.app.words import years
from timeline.table import Timeline
from timeline.table.schema import items
from timeline.topic import Topic, slug


def eras(timeline: Timeline, topic: Topic) -> html.Div:
    """One button for each era that has an event."""
    count = Counter(key for cell in timeline.events["era"] for key in items(cell))
    return html.Div(
        [
            _toggle("era", era.key, era.short, title=f"{era.name}, {years(era)}")
            for era in topic.eras
            if count[era.key]
        ],
        className="choices",
        role="group",
        **attrs(aria_label="Eras"),
    )


def choices(timeline: Timeline, topic: Topic) -> list[html.Div]:
    """Buttons for categories, actors and places (most frequent first), documents, importance and review."""
    looks = marks(topic)
    in_category = Counter(timeline.events["category"])
    acting = Counter(name for cell in timeline.events["actors"] for name in items(cell))
    telling = Counter(timeline.mentions.drop_duplicates(["event_id", "document"])["document"])
    titles = dict(zip(timeline.documents["document"], timeline.documents["title"], strict=True))
    categories = [
        _toggle(
            "cat",
            one.key,
            one.name,
            in_category[one.key],
            picture=glyph(looks[one.key]),
            title=one.description,
        )
        for one in topic.categories
        if in_category[one.key]
    ]
    actors = [
        _toggle("actor", slug(name), name, count)
        for name, count in sorted(acting.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    documents = [
        _toggle("doc", name, titles.get(name) or name, count, title=name)
        for name, count in sorted(telling.items(), key=lambda pair: titles.get(pair[0]) or pair[0])
    ]
    there = Counter(filter(None, timeline.events["place"]))
    places = [
        _toggle("place", slug(name), name, count)
        for name, count in sorted(there.items(), key=lambda pair: (-pair[1], pair[0]))
    ]
    return [
        _group("Categories", categories),
        _group("Actors", actors),
        _group("Places", places),
        _group("Documents", documents),
        html.Div(
            [_group("Importance", _importance(timeline)), _group("Review", _review(timeline))],
            className="stack",
        ),
    ]


def _importance(timeline: Timeline) -> list[html.Button]:
    count = Counter(map(str, timeline.events["importance"]))
    names = {"3": "High", "2": "Middle", "1": "Low"}
    return [_toggle("imp", key, names[key], count[key]) for key in IMPORTANCE if count[key]]


def _review(timeline: Timeline) -> list[html.Button]:
    doubtful = int((timeline.events["review"] != "").sum())
    sound = len(timeline.events) - doubtful
    return [
        _toggle("review", key, name, count, title=title)
        for key, name, count, title in (
            ("yes", "Needs review", doubtful, "The program was unsure: a person should look at these"),
            ("no", "Nothing to review", sound, ""),
        )
        if count
    ]


def panel(first: int, last: int) -> html.Section:
    """Where the choices come, and the years from ``first`` to ``last`` as two boxes and a slider."""
    boxes = [*_year_box(ids.FIRST_YEAR, "from"), *_year_box(ids.LAST_YEAR, "to")]
    slider = track(ids.YEARS, first, last, ("First year", "Last year"))
    return html.Section(
        [
            html.Div(id=ids.FILTERS),
            html.Div([html.H2("Years"), *boxes, slider], className="filter-group years"),
        ],
        id="filters",
        hidden=True,
        **attrs(aria_label="Filters"),
    )


def track(name: str, first: int, last: int, labels: tuple[str, str]) -> html.Div:
    """A track with two handles, moved by pointer and keys (``assets/track.js``); what they set, its owner says."""
    handles = [
        html.Div(
            role="slider",
            tabIndex=0,
            className="handle",
            **attrs(
                aria_label=label, aria_valuemin=str(first), aria_valuemax=str(last), aria_valuenow=str(at)
            ),
        )
        for label, at in zip(labels, (first, last), strict=True)
    ]
    return html.Div([html.Div(className="between"), *handles], id=name, className="track")


def _group(name: str, buttons: list[html.Button]) -> html.Div:
    return html.Div(
        [html.H2(name), html.Div(buttons, className="choices", role="group", **attrs(aria_label=name))],
        className="filter-group",
    )


def _toggle(
    key: str, value: str, label: str, count: int | None = None, *, picture: str = "", title: str = ""
) -> html.Button:
    inside: list[Any] = [html.Img(src=picture, alt="")] if picture else []
    inside.append(html.Span(label))
    if count is not None:
        inside.append(html.Small(str(count)))
    more: dict[str, Any] = {"title": title} if title else {}
    return html.Button(
        inside, type="button", **more, **attrs(aria_pressed="false", data_toggle=urlencode({key: value}))
    )


def _year_box(box: str, label: str) -> tuple[html.Label, dcc.Input]:
    return html.Label(label, htmlFor=box), dcc.Input(
        id=box,
        type="text",
        inputMode="numeric",
        maxLength=4,
        pattern="[0-9]{1,4}",
        autoComplete="off",
    )
