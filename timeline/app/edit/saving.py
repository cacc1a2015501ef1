"""Saving, taking back, history: what the page asks for in a dialog, and what it is answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from dash import dcc, html

from timeline.app.attributes import attrs
from timeline.app.edit import preview as views
from timeline.app.edit.difference import many
from timeline.app.edit.history import history
from timeline.app.edit.judged import judge
from timeline.app.edit.now import Newest
from timeline.app.edit.staged import Staged
from timeline.app.markup import to_html
from timeline.app.words import sentence
from timeline.corrections.errors import CorrectionError, Moved

_FILE: Any = "file"  # browsers know this kind of box, Dash does not name it
WITHOUT_NAME = "Say who you are: your name goes with every correction."


@dataclass(frozen=True)
class Answer:
    """What the page does with it: it shows ``html`` with the buttons ``foot`` in a dialog called ``title`` ('' closes
    it), says ``said``, shows ``result`` beside the buttons, forgets the changes that were ``saved``, fetches ``again``."""

    title: str = ""
    html: str = ""
    foot: str = ""
    said: str = ""
    result: str = ""
    saved: list[str] = field(default_factory=list)
    again: bool = False

    def as_json(self) -> dict[str, object]:
        return asdict(self)


class Saving:
    """Works on what stands at the moment of each call."""

    def __init__(self, newest: Newest) -> None:
        self._newest = newest

    def preview(self, staged: Mapping[str, Staged], editor: str, notice: str = "") -> Answer:
        """The difference before it is saved."""
        judged = judge(staged, self._newest())
        foot = views.buttons(judged)
        return _dialog("Before you save", views.preview(judged, notice), [*_name(editor), *foot], notice)

    def save(self, staged: Mapping[str, Staged], version: str, editor: str) -> Answer:
        """Save what was previewed at ``version``; if others have saved since, it is previewed anew."""
        now = self._newest()
        if str(now.version) != version:
            return self._look_again(staged, editor, now.who_saved_since(version))
        judged = judge(staged, now)
        if not editor:
            return self.preview(staged, editor, WITHOUT_NAME)
        if not judged.rows:
            return self.preview(staged, editor, "There is nothing that can be saved.")
        try:
            upload = now.desk.save(judged.plan.entries, now.version.head, editor)
        except Moved:
            return self._look_again(staged, editor, self._newest().who_saved_since(version))
        except CorrectionError as error:
            return self.preview(staged, editor, sentence(str(error)))
        told = (
            f"Saved as {upload}: {many(judged.plan.changes, 'change')} in {many(len(judged.rows), 'event')}."
        )
        same = [ident for ident in staged if not judged.problem(ident)]
        return Answer(said=told, result=to_html(saved(told, upload)), saved=same, again=True)

    def undo(self, upload: str, editor: str) -> Answer:
        """Take an upload back."""
        try:
            if not editor:
                raise CorrectionError(WITHOUT_NAME)
            made = self._newest().desk.undo(upload, editor)
        except CorrectionError as error:
            told = sentence(str(error))
            return _dialog("Not undone", [html.P(told, className="problem")], [], told)
        told = f"{upload} is undone; that was saved as {made}."
        return Answer(said=told, result=to_html(saved(told, made)), again=True)

    def history(self, editor: str) -> Answer:
        """Every upload."""
        desk = self._newest().desk
        return _dialog("History", history(desk.history(), desk.ledger.entries()), _name(editor))

    def form(self, editor: str) -> Answer:
        """Where a sheet is sent from, by assets/edit/upload.js; what the server says of it stands below."""
        inside = [
            html.P("A sheet that was downloaded here, corrected, and saved as “CSV UTF-8”. It is looked at first: nothing "
                   "changes before you press Apply."),
            html.Label("File", htmlFor="sheet-file"),
            dcc.Input(id="sheet-file", name="file", type=_FILE, required=True),
            *_name(editor),
            html.Button("Check the file", type="submit", className="main"),
        ]  # fmt: skip
        status = html.P(id="sheet-status", role="status")
        parts = [html.Form(inside, id="sheet-form"), status, html.Div(id="sheet-result")]
        return _dialog("Upload a sheet", parts)

    def _look_again(self, staged: Mapping[str, Staged], editor: str, who: str) -> Answer:
        notice = f"Not saved yet: {who} in the meantime. This is what your changes come to now; look and save again."
        answer = self.preview(staged, editor, notice)
        return Answer(answer.title, answer.html, answer.foot, notice, again=True)


def saved(told: str, upload: str) -> list[Any]:
    """What was saved, with its undo."""
    return [html.Span(told), " ", html.Button("Undo", type="button", **attrs(data_undo=upload, aria_label=f"Undo {upload}"))]  # fmt: skip


def _name(editor: str) -> list[Any]:
    """A box for the name of someone who has not said it yet."""
    if editor:
        return []
    box = dcc.Input(id="dialog-name", type="text", maxLength=80, autoComplete="name")
    return [html.Label("Your name", htmlFor="dialog-name"), box]


def _dialog(title: str, inside: list[Any], foot: list[Any] | None = None, said: str = "") -> Answer:
    return Answer(title, to_html(inside), to_html(foot or []), said or title)
