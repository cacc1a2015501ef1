"""What is compared when mentions are merged: enough, each pair once, and no more for each when there are many."""

from __future__ import annotations

import random

import pytest

from timeline import topic
from timeline.events.mention import Mention
from timeline.events.merge import merge
from timeline.events.pairs import pairs

TOPIC = topic.load()


def mention(ident: str, sentence: str, edtf: str, document: str = "a.txt", **more) -> Mention:
    title = more.pop("title", sentence)
    return Mention(ident, document, 0, 4, edtf, edtf, "", "made up", sentence, title, "war", "", **more)


def crowd(count: int) -> list[Mention]:
    """So many mentions of one act in one year, no two with one sentence."""
    draw = random.Random(7)
    words = ("river", "bridge", "envoy", "caravan", "garrison", "harvest", "letter", "winter")
    return [
        mention(
            f"ev_{number:06d}",
            f"Convoy {number} met a {draw.choice(words)} and a {draw.choice(words)}.",
            f"1984-{draw.randint(1, 12):02d}-{draw.randint(1, 28):02d}",
            document=f"{number % 9}.txt",
            title="Convoy met",
            acts=("invade",),
            actors=("Soviet Union", "Afghanistan"),
            subjects=("Soviet Union",),
        )
        for number in range(count)
    ]


COMPARED = [
    # what they share, two mentions, whether they are compared
    ("a year and an act", ("One left.", "1984", {"acts": ("invade",)}), ("Two fell.", "1984-05", {"acts": ("invade",)}), True),
    ("an act, not a year", ("One left.", "1984", {"acts": ("invade",)}), ("Two fell.", "1985-05", {"acts": ("invade",)}), False),
    ("a year and a word", ("A caravan left.", "1984", {}), ("The caravan fell.", "1984-05", {}), True),
    ("a year alone", ("One left.", "1984", {}), ("Two fell.", "1984", {}), False),
    ("a day and who acts", ("One left.", "1984-05-03", {"subjects": ("Pakistan",)}), ("Two fell.", "1984-05-03", {"subjects": ("Pakistan",)}), True),
    ("a winter over two years", ("A caravan left.", "1984-24", {}), ("The caravan fell.", "1985-01", {}), True),
    ("a span", ("A caravan left.", "1979/1989", {}), ("The caravan fell.", "1979/1989", {}), True),
    ("a lost year", ("A caravan left.", "XXXX-12-05", {}), ("The caravan fell.", "XXXX-12-05", {}), True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "compared"), [row[1:] for row in COMPARED], ids=[row[0] for row in COMPARED]
)
def test_what_is_compared(one, other, compared):
    told = [
        mention(ident, sentence, edtf, **more)
        for ident, (sentence, edtf, more) in zip("ab", (one, other), strict=True)
    ]
    assert list(pairs(told)) == ([(0, 1)] if compared else [])


def test_copies_under_one_id_need_no_comparing():
    told = [mention("a", "A caravan left.", "1984", document=name) for name in ("1.txt", "2.txt", "3.txt")]
    assert list(pairs(told)) == []
    (event,) = merge(told, TOPIC)
    assert len(event.mentions) == 3


def test_each_pair_comes_once_and_their_number_grows_with_that_of_the_mentions():
    found = {count: list(pairs(crowd(count))) for count in (500, 1000, 4000)}
    for count, listed in found.items():
        assert len(set(listed)) == len(listed)
        assert all(0 <= one < other < count for one, other in listed)
    assert len(found[4000]) < 5 * len(found[1000])


def test_a_crowd_is_merged_the_same_way_in_any_order():
    told = crowd(400)
    merged = merge(told, TOPIC)
    assert len(merged) < 400
    for seed in range(3):
        random.Random(seed).shuffle(told)
        assert merge(told, TOPIC) == merged
