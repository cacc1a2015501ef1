"""The words chosen for a headline → its text: names for pronouns, small letters, nothing dangling."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from timeline.events.english import NO_END, SMALL, TELLING
from timeline.events.event import Event
from timeline.events.prune import LONGEST, count

Resolve = Callable[[Token], str | None]


def text_of(
    words: Sequence[Token],
    replaced: Mapping[int, str],
    resolve: Resolve,
    event: Event,
    names: Collection[int],
) -> str:
    """The headline. ``replaced`` are words that became others, by the numbers of their tokens, ``names`` the
    numbers of the tokens that name an actor."""
    inside = _inside(event, names)

    def named(token: Token) -> str | None:
        return None if token.i in inside else resolve(token)

    return _tidy(_joined(_without_stray_commas(words), replaced, named, names))


def _without_stray_commas(words: Sequence[Token]) -> list[Token]:
    """Commas stand in lists; one behind which an aside is gone stands between nothing."""
    kept = {token.i for token in words}

    def joins(comma: Token) -> bool:
        behind = next((t for t in words if t.i > comma.i), None)
        if comma.i - 1 not in kept or behind is None:
            return False
        return all(t.dep_ in ("det", "compound") for t in comma.doc[comma.i + 1 : behind.i])

    return [token for token in words if token.text != "," or joins(token)]


def _inside(event: Event, names: Collection[int]) -> set[int]:
    """The pronouns that may stay, since the headline names before them whom they mean."""
    subject = event.subject
    if not event.is_clause or subject is None:
        return set()
    own = {t.i for t in subject.subtree if not any(a.dep_ in ("relcl", "acl") for a in up_to(t, subject))}
    several = (
        subject.tag_ in ("NNS", "NNPS")
        or subject.i in names
        or any(c.dep_ == "conj" for c in subject.children)
    )
    kept = {*event.head.subtree, *subject.subtree}
    return {
        t.i for t in kept if (t.i not in own or (t.dep_ == "poss" and t.head.dep_ == "conj" and subject.i in names))
        and (
            (t.dep_ == "poss" and t.pos_ == "PRON" and (several or t.lower_ != "their"))
            or (t.dep_ in ("nsubj", "nsubjpass") and t.head != event.head)
        )
    }  # fmt: skip


def cut_words(words: Iterable[Token]) -> str:
    """The first words of a sentence that no clause could be made out in."""
    kept = [t for t in words if not t.is_space]
    while kept and kept[0].pos_ in ("ADP", "SCONJ", "CCONJ", "ADV", "PUNCT"):
        kept = kept[1:]
    return _tidy(_joined(cut(kept), {}, lambda token: None))


def cut(words: Sequence[Token]) -> list[Token]:
    """As many first words as fit, not ending before the word that the last one belongs to."""
    kept: list[Token] = []
    for token in words:
        if count([*kept, token]) > LONGEST:
            break
        kept.append(token)
    if len(kept) == len(words):
        return kept
    while kept and (kept[-1].lower_ in NO_END or kept[-1].is_punct or _waits(kept[-1], kept)):
        kept.pop()
    return kept


def _waits(token: Token, kept: Sequence[Token]) -> bool:
    return (token.head.i > token.i and token.head not in kept) or token.dep_ == "case"


def trimmed(words: Sequence[Token]) -> list[Token]:
    """The words without what no headline begins or ends with."""
    kept = [t for t in words if not t.is_space]
    while kept and (
        kept[0].is_punct
        or kept[0].text == "|"
        or kept[0].dep_ in ("cc", "mark")
        or kept[0].lower_ in ("the", "a", "an")
    ):
        kept = kept[1:]
    while kept and _ends_in_nothing(kept[-1]):
        kept = kept[:-1]
    return kept


def _ends_in_nothing(token: Token) -> bool:
    """Whether no headline ends so; but "was sworn in", "looked on"."""
    return (token.is_punct and token.text != "%") or (token.lower_ in NO_END and token.dep_ != "prt")


def up_to(token: Token, top: Token) -> Iterator[Token]:
    """The token and what stands above it, below ``top``."""
    while token != top:
        yield token
        token = token.head


def _joined(
    words: Sequence[Token], replaced: Mapping[int, str], resolve: Resolve, names: Collection[int] = ()
) -> str:
    pieces: list[str] = []
    for number, token in enumerate(words):
        text = replaced.get(token.i)
        if text is None:
            known = resolve(token)
            own = token.lower_ if _is_small(token, names) else token.text
            text = own if known is None else known
        if number + 1 < len(words) and _in_a_row(token, words[number + 1]):
            text += ","
        glued = number + 1 < len(words) and words[number + 1].i == token.i + 1 and not token.whitespace_
        pieces.append(text + ("" if glued else " "))
    return "".join(pieces)


def _is_small(token: Token, names: Collection[int]) -> bool:
    """Whether a word that began a sentence is no name, and stands elsewhere in the headline in small letters."""
    if token.lower_ in SMALL | TELLING:
        named = token.dep_ in ("amod", "compound") and token.head.pos_ == "PROPN" and token.is_title
        return not (named or token.i in names)
    return token.pos_ == "PRON" and token.lower_ != "i"


def _in_a_row(one: Token, other: Token) -> bool:
    """ "Russian, American and Afghan officers", "frontier protocol, London" """
    beside = other.i == one.i + 2 and other.nbor(-1).text == ","
    place = (
        one.pos_ == "NOUN" and other.pos_ == "PROPN" and other.dep_ in ("npadvmod", "appos", "conj", "dep")
    )
    return beside and (place or one.dep_ == other.dep_ == "amod")


def _tidy(text: str) -> str:
    text = re.sub(r"[“”\"«»\[\]()]", "", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"\s+([,;:.'’])", r"\1", text)
    text = re.sub(r"(?:,\s*){2,}", ", ", text)
    text = re.sub(r",?\s[–—-](?=\s)", "", text)  # a dash between words joins nothing any more
    text = re.sub(r"^(?:the|an?) ", "", text.strip(" ,;:.–—-"))
    return text[:1].upper() + text[1:]
