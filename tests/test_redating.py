"""Remarks on the date of what was told before: what is one, what it dates, what the note says. Invented sentences."""

from __future__ import annotations

import pytest

from tests.prose import TOPIC, happenings, mentions
from timeline import build
from timeline.dates import find_dates
from timeline.events import grammar, model, redating
from timeline.events.gazetteer import gazetteer

# Is the last date one that a source gives for something?
A_SOURCE = [
    "Some books date the accord to 1922.",
    "Western reports put the accord in June 1921.",
    "Soviet records give 28 May 1921.",
    "One account gives 28 May 1921.",
    "Other historians place the accord in June 1921.",
    "A Soviet biographer assigns the accord to June 1921.",
    "Another gives 28 May 1921.",
    "The accord was long prepared, and some sources date it to June 1921.",
    "The accord is usually dated 28 May 1921.",
    "An eyewitness puts it as late as June 1921.",
    "Lee gives 28 May 1921 as the day of signing.",
    "Other accounts speak of 28 May 1921.",
]
NO_SOURCE = [
    "Some Afghan officers put the Soviet adviser under arrest on 16 June 1921.",
    "Some officers met a Soviet adviser. Others put a bomb under his car on 18 June 1921.",
    "Some Afghan officers place a Soviet bomb under his car in June 1921.",
    "A Soviet agency sets out for Kabul on 3 June 1921.",
    "Suritz sets the Soviet price of wool after 3 June 1921.",
    "Wali is put under guard by Soviet soldiers on 3 June 1921.",
    "Wali is given power over the Soviet trade by the Afghan king on 3 June 1921.",
    "Bravin sets out for Kabul with Soviet gold on 3 June 1921.",
    "The Soviet agency gives its own welcome to it in Kabul on 10 June 1921.",
    "The Soviet press speaks to Afghan visitors on 10 June 1921.",
    "A Soviet work of this kind puts the accord of Kabul in 1925 at 80 per cent.",
    "The Soviet press printed the accord on 4 June 1921, but a Kabul paper had it on 2 June 1921.",
]


@pytest.mark.parametrize(
    ("text", "again"), [*((text, True) for text in A_SOURCE), *((text, False) for text in NO_SOURCE)]
)
def test_what_gives_another_date(text, again):
    last = find_dates(text)[-1]
    date = grammar.span_at(model.english()(text), last.start, last.end)
    assert redating.dates_again(date, gazetteer(TOPIC).actors(text)) is again


TOLD = "In May 1921 the Afghan envoy Wali and Soviet ministers signed an accord in Moscow. "
LONG = (
    "Nobody in Kabul paid much heed, for the harvest was late, the roads were bad, and the bazaars were full of other "
    "talk: of a wedding, of the price of tea, of a caravan that had lost its way in the snow, and of the new mosque "
    "behind the river, whose roof had come down for the second time before a single prayer could be said under it. "
)

