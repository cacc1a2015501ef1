/* What was changed and is not saved lies here, in the tab's session storage; buttons say in their data what they change:

   data-stage='{"id", "kind", "rev", …}'   action, targets: what is done to the row · cells, was: values it is given ·
                                           settle: what others saved is known now · drop: nothing is left of its changes
   data-drop="ev_…"                        the same as drop; "all" for all rows
   data-new="event"                        a new event */
(function () {
  "use strict";
  const edit = (window.timelineEdit = window.timelineEdit || {});
  let staged = {};
  let times = 0;
  let followed = "";

  function keep(next) {
    staged = next;
    window.dash_clientside.set_props("staged", { data: next });
    count();
  }

  const blank = ({ kind, rev }) => ({ kind, rev, cells: {}, was: {}, action: "", targets: [] });
  const copy = (one) => Object.assign({}, one, { cells: Object.assign({}, one.cells), was: Object.assign({}, one.was) });

  function put(id, one) {
    const next = Object.assign({}, staged);
    if (Object.keys(one.cells).length || one.action || one.kind === "new") next[id] = one;
    else delete next[id];
    edit.last = id;
    edit.told = "";
    keep(next);
  }

  /* A cell was edited in the grid. */
  function change(row, column, before, after) {
    const one = copy(staged[row.id] || blank(row));
    if (!(column in one.was)) one.was[column] = before;
    if (after === one.was[column]) {
      delete one.cells[column];
      delete one.was[column];
    } else {
      one.cells[column] = after;
    }
    if ((row.kind === "hidden" || row.deleted) && Object.keys(one.cells).length) one.action = "restore";
    put(row.id, one);
  }

  function stage(patch) {
    if (patch.drop) {
      drop(patch.id);
      return;
    }
    const one = copy(staged[patch.id] || blank(patch));
    if ("action" in patch) Object.assign(one, { action: patch.action, targets: patch.targets });
    if (patch.settle) one.rev = patch.rev;
    if (patch.cells) {
      one.was = patch.settle ? patch.was : Object.assign({}, patch.was, one.was);
      one.cells = patch.settle ? patch.cells : Object.assign({}, one.cells, patch.cells);
    }
    put(patch.id, one);
    if (patch.cells || patch.settle) again();
    if (patch.open) window.dash_clientside.set_props("chosen", { data: (edit.chosen = patch.id) });
  }

  function drop(id) {
    const next = Object.assign({}, staged);
    delete next[id];
    edit.last = "";
    keep(id === "all" ? {} : next);
    again();
  }

  function begin() {
    const id = `new-${Date.now().toString(36)}`;
    edit.begun = edit.chosen = id;
    put(id, blank({ kind: "new", rev: "" }));
    window.dash_clientside.set_props("chosen", { data: id });
    again();
  }

  /* Fetch the rows anew. */
  function again() {
    times += 1;
    window.dash_clientside.set_props("again", { data: times });
  }

  /* Someone else has saved, or a new build came: show it, once. */
  function follow(now, shown) {
    if (!shown || now === shown || now === followed) return;
    followed = now;
    if (Date.now() - (edit.acted || 0) > 3000) edit.say("The timeline has changed meanwhile; the list shows it now.");
    again();
  }

  /* How much is unsaved. */
  function count() {
    const number = document.querySelector("[data-list=unsaved] small");
    if (number) number.textContent = Object.keys(staged).length;
    document.getElementById("discard").disabled = !Object.keys(staged).length;
  }

  /* On loading, what the session storage has kept. */
  function restored(kept) {
    staged = kept || {};
    count();
    return window.dash_clientside.no_update;
  }

  function saved(ids) {
    const next = Object.assign({}, staged);
    for (const id of ids) delete next[id];
    keep(next);
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest && click.target.closest("button");
    if (!button) return;
    const { stage: patch, drop: id, new: kind } = button.dataset;
    if (patch) stage(JSON.parse(patch));
    else if (id) drop(id);
    else if (kind) begin();
    if ((patch || id) && button.closest("dialog")) edit.ask("preview");
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.edit = Object.assign(window.dash_clientside.edit || {}, { restored });
  Object.assign(edit, { change, again, follow, saved, count });
})();
