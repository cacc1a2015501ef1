"""The grid: its columns, and its rows as the browser gets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dash_ag_grid import AgGrid

from timeline.app.edit import ids
from timeline.app.edit.items import DELETED, NEW, Item
from timeline.app.edit.judged import Judged
from timeline.corrections import columns
from timeline.topic import Topic

_SHOWN = 240  # characters of a sentence in its cell; all of it stands in the panel
_BEGINS = (
    ("year", "Year", 60, "1979 · 197X for a decade · 19XX for a century"),
    ("month", "Month", 70, "1 to 12, or spring, summer, autumn, winter; blank when only the year is known"),
    ("day", "Day", 54, "1 to 31; blank when only the month is known"),
)
_ENDS = (
    ("end_year", "Year", 60, "When it ended; .. for what has not ended; blank for what did not last"),
    ("end_month", "Month", 70, "1 to 12, or blank"),
    ("end_day", "Day", 54, "1 to 31, or blank"),
)
_IMPORTANCE = ("1", "2", "3")


def grid(topic: Topic) -> AgGrid:
    """The empty grid; assets/edit/grid.js has the functions that are named here."""
    return AgGrid(
        id=ids.GRID,
        columnDefs=_columns(topic),
        rowData=[],
        defaultColDef={
            "sortable": True,
            "resizable": True,
            "editable": False,
            "suppressHeaderMenuButton": True,
            "cellClassRules": {"edited": "isEdited(params)"},
        },
        getRowId="params.data.id",
        rowClassRules={
            "wrong": "isWrong(params)",
            "changed": "isChanged(params)",
            "taken-away": "isTakenAway(params)",
        },
        eventListeners={
            "cellFocused": ["onCellFocused(params)"],
            "cellValueChanged": ["onCellChanged(params)"],
            "rowDataUpdated": ["onRowsCame(params)"],
        },
        dashGridOptions={
            "rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": False},
            "stopEditingWhenCellsLoseFocus": True,
            "undoRedoCellEditing": True,
            "suppressDragLeaveHidesColumns": True,
            "tooltipShowDelay": 400,
            "rowHeight": 34,
            "headerHeight": 28,
            "groupHeaderHeight": 24,
            "animateRows": False,
            "enableCellTextSelection": False,
            "ensureDomOrder": True,
            "suppressColumnVirtualisation": True,  # Tab into a column out of sight would not give its editor the focus
            "localeText": {"noRowsToShow": "Nothing stands in this list."},
        },
        style={"height": "100%", "width": "100%"},
    )


def rows(items: Iterable[Item], judged: Judged) -> list[dict[str, object]]:
    """The rows of ``items``, what is unsaved laid over them."""
    marks = judged.marks()
    return [_row(item, judged, marks.get(item.ident, {})) for item in items]


def _row(item: Item, judged: Judged, mark: Mapping[str, object]) -> dict[str, object]:
    staged = judged.staged.get(item.ident)
    cells = staged.all_cells(item) if staged is not None else item.cells
    return {
        **cells,
        "id": item.ident,
        "kind": item.kind,
        "rev": item.rev,
        "deleted": DELETED in item.lists,
        "shown": "" if item.kind == NEW else item.date,
        "status": item.status,
        "sentence": item.sentence[:_SHOWN],
        "unsaved": "",
        "problem": "",
        "becomes": "",
        "edited": [],
        **mark,
    }


def _columns(topic: Topic) -> list[dict[str, Any]]:
    categories = {category.key: category.name for category in topic.categories}
    return [
        _column("shown", "Date", 158, pinned="left", wrapText=True, autoHeight=True, cellClass="date",
                valueGetter={"function": "dateShown(params)"}, sortable=False),
        _column("title", "Title", 252, pinned="left", tooltipField="title", **_text()),
        {"headerName": "Begins", "children": _parts(_BEGINS)},
        {"headerName": "Ends", "children": _parts(_ENDS)},
        _column("certainty", "Certainty", 92, headerTooltip="blank, about, uncertain, before, after or disputed", **_text()),
        _column("category", "Category", 118, refData=categories, **_select(list(categories))),
        _column("importance", "Importance", 110, headerTooltip="1, 2 or 3", **_select(list(_IMPORTANCE))),
        _column("actors", "Actors", 180, headerTooltip="Several are divided by ;", tooltipField="actors", **_text()),
        _column("place", "Place", 110, tooltipField="place", **_text()),
        _column("note", "Note", 180, tooltipField="note", **_text()),
        _column("status", "Status", 260, tooltipField="status"),
        _column("sentence", "Sentence", 420),
    ]  # fmt: skip


def _column(name: str, label: str, width: int, **more: Any) -> dict[str, Any]:
    return {"field": name, "headerName": label, "width": width, **more}


def _parts(parts: tuple[tuple[str, str, int, str], ...]) -> list[dict[str, Any]]:
    return [_column(name, label, width, headerTooltip=hint, cellClass="part", **_text()) for name, label, width, hint in parts]  # fmt: skip


def _text() -> dict[str, Any]:
    return {"editable": {"function": "mayEdit(params)"}, "cellEditor": "agTextCellEditor",
            "cellEditorParams": {"maxLength": columns.CELL_LENGTH}}  # fmt: skip


def _select(values: list[str]) -> dict[str, Any]:
    return {"editable": {"function": "mayEdit(params)"}, "cellEditor": "agSelectCellEditor",
            "cellEditorParams": {"values": values}}  # fmt: skip
