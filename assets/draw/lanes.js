/* Rows within lanes: which events get a label, in which row, on which side of the mark. The important ones choose first. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const GAP = 5; // between a mark and its label
  const APART = 9; // between neighbours in a row
  // How long a label may be at first, by importance: from generous to tight. The best of the outcomes is taken.
  const CAPS = [{ 3: 520, 2: 520, 1: 520 }, { 3: 340, 2: 250, 1: 200 }, { 3: 260, 2: 180, 1: 130 }];
  const LEAST = 84; // the shortest a shortened label may be
  const SHORT = [240, 200, 170, 150, 130, 110, LEAST]; // for those that found no room at first
  const CROWD = 1200; // events in sight, above which only the tight outcome is tried

  const free = (row, from, to) => row.every((other) => to + APART <= other.from || other.to + APART <= from);
  const firstFree = (row, spots) => spots.find(({ from, to }) => free(row, from, to));
  /* Whether there would be room for a label of no width, and for one with the first words: cheaper than to measure titles. */
  function mayHold(row, event, view) {
    if (!firstFree(row, event.bare)) return false;
    event.least = event.least || around(event, { width: page.measure.least(event.title, view.font) }, view);
    return Boolean(firstFree(row, event.least));
  }
  const holdsBars = (row) => row.some((spot) => spot.label && spot.event.bar);

  /* Into `row`, at the first of the `spots` that is free. */
  function settle(event, row, spots) {
    const spot = firstFree(row, spots);
    if (spot) row.push(Object.assign(spot, { event }));
    return Boolean(spot);
  }

  class Lane {
    /* `events` in order of importance, `capOf` one of them: how long its label may be. */
    constructor(events, capOf, view) {
      this.loose = events; // those without a row
      this.capOf = capOf;
      this.view = view;
      this.rows = [];
      this.used = 0;
    }
    /* Each event stands in the first row where it has room. A row is filled when it is first asked for: most of the events
       of a crowd stand in one for which there is no height. */
    row(number) {
      while (this.rows.length <= number) {
        const row = [];
        this.rows.push(row);
        this.loose = this.loose.filter((event) =>
          !mayHold(row, event, this.view) || !settle(event, row, spots(event, this.capOf(event), this.view)));
      }
      return this.rows[number];
    }
    /* What a row is worth: the importance of what it holds. */
    worth(number) {
      return this.row(number).reduce((sum, spot) => sum + spot.event.importance, 0);
    }
    /* How high a row is: a bar stands beneath its title, a mark beside it. */
    high(number) {
      return this.view.pitch + (holdsBars(this.row(number)) ? this.view.thick : 0);
    }
    keep(count) {
      for (const row of this.rows.splice(count)) for (const spot of row) this.loose.push(spot.event);
      this.used = this.rows.length;
    }
  }

  /* Where an event with a label of at most `cap` pixels could stand. */
  function spots(event, cap, view, between) {
    const room = Math.min(cap, view.wide - 2 * event.reach - GAP - 4);
    const label = page.measure.fit(event, room, view.font);
    return label ? around(event, label, view, between) : [];
  }

  /* `between`: from where to where a bar's title may stand; it begins with its bar, or as much before it as it must. */
  function around(event, label, view, between = [1, view.wide - 1]) {
    const { wide } = view, found = [], width = label.width + 2;
    if (event.bar) {
      const text = Math.max(between[0], Math.min(event.barFrom + 1, between[1] - width));
      if (text + width <= between[1] + 1) {
        const told = event.told ? [event.toldFrom, event.toldTo] : [];
        const from = Math.min(text, event.barFrom, ...told), to = Math.max(text + width, event.barTo, ...told);
        found.push({ label, side: "right", text, from, to, told: Boolean(event.told) && event.toldTo - event.toldFrom > event.barTo - event.barFrom + 6 });
      }
      return found;
    }
    const reach = event.id === view.marked ? Math.max(event.reach, 12) : event.reach;
    const told = Boolean(event.told) && event.toldTo - event.toldFrom > 2 * reach + 4;
    const period = !told && !event.exact && event.pxTo - event.pxFrom > 2 * reach + 8;
    const [low, high] = told ? [event.toldFrom, event.toldTo] : [event.pxFrom, event.pxTo];
    const line = told || period;
    const first = event.x - reach - event.before, last = event.x + reach + event.after;
    const from = line ? Math.max(0, Math.min(low, first)) : first;
    const to = line ? Math.min(wide, Math.max(high, last)) : last;
    const rightwards = last + GAP - 1.5, leftwards = first - GAP + 1.5;
    if (rightwards + width <= wide - 1 && event.x >= event.reach) {
      found.push({ label, side: "right", text: rightwards, from: Math.min(from, first), to: Math.max(to, rightwards + width), period, told });
    }
    if (leftwards - width >= 1 && event.x <= wide - event.reach) {
      found.push({ label, side: "left", text: leftwards, from: Math.min(from, leftwards - width), to: Math.max(to, last), period, told });
    }
    return found;
  }

  /* All lanes with their rows. `inSight` is in order of importance. */
  function arrange(inSight, view) {
    const { count, height, pad, strip, loft, leadIn, wide, narrow } = view;
    const bare = Math.min(view.size + (view.tight ? 8 : 15), height / Math.max(1, count) - leadIn); // a lane without rows
    const many = inSight.length > CROWD;
    const byLane = Array.from({ length: count }, () => []);
    for (const event of inSight) {
      Object.assign(event, { bare: around(event, { width: 0 }, view), least: null });
      byLane[event.lane].push(event);
    }
    const haveBars = byLane.map((events) => events.some((event) => event.bar));

    function outcome(caps) {
      const capOf = (event) => Math.min(caps[event.importance] || caps[1], narrow ? wide * 0.62 : wide);
      const lanes = byLane.map((events) => new Lane(events, capOf, view));
      share(lanes);
      for (const lane of lanes) lastTry(lane);
      return lanes;
    }

    /* Share out the height row by row, each to the lane where it is worth most. */
    function share(lanes) {
      const counts = lanes.map(() => 0);
      const costs = (i) => {
        const row = lanes[i].high(counts[i]);
        return counts[i] ? row : Math.max(0, 2 * pad + strip + (haveBars[i] ? loft : 0) + row - bare);
      };
      // The first row counts for much, and every further one for less, so that no lane takes it all.
      const worth = (i) => (lanes[i].worth(counts[i]) * (counts[i] ? 1 : 50)) / (1 + counts[i] / 3);
      for (let rest = height - count * (leadIn + bare); ;) {
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
      lane.loose = lane.loose.filter((event) => !shortened(event, lane.rows));
      lane.rows.forEach((row, number) => {
        for (const spot of row.slice()) {
          if (!spot.label || spot.label.whole) continue;
          lengthen(spot, row);
          if (!spot.label.whole) onTwoLines(spot, lane, number);
        }
      });
    }

    /* The rows are as high as they may get, so that a bar goes only where bars are. */
    function shortened(event, rows) {
      const open = rows.filter((row) => (!event.bar || holdsBars(row)) && mayHold(row, event, view));
      return open.length > 0 && SHORT.some((cap) => {
        const wanted = spots(event, cap, view);
        return open.some((row) => settle(event, row, wanted));
      });
    }

    const clear = (row, spot, from, to) =>
      row.every((other) => other === spot || to + APART <= other.from || other.to + APART <= from);

    /* As long as its neighbours in the row let it be. */
    function lengthen(spot, row) {
      const { event, side, text } = spot, others = row.filter((other) => other !== spot);
      const before = Math.max(1, ...others.map((other) => (other.to <= spot.from ? other.to + APART : -Infinity)));
      const after = Math.min(wide - 1, ...others.map((other) => (other.from >= spot.to ? other.from - APART : Infinity)));
      const room = (event.bar ? after - before : side === "right" ? after - text : text - before) - 2;
      const longer = spots(event, room, view, event.bar ? [before, after] : undefined)
        .find((wanted) => wanted.side === side && wanted.label.width > spot.label.width);
      if (longer && clear(row, spot, longer.from, longer.to)) Object.assign(spot, longer);
    }

    /* The title on this row and the next, where that shows more of it. */
    function onTwoLines(spot, lane, number) {
      const { event, side } = spot, row = lane.rows[number], next = lane.rows[number + 1];
      if (!next || event.bar || spot.period || spot.told) return;
      for (const room of [360, 300, 250, 210, 180, 150, 120]) {
        const label = page.measure.onTwoLines(event, room, view.font);
        if (!label || !(label.whole || label.said > 1.4 * spot.label.text.length)) continue;
        const wanted = around(event, label, view).find((one) => one.side === side);
        if (!wanted) continue;
        const [from, to] = side === "right" ? [wanted.text, wanted.to] : [wanted.from, wanted.text];
        if (!clear(row, spot, wanted.from, wanted.to) || !clear(next, spot, from, to)) continue;
        Object.assign(spot, wanted, { two: true });
        next.push({ event, from, to, label: null }); // the second line's place
        return;
      }
    }

    /* Long labels read better, short ones leave room for more: keep what tells most. */
    const told = (lanes) => lanes.reduce((sum, lane) => sum + lane.rows.flat().reduce((all, { event, label }) => {
      if (!label) return all;
      const part = label.whole ? 1 : 0.35 + 0.5 * Math.min(1, label.text.length / event.title.length);
      return all + event.importance * part;
    }, 0), 0);
    const lanes = (many ? CAPS.slice(2) : CAPS).map(outcome).reduce((best, one) => (told(one) > told(best) ? one : best));
    return { lanes, bare };
  }

  Object.assign(page, { arrange });
})();
