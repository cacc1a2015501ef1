"""One HTML file that needs no network: styles and scripts stand in it, and its policy lets nothing else run."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from functools import lru_cache
from gzip import compress
from hashlib import sha256
from html import escape

# No request leaves the file, and no script runs but those it was written with.
_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src 'unsafe-inline'; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)
_CLOSES = re.compile(r"<(?=/script|!--|script)", re.IGNORECASE)
# Browsers can unpack since 2020 (Chromium) to 2023 (Firefox, Safari); the policy knows the text that comes out.
_UNPACK = """window.unpacked = (async () => {
  const bytes = Uint8Array.from(atob(document.getElementById("packed").textContent), (one) => one.charCodeAt(0));
  const text = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  document.head.append(Object.assign(document.createElement("script"), { textContent: text }));
})();"""


def one_file(title: str, body: str, styles: Iterable[str], scripts: Iterable[str], packed: str) -> bytes:
    """A whole page. ``body`` is HTML with every text escaped; ``scripts`` run in their order, after it. The large script
    ``packed`` is kept compressed, a third of its size; the promise ``window.unpacked`` says that it has run."""
    inlined = [_UNPACK, *map(inline, scripts)]
    policy = _POLICY.format(scripts=" ".join(dict.fromkeys(map(_hash, [*inlined, packed]))))
    css = "\n".join(styles).replace("</", "<\\/")
    page = (
        '<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{css}</style></head>\n<body>{body}"
        f'<script type="text/plain" id="packed">{_block(packed)}</script>'
        f"{''.join(f'<script>{script}</script>' for script in inlined)}</body>\n</html>\n"
    )
    return page.encode("utf-8", "replace")


def inline(script: str) -> str:
    """``script`` as it can stand in a page: in texts and patterns, the only places for these signs, "<" may be written
    as an escape.

    >>> inline("say('</script><!--')")
    "say('\\\\x3c/script>\\\\x3c!--')"
    """
    return _CLOSES.sub(r"\\x3c", script.replace("\r\n", "\n").replace("\r", "\n"))


@lru_cache(maxsize=1)
def _block(script: str) -> str:
    return b64encode(compress(script.encode("utf-8"), 9, mtime=0)).decode("ascii")


@lru_cache(maxsize=32)
def _hash(script: str) -> str:
    return f"'sha256-{b64encode(sha256(script.encode('utf-8', 'replace')).digest()).decode()}'"
