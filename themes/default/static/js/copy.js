// Copy buttons: <button data-copy="ID" hidden>Copy</button> copies the text of the element ID.
(function () {
  "use strict";

  function select(element) {
    var range = document.createRange(), selection = getSelection();
    range.selectNodeContents(element);
    selection.removeAllRanges();
    selection.addRange(range);
  }

  function copy(element) {
    if (navigator.clipboard) return navigator.clipboard.writeText(element.textContent);
    select(element);
    return document.execCommand("copy") ? Promise.resolve() : Promise.reject(new Error("refused"));
  }

  function say(button, text) {
    var label = button.dataset.label = button.dataset.label || button.textContent;
    button.textContent = text;
    setTimeout(function () { button.textContent = label; }, 2500);
  }

  function show() {
    document.querySelectorAll("[data-copy]").forEach(function (button) {
      button.hidden = !document.getElementById(button.dataset.copy);
      button.setAttribute("aria-live", "polite");
    });
  }

  show();
  document.addEventListener("doorstep:fresh", show);
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-copy]");
    var element = button && document.getElementById(button.dataset.copy);
    if (!element) return;
    copy(element).then(
      function () { say(button, "Copied"); },
      function () { select(element); say(button, "Selected: press Ctrl C"); }
    );
  });
})();
