"""Afghanistan–Russia relations as a timeline: documents in, dated events out.

In a notebook, :func:`build` is the whole of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.table.schema import Timeline

__version__ = "0.1.0"
__all__ = ["__version__", "build"]


def build(paths: str | Path | Iterable[str | Path], dct: str | None = None) -> Timeline:
    """The timeline of the documents at ``paths``, or at one path: see :func:`timeline.events.pipeline.build`."""
    from timeline.events import pipeline  # spaCy is loaded when something is extracted, not on import

    return pipeline.build([paths] if isinstance(paths, str | Path) else paths, dct)
