"""The merges that are made are the ones that a person has judged (see tests/golden/merges.py)."""

from __future__ import annotations

import pytest

from tests.golden import merges
from timeline import build

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", merges.LISTS)
def test_merges_are_those_judged(name):
    documents = merges.LISTS[name]
    if not documents.is_dir():
        pytest.skip(f"the real documents are not at {documents}")
    judged = merges.judged(name)
    assert [row["event_id"] for row in judged if row["judgement"] == merges.NOT_JUDGED] == []
    expected = [{column: row[column] for column in ("event_id", "date", "tellings")} for row in judged]
    assert merges.merges(build([documents])) == expected


def test_a_judgement_says_same():
    for name in merges.LISTS:
        assert all(row["judgement"].startswith("same: ") for row in merges.judged(name)), name
