"""Reading the dates of news reports: against the day of writing, backwards or ahead. Invented sentences only."""

from __future__ import annotations

import pytest

from timeline.dates import find_dates

WRITTEN = "1988-02-09"  # a Tuesday
READ = [
    ("Talks opened Monday night. The envoy flew home Tuesday.", ["1988-02-08", "1988-02-09"]),
    ("On Monday evening he spoke; early Tuesday morning he left.", ["1988-02-08", "1988-02-09"]),
    ("Monday's talks failed, and Monday night's vote too.", ["1988-02-08", "1988-02-08"]),
    ("The minister said Sunday that the talks had failed.", ["1988-02-07"]),
    ("The vote on Saturday was 12 to 3.", ["1988-02-06"]),
    ("Late on Saturday and early on Sunday shells fell.", ["1988-02-06", "1988-02-07"]),
    ("They met on Wednesday, Feb. 3. The dead were buried today, Feb. 9.", ["1988-02-03", "1988-02-09", "1988-02-09"]),
    ("They met over the weekend, and last weekend too.", ["1988-02-06/1988-02-07", "1988-02-06/1988-02-07"]),
    ("The envoys met from Friday to Sunday, and the day before yesterday.", ["1988-02-05/1988-02-07", "1988-02-07"]),
    ("They met this past November and this past week.", ["1987-11", "1988-02-01/1988-02-07"]),
    ("The court lifted the ban last April, and the other one this past summer.", ["1987-04", "1987-22"]),
    ("It was signed last spring, and ratified last autumn.", ["1987-21", "1987-23"]),
    ("In December he met the president. In January they spoke again.", ["1987-12", "1988-01"]),
    ("On the 3rd of this month he went; he had come on the 14th ult.", ["1988-02-03", "1988-01-14"]),
    ("Since Nov. 20 he has shuttled between the two.", ["1987-11-20"]),
    ("They met earlier this month and late last month.", ["1988-02", "1988-01"]),
    ("The war ended on this day in 1985.", ["1985-02-09"]),
    ("They met last Nov. 3.", ["1987-11-03"]),
    ("The pullout, which he promised in a speech at the port on July 28, began.", ["1987-07-28"]),
    ("The first round was held Jan. 12-14.", ["1988-01-12/1988-01-14"]),
    ("Talks failed in 1982. \n\nHe has shuttled between the two since Jan. 20.", ["1982", "1988-01-20"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ)
def test_a_report_is_read_against_its_day(text, expected):
    assert _values(text) == expected


def test_a_commentary_counts_from_its_day_as_a_report_does():
    text = "The envoys met ten days ago. Last month they had quarrelled, and on 3 December nobody came. This year they talk."
    assert [str(t.value) for t in find_dates(text, dct=WRITTEN)] == [
        "1988-01-30",
        "1988-01",
        "1987-12-03",
        "1988",
    ]


AHEAD = [
    ("The talks will open on Thursday.", ["1988-02-11"]),
    ("On Thursday the envoys will meet, he said.", ["1988-02-11"]),
    ("The envoys are to meet Wednesday, and a vote is due next Tuesday.", ["1988-02-10", "1988-02-16"]),
    ("The envoy leaves for Geneva on Sunday.", ["1988-02-14"]),
    ("The talks end this Friday.", ["1988-02-12"]),
    ("The talks end on Friday, not on a spring day.", ["1988-02-12"]),
    ("The accord would be signed by Friday.", ["1988-02-12"]),
    ("He said Thursday's meeting would come first.", ["1988-02-11"]),
    ("The talks scheduled for Friday were put off on Monday.", ["1988-02-12", "1988-02-08"]),
    ("The offer to begin on May 15 was read out Monday.", ["1988-05-15", "1988-02-08"]),
    ("Moscow has pledged to begin the pullout May 15.", ["1988-05-15"]),
    ("In May the first troops will go, and the last in November.", ["1988-05", "1988-11"]),
    ("He told them in December that it could be done in March.", ["1987-12", "1988-03"]),
    ("Half are to go by Aug. 15, the rest by next Feb. 5.", ["1988-08-15", "1989-02-05"]),
    ("Under the pact of May 1985 all are to leave by April 1.", ["1985-05", "1988-04-01"]),
    ("Under the pact of May 1985 all were to leave by June 1.", ["1985-05", "1985-06-01"]),
    ("On Thursday they agreed to meet again on Wednesday.", ["1988-02-04", "1988-02-10"]),
    ("On Thursday they are expected to meet.", ["1988-02-11"]),
    ("At a meeting on January 28th he offered to rebuild it.", ["1988-01-28"]),
    ("This coming Friday they vote; the truce holds until Sunday.", ["1988-02-12", "1988-02-14"]),
    ("Officials expect the text by Wednesday.", ["1988-02-10"]),
    ("They had come in July; in January there was a second visit.", ["1987-07", "1988-01"]),
    ("They did not meet on Thursday.", ["1988-02-04"]),
    ("He failed to open the talks on Thursday, and they meet on Friday.", ["1988-02-04", "1988-02-12"]),
    ("15:21\nEnvoy to take up post on Thursday", ["1988-02-11"]),
    ("A vote is not likely before Friday.", ["1988-02-12"]),
    ("Nothing had been heard by Friday.", ["1988-02-05"]),
    ("The envoys who agreed to meet came on Monday.", ["1988-02-08"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AHEAD)
def test_what_is_to_come_lies_after_the_report(text, expected):
    assert _values(text) == expected


COUNTED = [
    ("They met on Friday. Two days earlier the envoy had come.", ["1988-02-05", "1988-02-03"]),
    ("They met on Friday. The next day they signed.", ["1988-02-05", "1988-02-06"]),
    ("He spoke on Monday; he had come the day before.", ["1988-02-08", "1988-02-07"]),
    ("It was two years ago this month that he spoke.", ["1986-02"]),
    ("Two months ago this week they met.", ["1987-12"]),
    ("Three weeks ago Monday the rebels came.", ["1988-01-18"]),
    ("He spoke on Monday. At about the same hour she wrote.", ["1988-02-08", "1988-02-08"]),
    ("He said on Monday that all would be over if they signed by March 15. At the very same hour she wrote.",
     ["1988-02-08", "1988-03-15", "1988-02-08"]),
    ("He spoke on Monday. Hours earlier the guns fell silent, and half an hour later they began again.",
     ["1988-02-08", "1988-02-08", "1988-02-08"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED)
def test_what_counts_from_a_day_of_the_week(text, expected):
    assert _values(text) == expected


QUOTED = [
    ("“Today it is rifles,” he said on Monday. “Ask me next year.”", ["1988-02-08"]),
    ("“They shot at us twenty years ago,” he said.", []),
    ("“We signed it yesterday,” he said, “and last week the other.”", ["1988-02-08", "1988-02-01/1988-02-07"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), QUOTED)
def test_figures_of_speech_of_those_who_are_quoted_are_no_dates(text, expected):
    assert _values(text) == expected


def test_each_report_is_read_by_itself():
    text = "On Thursday they met in May 1985.\n\nOMSK, Feb. 9 - On Monday he left. In December he had come."
    found = find_dates(
        text,
        dct="2025-07-04",
        reports=[(text.index("OMSK"), WRITTEN)],
        skip=[(text.index("OMSK"), text.index("- On"))],
    )
    assert [(t.text, str(t.value)) for t in found] == [
        ("Thursday", "2025-07-03"), ("May 1985", "1985-05"), ("Monday", "1988-02-08"), ("December", "1987-12"),
    ]  # fmt: skip
    assert all(text[t.start : t.end] == t.text for t in found)


def _values(text: str) -> list[str]:
    return [str(t.value) for t in find_dates(text, dct=WRITTEN, mode="news")]
