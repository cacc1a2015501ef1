"""What stands around an expression: it may show that this is no date ("Resolution 1267", "1979 men")."""

from __future__ import annotations

import re

from timeline.dates.headings import opens_entry, opens_line
from timeline.dates.months import month_number
from timeline.dates.rule import MACROS, Rule

# What stands before a number that is a label and no year; what stands after one that is a count.
_LABEL = re.compile(
    r"(?:\b(?:[Rr]esolutions?|[Aa]rticles?|[Nn]os?\.|[Nn]umbers?|[Pp]ages?|pp?\.|[Ff]lights?|[Rr]outes?|[Hh]ighways?"
    r"|[Ss]ections?|[Cc]hapters?|[Oo]rders?|[Dd]irectives?|[Vv]ersions?|v\.|[Pp]osts?|[Hh]ill|[Rr]oom|UNSCR|vol\.|Vol\.)"
    r"|[A-Z]{1,3}-|[$€£₽])\s*$"
)  # fmt: skip
_COUNTED = (
    "men|women|people|persons|troops|soldiers|officers|servicemen|fighters|prisoners|refugees|students|victims",
    "dead|casualties|wounded|cavalry|infantry|horse|elephants|tanks|aircraft|ships|galleys|triremes|rifles|tonnes|tons",
    r"kilomet\w+|km|miles|met(?:re|er)s?|hectares|dollars|roubles|rubles|afghanis|million|billion",
    "percent|per cent",
    "sorties|flights|rounds|shells|mines|houses|villages|families|tents|pages|copies|[Ss]treet|[Aa]venue|[Rr]oad",
)
_COUNT = re.compile(rf"(?:\s+|-)(?:{'|'.join(_COUNTED)})\b|\s?[%°$€£]")
# "May" and "March" are words too: alone they are months only behind one of these.
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|and|or|during|last|next|this|that|after|before|between|through|for|early|late|mid)[\s-]+$",
    re.IGNORECASE,
)
# "Each spring", "every year in May", "every June and September" are sets, and no dates.
_OF_A_SET = frozenset(
    [
        "season",
        "month",
        "day-month",
        "month-day",
        "part-month",
        "feast",
        "named-day",
        "weekday",
        "weekend",
        "ordinal-day",
        "days-month",
        "month-days",
        "month-alone",
        "edge-day",
        "solar-hijri-day",
        "solar-hijri-month",
    ]
)
_EACH = re.compile(
    r"\b(?:[Ee]ach|[Ee]very)(?: (?:single|other|second|third|few|early|late|mid))?"
    r"(?:,? (?:years?|spring|summer|autumn|winter|season)(?:,? (?:in|on|at|around|about|during|by|from|until|before|after))?(?: the)?)? $"
    rf"|\b(?:[Ee]ach|[Ee]very) (?:{MACROS['MONTH']}|{MACROS['SEASON']}),? (?:and|or|and each|and every) $"
)
# A month of the Solar Hijri calendar is one behind these, unless it is the name of a person too.
_BEFORE_HIJRI = re.compile(
    r"\b(?:in|since|until|till|during|throughout|by|last|next|this|that) $", re.IGNORECASE
)
_NAMED_AFTER = re.compile(r"\b(?:as|called|named|name|dubbed) (?:the )?[\"“'‘]?$")  # "remembered as 3 Hut"
_NAMES_TOO = frozenset(("Asad", "Azar", "Aban", "Mehr", "Tir", "Dey", "Hamal"))
# "the fall of Kabul", "fall back", "winter quarters", "the Arab Spring" tell no season.
_AUTUMN = re.compile(r"\b(?:(?:in|by|during|throughout|until|since|over|that|this) (?:the )?|early |late )$")
_NO_SEASON_AFTER = re.compile(r" (?:of [A-Zt]|Palace|Olympic|Games|quarters|cloth|coat|food)")
_NO_SEASON_BEFORE = re.compile(r"(?:Arab|Prague|hot|well|\b[Aa]n?) $")
# "Ten years after the October Revolution"; "the August coup" is of August.
_NO_MONTH_AFTER = re.compile(r" (?:Revolution|Manifesto|Day|Days|holidays?)\b")
# A day of the month without its month: "on the 20th, they left", not "the 20th Army".
_DAY_BEFORE = re.compile(r"\b(?:[Oo]n|[Bb]y|until|from|to|since) the $")
_OF_DAY = re.compile(r"\bof the $")
_OF_DAY_AFTER = re.compile(r"[,.;:)—]| (?:the|they|he|it|that|was|were)\b|$")
_DAY_AFTER = re.compile(r"[,.;:)—]| (?:and|to|the|they|he|it|when|that|was|were|in|with)\b|$")
# A name behind "on the 27th" is of who acted, unless it is a body of that number.
_CLAUSE_BEFORE = re.compile(r"(?:^|[.,;:—–)] |\b(?:and|but|then|until) )[Oo]n the $")
_NAME_AFTER = re.compile(
    r" (?!(?:Arm(?:y|ies)|Air|Armou?red|Battalion|Brigade|Cavalry|Corps|Congress|Division|Fleet|Group|Guards"
    r"|Infantry|Light|Mechani[sz]ed|Motor|Mountain|Panzer|Parachute|Parallel|Party|Plenum|Regiment|Rifle|Session|Squadron"
    r"|Street|Tank)\b)[A-Z]"
)
_BEFORE_FEAST = re.compile(
    r"\b(?:[Aa]t|[Bb]y|[Uu]ntil|[Ss]ince|[Bb]efore|[Aa]fter|[Aa]round|[Oo]n) (?:the )?$"
)
_NO_FEAST_AFTER = re.compile(
    r" (?:parades?|demonstrations?|rall(?:y|ies)|slogans?|speech(?:es)?|address(?:es)?|greetings?|cards?|trees?|part(?:y|ies)"
    r"|messages?|holidays?|celebrations?|market|dinner|presents?)\b"
)
# "for a week before" is a duration, "half a year later" and "a hundred days later" are other counts.
_NO_OFFSET = re.compile(
    r"(?:\b(?:for|half|hundred|thousand|and a half|or|to) |[a-z]-|[0-9][.,]?)$", re.IGNORECASE
)
# A number of three digits behind one of these is a year before Christ, where a text counts so.
_BEFORE_BARE_YEAR = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Tt]o|[Oo]f|[Bb]etween|and|[Aa]fter|[Bb]efore|early|late) $"
)
_BEFORE_WEEKEND = re.compile(r"\b(?:[Oo]ver|[Aa]t|[Dd]uring|[Oo]n) $")
# A decade in words is an age behind these.
_AGE = re.compile(r"\b(?:his|her|their|my|your|our)\s+(?:early |mid-?|late )?$")


