"""``python -m tests.benchmarks.scaled FOLDER``: build a folder's documents once and write the tables, the cache
off; prints the seconds of both, without start-up and loading, and what was found, as JSON."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.loaded import load_all
from timeline.events import pipeline
from timeline.table import store


def main() -> None:
    """One build of the folder that the command line names."""
    load_all()
    with TemporaryDirectory() as data:
        started = time.perf_counter()
        made = pipeline.build([sys.argv[1]])
        built = time.perf_counter()
        store.write(made, Path(data))
        written = time.perf_counter()
    found = {"documents": len(made.documents), "mentions": len(made.mentions), "hidden": len(made.hidden)}
    print(
        json.dumps({"build": built - started, "write": written - built, "events": len(made.events), **found})
    )


if __name__ == "__main__":
    main()
