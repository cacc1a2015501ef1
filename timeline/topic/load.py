"""The one loader of the topic's tables (the ``.csv`` files beside this module)."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

OPEN = ".."  # EDTF for an end that has not come
THIRD = "third"  # the side of actors that are of neither of the two
FIRST_DAY, LAST_DAY = "0001-01-01", "9999-12-31"


@dataclass(frozen=True, slots=True)
class Era:
    """A period of the relation; ``start`` and ``end`` are ISO days, the last era ends at ``9999-12-31``. In a
    ``shared`` one, a war of the two, most of what happens concerns both."""

    key: str
    name: str
    short: str
    start: str
    end: str
    shared: bool
    description: str


@dataclass(frozen=True, slots=True)
class Category:
    """A kind of event, one lane of the timeline."""

    key: str
    name: str
    is_default: bool  # of what has no words for an act
    description: str


@dataclass(frozen=True, slots=True)
class Actor:
    """A state, group or person. Its aliases mean it only between ``since`` and ``until`` (ISO days)."""

    name: str
    article: str  # "the", or nothing
    aliases: tuple[str, ...]
    side: str  # afghan, russian or third
    kind: str  # state, group or person
    since: str
    until: str

    @property
    def key(self) -> str:
        return slug(self.name)

    @property
    def in_text(self) -> str:
        """The name as it stands in a sentence: "the Taliban"."""
        return f"{self.article} {self.name}".strip()


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its coordinates in degrees (WGS 84); what happens there concerns its ``side`` ('' for none)."""

    name: str
    aliases: tuple[str, ...]
    side: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of act, known by its words; ``weight`` 1–3 says how much such an act matters. ``once``: it
    hardly happens twice between the same actors; ``begins``: its beginning is told as an event, and sources may
    differ about it; ``between``: it has two parties; ``across``: it goes from one state to another;
    ``says``: it is but the shell of what is said. "to sign" stands for all forms of the verb."""

    key: str
    category: str
    weight: int
    once: bool
    begins: bool
    between: bool
    across: bool
    says: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day known by name. ``is_date``: the name itself is a date; else it only anchors "a day after …". ``is_told``:
    such words tell of it too; it is of the topic."""

    name: str
    phrases: tuple[str, ...]
    edtf: str
    is_date: bool
    is_told: bool


@dataclass(frozen=True)
class Topic:
    """All tables of one topic."""

    eras: tuple[Era, ...]
    categories: tuple[Category, ...]
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    acts: tuple[Act, ...]
    named_days: tuple[NamedDay, ...]
    elsewhere: tuple[str, ...]  # words for countries of neither side, their peoples and capitals

    @property
    def default_category(self) -> str:
        """The key of the category of what has no words for an act."""
        return next(category.key for category in self.categories if category.is_default)

    def eras_touched(self, earliest: str, latest: str) -> list[str]:
        """Keys of every era that the days ``earliest`` … ``latest`` (ISO) touch, in order; of a span that is open
        at one end (''), those of the other.

        >>> load().eras_touched("1979-01-01", "1979-12-31")
        ['cold-war', 'soviet-war']
        """
        if not earliest and not latest:
            return []
        first, last = earliest or latest, latest or earliest
        return [era.key for era in self.eras if era.start <= last and first <= era.end]


def slug(name: str) -> str:
    """A key for addresses: ASCII, lower case, hyphens.

    >>> slug("Soviet–Afghan War")
    'soviet-afghan-war'
    """
    plain = unicodedata.normalize("NFKD", name.replace("–", "-")).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@cache
def load(folder: Path | None = None) -> Topic:
    """Read the topic's tables from ``folder`` (default: the ones shipped with the program)."""
    here = folder or Path(__file__).parent
    return Topic(
        eras=tuple(
            Era(
                r["key"],
                r["name"],
                r["short"],
                r["start"],
                _end(r["end"]),
                bool(r["shared"]),
                r["description"],
            )
            for r in _rows(here / "eras.csv")
        ),
        categories=tuple(
            Category(r["key"], r["name"], bool(r["default"]), r["description"])
            for r in _rows(here / "categories.csv")
        ),
        actors=tuple(
            Actor(
                r["name"],
                r["article"],
                _list(r["aliases"]) or (r["name"],),
                r["side"],
                r["kind"],
                r["since"] or FIRST_DAY,
                r["until"] or LAST_DAY,
            )
            for r in _rows(here / "actors.csv")
        ),
        places=tuple(
            Place(r["name"], (r["name"], *_list(r["aliases"])), r["side"], float(r["lat"]), float(r["lon"]))
            for r in _rows(here / "places.csv")
        ),
        acts=tuple(
            Act(
                r["act"],
                r["category"],
                int(r["weight"]),
                bool(r["once"]),
                bool(r["begins"]),
                bool(r["between"]),
                bool(r["across"]),
                bool(r["says"]),
                _list(r["words"]),
            )
            for r in _rows(here / "acts.csv")
        ),
        named_days=tuple(
            NamedDay(r["name"], _list(r["phrases"]), r["edtf"], r["use"] == "date", r["use"] == "anchor")
            for r in _rows(here / "named_days.csv")
        ),
        elsewhere=tuple(word for r in _rows(here / "elsewhere.csv") for word in _list(r["words"])),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _end(cell: str) -> str:
    return LAST_DAY if cell == OPEN else cell
