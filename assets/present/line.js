/* The line beneath a slide: the neighbours of its event, true to time, with the labels that fit.

   At most twelve texts stand on it, the years among them; none meets another text, a mark or another label's stem. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const AROUND = 8; // events on the line at once
  const TICKS = 4;
  const DAY = 86400000;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const SVG = "http://www.w3.org/2000/svg";
  const time = (iso) => Date.parse(iso);

  function node(name, attributes, text) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    if (text) made.textContent = text;
    return made;
  }

  /* The page of the playlist on which slide `here` stands: it stays while the slides walk along it. */
  function neighbours(slides, here) {
    const dated = slides.map((slide, number) => ({ slide, number })).filter(({ slide }) => slide.at);
    const place = Math.max(0, dated.findIndex(({ number }) => number >= here));
    const pages = Math.ceil(dated.length / AROUND) || 1, size = Math.ceil(dated.length / pages);
    const first = Math.floor(place / size) * size;
    return dated.slice(first, first + size).sort((a, b) => time(a.slide.at) - time(b.slide.at) || a.number - b.number);
  }

  /* At most four ticks at whole years, or at months where the line is short. */
  function ticks(from, to) {
    for (const months of [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200]) {
      const found = [], start = new Date(from);
      for (let at = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / months) * months; ; at += months) {
        const when = new Date(0);
        when.setUTCFullYear(Math.floor(at / 12), at % 12, 1);
        if (+when > to || found.length > TICKS) break;
        if (+when >= from) found.push({ at: +when, text: months < 12 ? `${MONTHS[at % 12]} ${Math.floor(at / 12)}` : String(at / 12) });
      }
      if (found.length <= TICKS) return found;
    }
    return [];
  }

  const apart = (a, b, gap) => a.to + gap <= b.from || b.to + gap <= a.from;

  /* Marks side by side where they would hide each other. */
  function spread(marks, least, wide) {
    for (let i = 1; i < marks.length; i++) marks[i].x = Math.max(marks[i].x, marks[i - 1].x + least);
    for (let i = marks.length - 1, most = wide; i >= 0; i--, most -= least) marks[i].x = Math.min(marks[i].x, most);
  }

  /* Draw into `box`. `says(slide, number)` is the label of a slide, '' for none; `withYears`: name the ticks. */
  page.drawLine = function (box, slides, here, says, withYears) {
    box.textContent = "";
    const around = neighbours(slides, here), wide = box.clientWidth, high = box.clientHeight;
    const size = parseFloat(getComputedStyle(box).fontSize), row = size * 1.3, edge = size * 0.8;
    if (!around.length || !slides[here].at || high < row * 5) return;
    const family = getComputedStyle(box).fontFamily;
    const svg = node("svg", { width: wide, height: high, viewBox: `0 0 ${wide} ${high}` });
    const near = size * 1.05; // from the axis to the nearest label
    const deep = Math.max(1, Math.min(3, Math.floor((high / 2 - near - size * 0.8) / row)));
    const axis = (high - size * 1.6) / 2;
    const times = around.map(({ slide }) => time(slide.at));
    const span = Math.max(60 * DAY, times[times.length - 1] - times[0]), middle = (times[0] + times[times.length - 1]) / 2;
    const from = middle - span / 2 - span * 0.03, to = middle + span / 2 + span * 0.03;
    const px = (at) => edge + ((at - from) / (to - from)) * (wide - 2 * edge);

    svg.append(node("line", { class: "axis", x1: 0, x2: wide, y1: axis, y2: axis }));
    const foot = axis + near + deep * row + size * 0.25;
    for (const tick of ticks(from, to)) {
      const x = px(tick.at);
      svg.append(node("line", { class: "axis", x1: x, x2: x, y1: axis - size * 0.3, y2: axis + size * 0.3 }));
      if (!withYears) continue;
      const half = page.measure.widthOf(tick.text, `${size}px ${family}`) / 2;
      svg.append(node("text", { class: "year", x: Math.min(wide - half, Math.max(half, x)), y: foot + size }, tick.text));
    }

    const marks = around.map(({ slide, number }) => ({ slide, number, x: px(time(slide.at)), now: number === here }));
    spread(marks, size * 0.75, wide - edge);
    for (const mark of marks) {
      if (!mark.slide.until) continue;
      const end = Math.min(wide, px(time(mark.slide.until)));
      if (end > mark.x) svg.append(node("line", { class: mark.now ? "lasting now" : "lasting", x1: mark.x, x2: end, y1: axis, y2: axis }));
    }
    const byNearness = [...marks].sort((a, b) => Math.abs(a.number - here) - Math.abs(b.number - here) || a.number - b.number);
    const outwards = Array.from({ length: deep }, (_, index) => [index + 1, -index - 1]).flat();
    const [close, far] = [outwards, [...outwards].sort((a, b) => Math.abs(b) - Math.abs(a))].map(arrange);
    for (const { mark, text, middle, level } of far.length > close.length ? far : close) settle(mark, text, middle, level);
    for (const mark of marks) if (mark.stem) svg.append(node("line", mark.stem));
    for (const mark of marks) {
      const radius = ((mark.slide.size || 12) / 12) * size * (mark.now ? 0.5 : 0.32);
      svg.append(node("path", {
        class: mark.now ? "mark now" : "mark", d: mark.slide.path || "M-1,0L0,-1L1,0L0,1Z", style: `--colour: ${mark.slide.colour || "#fff"}`,
        transform: `translate(${mark.x.toFixed(1)} ${axis}) scale(${radius.toFixed(2)})`,
      }));
      if (mark.label) svg.append(node("text", { class: mark.now ? "label now" : "label", x: mark.label.middle, y: mark.label.y }, mark.label.text));
    }
    box.append(svg);

    /* The labels that find room when these levels are tried in turn, the current one's first. */
    function arrange(levels) {
      const placed = [];
      for (const mark of byNearness) {
        const title = says(mark.slide, mark.number);
        if (!title) continue;
        const ways = page.measure.ways(title, `${mark.now ? "700 " : ""}${size}px ${family}`, 2);
        const rooms = mark.now ? [0.5, 0.36] : [0.36, 0.28, 0.2, 0.15];
        const found = spot(mark, ways, rooms.map((share) => share * wide), levels, placed);
        if (found) placed.push(found);
      }
      return placed;
    }

    /* Where a label as long as may be fits: over its mark, or beside its stem. */
    function spot(mark, ways, rooms, levels, placed) {
      for (const room of rooms) {
        const way = ways.find(({ width }) => width <= room);
        if (!way) continue;
        const half = way.width / 2 + 2, stem = { from: mark.x - 2, to: mark.x + 2 };
        for (const level of levels) {
          for (const shift of [0, half - size / 3, size / 3 - half]) {
            const middle = Math.min(wide - half, Math.max(half, mark.x + shift));
            const mine = { mark, text: way.text, middle, level, from: middle - half, to: middle + half, stem };
            if (placed.every((other) => clear(mine, other))) return mine;
          }
        }
      }
      return null;
    }

    /* Two labels do not meet, and neither's stem crosses the other. */
    function clear(one, other) {
      if (one.level === other.level) return apart(one, other, size * 0.7);
      if (one.level * other.level < 0) return true;
      const [low, high] = Math.abs(one.level) < Math.abs(other.level) ? [one, other] : [other, one];
      return apart(high.stem, low, 5);
    }

    function settle(mark, text, middle, level) {
      const up = level > 0, from = near + (Math.abs(level) - 1) * row;
      mark.label = { text, middle, y: up ? axis - from : axis + from + size * 0.75 };
      mark.stem = { class: "stem", x1: mark.x, x2: mark.x, y1: axis, y2: up ? axis - from + size * 0.28 : axis + from - size * 0.1 };
    }
  };
})();
