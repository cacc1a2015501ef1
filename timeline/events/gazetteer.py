"""Who, where and what, known by the words in the topic's tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lemminflect import getAllInflections

from timeline.topic import THIRD, Act, Actor, Topic

_AT_PLACE = re.compile(
    r"\b(?:in|to|at|from|of|near|into|on|over|for|outside|around|towards?|enter\w*|took|take|captur\w+|left|reach\w+|visit\w*)\s+$"
)
_IN_PLACE = re.compile(
    r"\b(?:in|at|to|into|near|enter\w*|reach\w+|visit\w*|capture of|fall of|took|takeover of)\s+"
    r"(?:the\s+(?:\w+\s+){0,2}(?:city|town|port|oasis|province|island)\s+of\s+)?$",
    re.IGNORECASE,
)
_BEFORE_PLACE = 40  # characters: "in the northern port city of "


@dataclass(frozen=True, slots=True)
class Hit:
    """An actor named at ``text[start:end]``; ``is_place`` for "in Moscow", which names no one who acts."""

    start: int
    end: int
    actor: Actor
    is_place: bool


class Gazetteer:
    """Finds the topic's actors, places and acts in text."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.two_sides = frozenset(actor.side for actor in topic.actors) - {THIRD}
        sided = Counter(place.side for place in topic.places if place.side)
        self.home = max(sorted(self.two_sides), key=lambda side: sided[side])  # on whose land most places lie
        self.states = [a for a in topic.actors if a.kind == "state" and a.side in self.two_sides]
        self._actors: dict[str, list[Actor]] = {}
        for actor in topic.actors:
            for alias in dict.fromkeys((actor.name, *actor.aliases)):
                self._actors.setdefault(alias, []).append(actor)
        self._place_sides = {place.name: place.side for place in topic.places if place.side}
        self._places = {alias: place.name for place in topic.places for alias in place.aliases}
        self._acts = {word.lower(): act for act in reversed(topic.acts) for word in _inflected(act.words)}
        self.act_of = {act.key: act for act in topic.acts}
        self._rank = {act.key: number for number, act in enumerate(topic.acts)}
        self._actor_words = _words(self._actors)
        self._place_words = _words(self._places)
        self._act_words = _words(self._acts, re.IGNORECASE)
        self._elsewhere_words = _words(topic.elsewhere)

    def actors(self, text: str, first: str = "", last: str = "") -> list[Hit]:
        """The actors named in ``text``, in order. The days ``first`` … ``last`` (ISO) decide whom "Moscow"
        means: of those alive then the one who bears the very name, else the earliest; without days, or when
        nobody of that name lived then, the latest bearer."""
        hits = []
        for match in self._actor_words.finditer(text):
            bearers = self._actors[match[1]]
            alive = [actor for actor in bearers if first and actor.since <= last and first <= actor.until]
            if first and not alive and bearers[-1].kind == "person":
                continue  # another of that name
            own = [actor for actor in alive if actor.name == match[1]]
            actor = (own or alive or bearers[-1:])[0]
            before = text[max(0, match.start() - 12) : match.start()]
            is_place = match[1] in self._places and bool(_AT_PLACE.search(before))
            hits.append(Hit(match.start(), match.end(1), actor, is_place))
        return hits

    def place(self, text: str) -> str:
        """Where ``text`` says that it happened; '' when it does not say."""
        for match in self._place_words.finditer(text):
            if _IN_PLACE.search(text[max(0, match.start() - _BEFORE_PLACE) : match.start()]):
                return self._places[match[1]]
        return ""

    def sides(self, text: str, first: str = "", last: str = "") -> set[str]:
        """The sides of the relation that ``text`` names, by actors or by places: talks "in Kabul" concern
        Kabul. ``first`` and ``last`` as for :meth:`actors`."""
        return {side for _, _, side in self.sided(text, self.actors(text, first, last))}

    def sided(self, text: str, hits: Iterable[Hit]) -> list[tuple[int, int, str]]:
        """Where ``text`` names a side, and which: by the actors ``hits`` or by a place."""
        named = [(hit.start, hit.end, hit.actor.side) for hit in hits if hit.actor.side != THIRD]
        for match in self._place_words.finditer(text):
            if side := self._place_sides.get(self._places[match[1]]):
                named.append((match.start(), match.end(), side))
        return named

    def others(self, text: str, hits: Sequence[Hit]) -> list[tuple[int, int]]:
        """Where ``text`` names a state, a people or a person of neither side: by the actors ``hits`` or by the words
        for countries elsewhere."""
        found = [(hit.start, hit.end) for hit in hits if hit.actor.side == THIRD]
        for match in self._elsewhere_words.finditer(text):
            if not any(hit.start < match.end() and match.start() < hit.end for hit in hits):
                found.append(match.span())
        return found

    def acts(self, text: str) -> list[Act]:
        """The kinds of act that ``text`` has words for, the most telling first (the order of the table)."""
        found = {
            act.key: act for match in self._act_words.finditer(text) for act in [self._acts[match[1].lower()]]
        }
        return sorted(found.values(), key=lambda act: self._rank[act.key])


def sides(hits: Iterable[Hit]) -> set[str]:
    """The sides of the relation that ``hits`` belong to."""
    return {hit.actor.side for hit in hits} - {THIRD}


def _words(names: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, longest_first))})(?![\w])", flags)


def _inflected(words: Iterable[str]) -> Iterator[str]:
    """The words, those that begin with "to" in all forms of the verb: "to pull out" → "pulled out", …"""
    for word in words:
        verb, _, rest = word.removeprefix("to ").partition(" ")
        if not word.startswith("to "):
            yield word
            continue
        forms = {form for some in getAllInflections(verb, upos="VERB").values() for form in some} | {verb}
        yield from sorted(f"{form} {rest}".strip() for form in forms)


@lru_cache(maxsize=4)
def gazetteer(topic: Topic) -> Gazetteer:
    """The gazetteer of ``topic``, made once."""
    return Gazetteer(topic)
