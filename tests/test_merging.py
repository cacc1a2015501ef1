"""What is one happening, and where sources differ. Invented sentences only."""

from __future__ import annotations

import pytest

from tests.prose import TOPIC, happenings, mentions
from timeline.events import disagree, merge

MERGED = [
    # why, texts, dates of the events
    ("the same act told twice, the finest date wins",
     ["In 1979 the Soviet Union invaded Afghanistan.", "Soviet troops invaded Afghanistan in December 1979."], ["1979-12"]),
    ("noun and verb tell one act", ["The Soviet invasion of Afghanistan came in 1979.", "In 1979 Moscow invaded Afghanistan."], ["1979"]),
    ("a span is no moment", ["In 1979 the Soviet Union invaded Afghanistan.", "From 1979 to 1989 the Soviet Union invaded and held Afghanistan."],
     ["1979", "1979/1989"]),
    ("one sentence that dates one thing twice", ["On 3 May 2017 Russia hosted Taliban envoys. A day later, on 4 May 2017, Russia sent the Taliban home."],
     ["2017-05-03", "2017-05-04"]),
    ("one sentence tells two things", ["In 1978 Moscow signed a treaty with Kabul and in December 1978 Soviet troops invaded Afghanistan."],
     ["1978", "1978-12"]),
    ("other acts of one year", ["In 1978 Moscow and Kabul signed a treaty.", "In 1978 Moscow recognised the Afghan government."], ["1978", "1978"]),
    ("other years", ["In 1921 Russia and Afghanistan signed a treaty.", "In 1931 Moscow and Afghanistan signed a treaty."], ["1921", "1931"]),
    ("meetings happen often", ["In 2017 Russian and Taliban envoys held talks.", "In May 2017 Russian and Afghan ministers held talks."],
     ["2017", "2017-05"]),
    ("statements of two people", ["On 3 May 2017 Kabulov said Russia knew the Taliban.", "On 3 May 2017 Lavrov said Russia knew the Taliban."],
     ["2017-05-03", "2017-05-03"]),
    ("what the same people did on one day, told by two documents",
     ["On 3 May 1991 Moscow and Washington promised to stop arming Kabul.", "On 3 May 1991 the Soviet government reached an understanding with America on Afghanistan."],
     ["1991-05-03"]),
    ("a copy that lost its year takes it from the intact one",
     ["In May 1991 the Soviet coup shook Kabul. On May 13 the Soviet government agreed with Afghanistan on a cutoff of arms.",
      "On May 13 the Soviet government agreed with Afghanistan on a cutoff of arms."], ["1991-05", "1991-05-13"]),
    ("a torn copy takes its year from its passage",
     ["In May 1991 the Soviet coup shook Kabul. On May 13 the Soviet government agreed with Afghanistan on a cutoff of arms. It was to begin on June 1, 1991.",
      "On May 13 the Soviet government agreed with Afghanistan on a cutoff of arms. It was to begin on June 1, The Soviet press was silent."],
     ["1991-05", "1991-05-13", "1991-06-01"]),
    ("a lost year is told by the one other text that tells the same",
     ["In November 2016 Russia opened a conference with the Taliban in Moscow.", "Taliban envoys came to the conference that Russia held on November 9."],
     ["2016-11-09"]),
    ("of two such texts of different years none is believed",
     ["In November 2016 Russia opened a conference with the Taliban.", "In November 2018 Russia opened a conference with the Taliban.",
      "Taliban envoys came to the conference that Russia held on November 9."], ["2016-11", "2018-11", "XXXX-11-09"]),
    ("a month and a day of it, told in the same words",
     ["In May 2017 Russian diplomats held a summit with the Taliban.", "On 4 May 2017 the Taliban came to the summit of Russian diplomats and mullahs."],
     ["2017-05-04"]),
    ("two talks of one text in other words",
     ["On 3 May 2017 Russian envoys met the Taliban in Doha. On 3 May 2017 the Taliban delegation left Russia for Kabul."], ["2017-05-03", "2017-05-03"]),
    ("the same headline in two texts", ["On 3 May 2017 the Taliban thanked Russia.", "On 3 May 2017, people say, the Taliban thanked Russia."], ["2017-05-03"]),
    ("one thing that went on through two decades, in two copies",
     ["In the late 1990s and early 2000s Russia kept secret links with the Taliban."] * 2, ["1995/2003"]),
    ("the year in a decade", ["Soviet troops invaded Afghanistan in 1979.", "Afghans recalled the Soviet invasion of the late 1970s."], ["1979"]),
    ("what nearly was", ["In 1996 Russia nearly recognised the Taliban.", "In 1996 Russia recognised the Taliban."], ["1996", "1996"]),
    ("what was refused and what was done", ["In March 1988 the Soviet Union refused to withdraw from Afghanistan.", "In March 1988 the Soviet Union withdrew from Afghanistan."],
     ["1988-03", "1988-03"]),
    ("attacker and attacked", ["In May 1988 the Soviet Union attacked Afghanistan.", "In May 1988 Afghanistan attacked the Soviet Union."], ["1988-05", "1988-05"]),
    ("giver and taker", ["In July 2008 Russia gave weapons to Afghanistan.", "In July 2008 Afghanistan gave weapons to Russia."], ["2008-07", "2008-07"]),
    ("other figures", ["In May 1988 the Soviet Union withdrew 50,000 troops from Afghanistan.", "In May 1988 the Soviet Union withdrew 30,000 troops from Afghanistan."],
     ["1988-05", "1988-05"]),
    ("a treaty told from either side", ["In 1921 Soviet Russia signed a treaty with Afghanistan.", "In 1921 Afghanistan signed a treaty with Soviet Russia."], ["1921"]),
    ("a remark that dates it otherwise", ["In May 1873 Russia and Britain signed an accord on Afghanistan. Some books date the accord to 1872. The Afghan king thanked Russia in June 1873."],
     ["1873-05", "1873-06"]),
    ("a historian who dates it otherwise", ["On 3 May 1925 Soviet soldiers landed on an Afghan island. Soviet sailors left Kabul on 9 May 1925. The historian John Roe puts the Soviet landing in June."],
     ["1925-05-03", "1925-05-09"]),
    ("a date given for something else", ["In May 1873 Russia and Afghanistan signed an accord. The overview dates the first contacts of Russia with Kabul's poets to 1876."],
     ["1873-05", "1876"]),
    ("two dates of which one is right", ["The Soviet House of Culture in Kabul opened in 1982, according to Pravda, or in 1983, according to Afghan papers."], ["1982"]),
    ("two years in front of which one is right", ["In 1982 or 1983 the Soviet House of Culture opened in Kabul."], ["1982"]),
    ("two months in front of which one is right", ["In April or May 1921 Soviet Russia sent the Afghan king two planes."], ["1921-04"]),
    ("two dates, each with its source", ["Soviet Russia sent the Afghan king two planes in April 1921 (Pravda) or in May 1921 (the Afghan press)."], ["1921-04"]),
    ("two dates, and something between them", ["The Soviet-Afghan treaty was signed in 1924, and Kabul demanded Soviet arms, or in 1925 Moscow sold Kabul arms."], ["1924", "1925"]),
    ("a year over its day", ["• 1885. 30 March: Russian troops beat the Afghans at Panjdeh."], ["1885-03-30"]),
    ("a day in the old calendar, then in the new", ["On 18 March 1885, or 30 March New Style, Russian troops attacked the Afghans at Panjdeh."], ["1885-03-30"]),
    ("the same behind what happened", ["Soviet Russia and Kabul signed a treaty on 15 February 1921, that is, 28 February (New Style), in Moscow."], ["1921-02-28"]),
    ("what is decided is not yet done", ["On 12 December 1979 the Soviet Union decided to send troops into Afghanistan.", "In December 1979 the Soviet Union sent troops into Afghanistan."],
     ["1979-12", "1979-12-12"]),
    ("one war, told by its years and by its days", ["The Soviet Union fought in Afghanistan from 1979 to 1989.", "From 24 December 1979 to 15 February 1989 the Soviet Union fought in Afghanistan."],
     ["1979-12-24/1989-02-15"]),
    ("two wars of other years", ["The Soviet Union fought in Afghanistan from 1979 to 1989.", "From 1978 to 1992 the Soviet Union fought in Afghanistan."],
     ["1978/1992", "1979/1989"]),
    ("a month and some days of it", ["In February 2019 Russia opened a conference with the Taliban.", "From 5 to 6 February 2019 Russia held its conference with the Taliban."],
     ["2019-02-05/2019-02-06"]),
    ("two documents in the same rare words, whatever the verb",
     ["In February 2017 Moscow brought the envoys of six neighbouring countries together for a way out of the Afghan war.",
      "On 15 February 2017 Russia sat down with envoys of six neighbouring countries and the Afghan government.",
      "In March 2017 Russia sent flour to Kabul.", "In May 2017 Russia closed its school in Kabul.", "In June 2017 Russia praised the Taliban.",
      "In July 2017 Russia sold timber to Kabul.", "In October 2017 Russia wrote to the Taliban."],
     ["2017-02-15", "2017-03", "2017-05", "2017-06", "2017-07", "2017-10"]),
    ("one day told twice, a span behind it", ["On 27 May 1996 the Taliban took a town from Russia. A week later, from 3 to 4 June 1996, Russia and the Taliban met."],
     ["1996-05-27", "1996-06-03/1996-06-04"]),
    ("one name on one day", ["14 April 1988: Geneva Accords signed by Afghanistan and Pakistan.", "On 14 April 1988 Moscow welcomed the Geneva Accords that were signed for Afghanistan."],
     ["1988-04-14"]),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "dates"), [row[1:] for row in MERGED], ids=[row[0] for row in MERGED])
