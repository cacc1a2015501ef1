/* What a class sees of a slide: every text with its size and contrast, what overlaps, what is cut. */
() => {
  const stage = document.getElementById("present");
  const channel = (c) => (c / 255 <= 0.03928 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4);
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => { const [r, g, b] = numbers(colour).map(channel); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = (node) => {
    for (; node; node = node.parentElement) {
      const colour = getComputedStyle(node).backgroundColor, parts = numbers(colour);
      if (parts.length < 4 || parts[3] === 1) return colour;
      if (parts[3] > 0) throw new Error("a ground that shines through: " + node.className);
    }
  };
  const box = (b) => ({ x0: b.left, x1: b.right, y0: b.top, y1: b.bottom });
  const meet = (a, b) => Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0) > 0.5 && Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0) > 0.5;
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT), texts = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement, style = getComputedStyle(parent);
    if (!node.textContent.trim() || parent.closest("dialog:not([open])") || style.visibility === "hidden") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const boxes = [...range.getClientRects()].map(box).filter((b) => b.x1 - b.x0 > 0);
    if (!boxes.length) continue;
    const svg = parent instanceof SVGElement, size = parseFloat(style.fontSize);
    const [a, b] = [light(svg ? style.fill : style.color), light(ground(parent))];
    // The line box is higher than its letters: two lines of text may touch, their letters may not.
    const letters = boxes.map((one) => { const middle = (one.y0 + one.y1) / 2; return { ...one, y0: middle - size * 0.46, y1: middle + size * 0.46 }; });
    texts.push({ text: node.textContent, size, contrast: (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), letters, parent, svg });
  }
  const overlaps = [], cut = [];
  const marks = [...stage.querySelectorAll(".line .mark")].map((node) => box(node.getBoundingClientRect()));
  const stems = [...stage.querySelectorAll(".line .stem")].map((node) => box(node.getBoundingClientRect())).map((b) => ({ ...b, x0: b.x0 - 1, x1: b.x1 + 1 }));
  texts.forEach((one, i) => {
    for (const other of texts.slice(i + 1)) {
      if (one.parent !== other.parent && one.letters.some((a) => other.letters.some((b) => meet(a, b)))) overlaps.push([one.text, other.text]);
    }
    if (one.svg && one.letters.some((a) => marks.some((b) => meet(a, b)))) overlaps.push([one.text, "a mark"]);
    if (one.svg && one.letters.some((a) => stems.some((b) => meet(a, b)))) overlaps.push([one.text, "a stem"]);
    const frame = one.parent.closest(".slide, .line, .foot, .panel").getBoundingClientRect();
    const out = (b) => b.x0 < frame.left - 0.5 || b.x1 > frame.right + 0.5 || b.y0 < frame.top - 0.5 || b.y1 > frame.bottom + 0.5;
    if (one.letters.some((b) => out(b) || b.x0 < 0 || b.x1 > innerWidth || b.y0 < 0 || b.y1 > innerHeight)) cut.push(one.text);
  });
  const headline = stage.querySelector(".what");
  return {
    overlaps, cut, labels: stage.querySelectorAll(".line text").length, headline: parseFloat(getComputedStyle(headline).fontSize),
    smallest: Math.min(...texts.map(({ size }) => size)), contrast: Math.min(...texts.map(({ contrast }) => contrast)),
    texts: texts.map(({ text }) => text), shows: stage.dataset.shows,
  };
}
