"""Lines that date the page and not an event: they give the day of a document, and no prose is taken for one."""

from pathlib import Path

import pytest

from tests.documents.reading import matter, read_one
from timeline.documents import read

LABELLED = [
    ("Date: 30 March 2019", "2019-03-30"),
    ("Published: March 3, 2021", "2021-03-03"),
    ("PUBLISHED MARCH 3RD, 2021", "2021-03-03"),
    ("Published on 3rd of March 2021", "2021-03-03"),
    ("Page last modified: 07-10-2019 11:02:03 ZULU", "2019-10-07"),
    ("Last updated: 8.9.2021", "2021-09-08"),
    ("Updated 5 May 2020", "2020-05-05"),
    ("Last modified on Tuesday, 5 May 2020, at 12:00 (UTC).", "2020-05-05"),
    ("Posted: 2021-03-04", "2021-03-04"),
    ("Publication date: 2021-03-04T10:15:00+04:30", "2021-03-04"),
    ("Date: 04/03/2021", "2021-03-04"),
    ("Date: 03/31/2021", "2021-03-31"),
    ("Date: 03-Mar-2021", "2021-03-03"),
    ("Published: Sept. 3, 2021 - 10:15 am GMT+4:30", "2021-09-03"),
    ("**Date:** 5 May 2020", "2020-05-05"),
    ("- *Published*: 5 May 2020", "2020-05-05"),
    ("Published: 5 May 2020 | Updated: 6 May 2020", "2020-05-05"),
    ("Posted 5 May 2020 by A. Writer", "2020-05-05"),
    # The line is the page's, but gives no day: its month, or nothing.
    ("Date: March 2020", "2020-03"),
    ("Published: 2020", ""),
    ("Updated 3 March", ""),
    ("Date: 31.03.20", ""),
    ("Date: 30 February 2020", ""),
    ("Date: 2021-02-30", ""),
    ("Accessed: 5 May 2020", ""),
    ("Copyright 2021 A Foundation. All rights reserved.", ""),
    ("© A Foundation, 2020–2021", ""),
    ("(c) Copyright River News 2021.", ""),
    ("(c) River News 2021", ""),
]


@pytest.mark.parametrize("form", ["{}\n\nIn 1979.", "In 1979 it began.\r\n\r\n{}"])
@pytest.mark.parametrize(("line", "created"), LABELLED)
def test_lines_that_date_the_page(tmp_path: Path, line: str, created: str, form: str) -> None:
    document = read_one(tmp_path, "a.txt", form.format(line))
    assert (document.created, matter(document)) == (created, [line])


DATELINES = [
    ("KABUL, March 3, 2021 (Reuters) -", "2021-03-03"),
    ("KABUL, Afghanistan, 3 March 2021 (AP) —", "2021-03-03"),
    ("KABUL, Afghanistan (AFP), March 3, 2021 –", "2021-03-03"),
    ("MOSCOW, 3 May 1988 —", "1988-05-03"),
    ("ST. PETERSBURG, Sept. 3, 2021 --", "2021-09-03"),
    ("MOSCOW, March 3, 2021. /TASS/.", "2021-03-03"),
    ("Kabul, March 3, 2021 (Xinhua) --", "2021-03-03"),
    ("3 March 2021, NEW DELHI —", "2021-03-03"),
    ("The Daily Paper - KABUL, March 3, 2021 —", None),  # "The" begins prose more often than a name
    ("Daily Paper - KABUL, March 3, 2021 —", "2021-03-03"),
    ("Kabul (Pamir News Agency), 3 March 2021 —", "2021-03-03"),
    ("KABUL, Wednesday, 3 March 2021 —", "2021-03-03"),
    # No year: no date, and still no event.
    ("May 9, MOSCOW —", ""),
    ("Some Radio/Other Radio May 9, MOSCOW —", ""),
    ("TASHKENT, March 3 (Xinhua) --", ""),
]


@pytest.mark.parametrize(("line", "created"), DATELINES)
def test_datelines(tmp_path: Path, line: str, created: str | None) -> None:
    text = f"Talks\n\n{line} The envoys met on Tuesday.\n\nThey had met in 1979."
    document = read_one(tmp_path, "a.txt", text)
    expected = ("", []) if created is None else (created, [line])
    assert (document.created, matter(document)) == expected


