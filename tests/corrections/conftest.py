"""A desk with six events, and a sheet that it sent."""

from __future__ import annotations

import pytest

from tests.sheets import MIR, desk_of, with_letters


@pytest.fixture
def desk(tmp_path):
    return desk_of(tmp_path / "data")


@pytest.fixture(scope="session")
def sent(tmp_path_factory):
    """A desk whose texts have letters that ASCII lacks, and the sheet that it wrote: for what changes nothing."""
    desk = desk_of(tmp_path_factory.mktemp("sent"), with_letters(MIR))
    return desk, desk.sheet()
