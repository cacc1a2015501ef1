"""A dated sentence → what the timeline says of it: title, actors, category, place, importance, confidence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from timeline.dates.value import DateValue
from timeline.events import clause, title
from timeline.events.clause import Event
from timeline.events.gazetteer import Gazetteer, Hit
from timeline.events.select import PAIR
from timeline.topic import Act, Actor

_STANDS_FOR = {
    "he": ("person",), "she": ("person",), "him": ("person",), "it": ("state", "group"),
    "they": ("group", "state"), "them": ("group", "state"),
}  # fmt: skip
YEAR_LOST = "year lost"
YEAR_INFERRED = "year inferred from a date before"
COUNTED = "date counted from another event"
FAR_YEAR = "impossible year"
LAST_YEAR = 2100  # later than this is a slip of the pen


@dataclass(frozen=True, slots=True)
class Description:
    """What the timeline says of one mention."""

    title: str
    category: str
    place: str
    actors: tuple[str, ...]
    subjects: tuple[str, ...]
    acts: tuple[str, ...]
    importance: int


def describe(
    parsed: Doc,
    event: Event,
    dates: set[int],
    here: Sequence[Hit],
    near: Sequence[Sequence[Hit]],
    words: Gazetteer,
) -> Description:
    """Describe ``event`` of the sentence ``parsed``. ``here`` are the actors named in it, ``near`` those of
    the sentences before it (the nearest first), ``dates`` the token numbers of its date expressions."""
    people = {t.i for h in here if h.actor.kind == "person" for t in parsed if h.start <= t.idx < h.end}
    named = _title(parsed, event, dates, people, _resolver(here, near))
    acts = words.acts(_told(event, dates)) or words.acts(named)
    acting = _unique(hit.actor for hit in _within(here, event))
    actors = acting + [a for a in _unique(h.actor for h in here if not h.is_place) if a not in acting]
    if len({a.side for a in actors} - {"third"}) < 2:
        actors += [
            a for a in _unique(h.actor for hits in near for h in hits if not h.is_place) if a not in actors
        ][:2]
    subjects = _unique(
        h.actor for h in here if event.subject is not None and _inside(h, event.subject, parsed)
    )
    main = next(iter(acts or words.acts(parsed.text)), None)
    return Description(
        title=named,
        category=main.category if main else "politics",
        place=words.place(parsed.text),
        actors=tuple(a.name for a in actors[:6]),
        subjects=tuple(a.name for a in subjects),
        acts=tuple(a.key for a in acts),
        importance=_importance(main, actors),
    )


def confidence(concerns: float, value: DateValue, inferred: bool, has_act: bool) -> float:
    """How likely the event is real, on topic and rightly dated, 0–1."""
    score = 0.95 * (0.8 + 0.2 * concerns)
    score -= 0.15 * inferred + 0.35 * value.year_is_lost + 0.15 * (not has_act)
    return round(max(0.05, score), 2)


def review(value: DateValue, inferred: bool, counted: bool) -> str:
    """Why a person should look; '' when nothing calls for it."""
    reasons = []
    if value.year_is_lost:
        reasons.append(YEAR_LOST)
    first = value.earliest
    if first is not None and first.year > LAST_YEAR:
        reasons.append(f"{FAR_YEAR} {first.year}")
    if inferred and not value.year_is_lost:
        reasons.append(YEAR_INFERRED)
    if counted:
        reasons.append(COUNTED)
    return "; ".join(reasons)


def act_weight(words: Gazetteer) -> clause.Weight:
    """How much words matter as the words of an act; "said" is no act but the shell of one."""

    def weigh(text: str) -> int:
        return max((1 if act.key == "say" else act.weight + 1 for act in words.acts(text)), default=0)

    return weigh


def _importance(main: Act | None, actors: Sequence[Actor]) -> int:
    if main is None:
        return 1
    states = {a.side for a in actors if a.kind != "person"} - {"third"}
    return main.weight if len(states) == 2 else min(main.weight, 2)


def _told(event: Event, dates: set[int]) -> str:
    """The words of the event's own clause: without what hangs on it, and without what was said in it."""
    apart = (
        ("relcl", "appos")
        if not event.is_clause
        else ("relcl", "appos", "advcl", "conj", "parataxis", "ccomp")
    )
    skipped = {
        t.i for c in event.head.subtree if c.dep_ in apart and c != event.head
        and (c.dep_ in ("relcl", "appos") or c.head == event.head) for t in c.subtree
    }  # fmt: skip
    return " ".join(t.text for t in event.head.subtree if t.i not in skipped and t.i not in dates)


