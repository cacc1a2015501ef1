"""What counts from another date, as data: "two days later", "that year", "last month", "on Monday"."""

from __future__ import annotations

from timeline.dates.rule import Rule

COUNTED = (
    Rule("offset", r"(?:(?:about|almost|nearly|some|just|only|over|less than|more than|a mere) )?(?P<n><N>) (?P<unit><UNIT>)s? (?P<way>later|earlier|afterwards?|after|before|previously)",
         "offset",
         (("Two days later the fort fell", "1979-12-27", "1979-12-25"), ("A year later", "2016", "2015-10"),
          ("three weeks earlier", "1979-12-03", "1979-12-24"), ("Six months after the coup", "1979-02", "1978-08"),
          ("Thirteen days later", "1950-06-25", "1950-06-12"), ("the day after the battle", "1918-08-09", "1918-08-08"),
          ("Twenty-five days later", "1980-01-18", "1979-12-24"), ("Half a year later", ""))),
    Rule("ago", r"(?P<n><N>) (?P<unit><UNIT>)s? (?P<way>ago)", "offset",
         (("two years ago", "2019", "2021-09-08"),)),
    Rule("next", r"(?:[Ee]arly |[Ll]ate )?(?:[Tt]he|[Tt]hat) (?:very )?(?P<which>following|next|previous|preceding) (?P<unit><UNIT>|<SEASON>|<MONTH>|morning|evening|night|afternoon)", "anaphor",
         (("The next day", "1979-12-28", "1979-12-27"), ("the following month", "1989-01", "1988-12-27"),
          ("the previous year", "1978", "1979-03"), ("the previous April", "1918-04", "1918-09-02"),
          ("the following May", "1989-05", "1988-05-15"), ("the previous century", "18XX", "1905"), ("The next spring", "1980-21", "1980-01"), ("The next spring", "1981-21", "1980-05"))),
    Rule("same", r"(?:[Ll]ater |[Ee]arlier |[Ee]arly |[Ll]ate )?(?:[Tt]hat(?: same| very)?|[Tt]he same|[Tt]his same) (?P<unit><UNIT>|<SEASON>|morning|evening|night|afternoon)", "anaphor",
         (("that year", "1995", "1995-08"), ("The same day", "1979-12-27", "1979-12-27"),
          ("later that month", "1988-05", "1988-05-15"), ("that autumn", "1838-23", "1838-10-01"), ("That winter", "1979-24", "1980-01"))),
    Rule("end-of-unit", r"[Tt]he (?:end|beginning|start|middle) of (?:the|that) (?P<unit>month|year)|(?P<which2>month|year)['’]s end|[Ll]ate(?:r)? in the (?P<unit2>month|year)|[Tt]he (?P<unit3>day) following(?! [A-Z])|[Hh]ours (?P<unit4>later)", "anaphor",
         (("by the end of the month", "1940-05", "1940-05-10"), ("by month's end", "1951-05", "1951-05-10"),
          ("Later in the year", "1946", "1946-03"), ("Hours later", "1950-06-25", "1950-06-25"),
          ("the day following", "1865-05-12", "1865-05-11"))),
    Rule("weekday", r"(?:[Ll]ast |[Tt]his |[Nn]ext )?(?:<WEEKDAY>)", "deictic",
         (("on Monday", "2021-09-06", "2021-09-08"),)),
    Rule("deictic", r"[Yy]esterday|[Tt]oday|[Tt]omorrow|(?:[Ll]ast|[Tt]his|[Nn]ext) (?:week|month|year|<SEASON>)", "deictic",
         (("yesterday", "2021-09-07", "2021-09-08"), ("last month", "2021-08", "2021-09-08"),
          ("next year", "2022", "2021-09-08"))),
)  # fmt: skip
