"""The lanes: by category, actor and document."""

from __future__ import annotations

from collections import Counter

from tests.made_up import many, six, with_one_by_hand
from tests.shown import TOPIC, figure, traces
from timeline.app.lanes import MOST, lanes


def test_a_lane_for_each_category_that_occurs() -> None:
    made = figure(six(), "?cat=war")  # what a filter hides keeps its lane
    assert [lane["name"] for lane in made["layout"]["meta"]["lanes"]] == [
        "War", "Politics", "Diplomacy", "Treaties", "Aid & trade".replace("&", "&amp;"),
    ]  # fmt: skip
    assert sum(len(trace["x"]) for trace in traces(made, "points") + traces(made, "bars")) == 1


def test_lanes_by_actor_are_the_most_frequent_and_others() -> None:
    made = many(300)
    by = lanes(made.events, TOPIC, "actor")
    assert len(by) == MOST
    assert by[-1].name == "Others"
    count = Counter(name for cell in made.events["actors"] for name in cell.split("; "))
    assert {lane.key for lane in by[:-1]} == {
        name for name, _ in sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[: MOST - 1]
    }
    for cell, at in zip(made.events["actors"], by.places(made.events), strict=True):
        known = [name for name in cell.split("; ") if name in {lane.key for lane in by}]
        assert by[at].key == (known[0] if known else "")


def test_lanes_by_document_have_their_titles() -> None:
    made = six()
    titles = dict(zip(made.documents["document"], made.documents["title"], strict=True))
    assert [lane.name for lane in lanes(made.events, TOPIC, "document", titles)] == [
        "About alpha.txt",
        "About beta.md",
    ]
    added = lanes(with_one_by_hand().events, TOPIC, "document", titles)
    assert [lane.name for lane in added] == [
        "About alpha.txt",
        "About beta.md",
        "Others",
    ]  # it has no document