def test_merging(texts, dates):
    found = happenings(*texts)
    assert [h.value.edtf for h in found] == dates
    assert sum(len(h.mentions) for h in found) == len({id(m) for h in found for m in h.mentions})


DIFFER = [
    # why, texts, events that name another
    ("two first contacts", ["The first contact between Russia and the Taliban was made in 1995.", "Russia established contact with the Taliban in 2007."], 2),
    ("a third one", ["The first contact between Russia and the Taliban was made in 1995.", "Russia established contact with the Taliban in 2007.",
                     "Contact between Russia and the Taliban began in 2010."], 3),
    ("no beginning is claimed", ["Russia had contact with the Taliban in 1995.", "Russia had contact with the Taliban in 2007."], 0),
    ("of others", ["The first contact between Russia and the Taliban was made in 1995.", "To the surprise of Russia the first contact between Iran and the Taliban was made in 2007."], 0),
    ("one text tells of a beginning and another beginning", ["Russia established contact with the Taliban in 1995. Russia established contact with the Taliban anew in 2007."], 0),
    ("an act done once, on two days", ["The Soviet Union invaded Afghanistan on 24 December 1979.", "The Soviet Union invaded Afghanistan on 27 December 1979."], 2),
    ("an act done once, and told in the next year too", ["Russia recognised the Taliban in July 2025.", "Russia recognised the Taliban in August 2024."], 2),
    ("an act done once, told of two days in other words", ["14 February 1989: The Soviet Union leaves Afghanistan.", "On 15 February 1989 the last soldiers of the Soviet Union left Afghanistan."], 2),
    ("a decision and the act itself", ["The Soviet Union decided to invade Afghanistan on 12 December 1979.", "The Soviet Union invaded Afghanistan on 24 December 1979."], 0),
    ("a contact that was refused", ["Russia established contact with the Taliban in 1995.", "Russia refused to establish contact with the Taliban in 2007."], 0),
    ("what is said not to be the first", ["The first contact between Russia and the Taliban was made in 1995.", "In 2007 Russia made contact with the Taliban, not for the first time."], 0),
    ("dates that fit", ["The Soviet Union invaded Afghanistan on 24 December 1979.", "The Soviet Union invaded Afghanistan in 1979."], 0),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "expected"), [row[1:] for row in DIFFER], ids=[row[0] for row in DIFFER])
def test_sources_that_differ_name_each_other(texts, expected):
    told = happenings(*texts)
    found = disagree.differing(told, TOPIC)
    assert len(found) == expected
    assert all(
        len(others) == len({other.primary.mention_id for other in others}) for others in found.values()
    )
    for ident, others in found.items():
        assert ident not in {other.primary.mention_id for other in others}
        assert all(
            ident in {one.primary.mention_id for one in found[other.primary.mention_id]} for other in others
        )


def test_merging_does_not_depend_on_order():
    found = [
        m for row in MERGED for n, text in enumerate(row[1]) for m in mentions(text, name=f"{row[0]} {n}")
    ]
    shown = [m for m in found if not m.reason]
    assert merge.merge(shown, TOPIC) == merge.merge(reversed(shown), TOPIC)


def test_a_repaired_mention_says_so():
    texts = next(
        texts for why, texts, _ in MERGED if why == "a copy that lost its year takes it from the intact one"
    )
    repaired = [m for h in happenings(*texts) for m in h.mentions if "restored" in m.note]
    assert [m.edtf for m in repaired] == ["1991-05-13"]
