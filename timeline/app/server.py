"""The app put together, and the server it runs on."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dash import Dash
from flask import Response, abort
from waitress.server import create_server

from timeline.app import assets, downloads
from timeline.app.callbacks import register
from timeline.app.live import LiveDesk, LiveTimeline
from timeline.app.page import TITLE, page
from timeline.app.present import routes as lesson
from timeline.table import Timeline
from timeline.topic import load

if TYPE_CHECKING:
    from timeline.app.edit import Access

# Plotly is most of the page's weight, and Dash asks for it only when a graph is mounted: so we ask at once.
INDEX = """<!DOCTYPE html>
<html lang="en">
<head>
{%metas%}<title>{%title%}</title><meta name="color-scheme" content="light dark">{%favicon%}{%css%}
<link rel="preload" as="script" href="PREFIX_dash-component-suites/plotly/package_data/plotly.min.js">
</head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body>
</html>"""
_POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; "
    "frame-ancestors 'none'; form-action 'self'"
)


class PortError(Exception):
    """The server cannot listen where it was told to; the message says why and what to do next."""


def create_app(
    timelines: Callable[[], Timeline], desks: LiveDesk | None = None, access: Access | None = None
) -> Dash:
    """The Dash app that shows what ``timelines()`` gives at each request; with ``desks`` and ``access`` also the
    editors' app under ``/edit/``. Raises :class:`timeline.app.edit.NoEditor`."""
    topic = load()
    app = Dash(
        "timeline.app",
        title=TITLE,
        update_title="",  # the title must not flicker with every click
        assets_folder=str(assets.folder()),
        assets_path_ignore=[f"^({'|'.join(assets.APART)})$"],
        compress=True,
        add_log_handler=False,
    )
    # Whatever else is imported: the page needs no grid.
    app.scripts.get_all_scripts = partial(app.scripts.get_library_scripts, ["dash"])  # type: ignore[method-assign]
    app.index_string = INDEX.replace("PREFIX", str(app.config.requests_pathname_prefix))
    app.layout = lambda: page(timelines(), topic)
    register(app, timelines, topic)
    lesson.add(app, timelines, topic)
    downloads.add(app, timelines, topic)
    apps = [app]
    if desks is not None and access is not None:
        from timeline.app.edit.mount import mount  # brings the grid along

        apps.append(mount(app.server, desks, topic, access))
    else:
        _close_editing(app)
    _secure(apps)
    return app


def serve(
    folder: Path,
    host: str,
    port: int,
    announce: Callable[[str], None] = lambda url: None,
    edit: bool = False,
    names: Sequence[str] = (),
) -> None:
    """Show the timeline in ``folder`` until Ctrl-C; ``announce`` gets the address once the port is bound. With ``edit``
    it can be corrected under ``/edit/``; ``names`` are those that the server is known by besides ``host``.

    Raises :class:`timeline.table.store.StoreError` when there is no timeline to show, :class:`PortError`
    when the port cannot be had, :class:`timeline.app.edit.NoEditor` when others could reach it and nobody sign in.
    """
    desks = LiveDesk(folder)
    app = create_app(LiveTimeline(folder, desks), desks, _access(desks, host, names) if edit else None)
    try:
        if not 0 <= port <= 65535:
            raise OverflowError  # the system would take it modulo 65536
        server = create_server(app.server, host=host, port=port, threads=8, ident="timeline")
    except (OSError, OverflowError, ValueError) as error:
        raise PortError(_why(error, host, port)) from error
    shown = f"[{host}]" if ":" in host else host
    announce(f"http://{shown}:{_bound_port(server, port)}")
    try:
        server.run()
    finally:
        server.close()


def _access(desks: LiveDesk, host: str, names: Sequence[str]) -> Access:
    from timeline.app.edit import Access
    from timeline.app.edit.access import is_loopback

    own = () if is_loopback(host) else (socket.gethostname(),)
    return Access(lambda: desks()[0].ledger, host, (*own, *names))


def _close_editing(app: Dash) -> None:
    """Without ``--edit`` there is nothing under that address; the page itself answers for all others."""
    for path in ("/edit", "/edit/", "/edit/<path:rest>"):
        app.server.add_url_rule(path, f"closed {path}", lambda rest="": abort(404), methods=["GET", "POST"])


def _bound_port(server: Any, port: int) -> int:
    return port or int(getattr(server, "effective_port", 0) or server.effective_listen[0][1])


def _why(error: Exception, host: str, port: int) -> str:
    other = f"timeline serve --port {port + 1 if port < 65535 else 8050}"
    number = getattr(error, "errno", None)
    if number == errno.EADDRINUSE:
        return f"port {port} on {host} is in use. Stop the other program or choose another port: {other}"
    if number == errno.EACCES:
        return (
            f"port {port} on {host} may not be used without more rights. "
            "Choose one above 1023: timeline serve --port 8050"
        )
    if isinstance(error, OverflowError):
        return f"{port} is no port: it must lie between 0 and 65535. For example: timeline serve --port 8050"
    if isinstance(error, socket.gaierror | ValueError) or number == errno.EADDRNOTAVAIL:
        return (
            f"{host} is not an address of this machine. "
            "Serve on this machine only: timeline serve --host 127.0.0.1"
        )
    return f"cannot listen on {host}, port {port} ({error}). Choose another port: {other}"


def _secure(apps: Sequence[Dash]) -> None:
    hashes = dict.fromkeys(each for app in apps for each in app.csp_hashes())  # after all callbacks exist
    policy = _POLICY.format(scripts=" ".join(hashes))

    def add_headers(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers.setdefault("Referrer-Policy", "no-referrer")
        return response

    apps[0].server.after_request(add_headers)
