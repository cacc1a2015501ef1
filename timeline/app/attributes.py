"""Attributes with a hyphen, which Python cannot name."""

from __future__ import annotations

from typing import Any


def attrs(**names: str) -> dict[str, Any]:
    """Keyword arguments for a Dash component.

    >>> attrs(aria_label="Eras", data_toggle="era=x")
    {'aria-label': 'Eras', 'data-toggle': 'era=x'}
    """
    return {name.replace("_", "-"): value for name, value in names.items()}
