"""What a clause tells of and did not happen: it is denied, it is supposed, it is asked for or promised."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from timeline.dates.point import Precision
from timeline.dates.value import DateValue
from timeline.events.english import AGREEING, ASKING, DENYING, IF, MODALS, PLEDGING, SAYING, SUPPOSING, UNTRUE
from timeline.events.event import Event
from timeline.events.grammar import verb_above

_PROMISING = ASKING | AGREEING | SUPPOSING
_OWED = frozenset(("was", "were", "is", "are", "had", "has", "have"))  # "was to leave", "had to leave"
_GOVERNED = ("xcomp", "ccomp", "conj")


def is_denied(event: Event) -> bool:
    """Whether it is told not to have happened."""
    return _hangs_on_denial(event.head) or _did_not_happen(event) or _is_untruth(event.head)


def _is_untruth(head: Token) -> bool:
    """ "the march on Kabul is a legend" """
    above = next((t for t in (head, *head.ancestors) if t.lemma_ == "be"), None)
    return above is not None and any(c.dep_ == "attr" and c.lower_ in UNTRUE for c in above.children)


def _hangs_on_denial(verb: Token) -> bool:
    """ "it is not true that …", "claims that … are baseless", "Moscow denies that …": what hangs on a denial."""
    below = verb
    for above in verb.ancestors:
        if below.dep_ in ("ccomp", "acl", "relcl"):
            beside = (above, *(c for c in above.children if c.dep_ in ("neg", "acomp", "attr", "det")))
            if any(t.lower_ in DENYING for t in beside) and below.dep_ != "relcl":
                return True
            if above.pos_ == "NOUN" and any(
                t.lower_ in DENYING for t in above.head.children if t.dep_ == "acomp"
            ):
                return True
        below = above
    return False


def _did_not_happen(event: Event) -> bool:
    """ "did not return", "never sent troops", "no envoy came" """
    if not event.is_clause or event.head.pos_ == "AUX" or event.head.lower_ in SAYING:
        return False
    negated = any(c.dep_ == "neg" and c.i < event.head.i for c in event.head.children)
    nobody = event.subject is not None and any(c.lower_ == "no" for c in event.subject.children)
    return negated or nobody


def is_supposed(verb: Token) -> bool:
    """ "will", "should have", "if …", and orders: what did not happen, or not yet."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    before = [c for c in verb.children if c.i < verb.i]
    if any(c.dep_ == "aux" and c.lower_ in MODALS and not _would_be(c, verb) for c in before):
        return True
    if any(c.lower_ in IF for c in before if c.dep_ == "mark"):
        return True
    subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl", "csubj") for c in verb.children)
    inverted = next((c for c in before if c.dep_ == "aux" and c.lower_ in ("had", "were", "should")), None)
    if inverted is not None and any(c.dep_.startswith("nsubj") and c.i > inverted.i for c in before):
        return True  # "had Russia followed"
    if any(_supposes(above) for above in _governing(verb) if above.pos_ == "VERB"):
        return True
    return (
        verb.tag_ == "VB" and verb.dep_ == "ROOT" and not subject and not any(c.tag_ == "TO" for c in before)
    )


def is_condition(words: Span | None) -> bool:
    """ "if the accords were signed by 15 March": ``words`` date what something hangs on."""
    verb = verb_above(words.root) if words is not None else None
    if verb is None:
        return False
    joined = [verb]  # "if there is none and the army breaks up in 2015"
    while joined[-1].dep_ == "conj":
        joined.append(joined[-1].head)
    return any(c.lower_ in IF and c.dep_ == "mark" for one in joined for c in one.children)


def is_deadline(words: Span | None) -> bool:
    """ "asked him to answer by 20 November", "that they would leave before the year was out": ``words`` date what
    is asked for or promised, whoever does; but "managed to leave by 15 February"."""
    if words is None:
        return False
    above = words.root.head  # the preposition, or the verb behind the conjunction
    if above.lower_ not in ("by", "before") and not any(c.lower_ == "before" for c in above.children):
        return False
    asked = above.head
    if asked.lower_ in PLEDGING or (asked.pos_ == "NOUN" and asked.head.lower_ in PLEDGING):
        return True  # "promised twelve aeroplanes by May"
    promised = asked.dep_ == "ccomp" and any(c.tag_ == "MD" for c in asked.children)
    if asked.lower_ in ASKING | PLEDGING and above.i > asked.i and asked.tag_ in ("VBZ", "VBD"):
        return True  # "promises them arms by May"
    return promised or (_is_infinitive(asked) and _is_asked_for(asked))


def is_appointed(words: Span | None, value: DateValue) -> bool:
    """ "invitations for 4 September": the day that something was planned for."""
    link = words.root.head if words is not None else None
    waited = link is not None and link.head.lower_ in ("waited", "waits")  # for what then came
    if link is None or link.lower_ != "for" or waited:
        return False
    of_noun = link.head.pos_ == "NOUN"  # "turnover for 2023", "plans for May"
    return of_noun or value.precision is Precision.DAY


def _is_infinitive(verb: Token) -> bool:
    joined = verb.dep_ == "conj" and verb.head.tag_ == "VB"  # "to end the aid and leave"
    marked = verb.head if joined else verb
    return verb.tag_ == "VB" and any(c.tag_ == "TO" for c in marked.children)


def _is_asked_for(verb: Token) -> bool:
    """Whether what governs an infinitive asks or promises: "agreed to leave", "a plan to leave", "had to leave"."""
    below, above = verb, verb.head
    while above.lower_ not in _PROMISING and below.dep_ in _GOVERNED and above.tag_ == "VB":
        below, above = above, above.head  # "agreed to begin to leave"
    owed = above.lower_ in _OWED and below.dep_ == "xcomp"
    return above.lower_ in _PROMISING or owed


def _governing(verb: Token) -> Iterator[Token]:
    """The verb and what stands above it, but not above "who came" of "feared the Taliban, who came": that is told
    as a fact."""
    yield verb
    while verb.head != verb and verb.dep_ != "relcl":
        verb = verb.head
        yield verb


def _supposes(verb: Token) -> bool:
    """ "was expected to", "was meant to"; but "meant that" tells what followed."""
    meant = verb.lower_ == "meant" and any(c.dep_ == "auxpass" for c in verb.children)
    return meant or verb.lower_ in SUPPOSING


def _would_be(modal: Token, verb: Token) -> bool:
    """ "He would return in 1929" tells what happened later; "would have returned" and "would be harder" do not."""
    perfect = any(c.lower_ == "have" and c.dep_ == "aux" for c in verb.children)
    state = verb.pos_ == "AUX" and any(c.dep_ == "acomp" for c in verb.children)
    return modal.lower_ == "would" and verb.dep_ in ("ROOT", "conj") and not perfect and not state
