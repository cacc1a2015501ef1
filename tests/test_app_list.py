"""The list: every event once, in the order asked for, with the words searched for marked."""

from __future__ import annotations

import pytest

from tests.made_up import many, six, with_one_by_hand
from tests.shown import TOPIC, figure, parts, text_of, traces
from timeline.app.address import View, read
from timeline.app.card import card
from timeline.app.hits import found
from timeline.app.list_view import listing
from timeline.table import Selection, select


def test_list_has_every_event_once_those_without_a_year_last() -> None:
    made = six()
    rows = parts(listing(made.events, made, TOPIC), "Tr")[1:]
    assert [text_of(parts(row, "Button")) for row in rows] == list(made.events["title"])
    assert "5 December, year not given" in text_of(rows[-1])
    assert [text_of(row.children[-1]) for row in rows] == ["1", "1", "1", "2", "1", "1"]


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("", "bcdfgh"), ("date", "bcdfgh"), ("-date", "gfdcbh"),
        ("event", "bdcfgh"), ("-event", "gfcdbh"),
        ("category", "fgbcdh"), ("actors", "bcdfgh"), ("-documents", "fbcdgh"),
    ],
)  # fmt: skip
def test_the_list_is_sorted_and_what_has_no_year_stays_last(sort: str, expected: str) -> None:
    made = six()
    shown = listing(made.events, made, TOPIC, View(sort=sort))
    events = [b.to_plotly_json()["props"].get("data-event") for b in parts(shown, "Button")]
    assert [event[3] for event in events if event] == list(expected)
    heads = [head.to_plotly_json()["props"] for head in parts(shown, "Th")]
    sorted_by = [(text_of(head["children"])[:4], head["aria-sort"]) for head in heads if "aria-sort" in head]
    column = sort.lstrip("-") or "date"
    assert sorted_by == [(column.capitalize()[:4], "descending" if sort.startswith("-") else "ascending")]


def test_a_long_list_is_drawn_in_steps() -> None:
    made = many(700)
    shown = listing(made.events, made, TOPIC, rows=250)
    assert len(parts(shown, "Tr")) == 251
    assert "Show 450 more" in text_of(shown)
    assert listing(made.events.head(0), made, TOPIC) == []


def test_hits_are_marked_in_titles_and_sentences() -> None:
    made = six()
    events = select(made, Selection(words="SOVIÉT dam"))
    shown = listing(events, made, TOPIC, View(Selection(words="SOVIÉT dam")))
    assert [text_of(hit) for hit in parts(shown, "Mark")] == ["Soviet", "dam", "Soviet", "dam"]
    opened = card("ev_dddddddddd", made, TOPIC, [], "SOVIÉT dam")
    hits = [hit for hit in parts(opened, "Mark") if getattr(hit, "className", "") == "hit"]
    assert [text_of(hit) for hit in hits] == ["Soviet", "dam", "Soviet", "dam"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Kābul fell", "kabul", [(0, 5)]),
        ("Straße nach Kabul", "STRASSE", [(0, 6)]),
        ("Ka\u0304bul", "kabul", [(0, 6)]),
        ("the Amir’s son", "amir's", [(4, 10)]),
        ("ababa", "abab baba", [(0, 5)]),
        ("none", "kabul", []),
        ("anything", "", []),
    ],
)
def test_found(text: str, words: str, expected: list[tuple[int, int]]) -> None:
    assert found(text, words) == expected


def test_list_and_figure_of_an_event_added_by_hand() -> None:
    made = with_one_by_hand()
    (row,) = [
        row for row in parts(listing(made.events, made, TOPIC), "Tr") if "A mission arrives" in text_of(row)
    ]
    assert text_of(row.children[-1]) == "added by hand"
    drawn = [datum[0] for trace in traces(figure(made), "points") for datum in trace["customdata"]]
    assert "ev_kkkkkkkkkk" in drawn
    assert read("?event=ev_kkkkkkkkkk", made, TOPIC).event == "ev_kkkkkkkkkk"
    assert list(select(made, Selection(words="mission"))["event_id"]) == ["ev_kkkkkkkkkk"]
    assert "ev_kkkkkkkkkk" not in set(select(made, Selection(documents=("beta.md",)))["event_id"])
