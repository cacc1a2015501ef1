"""Files that one may not read or write, for tests that run as root too."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that everybody may look into, unlike those of pytest; when it goes, whoever may do what in it."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        try:
            yield folder
        finally:
            for path in folder.rglob("*"):
                path.chmod(0o755)


@contextmanager
def without_rights() -> Iterator[None]:
    """Root may do everything: be nobody for a moment. What has to be imported must have been by then."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
