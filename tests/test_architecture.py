"""The shape of the house: imports run one way, and the app needs no language model."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "timeline"
# A room may import from itself and from what stands before it here. `events` and what follows may read the table's schema.
MAY_IMPORT = {
    "dates": set(),
    "topic": set(),
    "documents": {"dates"},
    "table": {"topic"},
    "events": {"dates", "documents", "topic", "table"},
    "app": {"table", "topic", "dates"},
    "cli": {"app", "dates", "documents", "events", "table", "topic"},
}


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if room in MAY_IMPORT:
            yield room, path


@pytest.mark.parametrize(
    ("room", "path"), list(modules()), ids=lambda value: str(value).rpartition("timeline/")[2]
)
def test_imports_run_one_way(room, path):
    for node in ast.walk(ast.parse(path.read_text())):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        for name in names:
            if name.startswith("timeline."):
                used = name.split(".")[1]
                assert used == room or used in MAY_IMPORT[room], f"{path.name} imports {name}"


@pytest.mark.parametrize("forbidden", ["print(", "sys.exit"])
def test_only_the_command_line_prints_and_exits(forbidden):
    found = [
        p.name
        for p in PACKAGE.rglob("*.py")
        if forbidden in p.read_text() and p.name not in ("cli.py", "__main__.py")
    ]
    assert found == []


@pytest.mark.slow
@pytest.mark.parametrize(("module", "heavy"), [("timeline.app", "spacy"), ("timeline.app", "dateparser"), ("timeline.events.extract", "dash"),
                                               ("timeline.dates", "pandas"), ("timeline", "spacy")])  # fmt: skip
def test_rooms_do_not_load_what_they_do_not_need(module, heavy):
    code = f"import sys, {module}; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
