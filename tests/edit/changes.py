"""Unsaved changes as the editors' page sends them, on six events and a hidden mention."""

from __future__ import annotations

import re
from typing import Any

from tests.made_up import six
from timeline.app.edit.judged import Judged, judge
from timeline.app.edit.now import Newest, Now
from timeline.app.edit.saving import Saving
from timeline.app.edit.staged import read
from timeline.table import Timeline, schema
from timeline.topic import load

TOPIC = load()
BIRTH, TROOPS, KABUL, LOST = "ev_cccccccccc", "ev_ffffffffff", "ev_gggggggggg", "ev_hhhhhhhhhh"
COPY = "ev_jjjjjjjjjj"  # the second mention of TROOPS
SECRET = "ev_zzzzzzzzzz"  # a hidden mention
OWN = {"Origin": "http://localhost"}  # headers of a request from the page itself


def timeline() -> Timeline:
    """Six events, one with two mentions, and a mention that is hidden."""
    made = six()
    hidden = {
        "mention_id": SECRET, "document": "beta.md", "sentence": "In 1922 a baker opened his shop in Kabul.", "date_text": "1922",
        "start_char": 0, "end_char": 4, "edtf": "1922", "relation": 0.1, "reason": "off topic", "rule": "year",
    }  # fmt: skip
    return Timeline(
        made.events, made.mentions, made.documents, schema.frame([hidden], schema.HIDDEN), made.texts
    )


def staged(now: Now, ident: str, kind: str = "event", **more: Any) -> dict[str, Any]:
    """The changes of one row, by its id."""
    item = now.items.get(ident)
    return {ident: {"kind": kind, "rev": item.rev if item else "", "cells": {}, "was": {}, "action": "", "targets": [], **more}}  # fmt: skip


def judged(newest: Newest, *changes: dict[str, Any]) -> Judged:
    """What the ``changes`` come to."""
    return judge(read({ident: one for change in changes for ident, one in change.items()}), newest())


def save(newest: Newest, by: str, *changes: dict[str, Any]) -> str:
    """Save the ``changes``; returns the upload's id."""
    now = newest()
    sent = read({ident: one for change in changes for ident, one in change.items()})
    answer = Saving(newest).save(sent, str(now.version), by)
    assert answer.saved, answer
    return str(re.findall(r"u\d{4}", answer.said)[0])
