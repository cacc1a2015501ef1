"""Documents → sentences."""

from __future__ import annotations

import pytest

from timeline.dates import find_dates
from timeline.events.entries import Entries
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
    # lines that open with a date: entries of a list, or prose that was wrapped there
    ("It was signed in March\n2018. On the 4th they left for\nKabul.", ["It was signed in March\n2018.", "On the 4th they left for\nKabul."]),
    ("They came in the spring of the year\n1979 and left in the last days of\n1988 when the talks had ended.", None),
    ("The first flight was on 3 May\n1928. The second was on 4 June\n1929.", ["The first flight was on 3 May\n1928.", "The second was on 4 June\n1929."]),
    ("3 May 1928   A first flight to\n   Kabul\n4 June 1929   A second", ["3 May 1928   A first flight to\n   Kabul", "4 June 1929   A second"]),
    ("1928: A flight\n1929: Another one\nStill to be checked: all of it", ["1928: A flight", "1929: Another one", "Still to be checked: all of it"]),
    ("B. ACTS\n1928  A flight\n1929  Another\nC. MORE ACTS\n1930  A third", ["B. ACTS", "1928  A flight", "1929  Another", "C. MORE ACTS", "1930  A third"]),
    ("3.V.28\tA flight. A second one.\tRoe\n4.VI.29\tAnother", ["3.V.28\tA flight.", "A second one.", "Roe", "4.VI.29\tAnother"]),
    ("3 May 1928\n\nA flight.\n\n4 June 1929\n\nAnother one.", ["3 May 1928\n\nA flight.", "4 June 1929\n\nAnother one."]),
    ("1928\n\n3 May: a flight\n4 June: another", ["1928", "3 May: a flight", "4 June: another"]),
    ("", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_sentences(text, expected):
    found = split(text, (), Entries(text, find_dates(text)))
    assert [text[s.start : s.end] for s in found] == ([text] if expected is None else expected)


def test_matter_is_in_no_sentence():
    text = "---\ntitle: x\n---\nIt fell."
    assert [text[s.start : s.end] for s in split(text, [(0, 16)])] == ["It fell."]


PROSE = [
    "The Soviet Union and Afghanistan signed a treaty in the spring of\n1961 and a second one, which was longer, in the autumn of\n1962. A third was never signed.",
    "Moscow sent its envoys to Kabul in March\n1961. They stayed until the last days of\nApril. The Afghan king thanked them.",
]


@pytest.mark.parametrize("text", PROSE)
def test_a_line_of_prose_that_was_wrapped_at_a_date_is_no_entry(text):
    assert Entries(text, find_dates(text)).breaks == []
