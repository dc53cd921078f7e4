// The colour scheme: system, light or dark. Loaded before the page is drawn, so that nothing flashes.
(function () {
  "use strict";
  var KEY = "doorstep-theme", ORDER = ["system", "light", "dark"], root = document.documentElement;

  function saved() {
    try { return localStorage.getItem(KEY) || "system"; } catch (error) { return "system"; }
  }

  function show(choice) {
    if (choice === "light" || choice === "dark") root.dataset.theme = choice;
    else delete root.dataset.theme;
    document.querySelectorAll("[data-theme-switch]").forEach(function (button) {
      button.hidden = false;
      button.textContent = "Theme: " + choice;
    });
  }

  function next() {
    var choice = ORDER[(ORDER.indexOf(root.dataset.theme || "system") + 1) % ORDER.length];
    try { localStorage.setItem(KEY, choice); } catch (error) { /* not kept, but shown */ }
    show(choice);
  }

  show(saved());
  document.addEventListener("DOMContentLoaded", function () {
    show(root.dataset.theme || "system");
    document.querySelectorAll("[data-theme-switch]").forEach(function (button) {
      button.addEventListener("click", next);
    });
  });
  document.addEventListener("doorstep:fresh", function () { show(root.dataset.theme || "system"); });
  window.addEventListener("storage", function (event) {
    if (event.key === KEY) show(event.newValue || "system");
  });
})();
