/* figure → figure: where each mark stands in its lane, and which labels fit.

   Python says what is shown (timeline/app/figure.py); only the browser knows pixels. `place` takes Python's figure
   and gives it back with y, sizes, lanes, era names and the trace "labels" filled in, so that no label overlaps
   another label or a mark, and none is cut. It changes nothing on the page; the y axis is in pixels. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  const HEADER = 30; // the strip with the eras' names
  const GAP = 5; // between a mark and its label
  const APART = 9; // between neighbours in a row
  const EMPTY_LANE = 28;
  // How long a label may be at first, by importance: from generous to tight. The best of the outcomes is taken.
  const CAPS = [{ 3: 520, 2: 520, 1: 520 }, { 3: 340, 2: 250, 1: 200 }, { 3: 260, 2: 180, 1: 130 }];
  const LEAST = 84; // the shortest a shortened label may be

  const pen = document.createElement("canvas").getContext("2d");
  const known = new Map();
  const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

  function widthOf(text, font) {
    const key = font + text;
    let width = known.get(key);
    if (width === undefined) {
      if (known.size > 60000) known.clear();
      pen.font = font;
      width = pen.measureText(plain(text)).width;
      known.set(key, width);
    }
    return width;
  }

  /* The ways to write an event's title, longest first: whole, then cut after a word with "…", two words at least. */
  function waysOf(event, font) {
    let ways = event.ways.get(font);
    if (!ways) {
      ways = [{ text: event.title, width: widthOf(event.title, font), whole: true }];
      const words = event.title.split(" ");
      for (let count = words.length - 1; count >= 2; count--) {
        const text = words.slice(0, count).join(" ").replace(/[\s,;:.–—-]+$/, "") + "…";
        ways.push({ text, width: widthOf(text, font), whole: false });
      }
      event.ways.set(font, ways);
    }
    return ways;
  }
  const fit = (event, room, font) => waysOf(event, font).find((way) => way.width <= room);

  const day = (iso) => Date.parse(iso.slice(0, 10));
  const iso = (ms) => new Date(ms).toISOString().slice(0, -1);
  const DAY = 86400000;

  /* The events of a figure, read once from its traces. */
  const read = new WeakMap();
  function eventsOf(figure) {
    let events = read.get(figure);
    if (!events) {
      events = [];
      figure.data.forEach((trace, curve) => {
        const { kind, lane } = trace.meta;
        if (kind !== "points" && kind !== "bars") return;
        trace.customdata.forEach(([id, importance, title, first, last, about], point) => {
          const start = day(first), end = day(last) + DAY;
          events.push({
            id, importance, title, about, start, end, lane, curve, point, bar: kind === "bars",
            middle: kind === "bars" ? start : day(trace.x[point]),
            said: trace.hovertext[point],
            exact: last === first, ways: new Map(),
          });
        });
      });
      events.sort((a, b) => a.middle - b.middle || a.lane - b.lane);
      events.forEach((event, order) => (event.order = order));
      read.set(figure, events);
    }
    return events;
  }

  /* One lane: every event in sight gets the first row where it and its label find room, the important ones first. */
  class Lane {
    constructor(look) {
      this.look = look;
      this.rows = [];
      this.loose = []; // events without a row
      this.used = 0;
    }
    free(row, from, to) {
      return this.rows[row].every((other) => to + APART <= other.from || other.to + APART <= from);
    }
    settle(event, spots, most) {
      for (let row = 0; row < most; row++) {
        if (row === this.rows.length) this.rows.push([]);
        for (const spot of spots) {
          if (!this.free(row, spot.from, spot.to)) continue;
          this.rows[row].push(Object.assign(spot, { event, row }));
          return true;
        }
      }
      return false;
    }
    /* What the rows from the top are worth: the importance of what they hold. */
    worth(row) {
      return row < this.rows.length ? this.rows[row].reduce((sum, spot) => sum + spot.event.importance, 0) : 0;
    }
    keep(count) {
      for (const row of this.rows.splice(count)) for (const spot of row) this.loose.push(spot.event);
      this.used = this.rows.length;
    }
  }

  function place(figure, box, state) {
    const layout = figure.layout, meta = layout.meta, ink = state.ink;
    const size = layout.font.size, family = layout.font.family;
    const font = `${size}px ${family}`, bold = `700 ${size}px ${family}`, small = `600 ${size - 1}px ${family}`;
    pen.font = font;
    const box_ = pen.measureText("Ágjy");
    const ascent = box_.fontBoundingBoxAscent, descent = box_.fontBoundingBoxDescent, lead = size / 4;
    let pitch = Math.ceil(ascent + descent + meta.bar + 1.5);

    const narrow = box.width < 640;
    const name = Math.max(0, ...meta.lanes.map((lane) => widthOf(lane.name, bold)));
    const left = narrow ? 4 : Math.ceil(name) + 48, right = narrow ? 8 : 16, foot = layout.margin.b;
    const wide = Math.max(60, box.width - left - right), high = Math.max(120, box.height - foot);
    const lead_in = narrow ? 16 : 0; // the lane's name stands inside, above its rows
    const tight = high / Math.max(1, meta.lanes.length) < 66;
    const pad = tight ? 2.5 : 5; // above and below the rows of a lane
    const strip = tight ? 9 : 11; // at the foot of a lane, for marks without a label
    const loft = 9; // above the strip, for bars without one
    const feet = (lane) => (lane.loose.some((one) => !one.bar) ? strip : 0) + (lane.loose.some((one) => one.bar) ? loft : 0);
    const room = (lane) => (lane.used ? 2 * pad + lane.used * pitch + feet(lane) : bare);

    const [t0, t1] = state.range.map(day);
    const px = (t) => ((t - t0) / (t1 - t0)) * wide;
    const at = (x) => iso(t0 + (x / wide) * (t1 - t0));

    const inSight = [];
    for (const event of eventsOf(figure)) {
      const look = meta.lanes[event.lane];
      event.x = px(event.middle);
      event.reach = look.radius * look.reach + 1.5;
      event.from = px(event.start);
      event.to = px(event.end);
      if (event.bar) {
        event.barFrom = Math.max(0, event.from);
        event.barTo = Math.min(wide, Math.max(event.to, event.from + 9));
        if (event.barTo > 0 && event.barFrom < wide) inSight.push(event);
      } else if (event.x >= 0 && event.x <= wide) inSight.push(event);
    }

    /* Where an event with a label of at most `cap` pixels could stand. */
    function spots(event, cap) {
      const marked = event.id === state.marked, face = marked ? bold : font;
      const label = fit(event, Math.min(cap, wide - 2 * event.reach - GAP - 4), face);
      if (!label) return [];
      const found = [], width = label.width + 2;
      if (event.bar) {
        const at_ = Math.max(1, Math.min(event.barFrom + 1, wide - width - 1));
        if (at_ + width <= wide) {
          found.push({ label, side: "right", text: at_, from: Math.min(at_, event.barFrom), to: Math.max(at_ + width, event.barTo) });
        }
        return found;
      }
      const reach = marked ? Math.max(event.reach, 12) : event.reach;
      const period = !event.exact && event.to - event.from > 2 * reach + 8;
      const from = period ? Math.max(0, event.from) : event.x - reach;
      const to = period ? Math.min(wide, event.to) : event.x + reach;
      const rightwards = event.x + reach + GAP - 1.5, leftwards = event.x - reach - GAP + 1.5;
      if (rightwards + width <= wide - 1 && event.x >= event.reach) {
        found.push({ label, side: "right", text: rightwards, from: Math.min(from, event.x - reach), to: Math.max(to, rightwards + width), period });
      }
      if (leftwards - width >= 1 && event.x <= wide - event.reach) {
        found.push({ label, side: "left", text: leftwards, from: Math.min(from, leftwards - width), to: Math.max(to, event.x + reach), period });
      }
      return found;
    }

    /* All lanes, with labels of at most `caps[importance]` pixels at first. */
    const height = high - HEADER;
    const bare = Math.min(EMPTY_LANE, height / Math.max(1, meta.lanes.length) - lead_in); // a lane without rows
    const most = Math.max(1, Math.ceil((height - meta.lanes.length * (lead_in + bare)) / pitch) + 1);
    inSight.sort((a, b) => (b.id === state.marked) - (a.id === state.marked) || b.importance - a.importance || a.order - b.order);
    function arrange(caps) {
      const lanes = meta.lanes.map((look) => new Lane(look));
      for (const event of inSight) {
        const cap = Math.min(caps[event.importance] || caps[1], narrow ? wide * 0.62 : wide);
        if (!lanes[event.lane].settle(event, spots(event, cap), most)) lanes[event.lane].loose.push(event);
      }
      share(lanes);
      lanes.forEach(lastTry);
      return lanes;
    }

    /* Share out the height row by row, each to the lane where it is worth most. */
    function share(lanes) {
      const counts = lanes.map(() => 0);
      const bars = lanes.map((lane) => lane.rows.flat().some((spot) => spot.event.bar) || lane.loose.some((one) => one.bar));
      const costs = (i) => (counts[i] ? pitch : Math.max(0, 2 * pad + strip + (bars[i] ? loft : 0) + pitch - bare));
      // The first row counts for much, and every further one for less, so that no lane takes it all.
      const worth = (i) => (lanes[i].worth(counts[i]) * (counts[i] ? 1 : 50)) / (1 + counts[i] / 3);
      for (let rest = height - lanes.length * (lead_in + bare); ;) {
        let best = -1;
        lanes.forEach((_, i) => { if (worth(i) > (best < 0 ? 0 : worth(best)) && costs(i) <= rest) best = i; });
        if (best < 0) break;
        rest -= costs(best);
        counts[best]++;
      }
      lanes.forEach((lane, i) => lane.keep(counts[i]));
    }

    /* Those left over try again with a short label; then every shortened label takes what room is left. */
    function lastTry(lane) {
      lane.loose.sort((a, b) => b.importance - a.importance || a.order - b.order);
      lane.loose = lane.loose.filter(
        (event) => !lane.used || ![240, 150, LEAST].some((cap) => lane.settle(event, spots(event, cap), lane.used)));
      for (const row of lane.rows) {
        for (const spot of row) {
          if (spot.label.whole) continue;
          const others = row.filter((other) => other !== spot);
          const longer = [900, 420, 330, 280, 230, 200].flatMap((cap) => spots(spot.event, cap)).find(
            (wanted) => wanted.side === spot.side && wanted.label.width > spot.label.width
              && others.every((other) => wanted.to + APART <= other.from || other.to + APART <= wanted.from));
          if (longer) Object.assign(spot, longer);
        }
      }
    }

    /* Long labels read better, short ones leave room for more: keep what tells most. */
    const told = (lanes) => lanes.reduce((sum, lane) => sum + lane.rows.flat().reduce((all, { event, label }) => {
      const part = label.whole ? 1 : 0.45 + 0.4 * (label.width / waysOf(event, font)[0].width);
      return all + event.importance * part;
    }, 0), 0);
    const lanes = CAPS.map(arrange).reduce((best, one) => (told(one) > told(best) ? one : best));

    /* What height is left goes first between the rows, then around them. */
    const needed = () => lanes.reduce((sum, lane) => sum + lead_in + room(lane), 0);
    const rows = lanes.reduce((sum, lane) => sum + lane.used, 0);
    if (rows) pitch += Math.max(0, Math.min(11, (height - needed()) / rows));
    const left_over = Math.max(0, height - needed()), share_of = (lane) => 1 + lane.used;
    const shares = lanes.reduce((sum, lane) => sum + share_of(lane), 0);
    const spareOf = (lane) => (left_over * share_of(lane)) / shares;

    const data = figure.data.map((trace) => Object.assign({}, trace));
    const of = (kind) => data.find((trace) => trace.meta.kind === kind);
    for (const trace of data) {
      const { kind } = trace.meta;
      if (kind === "points") {
        trace.y = trace.y.slice();
        trace.x = trace.x.slice();
        trace.marker = Object.assign({}, trace.marker, {
          size: trace.marker.size.map(() => meta.small), symbol: trace.marker.symbol.slice(),
        });
        if (trace.customdata.some((datum) => datum[5])) trace.marker.opacity = trace.marker.size.map(() => 1);
      } else if (kind === "bars") {
        trace.y = trace.y.slice();
        trace.x = trace.x.slice();
        trace.width = trace.width.slice();
        const n = trace.x.length;
        trace.marker = Object.assign({}, trace.marker, { line: { width: Array(n).fill(0), color: Array(n).fill(ink.paper) } });
      }
    }
    // What is more than a screen away cannot be dragged into sight before the next drawing.
    for (const event of eventsOf(figure)) {
      if (event.to < -wide || event.from > 2 * wide) data[event.curve].x[event.point] = null;
    }
    const labels = { x: [], y: [], text: [], side: [], weight: [] };
    const periods = { x: [], y: [] }, ring = { x: [], y: [] };
    const shapes = [], hits = [];
    const annotations = eraNames();

    let top = HEADER;
    rule(top);
    for (const lane of lanes) {
      const spare = spareOf(lane), tall = room(lane) + lead_in + spare;
      const first = top + lead_in + pad + (lane.used ? spare / 2 : 0);
      laneName(lane.look, narrow ? top + 11 : top + tall / 2);
      lane.rows.forEach((row, index) => row.forEach((spot) => drawSpot(spot, lane.look, first + index * pitch)));
      const floor = lane.used ? top + tall - strip / 2 - pad / 2 + 0.5 : top + lead_in + (tall - lead_in) / 2;
      const marks = lane.loose.some((event) => !event.bar) && lane.used;
      for (const event of lane.loose) drawLoose(event, lane.look, event.bar && marks ? floor - strip / 2 - loft / 2 : floor);
      top += tall;
      rule(top);
    }
    Object.assign(of("labels"), {
      x: labels.x, y: labels.y, text: labels.text, textposition: labels.side,
      textfont: { family, size, color: ink.text, weight: labels.weight.includes(700) ? labels.weight : 400 },
    });
    Object.assign(of("periods"), periods, { line: { width: 1.5, color: ink.faint } });
    Object.assign(of("ring"), ring);
    of("ring").marker = Object.assign({}, of("ring").marker, { color: ink.text, line: { width: 2.2, color: ink.text } });

    return {
      data,
      layout: Object.assign({}, layout, {
        width: box.width, height: box.height, autosize: false,
        margin: Object.assign({}, layout.margin, { l: left, r: right }),
        font: Object.assign({}, layout.font, { color: ink.text }),
        hoverlabel: Object.assign({}, layout.hoverlabel, {
          bgcolor: ink.card, bordercolor: ink.line, font: Object.assign({}, layout.hoverlabel.font, { color: ink.text }),
        }),
        xaxis: Object.assign({}, layout.xaxis, {
          range: state.range, gridcolor: ink.grid, tickcolor: ink.line, tickfont: { color: ink.text, size: size - 0.5 },
          nticks: Math.max(4, Math.round(wide / (narrow ? 55 : 100))),
        }),
        yaxis: Object.assign({}, layout.yaxis, { range: [high, 0] }),
        shapes: layout.shapes.concat(shapes),
        annotations,
      }),
      hits, left,
    };

    function drawSpot(spot, look, y) {
      const { event } = spot, trace = data[event.curve], marked = event.id === state.marked;
      let middle = y + pitch / 2, text = middle;
      if (event.bar) {
        const bar = y + pitch - meta.bar / 2 - 0.5;
        text = bar - meta.bar / 2 - 0.5 - descent - lead;
        stretch(trace, event, bar, meta.bar);
        if (marked) {
          trace.marker.line.width[event.point] = 2;
          trace.marker.line.color[event.point] = ink.text;
        }
        middle = bar;
      } else {
        trace.y[event.point] = middle;
        trace.marker.size[event.point] = 2 * look.radius;
        if (event.about) dashed(trace, event, look, middle, look.radius);
        if (spot.period) {
          const line = Math.min(y + pitch - 1, middle + event.reach + 3);
          periods.x.push(at(Math.max(-9, event.from)), at(Math.min(wide + 9, event.to)), null);
          periods.y.push(line, line, null);
        }
        if (marked) {
          ring.x.push(trace.x[event.point]);
          ring.y.push(middle);
        }
      }
      labels.x.push(at(spot.text));
      labels.y.push(text);
      labels.text.push(spot.label.text);
      labels.side.push(spot.side === "right" ? "middle right" : "middle left");
      labels.weight.push(marked ? 700 : 400);
      const width = spot.label.width;
      hits.push({
        id: event.id, curve: event.curve, point: event.point, whole: spot.label.whole,
        x: left + (spot.side === "right" ? spot.text : spot.text - width), y: text + lead - ascent,
        width, height: ascent + descent,
      });
    }

    function drawLoose(event, look, y) {
      const trace = data[event.curve];
      if (event.bar) {
        stretch(trace, event, y, 6);
        trace.marker.line.width[event.point] = 1;
      } else {
        trace.y[event.point] = y;
        if (event.about) dashed(trace, event, look, y, meta.small / 2);
      }
    }

    function stretch(trace, event, y, width) {
      trace.y[event.point] = y;
      trace.width[event.point] = width;
      const least = (9 / wide) * (t1 - t0); // a short span is still a bar that can be seen
      trace.x[event.point] = Math.max(event.end - event.start, least);
    }

    /* Plotly has no dashed outline: a shape draws it, the mark keeps what is inside. */
    function dashed(trace, event, look, y, radius) {
      const symbol = trace.marker.symbol[event.point];
      if (/-open-dot$/.test(symbol)) {
        trace.marker.symbol[event.point] = "circle";
        trace.marker.size[event.point] = radius * 0.7;
      } else if (/-open$/.test(symbol)) {
        trace.marker.opacity[event.point] = 0;
      } else {
        trace.marker.size[event.point] = radius;
      }
      shapes.push({
        type: "path", name: "about", path: scaled(look.path, radius), layer: "above",
        xref: "x", xsizemode: "pixel", xanchor: trace.x[event.point], yref: "y", ysizemode: "pixel", yanchor: y,
        line: { color: look.colour, width: radius > 4 ? 1.6 : 1.1, dash: radius > 4 ? "2.5px,1.8px" : "1.5px,1.2px" },
      });
    }

    function laneName(look, y) {
      const middle = narrow ? 10 : 16;
      shapes.push({
        type: "path", name: "lane", path: scaled(look.path, narrow ? look.radius * 0.8 : look.radius),
        xref: "paper", xsizemode: "pixel", xanchor: 0, yref: "y", ysizemode: "pixel", yanchor: y,
        xanchor_: 0, fillcolor: look.colour, line: { width: 1, color: look.colour },
      });
      shapes[shapes.length - 1].xanchor = (middle - left) / wide;
      annotations.push({
        text: `<b>${look.name}</b>`, showarrow: false, xref: "paper", x: 0, xshift: middle + 12 - left, xanchor: "left",
        yref: "y", y, yanchor: "middle", align: "left",
        font: { size: narrow ? size - 2 : size, color: narrow ? ink.quiet : ink.text, family },
      });
    }

    function rule(y) {
      shapes.push({
        type: "line", name: "rule", xref: "paper", x0: -left / wide, x1: 1 + right / wide, yref: "y", y0: y, y1: y,
        layer: "below", line: { width: 1, color: ink.line },
      });
    }

    /* An era's name stands where the era is in sight; whole, else short, else not at all (its button names it). */
    function eraNames() {
      const names = [];
      for (const era of meta.eras) {
        const from = Math.max(0, px(day(era.start))), to = Math.min(wide, px(day(era.end)));
        const text = [era.name, era.short].find((one) => widthOf(one, small) <= to - from - 14);
        if (!text) continue;
        names.push({
          text, showarrow: false, xref: "x", x: at(from + 5), xanchor: "left", yref: "y", y: HEADER / 2, yanchor: "middle",
          font: { size: size - 1, color: ink.quiet, family, weight: 600 },
        });
      }
      return names;
    }
  }

  /* Shapes measured in pixels count y upwards, SVG counts it downwards. */
  function scaled(path, radius) {
    return path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x, y) => `${(x * radius).toFixed(2)},${(-y * radius).toFixed(2)}`);
  }

  Object.assign(page, { place, eventsOf, plain });
})();
