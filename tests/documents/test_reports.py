"""The dates that news reports and releases give of themselves: datelines, presswork, several reports in one text."""

import re
from pathlib import Path

import pytest

from tests.documents.reading import matter, read_one

DATELINES = [
    ("KABUL, 3 March 2021 [Reuter] -", "2021-03-03"),
    ("KABUL, March 3, 2021, Reuter -", "2021-03-03"),
    ("KABUL/MOSCOW, March 3, 2021 –", "2021-03-03"),
    ("KABUL / MOSCOW, March 3, 2021 –", "2021-03-03"),
    ("[Text] Moscow, 3 Mar 2021 (TASS) --", "2021-03-03"),
    ("KABUL — March 3, 2021 —", "2021-03-03"),
    ("ST. PETERSBURG, Russia -- March 3, 2021 --", "2021-03-03"),
    ("March 3, 2021 (Reuters) -", "2021-03-03"),
    ("(Kabul, March 3, 2021)", "2021-03-03"),
]


@pytest.mark.parametrize(("line", "created"), DATELINES)
def test_datelines_of_agencies_and_papers(tmp_path: Path, line: str, created: str) -> None:
    document = read_one(
        tmp_path, "a.txt", f"Talks\n\n{line} The envoys met on Tuesday.\n\nThey had met in 1979."
    )
    assert (document.created, matter(document)) == (created, [line])


GLUED = [
    ("LONDON, Tuesday, March 5, 1919.—", "1919-03-05"),
    ("ISLAMABAD, Feb. 8, 1988 (AP)--", "1988-02-08"),
    ("ISLAMABAD, Feb. 8, 1988 (AP)_", "1988-02-08"),
]


@pytest.mark.parametrize(("line", "created"), GLUED)
def test_datelines_that_run_into_the_text(tmp_path: Path, line: str, created: str) -> None:
    document = read_one(tmp_path, "a.txt", f"Talks\n\n{line}The envoys met.\n\nThey had met in 1979.")
    assert (document.created, matter(document)) == (created, [line])


PRESSWORK = [
    # line, created ('' and no matter where it is no line of presswork)
    ("KABUL, April 14, 1988", "1988-04-14"),
    ("Thu 14 Apr 1988 18.05 BST", "1988-04-14"),
    ("14 April 1988, 18:05 GMT", "1988-04-14"),
    ("April 14, 1988, 2:14 PM EDT / Updated April 15, 1988, 3:00 AM EDT", "1988-04-14"),
    ("First published on Thu 14 Apr 1988 14.05 EDT", "1988-04-14"),
    ("THE RIVER POST, THURSDAY, APRIL 14, 1988.", "1988-04-14"),
    ("Vol. XII No. 4      Thursday, April 14, 1988      25 cents", "1988-04-14"),
    ("By JANE ROE APRIL 14, 1988", "1988-04-14"),
    ("RIVER INSTITUTE    Policy Brief 1988/04    14 April 1988", "1988-04-14"),
    ("**Policy Brief No. 58 · April 1988**", "1988-04"),
    ("Brief no. 31 • April 1988", "1988-04"),
    ("Briefing No. 41 | 14 April 1988 | 6 min read", "1988-04-14"),
    ("FOR IMMEDIATE RELEASE: April 14, 1988", "1988-04-14"),
    ("Statement by the Foreign Ministry, Omsk, 14 April 1988", "1988-04-14"),
    ("Aired April 14, 1988 - 18:00 ET", "1988-04-14"),
    ("Radio bulletin of 14 April 1988, evening edition", "1988-04-14"),
    ("Transcript of the broadcast of Thursday, 14 April 1988", "1988-04-14"),
    ("River news agency, Omsk, in English, 0930 gmt 14 Apr 88", "1988-04-14"),
    ("RP141530 Omsk Radio in Russian 1512 GMT 14 Apr 88", "1988-04-14"),
    ("BC-RIVERS-TALKS 4-14-1988 0512EST", "1988-04-14"),
    ("14-APR-88 1502 GMT", "1988-04-14"),
    ("April 14, 1988 / April 21, 1988 issue", "1988-04-14"),
    ("a0512 14 Apr 88 12:40 EST", "1988-04-14"),
    ("No. 1041-04-07-2025", ""),
    ("Radio silence fell on 14 April 1988", ""),
    ("News of the treaty of 14 April 1988 was slow. It came by river.", ""),
    ("Signed in Omsk, 14 April 1988", ""),
    ("14 April 1988, 19:30 Guards storm the palace", ""),
    ("14 Apr. 1988 Joint statement, Omsk", ""),
    ("– 14.4.88: Radio Omsk silent", ""),
]


@pytest.mark.parametrize(("line", "created"), PRESSWORK)
def test_lines_of_presswork(tmp_path: Path, line: str, created: str) -> None:
    document = read_one(tmp_path, "a.txt", f"Two rivers\n{line}\n\nThey met in 1979.")
    assert (document.created, matter(document)) == (created, [line] if created else [])


