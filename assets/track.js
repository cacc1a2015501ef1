/* A track with two handles: drag them, drag what is between, or use the arrow keys. `values` says what they stand for. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});

  /* `values`: first, last, step, least (between the handles), get() → [a, b], set(a, b, done), year(value). */
  function track(place, values) {
    const [low, high] = place.querySelectorAll(".handle"), between = place.querySelector(".between");
    let held = null; // what the pointer drags: where it took hold, and the values then

    function show() {
      const [a, b] = values.get(), part = (value) => ((value - values.first) / (values.last - values.first || 1)) * 100;
      const clip = (value) => Math.min(100, Math.max(0, value));
      const [from, to] = [clip(part(a)), clip(part(b))];
      low.style.left = between.style.left = from + "%";
      high.style.left = to + "%";
      between.style.width = to - from + "%";
      [[low, a, values.year(values.first), values.year(b)], [high, b, values.year(a), values.year(values.last)]].forEach(([handle, value, least, most]) => {
        handle.setAttribute("aria-valuenow", values.year(value));
        handle.setAttribute("aria-valuemin", Math.min(least, values.year(value)));
        handle.setAttribute("aria-valuemax", Math.max(most, values.year(value)));
      });
    }

    function set(a, b, done) {
      values.set(Math.max(values.first, Math.min(a, b)), Math.min(values.last, Math.max(a, b)), done);
      show();
    }

    /* Move one end, or both together, by `by`. */
    function move(what, [a, b], by, done) {
      if (what === low) set(Math.max(values.first, Math.min(a + by, b - values.least)), b, done);
      else if (what === high) set(a, Math.min(values.last, Math.max(b + by, a + values.least)), done);
      else {
        const free = Math.max(values.first - a, Math.min(values.last - b, by));
        set(a + free, b + free, done);
      }
    }

    const valueAt = (pointer) => {
      const box = place.getBoundingClientRect();
      return values.first + ((pointer.clientX - box.left) / box.width) * (values.last - values.first);
    };

    place.addEventListener("pointerdown", (pointer) => {
      const what = [low, high, between].find((one) => one.contains(pointer.target));
      pointer.preventDefault();
      if (what && what !== between) what.focus();
      let had = values.get();
      if (!what) { // beside it: that is where to look
        const half = (had[1] - had[0]) / 2, middle = valueAt(pointer);
        move(between, had, middle - half - had[0], false);
        had = values.get();
      }
      held = { what: what || between, at: valueAt(pointer), had };
      place.setPointerCapture(pointer.pointerId);
    });
    place.addEventListener("pointermove", (pointer) => {
      if (held) move(held.what, held.had, valueAt(pointer) - held.at, false);
    });
    const drop = () => {
      if (held) set(...values.get(), true);
      held = null;
    };
    place.addEventListener("pointerup", drop);
    place.addEventListener("pointercancel", drop);

    place.addEventListener("keydown", (key) => {
      const what = [low, high].find((one) => one === key.target), all = values.last - values.first;
      const by = {
        ArrowLeft: -values.step, ArrowDown: -values.step, ArrowRight: values.step, ArrowUp: values.step,
        PageDown: -10 * values.step, PageUp: 10 * values.step, Home: -all, End: all,
      }[key.key];
      if (!what || by === undefined) return;
      key.preventDefault();
      move(what, values.get(), by, true);
    });
    show();
    return show;
  }

  Object.assign(page, { track });
})();
