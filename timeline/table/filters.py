"""The selection: the state of the filters as one value, mirrored in the page's address."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, fields
from urllib.parse import parse_qsl, urlencode

import pandas as pd

from timeline.table.schema import Timeline, items
from timeline.topic import LAST_DAY, slug

# field of Selection → key in the address; several values repeat the key
ADDRESS = {
    "eras": "era",
    "categories": "cat",
    "actors": "actor",
    "places": "place",
    "documents": "doc",
    "importance": "imp",
    "review": "review",
    "first_year": "from",
    "last_year": "to",
    "words": "q",
}


@dataclass(frozen=True, slots=True)
class Selection:
    """What the reader asked to see. An empty field filters nothing; fields combine with *and*,
    the values of one field with *or* (words: all of them).

    ``eras`` and ``categories`` hold keys of the topic, ``actors`` and ``places`` slugs of names, ``documents`` ids,
    ``importance`` "1" to "3", ``review`` "yes" for events that a person should look at or "no" for the others;
    ``first_year`` and ``last_year`` are inclusive.
    """

    eras: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    importance: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    first_year: int | None = None
    last_year: int | None = None
    words: str = ""

    @classmethod
    def from_query(cls, query: str) -> Selection:
        """Read an address's query; what it does not understand is ignored, never an error.

        >>> Selection.from_query("?era=soviet-war&era=najibullah&from=1980&to=x&zoom=1")
        Selection(eras=('soviet-war', 'najibullah'), categories=(), actors=(), places=(), documents=(), \
importance=(), review=(), first_year=1980, last_year=None, words='')
        """
        given: dict[str, list[str]] = {}
        for key, value in pairs(query):
            if value.strip():
                given.setdefault(key, []).append(value.strip())
        given["review"] = [_REVIEW.get(value, value) for value in given.get("review", ())]
        many = {name: tuple(dict.fromkeys(given.get(ADDRESS[name], ()))) for name in _LISTS}
        return cls(
            **many,
            first_year=_year(given.get("from")),
            last_year=_year(given.get("to")),
            words=given.get("q", [""])[-1],
        )

    def to_query(self) -> str:
        """The query that :meth:`from_query` reads back to an equal selection; '' for an empty one."""
        said: list[tuple[str, str]] = []
        for name in (f.name for f in fields(self)):
            value = getattr(self, name)
            values: Iterable[object] = value if isinstance(value, tuple) else (value,)
            said += [(ADDRESS[name], str(v)) for v in values if v not in (None, "")]
        return "?" + urlencode(said) if said else ""


_LISTS = ("eras", "categories", "actors", "places", "documents", "importance", "review")

_MOST = 200
_REVIEW = {"1": "yes", "true": "yes", "0": "no", "false": "no"}  # as people write it by hand


def select(timeline: Timeline, selection: Selection) -> pd.DataFrame:
    """The rows of ``timeline.events`` that ``selection`` asks for, in their order."""
    events = timeline.events
    keep = pd.Series(True, index=events.index)
    if selection.eras:
        keep &= events["era"].map(lambda cell: _meets(items(cell), selection.eras))
    if selection.categories:
        keep &= events["category"].isin(selection.categories)
    if selection.actors:
        keep &= events["actors"].map(lambda cell: _meets(map(slug, items(cell)), selection.actors))
    if selection.places:
        keep &= events["place"].map(slug).isin(selection.places)
    if selection.importance:
        keep &= events["importance"].astype(str).isin(selection.importance)
    if selection.review:
        keep &= (events["review"] != "").map({True: "yes", False: "no"}).isin(selection.review)
    if selection.documents:
        told = timeline.mentions["document"].isin(selection.documents)
        keep &= events["event_id"].isin(timeline.mentions.loc[told, "event_id"])
    starts = events["earliest"].where(
        events["earliest"] != "", events["latest"]
    )  # "before 1999" is near 1999
    if selection.first_year is not None:
        ends = events["latest"].where(events["latest"] != "", LAST_DAY)  # an open end has not come
        keep &= (starts != "") & (ends.str[:4] >= f"{selection.first_year:04d}")
    if selection.last_year is not None:
        keep &= (starts != "") & (starts.str[:4] <= f"{selection.last_year:04d}")
    if words := fold(selection.words).split():
        texts = _searchable(timeline)
        keep &= events["event_id"].map(texts).fillna("").map(lambda text: all(w in text for w in words))
    return events[keep]


def fold(text: str) -> str:
    """Text for comparing: case and accents do not count.

    >>> fold("Kābul’s Émigrés")
    "kabul's emigres"
    """
    plain = unicodedata.normalize("NFKD", text.replace("’", "'"))
    return re.sub(r"\s+", " ", "".join(c for c in plain if not unicodedata.combining(c)).casefold())


def _searchable(timeline: Timeline) -> dict[str, str]:
    """Event id → its title and every sentence that tells it, folded."""
    texts = dict(zip(timeline.events["event_id"], timeline.events["title"].map(fold), strict=True))
    for event_id, sentence in zip(timeline.mentions["event_id"], timeline.mentions["sentence"], strict=True):
        texts[event_id] = texts.get(event_id, "") + "\n" + fold(sentence)
    return texts


def _meets(found: Iterable[str], wanted: tuple[str, ...]) -> bool:
    return not set(wanted).isdisjoint(found)


def pairs(query: str) -> list[tuple[str, str]]:
    """Keys and values of an address's query, of a very long one the first 200."""
    return parse_qsl("&".join(query.removeprefix("?").split("&", _MOST)[:_MOST]))


def _year(values: list[str] | None) -> int | None:
    text = values[-1] if values else ""
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else None
