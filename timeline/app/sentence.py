"""A mention's sentence in three parts: before the date words, the words, after them. Pure."""

from __future__ import annotations

import re
from typing import NamedTuple

_CONTEXT = 220  # characters shown before a sentence and after it
_PARAGRAPH = re.compile(r"\n\s*\n|\n(?=[#>*|-])|^#[^\n]*\n", re.MULTILINE)
_MARKUP = re.compile(r"\[\^[^\]]*\]:?|\*\*|[*_`](?=\w)|(?<=\w)[*_`]")


class Marked(NamedTuple):
    """``words`` is '' when the date words do not stand in the sentence."""

    before: str
    words: str
    after: str


def mark(sentence: str, words: str, text: str = "", start: int = 0) -> Marked:
    """Find the date words in the sentence; ``text[start:]`` says which, if they stand there more than once.

    >>> mark("Talks in 1979, war in 1979.", "1979", "Once. Talks in 1979, war in 1979.", 28)
    Marked(before='Talks in 1979, war in ', words='1979', after='.')
    """
    found = list(_loosely(words).finditer(sentence)) if words.strip() else []
    alone = [hit for hit in found if _stands_alone(hit)]
    found = alone or found
    if not found:
        return Marked(sentence, "", "")
    hit = found[min(_which(sentence, words, text, start), len(found) - 1) if len(found) > 1 else 0]
    return Marked(sentence[: hit.start()], hit.group(), sentence[hit.end() :])


def context(sentence: str, text: str, start: int) -> tuple[str, str]:
    """What stands in the paragraph before the sentence around ``text[start:]`` and after it, cut at words; marks of
    footnotes and of Markdown are left out.

    >>> context("It fell.", "They came.[^1] It fell. All went home.\\n\\nThen…", 15)
    ('They came.', 'All went home.')
    """
    near = max(0, start - 2 * len(sentence) - _CONTEXT)
    for place in _loosely(sentence).finditer(text, near, start + 2 * len(sentence) + _CONTEXT):
        if place.start() <= start < place.end():
            before = _PARAGRAPH.split(text[max(0, place.start() - 2 * _CONTEXT) : place.start()])[-1]
            after = _PARAGRAPH.split(text[place.end() : place.end() + 2 * _CONTEXT])[0]
            return _last_words(_plain(before)), _first_words(_plain(after))
    return "", ""


def _plain(text: str) -> str:
    return " ".join(_MARKUP.sub("", text).split())


def _last_words(text: str) -> str:
    return text if len(text) <= _CONTEXT else "…" + text[-_CONTEXT:].partition(" ")[2]


def _first_words(text: str) -> str:
    return text if len(text) <= _CONTEXT else text[:_CONTEXT].rpartition(" ")[0] + "…"


def _which(sentence: str, words: str, text: str, start: int) -> int:
    """How many times the words stand in the sentence before this place of the text."""
    length = len(sentence)
    around = text[max(0, start - length * 2) : start + length * 2]
    here = start - max(0, start - length * 2)
    for place in _loosely(sentence).finditer(around):
        if place.start() <= here < place.end():
            before = _loosely(words).finditer(around, place.start(), here)
            return sum(_stands_alone(hit) for hit in before)
    return 0


def _loosely(words: str) -> re.Pattern[str]:
    """The words, whatever the white space between them."""
    return re.compile(r"\s+".join(map(re.escape, words.split())))


def _stands_alone(hit: re.Match[str]) -> bool:
    """Not part of a longer number or word."""
    around = hit.string[: hit.start()][-1:] + " " + hit.string[hit.end() :][:1]
    return not any(character.isalnum() for character in around)
