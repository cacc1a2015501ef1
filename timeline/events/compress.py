"""A clause or noun phrase → the words of it that a headline needs, in its order."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from spacy.tokens import Token

from timeline.events.english import (
    AGREEING,
    DATING_OF,
    GUESSING,
    IDLE,
    OF_TIME,
    SAID_INSTEAD,
    SAYING,
    TELLING,
)
from timeline.events.prune import Branches, Words

# What never stands in a headline: asides, and clauses beside the one that is told.
_ASIDE = frozenset(("appos", "advcl", "parataxis", "dep", "meta", "intj", "preconj", "predet", "csubj"))


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
            child.dep_ == "npadvmod" and (has_object or _is_time(child) or _behind_punct(child))
        ):
            continue
        if child.dep_ == "cc" or (child.dep_ == "conj" and not (alone and _shares_subject(child))):
            continue  # but "signed and ratified the treaty"
        if child.dep_ == "conj":
            parts += [[c for c in verb.children if c.dep_ == "cc"], _grown(child, silent)]
        elif _is_kept(child, verb, silent):
            parts.append(_grown(the_point(child), silent))
    settings = [c for c in verb.children if c.i < verb.i and _is_setting(c)]
    acting = {*silent, *(t.i for t in subject.subtree)} if subject is not None else silent
    parts += [_grown(setting, acting) for setting in settings]
    core = {verb, *group}
    if subject is not None:
        apart = (
            {t.i for t in verb.subtree} if subject.is_ancestor(verb) else set()
        )  # "the talks that took place"
        parts.insert(0, _grown(subject, {*silent, *apart}))
        core.add(subject)
    core |= {c for c in told if c.dep_ == "advcl" and _is_purpose(c) and verb.lower_ in AGREEING}
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


def _sorted(words: Words) -> Words:
    return sorted(words, key=lambda token: token.i)


def _grown(head: Token, silent: Collection[int]) -> Words:
    return list(_below(head, silent))


def _below(head: Token, silent: Collection[int]) -> Iterator[Token]:
    if head.i in silent:
        return
    if head.dep_ in ("prep", "agent") and _is_of_dates(head, silent):
        return  # its object was the date
    if head.dep_ == "acl" and _says_only_when(head, silent):
        return  # "a decree dated 25 June", "the treaty signed in 1921"
    yield head
    kept = [c for c in head.children if _is_kept(c, head, silent)]
    listed = any(c.dep_ == "conj" for c in kept)
    for child in kept:
        if child.dep_ == "punct" and not listed and child.text not in "-–/":
            continue
        if child.dep_ == "cc" and not listed and head.lower_ not in ("less", "more"):
            continue  # but "a year or less"
        yield from _below(child, silent)


def _is_of_dates(prep: Token, silent: Collection[int]) -> bool:
    """Whether nothing is left behind a preposition; but "to and from Afghanistan", "looked on", "flew out"."""
    objects = [c for c in prep.children if c.dep_ in ("pobj", "pcomp", "prep", "advmod", "amod")]
    joined = [c for c in prep.children if c.dep_ == "conj"]
    if not objects and not joined:
        behind = prep.doc[prep.i + 1 : prep.i + 2]
        return any(t.i in silent or t.is_space for t in behind)
    return all(c.i in silent for c in objects) and all(_is_of_dates(c, silent) for c in joined)


def _says_only_when(participle: Token, silent: Collection[int]) -> bool:
    told = [c for c in participle.children if not (c.is_punct or c.dep_ in ("advmod", "cc"))]
    dates = participle.lower_ in DATING_OF or (participle.tag_ == "VBN" and bool(told))
    return dates and all(
        c.i in silent or (c.dep_ == "prep" and all(t.i in silent for t in c.children)) for c in told
    )


def _is_kept(child: Token, head: Token, silent: Collection[int]) -> bool:
    if (
        child.i in silent
        or child.is_space
        or child.is_bracket
        or (child.is_quote and child.tag_ != "POS")
        or (child.dep_ in _ASIDE - {"advcl", "appos"} and child.lower_ != "half")
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
    if child.dep_ == "appos":  # "the physicist Andrei Sakharov", but no aside
        beside = child.left_edge.i == head.i + 1
        return beside and child.pos_ == "PROPN" and head.pos_ == "NOUN"
    if child.dep_ == "advcl":
        return _is_purpose(child) and child.i > head.i
    if is_attribution(child):
        return False
    if child.dep_ == "prep" and any(c.dep_ == "pcomp" and _asks(c) for c in child.children):
        return False  # "with whatever government comes next"
    if child.dep_ == "relcl":  # set off by a comma it only adds something; with a conjunction it is none
        joined = any(c.dep_ == "mark" or (c.tag_ == "IN" and c.dep_ != "prep") for c in child.children)
        return not joined and not child.doc[child.left_edge.i - 1].is_punct
    if child.lower_ == "more" and any(c.lower_ == "once" for c in child.children):
        return False
    if (
        child.lower_ in GUESSING
        and child.i + 2 < len(child.doc)
        and child.nbor().pos_ == "ADP"
        and child.nbor(2).i in silent
    ):
        return False  # "probably on 31 March": it is the date that is doubtful
    if child.dep_ == "advmod":
        compares = child.tag_ in ("RBR", "RBS") or any(c.tag_ == "RBR" for c in child.children)
        telling = child.lower_ in TELLING or compares or child.tag_ == "WRB"
        return telling or head.pos_ in ("NUM", "ADJ", "ADP", "ADV")
    if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"):
        return head.pos_ not in ("VERB", "AUX")
    return True


def is_attribution(phrase: Token) -> bool:
    """ "according to the paper", "by one account": it only says who says so."""
    if phrase.dep_ not in ("prep", "agent"):
        return False
    accounts = any(c.dep_ == "pobj" and c.lower_ in ("account", "accounts") for c in phrase.children)
    return phrase.lower_ == "according" or (phrase.lower_ in ("by", "in") and accounts)


def _asks(clause: Token) -> bool:
    return any(t.tag_ in ("WDT", "WP") for t in clause.subtree)


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
    noun = verb.head
    subject = next((c for c in verb.children if c.dep_ == "nsubj"), None)
    bare = (
        subject is not None and subject.left_edge.i == noun.i + 1
    )  # "the complaint Moscow had against Kabul"
    if not bare and not any(c.dep_ == "dobj" and c.tag_ in ("WDT", "WP") for c in verb.children):
        return None
    if noun.pos_ == "PROPN" and noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN":
        return noun.head.head  # "the agreement with Russia, which Afghanistan signed"
    return noun


def _shares_subject(verb: Token) -> bool:
    return not any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in verb.children)


def _behind_punct(phrase: Token) -> bool:
    return phrase.left_edge.i > 0 and phrase.doc[phrase.left_edge.i - 1].is_punct


def _is_time(phrase: Token) -> bool:
    return any(t.lower_ in OF_TIME for t in phrase.subtree)


def _is_purpose(clause: Token) -> bool:
    """ "to review the threat" """
    return any(c.tag_ == "TO" for c in clause.children) and not any(c.dep_ == "mark" for c in clause.children)
