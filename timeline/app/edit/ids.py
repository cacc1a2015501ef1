"""The ids of everything on the editors' page that a callback or a script speaks to."""

LISTED = "listed"  # which list is shown: {"list", "words"}
STAGED = "staged"  # what was edited and is not saved: {event id: {"kind", "rev", "cells", "was", "action", "targets"}}
JUDGED = "judged"  # what the server says of it: {"version", "marks": {event id: {…}}}
VERSION = "version"  # of the timeline that the grid shows
AGAIN = "again"  # a number that grows when the rows must be fetched anew
CHOSEN = "chosen"  # the row whose panel is open
PANEL_HTML = "panel-html"
LISTS_HTML = "lists-html"
SOUGHT = "sought"  # what is looked for to be the same event: {"event", "words"}
FOUND = "found"  # the events found, as HTML
ASKED = "asked"  # what a dialog shall show: {"what": preview, save, history, undo …}
ANSWERED = "answered"  # what it shows: {"title", "html", "said", "saved", …}

GRID = "grid"
LISTS = "lists"
PANEL = "panel"
WORDS = "words"
NAME = "name"
UNSAVED = "unsaved"
PREVIEW = "preview"
DISCARD = "discard"
DIALOG = "dialog"
SAID = "said"
RESULT = "result"  # of the last saving, with its undo
TROUBLE = "trouble"  # that the server cannot be reached, or that one is signed out
