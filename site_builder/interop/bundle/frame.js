// Runs first in every page of a bundle: what a page asks of its site is asked of the file instead.
(function () {
  "use strict";
  var here = JSON.parse(document.getElementById("doorstep-here").textContent), kept = here.kept;
  var waiting = {}, number = 0, source = Object.getOwnPropertyDescriptor(HTMLScriptElement.prototype, "src");

  function tell(what) { parent.postMessage(what, "*"); }

  function read(link) {
    number += 1;
    tell({ read: String(new URL(link, document.baseURI)), number: number });
    return new Promise(function (resolve, reject) { waiting[number] = { resolve: resolve, reject: reject }; });
  }

  addEventListener("message", function (event) {
    var asked = event.source === parent && event.data && waiting[event.data.read];
    if (!asked) return;
    delete waiting[event.data.read];
    if (event.data.text === null) asked.reject(new Error("not in this file"));
    else asked.resolve(event.data.text);
  });

  // Scripts that pages load later, texts that they fetch, choices that they keep.
  Object.defineProperty(HTMLScriptElement.prototype, "src", {
    get: function () { return this.dataset.src || source.get.call(this); },
    set: function (link) {
      var script = this;
      script.dataset.src = new URL(link, document.baseURI);
      read(link).then(function (code) {
        script.nonce = here.nonce;
        script.textContent = code;
        script.dispatchEvent(new Event("load"));
      }, function () { script.dispatchEvent(new Event("error")); });
    }
  });
  window.fetch = function (link) {
    return read(link).then(function (text) {
      return new Response(text);
    }, function () { return new Response("", { status: 404 }); });
  };
  function store() {
    return {
      getItem: function (key) { return Object.hasOwn(kept, key) ? kept[key] : null; },
      setItem: function (key, value) { kept[key] = String(value); tell({ kept: kept }); },
      removeItem: function (key) { delete kept[key]; tell({ kept: kept }); }
    };
  }
  Object.defineProperty(window, "localStorage", { value: store() });
  history.pushState = history.replaceState = function () { /* the file keeps the history */ };

  function follow(event) {
    var link = event.target.closest && event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button > 1) return;
    var raw = link.getAttribute("href"), url = new URL(raw, document.baseURI);
    if (url.href.indexOf(here.origin) !== 0) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
      if (/^https?:$/.test(url.protocol)) return;
      event.preventDefault();
      return tell({ out: url.href });
    }
    event.preventDefault();
    if (url.href.split("#")[0] === document.baseURI.split("#")[0] && url.hash) jump(url.hash);
    else tell({ go: url.href });
  }

  function jump(hash) {
    var target = document.getElementById(decodeURIComponent(hash.slice(1)));
    if (!target) return;
    for (var box = target; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
    target.scrollIntoView();
    target.focus();
  }

  addEventListener("click", follow);
  addEventListener("auxclick", follow);
  addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.key === "p") { event.preventDefault(); print(); }
  });
  addEventListener("scroll", function () { tell({ y: scrollY }); }, { passive: true });
  // Once loaded and once shown: a frame that is not seen yet may forget where it was scrolled to.
  function settle() {
    if (here.y) scrollTo(0, here.y);
    else if (here.hash) jump(here.hash);
  }

  addEventListener("load", settle);
  addEventListener("message", function (event) {
    if (event.source === parent && event.data && event.data.shown) [0, 100].forEach(function (wait) { setTimeout(settle, wait); });
  });
})();
