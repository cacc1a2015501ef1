/* The pointer on the chart: a click on a label is a click on its mark, one on a crowd goes into it; drag and wheel zoom. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const WHEEL = 1000; // milliseconds in which turns of the wheel are one gesture
  const stage = () => document.getElementById("stage");
  const moment = (end) => (typeof end === "number" ? end : Date.parse(end.length > 10 ? end.replace(" ", "T") + "Z" : end));

  /* The label or the crowd beneath the pointer. */
  function under(pointer) {
    const { left, top } = stage().getBoundingClientRect(), x = pointer.clientX - left, y = pointer.clientY - top;
    const { hits = [], crowds = [] } = page.chart.figure || {};
    const here = (one) => x >= one.x && x <= one.x + one.width && y >= one.y && y <= one.y + one.height;
    const label = hits.find(here);
    return { label, crowd: label ? undefined : crowds.find(here), x };
  }

  let heard = null; // the graph whose events are listened to
  let wheeled = 0, wheeling = false; // when the wheel was last turned; whether its step in the history is made
  function listen() {
    const gd = page.graph();
    if (!gd || !gd.on) return setTimeout(() => page.graph() && listen(), 60);
    if (heard !== gd) {
      heard = gd;
      gd.on("plotly_click", (click) => {
        const datum = click.points.map((one) => one.customdata).find(Boolean);
        if (datum) page.openEvent(datum[0]);
      });
      gd.on("plotly_afterplot", page.fillStage);
      gd.on("plotly_relayouting", () => {
        for (const shown of stage().querySelectorAll(":scope > :is(.ring, .flag)")) shown.hidden = true;
      });
      page.fillStage();
    }
    // Dash would write the new range into its figure and draw everything once more: one drawing is enough.
    gd.removeAllListeners("plotly_relayout");
    gd.on("plotly_relayout", (change) => {
      const range = change["xaxis.range"] || [change["xaxis.range[0]"], change["xaxis.range[1]"]];
      if (range[0] === undefined || range[1] === undefined) return;
      const turning = wheeled > 0; // until the next pointer goes down
      page.look(...page.chart.figure.within(...range.map(moment)), turning && wheeling);
      wheeling = turning;
    });
  }

  function start() {
    const place = stage();
    if (!place) return setTimeout(start, 30);
    let down = null, over = "";
    place.addEventListener("pointerdown", (pointer) => {
      wheeled = 0;
      down = pointer.isPrimary && pointer.button === 0 ? pointer : null;
      listen();
    }, true);
    place.addEventListener("wheel", () => {
      if (Date.now() - wheeled > WHEEL) wheeling = false;
      wheeled = Date.now();
    }, { capture: true, passive: true });
    // Plotly swallows the click of a touch and sends one of its own without a place; on release it is known.
    window.addEventListener("pointerup", (up) => {
      const from = down;
      down = null;
      if (!from || from.pointerId !== up.pointerId) return;
      if (Math.hypot(up.clientX - from.clientX, up.clientY - from.clientY) > (up.pointerType === "mouse" ? 4 : 10)) return;
      const { label, crowd, x } = under(up);
      if (label) page.openEvent(label.id);
      else if (crowd) page.lookInto(crowd, x);
    }, true);
    place.addEventListener("pointermove", (pointer) => {
      const { label, crowd } = pointer.buttons === 0 ? under(pointer) : {};
      place.toggleAttribute("data-label", Boolean(label || crowd));
      const cut = label && !label.whole ? label.id : "";
      if (cut === over) return;
      over = cut;
      page.point(page.chart, cut ? { id: cut, spot: { x: label.x, y: label.y + label.height - 6 } } : undefined);
    });
  }
  start();

  Object.assign(page, { listen });
})();
