/* What a reader sees of the chart: boxes of the labels, of the marks and of the crowds, in pixels of the window.
   Returns the overlaps, what is cut, and how many there are. */
() => {
  const gd = document.querySelector("#timeline .js-plotly-plot");
  const box = (node) => { const b = node.getBoundingClientRect(); return { x0: b.left, x1: b.right, y0: b.top, y1: b.bottom }; };
  const meet = (a, b) => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.5 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0.5;
  const area = box(gd.querySelector(".nsewdrag"));
  const inside = (b) => b.x1 > area.x0 && b.x0 < area.x1 && b.x1 - b.x0 > 0;
  const at = gd.data.findIndex((trace) => trace.name === "labels");
  const named = (selector) => [...gd.querySelectorAll(selector)].map((node) => ({ text: node.textContent, ...box(node) }));
  const isCount = ({ text }) => /^\+\d+$/.test(text), written = named(".textpoint text"), names = named(".annotation text");
  const texts = written.filter((one) => !isCount(one)), chips = written.filter(isCount).filter(inside);
  const points = [...gd.querySelectorAll(".points path.point")].map((node) => ({ text: "a mark", ...box(node) })).filter(inside);
  const marks = [...gd.querySelectorAll(".points path.point, .barlayer .point path")].map(box).filter(inside);
  const overlaps = [];
  for (const [i, one] of texts.entries()) {
    for (const other of texts.slice(i + 1)) if (meet(one, other)) overlaps.push([one.text, other.text]);
    for (const mark of marks) if (meet(one, mark)) overlaps.push([one.text, "a mark", one, mark]);
    for (const name of [...names, ...chips]) if (meet(one, name)) overlaps.push([one.text, name.text]);
  }
  for (const many of [names, chips]) {
    for (const [i, one] of many.entries()) {
      for (const other of many.slice(i + 1)) if (meet(one, other)) overlaps.push([one.text, other.text]);
    }
  }
  const cut = [...texts, ...points.map((b) => ({ ...b, y0: area.y0, y1: area.y1 })), ...chips].filter((b) => b.x0 < area.x0 - 0.5 || b.x1 > area.x1 + 0.5 || b.y0 < area.y0 - 0.5 || b.y1 > area.y1 + 0.5)
    .map((b) => b.text);
  const chart = box(gd);
  const seen = (node) => ["display", "visibility", "opacity"].every((key) => !["none", "hidden", "0"].includes(getComputedStyle(node)[key]));
  const ticks = [...gd.querySelectorAll(".xtick text")].filter(seen).map((node) => ({ text: node.textContent, ...box(node) }));
  for (const b of [...names, ...ticks]) {
    if (b.x0 < chart.x0 - 0.5 || b.x1 > chart.x1 + 0.5 || b.y0 < chart.y0 || b.y1 > chart.y1 + 0.5) cut.push(b.text);
  }
  const drawn = gd.querySelectorAll(".points path.point, .barlayer .point").length;
  return {
    overlaps, cut, drawn: texts.length, placed: gd.data[at].text.length, marks: marks.length, all: drawn, crowds: chips.length,
    texts: gd.data[at].text, dense: gd.data.filter((trace) => trace.name === "density").length,
    broken: texts.filter((t) => !t.text.trim()).length,
  };
}
