"""What the sentences before tell of: the treaty that "it" is, the three who "they" are, the name of "he"."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from timeline.events import clause
from timeline.events.compress import phrase
from timeline.events.gazetteer import Gazetteer

LONGEST, LONGEST_ACT = 6, 9  # words of a phrase that takes the place of a pronoun, and of "it" that is an act


class ToldBefore:
    """The sentences ``before`` one, the nearest first; parsed only when something is asked of them."""

    def __init__(self, before: Callable[[], Sequence[Doc]], words: Gazetteer) -> None:
        self.sentences, self._words = before, words

    def act(self, many: bool) -> str:
        """The treaty, or of ``many`` the talks: a noun of an act in the sentence before, and the halt of it."""
        for doc in self.sentences()[:1]:
            nouns = [
                t
                for t in doc
                if t.pos_ == "NOUN" and t.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "attr")
            ]
            acts = [
                t for t in nouns if any(act.weight > 1 or not act.says for act in self._words.acts(t.text))
            ]
            whole = [t for t in map(_whole, acts) if (t.tag_ == "NNS") == many]
            for noun in sorted(whole, key=lambda t: (t.dep_ not in ("dobj", "pobj", "attr"), t.i))[:1]:
                branches = phrase(noun, _dates(doc))
                if branches.fit(LONGEST_ACT):
                    return _text(branches.words())
        return ""

    def more_fully(self, noun: Token) -> str | None:
        """ "military aid to both camps" for "the aid", when the sentences before call it so."""
        own = {c.lower_ for c in noun.children if c.dep_ == "compound"}
        if noun.pos_ != "NOUN" or any(c.dep_ not in ("det", "punct", "compound") for c in noun.children):
            return None
        if not any(c.lower_ in ("the", "this", "that", "these", "those") for c in noun.children):
            return None
        for doc in self.sentences():
            for token in doc:
                told = {c.lower_ for c in token.children if c.dep_ not in ("det", "punct")}
                if token.lower_ == noun.lower_ and token.pos_ == "NOUN" and own < told:
                    branches = phrase(token, _dates(doc))
                    if branches.fit(LONGEST):
                        return _text([t for t in branches.words() if t.dep_ != "det" or t.head != token])
        return None

    def several(self) -> str:
        """ "China, Pakistan and Russia", when the sentence before tells of them."""
        for doc in self.sentences()[:1]:
            told = clause.main_clause(doc)
            subject = told.subject if told else None
            if (
                subject is None
                or subject.pos_ != "PROPN"
                or not any(c.dep_ == "conj" for c in subject.children)
            ):
                continue
            branches = phrase(subject, _dates(doc))
            if branches.fit(LONGEST):
                return _text(branches.words())
        return ""

    def persons(self) -> list[str]:
        """Proper names in the sentences before that are in no table, and act there."""
        names = []
        for doc in self.sentences():
            for token in doc:
                if token.dep_ in ("nsubj", "nsubjpass", "appos") and token.pos_ == "PROPN":
                    name = [t for t in token.lefts if t.dep_ == "compound" and t.pos_ == "PROPN"] + [token]
                    text = " ".join(t.text for t in name)
                    if len(name) > 1 and not self._words.actors(text) and not self._words.place(f"in {text}"):
                        names.append(text)
        return names


def _whole(noun: Token) -> Token:
    """ "halt" for the aid in "a halt of aid", which says the opposite of aid alone"""
    above = noun.head.head
    part = noun.dep_ == "pobj" and noun.head.lower_ in ("of", "on", "to") and noun.head.dep_ == "prep"
    return _whole(above) if part and above.pos_ == "NOUN" else noun


def _dates(doc: Doc) -> set[int]:
    """Tokens that look like dates: a phrase that takes the place of a pronoun holds none."""
    return {t.i for t in doc if t.like_num and t.shape_ == "dddd"}


def _text(words: Sequence[Token]) -> str:
    glued = [not t.whitespace_ and t.i + 1 == n.i for t, n in pairwise(words)]
    text = "".join(t.text + " " * (not g) for t, g in zip(words, [*glued, False], strict=True)).strip(" ,;")
    return text[:1].lower() + text[1:] if words[0].lower_ in ("the", "a", "an") else text
