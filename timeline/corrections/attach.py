"""Where a correction belongs today: the same sentence, or the one that was made of it.

A mention that is still there holds its corrections by its id, whatever happened to its document. Of one that is
gone, the sentence that was made of it is looked for among those that are new: it has the same date words, hardly
another word (``likeness``), and no other actor or place in the stead of one. Sentences that went at the same time
compete for the new ones, corrected or not, so that of two that differ in an actor alone neither takes the other's.
Whatever is less sure is for a person to decide.

Measured on the real documents (``tests/corrections/test_attach.py``, twenty drawings): of sentences in which one to three words
were replaced, dropped or added, rapidfuzz's ratio ≥ 90 finds 88 % again. What it misses are short sentences and those
that an edit of their first word, or of the next one's, joined to their neighbour. Hence the ratio of the shorter one
to the best part of the longer, and 85: 97 %, and none wrongly, also where the true one was taken away and a twin with
another actor put in. At 82 the first wrong one comes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from rapidfuzz import fuzz

from timeline.corrections.named import Swaps, common_words
from timeline.corrections.standing import Fingerprint
from timeline.events.mention import normalised

SURE = 85  # likeness of two sentences from which one was made of the other
LIKELY = 60  # and from which a person is asked
_MARGIN = 2  # points by which the best must be better than the next
_ORDINAL = 3  # points that it costs to be another of several same sentences


@dataclass(frozen=True, slots=True)
class Doubt:
    """A mention that is gone, and one of today's that may have been made of it."""

    mention: Fingerprint
    candidate: str
    likeness: float


@dataclass(frozen=True)
class Attached:
    """``today``: id of a mention that was corrected, or is gone → the id that holds its corrections today. ``doubts`` and
    ``orphans`` are corrected ones that hold none: the former are for a person to decide, of the latter the sentence is
    gone. ``made``: ids of mentions that are gone → what was made of them, corrected or not."""

    today: Mapping[str, str]
    doubts: tuple[Doubt, ...]
    orphans: tuple[Fingerprint, ...]
    made: Mapping[str, str]

    def only(self, idents: Container[str]) -> Attached:
        """The same, with ``doubts`` and ``orphans`` of these mentions alone."""
        return replace(
            self,
            doubts=tuple(doubt for doubt in self.doubts if doubt.mention.mention_id in idents),
            orphans=tuple(mention for mention in self.orphans if mention.mention_id in idents),
        )


def attach(
    corrected: Iterable[Fingerprint],
    seen: Iterable[Fingerprint],
    present: Mapping[str, Fingerprint],
    made_before: Mapping[str, str] | None = None,
    swaps: Swaps = lambda old, new, common: False,
) -> Attached:
    """Find the mentions of ``corrected`` among those ``present`` today, by id. ``seen`` are the mentions that were there
    when someone looked: one of them that is still there was made of no other, but for those that were found then
    (``made_before``, old id → new)."""
    before = made_before or {}
    wanted = {mention.mention_id: mention for mention in corrected}
    known = {mention.mention_id: mention for mention in seen} | wanted
    lost = sorted(ident for ident, mention in known.items() if ident not in present and mention.sentence)
    gone = [known[ident] for ident in lost if ident not in before]
    new = [present[ident] for ident in sorted(present.keys() - known.keys())] if gone else []
    common = common_words(mention.sentence for mention in (*gone, *present.values())) if new else frozenset()
    made, doubts = _assigned(gone, new, swaps, common)
    made = {**before, **made}
    today = {ident: ident for ident in wanted if ident in present or not wanted[ident].sentence}
    today |= {ident: last for ident in lost if (last := _last(ident, made, present)) in present}
    today |= {ident: back for ident in lost if ident not in today and (back := _back(ident, made, present))}
    left = [ident for ident in sorted(wanted) if ident not in today]
    asked = {ident: doubts.get(_last(ident, made, present)) for ident in left}
    return Attached(
        today=today,
        doubts=tuple(Doubt(wanted[i], one.candidate, one.likeness) for i in left if (one := asked[i])),
        orphans=tuple(wanted[i] for i in left if not asked[i]),
        made=made,
    )


