"""All corrections as a text that can be compared line by line."""

from __future__ import annotations

from timeline.corrections import dump
from timeline.corrections.ledger import Ledger


def corrections_csv(ledger: Ledger) -> bytes:
    """Every entry of the ledger as UTF-8, in the order they were saved; another timeline can start from it."""
    return dump.dumped(ledger.entries()).encode("utf-8")
