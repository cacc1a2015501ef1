"""The editors' app put together, on the server of the page; and what every request to it must pass."""

from __future__ import annotations

import secrets

from dash import Dash
from flask import Flask, Response, request
from werkzeug.exceptions import RequestEntityTooLarge

from timeline.app import assets
from timeline.app.edit import sheet_routes, sign_in
from timeline.app.edit.access import Access
from timeline.app.edit.callbacks import register
from timeline.app.edit.now import Newest
from timeline.app.edit.page import TITLE, page
from timeline.app.live import LiveDesk
from timeline.app.words import sentence
from timeline.corrections import CorrectionError
from timeline.topic import Topic

PREFIX = "/edit/"
LARGEST = 64 * 1024 * 1024  # bytes of a request: a sheet of 100,000 rows has 60 MB
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_FOR_ALL = f"{PREFIX}assets/"
INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}<title>{%title%}</title><meta name="color-scheme" content="light dark">{%favicon%}
<link rel="stylesheet" href="/assets/page.css">{%css%}
</head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""


def mount(server: Flask, desks: LiveDesk, topic: Topic, access: Access) -> Dash:
    """Add the editors' app to ``server``. Raises :class:`timeline.app.edit.access.NoEditor`."""
    access.refuse_without_editors()
    newest = Newest(desks, topic)
    _guard(server, access)  # first of all that is asked before a request
    app = Dash(
        "timeline.app.edit",
        server=server,  # type: ignore[arg-type]  # is meant to be a server; its type says otherwise
        title=TITLE,
        update_title="",
        url_base_pathname=PREFIX,
        assets_folder=str(assets.folder() / "edit"),
        add_log_handler=False,
    )
    app.index_string = INDEX

    def who(name: str) -> str:
        return sign_in.who(access) if access.asks_who else name.strip()

    app.layout = lambda: page(topic, who(""), access.asks_who)
    register(app, newest, who)
    sheet_routes.add_routes(server, newest, who)
    sign_in.add_routes(server, access, sign_in.Attempts())
    return app


def _guard(server: Flask, access: Access) -> None:
    """What every request below ``/edit/`` must pass: host, origin, sign-in, size."""
    server.secret_key = secrets.token_bytes(32)  # a new one at each start: who was signed in must do it again
    server.session_interface = sign_in.Cookies()
    server.config["SESSION_COOKIE_NAME"] = "timeline-editor"
    server.config["SESSION_COOKIE_PATH"] = PREFIX
    server.config["MAX_CONTENT_LENGTH"] = LARGEST

    def pass_or_refuse() -> Response | None:
        if not request.path.startswith(PREFIX):
            return None
        asked, headers = request.host, request.headers
        if not access.knows_host(headers.get("Host", "")):
            return _plain(f"This server is not known as {asked}. Nothing was changed.", 403)
        if request.method not in _SAFE and not access.is_own_origin(
            headers.get("Origin"), headers.get("Host", ""), headers.get("Sec-Fetch-Site", "")
        ):
            return _plain("This request comes from a page of another site. Nothing was changed.", 403)
        if (request.content_length or 0) > LARGEST:
            return _plain(f"That is more than {LARGEST // 2**20} MB. Nothing was changed.", 413)
        is_for_all = request.path == sign_in.LOGIN or request.path.startswith(_FOR_ALL)
        if access.asks_who and not is_for_all and not sign_in.who(access):
            return sign_in.turn_away(request)
        return None

    def too_large(error: RequestEntityTooLarge) -> Response:
        return _plain(f"That is more than {LARGEST // 2**20} MB. Nothing was changed.", 413)

    def out_of_order(error: CorrectionError) -> Response:
        return _plain(f"{sentence(str(error))} Nothing was changed.", 503)

    def add_headers(response: Response) -> Response:
        if request.path.startswith(PREFIX):
            # "no-referrer", as on the page, would make the browser hide the origin of a plain form.
            response.headers["Referrer-Policy"] = "same-origin"
            if not request.path.startswith((f"{PREFIX}assets/", f"{PREFIX}_dash-component-suites/")):
                response.headers["Cache-Control"] = "no-store"
        return response

    server.before_request_funcs.setdefault(None, []).insert(0, pass_or_refuse)
    server.register_error_handler(RequestEntityTooLarge, too_large)
    server.register_error_handler(CorrectionError, out_of_order)
    server.after_request_funcs.setdefault(None, []).append(add_headers)


def _plain(message: str, status: int) -> Response:
    return Response(message, status, mimetype="text/plain")
