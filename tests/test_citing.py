"""What in a text is a citation, and what is a date in brackets. Invented works only."""

from __future__ import annotations

import pytest

from timeline.dates import find_dates
from timeline.dates.citing import citations, cites

CITED = [
    # text, what of it is cited
    ("It rose (Allen 2014), fell (May 1979), (O'Flynn, 2001, Asarryan 2018) and (Brattvoll 2016:3) (1921).",
     ["(Allen 2014)", "(O'Flynn, 2001, Asarryan 2018)", "(Brattvoll 2016:3)"]),
    ("It is known (Asad 2001; Jan Novak 1995; Mar and Doe 2003).", ["(Asad 2001; Jan Novak 1995; Mar and Doe 2003)"]),
    ("Resolution 1267 (1999) named them; UNSCR 1333 (2000) forbade arms; the pact (1999) held.", ["(1999)", "(2000)"]),
    ("It is known (NSB 1996/97; Orlov 1995).", ["(NSB 1996/97; Orlov 1995)"]),
    ("It is known (Hale 1994, 49–52; 2005, 299–330; Moss 2006).", ["(Hale 1994, 49–52; 2005, 299–330; Moss 2006)"]),
    ("He went to the shah (Hale [1983] 1985, 65), and left.", ["(Hale [1983] 1985, 65)"]),
    ("There were two (Hale 1985, 84; but cf. Moss 2006: 248, n. 31, who doubts it).", ["(Hale 1985, 84; but cf. Moss 2006: 248, n. 31, who doubts it)"]),
    ("We heard it on the radio (interview, Kabul, 14 March 2003).", ["(interview, Kabul, 14 March 2003)"]),
    ("One may doubt it (pace Hale 1994, 1037).", ["(pace Hale 1994, 1037)"]),
    ("For that see Hale & Moss (1995, chs 11–13).", ["(1995, chs 11–13)"]),
    ("A question was put (Hansard, HC Deb., 3 May 1985, vol. 7, col. 15) twice.", ["(Hansard, HC Deb., 3 May 1985, vol. 7, col. 15)"]),
    ("So said a dispatch (The Evening Gazette, 3.5.85).", ["(The Evening Gazette, 3.5.85)"]),
    ("Both are noticed here (Spring 2012, pp. 11–15).", ["(Spring 2012, pp. 11–15)"]),
    ("He wrote it down (A. Orlov, Dnevnik [Moscow: Zarya, 2008], entry for 3.V.1985) later.", ["(A. Orlov, Dnevnik [Moscow: Zarya, 2008], entry for 3.V.1985)"]),
    ("It is in the papers [FO 371/5, minute of 3 May 1935].", ["[FO 371/5, minute of 3 May 1935]"]),
    ("Of the pact (signed in Paghman on 31 August 1926, when the king was still in the saddle and nobody thought of the north; see also Hale 1985, 12) more below.",
     [" see also Hale 1985, 12"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "cited"), CITED, ids=[row[1][0] for row in CITED])
def test_what_is_cited(text, cited):
    assert [text[start:end] for start, end in citations(text)] == cited


@pytest.mark.parametrize(
    "aside",
    [
        "6 September 1953", "summer 2005", "31 August 1926, at Paghman", "decreed 27 July 2000", "r. 1880–1901", "1842, 6 Jan.", "29 July by the Russian calendar",
        "b. 1929", "Saur 7, 1357", "Saur 1357", "Sept. 1961", "Dec 1979", "Christmas 1985", "Late 1979", "in 1985, 65 men", "resolution 1267, 15 October 1999", "from 1921 to 1926", "the year 1885", "about 1922; some say 1923",
    ],
)  # fmt: skip
def test_a_date_in_brackets_is_no_citation(aside):
    assert not cites(aside)
    assert find_dates(f"It was so ({aside}).")


def test_what_is_cited_does_not_lead_the_story():
    found = find_dates("On 3 May 1978 it began (Hale 1985, 84; Moss 2006: 248, n. 31). In July it ended.")
    assert [str(timex.value) for timex in found] == ["1978-05-03", "1978-07"]
