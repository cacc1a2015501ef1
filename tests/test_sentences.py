"""Documents → sentences."""

from __future__ import annotations

import pytest

from timeline.events.sentences import split

SENTENCES = [
    ("It fell. They left! Did they? Yes.", ["It fell.", "They left!", "Did they?", "Yes."]),
    ("The U.S. envoy met Gen. Ivan Petrov of St. Petersburg at 5 p.m. in Kabul.", None),
    ("He came from the U.S. The talks failed.", ["He came from the U.S.", "The talks failed."]),
    ('He said “we leave.” They left.', ["He said “we leave.”", "They left."]),
    ("It fell to the player.Russian troops came.", ["It fell to the player.", "Russian troops came."]),
    ("A line\nwrapped here. Another.", ["A line\nwrapped here.", "Another."]),
    ("A line\r\nwrapped here.\r\n\r\nAnother.", ["A line\r\nwrapped here.", "Another."]),
    ("1919 Russia came.\n1921: Kabul went.\n1928 – A king left", ["1919 Russia came.", "1921: Kabul went.", "1928 – A king left"]),
    ("# A heading\nA sentence.", ["# A heading", "A sentence."]),
    ("A heading without a stop\n\nA sentence.", ["A heading without a stop", "A sentence."]),
    ("One:\n- first thing\n- second thing", ["One:", "- first thing", "- second thing"]),
    ("* 1921, 28 February. Soviet treaty\n20.5.1990 - Najibullah visits Moscow.\n1985/86: Gorbachev decides.\nc. 2000: Moscow calls\nMay 5, 1986 – Karmal goes",
     ["* 1921, 28 February. Soviet treaty", "20.5.1990 - Najibullah visits Moscow.", "1985/86: Gorbachev decides.", "c. 2000: Moscow calls", "May 5, 1986 – Karmal goes"]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text, expected):
    assert [text[s.start : s.end] for s in split(text)] == ([text] if expected is None else expected)


def test_matter_is_in_no_sentence():
    text = "---\ntitle: x\n---\nIt fell."
    assert [text[s.start : s.end] for s in split(text, [(0, 16)])] == ["It fell."]
