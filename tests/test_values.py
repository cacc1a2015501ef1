"""Values of dates: EDTF text, precision, first and last day, words, order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import DateValue, Precision

VALUES = [
    # edtf, precision, first day, last day, in words
    ("1979-12-24", Precision.DAY, "1979-12-24", "1979-12-24", "24 December 1979"),
    ("1979-12", Precision.MONTH, "1979-12-01", "1979-12-31", "December 1979"),
    ("1980-02", Precision.MONTH, "1980-02-01", "1980-02-29", "February 1980"),
    ("1838-10~", Precision.MONTH, "1838-10-01", "1838-10-31", "about October 1838"),
    ("1919?", Precision.YEAR, "1919-01-01", "1919-12-31", "perhaps 1919"),
    ("197X", Precision.DECADE, "1970-01-01", "1979-12-31", "the 1970s"),
    ("18XX", Precision.CENTURY, "1800-01-01", "1899-12-31", "the 19th century"),
    ("1978-21", Precision.SEASON, "1978-03-01", "1978-05-31", "spring 1978"),
    ("1978-24", Precision.SEASON, "1978-12-01", "1979-02-28", "winter 1978"),
    ("1980-33", Precision.QUARTER, "1980-01-01", "1980-03-31", "first quarter of 1980"),
    ("1950/1973", Precision.RANGE, "1950-01-01", "1973-12-31", "1950–1973"),
    ("1885-03-30/1885-09", Precision.RANGE, "1885-03-30", "1885-09-30", "30 March 1885 – September 1885"),
    ("2021-08-15/..", Precision.RANGE, "2021-08-15", None, "since 15 August 2021"),
    ("../1992", Precision.RANGE, None, "1992-12-31", "in or before 1992"),
    ("../1992-04-28", Precision.RANGE, None, "1992-04-28", "on or before 28 April 1992"),
    ("XXXX-12-05", Precision.DAY, None, None, "5 December, year not given"),
    ("-0043-03-15", Precision.DAY, "-0043-03-15", "-0043-03-15", "15 March 44 BC"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("edtf", "precision", "first", "last", "words"), VALUES, ids=[row[0] for row in VALUES]
)
def test_values(edtf, precision, first, last, words):
    value = DateValue.parse(edtf)
    assert value.precision is precision
    assert (value.earliest.iso() if value.earliest else None) == first
    assert (value.latest.iso() if value.latest else None) == last
    assert value.words == words


@pytest.mark.parametrize(
    "edtf", ["", "79", "1979-13", "1979-02-30", "1979-2-3", "XXXX", "..", "../..", "1980/1979", "197X-03", "1979-12-24T09:00", "now"]
)  # fmt: skip
def test_what_is_no_value_is_refused(edtf):
    with pytest.raises(ValueError, match=r"."):
        DateValue.parse(edtf)


def test_values_sort_by_first_day_and_lost_years_last():
    given = ["../1979-06", "1978-12", "1979", "1979-01-01/1980", "1979-12-24", "XXXX-01-01"]
    order = sorted(given, key=lambda edtf: DateValue.parse(edtf).sort_key)
    assert order == ["1978-12", "1979", "1979-01-01/1980", "../1979-06", "1979-12-24", "XXXX-01-01"]


years = st.integers(1000, 2199)
points = st.one_of(
    years.map(str),
    st.builds("{}-{:02d}".format, years, st.integers(1, 12)),
    st.builds("{}-{:02d}-{:02d}".format, years, st.integers(1, 12), st.integers(1, 28)),
    st.builds("{}-{}".format, years, st.sampled_from([21, 22, 23, 24, 33, 34, 35, 36])),
    st.builds("{:03d}X".format, st.integers(100, 219)),
    st.builds("XXXX-{:02d}-{:02d}".format, st.integers(1, 12), st.integers(1, 28)),
)


@given(points, st.sampled_from(["", "~", "?", "%"]))
def test_a_value_written_and_read_again_is_equal(point, qualifier):
    value = DateValue.parse(point + qualifier)
    assert DateValue.parse(str(value)) == value
    assert value.words
