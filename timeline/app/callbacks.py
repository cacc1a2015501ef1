"""From the address to the screen: the page's callbacks, registered on one app."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pandas as pd
from dash import Dash, Input, Output, html, no_update

from timeline.app import ids
from timeline.app.address import FILTER_KEYS, View, ignored, read
from timeline.app.attributes import attrs
from timeline.app.card import card
from timeline.app.drawing import Drawing
from timeline.app.heading import heading
from timeline.app.list_view import STEP, in_order, listing
from timeline.app.markup import to_html
from timeline.app.wiring import browser, sent
from timeline.app.words import years
from timeline.table import Timeline, select
from timeline.topic import Topic


def register(app: Dash, timelines: Callable[[], Timeline], topic: Topic) -> None:
    """Address → asked (browser) → drawing, list, status (here) → figure with its labels (browser)."""
    drawing = Drawing(topic)

    @app.callback(
        Output(ids.DRAWING, "data"),
        Output(ids.LISTED, "data"),
        Output(ids.STATUS, "children"),
        Output(ids.NOTE, "children"),
        Output(ids.EMPTY, "children"),
        Output(ids.KNOWN, "data"),
        Input(ids.ASKED, "data"),
        prevent_initial_call=True,
    )
    def show(given: object) -> tuple[Any, ...]:
        asked = sent(given)
        timeline = timelines()
        query = str(asked.get("query", ""))
        view = read(query, timeline, topic)
        events = select(timeline, view.selection)
        as_list = asked.get("view") == "list"
        rows = asked.get("rows")
        many = rows if isinstance(rows, int) else STEP
        return (
            no_update if as_list else drawing(timeline, view, events),
            to_html(listing(events, timeline, topic, view, many)) if as_list else no_update,
            status(events, timeline, as_list=as_list),
            era_note(view, topic),
            empty(view) if events.empty else [],
            {
                "query": query,
                "known": view.to_query(),
                "ignored": ignored(query, view, timeline),
                "heading": heading(replace(view, picks=()), timeline, topic, ""),
            },
        )

    @app.callback(Output(ids.CHOSEN, "data"), Input(ids.OPENED, "data"), prevent_initial_call=True)
    def open_card(given: object) -> dict[str, str]:
        opened = sent(given)
        timeline = timelines()
        view = read(str(opened.get("query", "")), timeline, topic)
        if not view.event:
            return {"event": "", "html": ""}
        events = select(timeline, view.selection)
        if opened.get("view") == "list":
            events = in_order(events, timeline, topic, view.sort)
        order = list(events["event_id"])
        return {
            "event": view.event,
            "html": to_html(card(view.event, timeline, topic, order, view.selection.words)),
        }

    wire, later = browser(app, "timeline"), {"prevent_initial_call": True}
    wire("ask", Output(ids.ASKED, "data"), Output(ids.OPENED, "data"), Input(ids.ADDRESS, "search"))
    wire("choices", Input(ids.CHOICES, "data"))
    wire("place", Output(ids.CHART, "figure"), Input(ids.DRAWING, "data"), Input(ids.CHOSEN, "data"), **later)
    wire("know", Input(ids.KNOWN, "data"), **later)
    wire("list", Input(ids.LISTED, "data"), **later)
    wire("card", Input(ids.CHOSEN, "data"), **later)


def status(events: pd.DataFrame, timeline: Timeline, *, as_list: bool) -> str:
    """``37 of 84 events``, and where those are that the axis cannot show."""
    words = f"{len(events):,} of {len(timeline.events):,} events"
    lost = int(((events["earliest"] == "") & (events["latest"] == "")).sum())
    if not lost:
        return words
    if as_list:
        return f"{words} · {lost} without a year at the end"
    return f"{words} · {lost} without a year {'are' if lost > 1 else 'is'} in the list"


def era_note(view: View, topic: Topic) -> str:
    """Years and description of the one era that is chosen."""
    chosen = [era for era in topic.eras if era.key in view.selection.eras]
    return f"{chosen[0].name}, {years(chosen[0])}. {chosen[0].description}" if len(chosen) == 1 else ""


def empty(view: View) -> list[Any]:
    """What stands in place of events when nothing meets the selection of ``view``."""
    first, last = view.selection.first_year, view.selection.last_year
    turned = first is not None and last is not None and first > last
    why = (
        f"The first year, {first}, is after the last, {last}." if turned else "No event meets this selection."
    )
    return [
        html.P(why),
        html.Button("Clear filters", type="button", **attrs(data_drop=" ".join(FILTER_KEYS))),
    ]
