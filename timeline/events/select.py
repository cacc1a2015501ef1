"""Which dated sentences are events of this topic, and why the others are not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from spacy.tokens import Doc, Span, Token

from timeline.dates.value import DateValue
from timeline.events import grammar, page_matter, unreal
from timeline.events.background import is_background
from timeline.events.doubts import NO_NAME, NO_SUBJECT, PRONOUN
from timeline.events.english import MEASURING, OF_MANY, PRONOUNS, SAYING
from timeline.events.event import Event
from timeline.topic import Act

# Where the two sides are named: both in it, one in it or taken
# up from just before, one in it in a passage about both, none in it in such a passage, or nothing of that.
BOTH_HERE, BOTH_NEAR, ONE_OF_BOTH, NONE_OF_BOTH, ONE_HERE, NONE = 1.0, 0.8, 0.7, 0.6, 0.4, 0.1
ENOUGH = 0.45  # how likely an event must be to concern the relation: missing one costs a little more than showing one

OFF_TOPIC = "off topic: does not concern both sides"
BACKGROUND = "background: a figure or a state, nothing that happened"
HYPOTHETICAL = "background: a plan or a supposition, nothing that happened"
PAGE = "matter of the page or of the text itself"
DENIED = "background: denied, doubted, or told not to have happened"
QUESTION = "background: a question"
NO_VERB = "no sentence: a heading or a fragment"
NO_DATE = "the date cannot be told from the text"
FAR_YEAR = 2100  # a year later than this is a slip of the pen, not a plan

_FIGURE = re.compile(
    r"\b(?:percent|per cent|estimated|census|on average|population of|forecast|projected|turnover)\b|%"
)
# A sum, a share, a count: no act makes an event of it.
# A quantity: what is so many is no event, unless something was done with it.
_SUM = re.compile(
    r"\b(?:million|billion|bn|hectares|tonnes|tons|per cent|percent)\b|%|\b\d{1,3},\d{3}\b|\bhalf\b"
)
_QUANTIFIED = r"(?:a total of |about |almost |nearly |over |around |roughly |some |more than |just )*"
_NUMBER = rf"{_QUANTIFIED}(?:(?:[$€£] ?)?\d|one|two|three|four|five|six|seven|eight|nine|ten|half|hundred)"
_COUNTED = re.compile(
    rf"\b(?:(?:stood|stands) at|(?:came|comes|amounted|amounts) to|accounts? for|accounted for|totall?ed|averaged"
    rf"|(?:grew|rose|increased|fell|dropped|declined) (?:from|to|by)|exceeded|reached|worth) {_NUMBER}"
    rf"|\b(?:doubled|tripled|trebled|halved)\b"
    rf"|\b(?:puts?|estimate[ds]?|assess(?:es|ed)?)\b[^.;:]{{0,80}} at {_QUANTIFIED}(?:\d{{1,3}},\d{{3}}|\d{{3,}})"
    rf"|\b(?:number(?:ed|s)?|counted|recorded|registered) {_NUMBER}"
)
_ALONE = re.compile(r" alone\b")  # "200,000 came in June alone"
_PRESENT = ("VBZ", "VBP")
PAIR = frozenset(("countries", "states", "sides", "nations", "parties"))  # "the two countries"


def nearness(
    here: AbstractSet[str], near: AbstractSet[str], around: AbstractSet[str], takes_up: bool
) -> float:
    """How near a sentence both sides are named, 0–1: the sides named ``here`` in it, ``near`` it in the
    sentences just before, and ``around`` it in the passage; ``takes_up``: whether it speaks of those before,
    with a pronoun."""
    if len(here) == 2:
        return BOTH_HERE
    if (here or takes_up) and len(here | near) == 2:
        return BOTH_NEAR
    if len(around) == 2:
        return ONE_OF_BOTH if here else NONE_OF_BOTH
    return ONE_HERE if here else NONE


def takes_up(parsed: Doc) -> bool:
    """Whether "it" or "the two countries" are named: the sentences before say who that is; but "its" of "Korea lost
    its diplomacy" takes up no more than Korea."""
    return any(
        (t.lower_ in PRONOUNS and t.pos_ == "PRON" and not _is_of_subject(t))
        or (t.lower_ in PAIR and any(c.lower_ in ("two", "both") for c in t.children))
        for t in parsed
    )


