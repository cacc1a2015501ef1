"""The headline of an event: who, did what, in at most 12 words that stand alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.events import compress, tense
from timeline.events.antecedent import Antecedents
from timeline.events.doubts import CUT, LOSSY, NO_NAME, NO_SUBJECT, PRONOUN, SHORT, STATE, WEIGHT, WHOM
from timeline.events.english import PRONOUNS, SAID_INSTEAD, TELLING, UNNAMED
from timeline.events.event import Event
from timeline.events.grammar import own_subject
from timeline.events.headline import Resolve, cut, cut_words, text_of, trimmed, up_to
from timeline.events.prune import LONGEST

_WHOM = frozenset(("him", "her", "it", "them"))
_OBJECTS = ("dobj", "pobj", "dative")


@dataclass(frozen=True, slots=True)
class Title:
    """A headline, and what is doubtful about it (nothing, for one that stands alone)."""

    text: str
    doubts: tuple[str, ...] = ()
    is_sided: bool = False  # whether it names one of the two sides


@dataclass(frozen=True, slots=True)
class Names:
    """Numbers of the tokens that name an actor: ``all``, of the two sides (``sided``), persons who go by
    their last name (``people``)."""

    all: frozenset[int]
    sided: frozenset[int]
    people: frozenset[int]


def best(
    told: Sequence[Event], parsed: Doc, silent: Collection[int], names: Names, antecedents: Antecedents
) -> tuple[Title, Event]:
    """The title of the first of the events ``told`` by a sentence that gives one without doubt, else the one
    with the least doubt; the sentence's first words when there is none. ``silent`` are the numbers of the tokens
    that stay out (date expressions)."""
    written = [(write(event, silent, names, antecedents), event) for event in told]
    written = [(title, event) for title, event in written if title.text]
    if not written:
        return Title(cut_words(t for t in parsed if t.i not in silent), (CUT,)), told[0]
    beside = any(event.same_time for _, event in written)
    costs = [
        sum(WEIGHT[doubt] for doubt in title.doubts)
        + (0 if number == 0 else 0.5 if event.same_time else 1)
        + (NO_NAME in title.doubts and not event.is_clause)
        + (beside and not title.is_sided)
        for number, (title, event) in enumerate(written)
    ]
    return written[costs.index(min(costs))]


def write(event: Event, silent: Collection[int], names: Names, antecedents: Antecedents) -> Title:
    """The title of ``event``, with its doubts."""
    title = _write(event, silent, names, antecedents, "")
    noun = event.subject if event.is_clause else event.head
    if (
        NO_NAME not in title.doubts
        or noun is None
        or any(t.text[:1].isupper() for t in noun.lefts if t.dep_ != "det" and t.i != _begin(t.doc))
    ):
        return title  # "the Granville-Gorchakov accord" is known by its name
    if parties := antecedents.parties(noun):
        return _write(event, silent, names, antecedents, parties)
    return title


def _write(
    event: Event,
    silent: Collection[int],
    names: Names,
    antecedents: Antecedents,
    parties: str,
    room: int = LONGEST,
) -> Title:
    replaced: dict[int, str] = {}
    subject = event.subject
    if event.is_clause:
        if subject is not None:
            subject = _person_for(subject, names.people)
        branches = compress.clause(event.head, subject, silent, names.people)
        replaced |= _verb(event, subject)
        branches.drop({number for number, text in replaced.items() if not text})
    else:
        branches = compress.phrase(event.head, silent)
    behind = " until then" if event.until else ""
    fits = branches.fit(room - len(parties.split()) - len(behind.split()))
    words = branches.words()
    if not fits:
        words = cut(words)
    words = trimmed(words)
    recipient = compress.recipient_of(event.head) if event.is_clause else None
    if recipient is not None and recipient not in words:
        replaced[event.head.i] = SAID_INSTEAD[event.head.lower_]
    noun = event.subject if event.is_clause else event.head
    if parties and noun is not None:
        last = _last_of(noun, words)
        replaced[last.i] = last.text + parties
    whole = fits and (not event.is_clause or event.head in words)
    text = text_of(words, replaced, antecedents, event, names.all) + behind
    over = len(text.split()) - LONGEST  # names are longer than the pronouns that they stand for
    if fits and over > 0 and room - over > LONGEST // 2:
        return _write(event, silent, names, antecedents, parties, room - over)
    whole = whole and over <= 0
    doubts = tuple(_doubts(event, words, text, names.all, antecedents, whole, branches.lossy))
    is_sided = bool(parties) or any(
        t.i in names.sided or (t.dep_ != "poss" and antecedents(t)) for t in words
    )
    return Title(text, tuple(d for d in doubts if not (parties and d == NO_NAME)), is_sided)


def _verb(event: Event, subject: Token | None) -> dict[int, str]:
    """What the words of the verb group become: the simple past, with a hedge; and "it" of a clause that is said."""
    replaced = dict(tense.simple_past(event.head, subject))
    beside = [*event.head.children, *(subject.children if subject is not None else ())]
    attributed = any(compress.is_attribution(c) for c in beside)
    hedge = event.hedge or ("reportedly" if attributed else "")
    if hedge and subject is not None:
        beside = [c for c in event.head.lefts if c.dep_ == "advmod" and c.lower_ in TELLING]
        place = min((*beside, event.head), key=lambda token: token.i)  # "reportedly first looked"
        replaced[place.i] = f"{hedge} {replaced.get(place.i, place.text)}"
    for said in event.head.children:
        point = compress.the_point(said)
        first, second = own_subject(said), own_subject(point)
        if point != said and first is not None and second is not None and second.pos_ == "PRON":
            replaced[second.i] = first.text
    return replaced


def _last_of(noun: Token, words: Sequence[Token]) -> Token:
    """The last word of "treaty of friendship"."""
    of = [t for c in noun.children if c.lower_ == "of" for t in c.subtree if t in words]
    return of[-1] if of else noun


def _doubts(
    event: Event, words: Sequence[Token], text: str, names: Collection[int], resolve: Resolve, whole: bool, lossy: bool
) -> Iterable[str]:  # fmt: skip
    subject = event.subject
    if event.is_clause and subject is None:
        yield NO_SUBJECT
    first = subject if subject is not None else event.head
    if (first.lower_ in UNNAMED and not resolve(first)) or text.split(" ")[0].lower() in PRONOUNS:
        yield PRONOUN
    own = [*event.head.children, *(t for c in event.head.children if c.dep_ == "prep" for t in c.children)]
    if any(t in words and t.lower_ in _WHOM and t.dep_ in _OBJECTS and not resolve(t) for t in own):
        yield WHOM
    begins = _begin(event.head.doc)  # any word is tagged a name there
    if not any(t.i in names or (t.pos_ == "PROPN" and t.i != begins) or resolve(t) for t in words):
        yield NO_NAME
    if not whole:
        yield CUT
    named = any(c.dep_ == "compound" and c.pos_ == "PROPN" for c in event.head.children)
    if len(text.split()) < (2 if named and not event.is_clause else 3):  # "Paghman pact"
        yield SHORT
    if lossy:
        yield LOSSY
    if event.is_clause and event.head.pos_ == "AUX":  # "instability was on the rise"
        yield STATE


def _begin(doc: Doc) -> int:
    """The number of its first word, which has a capital whatever it is."""
    return next((t.i for t in doc if not t.is_space), 0)


def _person_for(subject: Token, people: Collection[int]) -> Token:
    """ "Zamir Kabulov" of "Putin's special envoy to Afghanistan, Zamir Kabulov": the name where it is known."""
    if subject.i in people:
        return subject
    named = (
        t for t in subject.subtree if t.i in people and t.dep_ == "appos" and not any(
            above.dep_ in ("poss", "acl", "relcl") for above in up_to(t, subject)
        )
    )  # fmt: skip
    return next(named, subject)
