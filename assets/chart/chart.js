/* The chart on the page: draws what Python sends, with its labels placed for the size it has now. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  // `range`: the two moments it looks at; `chosen`: whose card is open; `cursor`: where the keys stand; `first`: what got a label for that.
  const state = { drawing: null, range: null, chosen: "", cursor: "", first: "", figure: null, box: null };
  const stage = () => document.getElementById("stage");
  const graph = () => document.querySelector("#timeline .js-plotly-plot");
  const larger = () => parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;

  function ink() {
    const style = getComputedStyle(document.documentElement);
    const names = ["text", "quiet", "faint", "line", "grid", "paper", "card"];
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue("--" + name).trim()]));
  }

  /* The figure with its labels placed, or null while the chart is not on the screen. */
  function placed() {
    const place = stage();
    if (!place || !state.drawing || !place.clientWidth || !place.clientHeight) return null;
    const box = { width: place.clientWidth, height: place.clientHeight };
    const chosen = state.cursor || state.chosen, view = { range: state.range, ink: ink(), text: larger() };
    state.figure = page.place(state.drawing, box, view);
    // The chosen event comes first only where it would stay without a label: else choosing would move all the others.
    state.first = state.figure.where.has(chosen) && !state.figure.hits.some((hit) => hit.id === chosen) ? chosen : "";
    if (state.first) state.figure = page.place(state.drawing, box, { ...view, marked: chosen });
    state.box = box;
    page.overview(state);
    page.point(state);
    page.listen();
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
    const moved = other && page.bringIntoSight(id);
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

  /* A drawing made before a resize may come onto the page after the one that answered it: then draw once more. */
  function fill() {
    const gd = graph(), { clientWidth: width, clientHeight: height } = stage();
    if (!state.drawing || !gd || !gd.layout || !gd.layout.width || !width || !height) return;
    if (gd.layout.width !== width || gd.layout.height !== height) draw();
  }

  function start() {
    const place = stage();
    if (!place) return setTimeout(start, 30);
    new ResizeObserver(() => {
      const box = state.box;
      if (state.drawing && (!box || box.width !== place.clientWidth || box.height !== place.clientHeight)) draw();
    }).observe(place);
    window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
    if (document.fonts && document.fonts.ready) document.fonts.ready.then(() => state.drawing && draw());
  }
  start();

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.timeline = Object.assign(window.dash_clientside.timeline || {}, { place });
  Object.assign(page, { chart: state, graph, drawChart: draw, drawSoon, fillStage: fill });
})();
