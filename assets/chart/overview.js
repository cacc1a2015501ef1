/* The strip beneath the chart: a map of all years, their events and the eras, with a brush over what is in sight. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const YEAR = 365.25 * 86400000;
  const HIGH = 34; // of the bars, in units of the picture
  const byId = (id) => document.getElementById(id);
  const start = (year) => Date.UTC(year, 0, 1);
  let chart = null, drawn = null, show = null;
  let held = false; // the brush is being dragged: all of it is one step in the history

  /* Chart → strip: what is drawn, and where the chart looks. */
  function overview(state) {
    chart = state;
    const strip = byId("overview"), { left, right } = state.figure;
    strip.style.setProperty("--left", left + "px");
    strip.style.setProperty("--right", right + "px");
    if (drawn !== state.drawing) {
      drawn = state.drawing;
      const { first, last } = page.eventsOf(drawn).scale;
      strip.querySelector(".map").innerHTML = picture(drawn.layout.meta, first, last);
      if (show) Object.assign(limits, { first, last });
      else show = page.track(byId("brush"), Object.assign(limits, { first, last }));
    }
    show();
  }

  const limits = {
    step: YEAR, least: YEAR / 6,
    get: () => chart.range,
    set: (from, to, done) => {
      page.lookAtMoments(from, to, held);
      held = !done;
    },
    year: (moment) => new Date(moment).getUTCFullYear(),
  };

  /* Bars and bands as SVG; numbers only, and the eras' names are in the chart and on their buttons. */
  function picture({ overview: { first: year, counts, all = counts }, eras, band }, first, last) {
    const part = (moment) => Math.max(0, Math.min(1000, ((moment - first) / (last - first)) * 1000)).toFixed(2);
    const most = Math.max(1, ...all);
    const bands = eras.filter((era) => era.tinted).map((era) => {
      const from = part(page.day(era.start)), to = part(page.day(era.end));
      return `<rect x="${from}" y="0" width="${(to - from).toFixed(2)}" height="40" fill="${band}"/>`;
    });
    const barsOf = (numbers, name) => numbers.map((count, at) => {
      if (!count) return "";
      const high = Math.max(2.5, Math.sqrt(count / most) * HIGH), from = part(start(year + at)), to = part(start(year + at + 1));
      return `<rect class="${name}" x="${from}" y="${(40 - high).toFixed(2)}" width="${Math.max(1.5, (to - from) * 0.82).toFixed(2)}" height="${high.toFixed(2)}"/>`;
    }).join("");
    const years = [];
    const step = [10, 20, 50, 100].find((one) => counts.length / one <= 12) || 200;
    for (let round = Math.ceil(year / step) * step; round < year + counts.length; round += step) {
      const at = part(start(round));
      if (at > 10 && at < 985) years.push(`<span style="left:${at / 10}%">${round}</span>`);
    }
    return `<svg viewBox="0 0 1000 40" preserveAspectRatio="none">${bands.join("")}${barsOf(all, "all")}${barsOf(counts, "bar")}</svg><div class="years-line">${years.join("")}</div>`;
  }

  Object.assign(page, { overview });
})();
