"""Remarks that date again what was told just before: their mentions join the event that they date, and sources
differ. A remark dates what it names: "the murder" is not the news of it, "the founding" not the opening.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from timeline.events.english import GIVES, PUTS_AT, SAYING, SOURCES
from timeline.events.fitting import both_right
from timeline.events.mention import Mention
from timeline.events.select import OFF_TOPIC, PAGE

_NEAR = 700  # characters from the event to the remark about it
_AT_ONCE, _A_MONTH = 300, 31  # characters behind it, days from it: what else would the remark be about?
_YEARS = 10  # so far apart may sources date one thing
_STEM = 4  # letters: "landed" and "the landing"
_WORD = re.compile(r"[a-z]{4,}")
_DATES = PUTS_AT | GIVES | {"dated"}
_REST = "year days that this while whereas from with were first"
_COMMON = SOURCES | _DATES | frozenset(_REST.split())
_SAME = re.compile(r"\b(?:it|its day|the (?:day|date|year|month)s?)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:—]| whereas | while |, but ")
# What a clause dates, which ends in front of the date.
_AND = re.compile(r"\band ((?:its|his|her|their|the) [^,]*?) (?:to|on|in|at|from)\b[\w ]*$")
_PUTS = re.compile(rf".*\b(?:{'|'.join(sorted(PUTS_AT))}) (.*)$")
_IS_DATED = re.compile(r"(.*?)\b(?:is|are) (?:\w+ ){0,2}dated\b")
_TO = re.compile(
    r",| variously\b| (?:to|on|in|at|from|as) (?:\w+ ){0,3}\d| (?:to|on|in|at|from|as)(?: (?:the|about|early|late|as|in))*$"
)
_COMPLEMENT = re.compile(r"\b(?:of|between|on|by|in|to|for|from|with|against|as|at|that|which)\b")
_TAKES_UP = re.compile(r"(?:[Tt]he|[Tt]his|[Tt]hat|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ ){0,2}[a-z]+")
_NEW = re.compile(r"(?:an?|one|some|its|only) ", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"(?:its|his|her|their)\b", re.IGNORECASE)
_SAYINGS = frozenset(word[:6] for word in SAYING if len(word) > 5) | {"statem"}


def with_remarks(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions of one document, its remarks on the date of an event shown with it though they do not say
    by themselves whom it concerned. What dates nothing told before is an event of its own; of what has no name
    there ("its first lessons"), none."""
    told = [m for m in mentions if not m.reason or (m.dates_again and m.reason in (OFF_TOPIC, PAGE))]
    joined = {told[remark].mention_id for remark, dated in targets(told) if not told[dated].reason}
    return [_alone(m) if m.mention_id not in joined else replace(m, reason="") for m in mentions]


def _alone(mention: Mention) -> Mention:
    """A remark that dates nothing told before: a source's tells what it names, if only in passing; any other
    ("Suritz places a radio station in Kabul on 3 May") is none."""
    if not mention.dates_again:
        return mention
    what = _what(mention)
    if SOURCES.isdisjoint(mention.sentence.partition(mention.date_text)[0].casefold().split()):
        return replace(mention, dates_again=False)
    if _OF_ANOTHER.match(what):
        return replace(mention, dates_again=False, reason=mention.reason or PAGE)
    title = mention.title
    if what and not _DATES.isdisjoint(title.split()):  # "one book puts the landing" tells of the landing
        named = what.removeprefix("the ")
        title = named[:1].upper() + named[1:]
    return replace(mention, dates_again=False, title=title, importance=1)


def rivals(one: Mention, other: Mention) -> bool:
    """Whether two remarks give dates that cannot both be right; a sentence may date one step, and then another
    ("the attempt to resign to 16 April, and the transfer of power to 28 April")."""
    if both_right(one.value, other.value):
        return False
    return one.sentence != other.sentence or not any(_AND.search(_clause(m)) for m in (one, other))


def targets(mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Index pairs: a mention that dates again, and the one told before it that it dates."""
    by_document: dict[str, list[int]] = defaultdict(list)
    for index, mention in enumerate(mentions):
        by_document[mention.document].append(index)
    for indices in by_document.values():
        indices.sort(key=lambda index: mentions[index].start)
        before: list[int] = []
        for index in indices:
            known = _told(mentions, index, before) if mentions[index].dates_again else None
            if known is None:
                before.append(index)
            else:
                yield index, known


def _told(mentions: Sequence[Mention], index: int, before: Sequence[int]) -> int | None:
    remark = mentions[index]
    for known in reversed(before):
        told = mentions[known]
        if remark.start - told.end > _NEAR:
            return None
        one, other = remark.value.earliest, told.value.earliest
        if one is None or other is None or abs(one.year - other.year) > _YEARS:
            continue
        if remark.sentence == told.sentence and _what(remark) == _what(told):
            return known  # "variously to 14 September, 2 October …", "in 1982, in other accounts in 1983"
        if not told.dates_again and _dates(remark, told):
            return known
    return None


def _dates(remark: Mention, told: Mention) -> bool:
    """Whether ``remark`` dates what ``told`` tells: what it names is told there, or can be nothing else."""
    what = _what(remark)
    one, other = remark.value.earliest, told.value.earliest
    at_once = remark.start - told.end < _AT_ONCE
    told_words = _stems(told, f"{told.title} {told.sentence}")
    if not what:
        near = at_once and one is not None and other is not None and abs(one.about_days_to(other)) <= _A_MONTH
        return near or bool(_SAME.search(remark.sentence) or _stems(remark, remark.sentence) & told_words)
    noun = _COMPLEMENT.split(what)[0].split()[-1:]
    says = any(word[:6].casefold() in _SAYINGS for word in noun)
    if says != any(word in SAYING for word in told.title.split()):
        return False
    if _stems(remark, " ".join(word for word in what.split() if word.islower())) & told_words:
        return True
    if _NEW.match(what):
        return False
    if _TAKES_UP.fullmatch(what) and not _COMPLEMENT.search(what):
        return at_once or says or bool(_SAME.search(remark.sentence))
    named = [word in told.sentence for word in re.findall(r"\b(?!The\b|His\b|Her\b|Their\b)[A-Z]\w+", what)]
    finer = told.edtf != remark.edtf and told.value.covers(remark.value) and at_once
    return all(named) and (finer or (len(named) > 1 and "'s " not in what))


def _what(remark: Mention) -> str:
    """The words for what a remark dates; none where it gives but a date, or dates "it"."""
    clause = _clause(remark)
    match = _AND.search(clause) or _PUTS.match(clause) or _IS_DATED.match(clause)
    words = _TO.split(match[1].rstrip())[0].strip() if match else ""
    return "" if words.casefold() in ("it", "this", "them") else words


def _clause(remark: Mention) -> str:
    """The words of its clause in front of the date."""
    return _CLAUSE.split(remark.sentence.partition(remark.date_text)[0])[-1]


def _stems(mention: Mention, words: str) -> set[str]:
    """The words that say what was done, cut short; the actors are in every sentence."""
    named = " ".join((*mention.actors, *mention.titled)).casefold()
    found = set(_WORD.findall(words.casefold())) - _COMMON
    return {word[:_STEM] for word in found if word not in named}
