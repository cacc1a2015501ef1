"""The address: every view is a query and is read back from it; nonsense is ignored."""

from __future__ import annotations

import pytest

from tests.made_up import six
from tests.shown import TOPIC
from timeline.app.address import View, ignored, read
from timeline.table import Selection

VIEWS = [
    View(),
    View(view="list"),
    View(Selection(eras=("soviet-war", "najibullah")), zoom=("1979-12-01", "1980-01-31")),
    View(Selection(actors=("soviet-union",), words="roads & dams"), "timeline", "ev_dddddddddd"),
    View(Selection(categories=("war",), documents=("beta.md",), first_year=1970, last_year=1990)),
    View(view="present", step=3, hide=("dates", "places"), picks=("ev_ffffffffff", "ev_bbbbbbbbbb")),
    View(
        Selection(places=("kabul", "moscow"), importance=("3", "1"), review=("yes",)),
        lanes="actor",
        scale="even",
    ),
    View(lanes="document", sort="-documents"),
]


@pytest.mark.parametrize("view", VIEWS)
def test_address_round_trip(view: View) -> None:
    assert read(view.to_query(), six(), TOPIC) == view


@pytest.mark.parametrize(
    "query",
    [
        "?era=stone-age&cat=x&actor=nobody&doc=none.txt",
        "?zoom=1990..1980&view=cinema&event=ev_nothing",
        "?step=-1&hide=all&pick=ev_nothing&pick=",
        "?step=1e3&hide=&hide=DATES&step=%C2%B2",
        "?zoom=..&zoom=a..b&from=x&to=&q=",
        "?zoom=1979-13..1980-99&zoom=0000..9999",
        "?" + "&".join(f"era={i}" for i in range(500)),
        "?%ff=%00&event=%27%20OR%201",
        "?zoom=2021-02-29..2021-02-31",
        "?lanes=category&scale=time&sort=color&imp=7&review=perhaps&place=atlantis",
    ],
)
def test_nonsense_in_the_address_is_ignored(query: str) -> None:
    assert read(query, six(), TOPIC) == View()


IGNORED = [
    ("?era=soviet-war&era=xyz&cat=war", [("era", "xyz")]),
    ("?lanes=foo&scale=bar&event=ev_nothing", [("lanes", "foo"), ("scale", "bar"), ("event", "ev_nothing")]),
    ("?pick=ev_jjjjjjjjjj&pick=nope&pick=nope", [("pick", "nope")]),
    ("?from=1900&from=x&to=12345&q=anything", [("from", "x"), ("to", "12345")]),
    ("?review=true&imp=7&doc=beta.md&place=atlantis", [("imp", "7"), ("place", "atlantis")]),
    ("?zoom=1979..1989&sort=-date&view=list&lanes=actor&lanes=document&event=ev_jjjjjjjjjj", []),
    ("?lanes=category&scale=time&era=&utm_source=a-letter&step=2&hide=dates", []),
    ("?zoom=1989..1979&sort=colour", [("zoom", "1989..1979"), ("sort", "colour")]),
]


@pytest.mark.parametrize(("query", "expected"), IGNORED)
def test_what_is_ignored_is_known(query: str, expected: list[tuple[str, str]]) -> None:
    assert ignored(query, read(query, six(), TOPIC), six()) == expected


def test_of_a_very_long_address_only_the_end_is_ignored() -> None:
    picks = "&".join(f"pick={event}" for event in ("ev_ffffffffff", "ev_bbbbbbbbbb") * 150)
    view = read(f"?cat=war&from=1970&view=list&{picks}&to=1990", six(), TOPIC)
    assert view == View(
        Selection(categories=("war",), first_year=1970), "list", picks=("ev_ffffffffff", "ev_bbbbbbbbbb")
    )


def test_a_lesson_in_the_address() -> None:
    made = six()
    view = read(
        "?step=2&step=4&hide=order&hide=x&hide=dates&pick=ev_jjjjjjjjjj&pick=no&pick=ev_ffffffffff",
        made,
        TOPIC,
    )
    assert (view.step, view.hide, view.picks) == (4, ("dates", "order"), ("ev_ffffffffff",))


def test_every_mention_id_resolves_to_its_event() -> None:
    made = six()
    for mention, event in zip(made.mentions["mention_id"], made.mentions["event_id"], strict=True):
        assert read(f"?event={mention}", made, TOPIC).event == event
    assert read("?event=ev_jjjjjjjjjj", made, TOPIC).event == "ev_ffffffffff"
