/* The address is the state of the page. Buttons say in their data what they change in it; this does it.

   data-toggle="era=soviet-war"   adds or takes away one value of a filter
   data-set="view=list"           sets a key
   data-drop="era cat …"          takes keys away
   data-event="ev_…"              opens the event's card, "" closes it */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const params = () => new URLSearchParams(window.location.search);
  const LESSON = ["pick", "step", "hide", "under"]; // what they say is nothing to the chart
  const PAUSE_MS = 300; // after the last letter
  const NARROW = window.matchMedia("(max-width: 700px)");

  /* Write the state; `quietly` keeps the history as long as it is. */
  function go(next, quietly) {
    next.delete("step"); // of a lesson with another playlist
    const query = next.toString().replace(/%2C/g, ",");
    const url = window.location.pathname + (query ? "?" + query : "");
    if (url === window.location.pathname + window.location.search) return;
    window.history[quietly ? "replaceState" : "pushState"](null, "", url);
    refresh();
  }

  function toggle(pair) {
    const next = params(), [key, value] = [...new URLSearchParams(pair)][0];
    const values = page.understood().getAll(key), rest = values.filter((one) => one !== value);
    next.delete(key);
    for (const one of rest.length < values.length ? rest : [...values, value]) next.append(key, one);
    if (key === "era") next.delete("zoom"); // an era is also where to look
    go(next);
  }

  function set(pair) {
    const next = params(), [key, value] = [...new URLSearchParams(pair)][0];
    if (value) next.set(key, value);
    else next.delete(key);
    go(next);
  }

  function drop(keys) {
    const next = params();
    for (const key of [...keys.split(" "), "zoom"]) next.delete(key);
    go(next);
  }

  function openEvent(id) {
    const next = params(), had = next.has("event");
    if (id) next.set("event", id);
    else next.delete("event");
    go(next, had && Boolean(id));
  }

  /* Where the chart looks, as days; null for the selection's own stretch. `quietly` as in go(). */
  function setZoom(range, quietly) {
    const next = params();
    if (range) next.set("zoom", range.map((end) => end.slice(0, 10)).join(".."));
    else next.delete("zoom");
    const query = next.toString(), now = params().toString();
    if (query !== now) window.history[quietly ? "replaceState" : "pushState"](null, "", window.location.pathname + (query ? "?" + query : ""));
    asked = drawnOf();
    page.sayIgnored();
  }

  const view = () => {
    const wanted = params().get("view");
    return wanted === "list" || wanted === "timeline" ? wanted : NARROW.matches ? "list" : "timeline";
  };

  /* What Python is asked: all of the address; and what of it a drawing depends on: the card and the lesson are nothing to it. */
  const asks = () => ({ query: params().toString(), view: view() });
  let asked = "";
  function drawnOf() {
    const rest = params();
    for (const key of ["event", "view", ...LESSON]) rest.delete(key);
    return `${view()} ${rest}`;
  }

  let opened = "";
  function ask() {
    const same = window.dash_clientside.no_update;
    const before = [asked, opened];
    const filters = params();
    filters.delete("zoom");
    filters.delete("view");
    asked = drawnOf();
    opened = JSON.stringify(filters.has("event") ? { query: filters.toString(), view: view() } : { query: "" });
    press();
    return [asked === before[0] ? same : asks(), opened === before[1] ? same : JSON.parse(opened)];
  }

  /* Read the address again: after a change of ours, after back and forward, after a turn of the screen. */
  function refresh() {
    const [toDraw, toOpen] = ask(), same = window.dash_clientside.no_update;
    if (toDraw !== same) window.dash_clientside.set_props("asked", { data: toDraw });
    if (toOpen !== same) window.dash_clientside.set_props("opened", { data: toOpen });
  }

  /* Draw again what was asked for, as Python sees it. */
  function askAgain(more) {
    window.dash_clientside.set_props("asked", { data: { ...asks(), ...more } });
  }

  /* The value of a key that has a button, or "": nonsense in the address is ignored. */
  function chosen(key) {
    const value = params().get(key) || "";
    return document.querySelector(`[data-set="${key}=${CSS.escape(value)}"]`) ? value : "";
  }

  /* The buttons and boxes show what the address says. */
  const BOXES = { words: "q", "first-year": "from", "last-year": "to" };
  function press() {
    const now = page.understood(), clear = document.querySelector(".status-row [data-drop]");
    document.body.dataset.view = view();
    document.body.dataset.lanes = chosen("lanes") || "category";
    document.body.toggleAttribute("data-card", now.has("event"));
    showYears();
    for (const button of document.querySelectorAll("[data-toggle]")) {
      const [key, value] = [...new URLSearchParams(button.dataset.toggle)][0];
      button.setAttribute("aria-pressed", String(now.getAll(key).includes(value)));
    }
    for (const button of document.querySelectorAll("[data-set]")) {
      const [key, value] = [...new URLSearchParams(button.dataset.set)][0];
      button.setAttribute("aria-pressed", String(value === (key === "view" ? view() : chosen(key))));
    }
    for (const button of document.querySelectorAll("[data-counts]")) {
      button.dataset.count = now.getAll(button.dataset.counts).length || "";
    }
    if (clear) clear.hidden = !page.isFiltered(now);
    page.sayIgnored();
    for (const [id, key] of Object.entries(BOXES)) {
      const box = document.getElementById(id), value = now.get(key) || "";
      if (box && box !== document.activeElement && box.value !== value) window.dash_clientside.set_props(id, { value });
    }
    const hidden = [...document.querySelectorAll("#filters [aria-pressed=true]")].length + now.has("from") + now.has("to");
    const more = document.querySelector("[data-reveals]");
    if (more) more.dataset.count = hidden || "";
  }

  /* Words and years as given, "" for none; letters of one word are one step in the history. */
  function write(given) {
    const next = params(), before = next.toString(), shown = page.understood();
    for (const [key, value] of Object.entries(given)) {
      const text = String(value).trim();
      if (text === (shown.get(key) || "").trim()) continue;
      if (text) next.set(key, text);
      else next.delete(key);
    }
    if (next.toString() !== before) go(next, params().has("q") && next.has("q"));
  }

  /* What is typed counts when the typist pauses or leaves the box. */
  let typing = 0, typed = null;
  function settle() {
    clearTimeout(typing);
    if (typed) write({ [BOXES[typed.id]]: typed.value });
    typed = null;
  }

  document.addEventListener("input", ({ target }) => {
    if (!(target.id in BOXES)) return;
    clearTimeout(typing);
    typed = target;
    typing = setTimeout(settle, PAUSE_MS);
  });
  document.addEventListener("focusout", settle);

  document.addEventListener("click", (click) => {
    const button = click.target.closest && click.target.closest("button");
    if (!button) return;
    const { toggle: pair, set: setting, drop: keys, event, reveals, rows, copy, opens, closes, sort } = button.dataset;
    if (pair) toggle(pair);
    else if (setting) set(setting);
    else if (keys) drop(keys);
    else if (sort !== undefined) set("sort=" + sort);
    else if (event !== undefined) {
      if (!button.closest("#card")) page.opener = button;
      page.wantsFocus = click.detail === 0; // pressed by a key
      openEvent(event);
    } else if (rows) {
      askAgain({ rows: Number(rows) });
    } else if (reveals) {
      const shown = document.getElementById(reveals);
      shown.hidden = !shown.hidden;
      button.setAttribute("aria-expanded", String(!shown.hidden));
    } else if (copy) {
      copyText(button, copy === "link" ? window.location.href : `${button.dataset.text} ${eventAddress()}`);
    } else if (opens) {
      document.getElementById(opens).showModal();
    } else if (closes) {
      document.getElementById(closes).close();
    }
  });

  /* What is cited is the event, however one came to see it. */
  function eventAddress() {
    return `${window.location.origin}${window.location.pathname}?${new URLSearchParams({ event: params().get("event") })}`;
  }

  async function copyText(button, text) {
    const says = button.dataset.says || (button.dataset.says = button.textContent);
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      window.prompt("Copy this:", text);
    }
    setTimeout(() => (button.textContent = says), 1500);
  }

  /* The slider of years: the same two keys of the address as the boxes beside it. */
  let showTrack = null, dragged = null;
  function showYears() {
    const place = document.getElementById("years");
    if (!place) return;
    if (!showTrack) {
      const [first, last] = [...place.querySelectorAll(".handle")].map((handle) => Number(handle.getAttribute("aria-valuenow")));
      const year = (key, otherwise) => {
        const given = params().get(key) || "";
        return /^\d{1,4}$/.test(given) ? Math.min(last, Math.max(first, Number(given))) : otherwise;
      };
      showTrack = page.track(place, {
        first, last, step: 1, least: 0, year: Math.round,
        get: () => dragged || [year("from", first), year("to", last)],
        set: (a, b, done) => {
          dragged = done ? null : [Math.round(a), Math.round(b)];
          if (done) write({ from: Math.round(a) > first ? Math.round(a) : "", to: Math.round(b) < last ? Math.round(b) : "" });
        },
      });
    }
    showTrack();
  }

  window.addEventListener("popstate", refresh);
  NARROW.addEventListener("change", refresh);

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.timeline = Object.assign(window.dash_clientside.timeline || {}, { ask });
  Object.assign(page, { params, openEvent, setZoom, askAgain, press });
})();
