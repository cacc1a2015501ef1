"""Text that no spreadsheet takes for a formula, a number or a date, and back.

A cell that begins with one of these characters is a formula, or becomes one in some program (OWASP, "CSV
Injection"), so it is written with an apostrophe in front. Text that is nothing but a number or a date is, too: it would
come back as 7 for 007 and as 12/25/79 for "25 December 1879". To be undone without loss, text that begins with
apostrophes before such a thing gets one more.
"""

from __future__ import annotations

import re

from timeline.dates.months import MONTHS

_FORMULA = "[=+\\-@\t\r\n\0＝＋－＠]"
_NAMES = "|".join(
    [*MONTHS, "sept", *(month[:3] for month in MONTHS), "am", "pm", "e"]
)  # the longer ones first
# Possessive throughout: a text that is no value is given up at once, however long it is.
_ENGLISH = rf"(?:\d|[^\w]|{_NAMES})++"
_ONE_WORD = (
    r"[\W\d_]*+[^\W\d_]*+[\W\d_]*+"  # "5 мая 1979", "12 p": a month, or half of a day, in any language
)
_VALUE = rf"(?:true|false|(?=\D*+\d)(?:{_ENGLISH}|{_ONE_WORD}))$(?!\n)"
_CHANGED = re.compile(rf"'*(?:{_FORMULA}|{_VALUE})", re.IGNORECASE)
_FORMULA_ALONE = re.compile(f"'*{_FORMULA}")


def guarded(text: str, is_text: bool = True) -> str:
    """``text`` as it is written into a cell; not ``is_text``: a number is meant as one.

    >>> [guarded(text) for text in ("=1+1", "'=1+1", "007", "5 May 1979", "'tis", "")]
    ["'=1+1", "''=1+1", "'007", "'5 May 1979", "'tis", '']
    >>> guarded("1979", is_text=False)
    '1979'
    """
    return f"'{text}" if (_CHANGED if is_text else _FORMULA_ALONE).match(text) else text


def unguarded(cell: str) -> str:
    """The text of a cell that :func:`guarded` wrote; a cell that was never guarded is its own text.

    >>> [unguarded(cell) for cell in ("'=1+1", "''=1+1", "=1+1", "'007", "007", "'tis")]
    ['=1+1', "'=1+1", '=1+1', '007', '007', "'tis"]
    """
    return cell[1:] if cell.startswith("'") and _CHANGED.match(cell) else cell
