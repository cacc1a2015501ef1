"""Dates in cells, and text that no spreadsheet takes for a formula: what is written comes back, what cannot be meant is
refused."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.corrections.cell_values import is_same
from timeline.corrections.date_cells import COLUMNS, from_cells, to_cells
from timeline.corrections.errors import CellError
from timeline.corrections.guard import guarded, unguarded
from timeline.dates.value import DateValue

TODAY = date(2026, 1, 1)


def cells(year="", month="", day="", end_year="", end_month="", end_day="", certainty=""):
    return dict(zip(COLUMNS, (year, month, day, end_year, end_month, end_day, certainty), strict=True))


MEANT = [
    # what is shown, cells, EDTF
    ("a day", cells("1979", "12", "24"), "1979-12-24"),
    ("a month", cells("1979", "12"), "1979-12"),
    ("a month by its name", cells("1979", "December"), "1979-12"),
    ("a month by three letters", cells("1979", "dec"), "1979-12"),
    ("a season", cells("1978", "Spring"), "1978-21"),
    ("fall is autumn", cells("1978", "fall"), "1978-23"),
    ("a quarter", cells("1978", "q4"), "1978-36"),
    ("a decade", cells("197x"), "197X"),
    ("a century", cells("19XX", certainty="about"), "19XX~"),
    ("a span", cells("1950", "", "", "1973"), "1950/1973"),
    ("a span of days", cells("2002", "3", "11", "2002", "3", "14"), "2002-03-11/2002-03-14"),
    ("a span without an end", cells("2021", "8", "15", ".."), "2021-08-15/.."),
    ("a span without an end, as Word writes two points", cells("2021", "8", "15", "…"), "2021-08-15/.."),
    ("after", cells("2021", "8", "15", certainty="after"), "2021-08-15/.."),
    ("before", cells("1992", certainty="before"), "../1992"),
    ("before about", cells("1992", certainty="before, about"), "../1992~"),
    ("about", cells("1839", certainty="About"), "1839~"),
    ("uncertain", cells("1839", certainty="uncertain"), "1839?"),
    ("both", cells("1839", certainty="about and uncertain"), "1839%"),
    ("both ends about", cells("1839", "", "", "1841", certainty="about"), "1839~/1841~"),
    ("one end about", cells("1839", "", "", "1841", certainty="end about"), "1839/1841~"),
    ("each end something", cells("1839", "", "", "1841", certainty="start about; end uncertain"), "1839~/1841?"),
    ("a float of a spreadsheet", cells("1980.0", "5.0", "1."), "1980-05-01"),
    ("Persian digits", cells("۱۹۸۰"), "1980"),
    ("a decade in Persian digits", cells("۱۹۸X"), "198X"),
    ("Arabic digits", cells("١٩٨٠"), "1980"),
    ("full-width digits", cells("１９８０"), "1980"),
    ("NBSP around", cells("\u00a01980\u00a0"), "1980"),
    ("marks of direction around", cells("\u200f۱۹۸۰\u200e"), "1980"),
    ("the first and the last year", cells("1700", "", "", "2036"), "1700/2036"),
    ("a leap day", cells("1980", "2", "29"), "1980-02-29"),
]  # fmt: skip


@pytest.mark.parametrize(("given_cells", "edtf"), [row[1:] for row in MEANT], ids=[row[0] for row in MEANT])
def test_what_is_meant(given_cells, edtf):
    assert from_cells(given_cells, TODAY) == (edtf, False)


def test_disputed_is_a_word_of_its_own():
    assert from_cells(cells("1979", certainty="disputed; about"), TODAY) == ("1979~", True)
    assert to_cells("1979~", disputed=True)["certainty"] == "about; disputed"


NOT_MEANT = [
    # what is wrong, cells, column, a word of the message
    ("year 79", cells("79"), "year", "in full"),
    ("a Solar Hijri year", cells("1358"), "year", "Solar Hijri"),
    ("a date as a number", cells("29214"), "year", "1979-12-25"),
    ("too early", cells("1699"), "year", "1700"),
    ("too late", cells("2037"), "year", "2036"),
    ("a decade too early", cells("169X"), "year", "1700"),
    ("before our era", cells("-0043"), "year", "1700"),
    ("a spreadsheet's date", cells("Dec-79"), "year", "no year"),
    ("a whole date", cells("03/04/1979"), "year", "no year"),
    ("an error of a formula", cells("#REF!"), "year", "no year"),
    ("infinity", cells("1.79E+308"), "year", "no year"),
    ("a fraction", cells("1979.5"), "year", "no year"),
    ("a very long number", cells("1" * 400), "year", "no year"),
    ("the year of a lost one", cells("XXXX", "12"), "year", "no year"),
    ("31 February", cells("1979", "2", "31"), "day", "no 31 February 1979"),
    ("29 February of no leap year", cells("1979", "2", "29"), "day", "no 29 February"),
    ("month 13", cells("1979", "13"), "month", "no month"),
    ("month 0", cells("1979", "0"), "month", "no month"),
    ("day 0", cells("1979", "1", "0"), "day", "no day"),
    ("a day without a month", cells("1979", "", "5"), "month", "has no month"),
    ("a day of a season", cells("1979", "spring", "5"), "day", "no days"),
    ("a month of a decade", cells("197X", "5"), "month", "no months"),
    ("a blank year", cells(), "year", "blank"),
    ("a blank year with a month", cells("", "5"), "year", "blank"),
    ("an end without a year", cells("1979", "", "", "", "5"), "end_year", "blank"),
    ("an end before the start", cells("1979", "", "", "1978"), "end_year", "ends before"),
    ("an end of a span without one", cells("1979", "", "", "..", "5"), "end_month", "without an end"),
    ("before a span", cells("1979", "", "", "1981", certainty="before"), "certainty", "one date"),
    ("after a span", cells("1979", "", "", "1981", certainty="after"), "certainty", "one date"),
    ("before and after", cells("1979", certainty="before; after"), "certainty", "not both"),
    ("a word that is none", cells("1979", certainty="perhaps"), "certainty", "unknown"),
    ("about an end that is not there", cells("1979", certainty="end about"), "certainty", "with an end"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("given_cells", "column", "says"), [row[1:] for row in NOT_MEANT], ids=[row[0] for row in NOT_MEANT]
)
def test_what_cannot_be_meant(given_cells, column, says):
    with pytest.raises(CellError, match=says) as refused:
        from_cells(given_cells, TODAY)
    assert refused.value.column == column


def test_a_lost_year_may_stay_lost():
    assert from_cells(cells("", "12", "5"), TODAY, year_lost=True) == ("XXXX-12-05", False)
    assert from_cells(cells("", "2", "29"), TODAY, year_lost=True) == ("XXXX-02-29", False)
    assert from_cells(cells("1978", "12", "5"), TODAY, year_lost=True) == ("1978-12-05", False)
    with pytest.raises(CellError, match="no 31 February"):
        from_cells(cells("", "2", "31"), TODAY, year_lost=True)


SAME = [
    ("year", "1980.0", "1980", True), ("year", "0652", "652", True), ("year", "197x", "197X", True),
    ("year", "1980", "1981", False), ("year", "", "0", False), ("month", "Winter", "winter", True),
    ("importance", "2.0", "2", True), ("certainty", "Disputed,about", "about; disputed", True),
    ("category", " Diplomacy", "diplomacy", True), ("actors", "A;B", "A; B", True), ("actors", "A; B", "B; A", False),
    ("title", "a\r\nb\rc", "a\nb\nc", True), ("title", "A", "a", False), ("note", "a ", "a", False),
    ("title", "1.0", "1", False),
]  # fmt: skip


@pytest.mark.parametrize(("column", "one", "other", "same"), SAME)
def test_what_a_spreadsheet_makes_of_a_cell_is_no_change(column, one, other, same):
    assert is_same(column, one, other) is same


@st.composite
def points(draw, first=1700, last=2036, lost=False):
    """One end of a value as the project writes it."""
    kind = draw(st.sampled_from(("century", "decade", "year", "part", "month", "day")))
    year = draw(st.integers(first, last))
    sign = draw(st.sampled_from(("", "~", "?", "%")))
    month = draw(st.integers(1, 12))
    day = draw(st.integers(1, calendar.monthrange(2000 if lost else year, month)[1]))
    part = draw(st.sampled_from((21, 22, 23, 24, 33, 34, 35, 36)))
    written = "XXXX" if lost else f"{year:04d}"
    if lost and kind in ("century", "decade", "year"):
        kind = "month"
    return {
        "century": written[:2] + "XX", "decade": written[:3] + "X", "year": written, "part": f"{written}-{part}",
        "month": f"{written}-{month:02d}", "day": f"{written}-{month:02d}-{day:02d}",
    }[kind] + sign  # fmt: skip


@st.composite
def values(draw, **years):
    one, other = draw(points(**years)), draw(points(**years))
    shape = draw(st.sampled_from(("point", "span", "open", "before")))
    edtf = {"point": one, "span": f"{one}/{other}", "open": f"{one}/..", "before": f"../{one}"}[shape]
    try:
        DateValue.parse(edtf)
    except ValueError:  # the ends are the wrong way round
        edtf = f"{other}/{one}"
    return edtf


@settings(max_examples=400, deadline=None)
@given(values(), st.booleans())
@example("1924-07/1924-12~", False)
@example("../1992%", True)
def test_every_value_survives_its_cells(edtf, disputed):
    written = to_cells(edtf, disputed)
    assert all(value == "" or value.isdecimal() for name, value in written.items() if name.endswith("day"))
    assert from_cells(written, TODAY) == (edtf, disputed)


@settings(max_examples=150, deadline=None)
@given(values(lost=True), st.booleans())
def test_every_value_without_a_year_survives_its_cells(edtf, disputed):
    assert from_cells(to_cells(edtf, disputed), TODAY, year_lost=True) == (edtf, disputed)


@settings(max_examples=100, deadline=None)
@given(values(first=1, last=1699))
def test_a_value_that_no_editor_may_give_has_cells_too(edtf):
    assert set(to_cells(edtf)) == set(COLUMNS)


SPECIAL = st.text(st.sampled_from("'=+-@\t\r\n\0＝＋－＠a 1\"‘’"), max_size=6) | st.lists(
    st.sampled_from(("'", "1", "May", "mars", "true", "TRUE", " ", "\n", "e", "۱", "-", "x")), max_size=5
).map("".join)


@settings(max_examples=400, deadline=None)
@given(SPECIAL, SPECIAL)
def test_the_guard_is_a_bijection(one, other):
    assert unguarded(guarded(one)) == one
    assert guarded(one)[:1] not in set("=+-@\t\r\n\0＝＋－＠")
    assert (guarded(one) == guarded(other)) == (one == other)
    assert guarded(unguarded(guarded(one))) == guarded(one)
