"""The headline of an event: subject, verb and what is needed to understand them, in at most 12 words."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from spacy.tokens import Token

from timeline.events.clause import Event

LONGEST = 12  # words
_NEEDED = (
    "dobj",
    "attr",
    "acomp",
    "oprd",
    "dative",
    "xcomp",
    "ccomp",
    "agent",
    "prt",
    "neg",
    "pobj",
    "pcomp",
    "prep",
    "advmod",
)
_DROPPED = frozenset(("relcl", "appos", "advcl", "parataxis", "dep", "meta", "intj", "preconj"))
_KEPT_ADVERBS = frozenset(
    [
        "not",
        "never",
        "first",
        "back",
        "away",
        "again",
        "apart",
        "closer",
        "together",
        "out",
        "up",
        "down",
        "off",
        "over",
    ]
)
_NO_END = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "with",
        "from",
        "and",
        "or",
        "but",
        "as",
        "its",
        "his",
        "her",
        "their",
        "that",
        "this",
        "into",
        "over",
        "under",
        "between",
        "than",
        "about",
        "against",
        "after",
        "before",
        "during",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "has",
        "have",
        "had",
        "not",
        "who",
        "which",
        "when",
        "while",
    ]
)
# A pronoun or "the two countries" → what it stands for ('' for a word that goes with it), None for any other.
Resolve = Callable[[Token], str | None]


def write(event: Event, dates: Collection[int], people: Collection[int], resolve: Resolve) -> str:
    """The title of ``event``. ``dates`` are the numbers of the tokens that stay out of it (date expressions),
    ``people`` of those that name a person."""
    if not event.is_clause:
        chosen = _phrase(event.head, dates, keep_clauses=True)
        return _headline(_shorten([chosen]), resolve)
    verb = event.head
    auxiliaries = [
        c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg") and c.i < verb.i and c.tag_ != "TO"
    ]
    parts: list[list[Token]] = [[*auxiliaries, verb]]
    said_before = [c for c in verb.children if c.dep_ == "ccomp" and c.i < verb.i]
    for child in [*said_before, *(c for c in verb.children if c.i > verb.i)]:
        if child.dep_ not in _NEEDED or child.i in dates:
            continue
        if child.dep_ == "advmod" and child.lower_ not in _KEPT_ADVERBS:
            continue
        words = _phrase(child, dates, keep_clauses=child.dep_ in ("ccomp", "xcomp"))
        if len(words) == 1 and child.dep_ == "prep":
            continue  # its object was the date
        parts.append(words)
    if event.subject is not None:
        named = _subject_words(event.subject, dates, people, sum(map(_count, parts)))
        parts.insert(0, named or _person_before(verb, people))
    return _headline(_shorten(parts), resolve)


def cut_words(words: Iterable[Token]) -> str:
    """The first words of a sentence that no clause could be made out in."""
    kept = list(words)
    while kept and (kept[0].pos_ in ("ADP", "SCONJ", "CCONJ", "ADV", "PUNCT", "SPACE")):
        kept = kept[1:]
    return _headline(_cut(kept, LONGEST), lambda token: None)


def _subject_words(
    subject: Token, dates: Collection[int], people: Collection[int], others: int
) -> list[Token]:
    """The subject whole where it fits beside the ``others`` words of the title, else its name or its head."""
    words = _phrase(subject, dates)
    if _count(words) <= max(5, LONGEST - others):
        return words
    person = next(
        (t for t in subject.subtree if t.i in people and _stands_for(t, subject) and t.dep_ != "compound"),
        None,
    )
    if person is not None:  # "President Putin's envoy to Afghanistan, Zamir Kabulov"
        return [
            t
            for t in person.subtree
            if t == person or (t.head == person and t.dep_ == "compound" and t.i in people)
        ]
    beside = ("compound", "amod", "poss", "nummod")
    kept = (t for t in words if t == subject or t.dep_ == "case" or (t.head == subject and t.dep_ in beside))
    return list(kept)[-6:]


def _person_before(verb: Token, people: Collection[int]) -> list[Token]:
    """The person named last before ``verb``: who acts, where the parser took another for it."""
    last = max((i for i in people if i < verb.i), default=None)
    if last is None:
        return []
    first = last
    while first - 1 in people:
        first -= 1
    return list(verb.doc[first : last + 1])


def _stands_for(person: Token, subject: Token) -> bool:
    """Whether a person's name is the head of the subject or in apposition somewhere in it."""
    if person == subject:
        return True
    while person != subject and person.dep_ not in ("acl", "relcl", "poss", "agent"):
        if person.dep_ == "appos":
            return True
        person = person.head
    return False


