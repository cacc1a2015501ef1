"""What counts from the day of writing, as data: "on Monday", "last month", "this past April", "on the 3rd inst."."""

from __future__ import annotations

from timeline.dates.rule import Rule

_HOURS = "(?: (?:morning|afternoon|evening|night))?"

WRITTEN = (
    Rule("weekday", rf"(?:(?:[Ll]ast|[Tt]his(?: past| coming)?|[Nn]ext|[Ee]arly|[Ll]ate) )?(?:<WEEKDAY>){_HOURS}(?: (?:of )?(?:last|this|next) week)?", "deictic",
         (("on Monday", "2021-09-06", "2021-09-08"), ("Monday evening", "2021-09-06", "2021-09-08"), ("early Tuesday morning", "2021-09-07", "2021-09-08"),
          ("next Wednesday", "2021-09-15", "2021-09-08"), ("last Wednesday", "2021-09-01", "2021-09-08"), ("Wednesday", "2021-09-08", "2021-09-08"),
          ("this past Sunday", "2021-09-05", "2021-09-08"), ("on Thursday last week", "2021-09-02", "2021-09-08"), ("Monday of next week", "2021-09-13", "2021-09-08"))),
    Rule("deictic", r"[Tt]he day (?:before yesterday|after tomorrow)|[Yy]esterday(?: (?:morning|afternoon|evening))?|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night|[Tt]his (?:morning|afternoon|evening)|(?:(?:[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate) )?(?:[Ll]ast|[Tt]his(?: past)?|[Nn]ext) (?:week|month|year|<SEASON>)", "deictic",
         (("yesterday", "2021-09-07", "2021-09-08"), ("the day before yesterday", "2021-09-06", "2021-09-08"), ("last month", "2021-08", "2021-09-08"),
          ("next year", "2022", "2021-09-08"), ("earlier this year", "2021", "2021-09-08"), ("last night", "2021-09-07", "2021-09-08"),
          ("last week", "2021-08-30/2021-09-05", "2021-09-08"), ("this past week", "2021-08-30/2021-09-05", "2021-09-08"),
          ("last spring", "2021-21", "2021-09-08"), ("this past summer", "2021-22", "2021-09-08"), ("last autumn", "2020-23", "2021-09-08"),
          ("this winter", "1987-24", "1988-02-09"), ("last winter", "1986-24", "1988-02-09"), ("next spring", "1988-21", "1988-02-09"))),
    Rule("weekend", r"(?:[Ll]ast|[Tt]his(?: past)?|[Nn]ext|the(?: past)?) weekend", "deictic",
         (("Over the weekend", "2021-09-04/2021-09-05", "2021-09-08"), ("a weekend, or the weekend edition", ""), ("next weekend", "2021-09-11/2021-09-12", "2021-09-08"))),
    Rule("part-of-year", r"(?:(?P<part><PART>)(?: |-)(?:the )?)?(?:(?:(?P<d><DAY>)<TH> )?(?P<m><MONTH>)|(?P<season><SEASON>)) (?:of )?(?P<which>last|this|next) year", "deictic",
         (("in November last year", "2020-11", "2021-09-08"), ("on 3 May this year", "2021-05-03", "2021-09-08"), ("by spring of next year", "2022-21", "2021-09-08"))),
    Rule("month-day-of-year", r"(?P<m><MON>) (?P<d2><DAY>)<TH>,? (?:of )?(?P<which>last|this|next) year", "deictic",
         (("On March 18 this year", "2021-03-18", "2021-09-08"), ("on Dec. 5th of last year", "2020-12-05", "2021-09-08"))),
    Rule("this-day", r"(?:[Oo]n )?this (?:very )?(?:day|date) in <Y>", "deictic",
         (("on this day in 1989", "1989-09-08", "2021-09-08"),)),
    Rule("day-of-this-month", r"(?:(?P<d><DAY>)<TH>|(?P<dw><DAYWORD>)) (?:(?:of )?(?P<which>last|this|next) month|(?P<latin>inst|ult|prox)(?:ant|imo)?\b\.?)", "deictic",
         (("on the 3rd of this month", "2021-09-03", "2021-09-08"), ("the 14th of last month", "2021-08-14", "2021-09-08"),
          ("on the 3rd inst. they left", "2021-09-03", "2021-09-08"), ("his letter of the 14th ult.", "2021-08-14", "2021-09-08"))),
    Rule("deictic-month", r"(?P<which>[Ll]ast|[Tt]his past|[Tt]his|[Nn]ext) (?P<m><MONTH>)", "deictic",
         (("last May", "2021-05", "2021-09-08"), ("last November", "2020-11", "2021-09-08"), ("this June", "2021-06", "2021-09-08"),
          ("next March", "2022-03", "2021-09-08"), ("last September", "2020-09", "2021-09-08"), ("this past April", "2021-04", "2021-09-08"),
          ("this past December", "2020-12", "2021-09-08"))),
)  # fmt: skip
