"""Two documents that each tell one thing: which pairs are one happening. Invented sentences only."""

from __future__ import annotations

import pytest

from tests.prose import TOPIC, mentions
from timeline.events.merge import merge

ONE, TWO = True, False

TOLD_TWICE = [
    # why, what one document tells, what the other tells, one happening or two
    ("a meeting and a conquest of one day", "On 15 August 2021 the Taliban met the Russian ambassador Zhirnov in Kabul.",
     "Moscow had talked with the Taliban. On 15 August 2021 the Taliban took Kabul.", TWO),
    ("two acts of one government on one day", "On 9 June 2003 Moscow forgave Kabul its debt.", "On 9 June 2003 Moscow closed its Kabul school.", TWO),
    ("what one said to another on one day", "On 12 June 2012 Karzai thanked Putin for Russian wheat.", "On 12 June 2012 Karzai asked Putin for Russian helicopters.", TWO),
    ("one caller and another", "On 28 December 1979 Brezhnev telephoned Karmal.", "On 28 December 1979 Carter telephoned Brezhnev about Afghanistan.", TWO),
    ("the same people in one year", "In 2005 Russia trained Afghan pilots.", "In 2005 Russian pilots were killed in an Afghan storm.", TWO),
    ("one valley in one month", "In May 1985 Soviet troops swept through the Kunar valley.",
     "In May 1985 the rebels shot down two Soviet helicopters in the Kunar valley.", TWO),
    ("one place, others act", "In May 1979 Soviet engineers drilled for gas near Shibarghan.",
     "In May 1979 Afghan rebels blew up the gas pipeline to the Soviet Union near Shibarghan.", TWO),
    ("one work, begun and finished by another", "In 1968 Moscow lent Kabul money for a gas pipeline.", "In 1968 Soviet engineers finished a gas pipeline from Afghanistan to Uzbekistan.", TWO),
    ("the same doctors in two cities", "In March 1970 Soviet doctors opened a hospital for Afghan mothers in Kabul.",
     "In March 1970 Soviet doctors treated Afghan mothers in Herat for malaria.", TWO),
    ("a fight and a truce in the same words", "In May 1983 Soviet troops attacked the rebels in the narrow gorge north of Kabul with rockets.",
     "In May 1983 Soviet troops agreed on a truce with the rebels in the narrow gorge north of Kabul.", TWO),
    ("neither names an act, and they share one side", "Moscow and Kabul were close. In 1972 Soviet painters drew the Bamian cliffs in red chalk.",
     "In 1972 Afghan poets sang of the cliffs before Soviet guests.", TWO),
    ("days and the year around them", "From 3 to 9 March 1979 Soviet advisers fought Afghan rebels near Herat.",
     "From January to December 1979 Soviet advisers fought Afghan rebels near Herat.", TWO),
    ("what was ordered is not yet done", "In December 1979 Soviet troops were ordered to invade Afghanistan.", "In December 1979 Soviet troops invaded Afghanistan.", TWO),
    ("whoever was ordered", "In December 1979 Brezhnev ordered the Soviet army to invade Afghanistan.", "In December 1979 the Soviet army invaded Afghanistan.", TWO),
    ("the first, and not the first", "Russia's talks with the Taliban in Moscow in May 2017 were not the first.", "In May 2017 Russia held its first talks with the Taliban in Moscow.", TWO),
    ("not the first, and no word on that", "The conference of 4 July 2018 was not the first time that Russia and the Taliban had come together in Moscow.",
     "In July 2018 Russia opened a conference with the Taliban in Moscow.", ONE),
    ("a meeting of one month, in other verbs", "In February 2017 Moscow brought the envoys of six neighbouring countries together for a way out of the Afghan war.",
     "On 15 February 2017 Russia sat down with envoys of six neighbouring countries and the Afghan government.", ONE),
    ("third parties and a figure count beside a word", "Russia held six-party consultations on Afghanistan on 15 February 2017; China, Iran and India discussed the conflict together.",
     "In February 2017 Moscow brought six countries together: India, Iran, China and Russia itself had never searched jointly for a way out of the Afghan war.", ONE),
    ("a road", "In October 1964 Moscow finished a concrete road through the Salang tunnel for Afghanistan.",
     "Soviet engineers opened the concrete Salang road with its tunnel to Afghan traffic in October 1964.", ONE),
    ("a boast about what was done", "In 1981 Soviet soldiers dug wells and planted orchards in Afghan villages.",
     "In 1981 the Soviet army boasted of wells dug and orchards planted in Afghan villages.", ONE),
    ("turned round", "In 1927 Soviet pilots opened a weekly mail flight from Tashkent to Kabul.", "A weekly mail flight run by Soviet pilots linked Kabul with Tashkent from 1927.", ONE),
    ("a year and a month of it", "In June 1956 Soviet geologists began to map the oil fields of northern Afghanistan.",
     "In 1956 Soviet geologists mapped the oil fields in the north of Afghanistan.", ONE),
    ("a gift", "In May 2009 Moscow shipped flour and blankets to Afghan flood victims.", "In May 2009 Moscow handed flour and blankets to the victims of a flood in Afghanistan.", ONE),
    ("what somebody wrote", "In March 1989 Gorbachev wrote to Najibullah that the army would hold without Soviet help.",
     "In March 1989 Gorbachev told Najibullah by mail: the army would hold, even without Soviet help.", ONE),
    ("a storm over a convoy", "On 4 March 1982 a Soviet convoy of forty tankers burned out on the Salang.", "On 4 March 1982 forty Soviet tankers in a convoy went up in flames below the Salang.", ONE),
    ("a film", "In 1971 Soviet cameramen shot a colour film about nomads and shepherds in Afghanistan.",
     "In 1971 cameramen from the Soviet Union followed Afghan nomads and shepherds for a colour film.", ONE),
    ("a book", "In 1958 Moscow printed Afghan folk tales for children in forty thousand copies.",
     "In 1958 Moscow brought out forty thousand copies of Afghan folk tales for children.", ONE),
    ("a war by its years and by its days", "From 1979 to 1989 the Soviet Union fought a long war in Afghanistan.",
     "From 24 December 1979 to 15 February 1989 Soviet forces fought the mujahideen of Afghanistan.", ONE),
    ("one text says only that it fell", "On 28 September 2015 the Taliban seized Kunduz, and Russia was alarmed.",
     "Russia watched the Taliban. Kunduz had already fallen on 28 September 2015, for some days.", ONE),
]  # fmt: skip


def happenings(texts):
    found = [m for number, text in enumerate(texts) for m in mentions(text, name=f"{number}.txt")]
    return merge((m for m in found if not m.reason), TOPIC)


@pytest.mark.parametrize(
    ("one", "other", "same"), [row[1:] for row in TOLD_TWICE], ids=[row[0] for row in TOLD_TWICE]
)
def test_one_happening_or_two(one, other, same):
    found = happenings([one, other])
    assert sum(len(h.mentions) for h in found) == 2
    assert len(found) == (1 if same else 2)


def test_what_else_was_read_changes_no_merge():
    texts = [text for row in TOLD_TWICE for text in row[1:3]]
    event = {m.document: number for number, h in enumerate(happenings(texts)) for m in h.mentions}
    together = [event[f"{2 * n}.txt"] == event[f"{2 * n + 1}.txt"] for n in range(len(TOLD_TWICE))]
    assert together == [row[3] for row in TOLD_TWICE]
