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

  function bind(button) {
    var element = document.getElementById(button.dataset.copy), label = button.textContent;
    if (!element || !button.hidden) return;
    button.hidden = false;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function () {
      copy(element).then(
        function () { button.textContent = "Copied"; },
        function () { select(element); button.textContent = "Selected: press Ctrl C"; }
      ).then(function () {
        setTimeout(function () { button.textContent = label; }, 2500);
      });
    });
  }

  function bindAll() { document.querySelectorAll("[data-copy]").forEach(bind); }

  bindAll();
  document.addEventListener("doorstep:fresh", bindAll);
})();
