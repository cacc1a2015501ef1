"""A clause or noun phrase → the words of it that a headline needs, pruned until they fit.

Whole branches of the parse are taken away, the least needed first, so that what is left is still a sentence:
a title is never cut in the middle of a phrase. (Pruning of dependency trees: Filippova and Strube, INLG 2008.)
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from timeline.events.english import ARTICLES, IDLE, OF_TIME, PICKING, SAID_INSTEAD, SAYING, TELLING

LONGEST = 12  # words
# What never stands in a headline: asides, and clauses beside the one that is told.
_ASIDE = frozenset(("appos", "advcl", "parataxis", "dep", "meta", "intj", "preconj", "predet", "csubj"))
_LOSS = 6  # a branch that costs so much is missed: the title says less than it should
_PREPOSITION = {  # how much a phrase that begins with it is needed, behind a verb and behind a noun
    "of": (7, 7), "between": (6, 6), "among": (6, 5), "with": (6, 5), "against": (6, 6), "to": (6, 4),
    "into": (6, 4), "from": (6, 4), "on": (6, 6), "over": (5, 4), "about": (5, 6), "as": (7, 5), "for": (5, 4), "in": (4, 3),
    "at": (4, 3), "by": (5, 5), "out": (6, 5), "towards": (6, 5), "toward": (6, 5), "than": (8, 8),
}  # fmt: skip
_COST = {
    "advmod": 2, "amod": 4, "nummod": 6, "poss": 6, "acl": 3, "quantmod": 5, "npadvmod": 2, "relcl": 3,
    "conj": 7, "dative": 6, "agent": 6, "nmod": 4, "mark": 1, "ccomp": 8,
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

    def fit(self, room: int = LONGEST) -> bool:
        """Take branches away until the words fit into ``room``; False when that cannot be done."""
        while count(self.words()) > room:
            costs = sorted(
                (cost, -token.i, token) for part in self._parts for token in part
                if (cost := self._cost(token)) is not None
            )  # fmt: skip
            if not costs:
                return False
            cost, _, token = costs[0]
            if cost >= 4 and self._without_articles(room):
                return True
            self.lossy |= cost >= _LOSS
            self._take_away(token)
        return True

    def _without_articles(self, room: int) -> bool:
        """Headlines may go without articles, where that saves a phrase."""
        shorter = [[t for t in part if t.lower_ not in ARTICLES] for part in self._parts]
        if count(token for part in shorter for token in part) > room:
            return False
        self._parts = shorter
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
        gone = {token.i for token in branch.subtree}
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
            return 2
        if token.dep_ in ("compound", "amod", "nmod") and token.head.i in self._people:
            return 2 if token.i in self._people else 1  # the family name is enough
        if token.dep_ in ("compound", "amod", "nmod") and token.is_title and token.head.pos_ == "PROPN":
            return None  # names stay whole
        if token.dep_ == "compound":
            return 7
        if token.dep_ == "amod" and token.i and token.doc[token.i - 1].lower_ == "as":
            return None  # "considered as absurd the claims"
        if token.dep_ == "amod" and token.text[:1].isupper():
            return 7  # "Soviet troops"
        if token.dep_ == "relcl" and _is_picked(token.head):
            return 8
        if token.dep_ == "ccomp" and token.head.dep_ == "pcomp":
            return None  # "as saying that …": with all before it or not at all
        return _COST.get(token.dep_)

    def _cost_of_phrase(self, prep: Token) -> int:
        """What it costs to leave out a phrase that begins with a preposition: less than what it hangs on."""
        kind = 0 if prep.head.pos_ in ("VERB", "AUX") else 1
        if any(c.dep_ == "pobj" and c.tag_ == "PRP" for c in prep.children):
            return 2  # "among them"
        needed = kind == 0 and prep.i == prep.head.i + 1  # "withdrew from", "met with"
        cost = _PREPOSITION.get(prep.lower_, (3, 3))[kind] + 2 * needed + 3 * self._names(prep)
        above = prep.head.head if prep.head.dep_ == "pobj" else None
        if above is None or above.dep_ != "prep" or above.lower_ == "of":
            return cost
        return min(cost, self._cost_of_phrase(above) - 1)

    def _names(self, branch: Token) -> bool:
        """Whether nothing but ``branch`` tells whose its noun is: "the ambassador of Russia"."""
        noun = branch.head
        if noun.dep_ not in ("nsubj", "nsubjpass") or noun.pos_ == "PROPN":
            return False
        return not any(t.pos_ == "PROPN" or t.text[:1].isupper() for t in noun.lefts if t.dep_ != "det")


def clause(
    verb: Token, subject: Token | None, silent: Collection[int], people: Collection[int] = ()
) -> Branches:
    """What a headline needs of the clause of ``verb``: its subject, its verb group, what stands behind it.
    ``silent`` are the numbers of tokens that stay out."""
    group = [
        c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i and c.tag_ != "TO"
    ]
    turning = [
        c
        for c in verb.children
        if c.dep_ == "advmod" and c.i < verb.i and TELLING & {t.lower_ for t in c.subtree}
    ]
    group = _sorted([*group, *(t for c in turning for t in c.subtree if t.lower_ in TELLING)])
    parts: list[Words] = [[*group, verb]]
    says, above = verb.lower_ in SAYING, verb.head
    if says and verb.dep_ in ("ccomp", "parataxis") and above.i < verb.i and above.pos_ in ("VERB", "AUX"):
        apart = {*silent, *(t.i for t in verb.subtree)}  # "Russia rejects it, a spokesman said"
        if not any(c.dep_ in ("ccomp", "dobj") for c in verb.children):
            parts.append([t for t in _grown(above, apart) if t.i < verb.i])
    has_object = any(c.dep_ == "dobj" for c in verb.children)
    spoken_before = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i and says]
    alone = not any(
        c.i > verb.i and c.dep_ in ("dobj", "attr", "acomp", "prep", "xcomp", "ccomp", "oprd", "agent", "prt")
        and list(_grown(c, silent)) for c in verb.children
    )  # fmt: skip
    told_of = _relative_object(verb)
    if told_of is not None:  # "the mines that the army had laid" → "the army had laid the mines"
        parts.append(_grown(told_of, {*silent, *(t.i for t in verb.subtree)}))
    told = [*(c for c in verb.children if c.i > verb.i), *spoken_before]
    for child in told:
        if child.dep_ in ("nsubj", "nsubjpass", "punct", "mark") or (
            child.dep_ == "npadvmod" and (has_object or _is_time(child))
        ):
            continue
        if child.dep_ == "cc" or (child.dep_ == "conj" and not (alone and _shares_subject(child))):
            continue  # but "signed and ratified the treaty"
        if child.dep_ == "conj":
            parts += [[c for c in verb.children if c.dep_ == "cc"], _grown(child, silent)]
        elif _is_kept(child, verb, silent):
            parts.append(_grown(the_point(child), silent))
    settings = [c for c in verb.children if c.i < verb.i and _is_setting(c)]
    parts += [_grown(setting, silent) for setting in settings]
    core = {verb, *group}
    if subject is not None:
        apart = (
            {t.i for t in verb.subtree} if subject.is_ancestor(verb) else set()
        )  # "the talks that took place"
        parts.insert(0, _grown(subject, {*silent, *apart}))
        core.add(subject)
    core |= {the_point(c) for c in told if c.dep_ in ("dobj", "attr", "acomp", "ccomp", "prt")}
    told_to = {recipient} if (recipient := recipient_of(verb)) is not None else set()
    return Branches([_sorted(part) for part in parts if part], core - told_to, people, {*settings, *told_to})


def recipient_of(verb: Token) -> Token | None:
    """ "the agency" of "he told the agency that …" """
    if verb.lower_ not in SAID_INSTEAD or not any(c.dep_ == "ccomp" for c in verb.children):
        return None
    return next((c for c in verb.children if c.dep_ in ("dobj", "dative") and c.i > verb.i), None)


def the_point(clause: Token) -> Token:
    """ "it is keen to return" of "said that Russia was chased out, but now it is keen to return" """
    joined = next((c for c in clause.children if c.dep_ == "conj" and c.pos_ in ("VERB", "AUX")), None)
    if clause.dep_ != "ccomp" or joined is None or not any(c.lower_ == "but" for c in clause.children):
        return clause
    return clause if _shares_subject(joined) else joined


def phrase(noun: Token, silent: Collection[int]) -> Branches:
    """What a headline needs of the noun phrase of ``noun``."""
    return Branches([_sorted(_grown(noun, silent))], [noun], ())


def count(words: Iterable[Token]) -> int:
    """How many words these are: "Moscow's" is one."""
    return sum(
        not (t.is_punct or t.is_space or t.tag_ == "POS" or t.text.startswith(("'", "’"))) for t in words
    )


def _sorted(words: Words) -> Words:
    return sorted(words, key=lambda token: token.i)


def _grown(head: Token, silent: Collection[int]) -> Words:
    return list(_below(head, silent))


def _below(head: Token, silent: Collection[int]) -> Iterator[Token]:
    if head.i in silent:
        return
    objects = [c for c in head.children if c.dep_ in ("pobj", "pcomp", "prep", "advmod", "amod")]
    if head.dep_ in ("prep", "agent") and all(c.i in silent for c in objects):
        return  # its object was the date
    yield head
    kept = [c for c in head.children if _is_kept(c, head, silent)]
    listed = any(c.dep_ == "conj" for c in kept)
    for child in kept:
        if child.dep_ == "punct" and not listed and child.text not in "-–/":
            continue
        if child.dep_ == "cc" and not listed:
            continue
        yield from _below(child, silent)


def _is_kept(child: Token, head: Token, silent: Collection[int]) -> bool:
    if (
        child.i in silent
        or child.is_space
        or child.is_bracket
        or child.is_quote
        or child.dep_ in _ASIDE - {"advcl", "appos"}
    ):
        return False
    if child.tag_ == "WDT" and child.dep_ == "det":
        return False
    edge = child.left_edge.i
    if child.dep_ in ("ccomp", "relcl", "acl") and "now" in (
        t.lower_ for t in child.doc[max(0, edge - 1) : edge + 1]
    ):
        return False  # "now that …"
    if child.dep_ == "neg" and head.pos_ in ("NOUN", "PROPN"):
        return False
    if any(c.dep_ == "neg" for c in child.children) and child.pos_ in ("NOUN", "PROPN"):
        return False  # "Russia, not Britain, …"
    if child.dep_ == "amod" and child.pos_ == "ADJ" and child.i > head.i:
        return False  # "a treaty, important for trade, …"
    if child.dep_ == "amod" and head.pos_ == "PROPN" and any(c.dep_ == "prep" for c in child.children):
        return False  # no adjective of a name, but the end of what stood before it
    if child.dep_ == "appos" and head.dep_ == "pobj" and head.head.lower_ == "between":
        return True
    if child.dep_ == "appos":
        return False
    if child.dep_ == "advcl":
        return _is_purpose(child) and child.i > head.i
    if child.dep_ == "prep" and child.lower_ in ("according", "as") and head.pos_ in ("VERB", "AUX"):
        return child.lower_ == "as"  # "according to …" only says who says so
    if child.dep_ == "relcl":  # set off by a comma it only adds something; with a conjunction it is none
        joined = any(c.dep_ == "mark" or (c.tag_ == "IN" and c.dep_ != "prep") for c in child.children)
        return not joined and not child.doc[child.left_edge.i - 1].is_punct
    if child.dep_ == "advmod":
        compares = child.tag_ in ("RBR", "RBS") or any(c.tag_ == "RBR" for c in child.children)
        telling = child.lower_ in TELLING or compares or child.tag_ == "WRB"
        return telling or head.pos_ in ("NUM", "ADJ", "ADP", "ADV")
    if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
        return head.pos_ not in ("VERB", "AUX")
    return True


def _is_setting(child: Token) -> bool:
    """ "In Russian law" before a clause: it may stand behind it."""
    if child.dep_ != "prep" or child.lower_ not in ("in", "at", "under"):
        return False
    nouns = [c for c in child.children if c.dep_ == "pobj"]
    return bool(nouns) and not any(t.lower_ in IDLE or t.like_num for t in nouns[0].subtree)


def _relative_object(verb: Token) -> Token | None:
    """The noun that a relative clause tells of as its object."""
    if verb.dep_ != "relcl" or any(c.dep_ == "dobj" and c.i > verb.i for c in verb.children):
        return None
    if not any(c.dep_ == "dobj" and c.tag_ in ("WDT", "WP") for c in verb.children):
        return None
    noun = verb.head
    if noun.pos_ == "PROPN" and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        return noun.head.head  # "the agreement with Russia, which Afghanistan signed"
    return noun


def _shares_subject(verb: Token) -> bool:
    return not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def _is_picked(noun: Token) -> bool:
    return noun.lower_ in PICKING or any(
        c.lower_ in PICKING or c.tag_ in ("JJS", "RBS") for c in noun.children if c.i < noun.i
    )


def _is_time(phrase: Token) -> bool:
    return any(t.lower_ in OF_TIME for t in phrase.subtree)


def _is_purpose(clause: Token) -> bool:
    """ "to review the threat" """
    return any(c.tag_ == "TO" for c in clause.children) and not any(c.dep_ == "mark" for c in clause.children)
