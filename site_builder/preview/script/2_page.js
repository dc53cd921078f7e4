// Keeping the page fresh: load it anew, or only put its new <main> in place.

var KEY = "doorstep-live:" + location.pathname;
var refreshing = false, again = false;

function address() {
  var path = decodeURIComponent(location.pathname).slice(1);
  return path === "" || path.endsWith("/") ? path + "index.html" : path;
}

function reload() {
  try { sessionStorage.setItem(KEY, JSON.stringify(capture())); } catch (full) { /* no state then */ }
  location.reload();
}

// A script that names itself data-live says: <main> may be replaced, I shall be told by the
// event "doorstep:fresh". With any other script on the page, the page is loaded anew.
function replaceable() {
  return document.querySelector("main") && Array.from(document.scripts).every(function (script) {
    return script.dataset.live !== undefined || /\/__live\.js$/.test(script.src);
  });
}

function refresh() {
  if (!replaceable()) return reload();
  again = refreshing;
  if (refreshing) return;
  refreshing = true;
  fetch(location.pathname, { cache: "no-store" }).then(function (answer) {
    return answer.ok ? answer.text() : Promise.reject(new Error("gone"));
  }).then(function (text) {
    var fresh = new DOMParser().parseFromString(text, "text/html"), main = fresh.querySelector("main");
    var same = main && equipment(fresh) === equipment(document) && adopt(document.body, fresh.body);
    if (!same) return reload();
    var kept = capture();
    document.querySelector("main").replaceWith(document.adoptNode(main));
    setTitle(fresh.title);
    document.dispatchEvent(new CustomEvent("doorstep:fresh"));
    restore(kept);
  }, reload).finally(function () {
    refreshing = false;
    if (again) refresh();
  });
}

// The scripts and styles a document asks for; with others, only loading it anew will do.
function equipment(page) {
  return Array.from(page.querySelectorAll('script[src], link[rel="stylesheet"]')).map(function (one) {
    return new URL(one.getAttribute("src") || one.getAttribute("href"), location.href).pathname;
  }).join();
}

// Around <main> only words and marks are brought up to date; false: the bones differ.
function adopt(old, fresh) {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) return false;
  if (old.nodeName === "MAIN") return true;
  if (old.nodeType === Node.TEXT_NODE && old.data !== fresh.data) old.data = fresh.data;
  if (old.nodeType === Node.ELEMENT_NODE) {
    if (old.nodeName === "SCRIPT") return old.getAttribute("src") === fresh.getAttribute("src");
    ["href", "class", "datetime", "aria-current", "lang"].forEach(function (name) {
      var value = fresh.getAttribute(name);
      if (value === old.getAttribute(name)) return;
      if (value === null) old.removeAttribute(name); else old.setAttribute(name, value);
    });
  }
  var those = fresh.childNodes;
  return old.childNodes.length === those.length && Array.from(old.childNodes).every(
    function (child, i) { return adopt(child, those[i]); }
  );
}
