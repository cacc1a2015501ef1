"""Whether two mentions say the same in the same words, whatever verb each chose.

What a sentence says of its happening are its common words. Names, months and the words of its date stand in every
sentence about the same people and places, so they do not count; only who is neither of the two sides does, beside
words. Nothing is weighed against other documents: what is merged does not change with what else was read.
"""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from timeline.events.english import OF_TIME, SAYING
from timeline.events.gazetteer import gazetteer
from timeline.events.mention import Mention
from timeline.topic import THIRD, Topic

_STEM = 5  # letters: "smuggled" and "smuggling"
_FEWEST, _SHARED = 2, 3  # words; words and names
_SHARE, _SHARE_OF_FEW = 0.35, 0.5  # of the shorter telling, of which both have three words, or but two
_TELLING = 2  # the weight of an act from which it is another thing than another act
_WORD = re.compile(r"[A-Za-z][a-z]{2,}")
_COUNTING = "two three four five six eight nine ten eleven twelve fifteen twenty forty fifty sixty hundred"
_SAYS_LITTLE = STOP_WORDS.difference(_COUNTING.split(), ["together"]) | SAYING | OF_TIME


class Wording:
    """Whether one mention tells in its words what another tells: the overlap coefficient of their words, so that a
    longer telling loses nothing."""

    def __init__(self, topic: Topic) -> None:
        named = [alias for place in topic.places for alias in (place.name, *place.aliases)]
        for actor in topic.actors:
            named += [actor.name, *actor.aliases]
        self._names = {
            word for name in named for word in _WORD.findall(name) if word == name or word.istitle()
        }
        self._weight = {act.key: act.weight for act in topic.acts}
        self._gazetteer = gazetteer(topic)
        self._words = lru_cache(maxsize=65536)(self._words_of)
        self._others = lru_cache(maxsize=65536)(self._others_of)
        self._acts = lru_cache(maxsize=65536)(self._acts_of)

    def __call__(self, one: Mention, other: Mention) -> bool:
        mine, theirs = (self._words(m.sentence, m.date_text) for m in (one, other))
        words = len(mine & theirs)
        if words < _FEWEST:
            return False
        who, whom = self._others(one.sentence), self._others(other.sentence)
        shared = words + len(who & whom)
        least = _SHARE if words >= _SHARED else _SHARE_OF_FEW
        if shared < _SHARED or shared < least * min(len(mine) + len(who), len(theirs) + len(whom)):
            return False
        return not self._tell_other_acts(one, other)

    def _words_of(self, sentence: str, date_text: str) -> frozenset[str]:
        """The words that say what happened, cut short: a capital within a sentence makes a name."""
        found = []
        for match in _WORD.finditer(sentence.replace(date_text, " " * len(date_text))):
            word = match[0].lower()
            is_name = match[0] in self._names or (match.start() and match[0][0].isupper())
            if not is_name and word not in _SAYS_LITTLE:
                found.append(word[:_STEM])
        return frozenset(found)

    def _others_of(self, sentence: str) -> frozenset[str]:
        """The people and the third parties that a sentence names: the two sides are named in all."""
        named = (hit.actor for hit in self._gazetteer.actors(sentence))
        return frozenset(actor.name for actor in named if actor.side == THIRD or actor.kind == "person")

    def _tell_other_acts(self, one: Mention, other: Mention) -> bool:
        """Whether each tells an act that counts, and neither sentence has a word for what the other tells."""
        if any(self._weight.get(next(iter(m.acts), ""), 0) < _TELLING for m in (one, other)):
            return False
        return not self._acts(one.sentence) & self._acts(other.sentence)

    def _acts_of(self, sentence: str) -> frozenset[str]:
        return frozenset(act.key for act in self._gazetteer.acts(sentence) if act.weight >= _TELLING)
