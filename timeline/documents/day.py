"""One short expression of a day → ISO; the expressions as patterns, for those who look for them in a line."""

import re
from datetime import date

from dateparser.date import DateDataParser

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"[12]\d{3}"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_NUMBERS = "|".join(
    rf"{_YEAR}{sign}\d{{1,2}}{sign}\d{{1,2}}|\d{{1,2}}{sign}\d{{1,2}}{sign}{_YEAR}"
    for sign in ("-", "/", r"\.")
)
# All are to be used with re.IGNORECASE, and have no groups.
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
DAY_MONTH = rf"(?:{_DAY}[\s-](?:of\s)?{_MONTH}|{_MONTH}\s{_DAY})"
FULL = rf"(?:{DAY_MONTH},?[\s-]{_YEAR}\b|(?:{_NUMBERS})(?!\d))"
MONTH_YEAR = rf"{_MONTH},?\s{_YEAR}\b"
PARTIAL = rf"(?:{DAY_MONTH}|{_MONTH},?\s{_YEAR}\b|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2}}\b|{_YEAR}\b)"
TIME = (
    r"(?:(?:T|[\s,]+(?:at\s)?|\s[-–—|]\s)\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s?\(?[A-Z]{1,5}\)?)?(?:\s?[+-]\d{1,2}(?::?\d{2})?)?)?"
)
PIVOT = 50  # a year of two digits from here on is of the twentieth century
LONGEST = 120  # characters of an expression

_OF_A_MONTH = re.compile(rf"\s*({_MONTH}),?\s({_YEAR})\s*", re.IGNORECASE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_MONTH = re.compile(
    rf"(?:(\d{{1,2}})(?:st|nd|rd|th)?[\s-](?:of\s)?({_MONTH})|({_MONTH})\s(\d{{1,2}})(?:st|nd|rd|th)?)",
    re.IGNORECASE,
)
_EXPRESSION = re.compile(rf"\s*{WEEKDAY}({FULL}){TIME}\s*", re.IGNORECASE)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
# dateparser fills in what is missing and guesses at relative words unless all of these are set.
_READER = DateDataParser(
    languages=["en"],
    settings={
        "DATE_ORDER": "DMY",
        "PREFER_LOCALE_DATE_ORDER": False,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "STRICT_PARSING": True,
        "PARSERS": ["absolute-time"],
    },
)


def day_and_month(words: str) -> tuple[int, int] | None:
    """Day and month of an expression that says both in words, whether or not its year.

    >>> day_and_month("Feb. 9"), day_and_month("the 9th of February")
    ((9, 2), None)
    """
    match = _DAY_MONTH.fullmatch(words)
    return (
        (int(match[1] or match[4]), _MONTHS.index((match[2] or match[3])[:3].lower()) + 1) if match else None
    )


def iso_day(words: str) -> str:
    """ISO of an expression with day, month and year; '' of any other. Numbers: day first unless impossible.

    The day is the one written: a time or zone beside it changes nothing.

    >>> iso_day("08-09-2021"), iso_day("03/31/2020"), iso_day("2021-09-08T23:00:00Z"), iso_day("March 2021")
    ('2021-09-08', '2020-03-31', '2021-09-08', '')
    """
    match = _EXPRESSION.fullmatch(words) if len(words) <= LONGEST else None
    if not match:
        return ""
    if _ISO.fullmatch(match[1]):  # dateparser would try 2021-02-30 as another order
        try:
            return date.fromisoformat(match[1]).isoformat()
        except ValueError:
            return ""
    found = _READER.get_date_data(match[1]).date_obj
    return found.date().isoformat() if found else ""


def of_short_year(words: str) -> str:
    """ISO of an expression whose year has two digits: from 50 on it is of the twentieth century.

    >>> of_short_year("4 Mar 97"), of_short_year("15-02-89"), of_short_year("July 4, '25")
    ('1997-03-04', '1989-02-15', '2025-07-04')
    """
    head, year = words[:-2].rstrip("'’"), int(words[-2:])
    return iso_day(f"{head}{19 if year >= PIVOT else 20}{year:02d}")


def iso_month(words: str) -> str:
    """ISO of a month and its year; '' of any other expression.

    >>> iso_month("Sept. 2021"), iso_month("3 May 2021")
    ('2021-09', '')
    """
    match = _OF_A_MONTH.fullmatch(words) if len(words) <= LONGEST else None
    return f"{match[2]}-{_MONTHS.index(match[1][:3].lower()) + 1:02d}" if match else ""
