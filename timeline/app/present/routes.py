"""The addresses of a lesson: ``/present`` and ``/handout``, each with the page's own query."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from urllib.parse import urlencode

from dash import Dash
from flask import redirect, request
from werkzeug.wrappers import Response

from timeline.app.address import View, read
from timeline.app.heading import heading
from timeline.app.page import TITLE
from timeline.app.present.document import document
from timeline.app.present.handout import handout
from timeline.app.present.playlist import Playlist, playlist
from timeline.app.present.stage import MEASURE, SCRIPTS, STYLE, stage
from timeline.table import Timeline
from timeline.topic import Topic


def add(app: Dash, timelines: Callable[[], Timeline], topic: Topic) -> None:
    """Answer these addresses on the app's server; ``view=present`` on the page itself leads to the lesson."""
    root = str(app.config.requests_pathname_prefix)
    address = app.get_asset_url

    def asked() -> tuple[View, Playlist]:
        timeline = timelines()
        view = read(request.query_string.decode("ascii", "replace"), timeline, topic)
        return view, playlist(view, timeline, topic, heading(view, timeline, topic, TITLE))

    def present() -> str:
        made = asked()[1]
        printable = escape(f"{root}handout?{request.query_string.decode('ascii', 'replace')}")
        unseen = f'<noscript><p>A lesson needs JavaScript; <a href="{printable}">its handout</a> does not.</p></noscript>'
        body = f"<main>{stage(made, leave=root, handout=f'{root}handout')}{unseen}</main>"
        return document(
            f"{made.heading}: a lesson",
            body,
            [address(STYLE)],
            [address(script) for script in (MEASURE, *SCRIPTS)],
        )

    def printed() -> str:
        view, made = asked()
        pairs = [(key, value) for key, value in request.args.items(multi=True) if key != "hide"]
        body = handout(made, view.hide, pairs, root)
        return document(f"{made.heading}: a handout", body, [address("present/handout.css")], [])

    def to_lesson() -> Response | None:
        if request.path != root or request.args.get("view") != "present":
            return None
        rest = urlencode([(key, value) for key, value in request.args.items(multi=True) if key != "view"])
        return redirect(f"{root}present" + (f"?{rest}" if rest else ""))

    app.server.add_url_rule(f"{root}present", "present", present)
    app.server.add_url_rule(f"{root}handout", "handout", printed)
    app.server.before_request(to_lesson)
