"""What damage and a real spreadsheet program make of the sheet."""

from __future__ import annotations

import os
import random
import shutil
import subprocess

import pytest

from tests.made_up import many
from tests.sheets import EDTF, KEPT, MIR, changed, desk_of, edited, rows_of, with_letters, written
from timeline.corrections.errors import Refused
from timeline.corrections.guard import guarded
from timeline.corrections.moved import has_moved
from timeline.corrections.plan import plan as planned


def test_a_file_cut_anywhere_is_refused_or_whole_as_far_as_it_goes(tmp_path):
    desk = desk_of(tmp_path, with_letters(MIR))
    desk.apply(edited(desk.sheet(), (3, "title", "“Quoted”, with\na line end")), "Anna")
    raw, today = desk.sheet(), desk.today()
    rows = written(rows_of(raw)).split(b"]\r\n")
    whole = {len(b"]\r\n".join(rows[:number])) + more for number in range(1, len(rows)) for more in (1, 2, 3)}
    for end in range(len(raw)):
        if end in whole:  # a missing row is no change
            found = planned(raw[:end], today)
            assert (found.entries, found.errors, found.conflicts) == ([], [], [])
        else:
            with pytest.raises(Refused):
                planned(raw[:end], today)


def numbers(first, last):
    return [str(number) for number in range(first, last)]


ROWS = numbers(100, 140)
KINDS = ["war", "war", "talks", "aid-trade", "war", "culture", "talks", "war"] * 5
MOVED = [
    # what was done with a column, its cells before, its cells now, whether they stand in other rows by accident
    ("sorted", KINDS, sorted(KINDS), True),
    ("sorted, and some rows taken out", KINDS[:30], sorted(KINDS)[:30], True),
    ("a part of it sorted", KINDS, [*KINDS[:10], *sorted(KINDS[10:])], True),
    ("turned over", ROWS, ROWS[::-1], True),
    ("one cell put in, the rest moved down", ROWS, [*ROWS[:9], "", *ROWS[9:-1]], True),
    ("one cell taken out, the rest moved up", ROWS, [*ROWS[:9], *ROWS[10:], ""], True),
    ("the same with few kinds", KINDS, [*KINDS[:3], "security", *KINDS[3:-1]], True),
    ("nothing", ROWS, ROWS, False),
    ("two swapped", ROWS, [ROWS[1], ROWS[0], *ROWS[2:]], False),
    ("two pairs swapped", ROWS, [ROWS[1], ROWS[0], ROWS[3], ROWS[2], *ROWS[4:]], False),
    ("every fifth corrected", ROWS, [f"{cell}0" if number % 5 == 0 else cell for number, cell in enumerate(ROWS)], False),
    ("one value given to many", KINDS, [*KINDS[:4], *["talks"] * 12, *KINDS[16:]], False),
    ("one kind named otherwise", KINDS, ["diplomacy" if cell == "talks" else cell for cell in KINDS], False),
]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "now", "by_accident"), [row[1:] for row in MOVED], ids=[row[0] for row in MOVED]
)
def test_cells_that_stand_in_other_rows(before, now, by_accident):
    assert has_moved(list(zip(now, before, strict=True))) is by_accident


FLIPS = [pytest.param(300, marks=pytest.mark.slow), pytest.param(3_000, marks=pytest.mark.full)]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("times", FLIPS)
def test_random_flips_never_raise_and_never_apply_by_halves(tmp_path, times):
    desk = desk_of(tmp_path / "data", many(20))
    raw, draw = desk.sheet(), random.Random(times)
    applied = refused = 0
    for _ in range(times):
        flipped = bytearray(raw)
        for _ in range(draw.choice((1, 1, 2, 5, 20))):
            flipped[draw.randrange(len(raw))] ^= 1 << draw.randrange(8)
        head = desk.ledger.head()
        try:
            plan, upload = desk.apply(bytes(flipped), "Anna")
        except Refused:
            refused += 1
            assert desk.ledger.head() == head
            continue
        assert desk.ledger.head() == head + len(plan.entries)
        assert bool(upload) == bool(plan.entries)
        wrong = {error.row for error in plan.errors} | {conflict.row for conflict in plan.conflicts}
        assert not wrong & {row.number for row in plan.rows}
        applied += bool(upload)
        if upload:
            desk.undo(upload, "Anna")
    assert refused > times // 3
    assert applied > 0
    assert desk.corrected().corrections.fields == {}


SOFFICE = shutil.which("soffice")


@pytest.mark.slow
@pytest.mark.skipif(SOFFICE is None, reason="no soffice: LibreOffice is not installed")
@pytest.mark.parametrize("by_way_of", [(), ("xlsx",)], ids=["csv", "xlsx"])
def test_libreoffice_opens_and_saves_the_sheet(tmp_path, by_way_of):
    """With its defaults, under a locale without a country."""
    desk = _awkward(tmp_path / "data")
    raw = desk.sheet()
    path = tmp_path / "sheet.csv"
    path.write_bytes(raw)
    for number, kind in enumerate((*by_way_of, "csv")):
        out = tmp_path / f"{number}"
        subprocess.run(
            [str(SOFFICE), f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", kind, "--outdir", out, path],
            check=True, capture_output=True, env={**os.environ, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}, timeout=170,
        )  # fmt: skip
        path = out / f"sheet.{kind}"
    assert path.read_bytes() != raw
    plan = desk.check(path.read_bytes())
    assert (plan.entries, plan.errors, plan.conflicts) == ([], [], [])


def _awkward(folder):
    """A desk of which an editor gave events all that spreadsheets like to change."""
    timeline = many(len(EDTF))
    values = dict(zip(timeline.events["event_id"], EDTF, strict=True))
    desk = desk_of(folder, changed(timeline, lambda row: {"edtf": values[row["event_id"]]}))
    raw = desk.sheet()
    texts = [
        *KEPT,
        "0001",
        "1/2",
        "Jan-05",
        "25 December 1979",
        "1.10",
        "50%",
        "$5",
        "12:30",
        "1e234567",
        "May 1979",
    ]
    idents = [row[0] for row in rows_of(raw)[1:]]
    cells = [
        (number, "title", guarded(text))
        for number, text in zip(range(2, len(idents) + 2), texts, strict=False)
    ]
    cells += [
        (number, "note", guarded(text))
        for number, text in zip(range(len(idents) + 1, 1, -1), texts, strict=False)
    ]
    cells += [
        (number, "place", text)
        for number, text in zip(range(2, 6), ("TRUE", "1-2", "3.4.", "\u00a0"), strict=True)
    ]
    plan, _ = desk.apply(edited(raw, *cells), "Anna")
    assert plan.errors == []
    return desk
