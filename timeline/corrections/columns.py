"""The columns of the editors' sheet, in their order, and what may be done in them."""

from __future__ import annotations

from timeline.corrections import date_cells

KEY, REV, ACTION, TARGET, SENTENCE, STATUS = "event_id", "rev", "action", "target_id", "sentence", "status"
DATE = date_cells.COLUMNS
TEXTS = ("title", "category", "actors", "place", "importance", "note")
EDITABLE = (*DATE, *TEXTS)
SHOWN = ("date_shown", SENTENCE, "document", STATUS)  # for people to read; no value of theirs is taken
COLUMNS = (KEY, REV, ACTION, *EDITABLE, TARGET, *SHOWN)
FREE = ("title", "actors", "place", "note", SENTENCE, "document")  # text of any kind, which stays text
# They say which row it is and what to do with it, and nothing of the event.
UNSHOWN = (KEY, REV, ACTION, TARGET)

VERIFY, DELETE, RESTORE, NEW, MERGE, SPLIT = "verify", "delete", "restore", "new", "merge", "split"
ACTIONS = (VERIFY, DELETE, RESTORE, NEW, MERGE, SPLIT)

SHOWN_LENGTH = 1_000  # characters of a sentence or status that the sheet shows
CELL_LENGTH = 32_767  # characters that a spreadsheet keeps in a cell; more are cut without a word
