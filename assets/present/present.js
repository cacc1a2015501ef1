/* A lesson: one slide at a time, moved by a clicker's keys. Python made the slides (timeline/app/present/);
   this steps, hides and reveals; slide.js fills a slide. The step is in the address. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const stage = document.getElementById("present");
  if (!stage) return;
  const one = (selector) => stage.querySelector(selector);
  const playlist = JSON.parse(document.getElementById("playlist").textContent), { slides, rounds } = playlist;
  const show = page.slide(stage, playlist);
  const alone = stage.hasAttribute("data-leave"); // a page of its own, not over the timeline
  const params = () => new URLSearchParams(window.location.search);
  const state = { step: 1, hide: new Set(), shown: true, blank: false };
  const KINDS = ["dates", "titles", "places"];

  const open = () => alone || params().get("view") === "present";
  const ordering = () => state.hide.has("order");
  const last = () => (ordering() ? rounds : slides).length;
  const asks = () => state.hide.size > 0 && state.step <= last();
  const draw = () => show({ ...state, last: last(), asks: asks() });

  function read() {
    const given = params(), step = Number(given.get("step"));
    state.hide = new Set(given.getAll("hide").filter((kind) => KINDS.includes(kind) || kind === "order"));
    const event = slides.findIndex((slide) => slide.id === given.get("event"));
    state.step = Number.isInteger(step) && step > 0 ? Math.min(step, last() + 1) : ordering() ? 1 : event + 1 || 1;
    state.shown = !asks();
  }

  /* Write the address, without a step in the history: the way back leads out of the lesson. */
  function write() {
    const next = params();
    next.delete("hide");
    next.delete("event");
    for (const kind of state.hide) next.append("hide", kind);
    next.set("step", state.step);
    window.history.replaceState(null, "", `${window.location.pathname}?${next}`);
  }

  function go(step, shown) {
    state.step = Math.min(last() + 1, Math.max(1, step));
    state.shown = shown || !asks();
    state.blank = false;
    write();
    draw();
  }

  /* The next key reveals first, and goes on after that. Whoever comes back has seen it already. */
  function next() {
    if (state.blank) return blank();
    if (state.shown) return go(state.step + 1);
    state.shown = true;
    draw();
  }

  function back() {
    if (state.blank) blank();
    else if (state.step > 1) go(state.step - 1, true);
  }

  function blank() {
    state.blank = !state.blank;
    draw();
  }

  function hide(kind) {
    const had = ordering();
    if (!state.hide.delete(kind)) state.hide.add(kind);
    if (kind === "order" && !had) for (const other of KINDS) state.hide.delete(other);
    else if (kind !== "order") state.hide.delete("order");
    go(had === ordering() ? state.step : 1);
  }

  function leave() {
    const rest = params(), under = alone ? rest.get("view") : rest.get("under");
    rest.delete("under");
    if (under) rest.set("view", under);
    else rest.delete("view");
    const query = rest.toString() ? `?${rest}` : "";
    if (alone) return window.location.assign(stage.dataset.leave + query);
    window.history.pushState(null, "", window.location.pathname + query);
    sync();
    if (page.press) page.press();
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  function panel() {
    const dialog = one(".panel");
    if (dialog.open) return dialog.close();
    for (const button of dialog.querySelectorAll("[data-hide]")) button.setAttribute("aria-pressed", String(state.hide.has(button.dataset.hide)));
    const link = one(".handout"), all = one('[data-does="all"]');
    if (link) link.href = stage.dataset.handout + window.location.search;
    if (all) all.hidden = !params().has("pick");
    dialog.showModal();
  }

  function forgetPicks() {
    const rest = params();
    rest.delete("pick");
    rest.delete("step");
    window.location.assign(`${window.location.pathname}?${rest}`);
  }

  const DOES = { back, next, blank, panel, leave, full, first: () => (one(".panel").close(), go(1)), all: forgetPicks };

  /* Keys and buttons */

  const KEYS = {
    PageDown: next, ArrowRight: next, ArrowDown: next, " ": next, Enter: next, PageUp: back, ArrowLeft: back, ArrowUp: back, Backspace: back,
    Home: () => go(1), End: () => go(last()), b: blank, B: blank, ".": blank, h: panel, H: panel, f: full, F: full, F5: full, Escape: leave,
  };

  document.addEventListener("keydown", (key) => {
    if (!open() || key.ctrlKey || key.metaKey || key.altKey || !KEYS[key.key]) return;
    const dialog = one(".panel").open;
    if (dialog && !["h", "H", "F5"].includes(key.key)) return; // the panel has its own keys
    if ([" ", "Enter"].includes(key.key) && key.target.closest("button, a")) return;
    key.preventDefault(); // F5 of a clicker starts the show: it must not load the page anew
    key.stopImmediatePropagation();
    if (!key.repeat || key.key.startsWith("Arrow") || key.key.startsWith("Page")) KEYS[key.key]();
  }, true);

  document.addEventListener("click", (click) => {
    const button = click.target.closest && click.target.closest("button");
    if (!button) return;
    if (button.dataset.present !== undefined && !alone) enter();
    if (!stage.contains(button)) return;
    if (DOES[button.dataset.does]) DOES[button.dataset.does]();
    if (button.dataset.hide) {
      hide(button.dataset.hide);
      for (const each of stage.querySelectorAll("[data-hide]")) each.setAttribute("aria-pressed", String(state.hide.has(each.dataset.hide)));
    }
  });
  stage.addEventListener("click", () => state.blank && blank());

  function enter() {
    const next = params(), under = next.get("view");
    if (under) next.set("under", under); // where Esc leads back to
    next.set("view", "present");
    window.history.pushState(null, "", `${window.location.pathname}?${next}`);
    sync();
  }

  /* Show what the address says: the lesson, or what lies under it. */
  function sync() {
    stage.hidden = !open();
    document.documentElement.toggleAttribute("data-lesson", open());
    const under = document.querySelector(".page");
    if (under) under.inert = open();
    if (!open()) return;
    read();
    draw();
    stage.focus({ preventScroll: true });
  }

  window.addEventListener("popstate", sync);
  window.addEventListener("resize", () => open() && draw());
  sync();
  if (document.fonts && document.fonts.ready) document.fonts.ready.then(() => open() && draw());
})();
