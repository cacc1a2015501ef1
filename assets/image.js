/* The chart as a picture, as it is on the screen, under the name of its selection. */
(function () {
  "use strict";
  const HEAD = 62; // pixels for the name, above the chart
  const safe = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const textOf = (selector) => (document.querySelector(selector) || { textContent: "" }).textContent.trim();

  async function save(format) {
    const gd = document.querySelector("#timeline .js-plotly-plot");
    if (!gd || !gd.layout || !gd.layout.width) return;
    const { data, layout } = gd, style = getComputedStyle(document.documentElement);
    const heading = textOf("h1"), below = [window.timelinePage.heading(), textOf("#status")].filter(Boolean).join(" · ");
    const text = style.getPropertyValue("--text").trim(), paper = style.getPropertyValue("--paper").trim();
    const size = layout.font.size;
    const figure = {
      data,
      layout: Object.assign({}, layout, {
        height: layout.height + HEAD, paper_bgcolor: paper,
        margin: Object.assign({}, layout.margin, { t: layout.margin.t + HEAD }),
        annotations: layout.annotations.filter(({ text }) => text !== "…").concat({ // no pointer brings an era's name out
          text: `<b>${safe(heading)}</b><br><span style="font-size:${size}px">${safe(below)}</span>`, showarrow: false, align: "left",
          xref: "paper", x: 0, xanchor: "left", xshift: 14 - layout.margin.l, yref: "paper", y: 1, yanchor: "bottom", yshift: 6,
          font: { size: size + 6, color: text },
        }),
      }),
    };
    const address = await window.Plotly.toImage(figure, {
      format, width: layout.width, height: layout.height + HEAD, scale: format === "png" ? 2 : 1,
    });
    const link = document.createElement("a");
    link.href = address;
    link.download = `timeline.${format}`;
    document.body.append(link);
    link.click();
    link.remove();
  }

  document.addEventListener("click", (click) => {
    const button = click.target.closest && click.target.closest("[data-image]");
    if (button) save(button.dataset.image);
  });
})();
