"""What a rule is, and the words that rules are made of."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from timeline.dates.months import MONTHS
from timeline.dates.weekdays import WEEKDAYS

UNITS = "day|night|evening|morning|week|fortnight|month|year|decade|century"
NUMBER_WORDS = {
    "the": 1, "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
ORDINAL_WORDS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip
DAY_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth",
    "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
    "twenty-first", "twenty-second", "twenty-third", "twenty-fourth", "twenty-fifth", "twenty-sixth", "twenty-seventh",
    "twenty-eighth", "twenty-ninth", "thirtieth", "thirty-first",
)  # fmt: skip
DECADE_WORDS = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip
# Months of the Solar Hijri calendar, as they are spelt in Afghanistan and in Iran.
HIJRI_MONTHS = (
    ("Hamal", "Farvardin"), ("Saur", "Sawr", "Sowr", "Thawr", "Ordibehesht"), ("Jawza", "Khordad"), ("Saratan", "Tir"),
    ("Asad", "Mordad"), ("Sunbula", "Sonbola", "Sunbulah", "Shahrivar"), ("Mizan", "Mehr"), ("Aqrab", "Aban"),
    ("Qaws", "Qaus", "Qows", "Azar"), ("Jadi", "Jaddi", "Dey"), ("Dalw", "Dalv", "Dalwa", "Bahman"), ("Hut", "Hoot", "Esfand"),
)  # fmt: skip
FEASTS = {
    "New Year's Eve": "12-31", "New Year's Day": "01-01", "New Year's night": "01-01", "New Year's morning": "01-01",
    "New Year": "01-01", "Christmas Eve": "12-24", "Christmas Day": "12-25", "Christmas night": "12-25",
    "Christmas morning": "12-25", "Christmas": "12-25", "Boxing Day": "12-26", "April Fools' Day": "04-01",
    "April Fool's Day": "04-01", "All Fools' Day": "04-01", "May Day": "05-01", "International Women's Day": "03-08",
    "Women's Day": "03-08", "St Valentine's Day": "02-14", "St. Valentine's Day": "02-14", "Valentine's Day": "02-14",
    "Bastille Day": "07-14", "Armistice Day": "11-11", "Hallowe'en": "10-31", "Halloween": "10-31",
    "Midsummer Day": "06-24", "All Saints' Day": "11-01", "Orthodox Christmas Eve": "01-06", "Orthodox Christmas": "01-07",
    "Russian Christmas": "01-07", "Old New Year": "01-14",
}  # fmt: skip


def feast_day(words: str) -> str:
    """The month and day of a feast, however its apostrophe and its hours are written."""
    return FEASTS[words.replace("’", "'")]


def _any(words: tuple[str, ...]) -> str:
    return "|".join(sorted({w for word in words for w in (word, word.upper())}, key=len, reverse=True))


MACROS = {
    "MONTH": _any(MONTHS),
    # an abbreviation needs a day or a year beside it, or it may be a name (Jan, Mar, Dec)
    "MON": _any(MONTHS) + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|JAN|FEB|MAR|APR|JUN|JUL|AUG|SEP|OCT|NOV|DEC)\\.?",
    "DAY": "(?:0?[1-9]|[12][0-9]|3[01])",
    "TH": "(?:st|nd|rd|th)?",
    "YEAR": "(?:1[0-9]{3}|2[01][0-9]{2})",
    "WEEKDAY": "|".join(WEEKDAYS),
    "PART": "[Ee]arly|[Mm]id|[Mm]id-to-late|[Ll]ate|(?:[Tt]he )?(?:[Ee]nd|[Bb]eginning|[Ss]tart|[Mm]iddle|(?:[Ff]irst|[Ss]econd|[Tt]hird|[Ll]ast|[Ff]inal|[Oo]pening|[Cc]losing) (?:weeks?|days|months)) of(?: the)?",
    "ABOUT": "c\\.|ca\\.|[Cc]irca|[Aa]bout|[Aa]round|[Aa]pproximately|[Rr]oughly|c\\. ",
    "SEASON": "[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter",
    "DAYWORD": "|".join(sorted(DAY_WORDS, key=len, reverse=True)),
    "LATERDAY": "|".join(sorted(DAY_WORDS[4:], key=len, reverse=True)),
    "FEAST": "|".join(sorted((name.replace("'", "['’]") for name in FEASTS), key=len, reverse=True)),
    "HIJRI": "|".join(name for names in HIJRI_MONTHS for name in names),
    "OLD": r"\(?(?:O\.? ?S\.?|[Oo]ld [Ss]tyle|Julian)\)?",
    "JULIAN": r"(?:(?:in|by|of|under|according to) the (?:old |then )?(?:Julian|Russian|[Oo]ld [Ss]tyle|old)(?: or (?:the )?[\"“'‘]?[Oo]ld [Ss]tyle[\"”'’]?)? calendar|[Oo]ld [Ss]tyle)",
    "NEW": r"(?:N\.? ?S\.?|[Nn]ew [Ss]tyle)",
    "UNIT": UNITS,
    "ROMAN": "X?I{1,3}|I?[VX]|VI{1,3}",
    # "the day after" counts one; other counts are figures and words
    "N": "[0-9]{1,3}|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)-(?:one|two|three|four|five|six|seven|eight|nine)|[Tt]he(?= (?:day|night|week|month|year) (?:after|before)(?:[ .,;:)]|$))|" + "|".join(f"[{w[0].upper()}{w[0]}]{w[1:]}" for w in sorted(NUMBER_WORDS.keys() - {"the"}, key=len, reverse=True)),
    # how a count is meant: "a little over nine years"
    "ROUGH": r"[Aa]bout|[Aa]lmost|[Nn]early|[Ss]ome|[Jj]ust|[Oo]nly|[Rr]oughly|[Ee]xactly|[Aa] mere|(?:[Aa] (?:little|bit) |[Jj]ust |[Ww]ell |[Ss]lightly )?(?:[Oo]ver|[Uu]nder|[Ll]ess than|[Mm]ore than)|[Nn]ot quite",
    # parts of a century
    "FRACTION": r"[Aa] (?:quarter|third)(?: of a)?|[Hh]alf a|[Aa] half|[Tt]hree[- ]quarters of a",
    "ORDINAL": "[0-9]{1,2}(?:st|nd|rd|th)|" + "|".join(sorted(ORDINAL_WORDS, key=len, reverse=True)),
    "HOUR": "(?:(?:night|evening|morning|afternoon|dawn) of (?:the )?)?",
    "BC": r"BCE?|B\.C\.(?:E\.)?|B\.C",
    # a year, or one of up to four digits before Christ
    "Y": r"(?:(?P<bcy>[1-9][0-9]{0,3}) ?(?:BCE?|B\.C\.(?:E\.)?|B\.C)|(?P<y>1[0-9]{3}|2[01][0-9]{2}))",
    "YY": r"(?:(?P<y>1[0-9]{3}|2[01][0-9]{2})|['’‘](?P<yy>[0-9]{2}))",
    "THATYEAR": ",? (?:of |in )?(?:that(?: same)?|(?:the )?same|the (?:following|next|previous|preceding)) year|,? (?:of )?the year (?:before|after|preceding|following)(?=[.,;:)]|$)",
    "TIL": " ?[-–—] ?| to | until | till | through ",
}  # fmt: skip


@dataclass(frozen=True)
class Rule:
    """One kind of date expression; see the head of ``rules``."""

    name: str
    pattern: str
    read: str
    examples: tuple[tuple[str, ...], ...]
    regex: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        text = re.sub(r"<([A-Z]+)>", lambda m: MACROS[m[1]], self.pattern)
        object.__setattr__(self, "regex", re.compile(rf"(?:{_spaced(text)})(?![\w]|[.,][0-9])"))


def _spaced(pattern: str) -> str:
    """A space of a pattern stands for white space as documents have it: a wrapped and indented line, say."""
    parts = re.split(r"(\[[^\]]*\])", pattern)  # not inside a class of characters
    return "".join(
        part
        if part.startswith("[")
        else part.replace(" ?", "\0").replace(" ", " {1,9}").replace("\0", " {0,9}")
        for part in parts
    )
