/* The same events drawn by three viewers. Each gives `draw(all)` and `redraw(some)`, both promises of milliseconds from
   the call until the marks are painted; libraries and data are there before. */
"use strict";
const stage = document.getElementById("stage");

/* Milliseconds until `holds()` and the frame after that has been painted. */
async function timed(work, holds) {
  const from = performance.now();
  await work();
  while (!holds()) await new Promise(requestAnimationFrame);
  await new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(null);
  }));
  return performance.now() - from;
}

const ours = {
  load: (folder) => Promise.all(["all", "some"].map((name) => fetch(`${folder}/${name}.json`).then((got) => got.json()))),
  figure(drawing) {
    const ink = { text: "#1d1b18", quiet: "#5c574d", faint: "#a39c8d", line: "#dcd7ca", grid: "#ebe7dd", paper: "#fbfaf7", card: "#fff" };
    const range = drawing.layout.xaxis.range.map(timelinePage.day);
    return timelinePage.place(drawing, { width: 1360, height: 640 }, { range, marked: "", ink, text: 1 });
  },
  draw: ([all]) => timed(() => {
    const { data, layout } = ours.figure(all);
    return Plotly.newPlot(stage, data, layout, { displayModeBar: false, scrollZoom: true });
  }, () => stage.querySelectorAll(".point").length),
  redraw: ([all, some], whole) => timed(() => {
    const { data, layout } = ours.figure(structuredClone(whole ? all : some)); // a new drawing, nothing kept of the last
    return Plotly.react(stage, data, layout);
  }, () => stage.querySelectorAll(".point").length),
};

const visTimeline = {
  async load(folder) {
    const events = await fetch(`${folder}/events.json`).then((got) => got.json());
    const items = new vis.DataSet(events.map(({ id, title, category, first, last, span }) => Object.assign(
      { id, content: title, group: category, start: first }, span ? { end: last, type: "range" } : { type: "box" })));
    const groups = new vis.DataSet([...new Set(events.map((event) => event.category))].map((id) => ({ id, content: id })));
    visTimeline.only = null;
    visTimeline.view = new vis.DataView(items, { filter: (item) => !visTimeline.only || item.group === visTimeline.only });
    return { groups, category: events[0].category };
  },
  draw: ({ groups }) => timed(() => {
    visTimeline.made = new vis.Timeline(stage, visTimeline.view, groups, { height: "640px", stack: true });
  }, () => stage.querySelector(".vis-item")),
  redraw: ({ category }, whole) => timed(() => {
    visTimeline.before = visTimeline.count();
    visTimeline.only = whole ? null : category;
    visTimeline.view.refresh();
  }, () => visTimeline.count() !== visTimeline.before),
  count: () => stage.querySelectorAll(".vis-item").length,
};

const timelineJs = {
  async load(folder) {
    const events = await fetch(`${folder}/events.json`).then((got) => got.json());
    const day = (iso) => { const [year, month, date] = iso.split("-").map(Number); return { year, month, day: date }; };
    const slides = (wanted) => ({ events: wanted.map(({ id, title, category, first, last, span }) => Object.assign(
      { unique_id: id, group: category, start_date: day(first), text: { headline: title } }, span ? { end_date: day(last) } : {})) });
    return [slides(events), slides(events.filter((event) => event.category === events[0].category))];
  },
  /* It has no filter: what is left is drawn anew. */
  make: (data) => timed(() => new Promise((done) => {
    stage.innerHTML = '<div id="made" style="width:1360px;height:640px"></div>';
    const made = new TL.Timeline("made", structuredClone(data), { script_path: "/timelinejs/dist/js/", font: null, soundcite: false });
    made.on("loaded", done);
  }), () => stage.querySelector(".tl-timemarker")),
  draw: ([all]) => timelineJs.make(all),
  redraw: ([all, some], whole) => timelineJs.make(whole ? all : some),
};

const viewers = { ours, "vis-timeline": visTimeline, TimelineJS3: timelineJs };

/* Milliseconds of the first draw, of a filter to one category, and of the way back to all events. */
window.measure = (name, folder, times, patience) => Promise.race([
  measured(name, folder, times),
  new Promise((_, failed) => setTimeout(() => failed(new Error(`took longer than ${patience / 1000} s`)), patience)),
]);

async function measured(name, folder, times) {
  const viewer = viewers[name], data = await viewer.load(folder);
  const first = await viewer.draw(data), redraws = [];
  for (let i = 0; i < times; i++) redraws.push(await viewer.redraw(data, i % 2 === 1));
  return { first, redraws };
}
