"""The filters: their buttons, what they select, and what the page then says."""

from __future__ import annotations

import pytest

from tests.made_up import six
from tests.shown import TOPIC, parts, text_of
from timeline.app.address import View, read
from timeline.app.callbacks import empty, era_note, status
from timeline.app.filters_view import choices
from timeline.app.page import page
from timeline.table import Selection, select


def test_every_filter_is_a_button_with_its_state() -> None:
    made = [*choices(six(), TOPIC), page(six(), TOPIC)]
    pressed = [b.to_plotly_json()["props"] for b in parts(made, "Button")]
    toggles = [b["data-toggle"] for b in pressed if "data-toggle" in b]
    assert all(b["aria-pressed"] == "false" for b in pressed if "data-toggle" in b)
    assert (
        toggles.index("actor=afghanistan")
        < toggles.index("actor=soviet-union")
        < toggles.index("actor=taliban")
    )
    assert {"era=soviet-war", "cat=war", "doc=beta.md"} <= set(toggles)
    assert "era=najibullah" not in toggles  # has no event


def test_filters_by_place_importance_and_review() -> None:
    made = six()
    for query, expected in (
        ("?place=kabul", "bfg"), ("?place=kabul&place=moscow", "bfgh"), ("?imp=2", "bd"), ("?imp=2&imp=3", "bcdfgh"),
        ("?review=yes", "h"), ("?review=1", "h"), ("?review=no&imp=3&place=kabul", "fg"), ("?review=yes&review=no", "bcdfgh"),
    ):  # fmt: skip
        found = select(made, read(query, made, TOPIC).selection)["event_id"]
        assert [event[3] for event in found] == list(expected), query


def test_status_counts_and_names_what_the_axis_cannot_show() -> None:
    made = six()
    assert status(made.events, made, as_list=False) == "6 of 6 events · 1 without a year is in the list"
    assert status(made.events.head(5), made, as_list=False) == "5 of 6 events"
    assert "at the end" in status(made.events, made, as_list=True)
    assert "Clear filters" in text_of(empty(View()))


@pytest.mark.parametrize(
    ("query", "why"),
    [
        ("?q=nothing", "No event meets"), ("?from=1990", "No event meets"), ("?from=1980&to=1980", "No event meets"),
        ("?from=1990&to=1980", "The first year, 1990, is after the last, 1980."),
    ],
)  # fmt: skip
def test_why_there_is_no_event(query: str, why: str) -> None:
    assert text_of(empty(read(query, six(), TOPIC))).startswith(why)


def test_one_chosen_era_is_described() -> None:
    assert era_note(View(Selection(eras=("soviet-war",))), TOPIC).startswith("Soviet–Afghan War, 1979–1989. ")
    assert era_note(View(Selection(eras=("since-2021",))), TOPIC).count("since 2021") == 1
    assert era_note(View(Selection(eras=("soviet-war", "najibullah"))), TOPIC) == ""
