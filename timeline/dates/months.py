"""The months by name, by abbreviation and misspelt."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

_FIGURES = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ROMAN = {word: number for number, low in enumerate(_FIGURES, start=1) for word in (low, low.upper())}
SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


@lru_cache(maxsize=4096)
def month_number(word: str) -> int | None:
    """1–12 of a month's name, an abbreviation, a Roman figure, or a misspelling close to it; else None.

    >>> [month_number(word) for word in ("Sept.", "MAY", "Auguest", "Colts", "Ma", "IX")]
    [9, 5, 8, None, None, 9]
    """
    if word in _ROMAN:
        return _ROMAN[word]
    plain = word.rstrip(".").capitalize()
    if len(plain) < 3:
        return None
    for number, name in enumerate(MONTHS, start=1):
        if name.startswith(plain) or (plain == "Sept" and number == 9):
            return number
    if len(plain) < 5:
        return None
    best = process.extractOne(plain, MONTHS, scorer=DamerauLevenshtein.distance, score_cutoff=2)
    return best[2] + 1 if best and best[0][0] == plain[0] else None
