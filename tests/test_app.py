"""The page's pure parts, on timelines made up for tests; what needs a browser is in tests/browser/."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import threading
import urllib.request
from collections import Counter
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from tests.made_up import many, six
from timeline.app import LiveTimeline, PortError, assets, create_app, serve
from timeline.app.address import View, read
from timeline.app.callbacks import empty, era_note, status
from timeline.app.card import card
from timeline.app.figure import draw
from timeline.app.filters_view import choices
from timeline.app.hits import found
from timeline.app.key import key
from timeline.app.lanes import MOST, lanes
from timeline.app.list_view import listing
from timeline.app.marks import BAND, BAND_ALPHA, BAR, PAPERS, marks
from timeline.app.markup import to_html
from timeline.app.page import page
from timeline.app.sentence import Marked, context, mark
from timeline.app.spans import disputed, sure
from timeline.app.window import in_sight, whole
from timeline.table import Selection, Timeline, select, store
from timeline.topic import load

TOPIC = load()
HOSTILE = '<img src=x onerror="alert(1)"><span style="background:url(https://e.org/)">x</span> & more'


def figure(timeline: Timeline, query: str = "") -> dict[str, Any]:
    view = read(query, timeline, TOPIC)
    everything = whole(timeline)
    events = select(timeline, view.selection)
    return draw(
        events,
        TOPIC,
        lanes(timeline.events, TOPIC),
        everything,
        in_sight(view, events, everything, TOPIC),
    )


def traces(made: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [trace for trace in made["data"] if trace["meta"]["kind"] == kind]


def text_of(component: Any) -> str:
    """The words of a Dash component and of everything in it."""
    if isinstance(component, list | tuple):
        return " ".join(map(text_of, component))
    if isinstance(component, str | int | float):
        return str(component)
    return text_of(component.children) if getattr(component, "children", None) is not None else ""


def parts(component: Any, kind: str) -> list[Any]:
    """Every component of this kind, at any depth."""
    if isinstance(component, list | tuple):
        return [found for one in component for found in parts(one, kind)]
    here = [component] if type(component).__name__ == kind else []
    return here + (
        parts(component.children, kind) if getattr(component, "children", None) is not None else []
    )


# The figure


def test_figure_is_plain_and_names_its_labels() -> None:
    made = figure(six())
    assert json.loads(json.dumps(made)) == made
    (labels,) = [trace for trace in made["data"] if trace["name"] == "labels"]
    assert labels["mode"] == "text"
    titles = [
        datum[2] for kind in ("points", "bars") for one in traces(made, kind) for datum in one["customdata"]
    ]
    assert sorted(titles) == sorted(six().events["title"][:5])  # the sixth has no year


def test_a_lane_for_each_category_that_occurs() -> None:
    made = figure(six(), "?cat=war")  # what a filter hides keeps its lane
    assert [lane["name"] for lane in made["layout"]["meta"]["lanes"]] == [
        "War", "Politics", "Diplomacy", "Treaties", "Aid & trade".replace("&", "&amp;"),
    ]  # fmt: skip
    assert sum(len(trace["x"]) for trace in traces(made, "points") + traces(made, "bars")) == 1


def test_each_category_has_a_shape_of_its_own() -> None:
    shapes = [one.shape.symbol for one in marks(TOPIC).values()]
    assert len(set(shapes)) == len(TOPIC.categories)
    for lane in traces(figure(many(245)), "points"):
        assert len({re.sub("-open.*", "", symbol) for symbol in lane["marker"]["symbol"]}) == 1


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


def test_the_axis_is_of_dates_with_an_explicit_range() -> None:
    for query in ("", "?q=zzz", "?era=soviet-war", "?zoom=1979..1980"):
        axis = figure(six(), query)["layout"]["xaxis"]
        assert axis["type"] == "date"
        for end in axis["range"]:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", end)
    assert (
        figure(six(), "?q=zzz")["layout"]["xaxis"] == figure(six())["layout"]["xaxis"]
    )  # empty keeps the axis


def test_an_era_zooms_and_a_zoom_overrides_it() -> None:
    first, last = figure(six(), "?era=soviet-war")["layout"]["xaxis"]["range"]
    assert ("1979-06", "1989-07") < (first[:7], last[:7]) < ("1979-12-24", "1989-08")
    first, last = figure(six(), "?era=first-treaties")["layout"]["xaxis"]["range"]
    assert first < "1919-01-01" < "1949-12-31" < last
    first, last = figure(many(245), "?era=soviet-war")["layout"]["xaxis"]["range"]
    for trace in traces(figure(many(245), "?era=soviet-war"), "points"):
        assert all(first < x < last for x in trace["x"])  # "1989" too, whose mark stands in July
    zoomed = figure(six(), "?era=soviet-war&zoom=1979-12..1980-03-05")["layout"]["xaxis"]["range"]
    assert zoomed == ["1979-12-01", "1980-03-05"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_of_every_mark_on_every_band(scheme: str) -> None:
    paper = rgb(PAPERS[scheme])
    band = tuple(p * (1 - BAND_ALPHA) + b * BAND_ALPHA for p, b in zip(paper, BAND, strict=True))
    for category, one in marks(TOPIC).items():
        for ground in (paper, band):
            assert contrast(rgb(one.colour), ground) >= 3, category


def test_the_style_sheet_has_the_papers_the_contrast_is_computed_on() -> None:
    css = (assets.folder() / "page.css").read_text(encoding="utf-8")
    assert re.findall(r"--paper: (#\w+);", css) == [PAPERS["light"], PAPERS["dark"]]


def rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))


def contrast(one: tuple[float, ...], other: tuple[float, ...]) -> float:
    """WCAG 2.2, relative luminance and contrast ratio."""

    def luminance(colour: tuple[float, ...]) -> float:
        linear = [c / 3294.6 if c <= 10.3 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour]
        return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def with_title(title: str) -> Timeline:
    made = six()
    events = made.events.assign(title=title)
    return Timeline(events, made.mentions, made.documents, made.hidden, made.texts)


def test_no_title_reaches_plotly_unescaped() -> None:
    made = json.dumps(figure(with_title(HOSTILE)))
    tags = set(re.findall(r"<[^>]*>", made))
    assert tags <= {"<b>", "</b>", "<br>", "<extra>", "</extra>"}


def test_events_a_calendar_cannot_draw_are_left_to_the_list() -> None:
    made = six()
    events = made.events.copy()
    events.loc[0, ["edtf", "earliest", "latest"]] = ["-0043", "-0043-01-01", "-0043-12-31"]
    old = Timeline(events, made.mentions, made.documents, made.hidden, made.texts)
    assert sum(len(trace["x"]) for trace in traces(figure(old), "points") + traces(figure(old), "bars")) == 4
    page(old, TOPIC)


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


def test_every_lane_keeps_the_categories_shapes() -> None:
    for by in ("actor", "document"):
        made = draw(
            many(245).events, TOPIC, lanes(many(245).events, TOPIC, by), whole(many(245)), whole(many(245))
        )
        shapes = {}
        for trace in traces(made, "points"):
            (shape,) = {re.sub("-open.*", "", symbol) for symbol in trace["marker"]["symbol"]}
            shapes[trace["meta"]["category"]] = shape
        assert len(set(shapes.values())) == len(shapes) == len(TOPIC.categories)


@pytest.mark.parametrize(
    ("edtf", "expected"),
    [
        ("1979-12-24/1989-02-15", ("1979-12-24", "1989-02-15")),
        ("1950/1973", ("1950-12-31", "1973-01-01")),
        ("1989-03/1989-06~", ("1989-03-31", "1989-06-01")),
        ("1979/1979-12-24", None),  # begun at some time before its end
        ("198X", None),
        ("2021-08-15/..", ("2021-08-15", "2021-08-15")),
        ("../1992", ("1992-01-01", "1992-01-01")),
        ("soon", None),
        ("soon/later", None),
    ],
)
def test_the_sure_part_of_a_span(edtf: str, expected: tuple[str, str] | None) -> None:
    assert sure(edtf) == expected


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


def test_the_overview_counts_the_years_of_the_selection() -> None:
    made = figure(six(), "?cat=diplomacy")["layout"]["meta"]["overview"]
    years = {made["first"] + at: count for at, count in enumerate(made["counts"]) if count}
    assert years == {1839: 1, 1919: 1}


def test_the_axis_ends_with_the_year_after_the_last_event() -> None:
    assert whole(six()).last.isoformat() == "2022-12-31"
    for query in ("?era=since-2021", "?era=since-2021&era=soviet-war"):
        assert figure(six(), query)["layout"]["xaxis"]["range"][1] <= "2022-12-31"


# The address

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


def test_filters_by_place_importance_and_review() -> None:
    made = six()
    for query, expected in (
        ("?place=kabul", "bfg"), ("?place=kabul&place=moscow", "bfgh"), ("?imp=2", "bd"), ("?imp=2&imp=3", "bcdfgh"),
        ("?review=yes", "h"), ("?review=1", "h"), ("?review=no&imp=3&place=kabul", "fg"), ("?review=yes&review=no", "bcdfgh"),
    ):  # fmt: skip
        found = select(made, read(query, made, TOPIC).selection)["event_id"]
        assert [event[3] for event in found] == list(expected), query


def test_the_key_explains_every_shape_and_every_kind_of_date() -> None:
    kinds, dates = (line.children for line in key(TOPIC).children)
    assert [text_of(item).strip() for item in kinds] == [category.name for category in TOPIC.categories]
    pictures = [image.src for image in parts([kinds, dates], "Img")]
    assert len(set(pictures)) == len(pictures) == len(TOPIC.categories) + 8


# Card and list


def test_card_shows_every_mention_with_its_date_words_marked() -> None:
    made = six()
    for event in made.events["event_id"]:
        shown = card(event, made, TOPIC, list(made.events["event_id"]))
        mentions = made.mentions[made.mentions["event_id"] == event]
        assert [text_of(m) for m in parts(shown, "Mark")] == [
            words.strip() for words, sentence in zip(mentions["date_text"], mentions["sentence"], strict=True)
            if words in sentence
        ]  # fmt: skip
        quoted = {text_of(quote).replace(" ", "") for quote in parts(shown, "Blockquote")}
        assert quoted == {sentence.replace(" ", "") for sentence in mentions["sentence"]}


def test_card_steps_through_the_selection_and_says_when_it_is_outside() -> None:
    made = six()
    order = ["ev_cccccccccc", "ev_ffffffffff", "ev_gggggggggg"]
    steps = [
        b.to_plotly_json()["props"].get("data-event")
        for b in parts(card(order[1], made, TOPIC, order), "Button")
    ]
    assert steps[:2] == [order[0], order[2]]
    assert "2 of 3" in text_of(card(order[1], made, TOPIC, order))
    assert "not in the selection" in text_of(card("ev_bbbbbbbbbb", made, TOPIC, order))


def test_card_says_the_date_in_words_and_as_written() -> None:
    words = text_of(card("ev_bbbbbbbbbb", six(), TOPIC, []))
    assert "about 1839" in words
    assert "year known, about" in words
    assert "“About 1839 t”" in words  # as made up
    assert "1839~" in words


def test_only_addresses_of_the_web_become_links() -> None:
    made = six()
    for source, links in (("https://e.org/a", 1), ("javascript:alert(1)", 0), ("", 0), (" https://e.org", 0)):
        documents = made.documents.assign(source=source)
        shown = card("ev_cccccccccc", Timeline(made.events, made.mentions, documents, made.hidden), TOPIC, [])
        assert len(parts(shown, "A")) == links


@pytest.mark.parametrize(
    ("sentence", "words", "text", "start", "expected"),
    [
        ("In 1919 it began.", "1919", "In 1919 it began.", 3, Marked("In ", "1919", " it began.")),
        ("In 1979, not 1979.", "1979", "x. In 1979, not 1979.", 16, Marked("In 1979, not ", "1979", ".")),
        ("In 1979, not 1979.", "1979", "x. In\n1979,  not 1979.", 6, Marked("In ", "1979", ", not 1979.")),
        (
            "On 15 August 2021.",
            "15\nAugust 2021",
            "On 15\nAugust 2021.",
            3,
            Marked("On ", "15 August 2021", "."),
        ),
        ("Room 11919 in 1919.", "1919", "", 0, Marked("Room 11919 in ", "1919", ".")),
        ("No date here.", "1919", "", 0, Marked("No date here.", "", "")),
        ("Anything.", "", "", 0, Marked("Anything.", "", "")),
    ],
)
def test_mark(sentence: str, words: str, text: str, start: int, expected: Marked) -> None:
    assert mark(sentence, words, text, start) == expected


def test_html_holds_no_markup_but_ours() -> None:
    made = six()
    hostile = Timeline(
        made.events.assign(
            title=HOSTILE, actors=HOSTILE, place=HOSTILE, note=HOSTILE, review=HOSTILE, category=HOSTILE
        ),
        made.mentions.assign(
            sentence=HOSTILE, date_text=HOSTILE[:9], note=HOSTILE, citations=HOSTILE, rule=HOSTILE
        ),
        made.documents.assign(title=HOSTILE, publisher=HOSTILE, source=f"https://{HOSTILE}"),
        made.hidden,
    )
    shown = to_html([listing(hostile.events, hostile, TOPIC), card("ev_cccccccccc", hostile, TOPIC, [])])
    shown += to_html(choices(hostile, TOPIC))
    tags = re.findall(r"<(\w+)((?: [\w-]+(?:=\"[^\"<>]*\")?)*)>", shown)
    assert len(tags) == len(re.findall("<[^/]", shown))  # every "<" opens a tag of ours, with quoted values
    assert {tag for tag, _ in tags} <= {
        "table", "caption", "thead", "tbody", "tr", "th", "td", "button", "div", "span", "p", "h2", "h3", "dl", "dt",
        "dd", "section", "figure", "figcaption", "blockquote", "mark", "a", "details", "summary", "code", "small",
        "strong", "img",
    }  # fmt: skip
    names = {name for _, inside in tags for name in re.findall(r' ([\w-]+)(?:="[^"]*")?', inside)}
    assert not {name for name in names if name.startswith("on")}


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


@pytest.mark.parametrize(
    ("sentence", "text", "start", "expected"),
    [
        (
            "It fell.",
            "# Head\n\nThey came.[^1] It fell.[^2] All went.\n\nLater.",
            23,
            ("They came.", "All went."),
        ),
        ("It fell.", "It fell. It fell. It fell.", 9, ("It fell.", "It fell.")),
        ("It fell in May.", "One. It fell\nin May. Two.", 16, ("One.", "Two.")),
        ("It fell.", "Nothing of the kind.", 3, ("", "")),
        ("It fell.", "It fell.", 0, ("", "")),
    ],
)
def test_context(sentence: str, text: str, start: int, expected: tuple[str, str]) -> None:
    assert context(sentence, text, start) == expected


def test_another_calendar_is_named() -> None:
    made = six()
    mentions = made.mentions.assign(calendar="solar hijri", edtf="1978-04-27")
    shown = text_of(
        card("ev_cccccccccc", Timeline(made.events, mentions, made.documents, made.hidden), TOPIC, [])
    )
    assert "is a Solar Hijri date, 27 April 1978 in the Gregorian calendar." in shown
    old = made.mentions.assign(calendar="julian")
    assert "Old Style" in text_of(
        card("ev_cccccccccc", Timeline(made.events, old, made.documents, made.hidden), TOPIC, [])
    )
    assert "calendar" not in text_of(card("ev_cccccccccc", made, TOPIC, []))


def test_a_citation_has_title_date_and_sources() -> None:
    made = six()
    shown = card("ev_ffffffffff", made, TOPIC, [])
    (text,) = [
        b.to_plotly_json()["props"]["data-text"]
        for b in parts(shown, "Button")
        if text_of(b) == "Copy citation"
    ]
    assert text == "“Soviet troops enter Afghanistan”, December 1979. Source: About alpha.txt; About beta.md."


def test_a_long_list_is_drawn_in_steps() -> None:
    made = many(700)
    shown = listing(made.events, made, TOPIC, rows=250)
    assert len(parts(shown, "Tr")) == 251
    assert "Show 450 more" in text_of(shown)
    assert listing(made.events.head(0), made, TOPIC) == []


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


def test_an_empty_timeline_is_a_page_too() -> None:
    made = six()
    none = Timeline(made.events.head(0), made.mentions.head(0), made.documents, made.hidden)
    page(none, TOPIC)
    assert figure(none)["layout"]["meta"]["lanes"] == []


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


# Events that an editor added by hand have no mention and no document


def with_one_by_hand(note: str = "A letter in the family’s papers.") -> Timeline:
    made = six()
    row = made.events.iloc[3].to_dict() | {
        "event_id": "ev_kkkkkkkkkk", "title": "A mission arrives", "edtf": "1921-05-03", "earliest": "1921-05-03",
        "latest": "1921-05-03", "precision": "day", "sentence": "", "document": "", "mentions": 0, "note": note, "review": "",
    }  # fmt: skip
    events = pd.concat([made.events, pd.DataFrame([row])], ignore_index=True).astype(made.events.dtypes)
    return Timeline(events, made.mentions, made.documents, made.hidden, made.texts)


def test_card_of_an_event_added_by_hand_gives_its_note_as_the_source() -> None:
    made = with_one_by_hand()
    shown = card("ev_kkkkkkkkkk", made, TOPIC, list(made.events["event_id"]))
    words = text_of(shown)
    assert words.count("A letter in the family’s papers.") == 1
    assert "Added by hand" in words
    assert "document" not in words
    assert "How it was read" not in words
    assert "7 of 7" in words
    assert parts(shown, "Figure") == []
    assert "No source is given." in text_of(card("ev_kkkkkkkkkk", with_one_by_hand(""), TOPIC, []))
    to_html(shown)


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


def test_a_mention_without_a_date_gives_no_other_date() -> None:
    made = six()
    mentions = made.mentions.assign(edtf="")
    shown = card("ev_cccccccccc", Timeline(made.events, mentions, made.documents, made.hidden), TOPIC, [])
    assert "Gives" not in text_of(shown)


# The server


def test_headers_and_language() -> None:
    client = create_app(six).server.test_client()
    for path in ("/", "/_dash-layout", "/assets/page.css", "/nothing-here.txt"):
        answer = client.get(path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "unsafe-eval" not in policy
    first = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert first.headers["Content-Encoding"] == "gzip"
    html = client.get("/").text
    assert '<html lang="en">' in html
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', html)


def test_two_apps_in_one_process() -> None:
    assert create_app(six).callback_map.keys() == create_app(six).callback_map.keys() != set()


def test_serve_announces_its_address_and_names_a_port_in_use(tmp_path: Path) -> None:
    store.write(six(), tmp_path)
    announced: list[str] = []
    ready = threading.Event()

    def announce(url: str) -> None:
        announced.append(url)
        ready.set()

    threading.Thread(target=serve, args=(tmp_path, "127.0.0.1", 0, announce), daemon=True).start()
    assert ready.wait(20)
    with urllib.request.urlopen(announced[0], timeout=20) as answer:
        assert answer.status == 200
    port = int(announced[0].rpartition(":")[2])
    with pytest.raises(
        PortError, match=rf"^port {port} on 127\.0\.0\.1 is in use\. Stop .* --port {port + 1}$"
    ):
        serve(tmp_path, "127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "port", "message"),
    [("127.0.0.1", 99999, "is no port"), ("192.0.2.1", 0, "is not an address of this machine")],
)
def test_serve_says_why_it_cannot_listen(tmp_path: Path, host: str, port: int, message: str) -> None:
    store.write(six(), tmp_path)
    with pytest.raises(PortError, match=message):
        serve(tmp_path, host, port)


def test_serve_without_a_timeline(tmp_path: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        with pytest.raises(store.StoreError, match="timeline build"):
            serve(tmp_path / "none", "127.0.0.1", free.getsockname()[1])


def test_live_timeline_follows_the_folder_and_keeps_what_it_has(tmp_path: Path) -> None:
    store.write(six(), tmp_path)
    live = LiveTimeline(tmp_path)
    assert live() is live()
    store.write(many(30), tmp_path)
    assert len(live().events) == 30
    (tmp_path / "build.json").write_text('{"version": 99}', encoding="utf-8")
    assert len(live().events) == 30
    store.write(six(), tmp_path)
    assert len(live().events) == 6


def test_the_app_does_not_load_the_extraction() -> None:
    code = (
        "import timeline.app, sys; print([m for m in ('spacy', 'dateparser', 'torch') if m in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"


def test_frames_are_left_as_they_were() -> None:
    made = six()
    before = made.events.copy()
    figure(made, "?era=soviet-war")
    card("ev_cccccccccc", made, TOPIC, [])
    listing(made.events, made, TOPIC)
    pd.testing.assert_frame_equal(made.events, before)
