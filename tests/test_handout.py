"""The handout of a lesson: its rows, its blanks, its drawing."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from tests.made_up import many
from tests.shown import lesson
from timeline.app.present.handout import handout
from timeline.app.present.strip import _levels


class Words(HTMLParser):
    """The words of a page, its rows, and the blanks in them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[str] = []
        self.inside = False
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "tr":
            self.rows.append("")
        if "blank" in (dict(attributes).get("class") or ""):
            self.rows[-1] += "____"

    def handle_data(self, data: str) -> None:
        if self.rows:
            self.rows[-1] += f"{data} "


def printed(hide: tuple[str, ...] = (), query: str = "") -> str:
    return handout(lesson(query), hide, [("cat", "war & peace")], "/")


HANDOUTS = [
    ("nothing hidden", (), "4 December 1979 Soviet troops enter Afghanistan In December 1979 Soviet troops entered Afghanistan. Kabul About alpha.txt"),
    ("dates", ("dates",), "4 ____Soviet troops enter Afghanistan ____ Soviet troops entered Afghanistan. Kabul"),
    ("titles", ("titles",), "4 December 1979 ________Kabul"),
    ("places", ("places",), "4 December 1979 Soviet troops enter Afghanistan In December 1979 Soviet troops entered Afghanistan. ____"),
    ("two things", ("dates", "titles"), "4 ________ ____Kabul"),
]  # fmt: skip


@pytest.mark.parametrize(("hide", "row"), [row[1:] for row in HANDOUTS], ids=[row[0] for row in HANDOUTS])
def test_handout_leaves_lines_where_something_is_hidden(hide: tuple[str, ...], row: str) -> None:
    page = printed(hide)
    assert Words(page).rows[4].replace(" ", "") == row.replace(" ", "")
    front, _, answers = page.partition("<h2>Answers</h2>")
    assert bool(answers) == bool(hide)
    if hide:
        assert "December 1979" in Words(answers).rows[4]
        assert "____" not in "".join(Words(answers).rows)
    assert front.count("<circle") == (0 if "dates" in hide else 5)  # five events have a year


def test_handout_to_put_in_order() -> None:
    front, _, answers = printed(("order",)).partition("<h2>Answers</h2>")
    asked, told = Words(front).rows[1:], Words(answers).rows[1:]
    assert len(asked) == len(told) == 5
    assert not re.search(r"\d{4}", " ".join(asked))
    assert [row.split()[0] for row in told] == ["1", "2", "3", "4", "5"]
    letters = {
        title: letter for letter, title in (row.removeprefix("____").split(maxsplit=1) for row in asked)
    }
    for row in told:
        _, letter, rest = row.split(maxsplit=2)
        assert any(rest.startswith(title.strip()) and letters[title] == letter for title in letters)
    assert printed(("order",)) == printed(("order",))


def test_handout_keeps_the_selection_in_its_links() -> None:
    links = re.findall(r'href="([^"]+)"', printed(("dates",)))
    assert "/handout?cat=war+%26+peace" in links  # to hide nothing
    assert "/handout?cat=war+%26+peace&amp;hide=dates&amp;hide=titles" in links
    assert "/handout?cat=war+%26+peace&amp;hide=order" in links
    assert "/present?cat=war+%26+peace&amp;hide=dates" in links


def test_handout_of_nothing() -> None:
    assert "No event meets this selection." in printed(query="?q=zzz")


def test_marks_of_the_handout_never_lie_on_each_other() -> None:
    places = [(n * 37 % 101) / 2 for n in range(60)]
    levels = _levels(sorted(places))
    at = list(zip(sorted(places), levels, strict=True))
    assert all(abs(x - y) >= 26 for i, (x, a) in enumerate(at) for y, b in at[i + 1 :] if a == b)


def test_a_large_handout_is_drawn_in_several_lines() -> None:
    page = handout(lesson("", many(245)), (), [], "/")
    assert page.count('<svg class="strip"') == 11
    assert page.count("<circle") == 245
