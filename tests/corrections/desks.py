"""What editors do at a desk, what builds change under it, and what is seen of both."""

from __future__ import annotations

from dataclasses import replace

from tests.sheets import changed, edited, row_number, sheet_row
from timeline.corrections.desk import Desk
from timeline.table import store, validate


def act(desk, ident, action="", editor="Anna", **cells):
    """Send the row of an event back with an action and other cells; returns the upload."""
    raw = desk.sheet()
    number = row_number(raw, ident)
    plan, upload = desk.apply(
        edited(raw, (number, "action", action), *((number, name, cell) for name, cell in cells.items())),
        editor,
    )
    assert (plan.errors, plan.conflicts) == ([], [])
    return upload


def built_anew(desk, timeline):
    """The desk after a build that found this timeline."""
    folder = desk.ledger.path.parent
    store.write(timeline, folder)
    return Desk(folder)


def events(desk):
    """The rows of the corrected events, by id; the whole is checked against the schema."""
    timeline = validate(desk.corrected().timeline)
    return {row["event_id"]: row for row in timeline.events.to_dict("records")}


def hidden(desk):
    """Why each hidden mention is hidden, by id."""
    timeline = desk.corrected().timeline
    return dict(zip(timeline.hidden["mention_id"], timeline.hidden["reason"], strict=True))


def holders(desk):
    """Which event holds each mention that is shown."""
    timeline = desk.corrected().timeline
    return dict(zip(timeline.mentions["mention_id"], timeline.mentions["event_id"], strict=True))


def status(desk, ident):
    return sheet_row(desk.sheet(), ident)["status"]


def with_sentences(timeline, sentences):
    """A timeline in which mentions have other sentences, and so other ids: (id, sentence) by id."""

    def other(row):
        new = {}
        for name in ("event_id", "mention_id"):
            if row.get(name) in sentences:
                new[name] = sentences[row[name]][0]
        key = row.get("mention_id", row.get("event_id"))
        if key in sentences:
            new["sentence"] = sentences[key][1]
        return new

    return changed(timeline, other)


def lacking(timeline, *idents):
    """A timeline without these events and mentions."""
    tables = {
        "events": timeline.events[~timeline.events["event_id"].isin(idents)],
        "mentions": timeline.mentions[~timeline.mentions["event_id"].isin(idents) & ~timeline.mentions["mention_id"].isin(idents)],
        "hidden": timeline.hidden[~timeline.hidden["mention_id"].isin(idents)],
    }  # fmt: skip
    return replace(timeline, **{name: table.reset_index(drop=True) for name, table in tables.items()})


def shown(desk):
    """What stands, whoever said it and when, and what became of it."""
    fields = desk.corrected().corrections.fields
    return (
        {
            ident: {name: (given.value, given.machine) for name, given in each.items()}
            for ident, each in fields.items()
        },
        desk.corrected().timeline.events.to_dict("records"),
    )
