"""Timelines served as `timeline serve` does it, each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks import fresh
from tests.benchmarks.corpus import OWN, ROOT
from tests.made_up import many
from timeline.table import store


def default(folder: Path) -> Path:
    """Build the timeline that `make run` shows."""
    fresh.run("-m", "timeline", "build", str(OWN), "--data", str(folder))
    return folder


def made_up(folder: Path, count: int) -> Path:
    """Write a timeline of ``count`` made-up events."""
    store.write(many(count), folder)
    return folder


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server that shows the timeline in ``folder``. Raises :class:`fresh.Failed`."""
    command = [sys.executable, "-m", "timeline", "serve", "--data", str(folder), "--port", "0"]
    with subprocess.Popen(
        command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            assert process.stdout is not None
            printed = ""
            for line in process.stdout:
                printed += line
                if "http://" in line:
                    yield line[line.index("http://") :].split()[0]
                    return
            raise fresh.Failed((printed.strip().splitlines() or ["timeline serve ended at once"])[-1])
        finally:
            process.terminate()
