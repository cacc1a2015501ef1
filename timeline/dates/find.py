"""Text → candidate spans. Pure: knows nothing of values, years or documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from timeline.dates.blank import blank
from timeline.dates.citing import citations
from timeline.dates.context import is_date
from timeline.dates.headings import Headings
from timeline.dates.rule import DAY_WORDS, MACROS, Rule
from timeline.dates.rules import RULES, STARTS
from timeline.dates.timex import NamedDay

# Where a text counts years before Christ, a number of three digits after "in" or "by" is such a year.
_BEFORE_CHRIST = re.compile(r"[0-9] ?(?:BCE?\b|B\.C)")
_AFTER_CHRIST = tuple(rule for rule in RULES if rule.name != "bare-year-before-christ")
# A line break inside a paragraph is a space, so are a tab and a no-break space.
_LINE_BREAK = re.compile(r"(?<!\n)\n(?![ \t]*(?:\r?\n|$))|\r(?=\n(?![ \t]*\r?\n))")
_BLANKS = str.maketrans("\t\xa0", "  ")
_EMPHASIS = re.compile(r"(?<![\w/])_{1,3}(?=\w)|(?<=[\w.)])_{1,3}(?![\w/])")  # "_1979_" of Markdown
_YEAR = re.compile(r"\b(?:1[5-9][0-9]{2}|20[0-9]{2})\b")  # 1357 may be of another calendar
_PRESENT = 1980  # what years of two digits are near to in a text that has no year of four
_YEARLY = (
    "day-month",
    "month-day",
    "month",
    "season",
    "feast",
    "days-month",
    "month-days",
)  # a set, before "every year"
_EACH_YEAR = re.compile(r",? (?:of )?(?:(?:every|each) year|annually|yearly)\b")
UNDER_YEARS = ("day-slash", "month-alone")  # rules that hold below a year alone on its line
UNDER_MONTHS = ("day-alone",)  # below a month
NAMED_DAY = Rule("named-day", r"(?!)", "named", ())

# "Roe, A. and B. Doe (1994) A Book. Lund." on a line of its own
_BOOK = re.compile(
    r"(?:^|(?<=\n))[ \t•*–-]{0,6}(?:\[?[0-9]{1,3}[\].)]{1,2} )?[A-Z][\w'’-]+, (?:[A-Z]\.[ -]?){1,3}"
    r"(?:[,(]|and |& |et al)[^\n]{0,60}[0-9(][^\n]{0,400}"
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of the text that one rule takes for a date expression."""

    start: int
    end: int
    rule: Rule
    groups: Mapping[str, str]
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def find(
    text: str, skip: Sequence[tuple[int, int]] = (), named_days: Sequence[NamedDay] = ()
) -> Iterator[Candidate]:
    """Every candidate in ``text``, in order, not overlapping; the longest reading at each place.

    ``skip`` are sorted spans that hold no prose; citations and addresses are passed over as well.
    ``named_days`` are found by their names.
    """
    plain = _EMPHASIS.sub(_blanks_for, _LINE_BREAK.sub(" ", text).translate(_BLANKS))
    plain = blank(plain, skip)  # as long as the text
    closed = _closed(text, skip)
    rules = RULES if len(_BEFORE_CHRIST.findall(plain)) >= 3 else _AFTER_CHRIST
    anywhere = tuple(rule for rule in rules if rule.name not in (*UNDER_YEARS, *UNDER_MONTHS))
    under_years = tuple(rule for rule in rules if rule.name not in UNDER_MONTHS)
    headings = Headings(text)
    named = _named(plain, named_days)
    position = 0
    first_year = _YEAR.search(plain)
    near = int(first_year[0]) if first_year else _PRESENT
    for start in sorted({*named, *(hit.start() for hit in STARTS.finditer(plain))}):
        if start < position or _inside(start, closed):
            continue
        under = under_years if headings.year_over(start) is not None else anywhere
        here = rules if headings.under_month(start) else under
        candidate = named.get(start) or _longest(plain, text, start, here)
        if candidate is not None:
            candidate = _with_century(candidate, near)
            near = int(candidate.groups.get("y") or candidate.groups.get("decade") or near)
            position = candidate.end
            if not (candidate.rule.name in _YEARLY and _EACH_YEAR.match(plain, position)):
                yield candidate


def _blanks_for(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _with_century(c: Candidate, near: int) -> Candidate:
    """``c`` with the year, or decade, of four digits that its two digits mean: the closest to ``near``."""
    for short, full in (("yy", "y"), ("dd", "decade")):
        if short in c.groups and full not in c.groups:
            two = int(c.groups[short])
            year = near + (two - near + 50) % 100 - 50
            spans = dict(c.spans) | ({"y": c.spans["yy"]} if short == "yy" else {})
            return replace(c, groups=dict(c.groups) | {full: str(year)}, spans=spans)
    return c


def _named(text: str, named_days: Sequence[NamedDay]) -> dict[int, Candidate]:
    """The named days in ``text``, by where they start."""
    edtf = {phrase: day.edtf for day in named_days for phrase in day.phrases}
    if not edtf:
        return {}
    phrases = "|".join(map(re.escape, sorted(edtf, key=lambda phrase: (-len(phrase), phrase))))
    matches = re.finditer(
        rf"(?<![\w/.-])(?P<name>{phrases})(?![\w/-])(?:(?:,| of)? (?P<y>{MACROS['YEAR']})\b)?", text
    )
    named = {}
    for m in matches:
        lost = edtf[m["name"]].startswith("XXXX")
        if (m["y"] and not lost) or not is_date(text, m, NAMED_DAY, text):
            continue  # "the attacks of 11 September 2001" hold a full date
        groups = {"edtf": edtf[m["name"]], "text": m[0]} | ({"y": m["y"]} if m["y"] else {})
        spans = {"y": m.span("y")} if m["y"] else {}
        named[m.start()] = Candidate(m.start(), m.end(), NAMED_DAY, groups, spans)
    return named


def _inside(position: int, closed: Sequence[tuple[int, int]]) -> bool:
    zone = bisect_right(closed, (position, len(closed) and closed[-1][1])) - 1
    return zone >= 0 and closed[zone][0] <= position < closed[zone][1]


def _closed(text: str, skip: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    others = (match.span() for form in (_ADDRESS, _BOOK) for match in form.finditer(text))
    spans = sorted([*skip, *citations(text), *others])
    closed: list[tuple[int, int]] = []
    for start, end in spans:
        if closed and start <= closed[-1][1]:
            closed[-1] = (closed[-1][0], max(end, closed[-1][1]))
        else:
            closed.append((start, end))
    return closed


def _longest(text: str, source: str, start: int, rules: Sequence[Rule]) -> Candidate | None:
    best: Candidate | None = None
    for rule in rules:
        match = rule.regex.match(text, start)
        if match and (best is None or match.end() > best.end) and is_date(text, match, rule, source):
            spans = {
                name: match.span(name)
                for name in ("d", "d2", "y", "y2", "yy", "m", "m2", "list")
                if name in match.re.groupindex and match[name]
            }
            groups = {name: value for name, value in match.groupdict().items() if value} | {"text": match[0]}
            if "dw" in groups:
                groups["d"] = str(DAY_WORDS.index(groups["dw"]) + 1)
            best = Candidate(match.start(), match.end(), rule, groups, spans)
    return best
