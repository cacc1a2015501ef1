"""Words on the page: dates, as hover, list and card say them, an era's years, and messages as sentences."""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.value import DateValue
from timeline.topic import LAST_DAY, Era


@lru_cache(maxsize=65536)
def date_words(edtf: str) -> tuple[str, bool]:
    """The date in words and whether it is qualified; what is no EDTF is shown as it stands.

    >>> date_words("1838-10~"), date_words("soon")
    (('about October 1838', True), ('soon', False))
    """
    try:
        value = DateValue.parse(edtf)
    except ValueError:
        return edtf, False
    return value.words, bool(value.qualifier)


def years(era: Era) -> str:
    """The era's years: ``1979–1989``, ``since 2021``."""
    return f"since {era.start[:4]}" if era.end == LAST_DAY else f"{era.start[:4]}–{era.end[:4]}"


def sentence(message: str) -> str:
    """A message of the program as it stands alone.

    >>> sentence("the title is blank.")
    'The title is blank.'
    """
    return message[:1].upper() + message[1:]
