"""A page that needs no Dash: its head, and the data that its script reads."""

from __future__ import annotations

import json
from html import escape
from typing import Any


def document(title: str, body: str, styles: list[str], scripts: list[str]) -> str:
    """A whole HTML page around ``body``; ``styles`` and ``scripts`` are addresses."""
    head = "".join(f'<link rel="stylesheet" href="{escape(href)}">' for href in styles)
    foot = "".join(f'<script src="{escape(src)}"></script>' for src in scripts)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title>{head}</head>\n<body>{body}{foot}</body>\n</html>\n"
    )


def data_block(ident: str, data: Any) -> str:
    """``data`` as a block that no browser runs and no text in it can close.

    >>> data_block("x", ["</script>"])
    '<script type="application/json" id="x">["\\\\u003c/script>"]</script>'
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="{ident}">{text}</script>'
