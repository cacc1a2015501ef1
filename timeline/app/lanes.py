"""The lanes: which rows of the chart there are, and which of them an event stands in. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape

import pandas as pd

from timeline.app.marks import Mark, marks
from timeline.table.schema import items
from timeline.topic import Topic

MOST = 9  # lanes; of more, the most frequent and "Others"
OTHERS = "Others"


@dataclass(frozen=True, slots=True)
class Lane:
    """``mark`` is the one that all events of the lane have, or None when they may have any."""

    key: str
    name: str
    mark: Mark | None = None

    @property
    def safe_name(self) -> str:
        """The name as Plotly's small HTML."""
        return escape(self.name, quote=False)


@dataclass(frozen=True, slots=True)
class Lanes(Sequence[Lane]):
    """The lanes by one column of the events. An event stands in the first lane that one of its values names."""

    column: str
    lanes: tuple[Lane, ...]

    def __getitem__(self, index):  # type: ignore[no-untyped-def]  # as a tuple does
        return self.lanes[index]

    def __len__(self) -> int:
        return len(self.lanes)

    def places(self, events: pd.DataFrame) -> Iterator[int]:
        """The number of each event's lane; -1 for none."""
        number = {lane.key: at for at, lane in enumerate(self.lanes)}
        rest = number.get("", -1)
        known: dict[str, int] = {}
        for cell in events[self.column].tolist():
            if cell not in known:
                values = items(cell) if self.column == "actors" else [cell]
                known[cell] = next((number[value] for value in values if value in number), rest)
            yield known[cell]


def lanes(
    events: pd.DataFrame, topic: Topic, by: str = "category", titles: Mapping[str, str] | None = None
) -> Lanes:
    """The lanes of ``events``: the categories that occur, or the actors or documents named most often.

    ``titles``: document → the name it is shown by.
    """
    if by == "actor":
        acting = Counter(name for cell in events["actors"] for name in items(cell))
        return _frequent(events, "actors", sorted(acting, key=lambda name: (-acting[name], name)), {})
    if by == "document":
        telling = Counter(filter(None, events["document"]))
        often = sorted(telling, key=lambda name: (-telling[name], name))
        return _frequent(events, "document", often, titles or {}, in_order=True)
    found, looks = set(events["category"]), marks(topic)
    own = (one for one in topic.categories if one.key in found)
    return Lanes("category", tuple(Lane(one.key, one.name, looks[one.key]) for one in own))


def _frequent(
    events: pd.DataFrame, column: str, often: list[str], names: Mapping[str, str], *, in_order: bool = False
) -> Lanes:
    kept = often if len(often) <= MOST else often[: MOST - 1]
    kept = sorted(kept) if in_order else kept
    own = [Lane(key, names.get(key) or key) for key in kept]
    made = Lanes(column, tuple(own))
    return made if -1 not in made.places(events) else Lanes(column, (*own, Lane("", OTHERS)))