# "'82" is a year behind one of these, or where a line begins.
_BEFORE_SHORT_YEAR = re.compile(
    r"[(–—,;] ?$|\b(?:in|by|until|till|since|of|from|to|before|after|and|or|early|late|mid|during|through"
    r"|around|about|the|for|between)[\s-]+$",
    re.IGNORECASE,
)
# Two digits behind a day and a month are its year where the clause ends, or where a line begins with them.
_YEAR_FIRST = ("year-day-month", "year-month-day", "year-days-month", "year-month-days", "year-month")
# Rules that hold where a line opens with the date of an entry.
_OF_ENTRIES = ("month-year-joined", "month-number-year", "day-alone")
_LINE_ALONE = re.compile(rf"(?:{MACROS['MON']})[ \t]*\r?\n")
_LAST_OF = re.compile(
    r"\b(?:the|its|his|her|their|that) (?:very )?$", re.IGNORECASE
)  # "the last week of the war"
_DAY_ABOVE = re.compile(
    rf"\n[ \t]*(?:[0-3]?[0-9][ .:–-][^\n]*|(?:{MACROS['MON']})[ \t0-9.:]{{0,9}})\n\n?[ \t]*$"
)
_DAY_BELOW = re.compile(r"[^\n]*\n\n?[ \t]*[0-3]?[0-9][ .:–-]")
# A line that opens with a month, or with a day of one, above "25th".
_MONTH_ABOVE = re.compile(
    rf"(?:^|\n)[^\n\w]{{0,80}}(?:[0-9]{{4}}[ ,:(.-]{{1,3}})?(?:[0-3]?[0-9](?:st|nd|rd|th)?[ .-])?(?:{MACROS['MON']})\b"
)
_ISO_DAY = re.compile(r"^[ \t•*·#>|–—+-]{0,12}[12][0-9]{3}-[01][0-9]-[0-3][0-9]\b", re.MULTILINE)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:)\]–—]|$)")
_ENTRY = re.compile(r":? +[\w\"“'‘(–—]|: | [–—-] ")
_SECTION = re.compile(
    r"\b(?:[Tt]ables?|[Ff]ig(?:ure|s)?|[Ii]tems?|[Pp]ara(?:graphs?)?|[Cc]lauses?|IP)[.\s]*$"
)


def _short(text: str, match: re.Match[str], rule: Rule, before: str, opens: bool) -> bool:
    """Whether a year of two digits is one."""
    if rule.name == "numeric-yy":
        plain = len(match["a"]) < 2 and len(match["b"]) < 2 and int(match["yy"]) < 32
        labelled = _LABEL.search(before) or _SECTION.search(before)
        return not (plain or labelled or _COUNT.match(text, match.end()))
    if rule.name == "roman-month":
        return not match["yy"] or bool(match["mark"]) or opens
    if rule.name == "day-month-yy":
        marked = match["mark"] or match["hyphen"] or _CLAUSE_ENDS.match(text, match.end())
        return bool(marked or (opens and _ENTRY.match(text, match.end())))
    if rule.name in ("short-year", "short-years", "short-decade"):
        part = "part" in match.re.groupindex and match["part"]
        if _COUNT.match(text, match.end()):
            return False
        return bool(part or opens or _BEFORE_SHORT_YEAR.search(before))
    return True


