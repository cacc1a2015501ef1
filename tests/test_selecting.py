"""What of the dated sentences is shown, and why not. Invented sentences only."""

from __future__ import annotations

import pytest

from tests.prose import mentions
from timeline.events import select

SELECTED = [
    # why, text, reason of its last mention ('' shown)
    ("both sides named", "In 1925 Soviet pilots flew for the Afghan king.", ""),
    ("what is promised before a date", "On 28 July 1986 Gorbachev announced that six Soviet regiments would leave Afghanistan before the year was out.",
     select.HYPOTHETICAL),
    ("the other side is in the sentence before", "Kabul asked Moscow for arms. In 1956 the Soviet Union agreed.", ""),
    ("'it' takes up the sentence before", "Moscow made an offer to Kabul. It was signed in 1956.", ""),
    ("'the two countries' too", "Moscow made an offer to Kabul. A treaty between the two countries followed in 1956.", ""),
    ("both sides in one word", "In 1921 the Russian-Afghan treaty was signed.", ""),
    ("one side only", "In 1956 the Soviet Union tested a bomb.", select.OFF_TOPIC),
    ("neither side", "In 1956 France held an election.", select.OFF_TOPIC),
    ("a figure", "Afghanistan and Russia are far apart. By 2010 Afghan and Russian villages stood at 12 percent.", select.BACKGROUND),
    ("a heading", "Russia and Afghanistan, 1919", select.NO_VERB),
    ("no date to be told", "Moscow wrote to Kabul. Two days later the Soviet envoy left Kabul.", select.NO_DATE),
    ("a question", "Why did the Soviet Union invade Afghanistan in 1979?", select.QUESTION),
    ("what is denied", "Russian officials deny that Russia armed the Taliban in 2015.", select.DENIED),
    ("what is called baseless", "Claims that Russia armed the Taliban in 2015 are baseless.", select.DENIED),
    ("what is not true", "It is not true that Russia armed the Taliban in 2015.", select.DENIED),
    ("what could happen", "Russia could recognise the Taliban in 2003.", select.HYPOTHETICAL),
    ("what was expected", "Russia was expected to recognise the Taliban in 2024.", select.HYPOTHETICAL),
    ("what should happen", "Russia should give Afghanistan a loan by 2030.", select.HYPOTHETICAL),
    ("a condition", "Had Russia recognised the Taliban by 2003, Kabul would have thanked it.", select.HYPOTHETICAL),
    ("what would happen, and did", "Russia would later recognise the Taliban, in 2025.", ""),
    ("a sum", "Afghanistan and Russia trade. By 2010 Soviet loans to Afghanistan came to about two billion dollars.", select.BACKGROUND),
    ("a number in an event", "On 27 December 1979 Soviet troops, five thousand of them, stormed the palace in Kabul.", ""),
    ("came to a place", "In December 1955 Khrushchev came to Kabul for five days.", ""),
    ("since when", "Russia has not been in Afghanistan since 1989.", select.BACKGROUND),
    ("the text itself", "Russia and Afghanistan met. This paper on Russia was written in 2015.", select.PAGE),
    ("a document that is signed", "Afghanistan and Soviet Russia held talks. In February 1921 the document was signed in Moscow.", ""),
    ("the one from abroad, in a passage about both",
     "Moscow and Kabul signed a treaty. It was long. Nobody read it. In 1931 Soviet engineers came to the north.", ""),
    ("the other at home",
     "Moscow and Kabul signed a treaty. It was long. Nobody read it. In 1931 the king thanked Kabul's poets.", select.OFF_TOPIC),
    ("behind the day of the text", "Published: 3 May 2015\n\nRussia and Afghanistan plan a meeting in 2031.", select.HYPOTHETICAL),
    ("what did not happen", "Russian diplomats did not return to Kabul in 1995.", select.DENIED),
    ("nobody came", "No Russian envoy visited Kabul in 1998.", select.DENIED),
    ("a deadline", "Britain sent the Afghan amir a letter on 30 October 1878, which asked him to drop Russia by 20 November.", select.HYPOTHETICAL),
    ("a deadline that is agreed on", "The Soviet Union agreed to end its aid and withdraw from Afghanistan by 15 February 1989.", select.HYPOTHETICAL),
    ("a deadline that is a duty", "Moscow had to leave Afghanistan by May 1988.", select.HYPOTHETICAL),
    ("what came to be by then", "Russia feared the Taliban, who came to control most of Afghanistan by 1998.", ""),
    ("what was managed by then", "The Soviet Union managed to withdraw its last troops from Afghanistan by 15 February 1989.", ""),
    ("what could be done by then", "Soviet engineers were able to finish the Afghan tunnel before August 1964.", ""),
    ("what had grown by then", "Soviet aid to Afghanistan had grown to reach every province by 1978.", ""),
    ("whom it helped by then", "Afghan forces helped Russia to take the town by March 1985.", ""),
    ("what it meant", "The treaty between Moscow and Kabul meant that Soviet troops came to Kabul in 1978.", ""),
    ("what was meant", "The Soviet troops were meant to leave Afghanistan in 1988.", select.HYPOTHETICAL),
    ("a writer who acts, in the historical present", "1928: Soviet writer Maxim Gorky meets the Afghan king in Moscow.", ""),
    ("a historian who acts", "Historian Nikolai Dubnov joins the Soviet mission to Kabul in 1926.", ""),
    ("an author who argues", "Moscow armed Kabul. In 2015 the author argues that Russia armed the Taliban.", select.PAGE),
    ("as an author wrote", "Moscow and Kabul signed treaties. As Petrov wrote in 1987, the Soviet Union built the Afghan road.", select.PAGE),
    ("but as an agency reported on the day", "Russia and the Taliban signed an agreement, as Interfax reported on 27 May 2026.", ""),
    ("writing in a year", "Moscow and Kabul signed treaties. Writing in 1995, a former Soviet general recalled how the Afghan king laughed.", select.PAGE),
    ("an author who argued", "Moscow and Kabul signed treaties. In 2010 the scholar John Roe argued that the Soviet army was misled in Afghanistan.", select.PAGE),
    ("papers that were released", "Moscow and Kabul signed treaties. The documents on the Afghan war were released in 1992 by the Russian archives.", select.PAGE),
    ("a telegram", "Moscow and Kabul signed treaties. Telegram from the Soviet ambassador in Kabul to Moscow, 12 August 1978.", select.PAGE),
    ("a letter in a note", "Moscow and Kabul signed treaties. 2. Stark to Chicherin, 9 September 1926, speaks of the Soviet flights to Kabul.", select.PAGE),
    ("a paper in an archive", "Moscow and Kabul signed treaties. The Soviet foreign ministry's file on Kabul, f. 71, d. 4, 12 March 1928, shows that Moscow armed the Afghan king.", select.PAGE),
    ("what an essay asks", "Moscow and Kabul signed treaties. It asks what each side had from the treaties that Moscow and Kabul signed between 1921 and 1946.", select.PAGE),
    ("what would be so", "Moscow and Kabul signed treaties. Twenty years after 2003, a Russian threat to the Taliban would be harder to utter.", select.HYPOTHETICAL),
    ("how many there were", "Moscow and Kabul signed treaties. By 1985 there were 100,000 Soviet troops in Afghanistan.", select.BACKGROUND),
    ("how many it had", "Moscow and Kabul signed treaties. In 1980 the Soviet Union had 80,000 troops in Afghanistan.", select.BACKGROUND),
    ("its own", "Moscow and Kabul signed treaties. In 1905 Korea lost its port to Japan.", select.OFF_TOPIC),
    ("a state that states nothing", "Moscow and Kabul signed treaties. In August 2021 the United States froze the reserves of a bank.", select.OFF_TOPIC),
    ("nobody by name, in a passage about both", "Moscow and Kabul signed a treaty. It was long. Nobody read it. As the war went on, two villages were attacked in May 1985.", select.OFF_TOPIC),
    ("but the troops' going home", "Moscow and Kabul signed a treaty. It was long. Nobody read it. In May 1988 the first garrisons packed up.", ""),
    ("of many, one by one", "Every Soviet soldier who served in Afghanistan in 1986 got a medal.", select.BACKGROUND),
    ("a scholar on his sources", "Moscow wrote to Kabul in May 1919. The historian John Roe connects the Soviet letter of May 1919 with Kabul's poets.", select.PAGE),
    ("a stranger, in a passage about both", "Moscow and Kabul signed a treaty. It was long. Nobody read it. In May 1970 Rossini met his publisher.", select.OFF_TOPIC),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), [row[1:] for row in SELECTED], ids=[row[0] for row in SELECTED])
def test_what_is_shown(text, reason):
    assert mentions(text)[-1].reason == reason
