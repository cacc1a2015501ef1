/* The header's buttons: to the lesson, to the handout and to the files, each with the selection that is on the page. */
(function () {
  "use strict";
  const elsewhere = (path) => path + window.location.search;

  document.addEventListener("click", (click) => {
    const near = (selector) => click.target.closest && click.target.closest(selector);
    const link = near("a[data-take]");
    if (link) link.href = elsewhere(link.dataset.take);
    if (near("[data-present]") && !document.getElementById("present")) window.location.assign(elsewhere("present"));
    const menu = document.querySelector("details.take");
    if (menu && menu.open && (!menu.contains(click.target) || near(".menu > *"))) menu.open = false;
  });

  document.addEventListener("keydown", (key) => {
    const menu = document.querySelector("details.take[open]");
    if (key.key !== "Escape" || !menu) return;
    key.stopImmediatePropagation();
    menu.open = false;
    menu.querySelector("summary").focus();
  }, true);
})();
