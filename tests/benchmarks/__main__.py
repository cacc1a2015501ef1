"""`python -m tests.benchmarks [PART …]`: measure and print. What cannot be measured is one line."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import time
from importlib import import_module, metadata

from tests.benchmarks import corpus, fresh, scale
from tests.benchmarks.table import heading

# In this order: builds are measured from a process that has not loaded anything large itself.
PARTS = ("builds", "scale", "dates", "gold", "events", "growth", "sheets", "page", "readers", "viewers")


def main() -> None:
    """Print the table, row by row as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)")
    parser.add_argument(
        "--megabytes",
        type=float,
        default=scale.MEGABYTES,
        help="the largest corpus of the part scale (default %(default)g; 50 takes about ten minutes)",
    )
    options = parser.parse_args()
    wanted = options.parts or PARTS
    if unknown := [name for name in wanted if name not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}")
    started = time.perf_counter()
    print(_head(), flush=True)
    for name in PARTS:
        if name == "scale" and name in wanted:
            _measure(name, options.megabytes)
        elif name in wanted:
            _measure(name)
    print(f"\nmeasured in {time.perf_counter() - started:.0f} s")


def _head() -> str:
    versions = [f"python {platform.python_version()}"]
    versions += [f"{name} {metadata.version(name)}" for name in ("spacy", "dateparser", "dash", "plotly")]
    try:
        versions.append(f"chromium {fresh.run('-m', 'tests.benchmarks.chromium').printed.strip()}")
    except fresh.Failed:
        versions.append("no chromium")
    return "\n".join([f"timeline {_code()}", ", ".join(versions), _machine(), corpus.said_of_it()])


def _code() -> str:
    """The commit that is measured, and whether anything was changed since."""
    described = ["git", "describe", "--always", "--dirty= and changes not committed"]
    try:
        found = subprocess.run(described, cwd=corpus.ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return metadata.version("afghanistan-russia-timeline")
    return f"at commit {found.stdout.strip()}"


def _machine() -> str:
    """What it runs on, and how busy that was before: times taken beside other programs are too long."""
    processors, load = os.cpu_count() or 1, os.getloadavg()[0]
    busy = " (busy with something else: the times are too long)" if load > processors / 2 else ""
    return f"{platform.system()} {platform.machine()}, {processors} processors, load before {load:.1f}{busy}"


def _measure(name: str, *asked: float) -> None:
    try:
        part = import_module(f"tests.benchmarks.{name}")
        print(heading(part.TITLE), flush=True)
        for row in part.rows(*asked):
            print(row, flush=True)
    except Exception as error:  # whatever it is, the other parts go on
        why = " ".join(f"{type(error).__name__}: {error}".split())
        print(f"  the rest of {name} could not be measured: {why[:200]}", flush=True)


if __name__ == "__main__":
    main()
