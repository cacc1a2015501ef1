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
    "corrections": {"dates", "topic", "table", "events"},
    "export": {"corrections", "table"},
    "app": {"export", "corrections", "table", "topic", "dates"},
    "cli": {"app", "export", "corrections", "dates", "documents", "events", "table", "topic"},
}


def modules():
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if room in MAY_IMPORT:
            yield room, path


def imported(path):
    """The modules that ``path`` imports, by their full names."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} has a relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names if node.module == "timeline")


@pytest.mark.parametrize(
    ("room", "path"), list(modules()), ids=lambda value: str(value).rpartition("timeline/")[2]
)
def test_imports_run_one_way(room, path):
    for name in imported(path):
        if name.startswith("timeline."):
            used = name.split(".")[1]
            assert used == room or used in MAY_IMPORT[room], f"{path.name} imports {name}"


def test_every_room_has_its_place():
    rooms = {path.name.removesuffix(".py") for path in PACKAGE.iterdir() if path.suffix in ("", ".py")}
    assert rooms - {"__init__", "__main__", "__pycache__"} == MAY_IMPORT.keys()


@pytest.mark.parametrize("forbidden", ["print", "sys.exit"])
def test_only_the_command_line_prints_and_exits(forbidden):
    found = [
        path.name
        for path in PACKAGE.rglob("*.py")
        if path.parent.name != "cli" and path.name != "__main__.py" and forbidden in set(called(path))
    ]
    assert found == []


def called(path):
    """The functions that ``path`` calls, as they are written there."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.slow
@pytest.mark.parametrize(("module", "heavy"), [("timeline.app", "spacy"), ("timeline.app", "dateparser"), ("timeline.events.extract", "dash"),
                                               ("timeline.dates", "pandas"), ("timeline", "spacy")])  # fmt: skip
def test_rooms_do_not_load_what_they_do_not_need(module, heavy):
    code = f"import sys, {module}; sys.exit({heavy!r} in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 0
