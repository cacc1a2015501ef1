/* The chart on the page: draws what Python sends with its labels placed, and answers pointer and keys. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const DAY = 86400000;
  const WHEEL = 1000; // milliseconds in which turns of the wheel are one gesture
  const LEAST = { time: 12 * DAY, even: 3 }; // no closer than that: twelve days, three events
  const state = { drawing: null, range: null, chosen: "", cursor: "", figure: null, box: null };
  const byId = (id) => document.getElementById(id);
  const graph = () => document.querySelector("#timeline .js-plotly-plot");
  const iso = (moment) => new Date(Math.round(moment / DAY) * DAY).toISOString().slice(0, 10);
  const larger = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const scale = () => page.eventsOf(state.drawing).scale;
  const sight = () => state.range.map(scale().at); // what is in sight, as positions on the axis

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
    const chosen = state.cursor || state.chosen, view = { range: state.range, ink: ink(), text: larger() };
    state.figure = page.place(state.drawing, box, view);
    // The chosen event comes first only where it would stay without a label: else choosing would move all the others.
    state.first = state.figure.where.has(chosen) && !state.figure.hits.some((hit) => hit.id === chosen) ? chosen : "";
    if (state.first) state.figure = page.place(state.drawing, box, { ...view, marked: chosen });
    state.box = box;
    page.overview(state);
    page.point(state);
    listen();
    return { data: state.figure.data, layout: state.figure.layout };
  }

  /* Dash makes the chart once; from then on it is drawn here, which takes half the time. */
  function draw() {
    const figure = placed(), gd = graph();
    if (!figure) return;
    if (gd && gd.on && window.Plotly) window.Plotly.react(gd, figure.data, figure.layout);
    else window.dash_clientside.set_props("timeline", { figure });
  }

  const afterPaint = (work) => requestAnimationFrame(() => setTimeout(work));
  let waiting = 0;
  function drawSoon() {
    if (!waiting) waiting = requestAnimationFrame(() => { waiting = 0; draw(); });
  }

  /* Dash: a new drawing, or another event chosen. */
  function place(drawing, chosen) {
    const same = window.dash_clientside.no_update, fresh = Boolean(drawing) && drawing !== state.drawing;
    if (fresh) {
      state.drawing = drawing;
      state.range = drawing.layout.xaxis.range.map(page.day);
      state.cursor = "";
    }
    const id = (chosen && chosen.event) || "", other = id !== state.chosen;
    if (other) {
      state.chosen = id;
      state.cursor = "";
    }
    const moved = other && bringIntoSight(id);
    if (!fresh && !moved && state.figure) {
      page.point(state);
      return same;
    }
    if (state.figure && graph() && graph().on) {
      if (fresh) draw();
      else afterPaint(draw); // the card first
      return same;
    }
    return placed() || same;
  }

  /* Look from one position on the axis to another, within the whole. `quietly`: no step in the history. */
  function look(from, to, quietly) {
    const { at, when, first, last, even } = scale(), low = at(first), high = at(last);
    const span = Math.min(high - low, Math.max(even ? LEAST.even : LEAST.time, to - from)), middle = (from + to) / 2;
    const start = Math.min(Math.max(low, middle - span / 2), high - span);
    // As the address says it, so that the link shows the very same: whole days, one at least.
    const days = [when(start), when(start + span)].map(iso), { own } = state.drawing.layout.meta; // where the selection would look
    if (days[0] === days[1]) days[1] = iso(page.day(days[0]) + DAY);
    state.range = days.map(page.day);
    page.setZoom(days.join() === own.join() ? null : days, quietly);
  }

  function zoom(how) {
    if (!state.drawing) return;
    const [from, to] = sight(), middle = (from + to) / 2;
    const factor = { in: 0.5, out: 2 }[how];
    if (factor) {
      look(middle - ((to - from) * factor) / 2, middle + ((to - from) * factor) / 2);
      drawSoon();
    } else {
      page.setZoom(null);
      page.askAgain(); // which stretch is the selection's own, Python knows
    }
  }

  function lookAtMoments(from, to, quietly) {
    look(...[from, to].map(scale().at), quietly);
    drawSoon();
  }

  /* Whether it had to be moved there. */
  function bringIntoSight(id) {
    const event = id && state.drawing && page.eventsOf(state.drawing).find((one) => one.id === id);
    if (!event) return false;
    const [from, to] = sight();
    if (event.to >= from && event.from <= to) return false;
    look(event.at - (to - from) / 2, event.at + (to - from) / 2, true);
    return true;
  }

  /* Into a crowd, until its events stand apart; when they cannot, the first one's card. */
  function into(crowd, x) {
    const [from, to] = sight(), span = to - from;
    drawSoon();
    if (crowd.dense) {
      const middle = state.figure.at(x);
      return look(middle - span / 10, middle + span / 10);
    }
    const least = scale().even ? LEAST.even : LEAST.time, room = Math.max((crowd.to - crowd.from) * 1.3, least);
    if (room >= span * 0.98 || span <= least * 1.01) return page.openEvent(crowd.first);
    const middle = (crowd.from + crowd.to) / 2;
    return look(middle - room / 2, middle + room / 2);
  }

  /* Step from event to event; with an open card the card follows. */
  function step(to) {
    if (!state.drawing) return;
    const events = page.eventsOf(state.drawing);
    if (!events.length) return;
    const here = events.findIndex((event) => event.id === (state.cursor || state.chosen));
    const [from] = sight();
    let next = here;
    if (to === "first") next = 0;
    else if (to === "last") next = events.length - 1;
    else if (here < 0) next = Math.max(0, events.findIndex((event) => event.at >= from));
    else next = Math.min(events.length - 1, Math.max(0, here + to));
    const event = events[next];
    state.cursor = event.id;
    byId("spoken").textContent = page.plain(`${event.title}, ${event.words}`);
    if (bringIntoSight(event.id)) drawSoon();
    else page.point(state);
    if (state.chosen) page.openEvent(event.id);
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

  /* Pointer: a click on a label is a click on its mark, one on a crowd goes into it. */
  function under(pointer, among) {
    const stage = byId("stage").getBoundingClientRect();
    const x = pointer.clientX - stage.left, y = pointer.clientY - stage.top;
    return among.find((hit) => x >= hit.x && x <= hit.x + hit.width && y >= hit.y && y <= hit.y + hit.height);
  }
  const labelAt = (pointer) => state.figure && under(pointer, state.figure.hits);
  const crowdAt = (pointer) => state.figure && under(pointer, state.figure.crowds);

  /* A drawing made before a resize may come onto the page after the one that answered it: then draw once more. */
  function fill() {
    const stage = byId("stage"), gd = graph();
    if (!state.drawing || !gd || !gd.layout || !gd.layout.width || !stage.clientWidth || !stage.clientHeight) return;
    if (gd.layout.width !== stage.clientWidth || gd.layout.height !== stage.clientHeight) draw();
  }

  const moment = (end) => (typeof end === "number" ? end : Date.parse(end.length > 10 ? end.replace(" ", "T") + "Z" : end));

  let heard = null;
  let wheeled = 0, wheeling = false; // when the wheel was last turned; whether its step in the history is made
  function listen() {
    const gd = graph();
    if (!gd || !gd.on) return setTimeout(() => graph() && listen(), 60);
    if (heard !== gd) {
      heard = gd;
      gd.on("plotly_click", (click) => {
        const datum = click.points.map((one) => one.customdata).find(Boolean);
        if (datum) page.openEvent(datum[0]);
      });
      gd.on("plotly_afterplot", fill);
      gd.on("plotly_relayouting", () => {
        for (const shown of byId("stage").querySelectorAll(":scope > :is(.ring, .flag)")) shown.hidden = true;
      });
      fill();
    }
    // Dash would write the new range into its figure and draw everything once more: one drawing is enough.
    gd.removeAllListeners("plotly_relayout");
    gd.on("plotly_relayout", (change) => {
      const range = change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]];
      if (range[0] === undefined || range[1] === undefined) return;
      const turning = wheeled > 0; // until the next pointer goes down
      look(...state.figure.within(...range.map(moment)), turning && wheeling);
      wheeling = turning;
      drawSoon();
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
    stage.addEventListener("pointerdown", () => {
      wheeled = 0;
      listen();
    }, true);
    stage.addEventListener("wheel", () => {
      if (Date.now() - wheeled > WHEEL) wheeling = false;
      wheeled = Date.now();
    }, { capture: true, passive: true });
    let down = null, over = "";
    stage.addEventListener("pointerdown", (pointer) => (down = pointer.isPrimary && pointer.button === 0 ? pointer : null), true);
    // Plotly swallows the click of a touch and sends one of its own without a place; on release it is known.
    window.addEventListener("pointerup", (up) => {
      const from = down;
      down = null;
      if (!from || from.pointerId !== up.pointerId) return;
      if (Math.hypot(up.clientX - from.clientX, up.clientY - from.clientY) > (up.pointerType === "mouse" ? 4 : 10)) return;
      const hit = labelAt(up), crowd = !hit && crowdAt(up);
      if (hit) page.openEvent(hit.id);
      else if (crowd) into(crowd, up.clientX - stage.getBoundingClientRect().left);
    }, true);
    stage.addEventListener("pointermove", (pointer) => {
      const hit = pointer.buttons === 0 && labelAt(pointer);
      stage.toggleAttribute("data-label", Boolean(hit) || (pointer.buttons === 0 && Boolean(crowdAt(pointer))));
      const cut = hit && !hit.whole ? hit.id : "";
      if (cut === over) return;
      over = cut;
      page.point(state, cut ? { id: cut, spot: { x: hit.x, y: hit.y + hit.height - 6 } } : undefined);
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
  Object.assign(page, {
    drawChart: draw, lookAtMoments, figureShown: () => state.figure,
    look: (from, to, quietly) => {
      look(from, to, quietly);
      drawSoon();
    },
  });
})();
