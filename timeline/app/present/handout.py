"""The handout of a lesson: the timeline, a table with lines to write on, and the answers on pages of their own. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from dash import html

from timeline.app.address import HIDING
from timeline.app.attributes import attrs
from timeline.app.markup import to_html
from timeline.app.present.playlist import Pieces, Playlist, Slide
from timeline.app.present.strip import Numbered, strips

_NAMES = {"dates": "Hide dates", "titles": "Hide titles", "places": "Hide places", "order": "Order these"}


def handout(made: Playlist, hide: Sequence[str], pairs: Sequence[tuple[str, str]], root: str) -> str:
    """The body of the page. ``pairs`` of its query besides ``hide`` lead to the same events, below ``root``."""
    rounds = made.rounds if "order" in hide else []
    shown = _rounds(made, rounds) if rounds else _table(made.slides, hide)
    task = "Put each group in order: write the numbers." if rounds else "Fill in the blanks." if hide else ""
    if not made.slides:
        return to_html([_links(hide, pairs, root), html.Main([html.H1(made.heading), html.P("No event meets this selection.")])])  # fmt: skip
    count = "1 event" if len(made.slides) == 1 else f"{len(made.slides)} events"
    top = [html.H1(made.heading), html.P([count, f". {task}" if task else ""], className="task")]
    secret = {"dates", "order"} & set(hide)
    line = strips(_numbered(made.slides), marked=not secret)
    return (
        to_html(_links(hide, pairs, root))
        + f'<main>{to_html(top)}<div class="strips">{line}</div>{to_html(shown)}'
        + (_answers(made, rounds) if hide else "")
        + "</main>"
    )


def _answers(made: Playlist, rounds: list[list[int]]) -> str:
    shown = _rounds(made, rounds, answered=True) if rounds else _table(made.slides, ())
    line = strips(_numbered(made.slides))
    return (
        f'<section class="answers"><h2>Answers</h2><div class="strips">{line}</div>{to_html(shown)}</section>'
    )


def _numbered(slides: Sequence[Slide]) -> list[Numbered]:
    return [Numbered(str(n), date.fromisoformat(slide.at)) for n, slide in enumerate(slides, 1) if slide.at]


def _table(slides: Sequence[Slide], hide: Sequence[str]) -> html.Table:
    """What is hidden is a line to write on; the source, which often tells it, is then left to the answers."""
    heads = ("No.", "Date", "Event", "Place", *(() if hide else ("Source",)))
    rows = [_row(number, slide, hide) for number, slide in enumerate(slides, 1)]
    return _lined(heads, rows)


def _lined(heads: Sequence[str], rows: list[html.Tr]) -> html.Table:
    return html.Table(
        [html.Thead(html.Tr([html.Th(name, scope="col") for name in heads])), html.Tbody(rows)],
    )


def _row(number: int, slide: Slide, hide: Sequence[str]) -> html.Tr:
    if "titles" in hide:
        event: list[Any] = [_blank("long"), _blank("long")]
    else:
        event = [
            html.P(list(_blanked(slide.title, hide)), className="title"),
            html.P(list(_blanked(slide.told, hide)), className="told"),
        ]
    return html.Tr(
        [
            html.Td(str(number), className="number"),
            html.Td(_blank() if "dates" in hide else slide.when, className="when"),
            html.Td(event),
            html.Td(_blank() if slide.place and "places" in hide else slide.place, className="place"),
            *([] if hide else [html.Td(slide.source, className="source")]),
        ]
    )


def _rounds(made: Playlist, rounds: list[list[int]], *, answered: bool = False) -> list[Any]:
    """A table for each round: shuffled with a box for the number, or in order with the dates."""
    shown: list[Any] = []
    for number, mixed in enumerate(rounds, 1):
        lettered = [(chr(ord("A") + place), which) for place, which in enumerate(mixed)]
        if answered:
            lettered.sort(key=lambda one: one[1])
        rows = [
            _ordered(place, letter, made.slides[which], answered)
            for place, (letter, which) in enumerate(lettered, 1)
        ]
        if len(rounds) > 1:
            shown.append(html.H3(f"Group {number}"))
        heads = ("No.", "", "Event", *(("Date",) if answered else ()))
        shown.append(_lined(heads, rows))
    return shown


def _ordered(place: int, letter: str, slide: Slide, answered: bool) -> html.Tr:
    title = list(_blanked(slide.title, () if answered else ("dates",)))
    return html.Tr(
        [
            html.Td(str(place) if answered else _blank("number"), className="number"),
            html.Td(letter, className="letter"),
            html.Td(html.P(title, className="title")),
            *([html.Td(slide.when, className="when")] if answered else []),
        ]
    )


def _blanked(pieces: Pieces, hide: Sequence[str]) -> Iterator[Any]:
    for text, gives in pieces:
        yield _blank() if gives in hide else text


def _blank(kind: str = "") -> html.Span:
    """A line to write on."""
    return html.Span(className=f"blank {kind}".strip(), role="img", **attrs(aria_label="blank"))


def _links(hide: Sequence[str], pairs: Sequence[tuple[str, str]], root: str) -> html.Nav:
    """On the screen only: what to hide, and the ways back; each a link, since the page runs no script."""
    links = []
    for kind in HIDING:
        alone = kind == "order" or "order" in hide
        others = [] if alone else [one for one in hide if one != kind]
        wanted = others if kind in hide else [*others, kind]
        current = attrs(aria_current="true") if kind in hide else {}
        links.append(html.A(_NAMES[kind], href=_address(f"{root}handout", pairs, wanted), **current))
    back = [
        html.A("Lesson", href=_address(f"{root}present", pairs, hide)),
        html.A("Timeline", href=_address(root, pairs, hide)),
    ]
    return html.Nav([*links, *back, html.Span("Print it with the browser’s own command, on A4 paper.")],
                    **attrs(aria_label="Handout"))  # fmt: skip


def _address(path: str, pairs: Sequence[tuple[str, str]], hide: Sequence[str]) -> str:
    query = urlencode([*pairs, *(("hide", kind) for kind in hide)])
    return f"{path}?{query}" if query else path
