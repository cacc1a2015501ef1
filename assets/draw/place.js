/* figure → figure: where each mark stands in its lane, and which labels fit.

   Python says what is shown (timeline/app/figure.py); only the browser knows pixels. `place` takes Python's figure
   and gives it back with what is in sight laid out, so that no label overlaps another label or a mark, and none is
   cut. It changes nothing on the page; the y axis is in pixels. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const MOST_MARKS = 1500; // beyond that the crowd is drawn as density
  const YEAR = 365.25 * 86400000;
  const LONGEST_NAME = 150; // of a lane, in pixels

  /* `state`: range (two moments), marked (id), ink (colours), text (how much larger than usual). Besides the figure's
     data and layout: hits (labels), crowds (chips and densities), where (id → place), all in pixels of the box. */
  function place(figure, box, state) {
    const { layout } = figure, { meta } = layout, { ink } = state;
    const events = page.eventsOf(figure), { scale } = events;
    const view = measured(figure, box, state);
    // A little more is drawn than what is looked at, so that no mark stands across an edge.
    const { wide } = view, [r0, r1] = state.range.map(scale.at), edge = Math.max(...Object.values(meta.looks).map(reachOf), 0) + 1;
    const beside = (from, to, part) => [from - (to - from) * part, to + (to - from) * part];
    const [p0, p1] = beside(r0, r1, edge / (wide - 2 * edge));
    const px = (position) => ((position - p0) / (p1 - p0)) * wide;
    Object.assign(view, {
      scale, px, per: (p1 - p0) / wide, value: (position) => position, valueAt: (x) => p0 + (x / wide) * (p1 - p0),
    });

    let near = []; // in sight, or no more than a screen away: that may be dragged into sight before the next drawing
    for (const event of events) {
      event.x = px(event.at);
      event.pxFrom = px(event.from);
      event.pxTo = px(event.to);
      if (event.pxTo < -wide || event.pxFrom > 2 * wide) continue;
      event.reach = reachOf(meta.looks[event.category]);
      event.before = event.open < 0 ? page.TAIL : 0; // the tail beside the mark
      event.after = event.open > 0 ? page.TAIL : 0;
      if (event.told) [event.toldFrom, event.toldTo] = event.told.map((moment) => px(scale.at(moment)));
      event.barFrom = event.pxFrom;
      event.barTo = Math.max(event.pxTo, event.pxFrom + 9);
      event.unsureStart = event.bar && (!event.sure || event.sure[0] > event.start);
      event.unsureEnd = event.bar && (!event.sure || event.sure[1] < event.end);
      event.inSight = event.bar ? event.barTo > 0 && event.barFrom < wide : event.x >= event.reach && event.x <= wide - event.reach;
      // A mark across an edge would be cut.
      const across = !event.bar && !event.inSight && event.x > -event.reach && event.x < wide + event.reach;
      if (!across) near.push(event);
    }
    const inSight = near.filter((event) => event.inSight);
    for (const event of inSight) {
      if (!event.bar) continue;
      event.barFrom = Math.max(0, event.barFrom);
      event.barTo = Math.min(wide, Math.max(event.barTo, event.barFrom + 3));
    }
    if (near.length > MOST_MARKS) near = inSight;
    view.dense = inSight.length > MOST_MARKS;
    if (view.dense) view.strip = 24;
    view.manyBars = inSight.filter((event) => event.bar).length > page.MANY_BARS;
    inSight.sort((a, b) => (b.id === view.marked) - (a.id === view.marked) || b.importance - a.importance || a.order - b.order);

    const { lanes, bare } = page.arrange(inSight, view);
    for (const event of near) if (!event.inSight) lanes[event.lane].loose.push(event);
    const piles = lanes.map((lane) => page.gather(lane.loose, view, !lane.used && bare < view.strip + view.loft));
    const drawn = page.canvas(figure, view);
    const most = Math.max(1, ...piles.map((pile) => page.density.most(pile.dense, wide)));
    const { bands, names: annotations } = page.ground(meta.eras, meta.band, view);

    /* What height is left goes first between the rows, then around them. */
    const here = (event) => event.inSight; // what is a screen away takes no room
    const marked = (pile) => pile.alone.some(({ event }) => event.inSight) || pile.crowds.some((group) => group.events.some(here)) || pile.dense.length > 0;
    const feet = (pile) => (marked(pile) ? view.strip : 0) + (pile.bars.some(here) ? view.loft : 0);
    const heights = (lane) => lane.rows.reduce((sum, _, row) => sum + lane.high(row), 0);
    const roomOf = (lane, pile) => (lane.used ? 2 * view.pad + heights(lane) + feet(pile) : bare);
    const needed = () => lanes.reduce((sum, lane, i) => sum + view.leadIn + roomOf(lane, piles[i]), 0);
    const rows = lanes.reduce((sum, lane) => sum + lane.used, 0);
    if (rows) view.pitch += Math.max(0, Math.min(11, (view.height - needed()) / rows));
    const over = Math.max(0, view.height - needed());
    const shares = lanes.reduce((sum, lane) => sum + 1 + lane.used, 0);

    let top = view.header;
    rule(top);
    lanes.forEach((lane, i) => {
      const spare = (over * (1 + lane.used)) / shares, tall = roomOf(lane, piles[i]) + view.leadIn + spare;
      const first = top + view.leadIn + view.pad + (lane.used ? spare / 2 : 0);
      laneName(meta.lanes[i], view.narrow ? top + 11 * state.text : top + tall / 2, tall);
      lane.rows.reduce((y, row, index) => {
        const high = lane.high(index);
        for (const spot of row) if (spot.label) drawSpot(spot, y, high);
        return y + high;
      }, first);
      drawLoose(piles[i], meta.lanes[i], lane.used ? top + tall - 1.5 : top + view.leadIn + (tall - view.leadIn + view.strip) / 2);
      top += tall;
      rule(top);
    });

    return {
      data: drawn.data(), layout: laidOut(), hits: drawn.hits, crowds: drawn.crowds, where: drawn.where,
      left: view.left, right: view.right, wide,
      at: (x) => view.valueAt(x - view.left),
      within: (from, to) => beside(from, to, -edge / wide), // of a range drawn: what is looked at
    };

    function drawSpot(spot, y, high) {
      const { event } = spot;
      let middle = y + view.pitch / 2; // in a row that has bars too, marks stand as high as the bars' titles
      if (event.bar) {
        const at = y + high - meta.bar / 2 - 1;
        middle = at - meta.bar / 2 - 0.5 - view.tall.descent - view.size / 4;
        drawn.bar(event, at, meta.bar);
        if (spot.told) drawn.line("told", event.toldFrom, event.toldTo, at);
      } else {
        drawn.point(event, middle, meta.looks[event.category].radius);
        if (event.open) drawn.tail(event, event.x, middle, event.reach - 1, page.TAIL);
        const beneath = Math.min(y + high - 1, middle + event.reach + 3);
        if (spot.told) drawn.line("told", event.toldFrom, event.toldTo, Math.min(beneath, y + high - 3));
        else if (spot.period) drawn.line("period", event.pxFrom, event.pxTo, beneath);
      }
      drawn.label(spot, middle);
    }

    /* `foot`: the lower edge of the lane's strip. */
    function drawLoose(pile, lane, foot) {
      const middle = foot - view.strip / 2;
      for (const event of pile.bars) drawn.bar(event, (marked(pile) ? foot - view.strip + 1 : foot - 2) - view.loft / 2, 6);
      for (const { event, x } of pile.alone) {
        if (event.bar) drawn.bar(event, middle, 6, x);
        else {
          drawn.point(event, middle, meta.small / 2);
          if (event.open) drawn.tail(event, x, middle, meta.small / 2, page.TAIL / 2);
        }
      }
      for (const group of pile.crowds) drawn.chip(group, middle, view.chipHigh);
      if (pile.dense.length) {
        drawn.area(pile.dense, most, foot - 1, view.strip - 4, lane.category ? meta.looks[lane.category].colour : ink.quiet);
      }
    }

    function laneName(lane, y, tall) {
      const { left, narrow, size, family } = view, most = Math.max(1, Math.floor(tall / (1.3 * size))), middle = narrow ? 10 : 16;
      if (lane.category) {
        const look = meta.looks[lane.category];
        drawn.shapes.push({
          type: "path", name: "lane", path: page.scaled(look.path, narrow ? look.radius * 0.8 : look.radius),
          xref: "paper", xsizemode: "pixel", xanchor: (middle - left) / wide, yref: "y", ysizemode: "pixel", yanchor: y,
          fillcolor: look.colour, line: { width: 1, color: look.colour },
        });
      }
      annotations.push({
        text: view.nameOf(lane, most).map((part) => `<b>${part}</b>`).join("<br>"), showarrow: false,
        xref: "paper", x: 0, xshift: middle + (lane.category ? 12 : -8) - left, xanchor: "left",
        yref: "y", y, yanchor: "middle", align: "left",
        font: { size: narrow ? size - 2 : size, color: narrow ? ink.quiet : ink.text, family },
      });
    }

    function rule(y) {
      drawn.shapes.push({
        type: "line", name: "rule", xref: "paper", x0: -view.left / wide, x1: 1 + view.right / wide, yref: "y", y0: y, y1: y,
        layer: "below", line: { width: 1, color: ink.line },
      });
    }

    function laidOut() {
      const { size } = view;
      const ticks = scale.even ? page.yearTicks(scale, px, wide, Math.max(view.apart * 0.5, page.measure.widthOf("2000", view.font) + 8)) : null;
      const axis = Object.assign({}, layout.xaxis, {
        range: [p0, p1], tickangle: 0, gridcolor: ink.grid, tickcolor: ink.line, tickfont: { color: ink.text, size: size - 0.5 },
      }, ticks
        ? { type: "linear", tickvals: ticks.map((tick) => tick.at), ticktext: ticks.map((tick) => String(tick.year)) }
        : { nticks: view.ticks });
      // Plotly would squeeze what is dragged against an end; the page itself keeps to the whole (chart/look.js).
      delete axis.minallowed;
      delete axis.maxallowed;
      return Object.assign({}, layout, {
        width: box.width, height: box.height, autosize: false,
        margin: Object.assign({}, layout.margin, { l: view.left, r: view.right, b: view.foot }),
        font: Object.assign({}, layout.font, { color: ink.text, size }),
        hoverlabel: view.hoverLabel,
        xaxis: axis,
        yaxis: Object.assign({}, layout.yaxis, { range: [view.high, 0] }),
        shapes: bands.concat(drawn.shapes), annotations,
      });
    }
  }

  const reachOf = (look) => look.radius * look.reach + 1.5;

  /* Sizes that do not depend on where the chart looks. */
  function measured(figure, box, state) {
    const { layout } = figure, { meta } = layout, text = state.text, size = layout.font.size * text, { family } = layout.font, hover = layout.hoverlabel;
    const font = `${size}px ${family}`, bold = `700 ${size}px ${family}`, eraFont = `600 ${size - 1}px ${family}`;
    const chip = `${size - 2}px ${family}`, tall = page.measure.heightOf(font), count = meta.lanes.length, narrow = box.width < 640 * Math.min(text, 1.4);
    const nameOf = (lane, most) => page.measure.lines(lane.name, narrow ? 300 * text : LONGEST_NAME * text, bold, narrow ? 1 : Math.min(3, most));
    const widest = Math.max(0, ...meta.lanes.flatMap((lane) => [...nameOf(lane, 1), ...nameOf(lane, 3)]).map((line) => page.measure.widthOf(line, bold)));
    const left = narrow ? 4 : Math.ceil(widest) + (meta.lanes.some((lane) => lane.category) ? 48 : 26);
    const right = narrow ? 8 : 16, wide = Math.max(60, box.width - left - right), header = 30 * text;
    const apart = (narrow ? 55 : 100) * text, ticks = Math.max(4, Math.round(wide / apart));
    // Plotly names months and days on two lines, the year beneath, and takes them where two ticks are less than a year.
    const underYears = meta.scale !== "even" && (state.range[1] - state.range[0]) * 2 < ticks * 1.05 * YEAR;
    const foot = (layout.margin.b + (underYears ? 16 : 0)) * text;
    const high = Math.max(120, box.height - foot);
    const tight = high / Math.max(1, count) < 66;
    return {
      apart, ticks, size, family, font, eraFont, tall, count, narrow, nameOf, left, right, foot, header, wide, high, height: high - header,
      hoverLabel: { ...hover, bgcolor: state.ink.card, bordercolor: state.ink.line, font: { ...hover.font, color: state.ink.text, size } },
      ink: state.ink, marked: state.marked, small: meta.small, chip, chipTall: page.measure.heightOf(chip), chipHigh: Math.round(size + 1),
      pitch: Math.ceil(Math.max(tall.ascent + tall.descent, 16) + 3), // of a row of marks
      thick: meta.bar + 1, // what a row of bars takes more
      leadIn: narrow ? 16 * text : 0, // the lane's name stands inside, above its rows
      tight, pad: tight ? 2 : 5, // above and below the rows of a lane
      strip: Math.round(size + (tight ? 2 : 4)), // at the foot of a lane, for marks without a label
      loft: tight ? 7 : 9, // above the strip, for bars without one
    };
  }

  Object.assign(page, { place });
})();
