"""Dates that only bound the time of what is told."""

from __future__ import annotations

import pytest

from tests.prose import happenings, mentions

BOUNDED = [
    # text, value, title
    ("Since 2007 Russia has maintained contacts with the Taliban in Afghanistan.", "2007/..", "Russia maintained contacts with the Taliban in Afghanistan"),
    ("From 2014 to the present Russia has trained Afghan officers.", "2014/..", "Russia trained Afghan officers"),
    ("From 1956 onwards the Soviet Union gave arms to Afghanistan.", "1956/..", "Soviet Union gave arms to Afghanistan"),
    ("The Soviet Union gave arms to Afghanistan from May 1956 on.", "1956-05/..", "Soviet Union gave arms to Afghanistan"),
    ("Since the 1950s the Soviet Union gave arms to Afghanistan.", "1950/..", "Soviet Union gave arms to Afghanistan"),
    ("Russia and Afghanistan made contact some time before 1999.", "../1999", "Russia and Afghanistan made contact"),
    ("No later than June 1869 Russia and Afghanistan exchanged letters.", "../1869-06", "Russia and Afghanistan exchanged letters"),
    ("Soviet advisers had come to Kabul by May 1978 at the latest.", "../1978-05", "Soviet advisers came to Kabul"),
    ("Prior to 1837 Russia and Afghanistan traded salt.", "../1837", "Russia and Afghanistan traded salt"),
    ("Russia has taken part in the training of Afghan drug police since 2007.", "2007/..", "Russia took part in the training of Afghan drug police"),
    ("Soviet engineers have run the Naghlu power station in Afghanistan since 1967.", "1967/..", "Soviet engineers ran the Naghlu power station in Afghanistan"),
    # and no bounds
    ("Until August 2021 Russia kept its consulate in Mazar-i-Sharif, Afghanistan.", "2021-08", "Russia kept its consulate in Mazar-i-Sharif"),
    ("By 1986 the Soviet Union had lost 10,000 men in Afghanistan.", "1986", "Soviet Union lost 10,000 men in Afghanistan"),
    ("From 1950 to 1973 the Soviet Union gave arms to Afghanistan.", "1950/1973", "Soviet Union gave arms to Afghanistan"),
    ("Moscow wrote off half the debt of Kabul before the 2007 cancellation.", "2007", None),
    ("In 1989 the Soviet Union left Afghanistan. Before the year was out, Soviet deputies condemned the war.", "1989", None),
    ("In May 1988 the Soviet Union began to leave Afghanistan. Before that month was over, Kabul thanked Moscow.", "1988-05", None),
    ("In May 1988 the Soviet Union began to leave Afghanistan. Before the end of the month Kabul thanked Moscow.", "1988-05", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "value", "title"), BOUNDED)
def test_a_date_that_bounds(text, value, title):
    last = mentions(text)[-1]
    assert last.edtf == value
    assert title in (None, last.title)


def test_the_night_before_a_day_is_no_bound():
    text = "On the night before 24 December 1979 Soviet troops gathered at the Afghan border."
    assert ".." not in mentions(text)[-1].edtf


def test_what_began_in_a_year_and_goes_on_since_is_one():
    (told,) = happenings(
        "In 1956 the Soviet Union gave arms to Afghanistan.",
        "Since 1956 the Soviet Union gave arms to Afghanistan.",
    )
    assert (told.value.edtf, len(told.mentions)) == ("1956", 2)


def test_a_forecast_for_some_time_before_a_year_is_hidden():
    text = "Before 2035 Russia will build a railway to Afghanistan."
    assert mentions(text, created="2025-05-01")[-1].reason
