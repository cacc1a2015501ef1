"""A lesson's pure parts: the playlist, what is hidden in it, the shuffled rounds, the handout, and the routes."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from tests.made_up import many, six, with_date
from timeline.app import create_app
from timeline.app.address import read
from timeline.app.heading import heading
from timeline.app.present.handout import handout
from timeline.app.present.masks import pieces
from timeline.app.present.order import rounds, told_apart
from timeline.app.present.playlist import Playlist, as_data, playlist
from timeline.app.present.strip import _levels
from timeline.table import Timeline
from timeline.topic import load

TOPIC = load()
SCRIPT = "</script><script>alert(1)</script>"


def made(query: str = "", timeline: Timeline | None = None) -> Playlist:
    shown = timeline or six()
    view = read(query, shown, TOPIC)
    return playlist(view, shown, TOPIC, heading(view, shown, TOPIC, "Everything"))


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
    assert "".join(slide.event_id[-1] for slide in made(query).slides) == letters


def test_a_slide_says_when_what_where_and_who_says_so() -> None:
    one = made("?pick=ev_ffffffffff").slides[0]
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
    one = made(f"?pick={event}").slides[0]
    assert (one.at, one.until) == stands


def test_a_date_that_is_only_bounded_stands_at_its_known_end() -> None:
    for edtf, at in (("2021-08-15/..", "2021-08-15"), ("../1999", "1999-07-02")):
        (one,) = made("?pick=ev_gggggggggg", with_date("ev_gggggggggg", edtf)).slides
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
    found = made()
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
    assert made(query).heading == words


def test_a_long_heading_is_cut_at_a_word() -> None:
    words = made("?q=" + "+".join(["wandering"] * 30)).heading
    assert len(words) <= 120
    assert re.fullmatch(r"“(wandering )*wandering…|“(wandering ?)+…", words)


def test_slides_as_data() -> None:
    data = as_data(made())
    assert json.loads(json.dumps(data)) == data
    assert data["slides"][3]["told"][0] == ["In December 1979", "dates"]


# The handout


class Words(HTMLParser):
    """The words of a page, its rows, and the blanks in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append("")
        if "blank" in (dict(attributes).get("class") or ""):
            self.rows[-1] += "____"

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1] += f"{data} "


def printed(hide: tuple[str, ...] = (), query: str = "") -> str:
    return handout(made(query), hide, [("cat", "war & peace")], "/")


HANDOUTS = [
    ("nothing hidden", (), "4 December 1979 Soviet troops enter Afghanistan In December 1979 Soviet troops entered Afghanistan. Kabul About alpha.txt"),
    ("dates", ("dates",), "4 ____Soviet troops enter Afghanistan ____ Soviet troops entered Afghanistan. Kabul"),
    ("titles", ("titles",), "4 December 1979 ________Kabul"),
    ("places", ("places",), "4 December 1979 Soviet troops enter Afghanistan In December 1979 Soviet troops entered Afghanistan. ____"),
    ("two things", ("dates", "titles"), "4 ________ ____Kabul"),
]  # fmt: skip


@pytest.mark.parametrize(("hide", "row"), [row[1:] for row in HANDOUTS], ids=[row[0] for row in HANDOUTS])
def test_handout_leaves_lines_where_something_is_hidden(hide: tuple[str, ...], row: str) -> None:
    page = printed(hide)
    assert Words(page).rows[4].replace(" ", "") == row.replace(" ", "")
    front, _, answers = page.partition("<h2>Answers</h2>")
    assert bool(answers) == bool(hide)
    if hide:
        assert "December 1979" in Words(answers).rows[4]
        assert "____" not in "".join(Words(answers).rows)
    assert front.count("<circle") == (0 if "dates" in hide else 5)  # five events have a year


def test_handout_to_put_in_order() -> None:
    front, _, answers = printed(("order",)).partition("<h2>Answers</h2>")
    asked, told = Words(front).rows[1:], Words(answers).rows[1:]
    assert len(asked) == len(told) == 5
    assert not re.search(r"\d{4}", " ".join(asked))
    assert [row.split()[0] for row in told] == ["1", "2", "3", "4", "5"]
    letters = {
        title: letter for letter, title in (row.removeprefix("____").split(maxsplit=1) for row in asked)
    }
    for row in told:
        _, letter, rest = row.split(maxsplit=2)
        assert any(rest.startswith(title.strip()) and letters[title] == letter for title in letters)
    assert printed(("order",)) == printed(("order",))


def test_handout_keeps_the_selection_in_its_links() -> None:
    links = re.findall(r'href="([^"]+)"', printed(("dates",)))
    assert "/handout?cat=war+%26+peace" in links  # to hide nothing
    assert "/handout?cat=war+%26+peace&amp;hide=dates&amp;hide=titles" in links
    assert "/handout?cat=war+%26+peace&amp;hide=order" in links
    assert "/present?cat=war+%26+peace&amp;hide=dates" in links


def test_handout_of_nothing() -> None:
    assert "No event meets this selection." in printed(query="?q=zzz")


def test_marks_of_the_handout_never_lie_on_each_other() -> None:
    places = [(n * 37 % 101) / 2 for n in range(60)]
    levels = _levels(sorted(places))
    at = list(zip(sorted(places), levels, strict=True))
    assert all(abs(x - y) >= 26 for i, (x, a) in enumerate(at) for y, b in at[i + 1 :] if a == b)


def test_a_large_handout_is_drawn_in_several_lines() -> None:
    page = handout(made("", many(245)), (), [], "/")
    assert page.count('<svg class="strip"') == 11
    assert page.count("<circle") == 245


# The routes


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
