/* One slide: an event, a round of "which came first?", or the end; its texts as large as the screen has room for. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const HIDDEN = { dates: "When?", titles: "What happened?", places: "Where?" };
  // Title and text in pixels on a screen of 1920 × 1080, from large to small; of a round, heading and titles.
  const SIZES = [[84, 38], [76, 38], [68, 36], [60, 36], [54, 34], [50, 32], [48, 30]];
  const ROUND_SIZES = [[84, 46], [80, 42], ...SIZES];

  /* Gives the function that fills `stage` with what a lesson has come to. */
  page.slide = function (stage, { heading, slides, rounds }) {
    const one = (selector) => stage.querySelector(selector);
    let now = null;
    const hides = (kind) => !now.shown && now.hide.has(kind);

    function plain(pieces, hidden) {
      return pieces.map(([text, gives]) => (gives && hidden(gives) ? "____" : text)).join("");
    }

    function write(place, pieces) {
      place.textContent = "";
      for (const [text, gives] of pieces) {
        if (!gives || !hides(gives)) place.append(text);
        else {
          const mask = document.createElement("span");
          mask.className = "mask";
          mask.textContent = HIDDEN[gives].slice(-1);
          place.append(mask);
        }
      }
    }

    const wordsOf = (text) => text.split(/(?<=\s)/);
    const wordsIn = (pieces) => pieces.reduce((sum, [text]) => sum + wordsOf(text).length, 0);

    function cut(pieces, words) {
      const found = [];
      for (const [text, gives] of pieces) {
        const parts = wordsOf(text), last = words <= parts.length;
        // What can be hidden keeps to itself.
        if (!last || gives) found.push([parts.slice(0, words).join(""), gives]);
        if (last) return [...found, [page.measure.cut(gives ? [] : [parts.slice(0, words).join("")]), ""]];
        words -= parts.length;
      }
      return found;
    }

    /* As many words as fit. */
    function shortened(place, pieces, fits) {
      write(place, pieces);
      if (fits()) return;
      let low = 1, high = wordsIn(pieces) - 1;
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        write(place, cut(pieces, middle));
        if (fits()) low = middle;
        else high = middle - 1;
      }
      write(place, cut(pieces, low));
    }

    const inside = () => one(".slide").scrollHeight <= one(".slide").clientHeight;
    const lines = (place) => Math.round(place.clientHeight / parseFloat(getComputedStyle(place).lineHeight));

    function fit(title, told) {
      write(one(".what"), title);
      write(one(".told"), told);
      for (const [large, small] of SIZES) {
        stage.style.setProperty("--large", large);
        stage.style.setProperty("--small", small);
        if (lines(one(".what")) <= (large > 54 ? 2 : 3) && inside()) return;
      }
      write(one(".told"), []);
      shortened(one(".what"), title, () => lines(one(".what")) <= 3 && inside());
      if (told.length) shortened(one(".told"), told, inside);
    }

    /* `now`: step, last, hide (a set), shown, asks (whether the step hides something at first), blank. */
    function draw(state) {
      now = state;
      const ended = now.step > now.last, next = one('[data-does="next"]');
      stage.dataset.shows = !slides.length ? "nothing" : ended ? "end" : now.hide.has("order") ? "round" : "event";
      stage.toggleAttribute("data-blank", now.blank);
      for (const place of [".when", ".what", ".told", ".facts", ".round", ".line"]) one(place).textContent = "";
      one(".heading").textContent = heading;
      one(".count").textContent = !slides.length ? "" : ended ? "end" : `${now.step} of ${now.last}`;
      next.textContent = now.shown ? "→ next" : "→ reveal";
      next.disabled = ended;
      one('[data-does="back"]').disabled = now.step === 1;
      ({ nothing, end, round, event })[stage.dataset.shows]();
    }

    function event() {
      const here = now.step - 1, slide = slides[here];
      one(".when").textContent = hides("dates") ? HIDDEN.dates : slide.when;
      const facts = one(".facts");
      if (slide.path) facts.append(glyph(slide));
      facts.append(slide.category);
      if (slide.place) facts.append(" · ", hides("places") ? HIDDEN.places : slide.place);
      const before = [...facts.childNodes], untold = hides("titles");
      if (now.shown && slide.source) facts.append(" · ", Object.assign(document.createElement("span"), { className: "source" }));
      fit(untold ? [[HIDDEN.titles, ""]] : slide.title, untold ? [] : slide.told);
      const source = one(".source");
      if (source) {
        shortened(source, [[slide.source, ""]], () => lines(facts) <= 1 && inside());
        if (lines(facts) > 1) facts.replaceChildren(...before);
      }
      if (source && !inside()) fit(slide.title, slide.told);
      // What comes later is not told before it is asked.
      const says = ({ title }, number) => {
        const later = number > here, ask = now.asks && (later || (number === here && !now.shown));
        if (ask && later && (now.hide.has("titles") || now.hide.has("dates"))) return "";
        return ask && now.hide.has("titles") ? "?" : plain(title, (kind) => ask && now.hide.has(kind));
      };
      page.drawLine(one(".line"), slides, here, says, !hides("dates"));
    }

    function glyph({ path, colour, size }) {
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const shape = document.createElementNS("http://www.w3.org/2000/svg", "path");
      svg.setAttribute("viewBox", "-1.5 -1.5 3 3");
      svg.setAttribute("aria-hidden", "true");
      shape.setAttribute("d", path);
      shape.setAttribute("transform", `scale(${size / 12})`);
      shape.setAttribute("fill", colour);
      svg.append(shape);
      return svg;
    }

    const letter = (number) => String.fromCharCode(65 + number);

    function round() {
      const mixed = rounds[now.step - 1], list = one(".round");
      one(".what").textContent = now.shown ? "In this order" : "Which came first?";
      const rows = mixed.map((number, place) => ({ number, name: letter(place), slide: slides[number] }));
      if (now.shown) rows.sort((a, b) => a.number - b.number);
      for (const { name, slide } of rows) {
        const row = document.createElement("li");
        row.append(Object.assign(document.createElement("span"), { className: "letter", textContent: name }));
        const title = Object.assign(document.createElement("span"), { className: "title" });
        if (now.shown) title.append(Object.assign(document.createElement("strong"), { textContent: slide.when }), " ");
        title.append(plain(slide.title, (kind) => kind === "dates" && !now.shown));
        row.append(title);
        list.append(row);
      }
      for (const [large, small] of ROUND_SIZES) {
        stage.style.setProperty("--large", large);
        stage.style.setProperty("--small", small);
        if (inside()) break;
      }
    }

    function end() {
      one(".what").textContent = "The end";
      const few = slides.length === 1 ? "1 event" : `${slides.length} events`;
      one(".told").textContent = `${few}: ${heading}.`;
      one(".facts").textContent = "← goes back, Home to the first, Esc to the timeline.";
    }

    function nothing() {
      one(".what").textContent = "No event to show";
      one(".told").textContent = "No event meets this selection. Esc leads back to the timeline, where it can be changed.";
    }

    return draw;
  };
})();