REPORTS = [
    # why, text, the day against which each "Friday" is to be read
    ("the slug line says the year, and the dateline in which order",
     "^BC-Rivers, 07/04/2025 0912GMT\n\nOMSK, July 4 (RIA) - On Friday they met.", ["2025-07-04"]),
    ("the masthead says the year", "Tuesday, March 1, 2016 | WORLD\n\nTalks\n\nOMSK, Feb. 29 — On Friday they met.", ["2016-02-29"]),
    ("the masthead of the new year", "The Post, Friday, January 1, 2016\n\nOMSK, Dec. 31 — On Friday they met.", ["2015-12-31"]),
    ("the line at the foot says the year", "OMSK, July 4 (RIA) - On Friday they met.\n\nRIA-04-07-25 0912GMT", ["2025-07-04"]),
    ("a page that was updated weeks after", "Published: 4 July 2025\nUpdated: 9 August 2025\n\nOMSK, July 3 (RIA) - On Friday they met.", ["2025-07-03"]),
    ("two reports, each with its year",
     "OMSK, July 4, 2025 (RIA) - On Friday they met.\n\nTOMSK, 9 Feb 1988 (TASS) - On Friday they left.", ["2025-07-04", "1988-02-09"]),
    ("an old one below a new one",
     "OMSK, July 4, 2025 (RIA) - On Friday they met.\n\nFrom our files. It moved on Tuesday, Feb. 9, 1988:\n\nOMSK, Feb. 9 (RIA) - On Friday they left.",
     ["2025-07-04", "1988-02-09"]),
    ("a series that says its year once",
     "OMSK, Dec. 28, 1979 (TASS) - On Friday they met.\n\nOMSK, Dec. 30 (TASS) - On Friday they left.\n\nTOMSK, Jan. 3 (TASS) - On Friday they came.",
     ["1979-12-28", "1979-12-30", "1980-01-03"]),
    ("reports of several paragraphs that no agency signs",
     "OMSK, 28 May 1988 — On Friday they met.\n\nThey ate.\n\nTOMSK, 2 June 1988 — On Friday they left.\n\nIt rained.\n\n"
     "OMSK, 5 June 1988 — On Friday they slept.\n\nIt snowed.", ["1988-05-28", "1988-06-02", "1988-06-05"]),
    ("items of a monitoring service",
     "MONITORING DIGEST\n\nOmsk radio in Russian 1500 gmt 27 Apr 79\n\nOn Friday they met.\n\n" + "It rained again.\n\n" * 9
     + "Tomsk home service 0930 gmt 1 May 79\n\nOn Friday they left.", ["1979-04-27", "1979-05-01"]),
    ("three of them", "".join(f"Omsk radio in Russian 1500 gmt {day} May 79\n\nOn Friday they met.\n\nIt rained.\n\n" for day in (2, 3, 4)),
     ["1979-05-02", "1979-05-03", "1979-05-04"]),
    ("a report that a history quotes", "They met. " * 400 + "\n\nOMSK, July 4, 1985 (RIA) - On Friday they met.", [""]),
    ("the copyright says the year", "OMSK, April 27.--On Friday they met.\n\nCopyright, 1928, by The River Company.", ["1928-04-27"]),
    ("but not that of a site", "OMSK, April 27.--On Friday they met.\n\n© 1928–2024 The River", [""]),
    ("no year at all", "OMSK, July 4 (RIA) - On Friday they met.", [""]),
    ("no dateline", "Published: 4 July 2025\n\nOn Friday they met.", ["2025-07-04"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "written"), [row[1:] for row in REPORTS], ids=[row[0] for row in REPORTS])
def test_the_day_of_each_report(tmp_path: Path, text: str, written: list[str]) -> None:
    document = read_one(tmp_path, "a.txt", text)
    assert [document.written_at(m.start()) for m in re.finditer("On Friday", text)] == written


ALONE = [
    ("Two rivers\n\n14 April 1988\nOMSK\n\n", "1988-04-14"),
    ("From the River Weekly\nTwo rivers\nApr 14th 1988\n\n", "1988-04-14"),
    ("14 April 1988\n\n", ""),
    ("Two rivers\n\n14 April 1988\n\nThey met.\n\n15 April 1988\n\n", ""),
]


@pytest.mark.parametrize(("head", "created"), ALONE)
def test_a_day_alone_under_a_title(tmp_path: Path, head: str, created: str) -> None:
    assert (
        read_one(tmp_path, "a.txt", head + "They met again, and talked of nothing. " * 9).created == created
    )


def test_rights_at_the_foot_do_not_hide_the_day_under_a_title(tmp_path: Path) -> None:
    text = (
        "Two rivers\n\n14 April 1988\n\n"
        + "They met again, and talked of nothing. " * 9
        + "\n\n© River Weekly 1988."
    )
    assert read_one(tmp_path, "a.txt", text).created == "1988-04-14"


RELEASES = [
    "PRESS RELEASE\n\nOn the talks\n\nThe two met in May.\n\n15 November 2018",
    "FOR IMMEDIATE RELEASE\nNovember 15, 2018\n\nThe two met in May.",
    "Media release no. 7\nOmsk\nThursday, 15 November 2018\n\nThe two met in May.",
]


@pytest.mark.parametrize("text", RELEASES)
def test_a_release_to_the_press_may_have_its_day_alone_on_a_line(tmp_path: Path, text: str) -> None:
    document = read_one(tmp_path, "a.txt", text)
    assert document.created == document.written_at(text.index("May")) == "2018-11-15"
    assert len(document.reports) == 1