def _phrase(head: Token, dates: Collection[int], keep_clauses: bool = False) -> list[Token]:
    """The tokens below ``head`` that a headline needs, in order."""
    return sorted(_below(head, dates, keep_clauses), key=lambda t: t.i)


def _below(head: Token, dates: Collection[int], keep_clauses: bool) -> Iterator[Token]:
    if head.i in dates:
        return
    kept = [
        c for c in head.children if not (c.dep_ in _DROPPED or c.is_bracket or c.is_quote or c.i in dates)
    ]
    if not keep_clauses:
        kept = [c for c in kept if c.dep_ != "acl" or c.i > head.i]
    objects = [c for c in head.children if c.dep_ in ("pobj", "pcomp")]
    if head.dep_ == "prep" and objects and all(c.i in dates for c in objects):
        return  # a preposition whose object is the date
    if not any(c.dep_ == "conj" for c in kept):
        kept = [c for c in kept if c.dep_ != "punct" or c.text in "-–"]
    below = [list(_below(child, dates, keep_clauses)) for child in kept]
    yield head
    for words in below:
        yield from words


def _shorten(parts: list[list[Token]]) -> list[Token]:
    """As many whole parts as fit; the one that does not fit is cut at a boundary of its own."""
    chosen: list[Token] = []
    for part in parts:
        room = LONGEST - _count(chosen)
        if _count(part) <= room:
            chosen += part
        elif room >= 3 or not chosen:
            chosen += _cut(part, max(room, 3))
            break
        else:
            break
    return chosen


def _cut(words: list[Token], room: int) -> list[Token]:
    cut: list[Token] = []
    for token in words:
        if _count([*cut, token]) > room:
            break
        cut.append(token)
    # never end before the word that the last one belongs to: "… said that Russian influence"
    if len(cut) == len(words):
        return cut
    while cut and (cut[-1].lower_ in _NO_END or cut[-1].is_punct or _waits(cut[-1], cut)):
        cut.pop()
    return cut


def _waits(token: Token, cut: list[Token]) -> bool:
    return (token.head.i > token.i and token.head not in cut) or token.dep_ == "case"


def _count(words: Iterable[Token]) -> int:
    return sum(not (t.is_punct or t.tag_ == "POS" or t.text.startswith(("'", "’"))) for t in words)


def _headline(words: list[Token], resolve: Resolve) -> str:
    words = [t for t in words if not t.is_space]
    while words and (
        words[0].is_punct or words[0].dep_ in ("cc", "mark") or words[0].lower_ in ("the", "a", "an")
    ):
        words = words[1:]
    while words and (words[-1].is_punct or words[-1].lower_ in _NO_END):
        words = words[:-1]
    pieces: list[str] = []
    for number, token in enumerate(words):
        known = resolve(token)
        text = token.text if known is None else known
        glued = number + 1 < len(words) and words[number + 1].i == token.i + 1 and not token.whitespace_
        pieces.append(text + ("" if glued else " "))
    return _tidy("".join(pieces))


def _tidy(text: str) -> str:
    text = re.sub(r"[“”\"«»\[\]()]", "", text)
    text = re.sub(r"\s+([,;:.'’])", r"\1", text)
    text = re.sub(r"(?:,\s*)+", ", ", text)
    text = re.sub(r"\s+", " ", text).strip(" ,;:.–—-").removeprefix("the ")
    return text[:1].upper() + text[1:]
