"""Verb groups in the simple past, a timeline's tense: "had met" → "met", "have been growing" → "grew"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lemminflect import getInflection, getLemma
from spacy.tokens import Token

_HAVE = frozenset(("have", "has", "had", "having", "’ve", "'ve", "’d", "'d"))
_DO = frozenset(("do", "does", "did"))
_BE = frozenset(("be", "is", "are", "was", "were", "been", "being", "am"))


def simple_past(verb: Token, subject: Token | None) -> Mapping[int, str]:
    """What the words of the group of ``verb`` become: token number → text, '' for a word that goes.

    Groups with a modal or a negation stay as they are: they would say another thing.
    """
    group = sorted((c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg")), key=lambda t: t.i)
    before = [t for t in group if t.i < verb.i]
    would = any(t.lower_ == "would" for t in before) and not any(t.lower_ == "have" for t in before)
    modal = any(t.tag_ == "MD" for t in group) and not would
    if modal or any(t.dep_ == "neg" or t.tag_ == "TO" for t in group):
        return {}
    have = [t for t in before if t.lower_ in _HAVE]
    be = [t for t in before if t.lower_ in _BE]
    passive = any(t.dep_ == "auxpass" for t in before)
    gone = dict.fromkeys((t.i for t in before), "")
    if verb.lower_ in _BE:  # "has been an ally"
        return {**gone, verb.i: _was(subject)}
    if passive:
        if be and (
            have or would or len(be) > 1 or be[-1].lower_ == "being"
        ):  # "has been signed", "being built"
            return {**gone, be[-1].i: _was(subject)}
        return {}
    if not before and verb.tag_ == "VBN":
        if any(c.dep_ == "dobj" for c in verb.children) or (
            verb.dep_ != "acl" and (subject is None or subject.dep_ == "nsubj")
        ):
            return {}  # the tagger took a past tense for a participle
        return {verb.i: f"{_was(subject)} {verb.text}"}  # "a treaty signed in Kabul"
    did = any(t.lower_ in _DO for t in before)
    bare = did or ((would or not before) and (verb.tag_ in ("VBG", "VB") or _is_bare(verb, subject)))
    if have or be or bare:
        past = _past(verb)
        return {**gone, verb.i: past} if past else {}
    return {}


def _is_bare(verb: Token, subject: Token | None) -> bool:
    """ "cross" in "1929 saw a column cross the river" """
    return (
        verb.tag_ == "VBP" and verb.dep_ == "ccomp" and subject is not None and subject.tag_ in ("NN", "NNP")
    )


def _past(verb: Token) -> str:
    lemmas = getLemma(verb.lower_, upos="VERB")
    forms: Sequence[str] = getInflection(lemmas[0], tag="VBD") if lemmas else ()
    return forms[0] if forms else ""


def _was(subject: Token | None) -> str:
    if subject is None:
        return "was"
    plural = subject.tag_ == "NNS" or (subject.tag_ == "NNPS" and subject.text.endswith("s"))
    several = plural or any(c.dep_ == "conj" for c in subject.children)
    return "were" if several or subject.lower_ in ("they", "these", "those") else "was"
