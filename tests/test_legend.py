"""What a chronology marks as told only for context. Invented entries."""

from __future__ import annotations

import pytest

from tests.prose import mentions
from timeline.events import select

LIST = """{above}
{first}28 Feb. 1921: Soviet Russia and Afghanistan sign a treaty.
{mark}31 Aug. 1923{behind}: {words}Soviet Russia sends the Afghan king of Persia aeroplanes.{end}
{first}24 June 1931: Soviet Union and Afghanistan renew the pact.
{below}"""
MARKED = [
    # why, the parts of the list, whether the second entry is hidden
    ("an asterisk at its line", {"above": "Entries with an asterisk are there for context only.", "mark": "*"}, True),
    ("a dagger behind its date", {"above": "Moscow and Kabul", "words": "† ", "below": "Entries marked † do not concern both."}, True),
    ("an asterisk before its words", {"above": "An asterisk marks events elsewhere.", "words": "* "}, True),
    ("brackets", {"above": "Entries in square brackets are given for orientation.", "mark": "[", "end": "]"}, True),
    ("a bullet", {"above": "Entries with a dagger are there for context only.", "first": "* ", "mark": "* "}, False),
    ("a mark that nothing explains", {"above": "Moscow and Kabul", "mark": "*"}, False),
    ("a mark that says something else", {"above": "An asterisk marks a date in the Old Style.", "mark": "*"}, False),
]  # fmt: skip


@pytest.mark.parametrize(("parts", "hidden"), [row[1:] for row in MARKED], ids=[row[0] for row in MARKED])
def test_what_is_marked_as_context_is_off_topic(parts, hidden):
    blank = dict.fromkeys(("above", "first", "mark", "behind", "words", "end", "below"), "")
    found = mentions(LIST.format(**{**blank, **parts}))
    reasons = {m.edtf: m.reason for m in found}
    assert reasons == {"1921-02-28": "", "1923-08-31": select.OFF_TOPIC if hidden else "", "1931-06-24": ""}
