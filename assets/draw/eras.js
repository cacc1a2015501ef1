/* The ground beneath the marks: every other era is a band, and each has its name above it as far as there is room. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const ASIDE = 5, CLOSE = 2; // pixels from a band's edge to its name, and to one in small letters

  /* `name` in the small letters of `view`, on two lines; "" where it does not fit into `room` pixels. */
  function onTwoLines(name, room, view) {
    const font = `600 ${view.size - 3}px ${view.family}`, lines = page.measure.lines(name, room, font, 2);
    const fits = !lines.some((line) => line.endsWith("…") || page.measure.widthOf(line, font) > room);
    return fits && room > 0 ? lines.join("<br>") : "";
  }

  /* The name: whole, else short, else short on two lines, else "…". What is not whole, the pointer brings out, and
     the era's button names it. */
  function nameOf(era, start, end, view) {
    const room = end - start - 14;
    const line = [era.name, era.short].find((one) => page.measure.widthOf(one, view.eraFont) <= room);
    const pointed = !view.narrow && room > 2; // a finger brings nothing out
    const text = line || onTwoLines(era.short, room + 8, view) || (pointed ? "…" : "");
    if (!text) return [];
    const told = { hovertext: era.title, hoverlabel: view.hoverLabel, width: room + 12 - (line ? ASIDE : CLOSE), height: view.header - 4 };
    return [{
      text, ...(line === era.name ? {} : told), showarrow: false, align: "left",
      xref: "x", x: view.valueAt(start + (line ? ASIDE : CLOSE)), xanchor: "left",
      yref: "y", y: view.header / 2, yanchor: "middle", borderpad: 0,
      font: { size: line ? view.size - 1 : view.size - 3, color: view.ink.quiet, family: view.family, weight: 600 },
    }];
  }

  /* Bands (`colour`) and names of the eras in sight and a screen around it, as Plotly's shapes and annotations. */
  function ground(eras, colour, view) {
    const { wide } = view, bands = [], names = [];
    for (const era of eras) {
      const [from, to] = [era.start, era.end].map((iso) => view.px(view.scale.at(page.day(iso))));
      if (to < -wide || from > 2 * wide) continue;
      if (era.tinted) {
        bands.push({
          type: "rect", name: "era", xref: "x", x0: view.valueAt(Math.max(-wide, from)), x1: view.valueAt(Math.min(2 * wide, to)),
          yref: "paper", y0: 0, y1: 1, layer: "below", line: { width: 0 }, fillcolor: colour,
        });
      }
      names.push(...nameOf(era, Math.max(0, from), Math.min(wide, to), view));
    }
    return { bands, names };
  }

  Object.assign(page, { ground });
})();
