"""What a chronology says of its marks: "Entries with an asterisk are there for context only"."""

from __future__ import annotations

import re

_SIGNS = {"asterisk": "*", "*": "*", "†": "†", "dagger": "†", "‡": "‡", "bracket": "["}
_MARKS = r"(?P<sign>asterisk|dagger|bracket|(?<= )\*(?= )|†|‡)"
_ASIDE = (
    r"(?:elsewhere|(?:for|as) (?:context|orientation|comparison|background)|(?:do|does) not (?:directly )?concern"
    r"|concerns? [^.]{3,60}? only|of other (?:countries|regions))"
)
_LEGEND = re.compile(rf"{_MARKS}[^.;\n]{{0,60}}?\b{_ASIDE}", re.IGNORECASE)
_EDGE = 1500  # characters at either end of a text where it explains its marks
_BULLETS = " \t•·–—-"


class Legend:
    """The mark that a text sets to what it tells only for context; none in most."""

    def __init__(self, text: str) -> None:
        said = _LEGEND.search(text[:_EDGE]) or _LEGEND.search(text, max(0, len(text) - _EDGE))
        self._text, self._sign = text, _SIGNS[said["sign"].lower()] if said else ""

    def is_aside(self, line: int, told: int) -> bool:
        """Whether what is told from ``told`` on, in an entry whose line begins at ``line``, bears the mark: before
        or behind its date, or right before its own words."""
        if not self._sign:
            return False
        lead = self._text[line:told].strip(_BULLETS)
        if self._sign == "[":
            return lead.startswith("[")
        behind = self._text.startswith(self._sign, told)
        return behind or lead.startswith(self._sign) or lead.endswith(self._sign)