HEADS = [
    # line, created, what of it is matter (None: all of it)
    ("Friday, May 3, 1985 | WORLD | A9", "1985-05-03", None),
    ("Thursday 14 April 1988", "1988-04-14", None),
    ("The River Post, Thursday 14 April 1988", "1988-04-14", None),
    ("Kabul | 14 April 1988 | World", "1988-04-14", None),
    ("14 April 1988 • World", "1988-04-14", None),
    ("Policy Paper 14 | October 2025", "2025-10", None),
    ("Working Paper No. 3, March 2019", "2019-03", None),
    ("Quarterly Bulletin 7 (May 2011)", "2011-05", None),
    ("By A. N. Writer, 14 April 1988", "1988-04-14", None),
    ("The River Post, 14 April 1988, p. 4", "1988-04-14", None),
    ("A. B., a nurse. Taken down in Omsk in May 2003.", "2003-05", "Taken down in Omsk in May 2003."),
    ("As told to his niece, Omsk, winter 2003.", "", None),
    ("Written in Omsk in 2003.", "", None),
    ("Recorded in Omsk on 5 May 2003 by his niece.", "2003-05-05", None),
    ("Interview conducted in Omsk, 5 May 2003", "2003-05-05", None),
    ("Received 5 May 2003; accepted 6 June 2004.", "2004-06-06", None),
    ("A Journal of Rivers 3 (2004), 12–19.", "", None),
    ("Report on the talks, May 1988", "", ""),
    ("The talks opened on Thursday 14 April 1988", "", ""),
    ("Written in May 1988, the report says little.", "", ""),
    ("Sunday came and on 14 April 1988 it rained.", "", ""),
]


@pytest.mark.parametrize(("line", "created", "part"), HEADS)
def test_lines_that_head_a_text(tmp_path: Path, line: str, created: str, part: str | None) -> None:
    document = read_one(tmp_path, "a.txt", f"Two rivers\n{line}\n\nThey met in 1979.")
    expected = [line if part is None else part] if part != "" else []
    assert (document.created, matter(document)) == (created, expected)


PLACED = [
    ("Kabul, 3 March 2021 – The envoys met the minister on Tuesday", "2021-03-03", "Kabul, 3 March 2021 –"),
    (
        "Nizhny Novgorod, Russia, March 3 — The envoys met there on Tuesday",
        "",
        "Nizhny Novgorod, Russia, March 3 —",
    ),
    ("Mohammad Daoud, 17 July 1973 – president of the republic he proclaimed", "", ""),
]


@pytest.mark.parametrize(("words", "created", "part"), PLACED)
def test_a_dateline_in_small_letters_opens_a_report(
    tmp_path: Path, words: str, created: str, part: str
) -> None:
    document = read_one(
        tmp_path, "a.txt", f"Talks\n\n{words}, and said that more talks would be held.\n\nThey met in 1979."
    )
    assert (document.created, matter(document)) == (created, [part] if part else [])


FEET = [
    ("They met. Last updated 3 May 2019.", "2019-05-03", "Last updated 3 May 2019."),
    ("Sources: yearbooks. Compiled May 2019.", "2019-05", "Compiled May 2019."),
    ("They met. Entry last revised in May 2019.", "2019-05", "Entry last revised in May 2019."),
    (
        "A version of this story appeared in print on May 3, 2019.",
        "2019-05-03",
        "this story appeared in print on May 3, 2019.",
    ),
    ("She was a fellow in 2011. © 2019 A Forum.", "", "© 2019 A Forum."),
    (
        "[Transcript checked by the speaker, 3 May 2019.]",
        "",
        "[Transcript checked by the speaker, 3 May 2019.]",
    ),
    ("Rivers. Available online (accessed 3 May 2019).", "", "(accessed 3 May 2019)"),
    ("They last met on 3 May 2019.", "", ""),
    ("[They met on 3 May 2019.]", "", ""),
]


@pytest.mark.parametrize(("line", "created", "part"), FEET)
def test_lines_that_close_a_text(tmp_path: Path, line: str, created: str, part: str) -> None:
    document = read_one(tmp_path, "a.txt", f"Two rivers\n\nThey met in 1979.\n\n{line}\n")
    assert (document.created, matter(document)) == (created, [part] if part else [])


def test_headings_of_a_diary_date_no_document(tmp_path: Path) -> None:
    text = (
        "Thursday 14 April 1988\nWe left.\n\nFriday 15 April 1988\nWe rested.\n\nSunday 17 April 1988\nHome."
    )
    document = read_one(tmp_path, "a.txt", text)
    assert (document.created, document.matter) == ("", ())


