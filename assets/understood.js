/* What of the address is understood, by Python or, in the file, by its script: the rest does nothing, and a line says so. */
(function () {
  "use strict";
  const page = (window.timelinePage = window.timelinePage || {});
  const MOST = 3; // named in the line, the rest is counted
  const KINDS = { era: "era", cat: "category", actor: "actor", place: "place", doc: "document", event: "event", pick: "pick" }; // of what a timeline has
  const clear = () => document.querySelector(".status-row [data-drop]");
  const filters = () => (clear() ? clear().dataset.drop.split(" ") : []); // it names the keys of all filters

  // Of the query that was asked: what is known of it, what is ignored, and what its selection is called.
  let answer = { query: "", known: "", ignored: [], heading: "" };
  function know(said) {
    answer = said || answer;
    page.press();
  }

  /* The address with what is understood of it; a key that was changed since is as it is. */
  function understood() {
    const now = page.params(), [asked, known] = [answer.query, answer.known].map((query) => new URLSearchParams(query));
    for (const key of [...filters(), "pick", "event"]) {
      if (String(now.getAll(key)) !== String(asked.getAll(key))) continue;
      now.delete(key);
      for (const value of known.getAll(key)) now.append(key, value);
    }
    return now;
  }

  const isFiltered = (query) => filters().some((key) => query.has(key));

  /* "era “xyz” is not in this timeline" */
  function sentence(pairs, one, many) {
    const named = pairs.slice(0, MOST).map(([key, value]) => `${KINDS[key] || key} “${value.length > 40 ? value.slice(0, 40) + "…" : value}”`);
    if (pairs.length > MOST) named.push(`${pairs.length - MOST} more`);
    const all = named.length > 1 ? `${named.slice(0, -1).join(", ")} and ${named[named.length - 1]}` : named[0];
    return named.length ? [`${all} ${pairs.length > 1 ? many : one}`] : [];
  }

  function sayIgnored() {
    const place = document.getElementById("ignored"), now = page.params();
    const left = answer.ignored.filter(([key, value]) => now.getAll(key).includes(value)), unknown = left.filter(([key]) => KINDS[key]);
    const said = [
      ...sentence(unknown, "is not in this timeline", "are not in this timeline"),
      ...sentence(left.filter(([key]) => !KINDS[key]), "means nothing here", "mean nothing here"),
    ].join("; ");
    const text = said && `${said[0].toUpperCase()}${said.slice(1)}: ignored.`;
    if (place && place.textContent !== text) place.textContent = text;
  }

  window.dash_clientside = window.dash_clientside || {};
  window.dash_clientside.timeline = Object.assign(window.dash_clientside.timeline || {}, { know });
  Object.assign(page, { understood, isFiltered, sayIgnored, heading: () => answer.heading });
})();
