"""What proves an event: every sentence that tells it, how its date was read, and what people have corrected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dash import html

from timeline.app.edit.buttons import stage, take_back
from timeline.app.edit.items import HIDDEN, ORPHAN, Item, cells_of
from timeline.app.edit.now import Now
from timeline.app.edit.staged import Staged
from timeline.app.mention_view import how_read, telling
from timeline.corrections import columns
from timeline.corrections import standing as names
from timeline.corrections.event import Event
from timeline.corrections.standing import Standing
from timeline.dates.value import DateValue


def proofs(item: Item, staged: Staged | None, event: Event | None, now: Now) -> list[Any]:
    """All that proves the row ``item``: of an event its mentions, of a correction that waits its old sentence."""
    timeline = now.corrected.timeline
    if item.kind == ORPHAN:
        return _waiting(item, now)
    mentions = event.mentions if event is not None else [item.ident] if item.kind == HIDDEN else []
    edtf = str(event.row["edtf"]) if event is not None else ""
    going = staged.targets if staged is not None and staged.action == columns.SPLIT else ()
    told: list[Any] = []
    for number, mention in enumerate(mentions):
        for copy, row in enumerate(now.told.get(mention, [])):
            edge: list[Any] = [how_read([row])]
            if number and not copy:
                edge.insert(0, _not_the_same(item, mention, going))
            told.append(telling(row, edtf or str(row["edtf"]), timeline, edge))
    if told:
        told.insert(0, html.H3("Told by"))
    else:
        cells = staged.all_cells(item) if staged is not None else item.cells
        note = cells["note"] or "No source is given: write one under Note."
        told = [html.H3("Added by hand"), html.P(note, className="by-hand")]
    corrected = _corrected(now.given(event.mentions), event.machine) if event is not None else []
    return [html.Section([*told, *corrected], className="mentions")]


def _not_the_same(item: Item, mention: str, going: tuple[str, ...]) -> html.P:
    if mention in going:
        left = [target for target in going if target != mention]
        back = take_back(item, "Take back", action=columns.SPLIT if left else "", targets=left)
        return html.P(["This will be an event of its own. ", back])
    changes = stage(item, action=columns.SPLIT, targets=[*going, mention])
    return html.P(html.Button("Not the same event", type="button", **changes))


def _waiting(item: Item, now: Now) -> list[Any]:
    """A correction without a home: its sentence, what was corrected, and the event that it may belong to."""
    given = now.corrected.corrections.fields[item.ident]
    parts = [
        html.H3("Its sentence was"),
        html.Figure(html.Blockquote(item.sentence)),
        *_corrected(given.items()),
    ]
    doubt = next((d for d in now.corrected.attached.doubts if d.mention.mention_id == item.ident), None)
    if doubt is not None:
        parts += [html.H3("May have become"), *_candidate(doubt.candidate, cells_of(given), now)]
    return [html.Section(parts, className="mentions")]


def _corrected(given: Iterable[tuple[str, Standing]], machine: Mapping[str, str] | None = None) -> list[Any]:
    """What people have corrected, what the program had read, who it was; ``machine`` is what the program reads now."""
    lines = [
        part for name, one in given for part in _correction(name, one, (machine or {}).get(name, one.machine))
    ]
    return [html.H3("What was corrected"), html.Dl(lines, className="corrected")] if lines else []


def _correction(name: str, one: Standing, now: str) -> tuple[html.Dt, html.Dd]:
    told: list[Any] = []
    if name in names.VALUES:
        told = [html.Del(_value(name, one.machine)), " → ", html.Ins(_value(name, one.value)), " "]
    told.append(html.Small(f"{one.editor}, {one.when[:10]}"))
    if now not in (one.machine, one.value):
        told.append(html.P(["The program reads now: ", html.Strong(_value(name, now))]))
    return html.Dt(name.replace("_", " ")), html.Dd(told)


def _candidate(mention: str, cells: Mapping[str, str], now: Now) -> list[Any]:
    rows = now.told.get(mention, [])
    target = now.items.get(now.corrected.holder.get(mention, "")) or now.items.get(mention)
    if not rows or target is None:
        return []
    new = {column: cell for column, cell in cells.items() if target.cells[column] != cell}
    was = {column: target.cells[column] for column in new}
    use = html.Button("Correct that event so", type="button", **stage(target, cells=new, was=was, open=True))
    shown = telling(rows[0], str(rows[0]["edtf"]), now.corrected.timeline)
    return [
        shown,
        html.P(f"Now: {target.date} · {target.cells['title']}"),
        use if new else html.P("It says so already."),
    ]


def _value(name: str, value: str) -> str:
    if name == names.DATE and value:
        return DateValue.parse(value).words
    return value or "–"
