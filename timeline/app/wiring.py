"""Between the browser and the callbacks: what its scripts send, and functions of theirs as callbacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import ClientsideFunction, Dash


def sent(value: object) -> Mapping[str, Any]:
    """What a store holds, or nothing where it holds something else."""
    return value if isinstance(value, dict) else {}


def browser(app: Dash, scripts: str) -> Callable[..., None]:
    """Gives a function that wires one of the functions in ``dash_clientside.<scripts>``, by its name."""

    def wire(name: str, *wiring: Any, **more: Any) -> None:
        clientside: Any = app.clientside_callback  # has no types
        clientside(ClientsideFunction(scripts, name), *wiring, **more)

    return wire
