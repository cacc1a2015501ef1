"""Lines that belong to the page and not to what it tells: running heads, ISSN and DOI, "Suggested citation"."""

import re
from collections import Counter
from collections.abc import Sequence

from timeline.documents.spans import Span, lines

_LONGEST = 400  # characters
_IMPRINT = re.compile(
    r"\b(?:ISSN|ISBN|e-?ISSN)\b|\bdoi(?::|\.org/)"
    r"|^\W{0,4}(?:suggested citation|how to cite|cite (?:this|as)|to cite this|citation|recommended citation)\b"
    r"|^\W{0,4}(?:manuscript )?(?:submitted|received)\W{0,3}\s?(?:on )?(?:\d{1,2}\b|[a-z]{3,9}\.? \d).{0,30}\b[12]\d{3}\b"
    r"|\bdownloaded (?:by|from|on|at)\b|\ball rights reserved\b|\bsubject to (?:terms|copyright)\b"
    r"|^\W{0,4}(?:subscriptions?|printed in|typeset (?:in|by)|first published)\b[^.;]{0,40}\b[12]\d{3}\b[^a-z]*$",
    re.IGNORECASE,
)
# "Review of Rivers   Vol. 22, No. 1 (Issue 85), Winter 2013–14", "Rivers 31:2 (July 2019), 201–219"
_ISSUE = re.compile(
    r"^[A-Z][^.!?:;]{3,80}?,? (?:[Vv]ol(?:ume|\.)? ?\d+|[Nn]o\. ?\d+|\d{1,3} ?[:/(] ?\d{1,2}\)?)[^!?]{0,80}\b[12]\d{3}\b[^!?]{0,60}$"
)
_TOLD = re.compile(
    r"\b(?!(?:and|the|for|issue|series|https?|doi|www)\b)[a-z]{3,}\b(?![./])"
)  # a word of no name
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_ITEM = re.compile(r"\s*(?:[-*•‣#>|]|\d)")


def imprint(text: str, start: int = 0) -> Sequence[Span]:
    """The spans of such lines of `text` from `start` on. A running head is a line that comes again with no more
    than its numbers changed, and is no item of a list."""
    short = [line for line in lines(text, start) if 0 < len(line.text) <= _LONGEST]
    often = Counter(head for line in short if (head := _head(line.text)))
    return [
        (line.start, line.end)
        for line in short
        if _is_imprint(" ".join(line.text.split())) or often[_head(line.text)] > 1
    ]


def _is_imprint(words: str) -> bool:
    return bool(_IMPRINT.search(words) or (_ISSUE.match(words) and not _TOLD.search(words)))


def _head(line: str) -> str:
    """What a running head has on every page; '' for what is none."""
    words = line.lstrip()[:80].split("   ")[0].strip()
    named = len(_WORD.findall(words)) >= 2 and words.upper() == words
    return _DIGITS.sub("", words) if named and not _ITEM.match(line) else ""
