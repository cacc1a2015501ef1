"""The figure: a plain dict with every event that the axis can show, drawn as precisely as it is dated."""

from __future__ import annotations

import json
import re

from tests.made_up import six
from tests.shown import HOSTILE, TOPIC, figure, traces
from timeline.app.marks import BAR
from timeline.app.page import page
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


def test_open_ends_reach_to_the_end_of_the_axis() -> None:
    made = six()
    events = made.events.copy()
    events.loc[4, ["edtf", "latest", "precision"]] = ["2021-08-15/..", "9999-12-31", "range"]
    bars = [
        t
        for t in traces(figure(Timeline(events, made.mentions, made.documents, made.hidden)), "bars")
        if t["x"]
    ]
    assert bars[0]["base"] == ["2021-08-15"]


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
