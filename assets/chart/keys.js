/* The chart's keys, while it has the focus: from event to event, into the card, nearer and farther. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  /* Step from event to event; with an open card the card follows. */
  function step(to) {
    const state = page.chart, events = state.drawing ? page.eventsOf(state.drawing) : [];
    if (!events.length) return;
    const here = events.findIndex((event) => event.id === (state.cursor || state.chosen));
    let next = here;
    if (to === "first") next = 0;
    else if (to === "last") next = events.length - 1;
    else if (here < 0) next = Math.max(0, events.findIndex((event) => event.at >= page.sight()[0]));
    else next = Math.min(events.length - 1, Math.max(0, here + to));
    const event = events[next];
    state.cursor = event.id;
    document.getElementById("spoken").textContent = page.plain(`${event.title}, ${event.words}`);
    if (page.bringIntoSight(event.id)) page.drawSoon();
    else page.point(state);
    if (state.chosen) page.openEvent(event.id);
  }

  function enter() {
    const { cursor, chosen } = page.chart;
    if (!cursor && !chosen) return;
    page.opener = document.getElementById("stage");
    page.wantsFocus = true;
    if (cursor && cursor !== chosen) page.openEvent(cursor);
    else page.focusCard();
  }

  const KEYS = {
    ArrowRight: () => step(1), ArrowLeft: () => step(-1), Home: () => step("first"), End: () => step("last"), Enter: enter,
    "+": () => page.zoom("in"), "=": () => page.zoom("in"), "-": () => page.zoom("out"), "−": () => page.zoom("out"), 0: () => page.zoom("all"),
  };

  document.addEventListener("keydown", (key) => {
    if (key.ctrlKey || key.metaKey || key.altKey || key.target.id !== "stage" || !KEYS[key.key]) return;
    key.preventDefault();
    KEYS[key.key]();
  });
})();
