"""What stretch of time is in sight, and the overview of all years beneath it."""

from __future__ import annotations

import re

from tests.made_up import many, six
from tests.shown import figure, traces
from timeline.app.window import whole


def test_the_axis_is_of_dates_with_an_explicit_range() -> None:
    for query in ("", "?q=zzz", "?era=soviet-war", "?zoom=1979..1980"):
        axis = figure(six(), query)["layout"]["xaxis"]
        assert axis["type"] == "date"
        for end in axis["range"]:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", end)
    assert (
        figure(six(), "?q=zzz")["layout"]["xaxis"] == figure(six())["layout"]["xaxis"]
    )  # empty keeps the axis


def test_an_era_zooms_and_a_zoom_overrides_it() -> None:
    first, last = figure(six(), "?era=soviet-war")["layout"]["xaxis"]["range"]
    assert ("1979-06", "1989-07") < (first[:7], last[:7]) < ("1979-12-24", "1989-08")
    first, last = figure(six(), "?era=first-treaties")["layout"]["xaxis"]["range"]
    assert first < "1919-01-01" < "1949-12-31" < last
    first, last = figure(many(245), "?era=soviet-war")["layout"]["xaxis"]["range"]
    for trace in traces(figure(many(245), "?era=soviet-war"), "points"):
        assert all(first < x < last for x in trace["x"])  # "1989" too, whose mark stands in July
    zoomed = figure(six(), "?era=soviet-war&zoom=1979-12..1980-03-05")["layout"]["xaxis"]["range"]
    assert zoomed == ["1979-12-01", "1980-03-05"]


def test_the_axis_ends_with_the_year_after_the_last_event() -> None:
    assert whole(six()).last.isoformat() == "2022-12-31"
    for query in ("?era=since-2021", "?era=since-2021&era=soviet-war"):
        assert figure(six(), query)["layout"]["xaxis"]["range"][1] <= "2022-12-31"


def test_the_overview_counts_the_years_of_the_selection() -> None:
    made = figure(six(), "?cat=diplomacy")["layout"]["meta"]["overview"]
    years = {made["first"] + at: count for at, count in enumerate(made["counts"]) if count}
    assert years == {1839: 1, 1919: 1}
