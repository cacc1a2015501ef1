"""Entries laid over one another: what stands of them."""

from __future__ import annotations

import pytest

from tests.sheets import TREATY
from timeline.corrections.standing import Entry, Fingerprint, standing


def entry(ident, field, old, new):
    return Entry("2026-01-01T00:00:00Z", "Anna", "u0001", Fingerprint(ident), field, old, new)


STANDING = [
    # what was done, (old, new) in order, what stands: (value, what the program said)
    ("one change", [("M", "A")], ("A", "M")),
    ("another on top", [("M", "A"), ("A", "B")], ("B", "M")),
    ("given back", [("M", "A"), ("A", "M")], None),
    ("given back in two steps", [("M", "A"), ("A", "B"), ("B", "M")], None),
    ("against what the program says now", [("M", "A"), ("N", "B")], ("B", "N")),
    ("looked at again", [("M", "A"), ("A", "M"), ("N", "A")], ("A", "N")),
    ("and that taken back", [("M", "A"), ("A", "M"), ("N", "A"), ("A", "N"), ("M", "A")], ("A", "M")),
]


@pytest.mark.parametrize(
    ("changes", "expected"), [row[1:] for row in STANDING], ids=[row[0] for row in STANDING]
)
def test_what_stands(changes, expected):
    stands = standing(entry(TREATY, "title", old, new) for old, new in changes)
    given = stands.fields.get(TREATY, {}).get("title")
    assert (given and (given.value, given.machine)) == expected
