// What is wrong: every error over the page and in the tab's title, warnings as a small badge.
// Everything that comes from files is put in as text, never as HTML.

var MARK = /^✗ \d+ – /;
var problems = { errors: 0, warnings: 0, problems: [] }, told = "", hiddenTold = null;
var lost = false, edit = null, asked = 0;
var box = document.createElement("doorstep-live"), shade = box.attachShadow({ mode: "open" });

function state(clean) {
  var mine = ++asked;  // an answer that comes late says nothing of a later build
  if (clean) return take("{}", { errors: 0, warnings: 0, problems: [] });
  fetch("/__problems.json", { cache: "no-store" }).then(function (answer) {
    return answer.text();
  }).then(function (text) { if (mine === asked) take(text, JSON.parse(text)); }).catch(function () { /* the stream will say */ });
}
function take(text, now) {
  told = text;
  problems = now;
  if (!problems.errors) hiddenTold = null;
  setTitle(document.title);
  draw();
  if (edit === null) {
    edit = "";
    fetch("/__edit/" + address().split("/").map(encodeURIComponent).join("/")).then(function (answer) {
      return answer.json();
    }).then(function (link) { edit = link; draw(); }).catch(function () { edit = null; });
  }
}
function setTitle(title) {
  var plain = title.replace(MARK, "");
  document.title = problems.errors ? "✗ " + problems.errors + " – " + plain : plain;
}
function make(tag, kind, text) {
  var element = document.createElement(tag);
  if (kind) element.className = kind;
  if (text) element.textContent = text;
  return element;
}
function link(href, kind, text) {
  var element = make("a", kind, text);
  element.href = href;
  return element;
}
function counted(number, noun) { return number + " " + noun + (number === 1 ? "" : "s"); }

function draw() {
  var style = make("link"), parts = make("aside", "corner");
  style.rel = "stylesheet";
  style.href = "/__live.css";
  parts.setAttribute("aria-label", "Live preview");
  if (lost) parts.append(make("span", "badge lost", "○ The preview has ended"));
  if (edit) parts.append(link(edit, "badge", "Open in editor"));
  if (problems.errors && told === hiddenTold) {
    var show = make("button", "badge bad", "■ " + counted(problems.errors, "error"));
    show.onclick = function () { hiddenTold = null; draw(); };
    parts.append(show);
  } else if (!problems.errors && problems.warnings && address() !== "problems.html") {
    parts.append(link("/problems.html", "badge warn", "▲ " + counted(problems.warnings, "warning")));
  }
  // The Problems page lists them itself.
  var listed = address() === "problems.html" && document.querySelector(".problem");
  var shown = problems.errors && told !== hiddenTold && !listed ? [panel()] : [];
  var kept = shade.querySelector("link") || style;
  shade.replaceChildren.apply(shade, [kept].concat(parts.firstChild ? [parts] : [], shown));
  if (!box.isConnected) document.documentElement.append(box);
}

function panel() {
  var section = make("section", "panel"), head = make("header"), list = make("ol");
  var away = make("button", "away", "Hide (Esc)");
  section.setAttribute("role", "alert");
  away.onclick = hide;
  head.append(make("h2", "", counted(problems.errors, "error") + ": this is the last good site"), away);
  problems.problems.forEach(function (one) { list.append(item(one)); });
  section.append(head, list);
  if (problems.unshown) section.append(make("p", "more", "… and " + problems.unshown + " more"));
  return section;
}
function item(one) {
  var row = make("li"), place = make("p", "place");
  row.append(make("p", "message", one.message));
  if (one.before || one.marked.trim() || one.after) {
    var frame = make("pre");
    frame.append(make("span", "line", String(one.line)), one.before, make("mark", "", one.marked), one.after);
    row.append(frame);
  }
  if (one.cure) row.append(make("p", "cure", one.cure));
  place.append(one.edit ? link(one.edit, "", one.place) : one.place, " · " + one.id);
  row.append(place);
  return row;
}
function hide() {
  hiddenTold = told;
  draw();
}
