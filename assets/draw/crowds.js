/* Events without a label, at the foot of their lane: small marks and bars; where they would lie on each other, "+12". */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const BIN = 6; // pixels of a step of the density
  const BETWEEN = 3; // bars on one line

  /* What becomes of the loose events of a lane: bars that have room, marks that stand alone, and crowds. */
  function gather(loose, view, noBars) {
    const bars = [], rest = [];
    for (const event of loose) {
      const apart = (other) => event.barTo + BETWEEN <= other.barFrom || other.barTo + BETWEEN <= event.barFrom;
      if (event.bar && !noBars && bars.every(apart)) bars.push(event);
      else rest.push({ x: event.bar && event.inSight ? Math.max(Math.min(event.barFrom, view.wide - 4), 4) : event.bar ? event.barFrom : event.x, event });
    }
    rest.sort((a, b) => a.x - b.x);
    if (view.dense) return { bars, alone: [], crowds: [], dense: rest };
    // What is out of sight keeps to itself, so that no chip stands across an edge.
    const sides = [rest.filter(({ x }) => x < 0), rest.filter(({ x }) => x >= 0 && x <= view.wide), rest.filter(({ x }) => x > view.wide)];
    const groups = sides.flatMap((side) => crowd(side, view));
    return {
      bars,
      alone: groups.filter(({ items }) => items.length === 1).map(({ items }) => items[0]),
      crowds: groups.filter(({ items }) => items.length > 1).map(crowdOf),
      dense: [],
    };
  }

  const widthOf = (group, view) =>
    group.length === 1 ? view.small + (group[0].event.bar ? 4 : 1) + (group[0].event.open ? page.TAIL : 0) : page.measure.widthOf("+" + group.length, view.chip) + 8;

  /* Where a group stands: in the middle of its own, but not across an edge. */
  function placeOf(items, middle, { wide }, width) {
    if (items.length === 1) return middle;
    if (middle < 0) return Math.min(middle, -width);
    if (middle > wide) return Math.max(middle, wide + width);
    return Math.max(width / 2, Math.min(wide - width / 2, middle));
  }

  /* Neighbours that would touch are put together until none do. */
  function crowd(items, view) {
    const groups = [];
    const group = (items, middle) => {
      const width = widthOf(items, view);
      return { items, middle, width, x: placeOf(items, middle, view, width) };
    };
    for (const item of items) {
      let last = group([item], item.x);
      while (groups.length) {
        const before = groups[groups.length - 1];
        if (last.x - before.x >= (last.width + before.width) / 2 + 1) break;
        groups.pop();
        const both = [...before.items, ...last.items];
        last = group(both, (before.middle * before.items.length + last.middle * last.items.length) / both.length);
      }
      groups.push(last);
    }
    return groups;
  }

  function crowdOf({ items, x, width }) {
    const events = items.map((item) => item.event);
    return { x, width, events, count: events.length };
  }

  /* How many of `items` stand in each step: the outline of an area, in pixels above its foot. */
  function outline(items, most, high, wide) {
    const counts = countsOf(items, wide), points = [[0, 0]];
    counts.forEach((count, bin) => {
      const tall = count ? Math.max(2, (count / most) * high) : 0;
      points.push([bin * BIN, tall], [Math.min(wide, (bin + 1) * BIN), tall]);
    });
    return [...points, [wide, 0]];
  }

  function countsOf(items, wide) {
    const counts = new Array(Math.ceil(wide / BIN)).fill(0);
    for (const { x } of items) if (x >= 0 && x < wide) counts[Math.floor(x / BIN)]++;
    return counts;
  }

  Object.assign(page, { gather, density: { outline, most: (items, wide) => Math.max(0, ...countsOf(items, wide)) } });
})();
