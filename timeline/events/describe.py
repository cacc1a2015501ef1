"""A dated sentence → what the timeline says of it: title, actors, category, place, importance, confidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from timeline.dates.value import DateValue
from timeline.events import prune, title
from timeline.events.antecedent import Antecedents
from timeline.events.doubts import NO_SUBJECT, SLIGHT
from timeline.events.english import ARTICLES
from timeline.events.event import Event
from timeline.events.gazetteer import Gazetteer, Hit
from timeline.events.grammar import span_at
from timeline.events.nouns import Weight
from timeline.events.select import FAR_YEAR, ONE_OF_BOTH
from timeline.events.told_before import ToldBefore
from timeline.table.schema import JOIN
from timeline.topic import THIRD, Act, Actor

YEAR_LOST = "year lost"
YEAR_INFERRED = "year inferred from a date before"
COUNTED = "date counted from another event"
IMPOSSIBLE_YEAR = "impossible year"


@dataclass(frozen=True, slots=True)
class Description:
    """What the timeline says of one mention."""

    title: str
    doubts: tuple[str, ...]
    category: str
    place: str
    actors: tuple[str, ...]
    subjects: tuple[str, ...]
    titled: tuple[str, ...]
    acts: tuple[str, ...]
    importance: int


def describe(
    parsed: Doc,
    told: Sequence[Event],
    dates: set[int],
    here: Sequence[Hit],
    near: Sequence[Sequence[Hit]],
    heading: Sequence[Hit],
    before: ToldBefore,
    days: tuple[str, str],
    nearness: float,
    leads: bool,
    words: Gazetteer,
) -> tuple[Description, Event]:
    """Describe the best of the events ``told`` by the sentence ``parsed``. ``here`` are the actors named in
    it, ``near`` those of the sentences ``before`` it (the nearest first), ``heading`` those of its list, ``dates`` the token numbers of its
    date expressions; ``days`` the first and the last that it may
    have happened on; ``nearness`` says how near it both sides are named (0–1), ``leads`` whether its document begins
    with it. Returns the event too."""
    text = parsed.text  # made anew at every asking
    starts = [token.idx for token in parsed]
    names = title.Names(
        all=named_tokens(starts, here),
        sided=named_tokens(starts, (h for h in here if h.actor.side in words.two_sides)),
        people=named_tokens(starts, (h for h in here if _goes_by_last_name(h, text))),
    )
    named, event = title.best(
        told, parsed, dates, names, Antecedents(here, near, before, days, words, heading)
    )
    named = replace(named, text=_in_full(named.text, parsed, text, here))
    acts = words.acts(own_words(event, dates)) or words.acts(named.text)
    acting = _unique(hit.actor for hit in _within(here, event))
    actors = acting + [a for a in _unique(h.actor for h in here if not h.is_place) if a not in acting]
    if len({a.side for a in actors} - {THIRD}) < 2:
        actors += [
            a
            for a in _unique(h.actor for hits in (*near, heading) for h in hits if not h.is_place)
            if a not in actors
        ][:2]
    subjects = _unique(h.actor for h in here if event.subject is not None and _inside(h, event.subject))
    main = next(iter(acts or words.acts(text)), None)
    described = Description(
        title=named.text,
        doubts=named.doubts,
        category=main.category if main else words.topic.default_category,
        place=words.place(text),
        actors=tuple(a.name for a in actors[:6]),
        subjects=tuple(a.name for a in subjects),
        titled=tuple(a.name for a in _unique(h.actor for h in words.actors(named.text, *days))),
        acts=tuple(a.key for a in acts),
        importance=_importance(main, nearness, leads),
    )
    return described, event


def _goes_by_last_name(hit: Hit, text: str) -> bool:
    """Kabulov is Zamir Kabulov; Rahman is not Abdur Rahman."""
    called = text[hit.start : hit.end].removesuffix("'s").removesuffix("’s")
    return hit.actor.kind == "person" and called.split()[-1] in hit.actor.aliases


def confidence(concerns: float, value: DateValue, inferred: bool, doubts: Sequence[str]) -> float:
    """How likely the event is real, on topic and rightly dated, 0–1: ``concerns`` says how likely it is on topic.

    The figures are the shares that were right among the passages of ``tests/passages/dev`` and five articles;
    ``python -m tests.benchmarks events`` measures what they are worth elsewhere.
    """
    dated = 0.55 if value.year_is_lost else 0.8 if inferred else 0.95
    score = concerns * dated * (0.9 if NO_SUBJECT in doubts else 1)
    return round(max(0.05, score), 2)


def review(value: DateValue, inferred: bool, counted: bool, doubts: Sequence[str]) -> str:
    """Why a person should look; '' when nothing calls for it."""
    reasons = []
    if value.year_is_lost:
        reasons.append(YEAR_LOST)
    first = value.earliest
    if first is not None and first.year > FAR_YEAR:
        reasons.append(f"{IMPOSSIBLE_YEAR} {first.year}")
    if inferred and not value.year_is_lost:
        reasons.append(YEAR_INFERRED)
    if counted:
        reasons.append(COUNTED)
    if serious := [doubt for doubt in doubts if doubt not in SLIGHT]:
        reasons.append(f"title: {', '.join(serious)}")
    return JOIN.join(reasons)


def act_weight(words: Gazetteer) -> Weight:
    """How much words matter as the words of an act; "said" is no act but the shell of one."""

    def weigh(text: str) -> int:
        return max((1 if act.says else act.weight + 1 for act in words.acts(text)), default=0)

    return weigh


def _importance(main: Act | None, nearness: float, leads: bool) -> int:
    """1–3 by the kind of act; less where the sentence does not name both sides, more where it leads a text."""
    if main is None:
        return 1
    weight = main.weight if nearness >= ONE_OF_BOTH else min(main.weight, 2)
    return min(3, weight + (leads and weight < 3))


def own_words(event: Event, dates: Collection[int]) -> str:
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


def _inside(hit: Hit, subject: Token) -> bool:
    return any(t.idx < hit.end and hit.start < t.idx + len(t) for t in subject.subtree)


def named_tokens(starts: Sequence[int], hits: Iterable[Hit]) -> frozenset[int]:
    """The numbers of the tokens that begin in ``hits``; ``starts`` is where each token begins."""
    return frozenset(
        number for h in hits for number in range(bisect_left(starts, h.start), bisect_left(starts, h.end))
    )


def _in_full(headline: str, parsed: Doc, text: str, here: Sequence[Hit]) -> str:
    """ "Supreme Court of Russia" for "Supreme Court", where nothing else in the headline says whose it is."""
    for hit in here:
        alias = text[hit.start : hit.end]
        others = (text[h.start : h.end] for h in here if h.actor.side == hit.actor.side and h != hit)
        if hit.actor.kind != "group" or not hit.actor.name.startswith(f"{alias} "):
            continue
        name = _possessive(hit.actor.name) if _stands_before_noun(parsed, hit) else hit.actor.name
        full = headline.replace(alias, name, 1)
        if len(full.split()) > prune.LONGEST:
            full = " ".join(word for word in full.split() if word not in ARTICLES)
        if not any(other in headline for other in others) and len(full.split()) <= prune.LONGEST:
            return full
    return headline


def _stands_before_noun(parsed: Doc, hit: Hit) -> bool:
    """ "Supreme Court" of "the Supreme Court decision" """
    last = span_at(parsed, hit.start, hit.end)[-1]
    return last.dep_ == "compound" and last.head.i > last.i


def _possessive(name: str) -> str:
    return f"{name}’" if name.endswith("s") else f"{name}’s"


def _unique(actors: Iterable[Actor]) -> list[Actor]:
    return list(dict.fromkeys(actors))
