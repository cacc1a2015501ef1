"""What the passage around a sentence is about: which of the two sides it names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from timeline.documents import Document
from timeline.events.gazetteer import Gazetteer
from timeline.events.sentences import Sentence
from timeline.topic import THIRD

_SAMPLE = 400  # sentences that say what a document is about
_AROUND = 6  # sentences before and behind that say what a passage is about


class Passage:
    """Which sides of the relation the sentences around one name; each sentence is searched once. A document
    that names both sides again and again, and no third party as often, is about them from end to end."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], words: Gazetteer) -> None:
        self._text, self._sentences, self._words = document.text, sentences, words
        self._named: dict[int, frozenset[str]] = {}
        self._theme = frozenset(words.sides(document.title)) | self._told_throughout()
        self.is_theme = self._theme == words.two_sides  # whether the document is about them from end to end
        self.is_dense = self._is_dense()
        self.is_titled = set(words.sides(document.title)) == words.two_sides

    def sides(self, number: int) -> frozenset[str]:
        first, last = max(0, number - _AROUND), min(len(self._sentences), number + _AROUND + 1)
        return self._theme.union(*(self._of(index) for index in range(first, last)))

    def _told_throughout(self) -> frozenset[str]:
        """Both sides, when the document is about them: each is named in a sentence of 25, and no third
        actor in more than the rarer of them."""
        told: Counter[str] = Counter()
        for index, sentence in enumerate(self._sentences[:_SAMPLE]):
            told.update(self._of(index))
            hits = self._words.actors(self._text[sentence.start : sentence.end])
            told.update({hit.actor.name for hit in hits if hit.actor.side == THIRD})
        two = self._words.two_sides
        rarer = min(told[side] for side in two)
        third = max((n for name, n in told.items() if name not in two), default=0)
        enough = max(2, min(len(self._sentences), _SAMPLE) // 25)
        return two if rarer >= enough and third <= rarer else frozenset()

    def _is_dense(self) -> bool:
        """Whether three sentences of five name a side, and one of them both: whatever such a text tells, it tells for
        their sake."""
        named = [len(self._of(index)) for index in range(min(len(self._sentences), _SAMPLE))]
        return 5 * sum(map(bool, named)) >= 3 * len(named) and 5 * named.count(2) >= len(named)

    def _of(self, index: int) -> frozenset[str]:
        if index not in self._named:
            sentence = self._sentences[index]
            self._named[index] = frozenset(self._words.sides(self._text[sentence.start : sentence.end]))
        return self._named[index]
