"""The selection as one HTML file for a USB stick: the page without what needs its server, all cards in its list."""

from __future__ import annotations

from collections.abc import Iterator
from copy import copy
from dataclasses import replace
from html import escape
from importlib.resources import files
from typing import Any

from dash import dcc, html

from timeline.app import assets, ids
from timeline.app.address import View
from timeline.app.attributes import attrs
from timeline.app.callbacks import era_note
from timeline.app.card import card
from timeline.app.drawing import Drawing
from timeline.app.figure import Figure
from timeline.app.glyphs import glyph
from timeline.app.heading import heading
from timeline.app.marks import Mark, marks
from timeline.app.markup import to_html
from timeline.app.page import GRAPH, TITLE, page
from timeline.app.present.document import data_block
from timeline.app.present.playlist import playlist
from timeline.app.present.stage import SCRIPTS, STYLE, stage
from timeline.app.window import in_sight, whole
from timeline.app.words import date_words
from timeline.export.html import one_file
from timeline.table import Selection, Timeline, select
from timeline.table.schema import items
from timeline.topic import Topic

_FOOT = 72  # pixels for the years and the legend beneath them


def offline(view: View, timeline: Timeline, topic: Topic) -> bytes:
    """The file: the chart of ``view``'s selection, its list with every card, and its lesson."""
    shown = _part(select(timeline, view.selection), timeline)
    name = heading(replace(view, picks=()), timeline, topic, "")
    lesson = playlist(view, timeline, topic, heading(view, timeline, topic, TITLE))
    body = (
        to_html(_kept(page(shown, topic), list(_entries(shown, topic))))
        + stage(lesson)
        + data_block(
            "offline",
            {
                "figure": _figure(shown, view, topic),
                "eras": _eras(shown, topic),
                "config": GRAPH,
                "heading": name,
            },
        )
    )
    plotly = files("plotly").joinpath("package_data/plotly.min.js").read_text(encoding="utf-8")
    return one_file(
        f"{name}: {TITLE}" if name else TITLE,
        body,
        [*assets.of_the_page(".css"), *map(assets.text, (STYLE, "offline/offline.css"))],
        [*assets.of_the_page(".js"), *map(assets.text, ("offline/offline.js", *SCRIPTS))],
        plotly,
    )


def _part(events: Any, timeline: Timeline) -> Timeline:
    """A timeline of these ``events`` alone."""
    mentions = timeline.mentions[timeline.mentions["event_id"].isin(events["event_id"])]
    return replace(timeline, events=events, mentions=mentions)


def _figure(shown: Timeline, view: View, topic: Topic) -> Figure:
    """The page's figure with Plotly's own legend: an entry for each category, after which its traces are named."""
    made = Drawing(topic)(shown, View(lanes=view.lanes, scale=view.scale), shown.events)
    drawn = {trace["name"] for trace in made["data"] if trace["meta"]["kind"] in ("points", "bars")}
    looks = marks(topic)
    for trace in made["data"]:
        trace["showlegend"] = False
    for category in topic.categories:
        if (name := escape(category.name, quote=False)) in drawn:
            made["data"].append(_legend(name, looks[category.key]))
    layout = made["layout"]
    layout["showlegend"] = True
    layout["legend"] = {"orientation": "h", "traceorder": "normal", "xref": "container", "x": 0.5, "xanchor": "center", "yref": "container",
                        "y": 0, "yanchor": "bottom", "font": {"size": layout["font"]["size"]}}  # fmt: skip
    layout["margin"]["b"] = _FOOT
    return made


def _legend(name: str, look: Mark) -> dict[str, Any]:
    """A trace of nothing: Plotly would show of any other the look of its first event."""
    marker = {"symbol": look.shape.symbol, "size": look.size, "color": look.colour}
    return {"type": "scatter", "mode": "markers", "x": [None], "y": [None], "name": name, "marker": marker,
            "showlegend": True, "meta": {"kind": "legend"}}  # fmt: skip


def _eras(shown: Timeline, topic: Topic) -> dict[str, dict[str, Any]]:
    """Where the chart looks when an era is chosen, and what is then said of it."""
    everything = whole(shown)
    touched = {key for cell in shown.events["era"] for key in items(cell)}
    found = {}
    for era in topic.eras:
        if era.key not in touched:
            continue
        view = View(Selection(eras=(era.key,)))
        sight = in_sight(view, select(shown, view.selection), everything, topic)
        found[era.key] = {
            "range": [sight.first.isoformat(), sight.last.isoformat()],
            "name": era.name,
            "note": era_note(view, topic),
        }
    return found


def _entries(shown: Timeline, topic: Topic) -> Iterator[html.Details]:
    """Every event as a line that opens into its card."""
    order = list(shown.events["event_id"])
    names = {category.key: category.name for category in topic.categories}
    pictures = {key: glyph(mark) for key, mark in marks(topic).items()}
    told = dict(iter(shown.mentions.groupby("event_id")))
    none = shown.mentions.head(0)
    for place, event in enumerate(shown.events.to_dict("records")):
        key, ident = event["category"], event["event_id"]
        # A timeline of its own for each: looking for one event among all takes longer, the more there are.
        alone = replace(shown, events=shown.events.iloc[place : place + 1], mentions=told.get(ident, none))
        inside = card(ident, alone, topic, order)
        for part in inside:
            if isinstance(part, html.H2):
                delattr(part, "id")  # the open card's alone
        yield html.Details(
            [
                html.Summary(
                    [
                        html.Span(date_words(event["edtf"])[0], className="when"),
                        html.Span(event["title"], className="title"),
                        html.Span(
                            [
                                html.Img(src=pictures[key], alt="") if key in pictures else "",
                                names.get(key, key),
                            ],
                            className="kind",
                        ),
                    ]
                ),
                html.Div(inside, className="entry"),
            ],
            **attrs(data_entry=ident, data_eras=" ".join(items(event["era"]))),
        )


def _kept(part: Any, entries: list[html.Details]) -> Any:
    """The page's own components without those that only its server can answer; the chart is an empty place, the list
    has its ``entries``."""
    if isinstance(part, list | tuple):
        return [kept for one in part if (kept := _kept(one, entries)) is not None]
    if isinstance(part, dcc.Graph):
        return html.Div(html.Div(className="js-plotly-plot"), id=ids.CHART)
    if isinstance(part, dcc.Location | dcc.Store | dcc.Input):
        return None
    has = vars(part) if hasattr(part, "__dict__") else {}
    if has.get("id") == "filters" or has.get("data-reveals") == "filters" or has.get("htmlFor") == ids.WORDS:
        return None
    if "data-take" in has or has.get("data-copy") == "link" or has.get("aria-label") == "Lanes":
        return None
    inside = entries if has.get("id") == ids.LIST else has.get("children")
    if inside is None:
        return part
    made = copy(part)
    made.children = inside if inside is entries else _kept(inside, entries)
    return made
