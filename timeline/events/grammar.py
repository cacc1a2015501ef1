"""What of a parse tells subjects, clauses and the words of a date."""

from __future__ import annotations

from spacy.tokens import Doc, Span, Token

CLAUSES = ("VERB", "AUX")
NOUNS = ("NOUN", "PROPN")
_PERIODS = frozenset(["period", "years", "time", "decade", "era", "months", "span", "interval"])


def verb_above(token: Token) -> Token | None:
    """The verb of the clause around ``token``; of "was forced to leave", "helped Russia to take the
    town" and "speaking in 1979, he said" the one that acts."""
    while True:
        if token.pos_ in CLAUSES:
            of_period = (
                token.dep_ == "acl" and token.head.lower_ in _PERIODS
            )  # "the period covering 1979–1989"
            bare = token.dep_ in ("xcomp", "advcl", "aux", "auxpass") and own_subject(token) is None
            asked = (
                token.dep_ == "ccomp" and token.tag_ == "VB" and any(c.tag_ == "TO" for c in token.children)
            )
            if not (of_period or bare or asked):
                return token
        if token.head == token:
            return token if token.pos_ in CLAUSES else None
        token = token.head


def coordinated(verb: Token) -> list[Token]:
    found: list[Token] = []
    current = verb
    while True:
        following = next((c for c in current.children if c.dep_ == "conj" and c.pos_ in CLAUSES), None)
        if following is None:
            return found
        found.append(following)
        current = following


def own_subject(verb: Token) -> Token | None:
    """The subject that a verb has itself, not by way of another verb; of several, the one next to it."""
    own = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass", "csubj")]
    if not own and verb.dep_ == "ROOT" and verb.tag_ in ("VBD", "VBZ", "VBP"):
        return _behind_comma(verb)
    return next((c for c in reversed(own) if c.i < verb.i), own[0] if own else None)


def _behind_comma(verb: Token) -> Token | None:
    """ "the envoys" of "In the city of Herat, the envoys met …", which the model takes for more of the place."""
    comma = next(
        (t for t in reversed(list(verb.lefts)) for t in reversed(list(t.subtree)) if t.text == ","), None
    )
    if comma is None or not any(c.dep_ == "prep" and c.i < comma.i for c in verb.children):
        return None
    subject = verb.doc[comma.i + 1 : verb.i].root if comma.i + 1 < verb.i else comma
    return subject if subject.pos_ in NOUNS and subject.dep_ in ("conj", "appos", "pobj") else None


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one that it shares with the clause it hangs on."""
    own = own_subject(verb)
    if own is not None:
        return verb.head if own.tag_ in ("WDT", "WP") and verb.dep_ == "relcl" else own
    if verb.dep_ in ("conj", "xcomp", "advcl") and verb.head != verb:
        return subject_of(verb.head)
    return verb.head if verb.dep_ in ("relcl", "acl") else None


def governor_of(date: Span) -> Token:
    """The word that a date hangs on, by way of no more than a preposition."""
    token = date.root
    while token.head != token and (
        date.start <= token.i < date.end or token.pos_ in ("ADP", "SCONJ", "NUM", "PART")
    ):
        token = token.head
    return token


def span_at(doc: Doc, start: int, end: int) -> Span:
    """The tokens that ``doc.text[start:end]`` touches."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return span if span is not None else doc[0:1]
