"""How surely two mentions tell the same happening.

A copy of the same passage does; so do two tellings whose dates fit into each other, of the same act by the
same actors.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz import fuzz

from timeline.dates.point import Precision
from timeline.events.fitting import compatible, is_fine, known_end, one_span
from timeline.events.mention import Mention, normalised
from timeline.events.wording import Wording
from timeline.topic import THIRD, Topic

COPY = 90  # rapidfuzz ratio from which two sentences are copies of one another
_NAME = re.compile(r"\b[A-Z]\w+")
_FIGURE = re.compile(
    r"\b(?:[0-9]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|fifty|hundred)\b"
)
RESTORED_FROM = "restored from the same passage in"  # in the note of a mention whose year was lost
_DENIES = re.compile(
    r"\b(?:not(?! (?:\w+ ){0,2}first)|never|no longer|refus\w+|fail(?:s|ed)|declin\w+|den(?:y|ies|ied)|(?:nearly|almost)(?! [0-9])|attempt\w*|tr(?:y|ies|ied))\b"
)
_DECIDES = re.compile(r"\b(?:decid\w+|order(?:s|ed)(?: \w+){0,4}) to\b")
_FIRST = re.compile(r"\bfirst\b")
_NOT_FIRST = re.compile(r"\bnot (?:\w+ ){0,2}first\b")  # that it happened is not denied
_LONG_WORD = re.compile(r"\b[a-z]{6,}\b")
_HEADLINE = 90  # rapidfuzz ratio from which two titles are one


class Alike:
    """How surely two mentions tell the same happening: 0 not at all, up to 4 for the same sentence."""

    def __init__(self, topic: Topic) -> None:
        self._same_wording = Wording(topic)
        self._weight = {act.key: act.weight for act in topic.acts}
        self._known = {word for a in topic.actors for alias in (a.name, *a.aliases) for word in alias.split()}
        self._between = {act.key for act in topic.acts if act.between}
        self._says = {act.key for act in topic.acts if act.says}
        self._once = {act.key for act in topic.acts if act.once}
        self._side = {actor.name: actor.side for actor in topic.actors}

    def __call__(self, one: Mention, other: Mention) -> float:
        if one.mention_id == other.mention_id:
            return 4.0
        if _restored(one, other) or _restored(other, one):
            return 3.0
        if one.document == other.document and (_beside(one) or _beside(other)):
            return 0.0
        if not compatible(one.value, other.value) or contradict(one.title, other.title):
            return 0.0
        if {calls_first(one), calls_first(other)} == {True, False}:
            return 0.0
        if copies(one, other):
            return 3.0
        if (
            self._same_day_and_people(one, other)
            or self._same_act(one, other)
            or self._same_name(one, other)
            or _same_headline(one, other)
            or self._same_words(one, other)
        ):
            return 1.0 + (one.edtf == other.edtf) + fuzz.token_set_ratio(one.title, other.title) / 101
        return 0.0

    def _same_act(self, one: Mention, other: Mention) -> bool:
        if not one.acts or not other.acts or one.acts[0] != other.acts[0]:
            return False
        if one.document == other.document and one.sentence == other.sentence:
            return False  # one sentence that dates two things tells two things
        if one.document == other.document and self._weight[one.acts[0]] < 3 and not _titles_alike(one, other):
            return False  # a text does not tell its talks twice in other words
        if one.acts[0] in self._says:  # two statements are one only when the same people made them
            return one.edtf == other.edtf and bool(one.subjects) and one.subjects == other.subjects
        if not self._share_actors(one, other):
            return False
        if Precision.DECADE in (one.value.precision, other.value.precision):
            return one.edtf == other.edtf or one.acts[0] in self._once  # "the invasion of the late 1970s"
        if not self._same_parts(one, other):
            return False
        # An act of its own kind ("invaded") is told apart by its date alone; "met" and "helped" happen often.
        often = self._weight[one.acts[0]] < 3
        spans = one_span(one.value, other.value)
        same = known_end(one.value) == known_end(other.value) or spans
        fine = (one.edtf == other.edtf and is_fine(one.value)) or (spans and one.document != other.document)
        if not often or fine or (same and _titles_alike(one, other)):
            return True
        # "In November" one text, "on 9 November" the other, in the same words: of a conference, not of contacts.
        months = is_fine(one.value) and is_fine(other.value)
        return (
            months
            and self._weight[one.acts[0]] == 2
            and one.document != other.document
            and _share_word(one, other)
        )

    def _same_words(self, one: Mention, other: Mention) -> bool:
        """Two documents that say the same in the same words, whatever verb each chose."""
        if one.document == other.document or Precision.DECADE in (one.value.precision, other.value.precision):
            return False
        if _others_act(one, other):
            return False
        return self._same_wording(one, other)

    def _same_name(self, one: Mention, other: Mention) -> bool:
        """Two documents that tell the same kind of act of one day or month with one name ("Geneva Accords"), or of
        which one only says that something was with it ("Herat fell")."""
        fine = one.edtf == other.edtf and is_fine(one.value)
        if not fine or one.document == other.document or _others_act(one, other):
            return False
        if any(not m.acts and not m.subjects for m in (one, other)):
            if not set(one.actors) & set(other.actors):
                return False
        elif one.acts[:1] != other.acts[:1] or not one.acts:
            return False
        mine, theirs = (set(_NAME.findall(m.title)) - self._known for m in (one, other))
        return bool(mine & theirs)

    def _same_parts(self, one: Mention, other: Mention) -> bool:
        """Whether the same side acts and, where an act is common, at the same place."""
        sides = [{self._side.get(name, THIRD) for name in m.subjects} for m in (one, other)]
        if one.acts[0] not in self._between and all(sides) and not sides[0] & sides[1]:
            return False
        often = self._weight[one.acts[0]] < 3
        return not (often and one.place and other.place and one.place != other.place)

    def _same_day_and_people(self, one: Mention, other: Mention) -> bool:
        """Two documents that tell what the same people did on one day tell one thing, unless of other acts."""
        if (
            one.document == other.document
            or one.edtf != other.edtf
            or one.value.precision is not Precision.DAY
        ):
            return False
        if one.acts and other.acts and not set(one.acts) & set(other.acts):
            return False
        acting = set(one.subjects) & set(other.subjects)
        titled = len(set(one.titled) & set(other.titled)) >= 2
        return bool(acting) and (titled or len(set(one.actors) & set(other.actors)) >= 3)

    def _share_actors(self, one: Mention, other: Mention) -> bool:
        """Whether the same take part, or did alone the one act that both tell."""
        shared = set(one.actors) & set(other.actors)
        sides = [{self._side.get(name, THIRD) for name in m.actors} - {THIRD} for m in (one, other)]
        if len(shared) >= 2 or (bool(shared) and sides[0] == sides[1]):
            return True
        alone = one.acts[0] not in self._between and self._weight[one.acts[0]] == 3
        return alone and bool(set(one.subjects) & set(other.subjects))


def _restored(one: Mention, other: Mention) -> bool:
    """Whether the torn copy ``one`` took its date from ``other``'s passage: what its words tell may be lost."""
    told = one.edtf == other.edtf and set(one.titled) & set(other.titled) and one.document != other.document
    return bool(told) and one.note.endswith(f"{RESTORED_FROM} {other.document}")


