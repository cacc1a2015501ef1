"""Dash components → HTML text.

Dash wraps every component in a subscription of its own: 245 rows of a table took its renderer 19 s in
Chromium, the same rows as HTML take some milliseconds. What is only shown (list, card, filter buttons) is
therefore written as Dash components, turned into text here, and put into the page by ``assets/page.js``.
Texts and values are escaped here and nowhere else.
"""

from __future__ import annotations

from html import escape
from typing import Any

from dash.development.base_component import Component

_VOID = frozenset({"br", "hr", "img", "input"})
_NAMES = {"className": "class", "htmlFor": "for", "tabIndex": "tabindex", "colSpan": "colspan"}


def to_html(part: Any) -> str:
    """A component of ``dash.html``, a text, or a list of both, as HTML.

    >>> from dash import html
    >>> to_html([html.Button("a < b", disabled=True, title='"'), " & ", html.Img(src="y", className="x")])
    '<button disabled title="&quot;">a &lt; b</button> &amp; <img class="x" src="y">'
    """
    if part is None:
        return ""
    if isinstance(part, list | tuple):
        return "".join(map(to_html, part))
    if not isinstance(part, Component):
        return escape(str(part), quote=False)
    tag = type(part).__name__.lower()
    described: Any = part.to_plotly_json  # has no types
    props: dict[str, Any] = dict(described()["props"])
    children = props.pop("children", None)
    opened = f"<{tag}{''.join(_attribute(_NAMES.get(n, n), v) for n, v in props.items())}>"
    return opened if tag in _VOID else f"{opened}{to_html(children)}</{tag}>"


def _attribute(name: str, value: Any) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{escape(str(value))}"'
