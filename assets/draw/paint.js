/* The figure's traces and shapes, filled from what was placed. Positions are turned into the axis' own units. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  // Of a span's uncertain part, from its sure part outwards, in so many steps: the fewer the shorter it is.
  const FADES = [[0.5], [0.6, 0.32], [0.75, 0.5, 0.28]];
  const MANY_BARS = 60; // of more, each end fades in one step
  const TAIL = 22; // pixels of what fades from a mark whose date is open on one side
  const DASHES = 120; // dashed outlines drawn at most: each is a shape of its own

  /* Shapes measured in pixels count y upwards, SVG counts it downwards. */
  const scaled = (path, radius) =>
    path.replace(/(-?[\d.]+),(-?[\d.]+)/g, (_, x, y) => `${(x * radius).toFixed(2)},${(-y * radius).toFixed(2)}`);

  function faded(colour, alpha) {
    const part = (at) => parseInt(colour.slice(at, at + 2), 16);
    return `rgba(${part(1)},${part(3)},${part(5)},${alpha})`;
  }

  /* Title and date for Plotly's small HTML: both are escaped, and no line is broken in a word. */
  function hover(event) {
    if (!event.hover) {
      const lines = [""];
      for (const word of event.title.split(" ")) {
        const last = lines.length - 1;
        if (lines[last] && lines[last].length + word.length > 46) lines.push(word);
        else lines[last] += (lines[last] ? " " : "") + word;
      }
      event.hover = `<b>${lines.join("<br>")}</b><br>${event.words}`;
    }
    return event.hover;
  }

  /* Collects what is drawn, trace by trace. */
  function canvas(figure, view) {
    const { meta } = figure.layout, { size, family, ink, left } = view;
    const shapes = [], hits = [], crowds = [], where = new Map();
    const labels = { x: [], y: [], text: [], side: [] };
    const lines = { period: { x: [], y: [] }, told: { x: [], y: [] } };
    const tails = { base: [], x: [], y: [], colours: [] };
    const chips = { base: [], x: [], y: [], hovertext: [], colour: [] };
    const counts = { x: [], y: [], text: [] };
    const areas = [];
    let dashes = 0;

    const hovered = () => ({ x: [], y: [], customdata: [], hovertext: [] });
    const points = { ...hovered(), sizes: [], symbols: [], colours: [], opacity: [] };
    const whole = { ...hovered(), base: [], widths: [], colours: [] }, fades = { ...hovered(), base: [], widths: [], colours: [] };
    function told(event, { customdata, hovertext }) {
      customdata.push(event.datum);
      hovertext.push(hover(event));
    }

    function point(event, y, radius) {
      const look = meta.looks[event.category];
      let symbol = event.symbol, drawn = 2 * radius, opacity = 1;
      if (event.about && dashes++ < DASHES) {
        // Plotly has no dashed outline: a shape draws it, the mark keeps what is inside.
        if (/-open-dot$/.test(symbol)) [symbol, drawn] = ["circle", radius * 0.7];
        else if (/-open$/.test(symbol)) opacity = 0;
        else drawn = radius;
        shapes.push({
          type: "path", name: "about", path: scaled(look.path, radius), layer: "above",
          xref: "x", xsizemode: "pixel", xanchor: view.value(event.at), yref: "y", ysizemode: "pixel", yanchor: y,
          line: { color: look.colour, width: radius > 4 ? 1.6 : 1.1, dash: radius > 4 ? "2.5px,1.8px" : "1.5px,1.2px" },
        });
      }
      told(event, points);
      points.x.push(view.value(event.at));
      points.y.push(y);
      points.sizes.push(drawn);
      points.symbols.push(symbol);
      points.colours.push(look.colour);
      points.opacity.push(opacity);
      where.set(event.id, { x: left + event.x, y, radius: radius + 3 });
    }

    /* A bar: what is sure of it solid, what is not fading out; never shorter than can be seen. Where there is no room for
       all of it, a stub at `stub` pixels stands for it. */
    function bar(event, y, thick, stub) {
      const colour = meta.looks[event.category].colour, from = event.from, to = Math.max(event.to, from + view.per * 9);
      const pieces = [];
      const piece = (start, end, alpha) => end > start && pieces.push([start, end, alpha === 1 ? colour : faded(colour, alpha)]);
      if (stub !== undefined) piece(view.valueAt(stub - 4.5), view.valueAt(stub + 4.5), 1);
      else if ((to - from) / view.per < 14) piece(from, to, 1);
      else {
        const middle = (from + to) / 2, sure = event.sure;
        const least = view.per * 5; // an uncertain end is seen even where it is short
        let start = sure ? view.scale.at(sure[0]) : middle, end = sure ? view.scale.at(sure[1]) : middle;
        if (event.unsureStart) start = Math.min(Math.max(start, from + least), middle);
        if (event.unsureEnd) end = Math.max(Math.min(end, to - least), middle);
        const fade = (inner, outer) => {
          const long = Math.abs(outer - inner) / view.per, steps = FADES[view.manyBars || long < 5 ? 0 : long < 12 ? 1 : 2];
          steps.forEach((alpha, step) => {
            const a = inner + ((outer - inner) * step) / steps.length, b = inner + ((outer - inner) * (step + 1)) / steps.length;
            piece(Math.min(a, b), Math.max(a, b), alpha);
          });
        };
        if (event.unsureStart) fade(start, from);
        else start = from;
        if (event.unsureEnd) fade(end, to);
        else end = to;
        piece(start, end, 1);
      }
      for (const [start, end, fill] of pieces) {
        const trace = fill === colour ? whole : fades;
        told(event, trace);
        trace.base.push(view.value(start));
        trace.x.push(end - start);
        trace.y.push(y);
        trace.widths.push(thick);
        trace.colours.push(fill);
      }
      const start = stub === undefined ? Math.max(0, event.barFrom) + Math.min(9, event.barTo - event.barFrom) / 2 : stub;
      const long = [event.barFrom, event.barTo].map((x) => left + Math.max(0, Math.min(view.wide, x)));
      where.set(event.id, { x: left + start, y, radius: 8, bar: stub === undefined ? { from: long[0], to: long[1], thick } : null });
    }

    /* From `reach` pixels beside a mark at `x`, `long` pixels to the side on which its date is open, fading. */
    function tail(event, x, y, reach, long) {
      const { colour } = meta.looks[event.category], steps = FADES[2], part = long / steps.length;
      steps.forEach((alpha, step) => {
        const near = x + event.open * (reach + step * part), far = near + event.open * part;
        tails.base.push(view.valueAt(Math.min(near, far)));
        tails.x.push(part * view.per);
        tails.y.push(y);
        tails.colours.push(faded(colour, alpha));
      });
    }

    /* A thin line beneath a mark: the period in which the event lies, or, with caps, between what sources say. */
    function line(kind, from, to, y) {
      const { x, y: ys } = lines[kind], ends = [Math.max(-9, from), Math.min(view.wide + 9, to)].map((at) => view.valueAt(at));
      x.push(...ends, null);
      ys.push(y, y, null);
      if (kind !== "told") return;
      for (const at of ends) {
        x.push(at, at, null);
        ys.push(y - 3.5, y + 3.5, null);
      }
    }

    function label(spot, y) {
      const { event, side, text, label: way } = spot, { ascent, descent } = view.tall;
      const leading = 1.3 * size, two = way.text.includes("<br>");
      labels.x.push(view.valueAt(text));
      labels.y.push(two ? y + leading / 2 : y);
      labels.text.push(way.text);
      labels.side.push(side === "right" ? "middle right" : "middle left");
      hits.push({
        id: event.id, whole: way.whole, title: event.title, x: left + (side === "right" ? text : text - way.width),
        y: y + size / 4 - ascent, width: way.width, height: ascent + descent + (two ? leading : 0),
      });
    }

    /* "+12" on a chip. */
    function chip(group, y, high) {
      const from = Math.min(...group.events.map((event) => event.start)), to = Math.max(...group.events.map((event) => event.middle));
      const years = [from, to].map((moment) => new Date(moment).getUTCFullYear());
      chips.base.push(view.valueAt(group.x - group.width / 2));
      chips.x.push(group.width * view.per);
      chips.y.push(y);
      counts.x.push(view.valueAt(group.x));
      counts.y.push(y + (view.chipTall.ascent - view.chipTall.descent) / 2 - (size - 2) / 4); // Plotly's middle is a quarter above
      counts.text.push("+" + group.count);
      chips.hovertext.push(`${group.count} events, ${years[0] === years[1] ? years[0] : years.join("–")}<br>Click to zoom in`);
      const [category, ...others] = new Set(group.events.map((event) => event.category)); // a colour is a category's
      chips.colour.push(others.length ? ink.quiet : meta.looks[category].colour);
      if (group.x >= 0 && group.x <= view.wide) {
        crowds.push({
          x: left + group.x - group.width / 2, y: y - high / 2, width: group.width, height: high, count: group.count,
          from: Math.min(...group.events.map((event) => event.at)), to: Math.max(...group.events.map((event) => event.at)),
          first: group.events[0].id,
        });
      }
      for (const event of group.events) where.set(event.id, { x: left + group.x, y, radius: Math.max(group.width, high) / 2 + 3 });
    }

    /* A crowd too large for marks: how many stand where, as an area. */
    function area(items, most, foot, high, colour) {
      const points = page.density.outline(items, most, high, view.wide);
      areas.push({
        type: "scatter", mode: "lines", name: "density", meta: { kind: "density" }, hoverinfo: "skip", showlegend: false,
        x: points.map(([x]) => view.valueAt(x)), y: points.map(([, up]) => foot - up), fill: "toself",
        fillcolor: colour, line: { width: 0, color: colour },
      });
      crowds.push({ x: left, y: foot - high, width: view.wide, height: high, count: items.length, dense: true });
      for (const { event, x } of items) where.set(event.id, { x: left + x, y: foot - high / 2, radius: high / 2 + 2 });
    }

    function data() {
      // All categories in one trace: Plotly takes long for each.
      const together = (kind, { x, y, customdata, hovertext }, looks) => figure.data.filter(({ meta }) => meta.kind === kind).slice(0, 1)
        .map((made) => ({ ...made, name: kind, x, y, customdata, hovertext, ...looks(made) }));
      const thin = (kind, colour, width) => Object.assign({
        type: "scatter", mode: "lines", name: kind, meta: { kind }, hoverinfo: "skip", showlegend: false, line: { width, color: colour },
      }, lines[kind]);
      const own = figure.data.find((trace) => trace.meta.kind === "labels");
      return [
        ...figure.data.filter(({ meta }) => meta.kind === "legend"), // of the page as a file
        ...areas,
        {
          type: "bar", orientation: "h", name: "tails", meta: { kind: "tails" }, hoverinfo: "skip", showlegend: false,
          base: tails.base, x: tails.x, y: tails.y, width: tails.y.map(() => meta.tail), marker: { color: tails.colours, line: { width: 0 } },
        },
        thin("period", ink.faint, 1.5), thin("told", ink.quiet, 1.5),
        ...together("points", points, ({ marker }) => ({
          marker: {
            ...marker, size: points.sizes, symbol: points.symbols, opacity: points.opacity,
            color: points.colours, line: { ...marker.line, color: points.colours },
          },
        })),
        ...together("bars", whole, ({ marker }) => ({ base: whole.base, width: whole.widths, marker: { ...marker, color: whole.colours } })),
        {
          type: "bar", orientation: "h", name: "fades", meta: { kind: "fades" }, showlegend: false,
          base: fades.base, x: fades.x, y: fades.y, width: fades.widths, customdata: fades.customdata,
          hovertext: fades.hovertext, hovertemplate: "%{hovertext}<extra></extra>", marker: { color: fades.colours, line: { width: 0 } },
        },
        {
          type: "bar", orientation: "h", name: "crowds", meta: { kind: "crowds" }, showlegend: false,
          base: chips.base, x: chips.x, y: chips.y, width: chips.y.map(() => view.chipHigh),
          hovertext: chips.hovertext, hovertemplate: "%{hovertext}<extra></extra>",
          marker: { color: ink.card, cornerradius: 5, line: { width: 1.2, color: chips.colour } },
        },
        Object.assign({}, own, {
          x: labels.x, y: labels.y, text: labels.text, textposition: labels.side, textfont: { family, size, color: ink.text },
        }),
        // Texts of their own: those inside bars Plotly measures, one after the other.
        {
          type: "scatter", mode: "text", name: "counts", meta: { kind: "counts" }, hoverinfo: "skip", showlegend: false,
          x: counts.x, y: counts.y, text: counts.text, textposition: "middle center", textfont: { family, size: size - 2, color: ink.text },
        },
      ];
    }

    return { point, bar, tail, line, label, chip, area, shapes, hits, crowds, where, data, count: () => labels.text.length };
  }

  Object.assign(page, { canvas, scaled, MANY_BARS, TAIL });
})();
