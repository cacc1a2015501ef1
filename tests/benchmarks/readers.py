"""Many readers at once: how long the server takes to answer a filter while each of them thinks between two clicks."""

from __future__ import annotations

import http.client
import json
import random
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from tests.benchmarks.served import made_up, served
from tests.benchmarks.table import Row
from timeline.topic import load

READERS = 50
THINKING = 5.0  # seconds between two clicks
CLICKS = 6  # of each reader
EVENTS = 3000
TITLE = f"Server: {READERS} readers at once, {THINKING:g} s between their clicks, {EVENTS:,} events"
ASKS = "/_dash-update-component"


def rows() -> Iterator[Row]:
    """Median, 95th percentile and errors of the answers to filters, as the page asks for them."""
    topic = load()
    queries = [f"cat={one.key}" for one in topic.categories] + [f"era={one.key}" for one in topic.eras]
    queries += ["", "q=Kabul", "imp=3", "lanes=actor", "scale=even&from=1950"]
    with TemporaryDirectory() as place, served(made_up(Path(place) / "many", EVENTS)) as address:
        _ask(address, _outputs(address), "")  # what is the same for all readers is worked out once
        outputs = _outputs(address)
        with ThreadPoolExecutor(READERS) as pool:
            taken = [
                t
                for times in pool.map(lambda n: _reader(address, outputs, queries, n), range(READERS))
                for t in times
            ]
    good = sorted(t for t in taken if t is not None)
    note = f"{len(taken)} answers, {len(taken) - len(good)} errors"
    yield Row("answer to a filter, median", statistics.median(good), "s", note)
    yield Row("answer to a filter, 95th percentile", good[int(len(good) * 0.95)], "s", "≤ 0.3 s wanted")


def _reader(address: str, outputs: dict[str, object], queries: list[str], number: int) -> list[float | None]:
    """Seconds that each click of one reader took, None for an error."""
    draw = random.Random(number)
    taken: list[float | None] = []
    time.sleep(draw.random() * THINKING)
    for _ in range(CLICKS):
        started = time.perf_counter()
        good = _ask(address, outputs, draw.choice(queries))
        taken.append(time.perf_counter() - started if good else None)
        time.sleep(THINKING * draw.uniform(0.8, 1.2))
    return taken


def _outputs(address: str) -> dict[str, object]:
    """The callback that draws, as the page names it."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    connection.request("GET", "/_dash-dependencies")
    found = json.loads(connection.getresponse().read())
    (output,) = (one["output"] for one in found if one["output"].startswith("..drawing.data"))
    parts = [part.rpartition(".") for part in output.strip(".").split("...")]
    return {"output": output, "outputs": [{"id": one, "property": prop} for one, _, prop in parts]}


def _ask(address: str, outputs: dict[str, object], query: str) -> bool:
    asked = {"id": "asked", "property": "data", "value": {"query": query, "view": "timeline"}}
    body = json.dumps({**outputs, "inputs": [asked], "changedPropIds": ["asked.data"]})
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.request(
            "POST", ASKS, body, {"Content-Type": "application/json", "Accept-Encoding": "gzip, br, zstd"}
        )
        answer = connection.getresponse()
        return answer.status == 200 and len(answer.read()) > 1000
    except OSError:
        return False
    finally:
        connection.close()
