"""What several test modules share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("timeline", deadline=None)  # times are measured by the benchmarks
settings.load_profile("timeline")

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("SHARED", ROOT.parent / "shared"))


@pytest.fixture(scope="session")
def real_documents() -> Path:
    """The folder of the five real documents; skips where they are not there."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip(f"the real documents are not at {folder}")
    return folder
