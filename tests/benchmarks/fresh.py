"""A command in a fresh process: what it printed, how long it took and how much memory it held at most.

Linux counts the memory of the process that starts another as the other's own until it has begun. So whoever
calls :func:`run` should not have loaded spaCy or dash itself.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.corpus import ROOT

_TO_MIB = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss is in bytes there, in KiB elsewhere


class Failed(Exception):
    """The command went wrong: its last line of complaint."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Wall clock with start-up, and peak resident memory of the process."""

    seconds: float
    mebibytes: float
    printed: str = ""


def run(*arguments: str) -> Cost:
    """Run this Python with ``arguments`` in the repository. Raises :class:`Failed`."""
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        assert process.stdout is not None
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)  # the resources of this child alone
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failed((printed.strip().splitlines() or [f"exit code {process.returncode}"])[-1])
    return Cost(seconds, usage.ru_maxrss / _TO_MIB, printed)


def median(costs: Sequence[Cost]) -> Cost:
    """The median of the times, and that of the peaks."""
    return Cost(
        statistics.median(cost.seconds for cost in costs), statistics.median(cost.mebibytes for cost in costs)
    )
