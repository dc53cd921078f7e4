// The stream of builds; a hidden tab needs none, and catches up when it is seen again.

var made = madeBy(), stream = null, failures = 0;

function madeBy() {
  var entry = performance.getEntriesByType("navigation")[0];
  var timings = (entry && entry.serverTiming) || [];
  for (var i = 0; i < timings.length; i++) {
    if (timings[i].name === "build") return timings[i].description;
  }
  return "@BUILD@"; // where the browser keeps that from us: the build that sent this script
}

function listen() {
  if (stream || document.hidden) return;
  stream = new EventSource("/__live?since=" + made);
  stream.onopen = function () { failures = 0; lost = false; draw(); };
  stream.onerror = function (event) {
    if ("lastEventId" in event) return; // our own event of this name
    leave();
    failures += 1;
    lost = failures > 1;
    draw();
    setTimeout(listen, Math.min(5000, 250 * failures * failures));
  };
  ["reload", "css"].forEach(function (name) {
    stream.addEventListener(name, function (event) { heard(JSON.parse(event.data)); });
  });
  ["error", "ok"].forEach(function (name) {
    stream.addEventListener(name, function (event) {
      if (!("lastEventId" in event)) return; // the connection's, not ours
      made = made.replace(/\.\d+$/, "." + event.lastEventId);
      state(name === "ok" && event.data === "0");
    });
  });
}

function leave() {
  if (stream) stream.close();
  stream = null;
}

function heard(list) {
  document.dispatchEvent(new CustomEvent("doorstep:changed", { detail: list }));
  var all = list.indexOf("*") >= 0;
  function changed(url) {
    return all || list.indexOf(decodeURIComponent(url.pathname).slice(1)) >= 0;
  }
  if (Array.from(document.scripts).some(function (script) {
    return script.src && changed(new URL(script.src));
  })) return reload();
  if (all || list.indexOf(address()) >= 0) refresh();
  document.querySelectorAll('link[rel="stylesheet"]').forEach(function (old) {
    var url = new URL(old.href);
    if (!changed(url)) return;
    var fresh = old.cloneNode();
    url.searchParams.set("v", Date.now());
    fresh.href = url.href;
    fresh.onload = fresh.onerror = function () { old.remove(); };
    old.after(fresh);
  });
}

function letGo() {
  held = false;
  document.documentElement.style.overflowAnchor = "";
}

document.addEventListener("keydown", function (event) {
  if (event.key === "Escape" && problems.errors && told !== hiddenTold) hide();
});
document.addEventListener("visibilitychange", function () {
  if (document.hidden) leave(); else listen();
});
addEventListener("pagehide", leave);
addEventListener("pageshow", listen);

var kept = null, held = true;
try {
  kept = JSON.parse(sessionStorage.getItem(KEY));
  sessionStorage.removeItem(KEY);
} catch (refused) { /* no storage, no state */ }
if (kept) {
  restore(kept);
  // Whatever comes in above meanwhile, the page stays put until all is loaded or its reader moves.
  document.documentElement.style.overflowAnchor = "none";
  ["wheel", "touchmove", "pointerdown", "keydown"].forEach(function (name) {
    addEventListener(name, letGo, { once: true, passive: true });
  });
  addEventListener("load", function () {
    if (held) scrollTo(kept.at[0], kept.at[1]);
    requestAnimationFrame(function () { setTimeout(letGo); });
  });
}
listen();
