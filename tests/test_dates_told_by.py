"""Years that an event or a count beside a date says."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from timeline.dates import find_dates


@dataclass(frozen=True)
class Named:
    phrases: tuple[str, ...]
    edtf: str
    is_date: bool = False
    is_told: bool = False


DAYS = (
    Named(("7 Saur",), "1978-04-27"),
    Named(("fall of the harbour", "harbour fell"), "1989-02-15"),
    Named(("king abdicated",), "1991-12-25"),
    Named(("the storm",), "1984-08-03/1984-08-05"),
)
READ = [
    # what the reader must do, text, expected values of all expressions
    ("a day known by its day and month, where the story goes towards it",
     "My contract ended in 1977. The next began three weeks before 7 Saur. That day half the office had gone. By Sunday it was over.",
     ["1977", "1978-04-06", "1978-04-27", "1978-04-27", "1978-04-30"]),
    ("a day known by its day and month, without a year told", "It began on the 7th of Saur, on 7 Saur.", ["1978-04-27", "1978-04-27"]),
    ("the same day of a later story is of its year", "In 1980 he spoke. On 7 Saur they marched.", ["1980", "1980-04-27"]),
    ("the season in which a known event was", "In 1992 he wrote of the winter the harbour fell. It was the winter when the harbour fell.", ["1992", "1988-24", "1988-24"]),
    ("the feast on which a known event was", "In 1986 he was there, as he was on the Christmas Day when the king abdicated.", ["1986", "1991-12-25"]),
    ("the month in which something told before was",
     "On 12 March 1984 the guards took Ghora. In 1990 they wrote a book. It was the spring the guards took Ghora that they thought of.",
     ["1984-03-12", "1990", "1984-21"]),
    ("a season before its own verb tells of no event", "In May 1985 it began. In the winter the harbour fell silent. The spring that followed was cold.",
     ["1985-05", "1985-24", "1986-21"]),
    ("a count just behind a month says its year",
     "In Saur 1357 it began; that summer they left. It was one morning early in Jadi, a year and a half later, that others came.",
     ["1978-04-21/1978-05-21", "1978-22", "1979-12", "1979-12"]),
    ("a count just behind a day says its year", "In 1970 he left. They heard of it on 17 July, three years after: a republic. In May, two years later, they met.",
     ["1970", "1973-07-17", "1973-07-17", "1975-05", "1975-05"]),
    ("a count behind a date with its year counts on", "On 3 May 1980 they met, and two years later, in June, again.", ["1980-05-03", "1982", "1982-06"]),
    ("a count from an event is no count of the month", "In May 1980 it rained, two years after the fall of the harbour.", ["1980-05", "1991"]),
    ("an event of some days is counted from its end, or its start", "Two days after the storm, they left; two days before the storm, they had come.", ["1984-08-07", "1984-08-01"]),
    ("the month after somebody's doing", "I came in 1966, and the May after I came the sale was signed. It opened before the year was out. In January he left.",
     ["1966", "1967-05", "1967", "1968-01"]),
    ("that autumn is of the year that brackets have just told", "In May 1959 he came. A quarrel (Sept. 1961) kept the grapes there till planes took them that autumn. In March he left.",
     ["1959-05", "1961-09", "1961-23", "1962-03"]),
    ("that autumn is not of a year in brackets that hold more", "In May 1959 he came. A quarrel (worse than in 1961) kept the grapes there that autumn.", ["1959-05", "1961", "1959-23"]),
    ("what had been is before the story's month", "In May 1990 he wept. He had come in November, and had been there on 3 March.", ["1990-05", "1989-11", "1990-03-03"]),
    ("what had been before is after nothing", "In May 1990 he said that they would have come by January.", ["1990-05", "1991-01"]),
    ("the decision of a month told before", "In March 1979 they refused. In December they came. In January 1980 he left. The decision of December was hasty; the talks of September failed.",
     ["1979-03", "1979-12", "1980-01", "1979-12", "1980-09"]),
    ("next day and same day without an article", "On 27 April 1978 it fell, and early next day he was shot. In Lund, same day, they met. Next-day trains and same-day papers ran.",
     ["1978-04-27", "1978-04-28", "1978-04-28"]),
    ("that winter of a date told aside, where there is no other", "He kept a shop until September 1920, when it burnt, and came over the river that winter.", ["1920-09", "1920-24"]),
    ("next spring of a story", "In July 1973 it fell. By next spring they asked for him. “Next year it opens,” he said.", ["1973-07", "1974-21"]),
    ("a year on, somebody acts", "In May 1978 it began. A year on nobody went out. Ten days on the road followed.", ["1978-05", "1979"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_a_year_told_beside_a_date(text, expected):
    found = find_dates(text, named_days=DAYS)
    assert [str(t.value) if t.value else None for t in found] == expected


def test_a_sentence_that_counts_from_the_day_of_writing_goes_on_from_there():
    text = "In January 2011 he came. Two months ago, to general surprise, he spoke of the land taken on 18 March. In June 2011 he left."
    assert [str(t.value) for t in find_dates(text, dct="2014-05")] == [
        "2011-01",
        "2014-03",
        "2014-03-18",
        "2011-06",
    ]
