/* Fingers on the chart: one moves along the time, two zoom, up and down scrolls the page. Taps are left to the chart. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const NEAR = 8; // pixels: less is a tap
  const LEAST = 24; // pixels between two fingers, below which they do not zoom
  const fingers = new Map(); // pointer → x in the chart
  let hold = null; // of the fingers now down: where they took hold, on the screen and on the axis
  let going = false, stepped = false; // past a tap; its step in the history made

  function takeHold() {
    const figure = page.chart.figure;
    const at = [...fingers.values()].slice(0, 2);
    hold = figure && at.length ? { at, on: at.map(figure.at), per: figure.at(1) - figure.at(0) } : null;
  }

  /* The stretch that puts what was taken hold of beneath the fingers again. */
  function follow() {
    const figure = page.chart.figure, at = [...fingers.values()].slice(0, 2);
    going = going || at.some((x, finger) => Math.abs(x - hold.at[finger]) > NEAR);
    if (!going) return;
    let { per } = hold;
    if (at.length > 1) {
      const apart = at[1] - at[0], had = hold.at[1] - hold.at[0];
      if (Math.abs(had) < LEAST || apart / had < LEAST / Math.abs(had)) return;
      per *= had / apart;
    }
    const from = hold.on[0] - per * (at[0] - figure.left);
    page.look(...figure.within(from, from + per * figure.wide), stepped);
    stepped = true;
  }

  function start() {
    const stage = document.getElementById("stage");
    if (!stage) return setTimeout(start, 30);
    const x = (pointer) => pointer.clientX - stage.getBoundingClientRect().left;
    stage.style.touchAction = "pan-y";
    // Plotly would keep the page from scrolling, and knows no second finger.
    stage.addEventListener("touchstart", (touch) => touch.stopPropagation(), { capture: true, passive: true });
    stage.addEventListener("pointerdown", (pointer) => {
      if (pointer.pointerType !== "touch") return;
      fingers.set(pointer.pointerId, x(pointer));
      takeHold();
    }, true);
    stage.addEventListener("pointermove", (pointer) => {
      if (!fingers.has(pointer.pointerId)) return;
      fingers.set(pointer.pointerId, x(pointer));
      if (hold) follow();
      if (going && !stage.hasPointerCapture(pointer.pointerId)) stage.setPointerCapture(pointer.pointerId);
    }, true);
    for (const over of ["pointerup", "pointercancel"]) {
      window.addEventListener(over, (pointer) => {
        if (!fingers.delete(pointer.pointerId)) return;
        if (fingers.size) return takeHold();
        hold = null;
        going = stepped = false;
      }, true);
    }
  }
  start();
})();
