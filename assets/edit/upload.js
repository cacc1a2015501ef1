/* A sheet is sent as a plain form, looked at first, and applied when the editor says so. */
(function () {
  "use strict";
  const edit = (window.timelineEdit = window.timelineEdit || {});
  const byId = (id) => document.getElementById(id);
  let file = null; // as it was when it was looked at

  async function send(more) {
    const form = new FormData();
    form.append("file", file, file.name);
    for (const [key, value] of Object.entries(more)) form.append(key, value);
    byId("sheet-status").textContent = "The file is being read …";
    let answer, body;
    try {
      answer = await fetch("/edit/sheet", { method: "POST", body: form });
      body = answer.headers.get("Content-Type").startsWith("application/json") ? await answer.json() : { text: await answer.text() };
    } catch {
      byId("sheet-status").textContent = "The server does not answer, or broke off. Nothing is known to have changed; look at the history.";
      return;
    }
    const { html, text, says, upload } = body;
    byId("sheet-status").textContent = `${answer.status} · ${says || answer.statusText}`;
    byId("sheet-status").className = answer.ok ? "" : "problem";
    if (html) byId("sheet-result").innerHTML = html;
    else byId("sheet-result").textContent = text;
    if (upload) {
      byId("result").innerHTML = byId("sheet-result").querySelector(".result").innerHTML;
      edit.acted = Date.now();
      edit.again();
    }
    const apply = byId("sheet-result").querySelector("[data-apply]");
    if (apply) apply.focus();
  }

  document.addEventListener("submit", async (submit) => {
    if (submit.target.id !== "sheet-form") return;
    submit.preventDefault();
    const chosen = byId("sheet-file").files[0];
    if (!chosen) return;
    // Read now: what is applied later is what was looked at, whatever becomes of the file.
    file = new File([await chosen.arrayBuffer()], chosen.name, { type: "text/csv" });
    send({});
  });

  document.addEventListener("click", (click) => {
    const button = click.target.closest && click.target.closest("[data-apply]");
    if (!button) return;
    send({ apply: "yes", version: button.dataset.apply, by: edit.name() });
  });
})();
