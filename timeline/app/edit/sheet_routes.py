"""The sheet over HTTP: ``GET /edit/sheet.csv``, and ``POST /edit/sheet`` as a plain multipart form.

The form's fields: ``file``; ``apply=yes`` saves, without it the file is only looked at; ``by``, who corrects, where nobody
signs in; ``version``, from an earlier answer: if others have saved since, nothing is applied and the answer says what
the file comes to now. The status: 200 all is well · 409 rows that someone else changed meanwhile are left as they are ·
422 the file is refused, or rows with errors are left as they are · 413 it is too large · 403 not from a page of this
server.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath
from typing import Any

from dash import html
from flask import Flask, Response, jsonify, request

from timeline.app.attributes import attrs
from timeline.app.edit.difference import many, of_file
from timeline.app.edit.history import FILE_OF
from timeline.app.edit.now import Newest, Now
from timeline.app.edit.saving import WITHOUT_NAME, saved
from timeline.app.markup import to_html
from timeline.app.words import sentence
from timeline.corrections.errors import CorrectionError, Moved, Refused
from timeline.corrections.plan import Plan
from timeline.corrections.report import of_plan, of_refusal

_YES = ("yes", "1", "true", "on")


def add_routes(server: Flask, newest: Newest, who: Callable[[str], str]) -> None:
    """``who(name)`` is the editor who asks."""

    def download() -> Response:
        answer = Response(newest().desk.sheet(), mimetype="text/csv")
        answer.headers["Content-Disposition"] = 'attachment; filename="corrections-sheet.csv"'
        answer.headers["Cache-Control"] = "no-store"
        return answer

    def again(ident: str) -> Response:
        raw = newest().desk.ledger.raw(ident)
        if not raw:
            return Response("No file of this upload is kept here.", 404, mimetype="text/plain")
        answer = Response(raw, mimetype="application/octet-stream")
        answer.headers["Content-Disposition"] = "attachment"
        return answer

    def upload() -> tuple[Response, int]:
        sent = request.files.get("file")
        if sent is None or not sent.filename:
            return _refused("no file was sent: choose one, in the field “file”.")
        is_applied = request.form.get("apply", "").casefold() in _YES
        editor = who(request.form.get("by", ""))
        if is_applied and not editor:
            return _refused(WITHOUT_NAME)
        now = newest()
        known = request.form.get("version", "")
        moved = now.who_saved_since(known) if is_applied and known else ""
        try:
            raw = sent.read()
            plan = now.desk.check(raw)
            made = ""
            if is_applied and plan.entries and not moved:
                made = now.desk.save(
                    plan.entries, now.version.head, editor, PurePath(sent.filename).name, raw
                )
        except Moved:
            now = newest()
            plan, made, moved = now.desk.check(raw), "", now.who_saved_since(known) or "someone else saved"
        except Refused as refused:
            return _refused(str(refused))
        except CorrectionError as error:  # the ledger cannot be written
            return _refused(str(error), 500)
        return _answer(plan, now, made, moved, is_applied)

    server.add_url_rule("/edit/sheet.csv", "edit-sheet-csv", download)
    server.add_url_rule(FILE_OF.format("<ident>"), "edit-upload", again)
    server.add_url_rule("/edit/sheet", "edit-sheet", upload, methods=["POST"])


def _answer(plan: Plan, now: Now, made: str, moved: str, is_applied: bool) -> tuple[Response, int]:
    status, says = _status(plan, moved)
    parts = of_file(plan, now, "changed" if made else "would change")
    foot: list[Any] = []
    if moved:
        told = f"Nothing was applied: {moved} in the meantime. This is what the file comes to now."
        parts.insert(0, html.P(told, className="problem"))
    if made:
        parts.insert(0, html.P(saved(f"Saved as {made}.", made), className="result"))
    elif is_applied and not moved:
        parts.insert(0, html.P("Nothing was saved: the file changes nothing."))
    elif plan.entries:
        label = f"Apply {many(plan.changes, 'change')}"
        foot = [html.Button(label, type="button", className="main", **attrs(data_apply=str(now.version)))]
    body = {
        **of_plan(plan),
        "upload": made,
        "version": str(now.version),
        "says": says,
        "html": to_html([*parts, *foot]),
    }
    return jsonify(body), status


def _status(plan: Plan, moved: str) -> tuple[int, str]:
    if moved:
        return 409, "someone else has saved meanwhile"
    if plan.conflicts:
        return 409, "some rows conflict with what others saved"
    if plan.errors:
        return 422, "some rows have errors"
    return 200, "all is well"


def _refused(why: str, status: int = 422) -> tuple[Response, int]:
    told = sentence(why)
    body = {**of_refusal(told), "upload": "", "says": "the file is refused"}
    shown = html.P([html.Strong("The file is refused. "), told, " Nothing was changed."], className="problem")
    return jsonify({**body, "html": to_html(shown)}), status
