/* Over the chart: a ring around the event that is chosen, and a flag with a full title. Neither asks for a new drawing. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  /* Ring and flag: the event that is chosen, and the full title of the one that the keys or the pointer stand on. */
  let later = 0;
  function point(state, under) {
    const stage = document.getElementById("stage"), ring = overlay(stage, "ring"), flag = overlay(stage, "flag");
    clearTimeout(later);
    const id = state.cursor || state.chosen, spot = id && state.figure && state.figure.where.get(id);
    ring.hidden = !spot;
    if (spot) {
      const { x, y, bar } = spot, half = Math.max(11, spot.radius);
      // Close around a bar: its title stands right above it.
      const [from, to, high] = bar ? [bar.from - 4, bar.to + 4, bar.thick / 2 + 4] : [x - half, x + half, half];
      Object.assign(ring.style, {
        left: from + "px", top: y - high + "px", width: to - from + "px", height: 2 * high + "px", borderRadius: bar ? "6px" : "",
      });
    }
    const shown = under || (state.cursor && state.figure ? { id: state.cursor, spot } : null);
    const event = shown && page.eventsOf(state.drawing).find((one) => one.id === shown.id);
    flag.hidden = !event || !shown.spot;
    if (!flag.hidden) {
      flag.textContent = page.plain(event.title);
      const { x, y } = shown.spot, right = x > state.box.width * 0.6, low = y > state.box.height - 90;
      Object.assign(flag.style, {
        left: right ? "auto" : x + 14 + "px", right: right ? state.box.width - x + 14 + "px" : "auto",
        top: low ? "auto" : y + 12 + "px", bottom: low ? state.box.height - y + 12 + "px" : "auto",
      });
    }
    // Among a crowd it cannot be told which it is: after a moment it gets a place of its own, and gives it back.
    const labelled = id && state.figure && state.figure.hits.some((hit) => hit.id === id);
    if ((spot && !labelled) || (state.first || id) !== id) later = setTimeout(() => (state.cursor || state.chosen) === id && page.drawChart(), 350);
  }

  function overlay(stage, name) {
    let found = stage.querySelector(":scope > ." + name);
    if (!found) {
      found = document.createElement("div");
      found.className = name;
      found.setAttribute("aria-hidden", "true");
      stage.append(found);
    }
    return found;
  }

  Object.assign(page, { point });
})();
