"""Which events concern the relation: judged by their own clause, in a text about both sides. Invented sentences only."""

from __future__ import annotations

import pytest

from tests.prose import mentions
from timeline.events import select

# A text about both sides, not dense with them.
ABOUT = (
    "Moscow and Kabul had a long quarrel over the river. The river was low that year. Nobody knew why. "
    "Soviet Russia then wrote to Afghanistan. The letter was polite. It rained. The harvest was poor. Prices rose. "
)
CONCERNS = [
    # why, sentences, whether the last mention concerns the relation
    ("both sides in the clause", "In 1925 Soviet pilots flew for the Afghan king.", True),
    ("the one from abroad, in the other's land", "In May 1984 Soviet engineers finished the pumping station.", True),
    ("by a pronoun", "Moscow looked south. In 1925 it sent six aeroplanes.", True),
    ("an act that goes across, nobody named", "The first deliveries of grain came in March 1934.", True),
    ("a treaty, nobody named", "The agreement was prolonged in June 1936.", True),
    ("in a war of the two", "In May 1985 rebels attacked two posts near Kabul.", True),
    ("in no war of the two", "In May 1965 robbers attacked two posts near Kabul.", False),
    ("what a third party does about both", "In 1981 Pakistan asked Moscow to leave Afghanistan.", True),
    ("a third party and one side", "In 1936 Kabul signed a contract with Germany.", False),
    ("the same, in the passive", "In 1938 the Afghan minister was received by the Japanese emperor.", False),
    ("beside what the other side did", "When Kabul quarrelled with Persia in 1932, Soviet lorries carried the wool.", False),
    ("a third party's envoy", "Tokyo received an ambassador from Kabul in 1933.", False),
    ("a third party alone", "In 1956 France held an election.", False),
    ("a third party's capital", "The conference opened in Vienna in 1961.", False),
    ("the one from abroad with a third party, about the other", "In 1904 Russian envoys told London that the amir was free.", True),
    ("a stranger", "In May 1970 Rossini finished his opera.", False),
    ("a stranger's own affair", "Sonia Petrakis was born in 1951.", False),
    ("what is elsewhere in the sentence of another", "The tanks rolled into Budapest in 1956 while Moscow lent Kabul money.", False),
    ("somebody sworn in", "Nixon was sworn in on 20 January 1969.", False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "concerns"), [row[1:] for row in CONCERNS], ids=[row[0] for row in CONCERNS]
)
def test_what_concerns_the_relation(text, concerns):
    told = mentions(ABOUT + text)[-1]
    assert (told.reason != select.OFF_TOPIC) == concerns, told.evidence


def test_who_was_alive_is_not_told_by_a_year_that_may_be_wrong():
    told = mentions(f"{ABOUT}A book of 2005 tells it. Brezhnev had received him on the tenth of October.")[-1]
    assert told.edtf == "2005-10-10"
    assert told.reason != select.OFF_TOPIC


def test_the_same_act_counts_less_in_a_text_about_others():
    act = "In 1956 the first credits were lent."
    about, beside = (
        mentions(f"{before}{act}")[-1]
        for before in (ABOUT, "Moscow watched Kabul. " + "The mills of Lancashire stood still. " * 30)
    )
    assert about.relation > beside.relation


def test_a_text_dense_with_both_tells_the_rest_for_their_sake():
    rest = "On 9 September 2001 assassins killed the leader of the north."
    dense = "Moscow wrote to Kabul. Kabul thanked Moscow. The Soviet envoy saw the Afghan king. "
    assert mentions(dense * 3 + rest)[-1].relation > mentions(ABOUT + rest)[-1].relation
