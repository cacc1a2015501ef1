"""Chronologies, tables and lists: each entry is an event of its own, dated by its own date. Invented entries."""

from __future__ import annotations

import re

import pytest

from tests.prose import TOPIC
from timeline.documents import read
from timeline.events.extract import mentions_of

ROWS = [
    # how the list is written, text, (date, sentence) of each mention that is shown
    ("several blanks", """Kabul and Moscow, a table

3.V.1928        Soviet pilots in Kabul
11 Jun 28       Afghan king visits Moscow
4-7-1928        Kabul and Moscow sign a treaty
Sept. 1928      Soviet doctors reach Kabul
1929:           Soviet troops enter Afghanistan
""", [("1928-05-03", "Soviet pilots in Kabul"), ("1928-06-11", "Afghan king visits Moscow"), ("1928-07-04", "Kabul and Moscow sign a treaty"),
      ("1928-09", "Soviet doctors reach Kabul"), ("1929", "Soviet troops enter Afghanistan")]),
    ("tabs, with a column of sources", """Kabul and Moscow

Date\tEvent\tSource
02.03.1957\tSoviet loan to Afghanistan\tNovak 1966
05.04.1957\tAfghan minister visits Moscow\tNovak 1966, 114
16.05.1958\tKabul and Moscow sign a border treaty\tibid.
07.06.1959\tSoviet engineers open an Afghan tunnel\tIzvestia 9.6.59
08.07.1960\tKhrushchev arrives in Kabul\tKabul Times, July 9
""", [("1957-03-02", "Soviet loan to Afghanistan"), ("1957-04-05", "Afghan minister visits Moscow"),
      ("1958-05-16", "Kabul and Moscow sign a border treaty"), ("1959-06-07", "Soviet engineers open an Afghan tunnel"), ("1960-07-08", "Khrushchev arrives in Kabul")]),
    ("pipes", """# Soviet–Afghan dates

| Date | What happened | Read |
|------|---------------|------|
| 2 March 1957 | Soviet loan to Afghanistan | Novak 1966 |
| May 1958 | Kabul and Moscow sign a treaty | Roe and Doe 1971: 4 |
| 1959 | Soviet engineers open an Afghan tunnel | - |
""", [("1957-03-02", "Soviet loan to Afghanistan"), ("1958-05", "Kabul and Moscow sign a treaty"), ("1959", "Soviet engineers open an Afghan tunnel")]),
    ("two dashes behind ISO dates", """Russia and Afghanistan since 2000

* 2001-03-04 -- Russian envoy meets Afghan ministers
* 2002-05 -- Kabul and Moscow sign a protocol
* 2003-06-07 -- Russian Il-62 comes down near Kabul, Afghanistan; two of nine survive
""", [("2001-03-04", "Russian envoy meets Afghan ministers"), ("2002-05", "Kabul and Moscow sign a protocol"),
      ("2003-06-07", "Russian Il-62 comes down near Kabul, Afghanistan; two of nine survive")]),
    ("months and days below a year", """MOSCOW AND KABUL

1978
   Apr. 2   Soviet envoy meets the Afghan king
   May      Kabul and Moscow sign a loan
   Winter   Soviet pilots train in Afghanistan
1979
   Jan. 16  Soviet advisers leave Kabul
   Jul 3    Kabul asks Moscow for troops
""", [("1978-04-02", "Soviet envoy meets the Afghan king"), ("1978-05", "Kabul and Moscow sign a loan"), ("1978-24", "Soviet pilots train in Afghanistan"),
      ("1979-01-16", "Soviet advisers leave Kabul"), ("1979-07-03", "Kabul asks Moscow for troops")]),
    ("days below a month", """Moscow and Kabul

December 1984
3   Soviet troops enter the Afghan town of Ghora
5   Afghan rebels attack a Soviet camp
19–21  Soviet envoys in Kabul

January 1985
2   Moscow and Kabul sign a protocol
""", [("1984-12-03", "Soviet troops enter the Afghan town of Ghora"), ("1984-12-05", "Afghan rebels attack a Soviet camp"),
      ("1984-12-19/1984-12-21", "Soviet envoys in Kabul"), ("1985-01-02", "Moscow and Kabul sign a protocol")]),
    ("days of the month told last, and hours", """Moscow and Kabul, 1984

Dec. 12  Soviet ministers decide on Afghanistan
13th     Soviet troops leave Kabul
15th, 06:30 hrs  Afghan rebels attack a Soviet camp
16th: Soviet troops return to Kabul
""", [("1984-12-12", "Soviet ministers decide on Afghanistan"), ("1984-12-13", "Soviet troops leave Kabul"),
      ("1984-12-15", "Afghan rebels attack a Soviet camp"), ("1984-12-16", "Soviet troops return to Kabul")]),
    ("bare lines of sentences", """Russia and Afghanistan

1921 Soviet Russia and Afghanistan sign a treaty.
1924 Soviet pilots arrive in Kabul.
1926 Moscow and Kabul sign a pact of neutrality.
""", [("1921", "Soviet Russia and Afghanistan sign a treaty."), ("1924", "Soviet pilots arrive in Kabul."),
      ("1926", "Moscow and Kabul sign a pact of neutrality.")]),
    ("entries that run on below", """Russia and Afghanistan

28 Feb. 1921  Soviet Russia and Afghanistan sign a treaty, the first
              of its kind.
Aug. 1926     Moscow and Kabul sign a pact
              of neutrality.
24 June 1931  Soviet Union and Afghanistan renew the pact.
""", [("1921-02-28", "Soviet Russia and Afghanistan sign a treaty, the first of its kind."), ("1926-08", "Moscow and Kabul sign a pact of neutrality."),
      ("1931-06-24", "Soviet Union and Afghanistan renew the pact.")]),
    ("what an entry adds has no verb", """Moscow and Kabul: treaties

- 28 Feb. 1921: Soviet Russia and Afghanistan sign a treaty.
- 31 Aug. 1926: Moscow and Kabul sign a pact of neutrality; complaint from Kabul two days on.
- 24 June 1931: Soviet Union and Afghanistan renew the pact.
""", [("1921-02-28", "Soviet Russia and Afghanistan sign a treaty."),
      ("1926-08-31", "Moscow and Kabul sign a pact of neutrality; complaint from Kabul two days on."),
      ("1926-09-02", ""),
      ("1931-06-24", "Soviet Union and Afghanistan renew the pact.")]),
    ("bold dates that nothing parts from their words", """# Moscow and Kabul

* **28 Nov. 1921** Soviet Russia and Afghanistan sign a treaty.
* **3 May** Moscow and Kabul sign a pact.
""", [("1921-11-28", "Soviet Russia and Afghanistan sign a treaty."), ("1922-05-03", "Moscow and Kabul sign a pact.")]),
    ("bold dates", """# Moscow and Kabul

**28 February 1921** – Soviet Russia and Afghanistan sign a treaty.
**August 1926** – Moscow and Kabul sign a pact.
**1931** – Soviet Union and Afghanistan renew the pact.
""", [("1921-02-28", "Soviet Russia and Afghanistan sign a treaty."), ("1926-08", "Moscow and Kabul sign a pact."),
      ("1931", "Soviet Union and Afghanistan renew the pact.")]),
    ("numbered", """Moscow and Kabul

1. 28 Feb. 1921: Soviet Russia and Afghanistan sign a treaty
2. 31 Aug. 1926: Moscow and Kabul sign a pact
3. 24 June 1931: Soviet Union and Afghanistan renew the pact
""", [("1921-02-28", "Soviet Russia and Afghanistan sign a treaty"), ("1926-08-31", "Moscow and Kabul sign a pact"),
      ("1931-06-24", "Soviet Union and Afghanistan renew the pact")]),
    ("spans and decades", """Moscow and Kabul

1919–21: Moscow and Kabul exchange letters
1950s: Soviet engineers build Afghan roads
4–9 May 1961: Afghan minister visits Moscow
June–July 1962: Soviet doctors work in Kabul
""", [("1919/1921", "Moscow and Kabul exchange letters"), ("195X", "Soviet engineers build Afghan roads"),
      ("1961-05-04/1961-05-09", "Afghan minister visits Moscow"), ("1962-06/1962-07", "Soviet doctors work in Kabul")]),
    ("a date on a line of its own", """Moscow and Kabul

28 February 1921
Soviet Russia and Afghanistan sign a treaty.

31 August 1926
Moscow and Kabul sign a pact.

24 June 1931
Soviet Union and Afghanistan renew the pact.
""", [("1921-02-28", "Soviet Russia and Afghanistan sign a treaty."), ("1926-08-31", "Moscow and Kabul sign a pact."),
      ("1931-06-24", "Soviet Union and Afghanistan renew the pact.")]),
    ("a place or a name before the sentence", """Moscow and Kabul

3.IV.1885   Ghora. Russian troops beat the Afghans. (22.III by the Russian calendar.)
5.VI.1886   Herat. Russian envoys meet Afghan officers.
7.VIII.1887 Treaty of Ghora. Russia and Afghanistan agree on a border.
""", [("1885-04-03", "Ghora. Russian troops beat the Afghans."), ("1886-06-05", "Herat. Russian envoys meet Afghan officers."), ("1887-08-07", "Treaty of Ghora.")]),
    ("entries without a verb", """Soviet troops in Afghanistan: a chronology

* 1984-01-02 -- Salang convoy disaster
* 1984-03-04 -- over the river
* 1984-05-06 -- five signatures
* 1984-07-08 -- Karmal
""", [("1984-01-02", "Salang convoy disaster"), ("1984-03-04", "over the river"), ("1984-05-06", "five signatures"), ("1984-07-08", "Karmal")]),
    ("headings and notes on the list", """Moscow and Kabul

A. BEGINNINGS
1919  Moscow recognises Afghanistan
1921  Soviet Russia and Afghanistan sign a treaty
1926  Moscow and Kabul sign a pact
B. FORGET THESE: 1931 (nobody asks); all figures for 1932-1939
C. Background
1955  Khrushchev arrives in Kabul
Still to be checked: the talks of 1957 in Moscow and Kabul. Last updated 3 May 2020.
""", [("1919", "Moscow recognises Afghanistan"), ("1921", "Soviet Russia and Afghanistan sign a treaty"), ("1926", "Moscow and Kabul sign a pact"),
      ("1955", "Khrushchev arrives in Kabul")]),
    ("values parted by commas", """Afghan-Soviet agreements
Date,Event,Source
1961-02-28,Treaty of transit between Moscow and Kabul,Novak 1966
1962-08-31,"Pact on rivers, Moscow and Kabul",Novak 1966
1963-06-28,Soviet loan to Kabul,Roe 1971
""", [("1961-02-28", "Treaty of transit between Moscow and Kabul,"), ("1962-08-31", '"Pact on rivers, Moscow and Kabul",'), ("1963-06-28", "Soviet loan to Kabul,")]),
    ("values parted by semicolons", """Afghan-Soviet agreements
28.02.1961;Treaty of transit;Moscow
31.08.1962;Pact on rivers;Kabul
24.06.1963;Soviet loan to Kabul;Kabul
""", [("1961-02-28", "Treaty of transit;Moscow"), ("1962-08-31", "Pact on rivers;Kabul"), ("1963-06-24", "Soviet loan to Kabul;Kabul")]),
    ("hours below a day", """The storming of Ghora: a Soviet log on Afghanistan

24 December 1984
  15:00  Soviet divisions enter the Afghan town
  16:30  Afghan rebels attack a Soviet camp
27 December 1984 (evening)
  19:15 hrs  Soviet troops leave Kabul
""", [("1984-12-24", "Soviet divisions enter the Afghan town"), ("1984-12-24", "Afghan rebels attack a Soviet camp"), ("1984-12-27", "Soviet troops leave Kabul")]),
    ("two dates, one of which is closer, and years in the middle of the page", """RUSSO-AFGHAN RELATIONS
                       1885
Mar 30     Russians defeat the Afghans at Ghora
Sep 10     Moscow and Kabul sign a protocol
                       1907
31 Aug     Russia declares Afghanistan outside its sphere
1961: (autumn)    Soviet pilots arrive in Kabul
1962 (*July*): Moscow and Kabul sign a protocol
""", [("1885-03-30", "Russians defeat the Afghans at Ghora"), ("1885-09-10", "Moscow and Kabul sign a protocol"),
      ("1907-08-31", "Russia declares Afghanistan outside its sphere"), ("1961-23", "Soviet pilots arrive in Kabul"), ("1962-07", "Moscow and Kabul sign a protocol")]),
    ("days of the week below a month, in capitals", """SOVIET TROOPS IN AFGHANISTAN: DAY BY DAY

DECEMBER 1984

Monday 24
Soviet transports land in Kabul.

Thu 27
Afghan rebels attack a Soviet camp.
""", [("1984-12-24", "Soviet transports land in Kabul."), ("1984-12-27", "Afghan rebels attack a Soviet camp.")]),
    ("numbered years over entries that have their dates behind them", """Afghanistan and Russia: a chronology

1. 1878
Stoletov arrives in Kabul (22 July).
2. 1885
Russians beat the Afghans at Ghora, 30 March.
""", [("1878-07-22", ""), ("1885-03-30", "")]),
    ("a column of figures and a row of totals", """Soviet aid to Afghanistan by year

Year    Event                                   $ m
1964    Soviet loan for silos and a bakery        3.5
1965    Khrushchev offers Kabul credits          100
1967    Soviet Union begins oil search in Afghanistan  15
Total   1964-67                                  118.5
""", [("1964", "Soviet loan for silos and a bakery 3.5"), ("1965", "Khrushchev offers Kabul credits 100"), ("1967", "Soviet Union begins oil search in Afghanistan 15")]),
    ("a diary", """Kabul diary of a Soviet adviser, 1984

Dec 24 (Mon). Soviet transports land at Kabul all night.
Dec 25 (Tue). Afghan officers meet the Soviet envoy.
Jan 1. Karmal receives the Soviet ambassador in Kabul.
""", [("1984-12-24", "Soviet transports land at Kabul all night."), ("1984-12-25", "Afghan officers meet the Soviet envoy."),
      ("1985-01-01", "Karmal receives the Soviet ambassador in Kabul.")]),
    ("entries in paragraphs, with months below them", """Timeline of Russia and Afghanistan

1955 - Khrushchev visits Kabul and offers credits.

1978 April - Afghan communists seize power. Moscow recognises them within days.
December - Moscow signs a treaty with Kabul.

1979 24-27 December - Soviet army invades Afghanistan; Amin killed.
""", [("1955", "Khrushchev visits Kabul and offers credits."), ("1978-04", "Afghan communists seize power."),
      ("1978-12", "Moscow signs a treaty with Kabul."), ("1979-12-24/1979-12-27", "Soviet army invades Afghanistan; Amin killed.")]),
]  # fmt: skip
BEHIND = [
    ("at the end of each line", """Soviet-Afghan agreements, a list

Treaty of transit, Moscow, 28 February 1961
Soviet loan to Kabul for silos and a bakery, 27 January 1962
Soviet pact with Kabul on rivers (28 June 1963)
- Treaty of good-neighbourliness, Moscow, 5.12.1964
""", ["1961-02-28", "1962-01-27", "1963-06-28", "1964-12-05"]),
    ("in a column of their own", """# Soviet–Afghan agreements

| No. | Title | Signed | In force | Source |
|---|---|---|---|---|
| 1 | Treaty of transit, USSR and Afghanistan | 28 Feb 1961 | 14 Oct 1961 | Novak 1974 |
| 2 | Soviet loan to Kabul | 31 Aug 1962 | 1963 | Novak 1974 |
| 3 | Soviet pact with Kabul | 28 June 1963 | Oct 1963 | Roe 1973 |
""", ["1961-02-28", "1962-08-31", "1963-06-28"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_each_entry_is_an_event_of_its_own(text, expected, tmp_path):
    told = [(m.edtf, _body(m.sentence, m.date_text)) for m in _shown(text, tmp_path)]
    assert told == [(edtf, words) for edtf, words in expected]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in BEHIND], ids=[row[0] for row in BEHIND])
def test_the_date_of_an_entry_may_stand_behind_it(text, expected, tmp_path):
    shown = _shown(text, tmp_path)
    assert [m.edtf for m in shown] == expected
    assert len({m.title for m in shown}) == len(shown)


def test_a_column_of_sources_is_cited_and_tells_nothing(tmp_path):
    text = "Moscow and Kabul\n\n2.3.1957\tSoviet loan to Kabul\tNovak 1966, 12\n5.4.1958\tKabul asks Moscow for arms\tibid.\n6.5.1959\tSoviet pact with Kabul\t-\n"
    found = _mentions(text, tmp_path)
    assert [(m.edtf, m.citations) for m in found] == [
        ("1957-03-02", "Novak 1966, 12"),
        ("1958-04-05", "Novak 1966, 12"),
        ("1959-05-06", ""),
    ]
    assert "Novak" not in " ".join(m.sentence for m in found)


def _shown(text, folder):
    return [m for m in _mentions(text, folder) if not m.reason]


def _mentions(text, folder):
    path = folder / ("a.md" if text.startswith("#") else "a.txt")
    path.write_text(text, encoding="utf-8")
    (document,) = read([path])
    return mentions_of(document, TOPIC)


def _body(sentence, date):
    return re.sub(
        r"^[*\s:.|,;)–-]*(?:06:30 hrs|\(\w+\)|hrs)?[*\s:.|–-]*", "", sentence.partition(date)[2]
    ).rstrip(" |")
