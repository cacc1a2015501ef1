"""A lesson's pure parts: the playlist, what is hidden in it, the shuffled rounds, and the routes."""

from __future__ import annotations

import json
import re

import pytest

from tests.made_up import six, with_date
from tests.shown import lesson
from timeline.app import create_app
from timeline.app.present.masks import pieces
from timeline.app.present.order import rounds, told_apart
from timeline.app.present.playlist import as_data
from timeline.table import Timeline
from timeline.topic import load

TOPIC = load()
SCRIPT = "</script><script>alert(1)</script>"


PLAYLISTS = [
    ("all, those without a year last", "", "bcdfgh"),
    ("a filter", "?cat=diplomacy", "bc"),
    ("picked, in order of date", "?pick=ev_gggggggggg&pick=ev_bbbbbbbbbb", "bg"),
    ("picked by a mention's id", "?pick=ev_jjjjjjjjjj", "f"),
    ("picks go before filters", "?cat=war&pick=ev_cccccccccc", "c"),
    ("picks nobody knows are none", "?cat=war&pick=ev_nothing", "f"),
    ("nothing", "?q=zzz", ""),
]


@pytest.mark.parametrize(
    ("query", "letters"), [row[1:] for row in PLAYLISTS], ids=[row[0] for row in PLAYLISTS]
)
def test_playlist(query: str, letters: str) -> None:
    assert "".join(slide.event_id[-1] for slide in lesson(query).slides) == letters


def test_a_slide_says_when_what_where_and_who_says_so() -> None:
    one = lesson("?pick=ev_ffffffffff").slides[0]
    assert (one.when, one.place, one.category, one.source) == (
        "December 1979",
        "Kabul",
        "War",
        "About alpha.txt",
    )
    assert "".join(piece.text for piece in one.title) == "Soviet troops enter Afghanistan"
    assert "".join(piece.text for piece in one.told) == "In December 1979 Soviet troops entered Afghanistan."


STANDS = [
    ("a day", "ev_gggggggggg", ("2021-08-15", "")),
    ("a month, in its middle", "ev_ffffffffff", ("1979-12-16", "")),
    ("a span, from its first day to its last", "ev_dddddddddd", ("1950-01-01", "1973-12-31")),
    ("a lost year, nowhere", "ev_hhhhhhhhhh", ("", "")),
]


@pytest.mark.parametrize(("event", "stands"), [row[1:] for row in STANDS], ids=[row[0] for row in STANDS])
def test_where_a_slide_stands_on_the_line(event: str, stands: tuple[str, str]) -> None:
    one = lesson(f"?pick={event}").slides[0]
    assert (one.at, one.until) == stands


def test_a_date_that_is_only_bounded_stands_at_its_known_end() -> None:
    for edtf, at in (("2021-08-15/..", "2021-08-15"), ("../1999", "1999-07-02")):
        (one,) = lesson("?pick=ev_gggggggggg", with_date("ev_gggggggggg", edtf)).slides
        assert (one.at, one.until) == (at, "")


# "|" stands around what gives a date, "/" around what gives the place
MASKS = [
    ("In |May 1919|, in /Kabul/.", ("May 1919",), ("Kabul",)),
    ("On |14 April 1988| both sides agreed to leave from |15 May|.", ("14 April 1988",), ()),
    ("The |1921| treaty held until |December 1979|.", ("1921",), ()),
    ("It began |two days later|, near /Kabul/.", ("two days later",), ("Kabul",)),
    ("Kabulov flew to /Kabul/ and back to /Cabul/.", (), ("Kabul", "Cabul")),
    ("Troops |in May\n1919|.", ("in May 1919",), ()),
    ("500 men and 12 guns.", (), ("",)),
    ("", (), ()),
]


@pytest.mark.parametrize(("text", "words", "places"), MASKS)
def test_what_gives_a_date_or_a_place_away(
    text: str, words: tuple[str, ...], places: tuple[str, ...]
) -> None:
    cut = pieces(text.replace("|", "").replace("/", ""), words, places)
    assert "".join({"dates": f"|{t}|", "places": f"/{t}/"}.get(gives, t) for t, gives in cut) == text


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, []), (1, [1]), (2, [2]), (8, [8]), (9, [5, 4]), (17, [6, 6, 5])]
)
def test_rounds_are_even_shuffled_and_always_the_same(count: int, sizes: list[int]) -> None:
    ids = [f"ev_{number}" for number in range(count)]
    found = rounds(ids)
    assert [len(each) for each in found] == sizes
    assert [place for each in found for place in sorted(each)] == list(range(count))
    assert all(each != sorted(each) for each in found if len(each) > 1)
    assert rounds(list(ids)) == found


