/* A lesson: one slide at a time, moved by a clicker's keys. Python made the slides (timeline/app/present/);
   this steps, hides and reveals, and fits the texts to the screen. The step is in the address. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const stage = document.getElementById("present");
  if (!stage) return;
  const one = (selector) => stage.querySelector(selector);
  const { heading, slides, rounds } = JSON.parse(document.getElementById("playlist").textContent);
  const alone = stage.hasAttribute("data-leave"); // a page of its own, not over the timeline
  const params = () => new URLSearchParams(window.location.search);
  const state = { step: 1, hide: new Set(), shown: true, blank: false };
  const HIDDEN = { dates: "When?", titles: "What happened?", places: "Where?" };

  const open = () => alone || params().get("view") === "present";
  const ordering = () => state.hide.has("order");
  const last = () => (ordering() ? rounds : slides).length;
  const asks = () => state.hide.size > 0 && state.step <= last();
  const hides = (kind) => !state.shown && state.hide.has(kind);

  function read() {
    const given = params(), step = Number(given.get("step"));
    state.hide = new Set(given.getAll("hide").filter((kind) => kind in HIDDEN || kind === "order"));
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

  const back = () => (state.blank ? blank() : go(state.step - 1, true));

  function blank() {
    state.blank = !state.blank;
    draw();
  }

  function hide(kind) {
    const had = ordering();
    if (!state.hide.delete(kind)) state.hide.add(kind);
    if (kind === "order" && !had) for (const other of Object.keys(HIDDEN)) state.hide.delete(other);
    else if (kind !== "order") state.hide.delete("order");
    go(had === ordering() ? state.step : 1);
  }

  function leave() {
    const rest = params();
    rest.delete("view");
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

  /* Texts */

  function plain(pieces, hidden) {
    return pieces.map(([text, gives]) => (gives && hidden(gives) ? "____" : text)).join("");
  }

  function write_(place, pieces) {
    place.textContent = "";
    for (const [text, gives] of pieces) {
      if (!gives || !hides(gives)) place.append(text);
      else {
        const mask = document.createElement("span");
        mask.className = "mask";
        mask.textContent = HIDDEN[gives].slice(-1);
        place.append(mask);
      }
    }
  }

  const cut = (pieces, words) => {
    const found = [];
    for (const [text, gives] of pieces) {
      const parts = text.split(/(?<=\s)/);
      found.push([parts.slice(0, words).join(""), gives]);
      words -= parts.length;
      if (words <= 0) break;
    }
    const end = found[found.length - 1];
    end[0] = end[0].replace(/[\s,;:.–—-]+$/, "") + (end[1] ? "" : "…");
    if (end[1]) found.push(["…", ""]);
    return found;
  };
  const wordsIn = (pieces) => pieces.reduce((sum, [text]) => sum + text.split(/(?<=\s)/).length, 0);

  /* As many words as fit. */
  function shortened(place, pieces, fits) {
    write_(place, pieces);
    if (fits()) return;
    let low = 1, high = wordsIn(pieces) - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      write_(place, cut(pieces, middle));
      if (fits()) low = middle;
      else high = middle - 1;
    }
    write_(place, cut(pieces, low));
  }

  const inside = () => one(".slide").scrollHeight <= one(".slide").clientHeight;
  const lines = (place) => Math.round(place.clientHeight / parseFloat(getComputedStyle(place).lineHeight));
  const SIZES = [[84, 38], [76, 38], [68, 36], [60, 36], [54, 34], [50, 32], [48, 30]]; // of title and text, on a screen of 1920 × 1080
  const ROUND_SIZES = [[84, 46], [80, 42], ...SIZES];

  function fit(title, told) {
    write_(one(".what"), title);
    write_(one(".told"), told);
    for (const [large, small] of SIZES) {
      stage.style.setProperty("--large", large);
      stage.style.setProperty("--small", small);
      if (lines(one(".what")) <= (large > 54 ? 2 : 3) && inside()) return;
    }
    write_(one(".told"), []);
    shortened(one(".what"), title, () => lines(one(".what")) <= 3 && inside());
    if (told.length) shortened(one(".told"), told, inside);
  }

  /* Slides */

  function draw() {
    const ended = state.step > last();
    stage.dataset.shows = !slides.length ? "nothing" : ended ? "end" : ordering() ? "round" : "event";
    stage.toggleAttribute("data-blank", state.blank);
    stage.toggleAttribute("data-asks", !state.shown);
    for (const place of [".when", ".what", ".told", ".facts", ".round", ".line"]) one(place).textContent = "";
    const count = ended ? "end" : `${state.step} of ${last()}`;
    one(".heading").textContent = heading;
    one(".count").textContent = slides.length ? count : "";
    one('[data-does="next"]').textContent = state.shown ? "→ next" : "→ reveal";
    one('[data-does="next"]').disabled = ended;
    one('[data-does="back"]').disabled = state.step === 1;
    ({ nothing, end, round, event })[stage.dataset.shows]();
  }

  function event() {
    const here = state.step - 1, slide = slides[here];
    one(".when").textContent = hides("dates") ? HIDDEN.dates : slide.when;
    const facts = one(".facts");
    if (slide.path) facts.append(glyph(slide));
    facts.append(slide.category);
    if (slide.place) facts.append(" · ", hides("places") ? HIDDEN.places : slide.place);
    const before = [...facts.childNodes], untold = hides("titles");
    if (state.shown && slide.source) facts.append(" · ", Object.assign(document.createElement("span"), { className: "source" }));
    fit(untold ? [[HIDDEN.titles, ""]] : slide.title, untold ? [] : slide.told);
    const source = one(".source");
    if (source) {
      shortened(source, [[slide.source, ""]], () => lines(facts) <= 1 && inside());
      if (lines(facts) > 1) facts.replaceChildren(...before);
    }
    if (source && !inside()) fit(slide.title, slide.told);
    // What comes later is not told before it is asked.
    const says = ({ title }, number) => {
      const ask = asks() && (number > here || (number === here && !state.shown));
      return ask && state.hide.has("titles") ? (number === here ? "?" : "") : plain(title, (kind) => ask && state.hide.has(kind));
    };
    page.drawLine(one(".line"), slides, here, says, !hides("dates"));
  }

  function glyph({ path, colour, size }) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
    svg.setAttribute("viewBox", "-1.5 -1.5 3 3");
    svg.setAttribute("aria-hidden", "true");
    shape.setAttribute("d", path);
    shape.setAttribute("transform", `scale(${size / 12})`);
    shape.setAttribute("fill", colour);
    svg.append(shape);
    return svg;
  }

  const letter = (number) => String.fromCharCode(65 + number);

  function round() {
    const mixed = rounds[state.step - 1], list = one(".round");
    one(".what").textContent = state.shown ? "In this order" : "Which came first?";
    const rows = mixed.map((number, place) => ({ number, name: letter(place), slide: slides[number] }));
    if (state.shown) rows.sort((a, b) => a.number - b.number);
    for (const { name, slide } of rows) {
      const row = document.createElement("li");
      row.append(Object.assign(document.createElement("span"), { className: "letter", textContent: name }));
      const title = Object.assign(document.createElement("span"), { className: "title" });
      if (state.shown) title.append(Object.assign(document.createElement("strong"), { textContent: slide.when }), " ");
      title.append(plain(slide.title, (kind) => kind === "dates" && !state.shown));
      row.append(title);
      list.append(row);
    }
    for (const [large, small] of ROUND_SIZES) {
      stage.style.setProperty("--large", large);
      stage.style.setProperty("--small", small);
      if (inside()) break;
    }
  }

  function end() {
    one(".what").textContent = "The end";
    const few = slides.length === 1 ? "1 event" : `${slides.length} events`;
    one(".told").textContent = `${few}: ${heading}.`;
    one(".facts").textContent = "← goes back, Home to the first, Esc to the timeline.";
  }

  function nothing() {
    one(".what").textContent = "No event to show";
    one(".told").textContent = "No event meets this selection. Esc leads back to the timeline, where it can be changed.";
  }

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
    const next = params();
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
