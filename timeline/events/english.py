"""Words of English that the grammar of titles and of selection goes by."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ARTICLES = _set("the a an")
SMALL = _set("the a an in at under")  # words that are moved from the front of a sentence into it
# What stands for a name, and so begins no headline.
UNNAMED = _set("""
    it they he she them him this these those that i we you us me my our your which who one ones another others such
    some many same latter former there""")
PRONOUNS = _set("it they he she this these both him them his its their i we you which who")
PERSONAL = _set("he him his she her it its they them their latter")
FIRST_PERSON = _set("i we my our")
NO_END = _set("""
    a an the of in on at to for by with from and or but as its his her their that this into over under between than
    about against after before during was were is are be been has have had not who which when while said says told
    called tried""")
# Adverbs that change what is said; the others are left out.
TELLING = _set("""
    not never no nearly almost only partly partially allegedly reportedly possibly probably apparently effectively
    officially formally jointly unofficially again back away apart closer together out up down off over first second
    third fourth fifth sixth twice more less most least home abroad north south east west ashore inside outside alone
    mainly mostly largely hardly barely scarcely supposedly falsely longer rarely seldom perhaps""")
GUESSING = _set("probably perhaps possibly apparently reportedly presumably usually")
# Verbs that a quotation may stand before: "…, he said".
SAYING = _set("""
    say says said tell tells told state states stated declare declares declared claim claims claimed announce
    announces announced warn warns warned report reports reported note noted add added admit admitted insist
    insisted argue argued think thinks thought believe believed write wrote confirm confirmed deny denied testify
    testified complain complained suggest suggested explain explained remark remarked comment commented
    acknowledge acknowledged conclude concluded recall recalled describe describes described""")
# "He told the agency that …" → "he said …", where the agency is one word too many.
SAID_INSTEAD = {
    "tell": "say",
    "tells": "says",
    "told": "said",
    "assured": "said",
    "informed": "said",
    "warned": "warned",
}
AGREEING = _set(
    "agree agrees agreed decide decides decided offer offers offered promise promised undertake undertook"
)
# What is asked for by a day has not happened yet.
ASKING = _set("""
    ask asks asked demand demands demanded order orders ordered tell tells told urge urges urged call calls called
    require requires required request requests requested instruct instructed command commanded beg begged invite invited
    want wants wanted deadline""")
PLEDGING = _set("promise promises promised pledge pledges pledged vow vows vowed")
# What somebody does to make others act: "encouraged militants to look for shelter" is nothing without the rest.
MAKING = (
    ASKING
    | _set("""
    encourage encourages encouraged force forces forced allow allows allowed help helps helped enable enables enabled
    persuade persuades persuaded lead leads led compel compelled permit permits permitted cause causes caused""")
)
# "In Russian law the ban stays", but not "in fact", "in the end".
IDLE = _set("""
    fact particular addition general turn return end time times period year years month months week weeks day days
    case response word words contrast place""")
# What joins a clause that tells when: "when NATO met, Moscow offered …".
AT_THE_TIME = _set("when once as while after")
# A noun so marked is another thing without the clause behind it: "the only force that could help".
PICKING = _set("only first last sole one ones those best worst most least")
OF_TIME = _set("""
    year years month months week weeks day days morning evening night afternoon decade decades time today yesterday
    tomorrow monday tuesday wednesday thursday friday saturday sunday century""")
MODALS = _set("will should must can could may might shall would ’ll 'll")
IF = _set("if unless suppose whether")
SUPPOSING = _set("""
    suppose supposing assume assuming imagine recommend recommends recommended expect expects predict predicts hope
    hopes plan plans expected feared planned intended supposed""")
DENYING = _set("deny denies denied doubt doubts doubted false untrue baseless unfounded not no n't n’t never")
UNTRUE = _set("forgery forgeries fake legend legends myth myths hoax fabrication fiction invention")
# "Promised aeroplanes by May" tells of no aeroplanes.
PLEDGING = _set(
    "promise promises promised pledge pledges pledged vow vows vowed demand demands demanded deadline"
)
# "Twice the figure of 1938": a year only says which.
FIGURES = _set("figure figures total totals level levels average rate number numbers census")
PERIODS = _set("years year decades months weeks days period time")
OF_MANY = _set("every each any")  # "every soldier who …": of a kind, not of one
# "This paper argues …", "the author was …": the text speaks of itself.
TEXTS = _set("""
    article paper report reports essay overview commentary account accounts chapter section survey page brief version study book author authors document
    transcript figures data table""")
AUTHORS = _set("historian historians scholar scholars author authors writer writers")
# "The group", "the country", "the two sides": whoever was named before.
GROUPS = _set(
    "group movement militia insurgents militants insurgency alliance organisation organization faction"
)
STATES = _set("country state")
# Who "he" is where one of these acts without a name.
OFFICES = _set(
    """president premier minister king emir amir shah tsar emperor sultan governor ambassador envoy consul general
    commander colonel leader chairman secretary spokesman commissioner prince heir"""
)
SIDES = _set("sides parties")
# Verbs that only say how much there is.
MEASURING = _set(
    "had has have covered covers sought climbed numbered averaged measured needed required lived cost costs"
)
# "A study of 1987", "published in 2004": what was written, not what happened.
WORKS = _set("""
    study studies book books article articles memoir memoirs essay essays volume volumes edition survey surveys thesis
    biography monograph chapter chapters dissertation""")
PUBLISHING = _set("published reprinted translated edited cited accessed retrieved reissued")
# "The papers were released in 1992": what became of what is written.
PAPERS = WORKS | _set(
    "documents papers records archives minutes transcript transcripts letters diary diaries text texts files"
)
APPEARING = PUBLISHING | _set("released printed declassified appeared appears compiled opened")
# "Minutes of the meeting, 17 March 1979": what a paper is called that is no act by itself.
RECORDS = _set(
    "telegram telegrams minutes interview interviews cable cables transcript record records dispatch despatch memo diary entry"
)
# "In 2010 the scholar John Roe argued …": of an author it is his work, and not what he did.
ARGUED = _set(
    "argued wrote showed suggested concluded explained maintained described recalled noted estimated shown"
)
# What begins, ends or is signed is no state and nobody, but the treaty or the war told before.
OF_ACTS = _set("""
    begin began begun start started end ended last lasted expire expired follow followed take took come came enter
    entered run ran signed ratified concluded held""")
OF_MANY_PARTIES = _set(
    "troika conference forum congress format trilateral multilateral regional international extended"
)
# Verbs that only say when: "ties go back to 1919, when …"; "he dates the first contact to 2007".
DATING = _set("be is are was were been go goes went gone date dates dated trace traced reach reached")
DATING_OF = _set("date dates dated dating")
# "Some books date the accord to 1872", "Lee puts it in May", "one cable gives 3 May": who gives another date, and how.
PUTS_AT = _set("date dates place places put puts set sets assign assigns attach attaches")
GIVES = _set("give gives name names")
UNNAMED_SOURCES = _set("other others some another")
# What authors do in what they write.
CITING = (
    SAYING
    | DATING_OF
    | PUTS_AT
    | GIVES
    | _set(
        "writes argues notes insists suggests concludes explains admits maintains holds finds sees quotes cites counts estimates reckons calculates"
    )
)
# What texts do with what they are about.
STUDYING = _set(
    "asks examines traces explores discusses considers surveys reviews covers studies analyses analyzes looks"
)
SOURCES = (
    TEXTS
    | AUTHORS
    | WORKS
    | UNNAMED_SOURCES
    | _set("""
    source sources work works press media newspaper newspapers magazine magazines journal journals agency agencies
    journalist journalists correspondent correspondents researcher researchers expert experts specialist specialists
    biographer biographers chronicler chroniclers witness witnesses eyewitness eyewitnesses observer observers
    chronicle chronicles chronology chronologies history histories biographies textbook textbooks encyclopedia
    encyclopedias encyclopaedia encyclopaedias yearbook yearbooks almanac almanacs handbook handbooks reference
    record records archive archives diary diaries letter letters cable cables telegram telegrams dispatch dispatches
    bulletin bulletins communique communiques file files entry entries item items digest digests website websites
    estimate estimates tradition traditions papers versions documents chapters overviews""")
)
# "It was alleged that Russia kept links" → "Russia allegedly kept links".
HEDGES = {
    "alleged": "allegedly", "claimed": "allegedly", "suspected": "allegedly", "accused": "allegedly",
    "reported": "reportedly", "rumoured": "reportedly", "rumored": "reportedly", "said": "reportedly",
    "believed": "reportedly", "thought": "reportedly", "assumed": "reportedly", "claims": "allegedly",
    "alleges": "allegedly", "allegations": "allegedly", "suspects": "allegedly", "accuses": "allegedly",
    "reports": "reportedly", "rumours": "reportedly", "rumors": "reportedly", "says": "reportedly",
}  # fmt: skip
