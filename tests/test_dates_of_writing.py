"""Dates read against the day that a text was written on: of reports, and what an author says of his own day."""

from __future__ import annotations

import pytest

from timeline.dates import find_dates

NEWS = [
    ("KABUL — Ministers met on Monday. Yesterday they left. A spokesman said last month that talks go on.", ["2021-09-06", "2021-09-07", "2021-08"]),
    ("Ministers met two days ago and will meet tomorrow.", ["2021-09-06", "2021-09-09"]),
    ("The talks opened on Monday. The next round is planned for November.", ["2021-09-06", "2021-11"]),
    ("Talks opened on Monday. It was last October that they broke off, two years ago last week that they began.", ["2021-09-06", "2020-10", "2019-09"]),
    ("Talks opened on Monday. In spring last year they broke off; the pact would be signed by December.", ["2021-09-06", "2020-21", "2021-12"]),
    ("Talks opened on Monday. In the last week of May 1985 it had been said.", ["2021-09-06", "1985-05"]),
    ("The minister, who left on Monday, had been there in November.", ["2021-09-06", "2020-11"]),
    ("Talks opened on Monday.\n\nSoviet troops came in December 1979. In February they met protests.\n\nA report of August 12 said so.",
     ["2021-09-06", "1979-12", "1980-02", "2021-08-12"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NEWS)
def test_news_is_read_against_its_creation_date(text, expected):
    assert [str(t.value) for t in find_dates(text, dct="2021-09-08")] == expected


WRITTEN = [
    ("In 1984 I was there. Two years ago I went back, and this May they showed it.\n\nThat autumn was cold.", ["1984", "2019", "2021-05", "1984-23"]),
    ("In 1984 it began. This year envoys came in May and on 3 June.", ["1984", "2021-05", "2021-06-03"]),
    ("In 1984 he said, “This year we won in May.”", ["1984", "1984-05"]),
    ("In 1984 he said, “Two years ago we won.” In May he died.", ["1984", "1984-05"]),
    ("By May 2030 all may change. In 2020 it began. The deal of 3 June has not yet come.", ["2030-05", "2020", "2021-06-03"]),
    ("They met on 17 August 2021. Elders had come in April.", ["2021-08-17", "2021-04"]),
    ("They met on 17 August 2021. In April they will meet again.", ["2021-08-17", "2022-04"]),
    ("Had they come by May 2023, it would be over. The meeting of 7 July was long.", ["2023-05", "XXXX-07-07"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN)
@pytest.mark.parametrize("dct", ["2021-09-08", "2021-09"])
def test_what_an_author_says_of_his_own_day(text, expected, dct):
    assert [str(t.value) for t in find_dates(text, dct=dct)] == expected
