"""Reading dates: the rules' own examples, and the order of reading."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import DateValue, find_dates
from timeline.dates.find import find
from timeline.dates.normalize import normalize
from timeline.dates.rules import RULES


@pytest.mark.parametrize(
    ("rule", "example"),
    [
        pytest.param(rule, example, id=f"{rule.name}: {example[0]}")
        for rule in RULES
        for example in rule.examples
    ],
)
def test_rules_read_their_own_examples(rule, example):
    text, expected, *anchor = example
    found = max(find(text), key=lambda c: c.end - c.start, default=None)
    value = normalize(found, DateValue.parse(anchor[0]) if anchor else None)[0] if found else None
    assert str(value or "") == expected


READING = [
    # what the reader must do, text, expected values of all expressions
    ("the year is carried on", "In August 1991 a coup failed. On September 13 they agreed. In mid-November it met.",
     ["1991-08", "1991-09-13", "1991-11"]),
    ("a plan does not move the story", "On 13 September 1985 they agreed. The truce was to start on January 2, 1986. In mid-November it met.",
     ["1985-09-13", "1986-01-02", "1985-11"]),
    ("a quotation does not move the story",
     "In May 1988 they left. “We remember 1842 well,” he said. In June it rained.", ["1988-05", "1842", "1988-06"]),
    ("time moves forward over new year", "It began on 25 December 1979. In February the city rose.", ["1979-12-25", "1980-02"]),
    ("a year is shared backwards in a list", "They met in February and September 2019.", ["2019-02", "2019-09"]),
    ("two days, one of which it was", "He came on 9 or 10 September 1979.", ["1979-09-09", "1979-09-10"]),
    ("a list of days", "They met on 3, 5 and 9 May 1980.", ["1980-05-03", "1980-05-05", "1980-05-09"]),
    ("a list of days, the month first", "They met on May 3rd, 5th, or 9th, 1980.", ["1980-05-03", "1980-05-05", "1980-05-09"]),
    ("a list that ends in a span", "They met on 3, 5–9 May 1980.", ["1980-05-03", "1980-05-05/1980-05-09"]),
    ("from a day to a day", "They met between 3 and 9 May 1980.", ["1980-05-03/1980-05-09"]),
    ("a year is shared backwards in a range", "from May 15 to August 16, 1988", ["1988-05-15/1988-08-16"]),
    ("since looks back", "The council, in its second session since October, met on 9 March 2012.", ["2011-10", "2012-03-09"]),
    ("since looks back from what was said", "On 9 March 2012 the council met, its second session since October.", ["2012-03-09", "2011-10"]),
    ("between … and is one range", "the war between 1992 and 2001", ["1992/2001"]),
    ("a range of decades has years at its ends", "from the 1970s to the 1980s", ["1970/1989"]),
    ("two years joined by and are two", "in 1992 and 2001", ["1992", "2001"]),
    ("a count of words over a slug is no year", "URGENT 402\nBC-OMSK-TALKS\nThey met in 1985.", ["1985"]),
    ("a lost year stays lost", "On December 5, both kings signed a treaty.", ["XXXX-12-05"]),
    ("citations are no dates", "They recognised it (Stepanova 2018; Marshall 2014: 74) in 1919 [12].", ["1919"]),
    ("a line of a bibliography holds no dates", "In 1979 it fell.\n\nRoe, A. B. (1994) The War of 1979. Lund.\n[2] Doe, C., and D. Poe, Rivers (Lund, 2001), first in 1988.\nOrlov, A. came in 1984.",
     ["1979", "1984"]),
    ("a year in brackets is one", "The Great Game (1837–1907) ended.", ["1837/1907"]),
    ("labels and counts are no years", "Resolution 1267 sent 1979 men and 1,979 tonnes along Route 1985, page 1921.", []),
    ("prices and versions are no years", "It cost $1979 or 1980 dollars in version 2001.", []),
    ("durations and sets are no dates", "For ten years and nearly three months, every year, they fought.", []),
    ("now and today are no dates in a history", "Today, however, the world now looks on.", []),
    ("may and march are verbs too", "They may march. The Long March may help.", []),
    ("an address holds no date", "see https://example.org/2019/05/12/page", []),
    ("offsets count from the date before", "On 25 December 1979 they came. Two days later it fell.", ["1979-12-25", "1979-12-27"]),
    ("an offset finer than its anchor is not settled", "In 1979 they came. Two days later it fell.", ["1979", None]),
    ("a range takes its year from its first end too", "In 1995 it rose. From 15 May 1988 to 16 August it fell.", ["1995", "1988-05-15/1988-08-16"]),
    ("between two days of one month is one range", "between 3 and 5 May 1988", ["1988-05-03/1988-05-05"]),
    ("two days joined by and are two", "on 3 and 5 May 1988", ["1988-05-03", "1988-05-05"]),
    ("a day that is none is not settled", "on 31 February 1979", [None]),
    ("a line may be wrapped anywhere", "on 24\nDecember 1979, on December 24,\r\n1979, in the 19th\n    century, on 3\u00a0May\u00a01988",
     ["1979-12-24", "1979-12-24", "18XX", "1988-05-03"]),
    ("a named number may be compound", "On 24 December 1979 they came. Twenty-five days later they left. Half a year later it fell.",
     ["1979-12-24", "1980-01-18"]),
    ("a span leads the story to its end", "They fought from 24 December 1979 until 15 February 1989. Ten years later a film told of it.",
     ["1979-12-24/1989-02-15", "1999"]),
    ("a year just said beats the story's", "In May 1978 it began. In the year 1885, on the 30th of March, it had begun.", ["1978-05", "1885", "1885-03-30"]),
    ("what is stated beside an offset is its value", "In May 2017 it rose. A year earlier, on 5 September 2022, it fell.", ["2017-05", "2022-09-05", "2022-09-05"]),
    ("a day of each year is a set", "They keep 9 May every year, and met on 3 May 1985.", ["1985-05-03"]),
    ("years of two digits take the century of what was told before", "In 1838 it began. Until '42 they stayed. In 1979 others came, in the '80s more, in '89 none.",
     ["1838", "1842", "1979", "198X", "1989"]),
    ("a year alone on its line stands over the lines below", "1984\n- 12/3 Floods\n- 4 May A strike (see 1979)\n- census in April\n- 2 January, late: a fire\n1986\n- 3 June A fair\n7 May 1990 A ball. In June another.\n8 July A race",
     ["1984", "1984-03-12", "1984-05-04", "1979", "1984-04", "1984-01-02", "1986", "1986-06-03", "1990-05-07", "1990-06", "1990-07-08"]),
    ("a year before its first day stands over the days below", "• 1921. 3 March: a draft\n• 5 April: a treaty\n", ["1921", "1921-03-03", "1921-04-05"]),
    ("the last word of a wrapped paragraph is no heading", "They came in May\n1984\nand left. In March 1985 they met.\nIn April they\nwrote.", ["1984-05", "1985-03", "1985-04"]),
    ("prose under a year goes on into the next", "1979\n\nIn December the army came. In February the city rose.", ["1979", "1979-12", "1980-02"]),
    ("an offset counts from a year in brackets just before it", "In 1838 it began. After the fall of Ghora (1868) came calm; five years later a line was drawn.", ["1838", "1868", "1873"]),
    ("an offset counts from a year far back just told", "In 2014 the last lorry came. A first debt was made in 1956. Ten years later it grew. In May all was paid.",
     ["2014", "1956", "1966", "2014-05"]),
    ("a look back does not move the story", "In May 2001 we came. The bridge had been mined in 1997. On 3 January it opened.", ["2001-05", "1997", "2002-01-03"]),
    ("an offset that goes back does not move the story", "In May 1984 he came; he had written the year before. In June he left.", ["1984-05", "1983", "1984-06"]),
    ("of that year is of the year just told", "In May 1984 it began. It is said to have stopped about 1986, and he died on 4 August of that year.", ["1984-05", "1986~", "1986-08-04"]),
    ("of the following year is of the one after it", "It lasted from May 1984 to June the following year. In the autumn of that year it rained.", ["1984-05/1985-06", "1985-23"]),
    ("the same day is the day just told", "In May 1984 we came. A boy had been killed on 3 March; the same day it snowed. That summer we left.",
     ["1984-05", "1984-03-03", "1984-03-03", "1984-22"]),
    ("a day alone on its line is of the month above", "1984\nDec. 12  A vote\n25th  A march\n27th, 19:15 hrs  A fire", ["1984", "1984-12-12", "1984-12-25", "1984-12-27"]),
    ("the places of a contest are no days", "They met on 3 May 1984. The order was:\n1st: the king\n2nd: the queen", ["1984-05-03"]),
    ("days alone below a month", "December 1984\n3  A vote\n5-7  A march\nJan 1985\n2: A fire", ["1984-12", "1984-12-03", "1984-12-05/1984-12-07", "1985-01", "1985-01-02"]),
    ("a number below no month is no day", "They had in 1984\n3  horses\n5  mules", ["1984"]),
    ("a month on a line of its own", "1984\nDecember\n3 A vote\n5 A march\nMay\n2 A fire", ["1984", "1984-12", "1984-12-03", "1984-12-05", "1984-05", "1984-05-02"]),
    ("a year that names a line is not that of what follows", "They signed on 16 June 1981. China, which never took the 1895 line, declared it void on 22 July.", ["1981-06-16", "1895", "1981-07-22"]),
    ("a heading of two years begins with the first", "1869\n\nA vote.\n\n1878–79\n\nHe left in the autumn; on 3 December he fled. He died on 21st February.\n\n1880\n\nIt ended on 4 May.",
     ["1869", "1878/1879", "1878-23", "1878-12-03", "1879-02-21", "1880", "1880-05-04"]),
    ("a label ends with its line", "1928: A flight\n1929: A second", ["1928", "1929"]),
    ("months of ISO 8601 in a list of its days", "2001-03-04 -- A vote\n2002-05 -- A march\n2003-06-07 -- A fire", ["2001-03-04", "2002-05", "2003-06-07"]),
    ("a season takes no year from the next entry", "22 Jul 87  A pact. Pillars up by winter.\n1907: a convention", ["1887-07-22", "1887-24", "1907"]),
    ("a year and a day behind a dash are no span", "1984 – 27 December – a vote", ["1984", "1984-12-27"]),
    ("a feast takes its year from the story", "They came on 3 November 1987. Two days before New Year they left. At Christmas 1988 they wrote.",
     ["1987-11-03", "1987-12-30", "1988-12-25"]),
    ("an offset may count from a day without a year", "In May 1984 it began. A week before 20 June, envoys came.", ["1984-05", "1984-06-13"]),
    ("days after a month are in that month, or in the next two", "In May 1984 it began. Two days later it rained. In May 1984 it began. Six weeks later it snowed.",
     ["1984-05", "1984-05", "1984-05", "1984-06/1984-07"]),
    ("within dates what is told, not what is ordered", "On 3 May 1984 it fell. Within four days help came. All must leave within two weeks.", ["1984-05-03", "1984-05-03/1984-05-07"]),
    ("the month after may stand before its verb", "In May 1984 it fell, and a council called the month after gave way.", ["1984-05", "1984-06"]),
    ("a year said by an offset is that of the month beside it", "In August 1984 it fell. Three years earlier, in May, it had held.", ["1984-08", "1981", "1981-05"]),
    ("last May is a May without a day of writing", "In 1984 it began. It was last May that it ended.", ["1984", "1984-05"]),
    ("that year is no decade", "In 1984 it began. What had grown in the sixties fell on 3 May of that year.", ["1984", "196X", "1984-05-03"]),
    ("an offset in a clause of its own tells of the day of its sentence", "On 3 May 1984 the talks went on, two days after a fire.", ["1984-05-03", "1984-05-03"]),
    ("a year just said may be short", "We came in '86, in the autumn. In March of '87 we left.", ["1986", "1986-23", "1987-03"]),
    ("a day in the Julian calendar is the day beside it",
     "On 30 March 1885, or 18 March in the Julian calendar, they fought. It was signed on 31 August 1907, which was 18 August by the Russian calendar.",
     ["1885-03-30", "1885-03-30", "1907-08-31", "1907-08-31"]),
    ("the following year is not that after a look back", "In 1892 they met at the line drawn twenty years before. On 12 November of the following year they signed.",
     ["1892", "1872", "1893-11-12"]),
    ("a span of days may lie in that year", "In August 1991 it failed. From 10 to 15 November of that year they met.", ["1991-08", "1991-11-10/1991-11-15"]),
    ("the year after holds for all months of a list", "In May 1986 he came. In February and May the year after, he came again.", ["1986-05", "1987-02", "1987-05"]),
    ("what follows that may be who acts", "On 4 June 1974 he came. One year after that Podgorny came too.", ["1974-06-04", "1975"]),
    ("a night between two days, and an earlier style", "It began in the night of 24/25 December 1979. It was told of 12/24 April 1877.", ["1979-12-24/1979-12-25", "1877-04-24"]),
    ("a year of long before, deep in its sentence, does not move the story", "We came in August 1977. An old driller had been there since the pipe was laid in 1967. In December he left.", ["1977-08", "1967", "1977-12"]),
    ("what must be done by then does not move it", "In May 1985 he told them that they must stand alone by the next summer. In October he said so again.", ["1985-05", "1985-22", "1985-10"]),
    ("that month is of the year just told", "On 9 December 1959 a guest came. They had danced that August.", ["1959-12-09", "1959-08"]),
    ("last Sunday of a history", "I end on 20 August 2021. Last Sunday they came.", ["2021-08-20", "2021-08-15"]),
    ("an entry follows on the entry before", "20 Sept. 1837. Burnes comes.\n23 Nov. A siege; in April an envoy joins it.\n19 Dec. Another comes, and leaves on 26 April 1838.\n27 Dec. Snow.",
     ["1837-09-20", "1837-11-23", "1838-04", "1837-12-19", "1838-04-26", "1837-12-27"]),
    ("a remark does not move the story back", "In 1966 he came. He had met the king, that was August of '65, and talks dragged on. On 5 June he left.", ["1966", "1965-08", "1966-06-05"]),
    ("a month in a name", "In May 1927, ten years after the October Revolution, they kept the October holidays.", ["1927-05", "1927-05"]),
    ("an hour is no year", "In 1979 it began. On 28 December 02:00 the radio spoke; on 29 December 19:15 again.", ["1979", "1979-12-28", "1979-12-29"]),
    ("decades run forwards", "in the 1870s–60s", [None]),
    ("a weekday counts from the day just told", "On 28 October 2010 they raided the barn. On the Saturday a note came, by Monday another.", ["2010-10-28", "2010-10-30", "2010-11-01"]),
    ("a weekday counts from nothing else", "In May 2010 they raided the barn. It is said to have been a Friday. He said: “Come on Monday.”", ["2010-05"]),
    ("evenings later are days later", "On 25 December 1979 they came. Two evenings later it began.", ["1979-12-25", "1979-12-27"]),
    ("a question does not move the story", "In May 1979 they refused. What had changed nine months later? In July they asked again.", ["1979-05", "1980-02", "1979-07"]),
    ("a day alone in brackets moves it", "In May 1945 it began. One voted against it (30 September 1947) and took that back in October.", ["1945-05", "1947-09-30", "1947-10"]),
    ("a year later is as fine as a year", "In October 2015 it fell. A year later it fell again.", ["2015-10", "2016"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in READING], ids=[row[0] for row in READING])
def test_reading_in_order(text, expected):
    assert [str(t.value) if t.value else None for t in find_dates(text)] == expected


@dataclass(frozen=True)
class Named:
    phrases: tuple[str, ...]
    edtf: str
    is_date: bool
    is_told: bool = True


NAMED_DAYS = (
    Named(("9/11",), "2001-09-11", True),
    Named(("fall of the harbour",), "1996-09-27", False),
    Named(("fall of the harbour",), "2021-08-15", False),
    Named(("battle of the bridge",), "1984-05-02", False),
)
COUNTED = [
    # what X is known by, text, value of the first offset, value of the event it counts from
    ("an earlier sentence", "On 12 March 1984 rebels took the town of Ghora. They rested. Three days after the fall of Ghora, envoys came.",
     "1984-03-15", "1984-03-12"),
    ("a named day", "A week after the battle of the bridge, envoys came.", "1984-05-09", "1984-05-02"),
    ("a named day of two, told apart by the date that follows",
     "A day after the fall of the harbour, envoy Petrov spoke. Petrov told a paper on 16 August 2021 that he stayed.",
     "2021-08-16", "2021-08-15"),
    ("the day of the sentence itself, counted back",
     "Two days after the fall of Ghora, the envoy Petrov met the rebels. Petrov told a paper so on 14 March 1984.",
     "1984-03-14", "1984-03-12"),
    ("a day before is counted forward",
     "A day before the siege of Ghora began, general Orlov left. Orlov arrived on 2 May 1985.", "1985-05-02", "1985-05-03"),
    ("nothing: names that every sentence has tell no event",
     "On 3 May 1985 Soviet ministers met in Ghora. Soviet papers wrote of Ghora. Soviet guests saw Ghora. A week after the Soviets left Ghora, the envoy came.",
     None, None),
    ("nothing: a little over is no exact count", "On 12 March 1984 the king sent aid, a little over six months before the fall of Ghora.", None, None),
    ("nothing: it is no exact count", "On 12 March 1984 the king sent aid, nearly six months before the fall of Ghora.", None, None),
    ("nothing: it is not settled", "Two days after the fall of Ghora, the envoy met the rebels.", None, None),
    ("nothing it could be, with a story under way",
     "On 3 May 1985 ministers met in Paris. A week after the collapse of the bank, the envoy left.", None, None),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "source"), [row[1:] for row in COUNTED], ids=[row[0] for row in COUNTED]
)
def test_an_offset_from_a_named_event_dates_both(text, value, source):
    offset = next(t for t in find_dates(text, named_days=NAMED_DAYS) if t.rule == "offset")
    assert (str(offset.value) if offset.value else None) == value
    assert (str(offset.counted_from.value) if offset.counted_from else None) == source
    if offset.counted_from:
        assert "fall" in text[offset.counted_from.start : offset.counted_from.end] or source in (
            "1984-05-02",
            "1985-05-03",
        )


TITLED = [
    ("The war of 1979–1989", ["1979-03", "1985-05"]),
    ("The talks of May 1988", ["1988-03", "1985-05"]),
    ("Two countries in the 1970s", ["XXXX-03", "1985-05"]),
    ("Two countries", ["XXXX-03", "1985-05"]),
]


@pytest.mark.parametrize(("title", "expected"), TITLED)
def test_a_title_may_say_where_the_story_begins(title, expected):
    found = find_dates("In March they met. In May 1985 they parted.", title=title)
    assert [str(t.value) for t in found] == expected


def test_a_title_does_not_keep_a_text_from_opening_with_an_offset():
    text = "Two days after the fall of Ghora, envoy Petrov met the rebels. Petrov told a paper so on 14 March 1984."
    first = find_dates(text, title="Ghora in 1984")[0]
    assert (str(first.value), str(first.counted_from.value)) == ("1984-03-14", "1984-03-12")


def test_named_days_are_dates_only_where_they_say_so():
    found = find_dates("After 9/11 and the battle of the bridge they met.", named_days=NAMED_DAYS)
    assert [(t.text, str(t.value)) for t in found] == [("9/11", "2001-09-11")]


@pytest.mark.parametrize(
    ("text", "dct"), [("It ends tomorrow.", "9999-12-31"), ("It began yesterday.", "0001-01-01")]
)
def test_days_beyond_the_calendar_are_not_settled(text, dct):
    assert [t.value for t in find_dates(text, dct=dct, mode="news")] == [None]


def test_the_parts_of_a_range_lie_in_the_text():
    text = "It lasted from 15 May 1988 to February 1989."
    (timex,) = find_dates(text)
    assert [(text[p.start : p.end], str(p.value)) for p in timex.parts] == [
        ("15 May 1988", "1988-05-15"),
        ("February 1989", "1989-02"),
    ]


def test_named_days_are_not_found_in_labels_addresses_and_what_is_no_prose():
    text = "9/11 9/11\n\nOn articles 9/11 see example.org/2019/9/11/page (9/11/19), and 9/11."
    found = find_dates(text, named_days=NAMED_DAYS, skip=[(0, 9)])
    assert [(t.start, str(t.value)) for t in found if t.rule == "named-day"] == [
        (len(text) - 5, "2001-09-11")
    ]


@given(st.text(alphabet=st.sampled_from("19 8/-.,()May1st of the week after\n“”Kabul'"), max_size=120))
def test_any_text_gives_spans_in_order_inside_it(text):
    end = 0
    for timex in find_dates(text):
        assert end <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == timex.text
        end = timex.end


@pytest.mark.parametrize(
    "text",
    ["May " * 16_000, "(" * 100_000, "1/1/" * 50_000, "x1" * 500_000],
    ids=["may", "brackets", "slashes", "line"],
)
@pytest.mark.timeout(20)
def test_hostile_text_ends(text):
    assert isinstance(find_dates(text), list)