def is_date(text: str, match: re.Match[str], rule: Rule, source: str) -> bool:
    """Whether what stands around a match of ``rule`` lets it be a date; ``source`` is ``text`` with its line
    ends."""
    before = text[max(0, match.start() - 24) : match.start()]
    if rule.name in _OF_A_SET and not match.groupdict().get("y") and _EACH.search(before):
        return False
    if match.groupdict().get("bcy") and (
        "\n" in source[match.start() : match.end()] or text[match.end() : match.end() + 1] == "-"
    ):
        return False  # "402" above the slug of an agency, "BC-AFGHAN"
    if rule.name == "year-range" and _is_month(match, source):
        return False
    if rule.name in ("year", "year-range", "named-day"):
        if opens_entry(source, match.start(), match.end()):
            return True
        return not (_LABEL.search(before) or _COUNT.match(text, match.end()))
    if rule.name == "day-alone" and _is_day_of_many(source, match):
        return True
    if rule.name in _OF_ENTRIES:
        return opens_entry(source, match.start(), match.end())
    if (
        "\n" in source[match.start() : match.end()]
        and _LINE_ALONE.match(source, match.start())
        and opens_line(source, match.start())
    ):
        return False  # a month on a line of its own stands over what is below
    if rule.name == "month":
        if _NO_MONTH_AFTER.match(text, match.end()):
            return False
        return (
            match["part"] is not None
            or opens_entry(source, match.start(), match.end())
            or match["m"].capitalize() not in ("May", "March")
            or bool(_BEFORE_MONTH.search(before))
        )
    if rule.name == "season":
        if _NO_SEASON_AFTER.match(text, match.end()) or _NO_SEASON_BEFORE.search(before):
            return False
        return match["season"] not in ("fall", "Fall") or bool(_AUTUMN.search(before))
    if rule.name == "weekend":
        return not match[0].startswith("the") or bool(_BEFORE_WEEKEND.search(before))
    if rule.name == "solar-hijri-day" and _NAMED_AFTER.search(before):
        return False
    if rule.name == "solar-hijri-month":
        return bool(match["named"] or match["part"] or _BEFORE_HIJRI.search(before)) and not (
            match["sh"] in _NAMES_TOO and not match["named"]
        )
    if rule.name == "offset":
        return not _NO_OFFSET.search(before)
    if rule.name == "feast":
        if _NO_FEAST_AFTER.match(text, match.end()):
            return False
        named = (
            match["feast"] not in ("New Year", "Christmas")
            or match["beside"]
            or match["around"]
            or match["y"]
        )
        return bool(named or _BEFORE_FEAST.search(before))
    if rule.name == "day-of-month":
        if match["that"] or match["night"]:
            return True
        if match["d"] and opens_entry(source, match.start(), match.end()):
            return bool(_MONTH_ABOVE.search(source, max(0, match.start() - 400), match.start()))
        if _CLAUSE_BEFORE.search(before) and _NAME_AFTER.match(text, match.end()):
            return True
        if _OF_DAY.search(before):  # "an agreement of the 17th", but "of the 3rd and 5th Armies"
            return bool(_OF_DAY_AFTER.match(text, match.end()))
        return bool(_DAY_BEFORE.search(before) and _DAY_AFTER.match(text, match.end()))
    if rule.name == "bare-year-before-christ":
        return bool(_BEFORE_BARE_YEAR.search(before)) and not _COUNT.match(text, match.end())
    if rule.name == "misspelt-month":
        return month_number(match["m"]) is not None
    if rule.name in _YEAR_FIRST and "\n" in source[match.start() : match.end()]:
        return False  # a year on a line of its own
    if "yy" in match.re.groupindex or "dd" in match.re.groupindex:
        return _short(text, match, rule, before, opens_line(source, match.start()))
    if rule.name == "year-month":
        return opens_line(source, match.start())
    if rule.name == "deictic":
        return not _LAST_OF.search(before)
    if rule.name == "month-alone" and not (match[0].endswith(".") or match[0] in ("May", "March")):
        return opens_entry(source, match.start(), match.end())
    if rule.name in ("day-slash", "month-alone"):
        return bool(opens_line(source, match.start()) and _ENTRY.match(text, match.end()))
    if rule.name == "decade-words":
        return not _AGE.search(before)
    return True


def _is_day_of_many(source: str, match: re.Match[str]) -> bool:
    """Whether the line above or below that of a day opens with a day too, or that above is its month."""
    above, below = source[max(0, match.start() - 400) : match.start()], match.end()
    return opens_line(source, match.start()) and bool(
        _ENTRY.match(source, below) and (_DAY_ABOVE.search(above) or _DAY_BELOW.match(source, below))
    )


def _is_month(match: re.Match[str], source: str) -> bool:
    """ "1979-12" of ISO 8601: it runs backwards as a span of years, or stands in a list of such dates."""
    short = match["y2"]
    if len(short) != 2 or "-" not in match[0] or not 1 <= int(short) <= 12:
        return False
    beside = source[max(0, match.start() - 400) : match.end() + 400]
    return int(short) < int(match["y"]) % 100 or bool(
        opens_line(source, match.start()) and _ISO_DAY.search(beside)
    )