def test_rounds_depend_on_their_events() -> None:
    assert len({tuple(rounds([f"ev_{a}{n}" for n in range(6)])[0]) for a in "abcdefgh"}) > 4


def test_rounds_leave_out_what_has_no_year() -> None:
    found = lesson()
    assert sorted(place for each in found.rounds for place in each) == [0, 1, 2, 3, 4]


APART = [
    # first and last days, the places that can be put in order
    ("days", [("1924-10-06", "1924-10-06"), ("1924-10-07", "1924-10-07")], [0, 1]),
    ("the same day twice", [("1893-11-12", "1893-11-12"), ("1893-11-12", "1893-11-12")], [0]),
    ("a decade and a year in it", [("1830-01-01", "1839-12-31"), ("1838-01-01", "1838-12-31")], [1]),
    ("a decade and a year behind it", [("1830-01-01", "1839-12-31"), ("1840-01-01", "1840-12-31")], [0, 1]),
    ("a lost year", [("", ""), ("1840-01-01", "1840-12-31")], [1]),
]


@pytest.mark.parametrize(("spans", "places"), [row[1:] for row in APART], ids=[row[0] for row in APART])
def test_only_what_can_be_told_apart_is_put_in_order(spans: list[tuple[str, str]], places: list[int]) -> None:
    assert told_apart(spans) == places


HEADINGS = [
    ("", "Everything"),
    ("?era=soviet-war&cat=war", "Soviet–Afghan War · War"),
    ("?actor=taliban&doc=beta.md", "Taliban · About beta.md"),
    ("?place=kabul&imp=3&imp=2&review=no", "Kabul · importance 2 or 3 · nothing to check"),
    ("?from=1950&to=1980", "1950–1980"),
    ("?from=1950", "since 1950"),
    ("?to=1980&q=dams", "until 1980 · “dams”"),
    ("?era=soviet-war&pick=ev_bbbbbbbbbb", "1 event picked"),
    ("?pick=ev_bbbbbbbbbb&pick=ev_cccccccccc", "2 events picked"),
]


@pytest.mark.parametrize(("query", "words"), HEADINGS)
def test_heading(query: str, words: str) -> None:
    assert lesson(query).heading == words


def test_a_long_heading_is_cut_at_a_word() -> None:
    words = lesson("?q=" + "+".join(["wandering"] * 30)).heading
    assert len(words) <= 120
    assert re.fullmatch(r"“(wandering )*wandering…|“(wandering ?)+…", words)


def test_slides_as_data() -> None:
    data = as_data(lesson())
    assert json.loads(json.dumps(data)) == data
    assert data["slides"][3]["told"][0] == ["In December 1979", "dates"]


ROUTES = [
    "/present",
    "/present?era=soviet-war&hide=dates",
    "/handout",
    "/handout?hide=order",
    "/present?pick=%00&step=x&%ff",
]


@pytest.mark.parametrize("path", ROUTES)
def test_routes_answer_under_the_same_policy(path: str) -> None:
    answer = create_app(six).server.test_client().get(path)
    assert answer.status_code == 200
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]
    assert "unsafe-eval" not in answer.headers["Content-Security-Policy"]
    assert '<html lang="en">' in answer.text
    assert not re.findall(r"<script>|<script [^>]*>[^<]*[a-z]+\(|\son\w+=", answer.text)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', answer.text)


def test_the_view_leads_to_the_lesson() -> None:
    client = create_app(six).server.test_client()
    answer = client.get("/?view=present&era=soviet-war&step=2")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/present?era=soviet-war&step=2")
    assert client.get("/?view=list").status_code == 200
    assert "present/present.js" not in client.get("/").text  # the timeline does not carry the lesson


def test_hostile_texts_stay_texts() -> None:
    timeline = six()
    hostile = Timeline(
        timeline.events.assign(title=SCRIPT, place="<img src=x onerror=alert(2)>", sentence=SCRIPT),
        timeline.mentions.assign(citations=SCRIPT),
        timeline.documents,
        timeline.hidden,
    )
    client = create_app(lambda: hostile).server.test_client()
    for path in ("/present", "/handout", "/handout?hide=dates", "/present?q=" + SCRIPT):
        page = client.get(path).text
        assert SCRIPT not in page
        assert "<img" not in page
        assert page.count("<script") == page.count("</script>")
