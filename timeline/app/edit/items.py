"""What can be listed on the editors' page: events, hidden mentions, and corrections that wait for their sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from timeline.corrections import columns, sheet
from timeline.corrections import standing as names
from timeline.corrections.attach import Doubt
from timeline.corrections.corrected import Corrected
from timeline.corrections.date_cells import to_cells
from timeline.corrections.event import Event, restored
from timeline.corrections.standing import Fingerprint, Standing
from timeline.corrections.today import Today
from timeline.corrections.values import CHANGED, DIFFER
from timeline.dates.value import DateValue
from timeline.table.filters import fold
from timeline.table.rows import records
from timeline.topic import Topic

EVENT, HIDDEN, ORPHAN, NEW = "event", "hidden", "orphan", "new"

# The lists, in the order of their buttons: key, name, what stands in it.
REVIEW, NO_YEAR, ORPHANS, CONFLICTS, CORRECTED, DELETED, SECRET, ALL, UNSAVED = (
    "review", "no-year", "orphans", "conflicts", "corrected", "deleted", "hidden", "all", "unsaved",
)  # fmt: skip
LISTS = (
    (REVIEW, "Needs review", "Events that a person should look at"),
    (NO_YEAR, "No year", "Events whose year the texts do not give"),
    (ORPHANS, "Orphans", "Corrections whose sentence is gone or was changed too much to be sure"),
    (CONFLICTS, "Conflicts", "Events with two differing corrections, or whose source has changed since"),
    (CORRECTED, "Corrected", "Events that people have corrected, checked or added"),
    (DELETED, "Deleted", "Events that were taken away"),
    (SECRET, "Hidden", "Dated sentences that were found and are not shown"),
    (ALL, "All", "Every event"),
    (UNSAVED, "Unsaved", "What you have changed and not saved yet"),
)


@dataclass(frozen=True)
class Item:
    """One row: the sheet's ``cells`` that can be edited, the date in words, why it is listed (``status``), a sentence."""

    ident: str
    kind: str
    cells: Mapping[str, str] = field(default_factory=lambda: dict.fromkeys(columns.EDITABLE, ""))
    rev: str = ""
    date: str = ""
    status: str = ""
    sentence: str = ""
    lists: frozenset[str] = frozenset()

    @cached_property
    def text(self) -> str:
        """What a search looks through."""
        shown = (self.ident, self.cells["title"], self.cells["actors"], self.cells["place"], self.date)
        return fold("\n".join((*shown, self.sentence, self.status)))


def items(today: Today, topic: Topic) -> Iterator[Item]:
    """Everything that can be listed of a corrected timeline."""
    corrected = today.corrected
    touched = {corrected.attached.today.get(ident) for ident in corrected.corrections.fields}
    for ident, line in today.lines.items():
        event = corrected.events[ident]
        yield _event(line, event, ident in corrected.deleted, not touched.isdisjoint(event.mentions))
    for row in {str(row["mention_id"]): row for row in records(corrected.timeline.hidden)}.values():
        if str(row["mention_id"]) not in corrected.holder:
            yield _hidden(row, topic)
    for doubt in corrected.attached.doubts:
        yield from _waiting(doubt.mention, corrected, _doubtful(doubt, corrected))
    for mention in corrected.attached.orphans:
        yield from _waiting(mention, corrected, "the sentence is in no document now")


def listed(items: Iterable[Item], key: str, words: str) -> list[Item]:
    """The items of a list that have all the ``words``."""
    wanted = fold(words).split()
    return [item for item in items if key in item.lists and all(word in item.text for word in wanted)]


def _event(line: sheet.Line, event: Event, is_deleted: bool, is_touched: bool) -> Item:
    review = str(event.row["review"])
    if is_deleted:
        lists = {DELETED}
    else:
        lists = {
            ALL,
            *([REVIEW] if review else []),
            *([NO_YEAR] if DateValue.parse(str(event.row["edtf"])).year_is_lost else []),
            *([CONFLICTS] if DIFFER in review or CHANGED in review else []),
            *([CORRECTED] if is_touched else []),
        }
    return Item(
        event.ident, EVENT, line.editable, line.cells[columns.REV], _bare(line.cells["date_shown"]),
        _bare(line.cells["status"]), line.sentence, frozenset(lists),
    )  # fmt: skip


def _hidden(row: Mapping[str, object], topic: Topic) -> Item:
    event = restored(dict(row), topic)
    dated = bool(event.row["edtf"])
    line = sheet.line(
        event if dated else Event(event.row | {"edtf": "XXXX-01"}, event.mentions), deleted=False
    )
    cells = line.editable if dated else {**line.editable, **dict.fromkeys(columns.DATE, "")}
    date = _bare(line.cells["date_shown"]) if dated else "no date"
    return Item(
        event.ident, HIDDEN, cells, "", date, f"hidden: {row['reason']}", str(row["sentence"]), frozenset({SECRET})
    )  # fmt: skip


def _waiting(mention: Fingerprint, corrected: Corrected, why: str) -> Iterator[Item]:
    """Corrections without a home; those that were all taken back since are none."""
    given = corrected.corrections.fields.get(mention.mention_id)
    if given:
        cells = cells_of(given)
        cells = {**dict.fromkeys(columns.EDITABLE, ""), **cells}
        date = DateValue.parse(given[names.DATE].value).words if names.DATE in given else mention.date_words
        yield Item(
            mention.mention_id, ORPHAN, cells, "", date, why, mention.sentence, frozenset({ORPHANS})
        )  # fmt: skip


def cells_of(given: Mapping[str, Standing]) -> dict[str, str]:
    """The cells that give an event these values."""
    cells: dict[str, str] = {}
    if names.DATE in given:
        disputed = names.DISPUTED in given and given[names.DISPUTED].value == names.YES
        cells |= to_cells(given[names.DATE].value, disputed)
    return cells | {name: given[name].value for name in columns.TEXTS if name in given}


def _doubtful(doubt: Doubt, corrected: Corrected) -> str:
    holder = corrected.events.get(corrected.holder.get(doubt.candidate, ""))
    of = f"“{holder.row['title']}”" if holder is not None else "a hidden sentence"
    return f"may belong to {of}, whose sentence is {doubt.likeness:.0f} % alike"


def _bare(cell: str) -> str:
    """What the sheet shows in [brackets]."""
    return cell.removeprefix("[").removesuffix("]")
