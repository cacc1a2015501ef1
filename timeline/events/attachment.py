"""Where the model hangs a clause on the wrong word: a component of its pipeline puts it right."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from timeline.dates.months import MONTHS
from timeline.events.english import SAYING

SAID_BEHIND_DATE = "said_behind_date"


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
