// Search: the button and the keys / and Ctrl K open a dialog; all else is loaded when it is first used.
(function () {
  "use strict";
  var button = document.querySelector("[data-search]");
  if (!button || !window.HTMLDialogElement) return;
  var PARTS = ["vendor/minisearch/minisearch.min", "search/words", "search/find", "search/reasons"];
  var SHOWN = 30, ROOT = new URL(button.dataset.search || ".", location.href);
  var HINT = "Names, firms, circles, words from notes, or #tag.";
  var texts = {}, parts = null, finder = null, stale = true, rounds = 0, dialog = null, chosen = -1;
  var shared = window.doorstepSearch = {
    take: function (name, text) { texts[name] = text; } // called by search-index.js and search-notes.js
  };

  function load(path) {
    return new Promise(function (resolve, reject) {
      var script = document.createElement("script");
      script.src = new URL(path, ROOT);
      script.async = false; // in the order in which they are asked for
      script.onload = function () { script.remove(); resolve(); };
      script.onerror = function () { script.remove(); reject(new Error(path.replace(/\?.*/, ""))); };
      document.head.append(script);
    });
  }

  function read(name, round) {
    return load("search-" + name + ".js" + (round ? "?" + round : "")).then(function () {
      var text = texts[name];
      delete texts[name];
      return text;
    });
  }

  // Load what is missing or was built anew since: the code once, then names, then all the rest.
  function prepare() {
    if (!stale) return;
    var round = rounds++;
    stale = false;
    parts = parts || Promise.all(PARTS.map(function (part) { return load("static/js/" + part + ".js"); }));
    Promise.all([read("index", round), parts]).then(function (loaded) {
      var made = finder = new shared.Finder(loaded[0]);
      answer();
      return Promise.all([
        made.makeIndex().then(function () { answer(); }),
        read("notes", round).then(function (text) { made.takeNotes(text); answer(); })
      ]).then(function () { made.whole = true; answer(); });
    }).catch(function (error) {
      stale = true;
      if (!shared.Finder) parts = null;
      say("Search could not read " + error.message + ", which belongs to this site. Build the site again.");
    });
  }

  function make(name, facts, text) {
    var element = document.createElement(name);
    for (var fact in facts) element.setAttribute(fact, facts[fact]);
    if (text) element.textContent = text;
    return element;
  }

  function open() {
    if (document.querySelector("dialog[open]")) return;
    var mine = dialog = make("dialog", { "class": "finder", "aria-label": "Search" });
    dialog.input = make("input", {
      type: "text", role: "combobox", "aria-label": "Search", "aria-controls": "finder-list", "aria-expanded": "false",
      "aria-autocomplete": "list", autocomplete: "off", autocapitalize: "none", spellcheck: "false",
      enterkeyhint: "go", placeholder: "Search"
    });
    dialog.list = make("div", { id: "finder-list", role: "listbox", "aria-label": "Found" });
    dialog.said = make("p", { "class": "note", role: "status" });
    var head = make("div", { "class": "panel-head" });
    var close = make("button", { type: "button", "class": "button" }, "Close");
    head.append(dialog.input, close);
    dialog.append(head, dialog.list, dialog.said);
    document.body.append(dialog);
    dialog.showModal();
    chosen = -1;
    dialog.input.focus();
    say(HINT);
    close.addEventListener("click", shut);
    dialog.addEventListener("click", function (event) { if (event.target === dialog) shut(); });
    dialog.addEventListener("close", function () {
      mine.remove();
      if (dialog === mine) dialog = null; // another may be open by now
    });
    dialog.input.addEventListener("input", answer);
    dialog.input.addEventListener("keydown", move);
    prepare();
  }

  function shut() { dialog.close(); }

  function say(text) {
    if (dialog && dialog.said.textContent !== text) dialog.said.textContent = text;
  }

  // Show what answers to the query; what was chosen stays so while more is being read.
  function answer(typed) {
    if (!dialog) return;
    var query = dialog.input.value, found = finder && query.trim() ? finder.find(query) : null;
    var shown = found ? found.entries.slice(0, SHOWN) : [];
    var kept = typed || chosen < 0 ? "" : dialog.list.children[chosen].href;
    dialog.list.replaceChildren.apply(dialog.list, shown.map(function (one, place) {
      return option(one, place, found.needles);
    }));
    dialog.input.setAttribute("aria-expanded", String(shown.length > 0));
    chosen = -1;
    var place = Array.from(dialog.list.children).findIndex(function (link) { return link.href === kept; });
    choose(shown.length ? Math.max(0, place) : -1);
    say(query.trim() ? summary(found, query.trim()) : HINT);
  }

  function summary(found, query) {
    if (!found) return "Reading the index…";
    var count = found.entries.length, more = finder.whole ? "" : " so far, still reading…";
    if (!count) return finder.whole ? "Nothing found for “" + query + "”." : "Still reading…";
    if (found.near && !more) more = "; nothing is spelled “" + found.near + "”, this comes close";
    if (count > SHOWN) more = "; the first " + SHOWN + " are shown" + more;
    return count.toLocaleString("en") + " found" + more;
  }

  function option(one, place, needles) {
    var link = make("a", { role: "option", id: "found-" + place, "class": "found", tabindex: "-1" });
    var head = make("span", { "class": "found-head" }), first = make("span");
    var name = make("span", { "class": "found-name" }), line = make("span", { "class": "note" });
    link.href = new URL(one.href, ROOT);
    mark(name, one.name, needles);
    mark(line, one.line, needles);
    first.append(name, "\u2002", line);
    head.append(first, " ", make("span", { "class": "note" }, one.kind.word));
    link.append(head);
    shared.reasons(one, needles).forEach(function (reason) {
      var why = make("span", { "class": "note" });
      why.append(make("b", {}, reason[0] + ": "));
      mark(why, reason[1], needles);
      link.append(" ", why);
    });
    return link;
  }

  function mark(element, text, needles) {
    var at = 0;
    shared.words.stretches(text, needles).forEach(function (part) {
      element.append(text.slice(at, part[0]), make("mark", {}, text.slice(part[0], part[1])));
      at = part[1];
    });
    element.append(text.slice(at));
  }

  function choose(place) {
    var options = dialog.list.children;
    if (options[chosen]) options[chosen].removeAttribute("aria-selected");
    chosen = place;
    if (place < 0) return dialog.input.removeAttribute("aria-activedescendant");
    options[place].setAttribute("aria-selected", "true");
    options[place].scrollIntoView({ block: "nearest" });
    dialog.input.setAttribute("aria-activedescendant", options[place].id);
  }

  function move(event) {
    var options = dialog.list.children, step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.isComposing || !options.length) return;
    if (step) choose((chosen + step + options.length) % options.length);
    else if (event.key === "Enter") options[chosen].click();
    else return;
    event.preventDefault();
  }

  // A field of a dialog that has just been closed may hold the focus for one more key.
  function typing(target) {
    return target instanceof Element && !target.closest("dialog:not([open])") &&
      target.closest("input, textarea, select, [contenteditable]");
  }

  button.hidden = false;
  button.addEventListener("click", open);
  document.addEventListener("keydown", function (event) {
    var plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    var asked = plain ? event.key === "/" && !typing(event.target)
      : event.key === "k" && event.ctrlKey !== event.metaKey && !event.altKey;
    if (!asked || event.defaultPrevented) return;
    event.preventDefault();
    open();
  });
  // In the preview the site is built anew under an open page.
  document.addEventListener("doorstep:fresh", function () { stale = true; });
  document.addEventListener("doorstep:changed", function (event) {
    stale = stale || event.detail.some(function (path) { return /^(\*$|search-)/.test(path); });
    if (dialog) prepare();
  });
})();
