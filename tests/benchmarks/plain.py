"""What the build is compared with: all components of the plain English model over all of the text."""

from __future__ import annotations

from collections.abc import Iterable

import spacy
from spacy.language import Language

from tests.benchmarks import corpus
from timeline.events import model


def load() -> Language:
    """The model as it is installed, nothing left out."""
    return spacy.load(model.installed())


def tag(nlp: Language, texts: Iterable[str]) -> int:
    """Run it over the texts; returns the number of tokens."""
    return sum(len(doc) for doc in nlp.pipe(texts))


if __name__ == "__main__":
    print(tag(load(), (document.text for document in corpus.documents())))
