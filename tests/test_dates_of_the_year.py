"""Feasts, and days and months of the Solar Hijri calendar, whose year the story gives; sets, which are no dates; counts that are rough."""

from __future__ import annotations

import pytest

from timeline.dates import find_dates

SOLAR_HIJRI = [
    # what the reader must do, text, expected values of all expressions
    ("a day of the story's year", "In 1978 it began. On 7 Saur tanks came. The year after, on 24 Hut, a city rose.",
     ["1978", "1978-04-27", "1979", "1979-03-15"]),
    ("a day may follow its month", "In May 1980 it rained. On Asad 6 it stopped.", ["1980-05", "1980-07-28"]),
    ("a day over new year", "It was February 1979. On 24 Hut they rose, and on 10 Jadi they left.", ["1979-02", "1979-03-15", "1979-12-31"]),
    ("a month is its days", "In December 1979 they came, one morning in Jadi.", ["1979-12", "1979-12-22/1980-01-20"]),
    ("the first and last days of a month lie in one of ours",
     "In December 1979 it snowed early in the month of Jadi; late in Jadi it thawed; in mid-Hut we left.",
     ["1979-12", "1979-12", "1980-01", "1980-02-20/1980-03-20"]),
    ("a year of that calendar stays", "On 6 Jadi 1358 they came; in Saur 1357 they had begun.", ["1979-12-27", "1978-04-21/1978-05-21"]),
    ("names are no months", "In 1978 the Saur Revolution came. Asad met Mehr in Asad's house by Azar. The hut, Hut 5, burnt.", ["1978"]),
    ("a name is one behind the word", "In 1978 it began. It ended in the month of Asad.", ["1978", "1978-07-23/1978-08-22"]),
    ("a rising named after its day", "In 1980 the city rose; it is remembered as 3 Hut, and called the 3 Hut rising.", ["1980"]),
    ("without a year it is lost", "It began on 24 Hut.", [None]),
    ("years of other calendars are near to none of ours", "Coins of 1298 AH and of 1357 SH; others came in '82.",
     ["1880-12-04/1881-11-22", "1978-03-21/1979-03-20", "1982"]),
]  # fmt: skip
FEASTS = [
    ("hours of a feast", "On 3 November 1979 he came. Christmas night they flew in. Two evenings later it began.",
     ["1979-11-03", "1979-12-25", "1979-12-27"]),
    ("just after a feast is about its day, and so is what counts from it",
     "In December 1986 he left, and they came just after New Year. Ten days later it failed.", ["1986-12", "1987-01-01~", "1987-01-11~"]),
    ("New Year's Day is the next one", "In September 1991 they agreed that neither would pay from New Year's Day. Around Christmas it ended.",
     ["1991-09", "1992-01-01", "1991-12-25~"]),
    ("New Year's Day of a year just told", "In 1988 it began. On New Year’s Day he spoke.", ["1988", "1988-01-01"]),
    ("other feasts", "On 20 March 2014 it began; on April Fools' Day it stopped, on May Day they marched.", ["2014-03-20", "2014-04-01", "2014-05-01"]),
    ("a feast of that year", "In 1979 they came. On Boxing Day of that year it fell, on the morning of Christmas Day, 1980, again.",
     ["1979", "1979-12-26", "1980-12-25"]),
    ("a day before a feast", "On 3 November 1987 they came. Two days before Christmas they left.", ["1987-11-03", "1987-12-23"]),
    ("what is named after a feast is none", "In 1988 he gave a New Year's Eve party, Christmas cards and May Day slogans.", ["1988"]),
]  # fmt: skip

SETS = [
    ("each season, month and feast", "In 1964 it began. Each spring they sang, every other summer too, every June and September, each Christmas and every early autumn.", ["1964"]),
    ("a month or day of every year", "In 1964 it began. Every year in May they sang, every year on 9 May they drank, each year at New Year and in autumn each year.", ["1964"]),
    ("what states its year is a date", "Every day in May 1980 it rained, each year since June 1982 it froze.", ["1980-05", "1982-06"]),
    ("each other word is no set", "Each side left in May 1985. In June each of them, and in July every man, came back.", ["1985-05", "1985-06", "1985-07"]),
]  # fmt: skip
ROUGH = [
    ("more than so many years from the end of a year", "They marched in during the last week of 1979 and left a little over nine years later.", ["1979-12", "1989~"]),
    ("more than so many years from its beginning", "They came in January 1979 and left a little over nine years later.", ["1979-01", "1988"]),
    ("fewer than so many years", "They came in January 1979 and left not quite three years later.", ["1979-01", "1981~"]),
    ("more than so many years from a bare year", "In 1979 they came. More than nine years later they left.", ["1979", "1988"]),
    ("a quarter of a century", "In 1979 they came. A quarter of a century later films told of it.", ["1979", "2004~"]),
    ("the same month of another year", "On 6 March 1990 a coup failed; the town fell on the last day of the same month a year later.", ["1990-03-06", "1991-03-31"]),
    ("an edge of the following month", "On 6 March 1990 a coup failed. On the first day of the following month it snowed.", ["1990-03-06", "1990-04-01"]),
    ("a year or so", "He left in April 1838 and a year or so later was dead. On 27 March 1919 he wrote; ten days or so before, they had come.", ["1838-04", "1839~", "1919-03-27", "1919-03-17~"]),
    ("within so many hours that are days", "On 15 August 2021 it fell; within 48 hours he was received, within five hours he left.", ["2021-08-15", "2021-08-15/2021-08-17"]),
    ("a span of years whose last has one figure", "He was minister in 1946–8 and governor in 1932-5.", ["1946/1948", "1932/1935"]),
    ("a decade is the last of that name", "In March 2028 they look back. In the nineties it came.", ["2028-03", "199X"]),
    ("the summer after and more", "They met in July 2009, at Lund the summer after and at Delft again.", ["2009-07", "2010-22"]),
]  # fmt: skip
ROWS = (*SOLAR_HIJRI, *FEASTS, *SETS, *ROUGH)


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_reading_days_of_the_year(text, expected):
    assert [str(t.value) if t.value else None for t in find_dates(text)] == expected


def test_a_day_of_the_solar_hijri_calendar_says_so():
    *_, day, month = find_dates("In 1978 it began, on 7 Saur and in Jadi.")
    assert [(day.calendar, day.year_inferred), (month.calendar, month.year_inferred)] == [
        ("solar hijri", True)
    ] * 2
