"""The history: every upload with its time, editor and size, and a button that takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dash import html

from timeline.app.attributes import attrs
from timeline.app.edit.difference import many
from timeline.corrections.ledger import Upload
from timeline.corrections.standing import Entry

FILE_OF = "/edit/uploads/{}"  # the file of an upload as it came
_TOLD = 30  # changes of an upload that are listed


def history(uploads: Iterable[Upload], entries: Iterable[Entry]) -> list[Any]:
    """The ``uploads``, the newest first, each with its changes."""
    made: dict[str, list[Entry]] = {}
    for entry in entries:
        made.setdefault(entry.upload, []).append(entry)
    rows = [_row(upload, made.get(upload.id, [])) for upload in reversed(list(uploads))]
    if not rows:
        return [html.P("Nothing was saved yet.")]
    head = html.Tr(
        [html.Th(name, scope="col") for name in ("Upload", "When (UTC)", "Editor", "Changes", "What", "")]
    )
    return [html.Table([html.Thead(head), html.Tbody(rows)], className="told history")]  # fmt: skip


def _row(upload: Upload, entries: list[Entry]) -> html.Tr:
    what = f"takes back {upload.undoes}" if upload.undoes else upload.name or "on the page"
    undo = html.Button("Undo", type="button", **attrs(data_undo=upload.id, aria_label=f"Undo {upload.id}"))
    return html.Tr(
        [
            html.Td(html.Code(upload.id)),
            html.Td(upload.when.replace("T", " ").removesuffix("Z")),
            html.Td(upload.editor),
            html.Td(html.Details([html.Summary(many(upload.changes, "change")), _changes(entries)])),
            html.Td(
                html.A(what, href=FILE_OF.format(upload.id), download=upload.name) if upload.sha256 else what
            ),
            html.Td(undo),
        ]
    )


def _changes(entries: list[Entry]) -> html.Ul:
    lines = [
        html.Li([html.B(entry.field.replace("_", " ")), " ", html.Del(entry.old or "–"), " → ", html.Ins(entry.new or "–"), " ", html.Code(entry.mention.mention_id)])
        for entry in entries[:_TOLD]
    ]  # fmt: skip
    rest = len(entries) - _TOLD
    return html.Ul([*lines, *([html.Li(f"… and {rest} more")] if rest > 0 else [])])