def _within(hits: Sequence[Hit], event: Event) -> list[Hit]:
    tokens = list(event.head.subtree) + (list(event.subject.subtree) if event.subject is not None else [])
    spans = [(t.idx, t.idx + len(t)) for t in tokens]
    return [h for h in hits if not h.is_place and any(s < h.end and h.start < e for s, e in spans)]


def _inside(hit: Hit, subject: Token, parsed: Doc) -> bool:
    return any(t.idx < hit.end and hit.start < t.idx + len(t) for t in subject.subtree)


def _unique(actors: Iterable[Actor]) -> list[Actor]:
    return list(dict.fromkeys(actors))


def _title(parsed: Doc, event: Event, dates: set[int], people: set[int], resolve: title.Resolve) -> str:
    """The title of the event's own clause, else of the whole sentence, else the sentence's first words."""
    for told in filter(None, (event, clause.main_clause(parsed))):
        written = title.write(told, dates, people, resolve)
        if len(written.split()) >= (3 if told.is_clause else 2) and (
            told.subject is not None or not told.is_clause
        ):
            return written
    return title.cut_words(t for t in parsed if t.i not in dates)


def _resolver(here: Sequence[Hit], near: Sequence[Sequence[Hit]]) -> title.Resolve:
    """What pronouns and "the two countries" stand for, told by who was named before them."""

    def candidates(token: Token) -> list[Actor]:
        """Whom a pronoun may mean, the likeliest first: for the subject of the sentence, whom the one before
        begins with; for that of a clause, whom this sentence named last; for others, whom it named first."""
        subject = _subject_of_clause(token)
        not_itself = {t.idx for t in subject.subtree} if subject is not None else set()
        before = [
            h.actor for h in here if h.end <= token.idx and not h.is_place and h.start not in not_itself
        ]
        earlier = [h.actor for hits in near for h in hits if not h.is_place]
        if token.dep_ not in ("nsubj", "nsubjpass"):
            return before + earlier
        return earlier + before if token.head.dep_ in ("ROOT", "conj") else before[::-1] + earlier

    def resolve(token: Token) -> str | None:
        pair = token if token.lower_ in PAIR else token.head
        if pair.lower_ in PAIR and any(c.lower_ in ("two", "both") for c in pair.children):
            states = {
                actor.side: actor.name for actor in reversed(candidates(token)) if actor.kind == "state"
            }
            if {"afghan", "russian"} <= states.keys():
                both = f"{states['afghan']} and {_with_article(states['russian'])}"
                return both if token == pair else "" if token.dep_ in ("det", "nummod", "predet") else None
        if token.pos_ != "PRON":
            return None
        kinds = _STANDS_FOR.get(token.lower_, ())
        if token.lower_ == "it" and token.dep_ == "nsubjpass":
            return None  # what was signed or built is no state
        found = next((actor for actor in candidates(token) if actor.kind in kinds), None)
        return _with_article(found.name) if found else None

    return resolve


def _subject_of_clause(pronoun: Token) -> Token | None:
    """The subject of the clause of an object pronoun: "them" in "Russia met them" is not Russia."""
    verb = pronoun
    while verb.pos_ not in ("VERB", "AUX") and verb.head != verb:
        verb = verb.head
    subject = clause.own_subject(verb)
    return None if subject is None or subject == pronoun else subject


def _with_article(name: str) -> str:
    takes_one = name.endswith(("Union", "States", "Empire", "Taliban", "Alliance", "Nations", "Mujahideen"))
    return f"the {name}" if takes_one else name
