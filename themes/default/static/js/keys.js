// Keys: ? lists them, g and a letter goes to a page, j and k walk through the rows, f filters.
// One letter is enough, so they can be switched off in the list (WCAG 2.1.4).
(function () {
  "use strict";
  var OFF = "doorstep-keys-off", ROWS = "tbody th a, .row-name a, .card-name a, .members a, .pairs li > :first-child a, .lines li > a:first-child, .candidate h3 a";
  var PAUSE = 1500, going = 0;

  function off(value) {
    try {
      if (value === undefined) return Boolean(localStorage.getItem(OFF));
      if (value) localStorage.setItem(OFF, "1"); else localStorage.removeItem(OFF);
    } catch (refused) { /* keys stay on then */ }
    return false;
  }

  // Each page's letter: the first of its name that no page before it has.
  function pages() {
    var found = {};
    document.querySelectorAll("nav[aria-label=Main] a[href]").forEach(function (link) {
      var name = link.firstChild.textContent.trim();
      var letter = Array.from(name.toLowerCase()).find(function (one) { return /[a-z]/.test(one) && !found[one]; });
      if (letter) found[letter] = { name: name, link: link };
    });
    return found;
  }

  function field() {
    return document.querySelector("[data-tools]:not([hidden]) input[type=search]");
  }

  function walk(step) {
    var rows = Array.from(document.querySelector("main").querySelectorAll(ROWS)).filter(function (row) {
      return row.getClientRects().length;
    });
    var here = rows.findIndex(function (row) { return row === document.activeElement; });
    if (here < 0) here = rows.findIndex(function (row) { return row.getBoundingClientRect().top >= 0; }) - step;
    var next = rows[Math.min(Math.max(here + step, 0), rows.length - 1)];
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  }

  function make(tag, text) {
    var element = document.createElement(tag);
    if (text) element.textContent = text;
    return element;
  }

  function row(list, keys, words) {
    var group = make("div"), term = make("dt");
    keys.split(" ").forEach(function (key) { term.append(make("kbd", key), " "); });
    group.append(term, make("dd", words));
    list.append(group);
  }

  function sheet() {
    var box = make("dialog"), head = make("div"), title = make("h2", "Keys"), list = make("dl");
    var close = make("button", "Close"), foot = make("p"), label = make("label"), tick = make("input");
    box.id = "keys";
    box.className = "sheet panel";
    box.setAttribute("aria-labelledby", title.id = "keys-title");
    head.className = "panel-head";
    list.className = "facts panel-body";
    foot.className = "panel-foot";
    close.type = "button";
    close.className = "button";
    close.onclick = function () { box.close(); };
    if (document.querySelector("[data-search]:not([hidden])")) row(list, "/", "search the site"); // search.js hears it
    if (field()) row(list, "f", "filter the list");
    row(list, "j k", "next row, row before");
    row(list, "Enter", "open it");
    Object.entries(pages()).forEach(function (page) { row(list, "g " + page[0], page[1].name); });
    row(list, "?", "this list");
    tick.type = "checkbox";
    tick.checked = !off();
    tick.onchange = function () { off(!tick.checked); };
    label.append(tick, " Use these keys");
    foot.append(label);
    head.append(title, close);
    box.append(head, list, foot);
    box.addEventListener("close", function () { box.remove(); });
    box.addEventListener("click", function (event) { if (event.target === box) box.close(); });
    document.body.append(box);
    box.showModal();
  }

  function pressed(event) {
    var key = event.key, page = pages()[key];
    if (Date.now() - going < PAUSE && page) page.link.click();
    else if (key === "?") sheet();
    else if (key === "j" || key === "k") walk(key === "j" ? 1 : -1);
    else if (key === "f" && field()) field().focus();
    else if (key !== "g") return;
    going = key === "g" ? Date.now() : 0;
    event.preventDefault();
  }

  document.addEventListener("keydown", function (event) {
    var writing = event.target.closest("input, textarea, select, [contenteditable]");
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || writing) return;
    if (!off() && !document.querySelector("dialog[open]")) pressed(event);
  });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-keys]")) sheet();
  });

  function show() {
    document.querySelectorAll("[data-keys]").forEach(function (button) { button.hidden = false; });
  }
  document.addEventListener("doorstep:fresh", show);
  show();
})();
