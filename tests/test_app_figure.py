"""The figure: a plain dict with every event that the axis can show, drawn as precisely as it is dated."""

from __future__ import annotations

import json
import re

import pytest

from tests.made_up import six, with_date
from tests.shown import HOSTILE, TOPIC, figure, traces
from timeline.app.marks import BAR
from timeline.app.page import page
from timeline.app.traces import Datum
from timeline.table import Timeline


def test_figure_is_plain_and_names_its_labels() -> None:
    made = figure(six())
    assert json.loads(json.dumps(made)) == made
    (labels,) = [trace for trace in made["data"] if trace["name"] == "labels"]
    assert labels["mode"] == "text"
    titles = [
        datum[2] for kind in ("points", "bars") for one in traces(made, kind) for datum in one["customdata"]
    ]
    assert sorted(titles) == sorted(six().events["title"][:5])  # the sixth has no year


def test_precision_is_visible() -> None:
    by_id = {}
    for trace in traces(figure(six()), "points"):
        for datum, x, symbol in zip(trace["customdata"], trace["x"], trace["marker"]["symbol"], strict=True):
            by_id[datum[0]] = (x, symbol, datum[6])
    assert by_id["ev_gggggggggg"] == ("2021-08-15", "square", False)  # a day is solid
    assert by_id["ev_ffffffffff"] == ("1979-12-16", "diamond-open-dot", False)  # a month, outlined with a dot
    assert by_id["ev_cccccccccc"] == ("1919-07-02", "circle-open", False)  # a year, hollow, in its middle
    assert by_id["ev_bbbbbbbbbb"] == ("1839-07-02", "circle-open", True)  # and "about"


def test_a_span_is_a_bar() -> None:
    bars = [trace for trace in traces(figure(six()), "bars") if trace["x"]]
    assert [trace["name"] for trace in bars] == ["Aid &amp; trade"]
    assert bars[0]["base"] == ["1950-01-01"]
    assert bars[0]["x"] == [24 * 365.25 * 86_400_000]
    assert bars[0]["width"] == BAR >= 6
    assert bars[0]["customdata"][0][8] == [
        "1950-12-31",
        "1973-01-01",
    ]  # the first year and the last may be but in part


BOUNDED = [
    # date, where its mark stands, its symbol, first and last day of what is known, the open side
    ("../1999", "1999-07-02", "square-open", "1999-01-01", "1999-12-31", "before"),
    ("2007-03/..", "2007-03-16", "square-open-dot", "2007-03-01", "2007-03-31", "since"),
    ("2021-08-15/..", "2021-08-15", "square", "2021-08-15", "", "since"),
    ("../198X", "1984-12-31", "square-open", "1980-01-01", "1989-12-31", "before"),
]


@pytest.mark.parametrize(("edtf", "middle", "symbol", "first", "last", "side"), BOUNDED)
def test_a_date_that_is_only_bounded_is_a_mark_with_an_open_side(
    edtf: str, middle: str, symbol: str, first: str, last: str, side: str
) -> None:
    made = figure(with_date("ev_gggggggggg", edtf))
    (at,) = [
        (datum, x, drawn)
        for trace in traces(made, "points")
        for datum, x, drawn in zip(trace["customdata"], trace["x"], trace["marker"]["symbol"], strict=True)
        if datum[0] == "ev_gggggggggg"
    ]
    assert at[1:] == (middle, symbol)
    assert Datum(*at[0])[4:6] == (first, last)
    assert Datum(*at[0]).open == side


def test_events_a_calendar_cannot_draw_are_left_to_the_list() -> None:
    made = six()
    events = made.events.copy()
    events.loc[0, ["edtf", "earliest", "latest"]] = ["-0043", "-0043-01-01", "-0043-12-31"]
    old = Timeline(events, made.mentions, made.documents, made.hidden, made.texts)
    assert sum(len(trace["x"]) for trace in traces(figure(old), "points") + traces(figure(old), "bars")) == 4
    page(old, TOPIC)


def with_title(title: str) -> Timeline:
    made = six()
    events = made.events.assign(title=title)
    return Timeline(events, made.mentions, made.documents, made.hidden, made.texts)


def test_no_title_reaches_plotly_unescaped() -> None:
    made = json.dumps(figure(with_title(HOSTILE)))
    tags = set(re.findall(r"<[^>]*>", made))
    assert tags <= {"<b>", "</b>", "<br>", "<extra>", "</extra>"}
