"""What is sure about a date: the sure part of a span, and how far its tellings lie apart."""

from __future__ import annotations

import pytest

from tests.made_up import six
from tests.shown import TOPIC, text_of
from timeline.app.card import card
from timeline.app.spans import bounded, disputed, sure
from timeline.table import Timeline


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1979-12-24/1989-02-15", ("1979-12-24", "1989-02-15")),
        ("1950/1973", ("1950-12-31", "1973-01-01")),
        ("1989-03/1989-06~", ("1989-03-31", "1989-06-01")),
        ("1979/1979-12-24", None),  # begun at some time before its end
        ("198X", None),
        ("2021-08-15/..", None),  # see below
        ("../1992", None),
        ("soon", None),
        ("soon/later", None),
    ],
)
def test_the_sure_part_of_a_span(edtf: str, expected: tuple[str, str] | None) -> None:
    assert sure(edtf) == expected


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("../1992", ("before", "year", "1992-01-01", "1992-12-31")),
        ("/1992-02", ("before", "month", "1992-02-01", "1992-02-29")),
        ("2007-03-04~/..", ("since", "day", "2007-03-04", "2007-03-04")),
    ]
    + [(edtf, None) for edtf in ("1992", "1950/1973", "soon/..", "XXXX-12-05", "XXXX-12-05/..", "../..", "")],
)
def test_the_known_end_of_a_date_that_is_only_bounded(edtf: str, expected: tuple[str, ...] | None) -> None:
    assert bounded(edtf) == expected


def test_sources_that_differ_have_a_range_between_them() -> None:
    made = six()
    mentions = made.mentions.copy()
    told = mentions["mention_id"] == "ev_jjjjjjjjjj"
    differing = Timeline(
        made.events,
        mentions.assign(edtf=mentions["edtf"].where(~told, "1980-01-03")),
        made.documents,
        made.hidden,
    )
    assert disputed(differing) == {"ev_ffffffffff": ("1979-12-01", "1980-01-03")}
    assert disputed(made) == {}
    coarser = Timeline(
        made.events, mentions.assign(edtf=mentions["edtf"].where(~told, "1979")), made.documents, made.hidden
    )
    assert disputed(coarser) == {}  # "1979" says nothing else, only less
    shown = text_of(card("ev_ffffffffff", differing, TOPIC, []))
    assert "Sources differ December 1979 or 3 January 1980" in shown
    assert "Sources differ" not in text_of(card("ev_ffffffffff", coarser, TOPIC, []))
