/* What Python wrote as HTML (it has escaped every text) comes into the page: filter buttons, list, card. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const byId = (id) => document.getElementById(id);
  let shown = ""; // the event whose card is open

  function choices(html) {
    byId("filter-buttons").innerHTML = html || "";
    page.press();
  }

  const heads = () => [...document.querySelectorAll("#list [data-sort]")];

  function list(html) {
    const first = !byId("list").firstChild, head = heads().indexOf(document.activeElement);
    byId("list").innerHTML = html || "";
    if (head >= 0 && heads()[head]) heads()[head].focus({ preventScroll: true }); // whoever sorts by keys stays there
    mark();
    if (first) reach();
  }

  /* The chosen event's row into sight. */
  function reach() {
    const row = document.querySelector("#list tr:has([aria-current])");
    if (row) row.scrollIntoView({ block: "nearest" });
  }

  function mark() {
    for (const button of document.querySelectorAll("#list [data-event]")) {
      button.toggleAttribute("aria-current", button.dataset.event === shown);
      if (button.dataset.event === shown) button.setAttribute("aria-current", "true");
    }
  }

  function card({ event, html }) {
    const place = byId("card"), inside = place.contains(document.activeElement);
    const pressed = inside && document.activeElement.getAttribute("aria-label");
    shown = event;
    place.innerHTML = html;
    page.press();
    place.scrollTop = 0;
    place.toggleAttribute("data-open", Boolean(event));
    mark();
    reach();
    if (!event) {
      if (page.opener && (inside || document.activeElement === document.body)) opener().focus();
      page.opener = null;
    } else if (page.wantsFocus || inside) {
      // Whoever steps with the card's own buttons stays on the button, as long as it can be pressed.
      const same = pressed && place.querySelector(`button[aria-label="${pressed}"]:not(:disabled)`);
      if (same) same.focus();
      else focusCard();
    }
    page.wantsFocus = false;
  }

  /* Where the card was opened from; the list may have been written anew since. */
  function opener() {
    const { dataset, isConnected } = page.opener;
    return isConnected ? page.opener : document.querySelector(`#list [data-event="${dataset.event}"]`) || byId("stage");
  }

  function focusCard() {
    const title = byId("card-title");
    if (title) title.focus();
  }

  /* Escape does one thing: it closes the help (the browser does that), the panel in which the focus is, or the card. */
  document.addEventListener("keydown", (key) => {
    if (key.key !== "Escape" || key.target.closest("dialog")) return;
    const panel = key.target.closest("#filters"), reveals = panel && document.querySelector('[data-reveals="filters"]');
    if (reveals) {
      reveals.click();
      reveals.focus();
    } else if (!key.target.closest("input") && page.params().has("event")) page.openEvent("");
  });

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.timeline = Object.assign(window.dash_clientside.timeline || {}, { choices, list, card });
  Object.assign(page, { focusCard });
})();
