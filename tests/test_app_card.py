"""The card: every sentence that tells an event, with its date words marked and where it stands."""

from __future__ import annotations

import pytest

from tests.made_up import six, with_one_by_hand
from tests.shown import TOPIC, parts, text_of
from timeline.app.card import card
from timeline.app.markup import to_html
from timeline.app.sentence import Marked, context, mark
from timeline.table import Timeline


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


def test_a_mention_without_a_date_gives_no_other_date() -> None:
    made = six()
    mentions = made.mentions.assign(edtf="")
    shown = card("ev_cccccccccc", Timeline(made.events, mentions, made.documents, made.hidden), TOPIC, [])
    assert "Gives" not in text_of(shown)
