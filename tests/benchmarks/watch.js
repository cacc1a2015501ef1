/* When the marks of the chart are on the screen, in milliseconds. Runs before the page's own scripts.

   watch.first     promise: from the beginning of the navigation until the first marks are painted
   watch.paint()   from the beginning of the navigation until anything was painted
   watch.weight()  bytes that came over the wire so far
   watch.zoomed(how)  promise: from a press of a zoom button until the chart has been drawn anew
   watch.stepped() promise: from a press of "next" until the next event's card is on the screen
   watch.arm()     listens for the next click; then watch.taken() is the
                   promise: from that click until another number of marks is painted */
(() => {
  "use strict";
  const PATIENCE = 30_000;
  const marks = () => document.querySelectorAll("#timeline .main-svg .point").length;

  const painted = (holds) =>
    new Promise((done, failed) => {
      const latest = performance.now() + PATIENCE;
      const look = () =>
        requestAnimationFrame(() => {
          if (performance.now() > latest) return failed(new Error("the chart was not drawn in time"));
          if (!holds(marks())) return look();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => done(performance.now()); // comes after this frame has been painted
          port2.postMessage(null);
        });
      look();
    });

  let taken = null;
  function arm() {
    const before = marks();
    const clicked = new Promise((done) =>
      window.addEventListener("click", (click) => done(click.timeStamp), { capture: true, once: true }),
    );
    taken = Promise.all([clicked, painted((count) => count !== before)]).then(([from, to]) => to - from);
  }

  const shown = (holds) =>
    new Promise((done) => {
      const look = () => requestAnimationFrame(() => {
        if (!holds()) return look();
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done(performance.now());
        port2.postMessage(null);
      });
      look();
    });

  async function zoomed(how) {
    const gd = document.querySelector("#timeline .js-plotly-plot"), from = performance.now();
    let drawn = false;
    gd.once("plotly_afterplot", () => (drawn = true));
    document.querySelector(`[data-zoom="${how}"]`).click();
    return (await shown(() => drawn)) - from;
  }

  async function stepped() {
    const title = () => document.getElementById("card-title").textContent, before = title(), from = performance.now();
    document.querySelector('#card [aria-label="Next event"]').click();
    return (await shown(() => title() !== before)) - from;
  }

  const weight = () => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .reduce((sum, one) => sum + one.transferSize, 0);
  const paint = () => performance.getEntriesByName("first-paint")[0].startTime;
  const first = painted((count) => count > 0);
  first.catch(() => {}); // whoever awaits it is told
  window.watch = { first, paint, weight, zoomed, stepped, arm, taken: () => taken };
})();
