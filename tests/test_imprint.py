"""Lines of the page, which tell nothing."""

from __future__ import annotations

import pytest

from timeline.documents.imprint import imprint

OF_THE_PAGE = [
    "Rivers in Review, Vol. 9, No. 4, Autumn 2007, 611–618",
    "Northern Rivers Review 31:2 (July 2019), 201–219     https://doi.org/10.5555/nrr.2019",
    "ISSN 1471-1966 print / doi:10.9999/sd.2007.9.4.611",
    "A. ROE: The Bridge. xvi, 412 pp. Lund: Hale, 2013. £30. ISBN 978-0-0000-0000-0.",
    "Suggested citation: Roe, A. (2025). The bridge. Brief 7.",
    "Submitted 9.1.2007; revised version June 2007.",
    "This content downloaded from 192.0.2.1 on Tue, 12 Jan 2016 10:22:19 UTC.",
    "Copyright 2025 Example Press Service. All rights reserved.",
    "Subscriptions 2014: £48.",
]
OF_THE_STORY = [
    "In 1919 Moscow recognised Kabul in decree No. 5 of that year, and sent an envoy.",
    "- 1985: THE TALKS",
    "The report was received in Kabul in May 1985 and read aloud.",
    "Vol. 2 tells of 1985.",
    "Soviet troops stormed the Tajbeg palace at 19:15 on 27 December 1979.",
    "The General Assembly adopted resolution 35/37 on 20 November 1980.",
    "The Politburo adopted decision No. 176 on 12 December 1979.",
    "Submitted to Moscow in 1920, the treaty was ratified in 1921.",
    "First published in 1978 by the party, the paper Khalq came to power with it in 1978",
    "KABUL, 3 May 1985",
    "1978",
]


@pytest.mark.parametrize("line", OF_THE_PAGE)
def test_lines_of_the_page(line):
    text = f"It began.\n{line}\nIt ended."
    assert [text[start:end] for start, end in imprint(text)] == [line]


@pytest.mark.parametrize("line", OF_THE_STORY)
def test_lines_of_the_story(line):
    assert not imprint(f"It began.\n{line}\nIt ended.")


def test_a_running_head_comes_again():
    text = "THE RIVER REVIEW      Winter 2013\nIn 1919 it began and\n46\nTHE RIVER REVIEW      2014\nin 1921 it ended."
    assert [text[start:end].split("  ")[0] for start, end in imprint(text)] == ["THE RIVER REVIEW"] * 2
