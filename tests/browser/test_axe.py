"""The rules of WCAG 2.2 AA, as axe-core knows them, on every screen of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.accessibility import violations
from tests.browser.acts import open_filters, open_help
from tests.browser.conftest import Visit
from tests.made_up import six

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
SIX = six()


def nothing(visit: Visit) -> None:
    pass


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("query", "width", "height", "does"),
    [
        ("", 1400, 900, nothing), ("", 1400, 900, open_filters), ("", 1400, 900, open_help),
        ("?event=ev_ffffffffff&q=Soviet", 1400, 900, nothing), ("?view=list&q=Soviet&sort=-event", 1400, 900, nothing),
        ("?lanes=actor&scale=even", 1400, 900, nothing), ("?q=nothing+of+the+kind", 1400, 900, nothing),
        ("?view=list", 390, 844, nothing), ("?view=timeline&event=ev_ffffffffff", 390, 844, nothing),
    ],
)  # fmt: skip
def test_axe_finds_nothing(
    visit: Open, scheme: str, query: str, width: int, height: int, does: Callable[[Visit], None]
) -> None:
    page = visit(SIX, width, height, scheme)
    page.go(query, "#status:not(:empty)", afresh=True)
    does(page)
    assert violations(page.page) == []
    page.go("", "#status:not(:empty)", afresh=True)
