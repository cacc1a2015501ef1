"""Text → candidate spans. Pure: knows nothing of values, years or documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.dates.months import MONTHS, month_number
from timeline.dates.rules import RULES, STARTS, Rule
from timeline.dates.timex import NamedDay

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
    "pages|copies|[Ss]treet|[Aa]venue|[Rr]oad",
)
_COUNT = re.compile(rf"(?:\s+|-)(?:{'|'.join(_COUNTED)})\b|\s?[%°$€£]")
# "May" and "March" are words too: alone they are months only behind one of these.
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|by|until|till|of|from|to|and|or|during|last|next|this|that|after|before|between|through|for|early|late|mid)[\s-]+$",
    re.IGNORECASE,
)
# "the fall of Kabul", "fall back", "winter quarters", "the Arab Spring" tell no season.
_AUTUMN = re.compile(r"\b(?:(?:in|by|during|throughout|until|since|over|that|this) (?:the )?|early |late )$")
_NO_SEASON_AFTER = re.compile(r" (?:of [A-Zt]|Palace|Olympic|Games|quarters|cloth|coat|food)")
_NO_SEASON_BEFORE = re.compile(r"(?:Arab|Prague|hot|well) $")
# A day of the month without its month: "on the 20th, they left", not "the 20th Army".
_DAY_BEFORE = re.compile(r"\b(?:[Oo]n|[Bb]y|until|from|to|since) the $")
_DAY_AFTER = re.compile(r"[,.;:)—]| (?:and|to|the|they|he|it|when|that|was|were|in|with)\b|$")
# Where a text counts years before Christ, a number of three digits behind one of these is such a year.
_BEFORE_CHRIST = re.compile(r"[0-9] ?(?:BCE?\b|B\.C)")
_BEFORE_BARE_YEAR = re.compile(
    r"\b(?:[Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Ff]rom|[Tt]o|[Oo]f|[Bb]etween|and|[Aa]fter|[Bb]efore|early|late) $"
)
_AFTER_CHRIST = tuple(rule for rule in RULES if rule.name != "bare-year-before-christ")
# A decade in words is an age behind these.
_AGE = re.compile(r"\b(?:his|her|their|my|your|our)\s+(?:early |mid-?|late )?$")

_AUTHOR = r"(?:[A-Z][\w.'’&-]*|et al\.?|and|&|von|van|de|al-\w+)"
_CITED = (
    rf"(?:(?:see|cf\.|e\.g\.,?|quoted in|in) )?{_AUTHOR}(?:,? {_AUTHOR}){{0,6}},? ?\(?[12]\d{{3}}[a-z]?\)?"
    r"(?:(?: ?:|,) ?(?:pp?\. ?)?\d+(?: ?[-–] ?\d+)?)?"
)
_CITATION = re.compile(rf"\({_CITED}(?:[;,] ?{_CITED}){{0,12}}\)")
_MONTHISH = re.compile(rf"\b(?:{'|'.join(MONTHS)}|[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)\b")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}")

NAMED_DAY = Rule("named-day", r"(?!)", "named", ())


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span of the text that one rule takes for a date expression."""

    start: int
    end: int
    rule: Rule
    groups: Mapping[str, str]
    spans: Mapping[str, tuple[int, int]] = field(default_factory=dict)


def find(text: str, skip: Sequence[tuple[int, int]] = ()) -> Iterator[Candidate]:
    """Every candidate in ``text``, in order, not overlapping; the longest reading at each place.

    ``skip`` are sorted spans that hold no prose. Citations and addresses are passed over as well.
    """
    closed = _closed(text, skip)
    rules = RULES if len(_BEFORE_CHRIST.findall(text)) >= 3 else _AFTER_CHRIST
    starts = [start for start, _ in closed]
    position = 0
    for hit in STARTS.finditer(text):
        start = hit.start()
        if start < position:
            continue
        zone = bisect_right(starts, start) - 1
        if zone >= 0 and start < closed[zone][1]:
            continue
        candidate = _longest(text, start, rules)
        if candidate is not None:
            position = candidate.end
            yield candidate


def citations(text: str) -> list[tuple[int, int]]:
    """Spans of source citations in brackets: "(Stepanova 2018; Marshall 2014: 3)".

    >>> citations("It fell (Allen 2014; Roe and Doe 2011: 15) in summer (May 1979).")
    [(8, 42)]
    """
    return [m.span() for m in _CITATION.finditer(text) if not _MONTHISH.search(m[0])]


def _closed(text: str, skip: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    spans = sorted([*skip, *citations(text), *(m.span() for m in _ADDRESS.finditer(text))])
    closed: list[tuple[int, int]] = []
    for start, end in spans:
        if closed and start <= closed[-1][1]:
            closed[-1] = (closed[-1][0], max(end, closed[-1][1]))
        else:
            closed.append((start, end))
    return closed


def _longest(text: str, start: int, rules: Sequence[Rule]) -> Candidate | None:
    best: Candidate | None = None
    for rule in rules:
        match = rule.regex.match(text, start)
        if match and (best is None or match.end() > best.end) and _is_date(text, match, rule):
            spans = {
                name: match.span(name)
                for name in ("d", "d2", "y", "y2")
                if name in match.re.groupindex and match[name]
            }
            groups = {name: value for name, value in match.groupdict().items() if value} | {"text": match[0]}
            best = Candidate(match.start(), match.end(), rule, groups, spans)
    return best


def _is_date(text: str, match: re.Match[str], rule: Rule) -> bool:
    before = text[max(0, match.start() - 24) : match.start()]
    if rule.name in ("year", "year-range"):
        return not (_LABEL.search(before) or _COUNT.match(text, match.end()))
    if rule.name == "month":
        return (
            match["part"] is not None
            or match["m"] not in ("May", "March")
            or bool(_BEFORE_MONTH.search(before))
        )
    if rule.name == "season":
        if _NO_SEASON_AFTER.match(text, match.end()) or _NO_SEASON_BEFORE.search(before):
            return False
        return match["season"] not in ("fall", "Fall") or bool(_AUTUMN.search(before))
    if rule.name == "offset":
        return not before.endswith(("for ", "For "))  # "for a week before …" is a duration
    if rule.name == "day-of-month":
        return bool(match["that"] or (_DAY_BEFORE.search(before) and _DAY_AFTER.match(text, match.end())))
    if rule.name == "bare-year-before-christ":
        return bool(_BEFORE_BARE_YEAR.search(before)) and not _COUNT.match(text, match.end())
    if rule.name == "misspelt-month":
        return month_number(match["m"]) is not None
    if rule.name == "decade-words":
        return not _AGE.search(before)
    return True


def with_named_days(text: str, found: Iterable[Candidate], days: Sequence[NamedDay]) -> Iterable[Candidate]:
    """``found`` with the named days that stand in ``text`` among them, in order and not overlapping."""
    named = [
        Candidate(match.start(), match.end(), NAMED_DAY, {"edtf": day.edtf})
        for day in days
        for phrase in day.phrases
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    ]
    if not named:
        return found
    taken: list[Candidate] = []
    for candidate in sorted([*named, *found], key=lambda c: (c.start, -c.end, c.rule is not NAMED_DAY)):
        if not taken or candidate.start >= taken[-1].end:
            taken.append(candidate)
    return taken
