/* Where the chart looks: a stretch of its axis, which the address says too. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const DAY = 86400000;
  const LEAST = { time: 12 * DAY, even: 3 }; // no closer than that: twelve days, three events
  const iso = (moment) => new Date(Math.round(moment / DAY) * DAY).toISOString().slice(0, 10);
  const scale = () => page.eventsOf(page.chart.drawing).scale;
  const least = () => (scale().even ? LEAST.even : LEAST.time);
  const sight = () => page.chart.range.map(scale().at); // as positions on the axis

  /* From one position on the axis to another, within the whole. `quietly`: no step in the history. */
  function turn(from, to, quietly) {
    const { at, when, first, last } = scale(), low = at(first), high = at(last);
    const span = Math.min(high - low, Math.max(least(), to - from)), middle = (from + to) / 2;
    const start = Math.min(Math.max(low, middle - span / 2), high - span);
    // As the address says it, so that the link shows the very same: whole days, one at least.
    const days = [when(start), when(start + span)].map(iso), { own } = page.chart.drawing.layout.meta; // where the selection would look
    if (days[0] === days[1]) days[1] = iso(page.day(days[0]) + DAY);
    page.chart.range = days.map(page.day);
    page.setZoom(days.join() === own.join() ? null : days, quietly);
  }

  function look(from, to, quietly) {
    turn(from, to, quietly);
    page.drawSoon();
  }
  const lookAtMoments = (from, to, quietly) => look(...[from, to].map(scale().at), quietly);

  function zoom(how) {
    if (!page.chart.drawing) return;
    const [from, to] = sight(), middle = (from + to) / 2, half = ((to - from) * { in: 0.5, out: 2 }[how]) / 2;
    if (half) return look(middle - half, middle + half);
    page.setZoom(null);
    page.askAgain(); // which stretch is the selection's own, Python knows
  }

  /* Whether the chart had to look elsewhere; it is not drawn yet. */
  function bringIntoSight(id) {
    const event = id && page.chart.drawing && page.eventsOf(page.chart.drawing).find((one) => one.id === id);
    if (!event) return false;
    const [from, to] = sight();
    if (event.to >= from && event.from <= to) return false;
    turn(event.at - (to - from) / 2, event.at + (to - from) / 2, true);
    return true;
  }

  /* Into a crowd at pixel `x`, until its events stand apart; when they cannot, the first one's card. */
  function lookInto(crowd, x) {
    const [from, to] = sight(), span = to - from;
    if (crowd.dense) {
      const middle = page.chart.figure.at(x);
      return look(middle - span / 10, middle + span / 10);
    }
    const room = Math.max((crowd.to - crowd.from) * 1.3, least());
    if (room >= span * 0.98 || span <= least() * 1.01) return page.openEvent(crowd.first);
    const middle = (crowd.from + crowd.to) / 2;
    return look(middle - room / 2, middle + room / 2);
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest && click.target.closest("[data-zoom]");
    if (button) zoom(button.dataset.zoom);
  });

  Object.assign(page, { look, lookAtMoments, lookInto, bringIntoSight, sight, zoom });
})();
