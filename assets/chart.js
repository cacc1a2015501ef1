/* The chart on the page: draws what Python sends with its labels placed, and answers pointer and keys. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const LEAST = 12 * 86400000; // no closer than twelve days
  const state = { drawing: null, range: null, chosen: "", cursor: "", hits: [] };
  const byId = (id) => document.getElementById(id);
  const graph = () => document.querySelector("#timeline .js-plotly-plot");
  const ms = (iso) => Date.parse(iso.slice(0, 10));
  const iso = (time) => new Date(time).toISOString().slice(0, 10);

  function ink() {
    const style = getComputedStyle(document.documentElement);
    const names = ["text", "quiet", "faint", "line", "grid", "paper", "card"];
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
  }

  /* The figure with its labels placed, or null while the chart is not on the screen. */
  function placed() {
    const stage = byId("stage");
    if (!stage || !state.drawing || !stage.clientWidth || !stage.clientHeight) return null;
    const box = { width: stage.clientWidth, height: stage.clientHeight };
    const figure = page.place(state.drawing, box, { range: state.range, marked: state.cursor || state.chosen, ink: ink() });
    state.hits = figure.hits;
    state.box = box;
    listen();
    return { data: figure.data, layout: figure.layout };
  }

  function draw() {
    const figure = placed();
    if (figure) window.dash_clientside.set_props("timeline", { figure });
  }

  /* Dash: a new drawing, or another event chosen. */
  function place(drawing, chosen) {
    if (drawing && drawing !== state.drawing) {
      state.drawing = drawing;
      state.range = drawing.layout.xaxis.range.slice();
      state.cursor = "";
    }
    const id = (chosen && chosen.event) || "";
    if (id !== state.chosen) {
      state.chosen = id;
      state.cursor = "";
      bringIntoSight(id);
    }
    return placed() || window.dash_clientside.no_update;
  }

  /* Move or stretch the stretch in sight, within the whole. */
  function look(from, to, quietly) {
    const axis = state.drawing.layout.xaxis, first = ms(axis.minallowed), last = ms(axis.maxallowed);
    const span = Math.min(last - first, Math.max(LEAST, to - from)), middle = (from + to) / 2;
    let start = Math.max(first, middle - span / 2);
    start = Math.min(start, last - span);
    state.range = [iso(start), iso(start + span)];
    const own = axis.range.map((end) => end.slice(0, 10));
    page.setZoom(state.range.join() === own.join() ? null : state.range);
    if (!quietly) draw();
  }

  function zoom(how) {
    if (!state.drawing) return;
    const [from, to] = state.range.map(ms), middle = (from + to) / 2;
    const factor = { in: 0.5, out: 2 }[how];
    if (factor) look(middle - ((to - from) * factor) / 2, middle + ((to - from) * factor) / 2);
    else {
      page.setZoom(null);
      page.askAgain(); // which stretch is the selection's own, Python knows
    }
  }

  function bringIntoSight(id) {
    const event = id && state.drawing && page.eventsOf(state.drawing).find((one) => one.id === id);
    if (!event) return;
    const [from, to] = state.range.map(ms);
    if (event.end > from && event.start < to) return;
    const middle = (event.start + event.end) / 2;
    look(middle - (to - from) / 2, middle + (to - from) / 2, true);
  }

  /* Step from event to event; with an open card the card follows. */
  function step(to) {
    if (!state.drawing) return;
    const events = page.eventsOf(state.drawing);
    if (!events.length) return;
    const here = events.findIndex((event) => event.id === (state.cursor || state.chosen));
    const [from] = state.range.map(ms);
    let next = here;
    if (to === "first") next = 0;
    else if (to === "last") next = events.length - 1;
    else if (here < 0) next = Math.max(0, events.findIndex((event) => event.middle >= from));
    else next = Math.min(events.length - 1, Math.max(0, here + to));
    const event = events[next];
    state.cursor = event.id;
    bringIntoSight(event.id);
    byId("spoken").textContent = page.plain(event.said.replace("</b><br>", ", ").replace(/<br>/g, " ").replace(/<\/?b>/g, ""));
    if (state.chosen) page.openEvent(event.id);
    else draw();
  }

  function keys(key) {
    if (key.ctrlKey || key.metaKey || key.altKey || key.target.id !== "stage") return;
    const actions = {
      ArrowRight: () => step(1), ArrowLeft: () => step(-1), Home: () => step("first"), End: () => step("last"),
      Enter: () => {
        if (!state.cursor && !state.chosen) return;
        page.opener = byId("stage");
        page.wantsFocus = true;
        if (state.cursor && state.cursor !== state.chosen) page.openEvent(state.cursor);
        else page.focusCard();
      },
      "+": () => zoom("in"), "=": () => zoom("in"), "-": () => zoom("out"), "−": () => zoom("out"), 0: () => zoom("all"),
    };
    if (!actions[key.key]) return;
    key.preventDefault();
    actions[key.key]();
  }

  /* Pointer: a click on a label is a click on its mark. */
  function labelAt(pointer) {
    const stage = byId("stage").getBoundingClientRect();
    const x = pointer.clientX - stage.left, y = pointer.clientY - stage.top;
    return state.hits.find((hit) => x >= hit.x && x <= hit.x + hit.width && y >= hit.y && y <= hit.y + hit.height);
  }

  /* A drawing made before a resize may come onto the page after the one that answered it: then draw once more. */
  function fill() {
    const stage = byId("stage"), gd = graph();
    if (!state.drawing || !gd || !gd.layout || !gd.layout.width || !stage.clientWidth || !stage.clientHeight) return;
    if (gd.layout.width !== stage.clientWidth || gd.layout.height !== stage.clientHeight) draw();
  }

  let heard = null;
  function listen() {
    const gd = graph();
    if (!gd || !gd.on) return setTimeout(() => graph() && listen(), 60);
    if (heard !== gd) {
      heard = gd;
      gd.on("plotly_click", (click) => {
        const datum = click.points.map((point) => point.customdata).find(Boolean);
        if (datum) page.openEvent(datum[0]);
      });
      gd.on("plotly_afterplot", fill);
      fill();
    }
    // Dash would write the new range into its figure and draw everything once more: one drawing is enough.
    gd.removeAllListeners("plotly_relayout");
    gd.on("plotly_relayout", (change) => {
      const range = change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]];
      if (range[0] && range[1]) look(...range.map((end) => ms(String(end))));
    });
  }

  function start() {
    const stage = byId("stage");
    if (!stage) return setTimeout(start, 30);
    new ResizeObserver(() => {
      const box = state.box;
      if (state.drawing && (!box || box.width !== stage.clientWidth || box.height !== stage.clientHeight)) draw();
    }).observe(stage);
    stage.addEventListener("keydown", keys);
    stage.addEventListener("pointerdown", listen, true);
    let down = null;
    stage.addEventListener("pointerdown", (pointer) => (down = pointer), true);
    stage.addEventListener("click", (click) => {
      if (down && Math.hypot(click.clientX - down.clientX, click.clientY - down.clientY) > 4) return;
      const hit = labelAt(click);
      if (hit) page.openEvent(hit.id);
    });
    stage.addEventListener("pointermove", (pointer) => {
      stage.toggleAttribute("data-label", pointer.buttons === 0 && Boolean(labelAt(pointer)));
    });
    document.addEventListener("click", (click) => {
      const button = click.target.closest && click.target.closest("[data-zoom]");
      if (button) zoom(button.dataset.zoom);
    });
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    if (document.fonts && document.fonts.ready) document.fonts.ready.then(() => state.drawing && draw());
  }
  start();

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.timeline = Object.assign(window.dash_clientside.timeline || {}, { place });
})();
