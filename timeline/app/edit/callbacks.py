"""From what an editor does to what the page shows: the callbacks, registered on one app.

Unsaved changes lie in the browser; each request brings them along, so that the server keeps nothing between two.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import Dash, Input, Output, State

from timeline.app.edit import ids
from timeline.app.edit.finder import found
from timeline.app.edit.grid import rows
from timeline.app.edit.items import NEW, REVIEW, UNSAVED, Item, listed
from timeline.app.edit.judged import Judged, judge
from timeline.app.edit.now import Newest
from timeline.app.edit.page import lists
from timeline.app.edit.panel import panel
from timeline.app.edit.preview import bar
from timeline.app.edit.saving import Answer, Saving
from timeline.app.edit.staged import read
from timeline.app.markup import to_html
from timeline.app.wiring import browser, sent


def register(app: Dash, newest: Newest, who: Callable[[str], str]) -> None:
    """``who(name)`` is the editor who asks: the one who signed in, or else the ``name`` that was typed."""
    saving = Saving(newest)

    @app.callback(
        Output(ids.GRID, "rowData"),
        Output(ids.LISTS_HTML, "data"),
        Output(ids.VERSION, "data"),
        Input(ids.LISTED, "data"),
        Input(ids.AGAIN, "data"),
        State(ids.STAGED, "data"),
    )
    def show(wanted: object, again: object, staged: object) -> tuple[Any, ...]:
        judged = judge(read(staged), newest())
        key = str(sent(wanted).get("list") or REVIEW)
        items = _of_list(judged, key, str(sent(wanted).get("words") or ""))
        return rows(items, judged), to_html(lists(judged.now.items, key)), str(judged.now.version)

    @app.callback(
        Output(ids.JUDGED, "data"), Output(ids.UNSAVED, "children"), Input(ids.STAGED, "data"), Input(ids.AGAIN, "data")
    )  # fmt: skip
    def look(staged: object, again: object) -> tuple[Any, ...]:
        judged = judge(read(staged), newest())
        return {"version": str(judged.now.version), "marks": judged.marks()}, bar(judged)

    @app.callback(
        Output(ids.PANEL_HTML, "data"),
        Input(ids.CHOSEN, "data"),
        Input(ids.JUDGED, "data"),
        State(ids.STAGED, "data"),
        prevent_initial_call=True,
    )
    def look_closer(ident: object, judged: object, staged: object) -> dict[str, str]:
        return {"id": str(ident), "html": to_html(panel(str(ident), judge(read(staged), newest())))}

    @app.callback(Output(ids.FOUND, "data"), Input(ids.SOUGHT, "data"), prevent_initial_call=True)
    def find(sought: object) -> str:
        given = sent(sought)
        return to_html(found(str(given.get("event", "")), str(given.get("words", "")), newest()))

    @app.callback(
        Output(ids.ANSWERED, "data"),
        Input(ids.ASKED, "data"),
        State(ids.STAGED, "data"),
        State(ids.NAME, "value"),
        prevent_initial_call=True,
    )
    def answer(asked: object, staged: object, name: object) -> dict[str, object]:
        given = sent(asked)
        editor = who(str(given.get("name") or name or ""))
        answers: Mapping[str, Callable[[], Answer]] = {
            "preview": lambda: saving.preview(read(staged), editor),
            "save": lambda: saving.save(read(staged), str(given.get("version", "")), editor),
            "history": lambda: saving.history(editor),
            "undo": lambda: saving.undo(str(given.get("upload", "")), editor),
            "upload": lambda: saving.form(editor),
        }
        return answers.get(str(given.get("what")), answers["preview"])().as_json()

    wire, later = browser(app, "edit"), {"prevent_initial_call": True}
    wire("restored", Input(ids.STAGED, "data"))
    wire("mark", Input(ids.JUDGED, "data"), State(ids.VERSION, "data"), **later)
    wire("came", Input(ids.VERSION, "data"), **later)
    wire("lists", Input(ids.LISTS_HTML, "data"), **later)
    wire("panel", Input(ids.PANEL_HTML, "data"), **later)
    wire("found", Input(ids.FOUND, "data"), **later)
    wire("answer", Input(ids.ANSWERED, "data"), **later)


def _of_list(judged: Judged, key: str, words: str) -> list[Item]:
    """The items of a list; new events, which stand in none yet, come first in each."""
    new = [Item(one.ident, NEW) for one in judged.staged.values() if one.kind == NEW]
    if key != UNSAVED:
        return new + listed(judged.now.items.values(), key, words)
    known = [judged.now.items.get(ident) for ident in judged.staged]
    lost = [
        Item(one.ident, one.kind, status="it is no longer there")
        for one in judged.staged.values()
        if one.ident not in judged.now.items and one.kind != NEW
    ]
    return [*new, *lost, *(item for item in known if item is not None)]
