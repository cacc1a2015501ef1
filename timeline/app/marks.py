"""The marks: which shape and colour a category has, and how a mark shows the precision of its date.

The chart (Plotly symbols) and the key (SVG) draw from the same table. A colour may serve two categories, a
shape may not. Every colour keeps a contrast of at least 3:1 on every band, in the light and in the dark.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi, sin, sqrt

from timeline.topic import Topic

SIZE = 12  # of a mark with a label, in px; Plotly's "size", twice the radius
SMALL = 7  # of a mark without
BAR = 7  # thickness of a span's bar in px
TAIL = 4  # thickness of what fades from a mark whose date is open on one side
FADES = (0.75, 0.5, 0.28)  # how a bar or a tail fades, from what is sure outwards

Points = tuple[tuple[float, float], ...]

# Paper and ink of the page; assets/page.css has the same (a test compares them).
PAPERS = {"light": "#fbfaf7", "dark": "#17181b"}
BAND = (128, 112, 72)  # every other era is tinted with this colour …
BAND_ALPHA = 0.09  # … at this strength


@dataclass(frozen=True, slots=True)
class Shape:
    """A Plotly symbol and its outline in units of the radius (y downwards); ``scale`` evens out the areas."""

    symbol: str
    outline: Points
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """How one category is drawn."""

    shape: Shape
    colour: str

    @property
    def size(self) -> float:
        return round(SIZE * self.shape.scale, 1)

    @property
    def path(self) -> str:
        """The outline as an SVG path in units of the radius."""
        return path(self.shape.outline)


def _ring(corners: int, radius: float = 1.0, turn: float = 0.0) -> Points:
    return tuple(
        (
            round(radius * sin(turn + 2 * pi * i / corners), 3),
            round(-radius * cos(turn + 2 * pi * i / corners), 3),
        )
        for i in range(corners)
    )


def _star(radius: float = 1.4, inner: float = 0.382) -> Points:
    outer, inside = _ring(5, radius), _ring(5, radius * inner, pi / 5)
    return tuple(point for pair in zip(outer, inside, strict=True) for point in pair)


_T = 2 / sqrt(3)
_SHAPES = (
    Shape("diamond", ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)), 0.88),
    Shape("square", ((-1, -1), (1, -1), (1, 1), (-1, 1)), 0.88),
    Shape("circle", _ring(32)),
    Shape("hexagon", _ring(6), 1.08),
    Shape("triangle-up", ((-_T, 0.5), (_T, 0.5), (0, -1)), 1.12),
    Shape("pentagon", _ring(5), 1.06),
    Shape("star", _star(), 0.98),
    Shape("cross", tuple((x * 1.2, y * 1.2) for x, y in (
        (1, 1 / 3), (1 / 3, 1 / 3), (1 / 3, 1), (-1 / 3, 1), (-1 / 3, 1 / 3), (-1, 1 / 3),
        (-1, -1 / 3), (-1 / 3, -1 / 3), (-1 / 3, -1), (1 / 3, -1), (1 / 3, -1 / 3), (1, -1 / 3))), 0.95),
    Shape("triangle-down", ((-_T, -0.5), (_T, -0.5), (0, 1)), 1.12),
    Shape("triangle-left", ((0.5, -_T), (0.5, _T), (-1, 0)), 1.12),
    Shape("triangle-right", ((-0.5, -_T), (-0.5, _T), (1, 0)), 1.12),
    Shape("hourglass", ((1, 1), (-1, 1), (1, -1), (-1, -1))),
)  # fmt: skip
_COLOURS = (
    "#d4530b", "#73706a", "#1f78c1", "#128a5d", "#b8519b", "#92720e", "#8a5fd0", "#c4506a", "#2a8797",
    "#5f7d2c", "#a9642d", "#6674b8",
)  # fmt: skip
EXAMPLE = Mark(_SHAPES[2], "#757575")  # of the key


def marks(topic: Topic) -> dict[str, Mark]:
    """The mark of each category of ``topic``, by key. Raises ValueError when shapes run out."""
    if len(topic.categories) > len(_SHAPES):
        raise ValueError(f"{len(topic.categories)} categories, but only {len(_SHAPES)} shapes to draw them")
    return {
        category.key: Mark(shape, colour)
        for category, shape, colour in zip(topic.categories, _SHAPES, _COLOURS, strict=False)
    }


def variant(precision: str) -> str:
    """What is added to a Plotly symbol for a date of this precision: solid, outlined with a dot, hollow.

    >>> [variant(p) for p in ("day", "month", "year", "quarter")]
    ['', '-open-dot', '-open', '-open']
    """
    return {"day": "", "month": "-open-dot"}.get(precision, "-open")


def path(outline: Points) -> str:
    """An outline as an SVG path."""
    return "M" + "L".join(f"{x:.3g},{y:.3g}" for x, y in outline) + "Z"
