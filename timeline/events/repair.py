"""A mention that lost its year takes it from an intact copy of its passage, or from the one other telling."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from timeline.dates.point import Precision
from timeline.events.alike import RESTORED_FROM, copies
from timeline.events.mention import Mention, normalised
from timeline.topic import Topic

YEAR_FROM_ANOTHER = "year taken from another document"
_SURE_OF_OTHER = 0.6  # the most that is certain of a year that another telling gives
_BEFORE = 3  # words before the date that a torn copy shares with the intact one
_LOOKED_AT = 300  # mentions of one day or act, so that the time does not grow with the square of their number
_WORD = re.compile(r"\b[a-z]{6,}\b")
_FINE = (Precision.DAY, Precision.MONTH)


def repaired(mentions: Sequence[Mention], topic: Topic) -> list[Mention]:
    """The mentions, those without a year dated where an intact copy, or one other telling alone, gives it."""
    intact: dict[str, list[Mention]] = defaultdict(list)
    worded: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    tellings: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    once = {act.key for act in topic.acts if act.once}
    for mention in mentions:
        if mention.value.year_is_lost or mention.value.precision not in (*_FINE, Precision.YEAR):
            continue
        intact[mention.edtf[4:]].append(mention)
        worded[mention.edtf[4:], normalised(mention.date_text)].append(mention)
        for act in mention.acts[:1]:
            if mention.value.precision in _FINE or act in once:
                tellings[act, mention.edtf[5:7]].append(mention)
    lost = [m for m in mentions if m.value.year_is_lost]
    whole = {id(m): c for m in lost if (c := _copy_of(m, worded[m.edtf[4:], normalised(m.date_text)]))}
    copied = {frozenset((m.document, whole[id(m)].document)) for m in lost if id(m) in whole}
    return [
        _repair(m, whole.get(id(m)), intact, copied, tellings, once) if m.value.year_is_lost else m
        for m in mentions
    ]


def _repair(
    damaged: Mention,
    copy: Mention | None,
    intact: Mapping[str, Sequence[Mention]],
    copied: set[frozenset[str]],
    tellings: Mapping[tuple[str, str], Sequence[Mention]],
    once: Collection[str],
) -> Mention:
    if copy is None:  # its sentence was torn; documents that share passages share this one too
        same_day = islice(intact[damaged.edtf[4:]], _LOOKED_AT)
        siblings = (m for m in same_day if frozenset((m.document, damaged.document)) in copied)
        copy = next((m for m in siblings if _same_words_before(damaged, m)), None)
    if copy is not None:
        note = f"year lost here; {RESTORED_FROM} {copy.document}"
        return replace(damaged.dated(copy.edtf, note), review="", confidence=copy.confidence)
    month = damaged.edtf[5:7]
    others = [
        m
        for act in damaged.acts[:1]
        for m in (*tellings.get((act, month), ())[:_LOOKED_AT], *tellings.get((act, ""), ())[:_LOOKED_AT])
        if _fits(damaged, m) and _tells_the_same(damaged, m, act in once)
    ]
    years = {m.edtf[:4] for m in others}
    if len(years) != 1:
        return damaged
    other = min(others, key=lambda m: (m.mention_id, m.document))
    note = f"year lost here; {other.edtf[:4]} is told in {other.document}"
    dated = damaged.dated(other.edtf[:4] + damaged.edtf[4:], note)
    return replace(dated, review=YEAR_FROM_ANOTHER, confidence=min(_SURE_OF_OTHER, other.confidence))


def _copy_of(damaged: Mention, intact: Iterable[Mention]) -> Mention | None:
    return next((m for m in islice(intact, _LOOKED_AT) if copies(damaged, m)), None)


def _same_words_before(damaged: Mention, intact: Mention) -> bool:
    """Whether the words before both dates are the same, and the same act or a name is among what they tell."""
    mine, theirs = (_before(m)[-_BEFORE:] for m in (damaged, intact))
    if len(mine) < _BEFORE or mine != theirs:
        return False
    return damaged.acts[:1] == intact.acts[:1] or any(word.istitle() for word in mine)


def _before(mention: Mention) -> list[str]:
    return mention.sentence.partition(mention.date_text)[0].split()


def _fits(damaged: Mention, other: Mention) -> bool:
    """Whether the day of one may be the day of the other."""
    mine, theirs = damaged.edtf[4:], other.edtf[4:]
    return mine.startswith(theirs) or theirs.startswith(mine)


def _tells_the_same(damaged: Mention, other: Mention, once: bool) -> bool:
    """Whether both tell one act of the same actors: an act that is done but ``once``, else in the same words."""
    shared = len(set(damaged.actors) & set(other.actors))
    if damaged.document == other.document or shared < (1 if once else 2):
        return False
    return once or bool(set(_WORD.findall(damaged.sentence)) & set(_WORD.findall(other.sentence)))
