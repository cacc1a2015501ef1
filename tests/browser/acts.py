"""What several browser tests do on the page: open a panel, look at its labels."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.browser.conftest import Visit

LABELS = (Path(__file__).parent / "labels.js").read_text(encoding="utf-8")


def labels(visit: Visit) -> dict[str, Any]:
    """What the labels are once they stay as they are: a busy machine may draw again after the page was quiet."""
    seen: dict[str, Any] = visit.page.evaluate(LABELS)
    for _ in range(20):
        visit.page.wait_for_timeout(120)
        before, seen = seen, visit.page.evaluate(LABELS)
        if seen == before:
            break
    return seen


def open_filters(visit: Visit) -> None:
    visit.click('[data-reveals="filters"]')


def open_help(visit: Visit) -> None:
    visit.click('[data-opens="help"]')
