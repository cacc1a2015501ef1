"""Who may edit: names and passwords, kept as slow salted hashes (scrypt) in the ledger's database."""

from __future__ import annotations

from functools import cache

from werkzeug.security import check_password_hash, generate_password_hash

from timeline.corrections.errors import CorrectionError
from timeline.corrections.ledger import Ledger

_SHORTEST = 8  # characters of a password
_METHOD = "scrypt"


def add(ledger: Ledger, name: str, password: str) -> None:
    """Add an editor, or change their password. Raises :class:`CorrectionError` for a name or password that will not do."""
    name = name.strip()
    if not name:
        raise CorrectionError("an editor needs a name.")
    if len(password) < _SHORTEST:
        raise CorrectionError(f"the password is too short: take {_SHORTEST} characters or more.")
    ledger.set_editor(name, generate_password_hash(password, method=_METHOD))


def is_editor(ledger: Ledger, name: str, password: str) -> bool:
    """Whether this is an editor's password. Takes as long for an unknown name."""
    known = ledger.editors().get(name)
    return check_password_hash(known or _nobody(), password) and known is not None


@cache
def _nobody() -> str:
    return generate_password_hash("", method=_METHOD)