def likeness(old: str, new: str) -> float:
    """How much of the shorter sentence stands in the longer one, 0–100, as ids compare them.

    >>> likeness("Envoys met in Kabul in May 1919.", "Envoys met in Kabul in May 1919. there they talked.")
    100.0
    """
    one, other = normalised(old), normalised(new)
    # The ratio of the whole is higher where the edits are spread over a sentence.
    whole = fuzz.ratio(one, other)
    return max(whole, fuzz.partial_ratio(one, other, score_cutoff=max(LIKELY, whole)))


def _last(ident: str, made: Mapping[str, str], present: Mapping[str, Fingerprint]) -> str:
    """What was made of a mention, and of that, and so on."""
    been = {ident}
    while ident not in present and ident in made and made[ident] not in been:
        ident = made[ident]
        been.add(ident)
    return ident


def _back(ident: str, made: Mapping[str, str], present: Mapping[str, Fingerprint]) -> str:
    """The one mention that ``ident`` was made of, if an edit was taken back and it is there again; else ''."""
    sources = [old for old, new in made.items() if new == ident and old != ident]
    here = [old for old in sources if old in present]
    if not here and len(sources) == 1 and sources[0] in made and made.get(ident) != sources[0]:
        rest = {old: new for old, new in made.items() if old != ident and new != ident}
        return _back(sources[0], rest, present)
    return here[0] if len(here) == 1 else ""


def _assigned(
    gone: Iterable[Fingerprint], new: Iterable[Fingerprint], swaps: Swaps, common: Container[str]
) -> tuple[dict[str, str], dict[str, Doubt]]:
    """One to one, the likest pairs first, those without a rival alone; and the rest by the best there was."""
    pairs = sorted(
        _alike(gone, new, swaps, common), key=lambda pair: (-pair[0], pair[1].mention_id, pair[2].mention_id)
    )
    taken: set[str] = set()
    contested: set[str] = set()  # made of one of two: of a third, less alike, it was not made
    made: dict[str, str] = {}
    doubts: dict[str, Doubt] = {}
    for number, (alike, one, other) in enumerate(pairs):
        if one.mention_id in made or other.mention_id in taken or one.mention_id in doubts:
            continue
        near = takewhile(lambda pair: alike - pair[0] < _MARGIN, islice(pairs, number + 1, None))  # noqa: B023 - used at once
        rivals = [
            made_of.mention_id for _, of, made_of in near
            if (of is one and made_of.mention_id not in taken) or (made_of is other and of.mention_id not in made)
        ]  # fmt: skip
        if alike < SURE or rivals or other.mention_id in contested:
            doubts[one.mention_id] = Doubt(one, other.mention_id, alike)
            if alike >= SURE:
                contested |= {other.mention_id, *rivals}
            continue
        made[one.mention_id] = other.mention_id
        taken.add(other.mention_id)
    return made, doubts


def _alike(
    gone: Iterable[Fingerprint], new: Iterable[Fingerprint], swaps: Swaps, common: Container[str]
) -> Iterator[tuple[float, Fingerprint, Fingerprint]]:
    """Pairs of the same date words whose sentences are alike, with how much."""
    by_words: dict[str, list[Fingerprint]] = defaultdict(list)
    for mention in new:
        by_words[normalised(mention.date_words)].append(mention)
    for one in gone:
        for other in by_words[normalised(one.date_words)]:
            alike = likeness(one.sentence, other.sentence) - _ORDINAL * (one.ordinal != other.ordinal)
            if alike >= SURE and swaps(one.sentence, other.sentence, common):
                alike = SURE - 1.0
            if alike >= LIKELY:
                yield alike, one, other