JOINED = [
    # why, text, each event's date with the dates of the remarks that joined it
    ("what it names is told", TOLD + "Some books date the accord to 1922.", [("1921-05", ["1922"])]),
    ("in another form of the word", "On 3 May 1925 Soviet soldiers landed on an Afghan island. Lee puts the Soviet landing in June 1925.", [("1925-05-03", ["1925-06"])]),
    ("another word for it, right behind", "On 18 May 2015 Russia ended its transit of goods to Kabul. Some agencies date the step to 19 May 2015.", [("2015-05-18", ["2015-05-19"])]),
    ("nothing is named", "On 18 May 2015 Russia ended its transit of goods to Kabul. Another account gives 19 May 2015.", [("2015-05-18", ["2015-05-19"])]),
    ("two of its people are named", "In May 1977 Daoud quarrelled with Brezhnev over Soviet advice to Kabul. Lee dates the clash between Daoud and Brezhnev to 2 June 1977.",
     [("1977-05", ["1977-06-02"])]),
    ("a murder is not the news of it", "On 9 October 1979 Kabul radio told the Soviet press that Taraki had died. The sources date the murder of Taraki variously to 17 September 1979, 2 October 1979 or 8 October 1979.",
     [("1979-09-17", ["1979-10-02", "1979-10-08"]), ("1979-10-09", [])]),
    ("nor where the news names it", "On 9 October 1979 Kabul radio told the Soviet press of the murder of Taraki. The sources date the murder of Taraki to 2 October 1979.",
     [("1979-10-02", []), ("1979-10-09", [])]),
    ("in two calendars", TOLD + "British records give 18 May Old Style, which is 31 May 1921 by the modern calendar.", [("1921-05", ["1921-05-31"])]),
    ("the day is in question", TOLD + "The day is disputed: Lee gives 20 August 1921.", [("1921-05", ["1921-08-20"])]),
    ("the day is in question, and it is named by another word", TOLD + LONG + "The day is disputed: Lee dates the compact to 20 June 1921.", [("1921-05", ["1921-06-20"])]),
    ("another word for it, and much between", TOLD + LONG + "Lee dates the compact to 20 June 1921.", [("1921-05", [])]),
    ("a saying, and much between", "On 3 May 2017 Kabulov told the Taliban that Russia was neutral. " + LONG + "One paper attaches the remarks to 4 May 2017.",
     [("2017-05-03", ["2017-05-04"])]),
    ("an announcement is not the deal", "In July 1956 the Soviet Union agreed on an arms deal with Afghanistan. One chronology places Daoud's announcement of the Soviet arms deal on 31 August 1957.",
     [("1956-07", []), ("1957-08-31", [])]),
    ("a founding is no opening, nor are lessons", "In May 1969 the Soviet Polytechnic in Kabul opened. Others date the Soviet Polytechnic's founding to 1963 and its first lessons to 1967.",
     [("1963", []), ("1969-05", [])]),
    ("a step in what was told by its month", "In April 1992 Najibullah's government fell, and Moscow was silent. Najibullah's attempt to resign is commonly dated to 16 April 1992.",
     [("1992-04", ["1992-04-16"])]),
    ("what is told for the first time", "In May 1921 Suritz met the Afghan king for Moscow. Bravin places a radio station of Moscow in the Afghan palace on 9 May 1921.",
     [("1921-05", []), ("1921-05-09", [])]),
    ("somebody acts, and nobody dates", "On 3 May 1921 Suritz met the Afghan king for Moscow. Bravin places a Soviet radio station in Kabul on 9 May 1921.",
     [("1921-05-03", []), ("1921-05-09", [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in JOINED], ids=[row[0] for row in JOINED])
def test_a_remark_joins_what_it_dates(text, expected):
    found = [(h.value.edtf, sorted(m.edtf for m in h.mentions if m.dates_again)) for h in happenings(text)]
    assert found == expected


ALONE = [
    # why, text, title, importance and whether it is hidden
    ("a source names it", "Kabul armed. One chronology places Daoud's announcement of the Soviet arms deal on 31 August 1957.",
     "Daoud's announcement of the Soviet arms deal", 1, False),
    ("a part of what nobody told", "Moscow gave much. Others date the Soviet Polytechnic in Kabul to 1963 and its first lessons to 1967.", None, 1, True),
    ("no source, but somebody who acts", "Suritz places the Soviet radio station of Kabul in the royal palace on 3 June 1921.",
     "Suritz places the Soviet radio station of Kabul in the royal palace", 1, False),
    ("his own", "Suritz puts his Soviet wireless in the palace of Kabul on 3 June 1921.", "Suritz puts his Soviet wireless in the palace of Kabul", 1, False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "title", "importance", "hidden"), [row[1:] for row in ALONE], ids=[row[0] for row in ALONE]
)
def test_a_remark_that_joins_nothing(text, title, importance, hidden):
    last = mentions(text)[-1]
    assert not last.dates_again
    assert bool(last.reason) is hidden
    if not hidden:
        assert (last.title, last.importance) == (title, importance)


NOTES = [
    # why, text, note of its first event, whether sources differ
    ("a day within the month", "In May 1921 Kabul and Moscow signed an accord. Soviet records date the accord to 28 May 1921. Some books date the accord to 1921.",
     "also told as 1921, 28 May 1921", False),
    ("two days within the month", "In May 1921 Kabul and Moscow signed an accord. Soviet records date the accord to 28 May 1921, whereas some books give 20 May 1921.",
     "also told as 20 May 1921, 28 May 1921", True),
    ("the days of two steps", "In April 1992 Najibullah's government fell, and Moscow was silent. Najibullah's attempt to resign is commonly dated to 16 April 1992, and the transfer of power to 28 April 1992.",
     "also told as 16 April 1992, 28 April 1992", False),
    ("two spans that do not end together", "From 15 to 19 December 1955 Khrushchev visited Kabul. Another account gives 16 to 18 December 1955.",
     "dated otherwise: 16 December 1955 – 18 December 1955", True),
    ("a month around the day", "On 28 May 1921 Kabul and Moscow signed an accord. Some books date the accord to May 1921.", "also told as May 1921", False),
    ("days that cannot be, in their order", "In May 1921 Kabul and Moscow signed an accord. Some books date the accord to 1923. Lee puts the accord in June 1921.",
     "dated otherwise: June 1921, 1923", True),
    ("one that fits and one that does not", "In May 1921 Kabul and Moscow signed an accord. Some books date the accord to 1920. Lee puts the accord on 2 May 1921.",
     "also told as 2 May 1921; dated otherwise: 1920", True),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "note", "differ"), [row[1:] for row in NOTES], ids=[row[0] for row in NOTES]
)
def test_the_note_names_the_other_dates(tmp_path, text, note, differ):
    (tmp_path / "a.txt").write_text(text)
    event = build([tmp_path]).events.iloc[0]
    assert event["note"] == note
    assert ("sources differ" in event["review"]) is differ
