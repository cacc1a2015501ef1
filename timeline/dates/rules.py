"""The date expressions of English prose, as data.

One row is one kind of expression: a pattern, how its named groups are read (a function of ``normalize``),
and examples that are its tests: (text, value) or (text, value, anchor), where the expression is the longest
one found in the text. Adding an expression is adding a row.

Named groups: ``y m d`` year, month, day (``y2 m2 d2`` the second end), ``part`` early/mid/late …, ``about``,
``season quarter decade century``, ``n unit way`` an offset, ``which`` an anaphor.
"""

from __future__ import annotations

import re

from timeline.dates.rule import DAY_WORDS, DECADE_WORDS, MACROS, ORDINAL_WORDS, Rule
from timeline.dates.rules_counted import COUNTED
from timeline.dates.rules_terse import TERSE
from timeline.dates.rules_written import WRITTEN

_STATED = (
    Rule("iso-day", r"(?P<y>[0-9]{4})(?P<sep>[-/.])(?P<m>[01][0-9])(?P=sep)(?P<d>[0-3][0-9])(?:T[0-9:.]+Z?)?", "point",
         (("It fell on 1979-12-24.", "1979-12-24"), ("entered on 1978/12/05", "1978-12-05"))),
    Rule("day-month-year",
         r"<HOUR>(?:(?:<WEEKDAY>),? )?(?:(?P<about><ABOUT>) ?)?(?P<d><DAY>)<TH>(?: of| day of)? (?P<m><MON>),?(?: of)? (?P<y><YEAR>)", "point",
         (("on 24 December 1979 at dusk", "1979-12-24"), ("the 3rd of May, 1928", "1928-05-03"),
          ("Thursday 27 December 1979", "1979-12-27"), ("08 April 2018", "2018-04-08"),
          ("about 12 May 1839", "1839-05-12~"), ("5 Sept. 1885", "1885-09-05"),
          ("on the night of 27 December 1979", "1979-12-27"))),
    Rule("month-day-year",
         r"<HOUR>(?:(?:<WEEKDAY>),? )?(?:(?P<about><ABOUT>) ?)?(?P<m><MON>) (?P<d><DAY>)<TH>(?:,? | of )(?P<y><YEAR>)", "point",
         (("on December 24, 1979", "1979-12-24"), ("October 05, 2018", "2018-10-05"),
          ("Feb. 15th 1989", "1989-02-15"), ("June 20 of 1792", "1792-06-20"))),
    Rule("misspelt-month", r"(?P<d><DAY>)<TH> (?P<m>[A-Z][a-z]{2,9}),? (?P<y><YEAR>)", "point",
         (("on 16 Auguest 2021", "2021-08-16"), ("3 Febuary 1989", "1989-02-03"),
          ("he had 12 Colts 1885 and later", "1885"))),
    Rule("day-month", r"<HOUR>(?:(?:<WEEKDAY>),? )?(?P<d><DAY>)<TH>(?: of| day of)? (?P<m><MON>)(?P<that><THATYEAR>)?", "point",
         (("on 24 March it rained", "XXXX-03-24"), ("the 5th of December", "XXXX-12-05"))),
    Rule("month-day", r"<HOUR>(?:(?:<WEEKDAY>),? )?(?P<m><MON>) (?P<d><DAY>)<TH>(?P<that><THATYEAR>)?", "point",
         (("On September 13, the cabinet", "XXXX-09-13"), ("the November 9 talks", "XXXX-11-09"),
          ("on July 25 of that year", "XXXX-07-25"))),
    Rule("solar-hijri", r"(?:(?P<d><DAY>)<TH> (?P<sh><HIJRI>)|(?P<sh2><HIJRI>)(?: (?P<d2><DAY>)<TH>)?),? (?P<hy>1[2-4][0-9]{2})", "solar_hijri",
         (("on 7 Saur 1357", "1978-04-27"), ("6 Jadi 1358", "1979-12-27"), ("Saur 7, 1357", "1978-04-27"),
          ("in Saur 1357", "1978-04-21/1978-05-21"))),
    Rule("solar-hijri-day", r"(?P<d><DAY>)<TH>(?: of| day of)?(?: (?:the )?month(?: of)?)? (?P<sh><HIJRI>)|(?!Hut )(?P<sh2><HIJRI>) (?P<d2><DAY>)<TH>(?! [A-Z])", "solar_hijri",
         (("on 24 Hut the city rose", ""), ("the 7th of Saur", ""), ("On Jadi 6, they came", ""))),
    Rule("solar-hijri-month", r"(?:(?P<part><PART>|[Ee]arly in|[Ll]ate in)(?: |-)(?:the )?)?(?P<named>(?:the )?month of )?(?P<sh><HIJRI>)(?! [A-Z])", "solar_hijri",
         (("early in the month of Jadi", ""), ("the Saur Revolution", ""), ("Asad came in Asad's car", ""))),
    Rule("solar-hijri-year", r"(?P<hy>1[2-4][0-9]{2}) (?:SH|AHS|A\.H\.S\.|[Ss]olar Hijri|[Hh]ijri [Ss]hamsi|[Ss]hamsi)", "solar_hijri",
         (("in 1357 SH", "1978-03-21/1979-03-20"),)),
    Rule("old-style-day", r"(?P<d><DAY>) ?(?:\((?P<d2><DAY>)\)|/(?P<d3><DAY>)) (?P<m><MON>),? (?P<y><YEAR>)", "old_style",
         (("12 (24) April 1877", "1877-04-24"), ("12/24 April 1877", "1877-04-24"), ("25 (6) October 1885", "1885-11-06"),
          ("the night of 1/2 May 1980", "1980-05-01/1980-05-02"))),
    Rule("old-style-both", r"(?P<d><DAY>) (?P<m><MON>) ?\((?P<d2><DAY>) (?P<m2><MON>)\),? (?P<y><YEAR>)", "old_style",
         (("31 March (12 April) 1878", "1878-04-12"),)),
    Rule("old-style-named", r"(?P<d><DAY>) (?P<m><MON>),? (?P<y><YEAR>),? <OLD>(?:,? \(?(?:<DAY>) (?:<MON>) <NEW>\)?)?", "old_style",
         (("18 March 1885 (O.S.)", "1885-03-30"), ("18 March 1885 Old Style", "1885-03-30"))),
    Rule("old-style-numeric", r"(?P<d><DAY>)\.(?P<m>1[0-2]|0?[1-9])\.(?P<y><YEAR>),? <OLD>", "old_style",
         (("16.8.1907 (Old Style)", "1907-08-29"), ("on 18.03.1885 O.S.", "1885-03-30"))),
    Rule("old-style-in-words", r"(?P<d><DAY>) (?P<m><MON>)(?:,? (?P<y><YEAR>))?,? <JULIAN>", "old_style",
         (("28 February 1921 by the old calendar", "1921-03-13"), ("on 18 March 1885 in the Julian or “Old Style” calendar", "1885-03-30"))),
    Rule("old-style-then-new", r"(?P<d><DAY>) (?P<m><MON>) (?P<y><YEAR>) \((?P<d2><DAY>) (?P<m2><MON>)(?: <YEAR>)?,? <NEW>\)", "old_style",
         (("18 March 1885 (30 March New Style)", "1885-03-30"),)),
    Rule("old-style-after-new", r"(?P<new><DAY>) (?P<m><MON>) (?P<y><YEAR>),? \((?:<DAY>) (?:<MON>)(?: <YEAR>)?,? (?:O\.? ?S\.?|[Oo]ld [Ss]tyle|Julian)\)", "old_style",
         (("30 March 1885 (18 March Old Style)", "1885-03-30"),)),
    Rule("month-year",
         r"(?:(?P<part><PART>)(?: |-))?(?:(?P<about><ABOUT>) ?)?(?P<m><MON>),?(?: of)? <Y>", "point",
         (("in February 2003", "2003-02"), ("in mid-November 1991", "1991-11"), ("July of 1914", "1914-07"),
          ("about October 1838", "1838-10~"), ("at the end of May 1988", "1988-05"), ("in April 480 BC", "-0479-04"))),
    Rule("month", r"(?:(?P<part><PART>)(?: |-))?(?P<m><MONTH>)(?P<that><THATYEAR>)?", "point",
         (("In mid-November it invited", "XXXX-11"), ("in February the last men", "XXXX-02"),
          ("They may leave", ""), ("In May they left", "XXXX-05"), ("in August of that year", "XXXX-08"))),
    Rule("season-year", r"(?:(?P<part><PART>|[Ee]arly in|[Ll]ate in)(?: |-)(?:the )?)?(?P<season><SEASON>)(?: of|,)? <Y>", "point",
         (("in the spring of 1968", "1968-21"), ("winter 1982", "1982-24"), ("late summer 1988", "1988-22"),
          ("in late autumn of 481 BC", "-0480-23"))),
    Rule("winter-of-two-years", r"(?:(?P<part><PART>|[Ee]arly in|[Ll]ate in)(?: |-)(?:the )?)?(?P<season>[Ww]inter)(?: of|,)? (?P<y><YEAR>) ?[-–—/] ?(?:<YEAR>|[0-9]{2})", "point",
         (("in the winter of 1956–57", "1956-24"), ("winter 1956/1957", "1956-24"))),
    Rule("season", r"(?:(?P<part><PART>|[Ee]arly in|[Ll]ate in)(?: |-)(?:the )?)?(?P<season><SEASON>)(?P<that><THATYEAR>)?", "point",
         (("During the summer they rested.", "XXXX-22"), ("the Spring Offensive", "XXXX-21"),
          ("until the fall of Budapest", ""), ("They began to fall back.", ""), ("in winter quarters", ""))),
    Rule("feast", r"(?:<HOUR>|(?P<beside>[Jj]ust|[Ss]hortly|[Ss]oon|[Rr]ight|[Aa] little|[Nn]ot long) (?:after|before|around) (?:the )?|(?P<around>[Aa]round|[Aa]bout) (?:the )?)(?P<feast><FEAST>)(?:,?(?: of)? (?P<y><YEAR>)|(?P<that><THATYEAR>))?", "named",
         (("at Christmas 1985 they met", "1985-12-25"), ("On New Year's Eve the guests", "XXXX-12-31"), ("a New Year speech", ""),
          ("just after Christmas 1985", "1985-12-25~"), ("Christmas night", "XXXX-12-25"), ("on April Fools’ Day they", "XXXX-04-01"),
          ("the morning of Christmas Day, 1985", "1985-12-25"), ("the Christmas tree", ""), ("May Day parades", ""))),
    Rule("quarter-year", r"(?P<quarter>first|second|third|fourth) quarter of (?P<y><YEAR>)|Q(?P<q>[1-4]) (?P<y2><YEAR>)", "quarter",
         (("in the first quarter of 1980", "1980-33"), ("Q3 2014", "2014-35"))),
    Rule("islamic-year", r"(?P<hy>1[0-4][0-9]{2}) (?:AH|A\.H\.|[Hh]ijri [Qq]amari|[Ll]unar [Hh]ijri)", "lunar_hijri",
         (("coins of 1298 AH", "1880-12-04/1881-11-22"),)),
    Rule("year-range", r"(?:(?P<about><ABOUT>) ?)?(?P<y><YEAR>)(?:[-–—/])(?P<y2><YEAR>|[0-9]{2}|(?<![/])[1-9](?!-))", "year_range",
         (("the war of 1979-1989", "1979/1989"), ("in 1978–80", "1978/1980"), ("the 2001/02 winter", "2001/2002"),
          ("in 1899–02", "1899/1902"), ("in 1946–8 he", "1946/1948"), ("in 1986–2 he", ""), ("in 1979/8", "1979"), ("Around 1936/37", "1936~/1937~"))),
    Rule("decades", r"(?P<y>1[0-9]{2}0)s(?:<TIL>|/)(?:the )?['’]?(?P<y2>1[0-9]{2}0|[1-9]0)s", "decades",
         (("in the 1860s–70s", "1860/1879"), ("from the 1950s to the 1970s", "1950/1979"))),
    Rule("iso-month", r"(?P<y>[12][0-9]{3})-(?P<m>0[1-9]|1[0-2])", "point", (("in 1979-12 and 2021-08", "1979-12"),)),
    Rule("years-before-christ", r"(?P<y>[1-9][0-9]{0,3})(?:<TIL>)(?P<y2>[1-9][0-9]{0,3}) ?(?P<era><BC>)", "year_range",
         (("the revolt of 499–493 BC", "-0498/-0492"),)),
    Rule("days-month",
         r"(?P<list>(?:<DAY><TH>, ?){1,9})?(?P<d><DAY>)<TH>(?:<TIL>|(?P<pair>,? (?:and|or) (?:the )?))(?P<d2><DAY>)<TH>(?: of)? (?P<m><MON>)(?:,? (?P<y><YEAR>)|(?P<that><THATYEAR>))?", "day_range",
         (("from 15 to 19 December 1955", "1955-12-15/1955-12-19"), ("2–5 March 1960", "1960-03-02/1960-03-05"))),
    Rule("month-days", r"(?P<m><MON>) (?P<list>(?:<DAY><TH>, ?){1,9})?(?P<d><DAY>)<TH>(?:<TIL>|(?P<pair>,? (?:and|or) (?:the )?))(?P<d2><DAY>)<TH>(?! (?:<MON>))(?:,? (?P<y><YEAR>))?", "day_range",
         (("July 17-31, 1957", "1957-07-17/1957-07-31"), ("January 7 to 9", "XXXX-01-07/XXXX-01-09"))),
    Rule("numeric-day", r"(?P<a>[0-3]?[0-9])(?P<sep>[-./])(?P<b>[0-3]?[0-9])(?P=sep)(?P<y><YEAR>)", "numeric",
         (("dated 27/05/1919", "1919-05-27"), ("05/27/1919", "1919-05-27"), ("08-09-2021", "2021-09-08"),
          ("24.12.1979", "1979-12-24"))),
    Rule("decade",
         r"(?:(?P<part><PART>)(?: |-)(?:the )?|(?P<half>first|second) half of (?:the )?)?(?:(?P<bcy>[1-9][0-9]{0,2}0)s (?:<BC>)|(?P<decade>1[0-9]{2}0|20[0-9]0)['’]?s)", "decade",
         (("in the 1980s", "198X"), ("the late 1970s", "197X"), ("in the mid-1990s", "199X"),
          ("the second half of the 1990s", "1995/1999"), ("the 470s BC", "-047X"))),
    Rule("decade-words", r"(?:(?P<part><PART>)(?: |-))?(?:(?P<hundred>eighteen|nineteen)(?: |-))?(?P<words>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)",
         "decade_words", (("in the seventies", "197X", "1979"), ("in the nineties", "199X", "1979"), ("in the nineties", "189X", "1905"), ("he was in his fifties", ""),
          ("in the nineteen-eighties", "198X"))),
    Rule("decade-of-century", r"(?P<nth>first|last|final|opening|closing|<ORDINAL>) (?:decade|ten years) of the (?P<century><ORDINAL>)(?: |-)[Cc]entury", "century",
         (("in the first decade of the twentieth century", "190X"), ("the closing decade of the 19th century", "189X"),
          ("the second decade of the twenty-first century", "201X"))),
    Rule("century", r"(?:(?P<part><PART>)(?: |-))?(?P<century><ORDINAL>)(?: |-)[Cc]entur(?:y|ies)(?: (?P<bc><BC>))?", "century",
         (("in the 19th century", "18XX"), ("the late nineteenth century", "18XX"), ("the twenty-first century", "20XX"), ("the 4th century BC", "-03XX"))),
    Rule("edge-of-year", r"(?:[Tt]he )?(?:(?:very )?(?P<edge>first|last|opening|closing|final) (?:day|days|weeks?)|(?:very )(?P<edge2>beginning|start|end)) of <Y>", "edge_of_year",
         (("in the last week of 1979", "1979-12"), ("the first days of 1980", "1980-01"), ("on the last day of 1979", "1979-12-31"),
          ("at the very end of 1979", "1979-12"), ("the last days of 480 BC", "-0479-12"), ("the last months of 1979", "1979"))),
    Rule("part-year", r"(?P<part><PART>|[Ee]arly in|[Ll]ate in|[Ll]ater in)(?: |-)<Y>", "point",
         (("in late 2014", "2014"), ("By early 2000", "2000"), ("at the end of 1979", "1979"), ("mid-1985", "1985"),
          ("Early in 1862", "1862"))),
    Rule("about-year", r"(?P<about><ABOUT>) ?<Y>", "point",
         (("c. 1750", "1750~"), ("circa 1839", "1839~"), ("ca. 466 BC", "-0465~"))),
    Rule("era-year", r"(?P<y>[1-9][0-9]{0,3}) (?P<era>CE|AD|A\.D\.)|(?:AD|A\.D\.) (?P<y2>[1-9][0-9]{0,3})", "era_year",
         (("AD 642", "0642"), ("in 651 CE", "0651"))),
    Rule("year", r"(?:[Tt]he year )?<Y>", "point",
         (("in 1919 when", "1919"), ("Since 2011, it", "2011"), ("in 330 BC", "-0329"), ("the year 1950", "1950"))),
    Rule("bare-year-before-christ", r"(?P<bcy>[1-9][0-9]{2})", "point",
         (("In 490 BC, in 480 BC and in 479 BC they fought, but not in 492, when", "-0489"),)),
    Rule("day-of-month", r"(?:(?P<night>[Nn]ight|[Ee]vening|[Mm]orning|[Aa]fternoon|[Dd]awn) of the )?(?:(?P<d><DAY>)(?:st|nd|rd|th)|(?P<dw><LATERDAY>))(?P<that> of (?:that|the same|the) month)?", "day_of_month",
         (("On the 20th, they left", "1917-09-20", "1917-09-03"), ("the 5th Army", ""),
          ("the night of the 9th", "1984-05-09", "1984-05-03"), ("On the 12th General Orlov left", "1984-05-12", "1984-05-03"),
          ("on the 12th Guards Division", ""), ("on the twenty-first, they left", "1984-05-21", "1984-05-03"), ("on the fifth floor", ""))),
)  # fmt: skip
RULES = (*_STATED, *TERSE, *COUNTED, *WRITTEN)
# The first word of anything that a rule may find (digits apart).
_FIRST_WORDS = "|".join(
    (
        MACROS["MON"], MACROS["PART"], MACROS["ABOUT"], MACROS["SEASON"], MACROS["N"], MACROS["WEEKDAY"], MACROS["HIJRI"],
        "New(?= Year)|Christmas|Boxing|All(?= [FS])|International(?= W)|Women(?=['’]s Day)|St(?=\\.? Val)|Valentine|Bastille|Armistice|Hallowe|Halloween|Midsummer",
        "Orthodox(?= C)|Russian(?= C)|Old(?= N)|[Ss]hortly(?= [ab])|[Ss]oon(?= a)|[Rr]ight(?= [ab])|[Nn]ot(?= (?:quite|long) )",
        *DAY_WORDS, *ORDINAL_WORDS, *DECADE_WORDS, "eighteen|nineteen",
        "[Tt]he", "[Tt]hat", "[Tt]his", "[Ll]ater?|[Ee]arly", "[Ee]arlier", "AD", "A\\.D\\.", "[Aa]bout|[Aa]lmost|[Nn]early|[Ss]ome|[Jj]ust|[Oo]nly|[Oo]ver|[Ll]ess|[Mm]ore|[Aa]", "Q[1-4]", "[IVX]{1,4}(?=[ ./-])",
        "[Ll]ast|[Nn]ext|closing|opening|final", "[Ss]ame(?= (?:day|night|evening|afternoon)\\b)|[Ww]ell(?= (?:over|under|more|less) )|[Ss]lightly(?= )|[Uu]nder(?= )|[Rr]oughly|[Ee]xactly|third(?= of)|very(?= [befls])", "[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ww]ithin", "night|evening|morning|afternoon|dawn", "month|year", "[Hh]ours|[Mm]inutes|[Hh]alf",
    )
)  # fmt: skip
# Where an expression may begin: at a digit or a word, not inside one, and not behind a sign that makes it a
# label or a part of a larger number; behind a hyphen only where a month stands before it ("July-November").
STARTS = re.compile(
    rf"(?:(?<![\w$€£#§./,:-])|(?<=[a-z][-/])|(?<=[0-9][-–](?=[A-Z])))(?:(?=['’‘]?[0-9])|(?={_FIRST_WORDS})\b)"
)
