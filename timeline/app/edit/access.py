"""Who may come in, and from where: hosts, origins and editors. Nothing here knows of Flask.

A page of another site can send requests to a server on this machine, and can give its own name our address (DNS
rebinding). Therefore every request must be for a name that this server is known by, and one that changes something
must come from a page of this server.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import urlsplit

from timeline.corrections.ledger import Ledger


class NoEditor(Exception):
    """Nobody could sign in; the message says what to do next."""


@dataclass(frozen=True)
class Access:
    """Of a server that listens on ``host`` and is known by other ``names`` too; ``ledger()`` knows the editors."""

    ledger: Callable[[], Ledger]
    host: str = "127.0.0.1"
    names: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether others than this machine's users can reach it: itself, or through a proxy that gives it a name."""
        return not is_loopback(self.host) or bool(self.names)

    @property
    def asks_who(self) -> bool:
        """Whether one must sign in: when others can reach it, and when there is anyone who can."""
        return self.is_open or bool(self.ledger().editors())

    def refuse_without_editors(self) -> None:
        """Raises :class:`NoEditor` when others could reach the server and nobody could sign in."""
        if self.is_open and not self.ledger().editors():
            raise NoEditor(
                f"{', '.join(self.names) or self.host} can be reached from other machines, so editing needs a password, and there is no editor. "
                "Add one first: timeline editor NAME. Or edit on this machine only: timeline serve --edit --host 127.0.0.1"
            )

    def knows_host(self, host: str) -> bool:
        """Whether a request's ``Host`` is a name of this server. On an open one any address in numbers is: no page of
        another site is loaded from it."""
        name = host_name(host)
        if not name:
            return False
        if is_loopback(name) or not self.is_open:
            return is_loopback(name)
        return name in {self.host.casefold(), *(known.casefold() for known in self.names)} or _is_address(
            name
        )

    def is_own_origin(self, origin: str | None, host: str, site: str = "") -> bool:
        """Whether a request's ``Origin`` is this server itself. Without one it comes from no page, unless the browser
        says of the ``site`` that it does (``Sec-Fetch-Site``)."""
        if origin is None:
            return site in ("", "same-origin", "none")
        parts = urlsplit(origin)
        return parts.scheme in ("http", "https") and parts.netloc.casefold() == host.casefold()


def host_name(host: str) -> str:
    """A ``Host`` without its port; '' for what is none.

    >>> host_name("localhost:8050"), host_name("[::1]:8050"), host_name("evil@host"), host_name("")
    ('localhost', '::1', '', '')
    """
    try:
        parts = urlsplit(f"//{host}")
        name = parts.hostname or ""
        parts.port  # noqa: B018 - raises when it is none
    except ValueError:
        return ""
    return (
        "" if parts.username is not None or parts.path or parts.query or parts.fragment else name.casefold()
    )


def is_loopback(name: str) -> bool:
    """Whether only this machine can reach a server of this name or address.

    >>> [is_loopback(name) for name in ("127.0.0.1", "::1", "localhost", "0.0.0.0", "example.org")]
    [True, True, True, False, False]
    """
    if name.casefold() == "localhost":
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
