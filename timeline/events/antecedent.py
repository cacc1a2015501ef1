"""Who a pronoun, "the two countries" or "the group" stands for, told by who was named before.

The subject of the sentence before is the likeliest, as in centering theory (Grosz, Joshi and Weinstein,
Computational Linguistics 1995); kind and number must agree.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from timeline.events import clause, grammar
from timeline.events.english import GROUPS, OF_ACTS, OF_MANY_PARTIES, OFFICES, SIDES, STATES
from timeline.events.gazetteer import Gazetteer, Hit
from timeline.events.select import PAIR
from timeline.events.told_before import ToldBefore
from timeline.topic import Actor

_KINDS = {
    "he": ("person",), "she": ("person",), "him": ("person",), "his": ("person",), "her": ("person",),
    "it": ("state", "group"), "its": ("state", "group"),
    "they": ("group", "state"), "them": ("group", "state"), "their": ("group", "state"), "latter": ("group", "state"),
}  # fmt: skip
# Whoever tells a memoir: the headline stands alone, without the page that names them.
_NARRATOR = {
    "i": "the narrator", "me": "the narrator", "my": "the narrator’s", "we": "the narrator’s group",
    "us": "the narrator’s group", "our": "the narrator’s group’s",
}  # fmt: skip
_POSSESSIVE = frozenset(("his", "her", "its", "their"))


class Antecedents:
    """What the pronouns of one sentence stand for. ``here`` are the actors named in it, ``near`` those of the
    sentences ``before`` it, the nearest first, ``heading`` those of the list that it is in; ``days`` the first and the last that it may tell of."""

    def __init__(
        self,
        here: Sequence[Hit],
        near: Sequence[Sequence[Hit]],
        before: ToldBefore,
        days: tuple[str, str],
        words: Gazetteer,
        heading: Sequence[Hit] = (),
    ) -> None:
        self._here, self._near, self._before, self._days, self._words = here, near, before, days, words
        self._heading = heading

    def __call__(self, token: Token) -> str | None:
        """What to write for ``token``: '' to leave it out, None to leave it as it is."""
        pair = self._pair(token)
        if pair is not None:
            return pair
        if token.lower_ in _NARRATOR and token.pos_ in ("PRON", "DET"):
            return None if _in_quotation(token) else _NARRATOR[token.lower_]
        if token.lower_ in GROUPS | STATES | {"latter"}:
            return self._described(token)
        if token.dep_ == "det" and token.head.lower_ in GROUPS | STATES | {"latter"}:
            return "" if self._described(token.head) else None
        if token.pos_ == "NOUN" and token.dep_ in ("nsubj", "nsubjpass"):
            return self._before.more_fully(token)
        if token.dep_ in ("compound", "det") and token.head.dep_ in ("nsubj", "nsubjpass"):
            return "" if self._before.more_fully(token.head) else None
        if token.lower_ not in _KINDS or token.pos_ not in ("PRON", "DET"):
            return None
        return self._pronoun(token)

    def _pair(self, token: Token) -> str | None:
        """ "the two countries" → "Afghanistan and Russia" """
        pair = token if token.lower_ in PAIR else token.head
        if pair.lower_ not in PAIR or not any(c.lower_ in ("two", "both") for c in pair.children):
            return None
        if token != pair and token.dep_ not in ("det", "nummod", "predet"):
            return None
        named: dict[str, Actor] = {}
        if pair.lower_ in SIDES:  # whoever was named just before, in this sentence
            for hit in self._here:
                if hit.end <= pair.idx and hit.actor.kind != "person":
                    named[hit.actor.side] = hit.actor
        else:
            named = {a.side: a for a in reversed(self._candidates(token)) if a.kind == "state"}
            for hit in self._here:  # "the two states had close ties and the Soviet Union …"
                if hit.actor.kind == "state":
                    named.setdefault(hit.actor.side, hit.actor)
        two = [named[side] for side in sorted(self._words.two_sides) if side in named]
        if len(two) < 2:
            return None
        return "" if token != pair else f"{two[0].in_text} and {two[1].in_text}"

    def parties(self, noun: Token) -> str:
        """ " between Russia and the Taliban", for a treaty or contacts whose parties the sentences before name;
        '' when they do not, or for what is nothing between two."""
        of = (t.text for c in noun.children if c.lower_ == "of" for t in c.children if t.dep_ == "pobj")
        if not any(act.between for act in self._words.acts(" ".join((noun.text, *of)))):
            return ""
        if noun.lower_ in OF_MANY_PARTIES or any(_is_of_many(c) for c in noun.lefts):
            return ""
        named: dict[str, Actor] = {}
        here = [hit for hit in self._here if hit.end <= noun.idx]
        near = [hit for hits in reversed(self._near) for hit in hits]
        for hit in reversed([*self._heading, *near, *here]):
            if hit.actor.kind != "person" and not hit.is_place and self._lived(hit.actor):
                named.setdefault(hit.actor.side, hit.actor)
        two = [named[side].in_text for side in sorted(self._words.two_sides) if side in named]
        return f" between {two[0]} and {two[1]}" if len(two) == 2 else ""

    def _described(self, noun: Token) -> str | None:
        """ "the group" → "the Taliban"; a group that is told more of stands for itself."""
        if any(c.dep_ not in ("det", "punct", "case") for c in noun.children):
            return None
        if not any(c.lower_ in ("the", "this", "that", "these") for c in noun.children):
            return None
        if noun.lower_ in STATES:
            return self._country(noun)
        kinds = ("group", "state") if noun.lower_ == "latter" else ("group",)
        likely = [a for a in self._candidates(noun) if a.kind in kinds]
        sided = (a for a in likely if a.side in self._words.two_sides)  # whom the text is about
        found = next(sided, likely[0] if likely else None)
        return found.in_text if found else None

    def _pronoun(self, token: Token) -> str | None:
        word = token.lower_
        if word == "it" and token.dep_ in ("dobj", "pobj"):
            return None  # what is sold or paid for is no state
        if _is_cleft(token):
            return None
        if word in ("it", "they") and token.dep_ in ("nsubj", "nsubjpass"):
            if token.head.lower_ in OF_ACTS or token.dep_ == "nsubjpass" or token.head.lemma_ == "be":
                told = self._before.act(many=word == "they")
                if told:
                    return told
                if word == "it" and token.dep_ == "nsubjpass":
                    return None  # what was signed or built is no state
            if word == "they":
                if self._other_than_actors(token):
                    return None
                several = self._before.several()
                if several:
                    return several
        if _KINDS[word] == ("person",) and _is_told_of(token):
            return None
        likely = list(dict.fromkeys(a for a in self._candidates(token) if a.kind in _KINDS[word]))
        first = likely[0].in_text if likely else ""
        name = self._person(likely) if _KINDS[word] == ("person",) else first
        if not name:
            return None
        return _possessive(name) if word in _POSSESSIVE and token.dep_ == "poss" else name

    def _lived(self, actor: Actor) -> bool:
        """Whether a state or a group was there at the time; persons are told of after their death too."""
        first, last = self._days
        return actor.kind == "person" or not first or (actor.since <= last and first <= actor.until)

    def _other_than_actors(self, they: Token) -> bool:
        """Whether "they" of a second clause may be the friends, or any others, that the first one tells of."""
        if they.head.dep_ != "conj":
            return False
        named = {t.i for h in self._here for t in they.doc if h.start <= t.idx < h.end}
        first = they.head.head.subtree
        return any(t.tag_ == "NNS" and t.i < they.i and t.i not in named for t in first)

    def _candidates(self, token: Token) -> list[Actor]:
        """Whom a pronoun may mean, the likeliest first: for the subject of the sentence, whom the one before
        begins with; for that of a clause, whom this sentence named last; for others, whom it named first."""
        subject = _subject_of_clause(token) if token.dep_ != "poss" else None
        not_itself = {t.idx for t in subject.subtree} if subject is not None else set()
        stood_for = self(subject) if subject is not None and subject.lower_ in _KINDS else None
        before = [
            h.actor for h in self._here if h.end <= token.idx and not h.is_place and h.start not in not_itself
        ]
        earlier = [h.actor for hits in self._near for h in hits if not h.is_place and self._lived(h.actor)]
        if stood_for:  # "it hosted them": two others
            before, earlier = ([a for a in some if a.in_text != stood_for] for some in (before, earlier))
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return before + earlier
        return earlier + before if token.head.dep_ in ("ROOT", "conj") else before[::-1] + earlier

    def _country(self, noun: Token) -> str | None:
        """ "the country": the state of the topic named last, but not the one that acts here."""
        acts = {t.idx for t in noun.doc if t.dep_ in ("nsubj", "nsubjpass", "poss") and t != noun}
        here = {h.actor for h in self._here if h.start in acts and h.end <= noun.idx}
        likely = (a for a in self._candidates(noun) if a.kind == "state" and a.side in self._words.two_sides)
        found = next((a for a in likely if a not in here), None)
        if found is None:  # of the two countries the one that does not act
            acting = {a.side for a in here}
            others = [a for a in self._words.states if a.side not in acting and self._lived(a)]
            found = others[0] if acting and len(others) == 1 else None
        return found.in_text if found else None

    def _person(self, likely: Sequence[Actor]) -> str:
        """The one person who may be meant, or, of several, the one whom the sentence before is about; '' when
        it may be the one or the other."""
        before = self._before.persons()
        if len({*(a.name for a in likely), *before}) <= 1:
            return likely[0].name if likely else "".join(before)
        nearest = {h.actor.name for hits in self._near[:1] for h in hits if h.actor.kind == "person"}
        if len(nearest) == 1 and not before:
            return nearest.pop()
        for doc in self._before.sentences():
            told = clause.main_clause(doc)
            if told is not None and told.subject is not None:
                subject = told.subject
                if any(c.dep_ == "conj" and c.pos_ == "PROPN" for c in subject.children):
                    return ""  # one of two
                head = " ".join(
                    t.text for t in (*subject.lefts, subject) if t.dep_ == "compound" or t == subject
                )
                persons = [h.actor.name for h in self._words.actors(head) if h.actor.kind == "person"]
                return (persons or [name for name in before if name.endswith(subject.text)] or [""])[-1]
        return ""


def _is_told_of(pronoun: Token) -> bool:
    """Whether somebody without a name acts before ``pronoun`` in its sentence: "the king asked them to let him
    return", where nobody named before is meant."""
    before = pronoun.doc[: pronoun.i]
    return any(
        t.dep_ in ("nsubj", "nsubjpass") and t.pos_ == "NOUN" and t.tag_ == "NN" and t.lower_ in OFFICES
        for t in before
    )


def _is_cleft(token: Token) -> bool:
    """ "it" of "it was Soviet airmen who bombed them" """
    if token.lower_ != "it" or token.head.lower_ not in ("is", "was", "were"):
        return False
    told = (t for c in token.head.children if c.dep_ == "attr" for t in c.subtree)
    return any(t.dep_ == "relcl" and any(c.lower_ in ("who", "that") for c in t.children) for t in told)


def _is_of_many(token: Token) -> bool:
    """ "four-way", "six-party", "multilateral" of talks that are not between two"""
    return token.lower_ in OF_MANY_PARTIES or token.lower_.endswith(("-way", "-party", "-nation", "-power"))


def _in_quotation(token: Token) -> bool:
    before = token.doc.text[: token.idx]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _subject_of_clause(pronoun: Token) -> Token | None:
    """The subject of the clause of an object pronoun: "them" in "Russia met them" is not Russia."""
    verb = pronoun
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    subject = grammar.own_subject(verb)
    return None if subject is None or subject == pronoun else subject
