"""`timeline serve`: the page."""

from __future__ import annotations

import argparse

from timeline.cli.common import DONE, CommandError, data
from timeline.cli.usage import Commands


def add(commands: Commands) -> None:
    """Add the command to the parser."""
    example = "timeline serve --data my-data --port 8051"
    serve = commands.add("serve", "show the timeline in the browser", example, _serve)
    data(serve)
    serve.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default: 127.0.0.1, this machine only)"
    )
    serve.add_argument("--port", type=_port, default=8050, help="port to listen on (default: 8050)")
    serve.add_argument("--edit", action="store_true", help="let editors correct the timeline, under /edit/")
    serve.add_argument(
        "--known-as",
        action="append",
        default=[],
        metavar="NAME",
        help="another name under which editors reach the server, for example behind a proxy (may be repeated)",
    )


def _serve(options: argparse.Namespace) -> int:
    from timeline import app
    from timeline.app.edit import NoEditor

    def announce(url: str) -> None:
        print(f"Serving the timeline on {url} (Ctrl-C stops)", flush=True)
        if options.edit:
            print(f"Correct it on {url}/edit/", flush=True)

    try:
        app.serve(options.data, options.host, options.port, announce, options.edit, options.known_as)
    except (app.PortError, NoEditor) as error:
        raise CommandError(str(error)) from error
    return DONE


def _port(text: str) -> int:
    number = int(text) if text.isdecimal() else -1
    if not 0 <= number <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is no port; give a number from 0 to 65535")
    return number
