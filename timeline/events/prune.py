"""The words of a clause, pruned until they fit into a headline.

Whole branches of the parse are taken away, the least needed first, so that what is left is still a sentence:
a title is never cut in the middle of a phrase. (Pruning of dependency trees: Filippova and Strube, INLG 2008.)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from spacy.tokens import Token

from timeline.events.english import ARTICLES, MAKING, PICKING, TELLING

LONGEST = 12  # words
_LOSS = 6  # a branch that costs so much is missed: the title says less than it should
_ARTICLES = 3  # what costs so much is kept where a headline without articles has room for it
_PREPOSITION = {  # how much a phrase that begins with it is needed, behind a verb and behind a noun
    "of": (7, 7), "between": (6, 6), "among": (6, 5), "with": (6, 5), "against": (6, 6), "to": (6, 4),
    "into": (6, 4), "from": (6, 4), "on": (6, 6), "over": (5, 4), "about": (5, 6), "as": (7, 5), "for": (5, 4), "in": (4, 3),
    "at": (4, 3), "by": (5, 5), "out": (6, 5), "towards": (6, 5), "toward": (6, 5), "than": (8, 8),
}  # fmt: skip
_COST = {
    "advmod": 2, "amod": 4, "nummod": 6, "poss": 6, "acl": 3, "npadvmod": 2, "relcl": 2,
    "conj": 7, "dative": 6, "agent": 6, "nmod": 4, "mark": 1, "ccomp": 8, "appos": 5,
}  # fmt: skip
Words = list[Token]


class Branches:
    """The words kept of a clause, as parts in the order of the headline; branches can be taken away.
    ``people`` are the numbers of the tokens of persons' names: their titles go first, after what is ``spare``."""

    def __init__(
        self,
        parts: list[Words],
        core: Collection[Token],
        people: Collection[int],
        spare: Collection[Token] = (),
    ) -> None:
        self._parts = parts
        self._core = {token.i for token in core}
        self._people = people
        self._spare = {token.i for token in spare}
        self.lossy = False  # whether something was taken away that a reader will miss

    def words(self) -> Words:
        return [token for part in self._parts for token in part]

    def drop(self, numbers: Collection[int]) -> None:
        """Leave out the words of these numbers."""
        self._parts = [[t for t in part if t.i not in numbers] for part in self._parts]

    def fit(self, room: int = LONGEST) -> bool:
        """Take branches away until the words fit into ``room``; False when that cannot be done."""
        costs = sorted(
            (cost, -token.i, token) for part in self._parts for token in part
            if (cost := self._cost(token)) is not None
        )  # fmt: skip
        present = {token.i for token in self.words()}
        for cost, _, token in costs:
            if _length(self.words()) <= room:
                return True
            if token.i not in present:
                continue  # gone with another branch
            if cost >= _ARTICLES and self._without_articles(room):
                return True
            self.lossy |= cost >= _LOSS
            self._take_away(token)
            present = {token.i for token in self.words()}
        return _length(self.words()) <= room

    def _without_articles(self, room: int) -> bool:
        """Headlines may go without articles, where that saves a phrase; as many of them stay as find room."""
        over = _length(self.words()) - room
        articles = [t.i for t in self.words()[1:] if t.lower_ in ARTICLES]
        if len(articles) < over:
            return False
        gone = set(articles[-over:])
        self._parts = [[t for t in part if t.i not in gone] for part in self._parts]
        return True

    def _take_away(self, branch: Token) -> None:
        noun = branch.head
        bare = (
            noun.dep_ == "pobj"
            and noun.tag_ == "NNS"
            and all(c == branch or c.dep_ == "det" for c in noun.children)
        )
        if branch.dep_ in ("relcl", "acl") and bare and noun.head.i not in self._core:
            branch = noun.head  # "among the countries" says nothing without "that sell"
        elif branch.dep_ == "prep" and noun.dep_ == "pobj" and not any(c != branch for c in noun.children):
            branch = noun.head  # nor "of Head" without "of the Command"
        gone = {token.i for token in branch.subtree}
        for kept in (
            t for t in branch.subtree if t.i in self._core
        ):  # a subject taken for more of the place before it
            gone -= {token.i for token in kept.subtree}
        if branch.dep_ == "conj":  # "and" and the comma before it go with it
            gone |= {
                c.i
                for c in branch.head.children
                if c.dep_ in ("cc", "punct") and branch.head.i < c.i < branch.i
            }
        self._parts = [[t for t in part if t.i not in gone] for part in self._parts]

    def _cost(self, token: Token) -> int | None:
        """What it costs to leave out ``token`` with all that hangs on it; None when it cannot be left out."""
        if token.i in self._spare:
            return 0
        if token.i in self._core or token.lower_ in TELLING:
            return None
        if token.dep_ == "prep":
            return self._cost_of_phrase(token)
        if token.dep_ == "advcl":
            return 8 if token.head.lower_ in MAKING and token.tag_ == "VB" else 2
        if self._is_coordinated_name(token) or self._is_coordinated_name(token.head):
            return None  # "Barack Obama and Dmitry Medvedev"
        if token.dep_ in ("compound", "amod", "nmod") and token.head.i in self._people:
            return 2 if token.i in self._people else 1  # the family name is enough
        if token.dep_ in ("compound", "amod", "nmod") and token.is_title and token.head.pos_ == "PROPN":
            return None  # names stay whole
        if token.dep_ == "compound":
            return 7 if token.text[:1].isupper() else 8  # "a deal" says less than "a peace deal"
        if token.dep_ == "quantmod" or (token.dep_ == "advmod" and token.head.pos_ == "NUM"):
            return None  # "about 20 million", "nearly 300": bare figures would say more
        if token.dep_ == "advmod" and (
            token.tag_ in ("WRB", "RBR") or any(c.tag_ == "RBR" for c in token.children)
        ):
            return None  # "where the enemy was …", "more deeply"
        if token.dep_ == "amod" and token.i and token.doc[token.i - 1].lower_ == "as":
            return None  # "considered as absurd the claims"
        if token.dep_ == "amod" and token.text[:1].isupper():
            return 7  # "Soviet troops"
        if token.pos_ in ("VERB", "AUX") and any(c.tag_ == "WRB" for c in token.children):
            return 3  # "where the enemy was another"
        if token.dep_ == "relcl" and is_picked(token.head):
            return 8
        if token.dep_ == "ccomp" and token.head.dep_ == "pcomp":
            return None  # "as saying that …": with all before it or not at all
        return _COST.get(token.dep_)

    def _is_coordinated_name(self, token: Token) -> bool:
        return (
            token.i in self._people
            and token.dep_ in ("nmod", "compound")
            and any(c.dep_ == "conj" for c in token.children)
        )

    def _cost_of_phrase(self, prep: Token) -> int:
        """What it costs to leave out a phrase that begins with a preposition: less than what it hangs on."""
        kind = 0 if prep.head.pos_ in ("VERB", "AUX") else 1
        if any(c.dep_ == "pobj" and c.tag_ == "PRP" for c in prep.children):
            return 2  # "among them"
        if any(c.dep_ == "pobj" and c.lower_ in ("way", "manner", "fashion") for c in prep.children):
            return 2  # "in a big way"
        needed = kind == 0 and prep.i == prep.head.i + 1  # "withdrew from", "met with"
        cost = _PREPOSITION.get(prep.lower_, (3, 3))[kind] + 2 * needed + 3 * self._names(prep)
        above = prep.head.head if prep.head.dep_ == "pobj" else None
        if above is None or above.dep_ != "prep" or above.lower_ == "of":
            return cost
        return min(cost, max(_ARTICLES, self._cost_of_phrase(above) - 1))  # less than what it hangs on

    def _names(self, branch: Token) -> bool:
        """Whether nothing but ``branch`` tells whose its noun is: "the ambassador of Russia"."""
        noun = branch.head
        if noun.dep_ not in ("nsubj", "nsubjpass") or noun.pos_ == "PROPN":
            return False
        return not any(t.pos_ == "PROPN" or t.text[:1].isupper() for t in noun.lefts if t.dep_ != "det")


def _length(words: Words) -> int:
    """Their count as a headline, which begins with no article."""
    return count(words) - (bool(words) and words[0].lower_ in ARTICLES)


def count(words: Iterable[Token]) -> int:
    """How many words these are: "Moscow's" is one."""
    return sum(
        not (t.is_punct or t.is_space or t.tag_ == "POS" or t.text.startswith(("'", "’"))) for t in words
    )


def is_picked(noun: Token) -> bool:
    return noun.lower_ in PICKING or any(
        c.lower_ in PICKING or c.tag_ in ("JJS", "RBS") for c in noun.children if c.i < noun.i
    )
