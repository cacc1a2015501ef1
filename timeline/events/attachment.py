"""Where the model hangs words on the wrong one: components of its pipeline put it right."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Token

from timeline.dates.months import MONTHS
from timeline.events.english import SAYING

SAID_BEHIND_DATE = "said_behind_date"
NUMBERED_NAMES = "numbered_names"
ABOUT_SO_MUCH = "about_so_much"
_ABOUT = frozenset(("about", "around", "over", "under"))
_ORDINALS = frozenset(("first", "second", "third", "fourth", "fifth"))


@Language.component(SAID_BEHIND_DATE)
def said_behind_date(doc: Doc) -> Doc:
    """Hang "that Russia was …" of "told Congress on 9 February 2017 that Russia was …" on what is told; the model
    takes it for more of the month."""
    for token in doc:
        if token.dep_ != "relcl" or not (token.head.like_num or token.head.text in MONTHS):
            continue
        says = next((above for above in token.ancestors if above.lower_ in SAYING), None)
        if says is not None and any(c.lower_ == "that" and c.dep_ == "mark" for c in token.children):
            token.head, token.dep_ = says, "ccomp"
    return doc


@Language.component(NUMBERED_NAMES)
def numbered_names(doc: Doc) -> Doc:
    """Hang the words of "First Anglo-Afghan War" on its last; the model takes them for several things."""
    for token in doc:
        name = _in_capitals_behind(token) if token.lower_ in _ORDINALS else []
        if len(name) < 2 or name[-1].pos_ != "PROPN" or _goes_on(name[-1]):
            continue
        words, last = [token, *name], name[-1]
        outermost = next(word for word in reversed(words) if word.head not in words or word.head == word)
        if last != outermost:
            if outermost.head == outermost:
                continue
            last.head, last.dep_ = outermost.head, outermost.dep_
        for word in words[:-1]:
            for child in [c for c in word.children if c not in words]:
                child.head = last
            if word.head != last or word.dep_ not in ("amod", "compound"):
                word.head, word.dep_ = last, "amod" if word == token else "compound"
    return doc


def _in_capitals_behind(token: Token) -> list[Token]:
    name: list[Token] = []
    for word in token.doc[token.i + 1 :]:
        if not word.text[0].isupper():
            break
        name.append(word)
    return name


def _goes_on(last: Token) -> bool:
    """ "first Soviet Union delegation" is no name."""
    return last.i + 1 < len(last.doc) and last.nbor().pos_ in ("NOUN", "PROPN")


@Language.component(ABOUT_SO_MUCH)
def about_so_much(doc: Doc) -> Doc:
    """Make "nine tenths" of "about nine tenths of the debt was written off" the subject, which the model misses."""
    for token in doc:
        verb = token.head
        if token.lower_ not in _ABOUT or token.dep_ != "prep" or verb.pos_ not in ("VERB", "AUX"):
            continue
        subjects = [c for c in verb.children if c.dep_.startswith(("nsubj", "csubj", "expl"))]
        much = next((c for c in token.children if c.dep_ == "pobj"), subjects[0] if subjects else None)
        if much is None or not token.i < much.i < verb.i or not _is_figure(much):
            continue
        if subjects in ([], [much]):
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            much.head, much.dep_ = verb, "nsubjpass" if passive else "nsubj"
            token.head, token.dep_ = much, "quantmod"
    return doc


def _is_figure(noun: Token) -> bool:
    return noun.like_num or "-" in noun.text or any(t.like_num for t in noun.lefts)