PROSE = [
    "He said on Date: 5 May 2020 that it was over.",
    "Published 5 May 2020, the report says that the war began in 1979.",
    "Updated 5 May 2020 the treaty was a treaty again.",
    "Date: 5 May 2020 was the day on which they met.",
    "In 1979 the army came. Date: 5 May 2020",
    "Created in 1919, the ministry moved.",
    "On 3 March 2021, KABUL — the capital — was quiet.",
    "In Geneva, 14 April 1988 (AP) — the accords were signed.",
    "Mohammad Daoud, 17 July 1973 (Kabul) — president.",
    "KABUL, the capital, fell on 15 August 2021 — a Sunday.",
    "The army left on 15 February 1989 - a Wednesday.",
    "24 December 1979 — The army comes.",
    "USSR 1979 – 1989",
    "Copyright law came to Kabul in 2008.",
    "(c) 1979 saw the invasion.",
    "May 5, 2020",
    "Dated 1979 it was not.",
]


@pytest.mark.parametrize("line", PROSE)
@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_no_date_is_taken_out_of_prose(tmp_path: Path, name: str, line: str) -> None:
    document = read_one(tmp_path, name, f"Talks\n\n{line}\n")
    assert (document.created, document.matter) == ("", ())


LISTS = [
    "Date: 24 December 1979\nArmy\n\nDate: 14 April 1988\nAccords\n\nDate: 15 February 1989\nEnd\n",
    "KABUL, 24 December 1979 — a\nGENEVA, 14 April 1988 — b\nTERMEZ, 15 February 1989 — c\n",
]


@pytest.mark.parametrize("text", LISTS)
def test_a_list_of_events_is_no_matter_of_the_page(tmp_path: Path, text: str) -> None:
    document = read_one(tmp_path, "a.txt", text)
    assert (document.created, document.matter) == ("", ())


MIDDLE = "Title\n\n" + "Words of prose.\n" * 400 + "{}\n" + "Words of prose.\n" * 400


WHICH = [
    pytest.param("Updated: 6 May 2020\nPublished: 5 May 2020\n", "2020-05-05", id="published before updated"),
    pytest.param(
        "KABUL, 5 May 2020 — Talks.\n\nUpdated: 6 May 2020", "2020-05-05", id="dateline before updated"
    ),
    pytest.param("Date: 5 May 2020\nDate: 6 May 2020\n", "2020-05-05", id="the first of two"),
    pytest.param("Date: May 2020\nUpdated: 6 May 2020\n", "2020-05-06", id="the one with a day"),
    pytest.param(MIDDLE.format("Published: 5 May 2020"), "", id="far from both ends"),
]


@pytest.mark.parametrize(("text", "created"), WHICH)
def test_which_date_is_the_documents(tmp_path: Path, text: str, created: str) -> None:
    assert read_one(tmp_path, "a.txt", text).created == created


DCT = [
    pytest.param("a.md", "---\ncreated: 2021-09-08\n---\nText", "2021-09-08", id="front matter wins"),
    pytest.param("a.html", "<meta name=date content=2021-09-08><p>Text", "2021-09-08", id="markup wins"),
    pytest.param("a.txt", "Date: 30 March 2019\n\nText", "2001-01-01", id="the argument beats the text"),
    pytest.param("a.txt", "Text", "2001-01-01", id="the argument alone"),
]


@pytest.mark.parametrize(("name", "text", "created"), DCT)
def test_the_dct_argument(tmp_path: Path, name: str, text: str, created: str) -> None:
    assert read_one(tmp_path, name, text, dct="2001-01-01").created == created


def test_a_dct_is_made_iso(tmp_path: Path) -> None:
    assert read_one(tmp_path, "a.txt", "Text", dct="5 May 2020").created == "2020-05-05"


def test_a_dct_that_is_no_day_is_refused_at_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Text")
    with pytest.raises(ValueError, match="yesterday"):
        read([tmp_path], dct="yesterday")


def test_the_real_documents(real_documents: Path) -> None:
    documents = {document.id[:3]: document for document in read([real_documents])}
    assert {key: document.created for key, document in documents.items()} == {
        **dict.fromkeys(("000", "002", "003"), ""),
        "001": "2021-09-08",
        "004": "2020-03-31",
    }
    assert not any(document.skipped for document in documents.values())
    inside = {key: " ".join(matter(document)) for key, document in documents.items()}
    assert "January 3" in inside["000"]
    assert "08-09-2021" in inside["001"]
    assert "31 March 2020" in inside["004"]
    assert all(len(words) < 100 for words in inside.values())  # and no prose with them
    assert documents["002"].publisher.startswith("Keskin")
    for document in documents.values():
        assert document.text == (real_documents / document.id).read_bytes().decode()
