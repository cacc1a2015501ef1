"""The README's examples run, and what it names is there."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re

import pytest

import timeline
from tests.conftest import ROOT
from timeline import cli
from timeline.table import schema

README = (ROOT / "README.md").read_text()
MODULES = sorted(
    m.name for m in pkgutil.walk_packages(timeline.__path__, "timeline.") if not m.name.endswith("__main__")
)


@pytest.mark.slow
def test_examples(monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried >= 4
    assert failed == 0


@pytest.mark.parametrize("module", MODULES)
def test_docstrings(module):
    assert (
        doctest.testmod(importlib.import_module(module), optionflags=doctest.NORMALIZE_WHITESPACE).failed == 0
    )


def test_every_column_is_explained():
    for column in {*schema.EVENTS, *schema.MENTIONS, *schema.DOCUMENTS, *schema.HIDDEN}:
        assert f"`{column}`" in README, column


def test_every_command_and_target_is_there(capsys):
    with pytest.raises(SystemExit):
        cli.main(["--help"])
    shown = capsys.readouterr().out
    commands = set(re.findall(r"\| `timeline (\w+)", README))
    assert commands == set(re.findall(r"^    (\w+) ", shown, re.MULTILINE))
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert {"run", "test", "help"} <= targets
