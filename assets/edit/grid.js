/* What the grid asks for by name (timeline/app/edit/grid.py), and what it tells. */
(function () {
  "use strict";
  const edit = (window.timelineEdit = window.timelineEdit || {});

  /* The date in words; of an edited row what it becomes, or why it cannot be saved. */
  function dateShown({ data }) {
    if (!data) return "";
    if (data.problem) return data.problem;
    return data.becomes ? `${data.shown} → ${data.becomes}`.trim() : data.shown + label(data);
  }

  /* What else is unsaved of the row. */
  function label({ unsaved, shown }) {
    return unsaved && unsaved !== "edited" ? (shown ? " · " : "") + unsaved : "";
  }

  const isEdited = ({ data, colDef }) => Boolean(data && data.edited.includes(colDef.field));
  const isWrong = ({ data }) => Boolean(data && data.problem);
  const isChanged = ({ data }) => Boolean(data && data.unsaved && !data.problem);
  const isTakenAway = ({ data }) => Boolean(data && (data.deleted || data.unsaved === "delete"));
  const mayEdit = ({ data }) => data.kind !== "orphan" && data.unsaved !== "delete" && data.unsaved !== "same as";

  /* The row in which the focus is, is the one whose panel is open. */
  function onCellFocused({ api, rowIndex }) {
    const row = rowIndex === null || rowIndex === undefined ? null : api.getDisplayedRowAtIndex(rowIndex);
    if (row) choose(row);
  }

  function choose(row) {
    const isNew = edit.chosen !== row.id;
    edit.chosen = row.id;
    row.setSelected(true, true);
    // After rows came the grid's wrapper lays its own idea of the selection over ours.
    setTimeout(() => edit.chosen === row.id && row.setSelected(true, true), 100);
    if (!isNew) return;
    window.dash_clientside.set_props("chosen", { data: row.id });
  }

  function onCellChanged({ data, colDef, oldValue, newValue }) {
    edit.change(data, colDef.field, text(oldValue), text(newValue));
  }

  const text = (value) => (value === null || value === undefined ? "" : String(value));

  /* After rows came: the chosen one stays chosen, else it is the first. */
  function onRowsCame({ api }) {
    const kept = edit.chosen && api.getRowNode(edit.chosen);
    const row = kept && kept.displayed ? kept : api.getDisplayedRowAtIndex(0);
    if (row) choose(row);
    else if (edit.chosen !== "") window.dash_clientside.set_props("chosen", { data: (edit.chosen = "") });
    if (edit.begun && api.getRowNode(edit.begun)) {
      const { rowIndex } = api.getRowNode(edit.begun);
      edit.begun = "";
      api.ensureIndexVisible(rowIndex);
      api.setFocusedCell(rowIndex, "title");
      api.startEditingCell({ rowIndex, colKey: "title" });
    }
  }

  /* What the server says of unsaved changes, written into the rows that are shown. */
  function mark(judged, version) {
    const api = edit.api();
    if (api) {
      api.forEachNode((row) => {
        const now = judged.marks[row.id] || { unsaved: "", problem: "", becomes: "", edited: [] };
        const was = row.data;
        const same = ["unsaved", "problem", "becomes"].every((key) => was[key] === now[key]) && String(was.edited) === String(now.edited);
        if (!same) row.updateData(Object.assign({}, was, now));
      });
    }
    const last = judged.marks[edit.last];
    const words = last ? last.problem || (last.becomes ? `→ ${last.becomes}` : last.unsaved) : "";
    if (words && words !== edit.told) edit.say(words);
    edit.told = words;
    edit.follow(judged.version, version);
  }

  /* The grid may be there before its rows, or its rows before it listens. */
  function came() {
    window.dash_ag_grid.getApiAsync("grid").then((api) => setTimeout(() => onRowsCame({ api }), 60));
    return window.dash_clientside.no_update;
  }

  edit.api = () => {
    try {
      return window.dash_ag_grid.getApi("grid");
    } catch {
      return null; // not there yet
    }
  };

  window.dashAgGridFunctions = Object.assign(window.dashAgGridFunctions || {}, {
    dateShown, isEdited, isWrong, isChanged, isTakenAway, mayEdit, onCellFocused, onCellChanged, onRowsCame,
  });
  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.edit = Object.assign(window.dash_clientside.edit || {}, { came, mark });
})();
