"""What was saved together is taken back together, and that can be taken back too."""

from __future__ import annotations

import pytest

from tests.corrections.desks import act, hidden, shown
from tests.sheets import HIDDEN, TREATY, desk_of, edited
from timeline.corrections.errors import CorrectionError


def test_undo_and_undo_of_undo(tmp_path):
    desk = desk_of(tmp_path)
    states = [shown(desk)]
    desk.apply(
        edited(desk.sheet(), (3, "title", "Mine"), (3, "year", "1920"), (4, "action", "delete")),
        "Anna",
        "sheet.csv",
    )
    states.append(shown(desk))
    assert desk.undo("u0001", "Boris") == "u0002"
    assert shown(desk) == states[0]
    assert desk.undo("u0002", "Boris") == "u0003"
    assert shown(desk) == states[1]
    assert desk.undo("u0003", "Boris") == "u0004"
    assert shown(desk) == states[0]
    assert [(upload.id, upload.undoes, upload.editor, upload.changes) for upload in desk.history()] == [
        ("u0001", "", "Anna", 3), ("u0002", "u0001", "Boris", 3), ("u0003", "u0002", "Boris", 3), ("u0004", "u0003", "Boris", 3),
    ]  # fmt: skip
    assert desk.ledger.entries()[3].note == "undoes u0001"


def test_undo_of_what_was_changed_again_is_refused(tmp_path):
    desk = desk_of(tmp_path)
    desk.apply(edited(desk.sheet(), (3, "title", "Mine"), (3, "note", "so")), "Anna")
    desk.apply(edited(desk.sheet(), (3, "title", "Yours")), "Boris")
    before = desk.ledger.entries()
    with pytest.raises(CorrectionError, match="u0002 changed the same later"):
        desk.undo("u0001", "Anna")
    assert desk.ledger.entries() == before
    desk.undo("u0002", "Boris")
    desk.undo("u0001", "Anna")
    assert desk.corrected().corrections.fields == {}
    with pytest.raises(CorrectionError, match="undone already"):
        desk.undo("u0001", "Anna")


def test_undo_leaves_what_others_did_elsewhere(tmp_path):
    desk = desk_of(tmp_path)
    desk.apply(edited(desk.sheet(), (3, "title", "Mine")), "Anna")
    desk.apply(edited(desk.sheet(), (3, "note", "Yours"), (4, "title", "Yours")), "Boris")
    desk.undo("u0001", "Anna")
    row = desk.corrected().events[TREATY].row
    assert (row["title"], row["note"]) == ("Soviet Russia recognises Afghan independence", "Yours")


def test_an_undo_of_what_brought_an_event_in_waits_for_what_was_done_with_it(desk):
    _, upload = desk.apply(f"event_id,action\n{HIDDEN},restore\n".encode(), "Anna")
    later = act(desk, HIDDEN, title="Mine", editor="Boris")
    with pytest.raises(Exception, match="u0002 changed the same later"):
        desk.undo(upload, "Anna")
    desk.undo(later, "Anna")
    desk.undo(upload, "Anna")
    assert HIDDEN in hidden(desk)
