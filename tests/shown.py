"""What tests see of the page's parts: the figure's traces, the words and components of Dash, a lesson."""

from __future__ import annotations

from typing import Any

from tests.made_up import six
from timeline.app.address import read
from timeline.app.figure import draw
from timeline.app.heading import heading
from timeline.app.lanes import lanes
from timeline.app.present.playlist import Playlist, playlist
from timeline.app.window import in_sight, whole
from timeline.table import Timeline, select
from timeline.topic import load

TOPIC = load()
HOSTILE = '<img src=x onerror="alert(1)"><span style="background:url(https://e.org/)">x</span> & more'


def figure(timeline: Timeline, query: str = "") -> dict[str, Any]:
    """The figure that the page draws for this query."""
    view = read(query, timeline, TOPIC)
    everything = whole(timeline)
    events = select(timeline, view.selection)
    return draw(
        events,
        TOPIC,
        lanes(timeline.events, TOPIC),
        everything,
        in_sight(view, events, everything, TOPIC),
    )


def traces(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The figure's traces of this kind."""
    return [trace for trace in made["data"] if trace["meta"]["kind"] == kind]


def text_of(component: Any) -> str:
    """The words of a Dash component and of everything in it."""
    if isinstance(component, list | tuple):
        return " ".join(map(text_of, component))
    if isinstance(component, str | int | float):
        return str(component)
    return text_of(component.children) if getattr(component, "children", None) is not None else ""


def parts(component: Any, kind: str) -> list[Any]:
    """Every component of this kind, at any depth."""
    if isinstance(component, list | tuple):
        return [found for one in component for found in parts(one, kind)]
    here = [component] if type(component).__name__ == kind else []
    return here + (
        parts(component.children, kind) if getattr(component, "children", None) is not None else []
    )


def lesson(query: str = "", timeline: Timeline | None = None) -> Playlist:
    """The playlist of the events that ``query`` asks for."""
    shown = timeline or six()
    view = read(query, shown, TOPIC)
    return playlist(view, shown, TOPIC, heading(view, shown, TOPIC, "Everything"))
