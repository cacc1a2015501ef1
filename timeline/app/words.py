"""A date in words, as hover, list and card say it."""

from __future__ import annotations

from functools import lru_cache

from timeline.dates.value import DateValue


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
