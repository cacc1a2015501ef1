/* The page as a file. On the server's page Dash stands between the scripts and Python; here this stands in its place
   and answers what they ask from what Python has written into the file. */
(function () {
  "use strict";
  const byId = (id) => document.getElementById(id);
  const { figure, eras, config, heading } = JSON.parse(byId("offline").textContent);
  const { timeline } = window.dash_clientside;
  const gd = document.querySelector("#timeline > div");
  const off = new Set(); // categories that the legend has turned off
  const SAME = {};
  let chosen = { event: "", html: "" };

  const answers = {
    asked: ({ data }) => draw(data),
    opened: ({ data }) => open(data),
    timeline: ({ figure: made }) => show(made),
  };
  window.dash_clientside.no_update = SAME;
  window.dash_clientside.set_props = (id, props) => answers[id] && answers[id](props);

  let drawn = false;
  function show(made) {
    if (made === SAME || !made) return;
    window.Plotly.react(gd, made.data, made.layout, config);
    if (drawn) return;
    drawn = true;
    const nameOf = ({ fullData, curveNumber }) => fullData[curveNumber].name;
    const names = figure.data.filter(({ meta }) => meta.kind === "legend").map(({ name }) => name);
    gd.on("plotly_legendclick", (click) => turn([nameOf(click)]));
    gd.on("plotly_legenddoubleclick", (click) => {
      const others = names.filter((name) => name !== nameOf(click)), alone = others.every((name) => off.has(name));
      off.clear();
      return turn(alone ? [] : others);
    });
  }

  /* Legend: categories off and on; their labels go with them. False: instead of what Plotly would do. */
  function turn(names) {
    for (const name of names) if (!off.delete(name)) off.add(name);
    draw({ query: window.location.search });
    return false;
  }

  const emptied = (value) => {
    if (Array.isArray(value)) return [];
    return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, emptied(part)])) : value;
  };

  function drawing(range, scale) {
    const data = figure.data.map((trace) => {
      if (!off.has(trace.name)) return trace;
      if (trace.meta.kind === "legend") return { ...trace, visible: "legendonly" };
      return { ...emptied(trace), meta: trace.meta };
    });
    const { layout } = figure;
    return { data, layout: { ...layout, meta: { ...layout.meta, scale }, xaxis: { ...layout.xaxis, range } } };
  }

  /* Where the address looks: a zoom, else the eras chosen, else everything. */
  function draw(data) {
    const query = new URLSearchParams(data.query), keys = query.getAll("era").filter((key) => eras[key]);
    const ranges = keys.map((key) => eras[key].range), ends = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(query.get("zoom") || "");
    let range = figure.layout.xaxis.range;
    if (ends && ends[1] < ends[2]) range = [ends[1], ends[2]];
    else if (ranges.length) range = [ranges.map(([from]) => from).sort()[0], ranges.map(([, to]) => to).sort().pop()];
    byId("note").textContent = keys.length === 1 ? eras[keys[0]].note : "";
    const events = query.getAll("event"), known = events.filter((id) => entryOf(id));
    timeline.know({
      query: data.query, known: new URLSearchParams([...keys.map((key) => ["era", key]), ...known.map((id) => ["event", id])]).toString(),
      ignored: [...query].filter(([key, value]) => (key === "era" && !eras[value]) || (key === "event" && !known.includes(value))),
      heading: [heading, ...keys.map((key) => eras[key].name)].filter(Boolean).join(" · "),
    });
    list(keys);
    show(timeline.place(drawing(range, query.get("scale") || "time"), chosen));
  }

  const entries = [...document.querySelectorAll("[data-entry]")];
  const entryOf = (id) => entries.find((one) => one.dataset.entry === id);
  function list(keys) {
    for (const entry of entries) entry.hidden = keys.length > 0 && !entry.dataset.eras.split(" ").some((key) => keys.includes(key));
    const shown = entries.filter((entry) => !entry.hidden).length;
    byId("status").textContent = `${keys.length ? `${shown} of ` : ""}${entries.length} event${entries.length === 1 ? "" : "s"}`;
  }

  function open(data) {
    const id = new URLSearchParams(data.query || "").get("event") || "";
    const entry = entryOf(id);
    chosen = entry ? { event: id, html: entry.querySelector(".entry").innerHTML.replace("<h2", '<h2 id="card-title"') } : { event: "", html: "" };
    timeline.card(chosen);
    show(timeline.place(null, chosen));
  }

  const [first, opened] = timeline.ask();
  window.unpacked.then(() => {
    draw(first);
    open(opened);
  });
})();
