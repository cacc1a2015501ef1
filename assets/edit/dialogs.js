/* What the server answers comes into the page: lists, panel, dialog. And the keys.

   data-list="review"      shows a list                 data-ask="history"   opens a dialog: preview, history, upload
   data-save="version"     saves what was previewed     data-undo="u0001"    takes an upload back
   data-reveals="same-as"  opens a part of the panel    data-close           closes the dialog */
(function () {
  "use strict";
  const edit = (window.timelineEdit = window.timelineEdit || {});
  const byId = (id) => document.getElementById(id);
  const set = (id, data) => window.dash_clientside.set_props(id, { data });
  const PAUSE_MS = 300; // after the last letter
  let asked = 0;

  function ask(what, more) {
    asked += 1;
    const api = edit.api();
    if (api) api.stopEditing();
    // What was typed last is told by the grid a moment later.
    setTimeout(() => set("asked", Object.assign({ what, number: asked, name: name() }, more)), 60);
  }

  /* Who edits: what a dialog has asked for is kept in the box above. */
  function name() {
    const box = byId("name"), inDialog = byId("dialog-name");
    if (!inDialog || !inDialog.value.trim()) return box ? box.value : "";
    window.dash_clientside.set_props("name", { value: inDialog.value });
    return inDialog.value;
  }

  function answer({ title, html, foot, said, result, saved, again }) {
    const dialog = byId("dialog");
    if (again) edit.acted = Date.now();
    if (saved.length) edit.saved(saved);
    if (result) byId("result").innerHTML = result;
    if (again) edit.again();
    byId("dialog-title").textContent = title;
    byId("dialog-body").innerHTML = html;
    byId("dialog-foot").innerHTML = foot;
    if (title && !dialog.open) dialog.showModal();
    else if (!title) dialog.close();
    if (title) (byId("dialog-name") || dialog.querySelector("#dialog-foot .main:not(:disabled)") || byId("dialog-body")).focus();
    say(said);
  }

  function say(words) {
    if (words) byId("said").textContent = words;
  }

  function lists(html) {
    const place = byId("lists"), held = place.contains(document.activeElement) && document.activeElement.dataset.list;
    place.innerHTML = html || "";
    edit.count();
    if (held) place.querySelector(`[data-list="${held}"]`).focus();
  }

  let shown = {}; // in the panel
  function panel({ id, html }) {
    const place = byId("panel"), held = place.contains(document.activeElement) && document.activeElement;
    const finder = id === shown.id && byId("same-as"), top = id === shown.id ? place.scrollTop : 0;
    const sought = finder && !finder.hidden ? byId("sought-words").value : null;
    if (id === shown.id && html === shown.html) return;
    place.innerHTML = html;
    place.scrollTop = top;
    shown = { id, html };
    if (sought !== null && byId("same-as")) reopen(sought);
    if (!held) return;
    const same = held.id ? byId(held.id) : [...place.querySelectorAll("button")].find((one) => one.textContent === held.textContent);
    (same || place.querySelector(".actions button") || byId("panel-title") || place).focus();
  }

  /* The same event was looked for while the panel was written anew. */
  function reopen(words) {
    byId("same-as").hidden = false;
    document.querySelector("[data-reveals=same-as]").setAttribute("aria-expanded", "true");
    byId("sought-words").value = words;
    set("sought", { event: byId("same-as").dataset.event, words });
  }

  function found(html) {
    const place = byId("found");
    if (place) place.innerHTML = html;
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest && click.target.closest("button");
    if (!button) return;
    const { list, ask: what, save, undo, reveals, close } = button.dataset;
    if (list) show({ list });
    else if (what) ask(what);
    else if (save) ask("save", { version: save });
    else if (undo) ask("undo", { upload: undo });
    else if (close) byId(close).close();
    else if (reveals) {
      const shown = byId(reveals);
      shown.hidden = !shown.hidden;
      button.setAttribute("aria-expanded", String(!shown.hidden));
      if (!shown.hidden) shown.querySelector("input").focus();
    }
  });

  let wanted = {}; // which list, and the words in it
  function show(change) {
    wanted = Object.assign({}, wanted, change);
    set("listed", wanted);
  }

  let typing = 0;
  document.addEventListener("input", ({ target }) => {
    const seek = {
      "words": () => show({ words: target.value }),
      "sought-words": () => set("sought", { event: target.closest("[data-event]").dataset.event, words: target.value }),
    }[target.id];
    if (!seek) return;
    clearTimeout(typing);
    typing = setTimeout(seek, PAUSE_MS);
  });

  document.addEventListener("keydown", (key) => {
    if (key.key === "Enter" && key.target.id === "dialog-name") {
      const main = byId("dialog-foot").querySelector(".main[data-save]");
      if (main) main.click();
      return;
    }
    const inPanel = byId("panel") && byId("panel").contains(key.target), held = key.ctrlKey || key.metaKey;
    if (held && key.key.toLowerCase() === "s") {
      key.preventDefault();
      if (!byId("dialog").open) ask("preview");
    } else if (held && key.key === "Enter" && !byId("dialog").open) {
      key.preventDefault();
      if (inPanel) toGrid();
      else toPanel();
    } else if (key.key === "Escape" && inPanel) {
      toGrid();
    }
  }, true);

  function toPanel() {
    const api = edit.api();
    if (api) api.stopEditing();
    const first = byId("panel").querySelector(".actions button") || byId("panel-title");
    if (first) first.focus();
  }

  function toGrid() {
    const api = edit.api(), row = api && edit.chosen && api.getRowNode(edit.chosen), cell = api && api.getFocusedCell();
    if (row && row.displayed) api.setFocusedCell(row.rowIndex, cell ? cell.column : "title");
  }

  /* Whether the server is there and knows us; what was typed is kept in any case. */
  function trouble(words, link) {
    const place = byId("trouble");
    if (!place) return;
    place.hidden = !words;
    place.textContent = words ? `${words} What you typed is kept here. ` : "";
    if (link) place.append(Object.assign(document.createElement("a"), { href: link, target: "_blank", textContent: "Sign in again" }));
  }

  const fetched = window.fetch;
  window.fetch = async function (...wanted) {
    const isOurs = String(wanted[0] && wanted[0].url ? wanted[0].url : wanted[0]).includes("/edit/_dash-update");
    let got;
    try {
      got = await fetched.apply(this, wanted);
    } catch (error) {
      if (isOurs) trouble("The server does not answer.");
      throw error;
    }
    if (isOurs) {
      if (got.status === 401) trouble("You are signed out.", "/edit/login");
      else trouble(got.ok ? "" : `The server could not do that (${got.status}).`);
      if (!got.ok) return new Response(null, { status: 204 }); // it is told; Dash shall change nothing
    }
    return got;
  };

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.edit = Object.assign(window.dash_clientside.edit || {}, { answer, lists, panel, found });
  Object.assign(edit, { ask, say, name });
})();
