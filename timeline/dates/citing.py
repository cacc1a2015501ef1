"""Where a text cites its sources: "(Roe 1995: 12; but see Doe 2006, n. 3)", "(The Times, 16 February 1989)".

A bracket is a citation when it gives an author and a year, or holds a sign that only citations have: pages, a
volume, an archive's signature, "ibid.", "interview with". The forms are those of the Chicago Manual of Style
(17th ed., ch. 14 and 15) and of the styles near it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.dates.months import MONTHS
from timeline.dates.rule import MACROS

_AUTHOR = r"(?:[A-Z][\w.'’&-]*|et al\.?|and|&|von|van|de|al-\w+)"
_LEAD = r"(?:(?:(?:but|and|also|here|compare) )?(?:see|cf\.|e\.g\.,?|pace|contra|quoted in|cited in|after|in)(?: also| too| esp\.| especially)?,? )?"
_ISSUED = r"\(?(?:\[[12]\d{3}\] )?[12]\d{3}[a-z]?(?:[/–-]\d{2,4})?\)?(?: \[[12]\d{3}\])?"
_PLACE = r"(?:pp?\. ?|nn?\. ?|chs?\.? ?|chap\. ?|vol\. ?|para?s?\. ?|§ ?)?\d+(?:ff?\.?)?(?: ?[-–] ?\d+)?"
_PLACES = rf"(?:(?: ?:|,) ?{_PLACE}){{0,3}}"
# "Roe and Doe 2011: 15, who doubt it"
_CITED = rf"{_LEAD}{_AUTHOR}(?:,? {_AUTHOR}){{0,6}},? ?{_ISSUED}{_PLACES}(?:, (?:who|which|on|for|where) [^;()]{{0,80}})?"
_CITED_AGAIN = rf"{_ISSUED}{_PLACES}"  # "; 2005, 299–330" of the author before


_BY_AUTHOR = re.compile(rf"{_CITED}(?:, {_CITED}){{0,6}}")
_BY_SAME_AUTHOR = re.compile(_CITED_AGAIN)
# What stands before a year that is no author: a month in full, or just before a figure an abbreviated one, a feast.
_MONTHISH = re.compile(
    rf"\b(?:{'|'.join(MONTHS)}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b"
    rf"|\b(?:{MACROS['MON']}|Christmas|Easter|New Year|Nowruz|[Ee]arly|[Ll]ate|[Mm]id|[Ss]ince|[Ff]rom|[Uu]ntil|[Cc]irca),?[ -](?=\d)"
    rf"|\b(?:{MACROS['HIJRI']}),? (?=1[234]\d\d\b)"
)
_SIGNS = (
    r"\b(?:pp?|ff?|fols?|ll?|nn?|vols?|cols?|chs?|chaps?|paras?)\. ?\d",  # p. 12, n. 3, vol. 2
    r"\b(?:pp|vols?|chs?|chapters?) \d",
    r"\b[12]\d{3}[a-z]?\]?[:,] ?\d{1,4}(?:ff?\b\.?| ?[-–] ?\d{1,4})?(?= ?(?:[;,.)\]]|$))",  # 1985, 65
    r"\b[12]\d{3}\)[,:] \d",  # (2002), 512–37
    r"\b\d{1,3} ?(?:\(\d{1,2}\)|[:/]\d{1,2})(?:: ?\d| \()",  # 38 (2): 239, 89/2 (2002)
    r"\b(?:[Ii]bid|[Ii]dem|[Pp]assim|et al|[Oo]p\. ?cit|[Ll]oc\. ?cit)\b",
    r"\b(?:[Cc]f\.|[Ss]ee (?:also|too|esp\.|e\.g\.)|quoted (?:in|from)|cited (?:in|from)|reprinted in|repr\.|trans\.|eds?\.|edn\b)",
    r"\b(?:[Ii]nterview(?:s|ed)?(?: with\b| by\b|,)|[Pp]ersonal communication|[Cc]onversation with|[Pp]ress release|[Bb]riefing [Bb]ook)",
    r"\b(?:[Uu]npublished|[Dd]iss\.|[Dd]issertation|PhD|MA thesis|[Ff]orthcoming|University Press|[A-Z]?UP[,;)\]]|ISBN|ISSN|doi\b)",
    r"\b(?:[Aa]ccessed|[Rr]etrieved|[Ll]ast (?:visited|viewed|accessed|consulted))\b",
    r"https?:|www\.",
    r"\bf\. ?\d+\w?, op\.|\b(?:FO|WO|CAB|RG|IOR|PREM) ?\d+",  # papers in an archive
    r"[A-Z][\w.’'& -]{2,40}: [A-Z][\w.’'& -]{1,40}, [12]\d{3}\b",  # Lund: Example & Sons, 1985
)
_SIGN = re.compile("|".join(f"(?:{sign})" for sign in _SIGNS))
# A newspaper, an agency or a record of debates, and a date.
_PRESS = re.compile(
    r"(?:[Tt]he )?(?:[A-Z][\w’'.-]+ ){0,3}(?:Times|Post|Guardian|Herald|Tribune|Telegraph|Observer|Gazette|Chronicle|Monitor"
    r"|Economist|Independent|Journal|Review|Bulletin|Monthly|Weekly|Quarterly|Daily|Mail|Standard|Courier|Dawn|Zeitung|Monde"
    r"|Pravda|Izvesti[ij]+a|Izvestia|Kommersant|Hansard|Reuters|TASS|Interfax|AFP|AP|UPI|BBC|CNN|FBIS)\b[^;.]{0,30}?\d"
)
_BRACKET = re.compile(r"\((?:[^()\[\]]|\[[^\[\]()]{0,120}\]|\([^()]{0,60}\)){1,400}\)|\[[^\[\]()]{1,300}\]")
_DIGIT = re.compile(r"\d")
_RESOLUTION = re.compile(r"\b(?:[Rr]esolutions?|UNSCR|UNGAR) \d{2,4} $")
_YEAR_ALONE = re.compile(r"\([12]\d{3}\)")


def cites(piece: str) -> bool:
    """Whether a piece of a text (what stands in brackets, a sentence of a note) is a citation.

    >>> [cites(piece) for piece in ("Roe 1995", "interview with a clerk, May 2003", "May 1979", "r. 1880–1901")]
    [True, True, False, False]
    """
    piece = " ".join(piece.split()).strip(" .,")  # blanks may be doubled, or be the end of a wrapped line
    if _SIGN.search(piece) or _PRESS.match(piece):
        return True
    return bool(_BY_AUTHOR.fullmatch(piece)) and not _MONTHISH.search(piece)


def citations(text: str) -> list[tuple[int, int]]:
    """Spans of source citations in brackets; of one that tells a date as well, the parts that cite.

    >>> citations("It fell (Allen 2014; Roe and Doe 2011: 15) in summer (May 1979).")
    [(8, 42)]
    """
    return [span for match in _BRACKET.finditer(text) if _DIGIT.search(match[0]) for span in _cited(match)]


def _cited(bracket: re.Match[str]) -> Iterator[tuple[int, int]]:
    if _YEAR_ALONE.fullmatch(bracket[0]) and _RESOLUTION.search(
        bracket.string, max(0, bracket.start() - 40), bracket.start()
    ):
        yield bracket.span()  # "resolution 1267 (1999)" is its name
        return
    parts: list[tuple[int, int, bool]] = []
    position = bracket.start() + 1
    for part in bracket[0][1:-1].split(";"):
        follows = bool(parts) and parts[-1][2] and bool(_BY_SAME_AUTHOR.fullmatch(part.strip()))
        parts.append((position, position + len(part), follows or cites(part)))
        position += len(part) + 1
    text = bracket.string
    if any(c for _, _, c in parts) and all(c or not _DIGIT.search(text, a, b) for a, b, c in parts):
        yield bracket.span()
    else:
        yield from ((start, end) for start, end, cited in parts if cited)
