"""The filter buttons: eras in a row of their own, the rest in a panel. What they do is in the address."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlencode

from dash import dcc, html

from timeline.app import ids
from timeline.app.attributes import attrs
from timeline.app.marks import glyph, marks
from timeline.table import Timeline
from timeline.table.schema import items
from timeline.topic import LAST_DAY, Era, Topic, slug


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


def years(era: Era) -> str:
    """The era's years: ``1979–1989``, ``since 2021``."""
    return f"since {era.start[:4]}" if era.end == LAST_DAY else f"{era.start[:4]}–{era.end[:4]}"


def choices(timeline: Timeline, topic: Topic) -> list[html.Div]:
    """Buttons for categories, actors (most frequent first) and documents."""
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
    return [_group("Categories", categories), _group("Actors", actors), _group("Documents", documents)]


def panel() -> html.Section:
    """Where the choices come, and two boxes for years."""
    boxes = [html.H2("Years"), *_year_box(ids.FIRST_YEAR, "from"), *_year_box(ids.LAST_YEAR, "to")]
    return html.Section(
        [html.Div(id=ids.FILTERS), html.Div(boxes, className="filter-group years")],
        id="filters",
        hidden=True,
        **attrs(aria_label="Filters"),
    )


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
        debounce=0.4,
    )
