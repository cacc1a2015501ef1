"""Signing in: a plain form, a session cookie, and a limit on guessing."""

from __future__ import annotations

import hashlib
import time
from collections import deque
from collections.abc import Callable
from threading import Lock

from dash import dcc, html
from flask import Flask, Request, Response, has_request_context, redirect, request, session
from flask.sessions import SecureCookieSessionInterface

from timeline.app.edit.access import Access
from timeline.app.markup import to_html
from timeline.corrections import editors

LOGIN, LOGOUT, HOME = "/edit/login", "/edit/logout", "/edit/"
FAILURES, WITHIN = 10, 60.0  # guesses that may go wrong, in so many seconds, on the whole server
_EDITOR, _PROOF = "editor", "proof"


class Cookies(SecureCookieSessionInterface):
    """Session cookies for this site's own pages only; sent over https alone once the browser came by https."""

    def get_cookie_httponly(self, app: Flask) -> bool:
        return True

    def get_cookie_samesite(self, app: Flask) -> str:
        return "Strict"

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure or request.headers.get("Origin", "").startswith("https:")


class Attempts:
    """Counts failures; one guess at a time, so that nobody gets more than are left."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock, self._lock = clock, Lock()
        self._failed: deque[float] = deque()

    def __call__(self, guess: Callable[[], bool]) -> tuple[bool, int]:
        """Whether the ``guess`` was right, and in how many seconds the next may be made; when that is not now, this
        one was not looked at."""
        with self._lock:
            now = self._clock()
            while self._failed and now - self._failed[0] >= WITHIN:
                self._failed.popleft()
            if len(self._failed) >= FAILURES:
                return False, max(1, round(WITHIN - (now - self._failed[0])))
            right = guess()
            if not right:
                self._failed.append(self._clock())
            return right, 0


def who(access: Access) -> str:
    """The editor who is signed in; '' for nobody, and for one who is an editor no more or has another password."""
    name = session.get(_EDITOR, "") if has_request_context() else ""
    known = access.ledger().editors().get(name) if name else None
    return name if known is not None and session.get(_PROOF) == _proof(known) else ""


def add_routes(server: Flask, access: Access, attempts: Attempts) -> None:
    """The form, and the way out."""

    def login() -> Response:
        if request.method != "POST":
            return _form()
        name, password = request.form.get("name", ""), request.form.get("password", "")
        right, wait = attempts(lambda: editors.is_editor(access.ledger(), name, password))
        if wait:
            answer = _form(f"Too many failures. Try again in {wait} seconds.", name, 429)
            answer.headers["Retry-After"] = str(wait)
            return answer
        if not right:
            return _form("This name and password do not belong together.", name, 403)
        session.clear()
        session[_EDITOR], session[_PROOF] = name, _proof(access.ledger().editors()[name])
        return _to(HOME)

    def logout() -> Response:
        session.clear()
        return _to(LOGIN)

    server.add_url_rule(LOGIN, "edit-login", login, methods=["GET", "POST"])
    server.add_url_rule(LOGOUT, "edit-logout", logout, methods=["POST"])


def turn_away(asked: Request) -> Response:
    """What someone gets who has not signed in: the form, or word that it is needed."""
    if asked.method == "GET" and asked.path == HOME:
        return _to(LOGIN)
    return Response("Sign in first, at /edit/login. Nothing was changed.", 401, mimetype="text/plain")


def _to(path: str) -> Response:
    answer = redirect(path, 303, Response)
    assert isinstance(answer, Response)
    return answer


def _proof(password_hash: str) -> str:
    return hashlib.sha256(password_hash.encode()).hexdigest()[:16]


def _form(problem: str = "", name: str = "", status: int = 200) -> Response:
    """The form as a page of its own, without a script."""
    inside = [
        html.H1("Sign in to correct the timeline"),
        html.P(problem, role="alert", className="problem"),
        html.Label("Name", htmlFor="name"),
        dcc.Input(id="name", name="name", value=name, autoComplete="username", required=True),
        html.Label("Password", htmlFor="password"),
        dcc.Input(id="password", name="password", type="password", autoComplete="current-password", required=True),
        html.Button("Sign in", type="submit"),
        html.P(["Editors are added by ", html.Code("timeline editor NAME"), "."], className="hint"),
    ]  # fmt: skip
    form = html.Form(inside, method="post", action=LOGIN, className="sign-in")
    return Response(_PAGE.format(to_html(form)), status, mimetype="text/html")


_PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Sign in · Corrections</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<link rel="stylesheet" href="/assets/page.css"><link rel="stylesheet" href="/edit/assets/edit.css"></head>
<body>{}</body></html>"""
