// How pages look: colour scheme and density. In the head, so that nothing flashes.
// <button data-switch="theme" hidden>Theme: </button> steps through what there is.
(function () {
  "use strict";
  var CHOICES = { theme: ["system", "light", "dark"], density: ["comfortable", "compact"] };
  var root = document.documentElement;

  function saved(name) {
    var choice = null;
    try { choice = localStorage.getItem("doorstep-" + name); } catch (refused) { /* the default then */ }
    return CHOICES[name].indexOf(choice) < 0 ? CHOICES[name][0] : choice;
  }

  function show(name, choice) {
    if (choice === CHOICES[name][0]) delete root.dataset[name];
    else root.dataset[name] = choice;
    document.querySelectorAll("[data-switch=" + name + "]").forEach(function (button) {
      button.hidden = false;
      button.textContent = button.textContent.split(":")[0] + ": " + choice;
    });
  }

  function showSaved() {
    Object.keys(CHOICES).forEach(function (name) { show(name, saved(name)); });
  }

  showSaved();
  document.addEventListener("DOMContentLoaded", showSaved);
  document.addEventListener("doorstep:fresh", showSaved);
  addEventListener("storage", showSaved);
  addEventListener("pageshow", function (event) { if (event.persisted) showSaved(); });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-switch]"), name = button && button.dataset.switch;
    if (!CHOICES[name]) return;
    var all = CHOICES[name], now = root.dataset[name] || all[0];
    var choice = all[(all.indexOf(now) + 1) % all.length];
    try { localStorage.setItem("doorstep-" + name, choice); } catch (refused) { /* shown, not kept */ }
    show(name, choice);
  });
})();
