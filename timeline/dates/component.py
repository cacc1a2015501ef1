"""The reading of dates as a component of any spaCy pipeline.

>>> import spacy
>>> nlp = spacy.blank("en")
>>> _ = nlp.add_pipe("timeline_dates")
>>> doc = nlp("They recognised it in 1919. On 7 April they wrote.")
>>> [(span.text, span._.timex.value.edtf) for span in doc.spans["dates"]]
[('1919', '1919'), ('7 April', '1919-04-07')]
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from timeline.dates import Timex, find_dates

KEY = "dates"

if not Span.has_extension("timex"):
    Span.set_extension("timex", default=None)


@Language.factory("timeline_dates", assigns=["doc.spans"], default_config={"mode": "auto"})
class DatesComponent:
    """Writes the date expressions of a document to ``doc.spans["dates"]``; each span's ``_.timex`` is the
    :class:`~timeline.dates.Timex`. A creation date may stand in ``doc.user_data["dct"]`` (ISO)."""

    def __init__(self, nlp: Language, name: str, mode: str) -> None:
        self.mode = mode

    def __call__(self, doc: Doc) -> Doc:
        return self.set_annotations(doc, self.match(doc))

    def match(self, doc: Doc) -> list[Timex]:
        """The date expressions of ``doc``, in order."""
        return find_dates(doc.text, doc.user_data.get("dct"), self.mode)

    def set_annotations(self, doc: Doc, matches: list[Timex]) -> Doc:
        """Write ``matches`` down. A span takes in all of a token that a date only touches ("c.1750")."""
        spans = [(t, doc.char_span(t.start, t.end, alignment_mode="expand")) for t in matches]
        for timex, span in spans:
            if span is not None:
                span._.timex = timex
        doc.spans[KEY] = [span for _, span in spans if span is not None]
        return doc
