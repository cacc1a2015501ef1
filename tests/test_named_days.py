"""Days known by name, which offsets count from: the topic's table, and how a name is known again."""

from __future__ import annotations

from collections import Counter

import pytest

from timeline import topic
from timeline.dates import DateValue, find_dates

DAYS = topic.load().named_days


@pytest.mark.parametrize("day", DAYS, ids=[day.name for day in DAYS])
def test_a_named_day_has_a_value_and_names_of_its_own(day):
    assert DateValue.parse(day.edtf).precision
    assert day.phrases
    assert [phrase for phrase in day.phrases if phrase != phrase.strip()] == []


def test_only_falls_of_one_city_share_their_names():
    shared = Counter(phrase for day in DAYS for phrase in set(day.phrases))
    names = {day.name[:4] for day in DAYS if any(shared[phrase] > 1 for phrase in day.phrases)}
    assert names == {"Fall"}


READ = [
    # text, value of the first offset, value of the event that it tells of too
    ("My papers came two days after Chernobyl, and we left.", "1986-04-28", None),
    ("They sent me there in 1988. Three weeks after the putsch, they agreed.", "1991-09-11", None),
    ("The year before Chernobyl he had come.", "1985", None),
    ("The year before Chernobyl in Ukraine was lost, he came.", None, None),
    ("Two days before the August coup they left.", "1991-08-17", None),
    ("In 1983 it rose. The order was signed sixteen days after Gorbachev's election.", "1985-03-27", None),
    ("A month after Gorbachev was elected president he left.", "1990-04", None),
    ("A year after the death of Stalin they lent money.", "1954", None),
    ("A week after the Soviet withdrawal began they left.", "1988-05-22", "1988-05-15"),
    (
        "A month after the Soviet withdrawal from Afghanistan was completed they came.",
        "1989-03",
        "1989-02-15",
    ),
    ("Two days after the assassination of Massoud they met.", "2001-09-11", None),
    ("Two days after the mass murder of the guards they met.", None, None),
    ("A week after Moscow puts it there they leave.", None, None),
    ("Two days after Chernenko came they left.", None, None),
    ("In 1961, ten weeks after a putsch in Lund failed, they left.", None, None),
    ("A week after the withdrawal of the bill they met.", None, None),
]


DATED = [
    ("After the attacks of 11 September he stood aside.", ["2001-09-11"]),
    ("After the attacks of 11 September 2001 he stood aside.", ["2001-09-11"]),
    (
        "In May 1980 it began; in the week of Nowruz, 2011 she came, on Victory Day 1985 he.",
        ["1980-05", "2011-03-21", "1985-05-09"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), DATED, ids=[row[0] for row in DATED])
def test_a_day_known_by_name_may_state_its_year(text, expected):
    assert [str(t.value) for t in find_dates(text, named_days=DAYS)] == expected


@pytest.mark.parametrize(("text", "value", "told"), READ, ids=[row[0] for row in READ])
def test_an_offset_counts_from_a_day_known_by_name(text, value, told):
    offset = next(t for t in find_dates(text, named_days=DAYS) if t.rule == "offset")
    assert (str(offset.value) if offset.value else None) == value
    assert (str(offset.counted_from.value) if offset.counted_from else None) == told
