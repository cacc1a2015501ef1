"""Text that every file can hold."""

from __future__ import annotations


def writable(text: str) -> str:
    """``text`` with what no file can hold marked as lost: halves of characters, and NUL.

    >>> writable("Caf\\u00e9 \\udce9\\0")
    'Café ?�'
    """
    if not text.isascii():
        text = text.encode("utf-8", "replace").decode("utf-8")
    return text.replace("\0", "\ufffd")
