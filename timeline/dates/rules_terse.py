"""Dates as lists, letters and chronologies write them, as data: "1838, 21 Apr.", "10.xii.1975", "14.4.88", "'82".

``yy`` is a year of two digits and ``dd`` a decade of two ("the '80s"); ``find`` gives them their century.
"""

from __future__ import annotations

from timeline.dates.rule import Rule

TERSE = (
    Rule("year-day-month", r"<YY>(?:, ?| ?(?P<open>\()| )(?P<d><DAY>)<TH>(?: of)? (?P<m><MON>)(?(open)\))(?!,? (?:<YEAR>)|[-–—])", "point",
         (("1842, 6 Jan. They marched.", "1842-01-06"), ("1907 (18 Aug.) A note.", "1907-08-18"), ("'61, 3 Sept. Closed.", "1961-09-03"),
          ("In 1979, 12 March 1980 seemed far.", "1980-03-12"))),
    Rule("year-month-day", r"<YY>(?:, ?| ?(?P<open>\()| )(?P<m><MON>),? (?P<d><DAY>)<TH>(?(open)\))(?!,? (?:<YEAR>)|[-–—])", "point",
         (("2017, Apr. 14th Talks.", "2017-04-14"), ("1986 (July 28) A speech.", "1986-07-28"), ("1979 December 12", "1979-12-12"))),
    Rule("year-days-month", r"<YY>(?:, ?| ?(?P<open>\()| )(?P<d><DAY>)<TH>(?:<TIL>)(?P<d2><DAY>)<TH> (?P<m><MON>)(?(open)\))", "day_range",
         (("1960, 2–5 Mar. A visit.", "1960-03-02/1960-03-05"), ("'56 (17–22 Oct.) A visit.", "1956-10-17/1956-10-22"))),
    Rule("year-month-days", r"<YY>(?:, ?| ?(?P<open>\()| )(?P<m><MON>) (?P<d><DAY>)<TH>(?:<TIL>)(?P<d2><DAY>)<TH>(?(open)\))(?!,? (?:<YEAR>|<MON>))", "day_range",
         (("1960 (Mar. 2-5) A visit.", "1960-03-02/1960-03-05"), ("1988, May 15–18 A march.", "1988-05-15/1988-05-18"))),
    Rule("year-month", r"(?P<y><YEAR>), (?P<m><MON>)(?= ?[:–—.(]| [A-Z])", "point",
         (("1920, Sept.: a draft", "1920-09"), ("1936, March – a protocol", "1936-03"))),
    Rule("part-month", r"(?P<part><PART>)(?: |-)(?P<m><MON>)(?P<that><THATYEAR>)?", "point",
         (("at the end of Sept. it closed", "XXXX-09"), ("in mid-Feb. it rained", "XXXX-02"))),
    Rule("ordinal-day", r"(?P<dw><DAYWORD>) (?:day )?of (?P<m><MONTH>)(?:,? (?P<y><YEAR>)|(?P<that><THATYEAR>))?", "point",
         (("on the sixth of January", "XXXX-01-06"), ("the twenty-seventh of April 1978", "1978-04-27"))),
    Rule("month-alone", r"(?P<m>(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.)", "point",
         (("1984:\n- Sept. A fair", "XXXX-09"), ("In 1984 Jan. Novak came", "1984"))),
    Rule("year-month-in-brackets", r"(?P<y><YEAR>) \((?P<m><MON>)\)", "point",
         (("in 1928 (May) the king came", "1928-05"), ("1936 (Mar.) A protocol.", "1936-03"))),
    Rule("roman-month", r"(?P<d><DAY>)(?:\. ?| |/|-)(?P<m>(?:x?i{1,3}|i?[vx]|vi{1,3})|(?:X?I{1,3}|I?[VX]|VI{1,3}))(?:\. ?| |/|-)(?:(?P<y><YEAR>)|['’](?P<yy>[0-9]{2}))", "point",
         (("on 3.v.1928", "1928-05-03"), ("8 XI 1933", "1933-11-08"), ("28/II/1921", "1921-02-28"), ("1.i.'65", "1965-01-01"), ("14 VIII 1946", "1946-08-14"))),
    Rule("months-year", r"(?P<m><MON>)(?:<TIL>|/)(?P<m2><MON>),? (?P<y><YEAR>)", "month_range",
         (("Oct.–Nov. 1941", "1941-10/1941-11"), ("June/July 1987", "1987-06/1987-07"), ("Dec.–Jan. 1980", "1979-12/1980-01"))),
    Rule("solar-hijri-and-gregorian", r"<DAY><TH> (?:<HIJRI>),? 1[2-4][0-9]{2}(?: (?:SH|AHS|AH))?(?: ?(?P<open>\()| ?[/=] ?)(?P<d><DAY>)<TH> (?P<m><MON>),? (?P<y><YEAR>)(?(open)\))", "point",
         (("6 Jadi 1358 (27 December 1979)", "1979-12-27"), ("26 Saratan 1352 / 17 July 1973", "1973-07-17"))),
    Rule("gregorian-and-solar-hijri", r"(?P<d><DAY>)<TH> (?P<m><MON>),? (?P<y><YEAR>)(?: ?(?P<open>\()| ?[/=] ?)<DAY><TH> (?:<HIJRI>),? 1[2-4][0-9]{2}(?: (?:SH|AHS|AH))?(?(open)\))", "point",
         (("27 December 1979 (6 Jadi 1358)", "1979-12-27"),)),
    Rule("edge-day", r"(?:[Tt]he )?(?P<edge>first|last) day of (?P<m><MONTH>)(?:,? (?P<y><YEAR>))?", "point",
         (("on the last day of February 1980", "1980-02-29"), ("the first day of March", "XXXX-03-01"))),
    Rule("day-month-yy", r"(?P<d><DAY>)<TH>(?:(?P<hyphen>-)| )(?P<m><MON>)(?(hyphen)-|,? ?)(?:(?P<mark>['’])|(?<=[ -]))(?P<yy>[0-9]{2})(?! (?:<MON>))", "point",
         (("3 Mar 87. Shots.", "1987-03-03"), ("15 May '88, they left", "1988-05-15"), ("8-Feb-88: a speech", "1988-02-08"),
          ("On 8 May 20 men fell.", "XXXX-05-08"))),
    Rule("month-day-yy", r"(?P<m><MON>) (?P<d><DAY>)<TH>,? ['’](?P<yy>[0-9]{2})", "point",
         (("Dec 5 '78: a pact", "1978-12-05"),)),
    Rule("month-yy", r"(?:(?P<part><PART>)(?: |-))?(?P<m><MON>)(?:,| of)? ['’](?P<yy>[0-9]{2})", "point",
         (("in Feb. '89 they left", "1989-02"), ("In May of '88 they left", "1988-05"), ("late October '86", "1986-10"))),
    Rule("season-yy", r"(?:(?P<part><PART>)(?: |-)(?:the )?)?(?P<season><SEASON>)(?: of|,)? ['’](?P<yy>[0-9]{2})", "point",
         (("in the summer of '79", "1979-22"),)),
    Rule("numeric-yy", r"(?P<a>[0-3]?[0-9])(?P<sep>[-./])(?P<b>[0-3]?[0-9])(?P=sep)['’]?(?P<yy>[0-9]{2})", "numeric",
         (("signed 8.2.88 there", "1988-02-08"), ("3/12/78", "1978-12-03"), ("see section 3.2.11 there", ""), ("see 1.2.11", ""))),
    Rule("short-years", r"['’‘](?P<yy>[0-9]{2})[-–—]['’‘]?(?P<y2>[0-9]{2})", "year_range",
         (("the war of '79–'89", "1979/1989"), ("in '85-86", "1985/1986"))),
    Rule("short-year", r"(?:(?P<part><PART>)(?: |-))?['’‘](?P<yy>[0-9]{2})", "point",
         (("He came in '84.", "1984"), ("at the end of ’86 they left", "1986"), ("since ‘92, they", "1992"), ("they said '20 men'", ""))),
    Rule("short-decade", r"(?:(?P<part><PART>)(?: |-)(?:the )?)?['’‘](?P<dd>[0-9]0)s", "decade",
         (("in the '80s", "198X"), ("in the late ’50s", "195X"))),
    Rule("day-slash", r"(?P<d><DAY>)(?:/|\.)(?P<m>1[0-2]|0?[1-9])\.?", "point",
         (("1988\n- 14/04 Accords", "XXXX-04-14"), ("1988:\n13.5. A protest", "XXXX-05-13"), ("1988\nin 03/04 of cases", "1988"), ("- 3/4 Accords", ""))),
)  # fmt: skip
