/* How wide a text is, and the ways to write a title in less room: on the chart, and in a lesson. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const pen = document.createElement("canvas").getContext("2d");
  const fonts = new Map(); // font → word → width
  const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

  let used = "";
  function use(font) {
    if (font !== used) pen.font = used = font; // to read a font takes longer than to measure a word
  }

  function wordWidth(word, font) {
    let known = fonts.get(font);
    if (!known) fonts.set(font, (known = new Map()));
    let width = known.get(word);
    if (width === undefined) {
      if (known.size > 60000) known.clear();
      use(font);
      width = pen.measureText(plain(word)).width;
      known.set(word, width);
    }
    return width;
  }

  /* Word by word, since titles share most of their words; kerning at spaces only makes a text narrower. */
  function widthOf(text, font) {
    const words = text.split(" ");
    return words.reduce((sum, word) => sum + wordWidth(word, font), (words.length - 1) * wordWidth(" ", font));
  }

  /* Ascent and descent of a font in pixels. */
  function heightOf(font) {
    use(font);
    const { fontBoundingBoxAscent: ascent, fontBoundingBoxDescent: descent } = pen.measureText("Ágjy");
    return { ascent, descent };
  }

  const leads = (word) => /^\p{Ll}{1,3}$/u.test(word); // "to", "of", "the": no word to end with
  /* Words that are not all of it, with "…". */
  const cut = (words) => words.join(" ").replace(/[\s,;:.–—-]+$/, "") + "…";

  /* The ways to write a title, longest first: whole, then cut after a word, `least` words at least: fewer say nothing. */
  function ways(title, font, least = 3) {
    const words = title.split(" "), space = wordWidth(" ", font), ellipsis = wordWidth("…", font);
    const ends = []; // how far the title reaches with each word
    words.reduce((sum, word, at) => (ends[at] = sum + wordWidth(word, font)) + space, 0);
    const found = [{ text: title, width: ends[words.length - 1], whole: true }];
    for (let count = words.length - 1; count >= least; count--) {
      if (leads(words[count - 1])) continue;
      found.push({ text: cut(words.slice(0, count)), width: ends[count - 1] + ellipsis, whole: false });
    }
    return found;
  }

  /* Less than the shortest of these ways takes, found without measuring all of the title. */
  const least = (title, font) => widthOf(title.split(" ", 3).join(" "), font) - 1;

  /* The longest way to write an event's title in `room` pixels. */
  function fit(event, room, font) {
    if (!event.ways.has(font)) event.ways.set(font, ways(event.title, font));
    return event.ways.get(font).find((way) => way.width <= room);
  }

  /* Words in lines of at most `room` pixels, `most` of them; the last ends with "…" when more is left. */
  function lines(text, room, font, most) {
    const words = text.split(" "), made = [];
    while (words.length) {
      let count = 1;
      while (count < words.length && widthOf(words.slice(0, count + 1).join(" "), font) <= room) count++;
      if (made.length === most - 1 && count < words.length) {
        while (count > 1 && (leads(words[count - 1]) || widthOf(cut(words.slice(0, count)), font) > room)) count--;
        made.push(cut(words.slice(0, count)));
        break;
      }
      made.push(words.splice(0, count).join(" "));
    }
    return made;
  }

  /* A title on two lines in at most `room` pixels, as even as can be, or null when a word is longer than that. */
  function onTwoLines(event, room, font) {
    let made = lines(event.title, room, font, 2);
    const isWhole = (two) => two.length === 2 && !two[1].endsWith("…");
    if (isWhole(made)) {
      const half = widthOf(event.title, font) / 2, rooms = [1.05, 1.15, 1.3].map((part) => part * half).filter((less) => less < room);
      made = rooms.map((less) => lines(event.title, less, font, 2)).find(isWhole) || made;
    }
    const width = Math.max(...made.map((line) => widthOf(line, font)));
    if (made.length < 2 || width > room) return null;
    return { text: made.join("<br>"), width, whole: isWhole(made), said: made.join(" ").length };
  }

  Object.assign(page, { plain, measure: { widthOf, heightOf, cut, ways, least, fit, lines, onTwoLines } });
})();
