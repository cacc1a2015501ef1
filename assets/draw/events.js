/* The events of a figure, read once from its traces, and the scale that says where each stands on the axis. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const DAY = 86400000;
  const day = (iso) => Date.parse(iso.slice(0, 10));
  const read = new WeakMap();

  /* In order of time, each with its position on the axis (`at`), and from where to where it reaches (`from`, `to`). */
  function eventsOf(figure) {
    let events = read.get(figure);
    if (events) return events;
    events = [];
    figure.data.forEach((trace) => {
      const { kind, category } = trace.meta;
      if (kind !== "points" && kind !== "bars") return;
      const bar = kind === "bars";
      trace.customdata.forEach((datum, point) => {
        const [id, importance, title, words, first, last, about, lane, sure, told, open] = datum;
        const start = day(first), end = (last ? day(last) : start) + DAY;
        events.push({
          id, importance, title, words, about, start, end, lane, category, datum, bar,
          sure: bar && sure.length ? [day(sure[0]), Math.max(day(sure[1]), day(sure[0])) + DAY] : null,
          told: told.length ? [day(told[0]), day(told[1]) + DAY] : null,
          middle: bar ? start : day(trace.x[point]), symbol: bar ? "" : trace.marker.symbol[point],
          open: { before: -1, since: 1 }[open] || 0, // the side on which nothing is known
          exact: !last, ways: new Map(),
        });
      });
    });
    events.sort((a, b) => a.middle - b.middle || a.lane - b.lane);
    const scale = scaleOf(figure, events);
    events.forEach((event, order) => {
      event.order = order;
      event.at = scale.even ? order : event.middle;
      event.from = scale.even && !event.bar ? order : scale.even ? order : event.start;
      event.to = scale.even ? (event.bar ? Math.max(order + 0.5, scale.at(event.end)) : order) : event.end;
    });
    events.scale = scale;
    read.set(figure, events);
    return events;
  }

  /* True to time a position is a moment in milliseconds. Even, it is the number of an event, and moments between two
     events lie between their numbers. */
  function scaleOf(figure, events) {
    const { xaxis, meta } = figure.layout;
    const first = day(xaxis.minallowed), last = day(xaxis.maxallowed);
    if (meta.scale !== "even" || !events.length) {
      return { even: false, first, last, at: (moment) => moment, when: (position) => position };
    }
    const knots = [[first, -0.7], ...events.map((event, order) => [event.middle, order]), [last, events.length - 0.3]];
    /* Between the two knots around `value`, from one column to the other. */
    function through(value, from, to) {
      let low = 0, high = knots.length - 1;
      if (value <= knots[low][from]) return knots[low][to];
      if (value >= knots[high][from]) return knots[high][to];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (knots[middle][from] < value) low = middle;
        else high = middle;
      }
      const [a, b] = [knots[low], knots[high]], part = (value - a[from]) / (b[from] - a[from] || 1);
      return a[to] + part * (b[to] - a[to]);
    }
    return {
      even: true, first, last,
      at: (moment) => through(moment, 0, 1), when: (position) => through(position, 1, 0),
    };
  }

  /* Ticks of an even axis: the years, round ones first, no two nearer than `apart` pixels. */
  function yearTicks(scale, px, wide, apart) {
    const rank = (year) => [100, 50, 20, 10, 5, 2, 1].findIndex((step) => year % step === 0);
    const first = new Date(scale.first).getUTCFullYear() + 1, last = new Date(scale.last).getUTCFullYear();
    const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    const taken = [];
    for (const year of years.sort((a, b) => rank(a) - rank(b) || a - b)) {
      const at = scale.at(Date.UTC(year, 0, 1)), x = px(at);
      if (x < 0 || x > wide || taken.some((tick) => Math.abs(tick.x - x) < apart)) continue;
      taken.push({ year, at, x });
    }
    return taken.sort((a, b) => a.at - b.at);
  }

  Object.assign(page, { eventsOf, yearTicks, day });
})();
