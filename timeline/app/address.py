"""The address is the state of the page: query text ↔ ``View``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

from timeline.table import Selection, Timeline
from timeline.table.filters import ADDRESS, pairs
from timeline.table.schema import items
from timeline.topic import Topic, slug

VIEWS = ("timeline", "list", "present")
HIDING = ("dates", "titles", "places", "order")  # what a lesson keeps back until the next key
LANES = ("actor", "document")
SCALES = ("even",)
IMPORTANCE, REVIEW = ("3", "2", "1"), ("yes", "no")
SORTS = ("date", "event", "category", "actors", "documents")
FILTER_KEYS = tuple(ADDRESS.values())
_TYPED = ("from", "to", "q")  # filters whose value is no key of the timeline; the last one counts
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows: the selection, and how it is looked at.

    ``view`` is ``timeline``, ``list``, ``present`` (a lesson) or '' (the browser chooses by its width); ``event`` an
    event id or ''; ``zoom`` the first and last day (ISO) in sight, or None for the selection's own. A lesson stands at
    ``step`` (from 1; 0 for the first), keeps back what ``hide`` names, and shows the events in ``picks`` if there are
    any. ``lanes`` is what a lane stands for ('' for a category); ``scale`` ``even`` or '' for one that is true to time;
    ``sort`` a column of the list, with a hyphen before it for descending order, or '' for the order of date.
    """

    selection: Selection = field(default_factory=Selection)
    view: str = ""
    event: str = ""
    zoom: tuple[str, str] | None = None
    step: int = 0
    hide: tuple[str, ...] = ()
    picks: tuple[str, ...] = ()
    lanes: str = ""
    scale: str = ""
    sort: str = ""

    def to_query(self) -> str:
        """The query that :func:`read` reads back to an equal view."""
        said = [
            ("lanes", self.lanes), ("scale", self.scale), ("sort", self.sort), ("view", self.view),
            ("zoom", "..".join(self.zoom or ())), ("event", self.event), ("step", str(self.step or "")),
        ]  # fmt: skip
        said += [("hide", kind) for kind in self.hide] + [("pick", event) for event in self.picks]
        rest = urlencode([(key, value) for key, value in said if value])
        query = self.selection.to_query()
        return f"{query}{'&' if query else '?'}{rest}" if rest else query


def read(query: str, timeline: Timeline, topic: Topic) -> View:
    """What ``query`` asks for; whatever the timeline does not know in it is ignored, never an error."""
    every: dict[str, list[str]] = {}
    for key, value in pairs(query):
        every.setdefault(key, []).append(value)
    given = {key: values[-1].strip() for key, values in every.items()}

    def one_of(key: str, known: Iterable[str]) -> str:
        return next(iter(_among([given.get(key, "")], known)), "")

    return View(
        selection=_known(Selection.from_query(query), timeline, topic),
        view=one_of("view", VIEWS),
        event=resolve(given.get("event", ""), timeline),
        zoom=_zoom(given.get("zoom", "")),
        step=_step(given.get("step", "")),
        hide=tuple(kind for kind in HIDING if kind in every.get("hide", ())),
        picks=_picked(every.get("pick", ()), timeline),
        lanes=one_of("lanes", LANES),
        scale=one_of("scale", SCALES),
        sort=one_of("sort", [f"{sign}{column}" for column in SORTS for sign in ("", "-")]),
    )


_PLAIN = (("lanes", "category"), ("scale", "time"))  # what is so anyway
_ONE = ("lanes", "scale", "sort", "view", "zoom", "event")  # keys of one value, the last


def ignored(query: str, view: View, timeline: Timeline) -> list[tuple[str, str]]:
    """Keys and values of ``query``, which was read as ``view``, that mean nothing in this timeline, each once."""
    kept = set(pairs(view.to_query()))
    keys = {key for key, _ in kept}

    def means_something(key: str, value: str) -> bool:
        if key in FILTER_KEYS:
            alone = pairs(Selection.from_query(urlencode({key: value})).to_query())
            return bool(alone) and (key in _TYPED or alone[0] in kept)
        if key == "pick":
            return bool(resolve(value.strip(), timeline))
        return key not in _ONE or key in keys or (key, value) in _PLAIN

    given = dict.fromkeys((key, value) for key, value in pairs(query) if value.strip())
    return [pair for pair in given if not means_something(*pair)]


def resolve(any_id: str, timeline: Timeline) -> str:
    """The id of the event that ``any_id``, a mention's or an event's, means today; '' for none."""
    if not any_id:
        return ""
    held = timeline.mentions.loc[timeline.mentions["mention_id"] == any_id, "event_id"]
    if len(held):
        return str(held.iloc[0])
    return any_id if (timeline.events["event_id"] == any_id).any() else ""


def _known(selection: Selection, timeline: Timeline, topic: Topic) -> Selection:
    actors = (
        {slug(name) for cell in timeline.events["actors"] for name in items(cell)} if selection.actors else ()
    )
    return replace(
        selection,
        eras=_among(selection.eras, (era.key for era in topic.eras)),
        categories=_among(selection.categories, (category.key for category in topic.categories)),
        actors=_among(selection.actors, actors),
        places=_among(selection.places, map(slug, timeline.events["place"])) if selection.places else (),
        importance=_among(selection.importance, IMPORTANCE),
        review=_among(selection.review, REVIEW),
        documents=_among(selection.documents, timeline.documents["document"]),
    )


def _among(values: Iterable[str], known: Iterable[str]) -> tuple[str, ...]:
    allowed = set(known)
    return tuple(value for value in values if value in allowed)


def _picked(ids: Iterable[str], timeline: Timeline) -> tuple[str, ...]:
    """The events that ``ids`` mean today, each once, in the order they were picked."""
    return tuple(dict.fromkeys(event for each in ids if (event := resolve(each.strip(), timeline))))


def _step(text: str) -> int:
    """
    >>> _step("7"), _step("-1"), _step("1e9"), _step("99999")
    (7, 0, 0, 0)
    """
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else 0


def _zoom(text: str) -> tuple[str, str] | None:
    """``1979..1989``, or with months or days, as two days.

    >>> _zoom("1979..1989-02"), _zoom("1989..1979"), _zoom("1979-13..1980")
    (('1979-01-01', '1989-02-28'), None, None)
    """
    ends = text.split("..")
    if len(ends) != 2:
        return None
    try:
        first, last = _day(ends[0], first=True), _day(ends[1], first=False)
    except ValueError:
        return None
    return (first, last) if first < last else None


def _day(text: str, *, first: bool) -> str:
    match = _DAY.fullmatch(text)
    if not match:
        raise ValueError(text)
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    month = month or (1 if first else 12)
    if not (1 <= month <= 12 and year >= 1):
        raise ValueError(text)
    return date(year, month, day or (1 if first else monthrange(year, month)[1])).isoformat()
