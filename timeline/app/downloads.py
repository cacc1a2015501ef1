"""The addresses of what can be taken away: the selection as a table, and as one file that needs no server."""

from __future__ import annotations

from collections.abc import Callable

from dash import Dash
from flask import Response, request

from timeline.app.address import View, read
from timeline.app.offline import offline
from timeline.export.csv import events_csv
from timeline.table import Timeline, select
from timeline.topic import Topic

_BOM = b"\xef\xbb\xbf"  # without it spreadsheets take UTF-8 for something else


def add(app: Dash, timelines: Callable[[], Timeline], topic: Topic) -> None:
    """Answer ``/download/events.csv`` and ``/download/timeline.html``, each with the page's own query."""
    root = f"{app.config.requests_pathname_prefix}download/"

    def asked() -> tuple[View, Timeline]:
        timeline = timelines()
        return read(request.query_string.decode("ascii", "replace"), timeline, topic), timeline

    def table() -> Response:
        view, timeline = asked()
        return _file(_BOM + events_csv(select(timeline, view.selection)), "events.csv", "text/csv")

    def page() -> Response:
        return _file(offline(*asked(), topic), "timeline.html", "text/html")

    app.server.add_url_rule(f"{root}events.csv", "download table", table)
    app.server.add_url_rule(f"{root}timeline.html", "download page", page)


def _file(content: bytes, name: str, kind: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(content, content_type=f"{kind}; charset=utf-8", headers=headers)