def _beside(mention: Mention) -> bool:
    """Whether its text tells it beside something else: "on the same day Russia and Britain also agreed …"."""
    return mention.date_text.casefold().endswith("same day")


def contradict(one: str, other: str) -> bool:
    """Whether one title denies or only decides what the other tells, or they give other figures."""
    mine, theirs = _claims(one), _claims(other)
    figures, others = mine[2], theirs[2]
    return mine[:2] != theirs[:2] or bool(figures - others and others - figures)


@lru_cache(maxsize=16384)
def _claims(title: str) -> tuple[bool, bool, frozenset[str]]:
    """Whether a title denies, whether it only decides, and its figures."""
    return bool(_DENIES.search(title)), bool(_DECIDES.search(title)), frozenset(_FIGURE.findall(title))


def calls_first(mention: Mention) -> bool | None:
    """Whether a mention says that something was the first (True) or was not (False); None if neither."""
    if "first" not in mention.sentence or not _FIRST.search(mention.sentence):
        return None
    return not _NOT_FIRST.search(mention.sentence)


def _others_act(one: Mention, other: Mention) -> bool:
    """Whether both say who acts, and nobody does in both."""
    return bool(one.subjects and other.subjects) and not set(one.subjects) & set(other.subjects)


def _same_headline(one: Mention, other: Mention) -> bool:
    """Two documents that give one day the same headline tell one thing, unless others act."""
    if _others_act(one, other):
        return False
    fine = one.edtf == other.edtf and is_fine(one.value)
    return (
        fine and one.document != other.document and fuzz.token_set_ratio(one.title, other.title) >= _HEADLINE
    )


def _share_word(one: Mention, other: Mention) -> bool:
    return bool(set(_LONG_WORD.findall(one.sentence)) & set(_LONG_WORD.findall(other.sentence)))


def _titles_alike(one: Mention, other: Mention) -> bool:
    return fuzz.token_set_ratio(one.title, other.title) >= 60


def copies(one: Mention, other: Mention) -> bool:
    """Whether two sentences are one passage copied, whatever was damaged on the way. Sentences that differ in
    whom they name or in a figure are none."""
    if one.document == other.document and one.sentence == other.sentence:
        # One sentence that dates two things tells two things; "a day later, on 14 April" dates one.
        return one.edtf == other.edtf and one.title == other.title
    for mine, theirs in zip(_told_apart_by(one.sentence), _told_apart_by(other.sentence), strict=True):
        if mine - theirs and theirs - mine:
            return False
    return fuzz.ratio(normalised(one.sentence), normalised(other.sentence), score_cutoff=COPY) >= COPY


@lru_cache(maxsize=4096)
def _told_apart_by(sentence: str) -> tuple[frozenset[str], frozenset[str]]:
    """The names and the figures of a sentence."""
    return frozenset(_NAME.findall(sentence)), frozenset(_FIGURE.findall(sentence))