def _is_of_subject(pronoun: Token) -> bool:
    """Whether whose it is stands before it in its clause, by name."""
    verb = grammar.verb_above(pronoun)
    subject = grammar.own_subject(verb) if verb is not None else None
    named = subject is not None and subject.pos_ == "PROPN" and subject.i < pronoun.i
    return named and pronoun.dep_ == "poss"


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one dated sentence.

    ``sentence`` is what the model read. ``words`` are those of the date, where the model has read them; ``value``
    is None when it cannot be told. ``created`` is the EDTF of the document, or ''. ``nearness`` says how near both
    sides are named, ``concerns`` how likely it is of the relation, both 0–1. ``acts`` are the kinds of act that the
    clause has words for, ``done`` those that its verb tells. ``is_entry``: an entry of a chronology, which may do
    without a verb; ``is_listed``: one of several in a row, ``in_entry``: in one of those, it may be behind its date,
    ``is_beside``: none of those in its text. ``told`` is the clause itself, ``doubts`` are those about its title.
    """

    sentence: str
    event: Event
    words: Span | None
    value: DateValue | None
    created: str
    nearness: float
    concerns: float
    acts: Sequence[Act]
    done: Sequence[Act]
    is_entry: bool
    is_listed: bool
    in_entry: bool
    is_beside: bool
    told: str
    doubts: Collection[str]

    @property
    def tells_act(self) -> bool:
        """Whether it tells an act that is more than saying."""
        return any(not act.says for act in self.acts)


def reason_to_hide(reading: Reading) -> str:
    """Why a dated sentence is no event of the topic; '' when it is one."""
    if reading.value is None:
        return NO_DATE
    if not any(t.pos_ in ("VERB", "AUX") for t in reading.event.head.doc) and not _is_item(reading):
        return NO_VERB
    if reading.is_beside and not reading.event.is_clause:
        return NO_VERB  # a note on the list
    if reading.concerns < ENOUGH and not _is_of_list(reading):
        return OFF_TOPIC
    if _is_page(reading):
        return PAGE
    if _is_background(reading):
        return BACKGROUND
    event, saying = reading.event, reading.event.head.lower_ in SAYING
    if reading.sentence.rstrip(' "”’)').endswith("?") and not saying:
        return QUESTION
    if unreal.is_denied(event):
        return DENIED
    if (
        unreal.is_supposed(event.head)
        or unreal.is_condition(reading.words)
        or unreal.is_deadline(reading.words)
        or unreal.is_appointed(reading.words, reading.value)
        or _is_ahead(reading.value, reading.created)
    ):
        return HYPOTHETICAL
    return ""


def _is_item(reading: Reading) -> bool:
    """An entry of a chronology or an item of a list: "1921: treaty with Kabul", "– first loan, July 1950;"."""
    if reading.is_entry:
        return reading.is_listed or bool(reading.acts) or reading.nearness >= ONE_OF_BOTH
    if reading.in_entry and NO_NAME not in reading.doubts:
        return True  # "A treaty signed; complaint from Kabul two days on"
    ends = reading.sentence.rstrip()[-1:]
    return (
        not reading.is_beside and reading.tells_act and reading.nearness >= BOTH_NEAR and ends in (";", ".")
    )


def _is_of_list(reading: Reading) -> bool:
    """An entry that names nobody: who else but those whom its list is about."""
    return reading.is_listed and NO_NAME in reading.doubts and not reading.event.is_clause


def _is_page(reading: Reading) -> bool:
    event = reading.event
    of_text = page_matter.is_of_text(event.subject or event.head) and reading.nearness < BOTH_HERE
    if page_matter.is_cited(event, reading.words) or page_matter.is_studied(event.head):
        return True
    words, sentence = reading.words, reading.sentence
    if page_matter.is_of_papers(event) and not reading.is_entry:
        return True
    if words is None:
        return page_matter.is_name_of_work(sentence) or (of_text and not reading.tells_act)
    referred = page_matter.is_of_work(words) or page_matter.is_reference(sentence, words)
    return referred or (of_text and not reading.tells_act)


def _is_background(reading: Reading) -> bool:
    head, words, told = reading.event.head, reading.words, reading.told
    if words is not None and _ALONE.match(words.doc.text, words.end_char) and _SUM.search(reading.sentence):
        return True
    if head.dep_ == "relcl" and any(c.lower_ in OF_MANY for c in head.head.children):
        return True  # "every soldier who served in 1986"
    if (head.lower_ in SAYING or head.pos_ == "AUX") and {PRONOUN, NO_NAME} <= set(reading.doubts):
        return True
    of_clause = NO_SUBJECT in reading.doubts or any(c.dep_ == "csubj" for c in head.children)
    if head.pos_ == "AUX" and of_clause and not reading.acts:
        return True  # "what was possible in spring was so no longer in autumn"
    subject = reading.event.subject
    named = subject is not None and subject.pos_ in grammar.NOUNS
    what = [c for c in head.children if c.dep_ == "attr" and c.tag_ == "NNS"]
    if head.pos_ == "AUX" and what and not reading.acts and named:
        return True  # "those who advise him were lieutenants in 1985", but "it was airmen who …"
    if (
        words is not None
        and reading.value is not None
        and is_background(words, reading.value, head, bool(reading.acts))
    ):
        return True
    if head.pos_ == "AUX" and head.tag_ in _PRESENT and not reading.is_listed:
        return True
    there_was = head.dep_ == "attr" and any(c.dep_ == "expl" for c in head.head.children)
    measures = not reading.done and (head.pos_ == "AUX" or head.lower_ in MEASURING or there_was)
    if _COUNTED.search(told) or (measures and _SUM.search(told)):
        return True
    return not reading.acts and bool(_FIGURE.search(told))


def _is_ahead(value: DateValue, created: str) -> bool:
    """Whether a date lies behind the day on which the text was written."""
    first = value.earliest or value.latest
    if not created or first is None or first.year > FAR_YEAR:
        return False
    last = DateValue.parse(created).latest
    return last is not None and first > last
