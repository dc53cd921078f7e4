// Puts the people of network-data.js on the network's picture: a dot each, filters, ties, a list for keyboards.
// Positions follow from the data alone: discs are laid out by the build, people fill them from the middle.
(function () {
  "use strict";

  var SVG = "http://www.w3.org/2000/svg";
  var TURN = Math.PI * (3 - Math.sqrt(5)); // the golden angle: neighbours never line up
  var SHADES = [".95", ".5", ".16", "0"];
  var LISTED = 24, NAMED = 8, ALL_TIES_UP_TO = 300;

  // People as objects, ties in both directions, and how I reach each: 0 close, 1 known, 2 through somebody, 3 apart.
  function read(data) {
    var known = new Map(), tied = new Set(data.tied);
    var people = data.people.map(function (row) {
      var person = { id: row[0], closeness: row[1], circles: row[2], ties: new Set(), dots: [] };
      person.name = row[4] || row[0].replace(/-/g, " ").replace(/\b./g, function (letter) { return letter.toUpperCase(); });
      person.href = row[5] || "contacts/" + row[0] + ".html";
      person.level = person.closeness > 3 ? 0 : person.closeness || tied.has(person.id) ? 1 : 3;
      known.set(person.id, person);
      return person;
    });
    data.people.forEach(function (row, index) {
      row[3].forEach(function (id) {
        var other = known.get(id);
        if (!other) return;
        people[index].ties.add(other);
        other.ties.add(people[index]);
      });
    });
    people.forEach(function (person) {
      if (person.level < 3) return;
      person.ties.forEach(function (other) {
        if (other.level < 2 && (!person.via || other.closeness > person.via.closeness)) person.via = other;
      });
    });
    people.forEach(function (person) { if (person.via) person.level = 2; });
    return people.sort(first);
  }

  // Those I reach best come first, then those with most ties.
  function first(one, other) {
    return one.level - other.level || other.ties.size - one.ties.size || (one.id < other.id ? -1 : 1);
  }

  function names(people) {
    var sorted = Array.from(people).sort(first).map(function (person) { return person.name; });
    var more = sorted.length - NAMED;
    return sorted.slice(0, NAMED).concat(more > 0 ? ["and " + more + " more"] : []).join(", ");
  }

  function make(parent, name, attributes) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    return parent.appendChild(element);
  }

  var redraw = function () {}, whole = redraw; // of the picture and the list that are on the page now

  function start() {
    var figure = document.querySelector("[data-network]"), data = window.doorstepNetwork;
    if (!figure || !data || figure.dataset.ready) return;
    figure.dataset.ready = "yes";
    var form = document.querySelector("[data-network-controls]"), said = document.querySelector("[data-network-said]");
    var section = document.querySelector("[data-network-people]"), list = section.querySelector("ul");
    var more = section.querySelector("button"), count = section.querySelector(".note");
    var people = read(data), kind = figure.dataset.network + "/", svg, ties, own, pinned, shown, regions;

    function regionsOf() {
      var groups = Array.from(svg.querySelectorAll("[data-circle]"));
      var keys = new Set(groups.map(function (group) { return group.dataset.circle; }));
      return groups.map(function (group) {
        var key = group.dataset.circle;
        var inside = people.filter(function (person) {
          var mine = person.circles.filter(function (circle) { return circle.startsWith(kind); });
          if (key === "") return !mine.length;
          if (key !== "*") return mine.includes(key);
          return mine.length && !mine.some(function (circle) { return keys.has(circle); });
        });
        return { group: group, people: new Set(inside) };
      });
    }

    function draw() {
      var visible = Array.from(figure.querySelectorAll("svg[role]")).find(function (one) { return one.getClientRects().length; });
      if (!visible || visible === svg) return;
      svg = visible;
      people.forEach(function (person) { person.dots = []; });
      regions = regionsOf();
      figure.querySelectorAll("[data-added]").forEach(function (element) { element.remove(); });
      regions.forEach(fill);
      ties = make(svg, "path", { "data-added": "", fill: "none", stroke: "currentColor", "stroke-width": ".75", "stroke-opacity": ".3", "pointer-events": "none" });
      own = make(svg, "path", { "data-added": "", fill: "none", stroke: "currentColor", "stroke-width": "1.5", "pointer-events": "none" });
      filter();
    }

    function fill(region) {
      var rings = region.group.querySelectorAll("circle"), outer = rings[0], place = 0;
      var x = +outer.getAttribute("cx"), y = +outer.getAttribute("cy");
      var step = outer.getAttribute("r") / Math.sqrt(region.people.size);
      rings.forEach(function (ring) { ring.setAttribute("fill-opacity", "0"); });
      region.people.forEach(function (person) {
        var far = step * Math.sqrt(place + 0.5) * (1 - 0.45 / Math.sqrt(region.people.size)), angle = place * TURN;
        var dot = make(region.group, "circle", {
          "data-added": "",
          cx: (x + far * Math.cos(angle)).toFixed(1), cy: (y + far * Math.sin(angle)).toFixed(1),
          r: (step * (0.4 + 0.4 * Math.min(1, person.ties.size / 20))).toFixed(2),
          "fill-opacity": SHADES[person.level], stroke: "currentColor", "stroke-width": ".75"
        });
        make(dot, "title", {}).textContent = person.name;
        dot.person = person;
        person.dots.push(dot);
        place += 1;
      });
    }

    function between(one, other) {
      var from = one.dots[0], to = other.dots[0];
      return "M" + from.getAttribute("cx") + " " + from.getAttribute("cy") + "L" + to.getAttribute("cx") + " " + to.getAttribute("cy");
    }

    function filter() {
      var region = regions[form.circle.value - 1], level = form.level.value;
      shown = people.filter(function (person) {
        var here = (!region || region.people.has(person)) && (!level || person.level === +level);
        person.here = here;
        person.dots.forEach(function (dot) { dot.setAttribute("opacity", here ? "1" : ".12"); });
        return here;
      });
      var path = "";
      if (form.ties.checked) {
        shown.forEach(function (person) {
          person.ties.forEach(function (other) { if (other.here && person.id < other.id) path += between(person, other); });
        });
      }
      ties.setAttribute("d", path);
      list.textContent = "";
      pinned = null;
      show(null);
      extend(LISTED);
      count.textContent = shown.length.toLocaleString("en") + (shown.length === 1 ? " person" : " people");
    }

    function words(person) {
      var tie = person.closeness ? data.words[person.closeness] : person.via ? "through " + person.via.name : form.level.options[person.level + 1].text;
      return tie + ", " + person.ties.size + (person.ties.size === 1 ? " tie" : " ties");
    }

    function link(person) {
      var anchor = document.createElement("a");
      anchor.href = figure.dataset.root + person.href;
      anchor.textContent = person.name;
      return anchor;
    }

    function extend(most) {
      var from = list.children.length;
      shown.slice(from, from + most).forEach(function (person) {
        var item = list.appendChild(document.createElement("li")), note = document.createElement("span");
        note.className = "note";
        note.textContent = words(person);
        item.append(link(person), " ", note);
        item.person = person;
      });
      more.hidden = list.children.length >= shown.length;
    }

    function show(person) {
      person = person || pinned;
      var path = "";
      if (person) person.ties.forEach(function (other) { path += between(person, other); });
      own.setAttribute("d", path);
      said.classList.toggle("screen", !person);
      said.textContent = person ? "" : "Point at a dot, or go through the list below, to see whom somebody knows.";
      if (person) said.append(link(person), " (" + words(person) + ")" + (person.ties.size ? ": " + names(person.ties) : ""));
    }

    function follow(event) {
      var item = event.target.person ? event.target : event.target.closest("li");
      show(item && item.person);
    }

    regions = [];
    figure.addEventListener("pointerover", follow);
    figure.addEventListener("click", function (event) { pinned = event.target.person || null; show(pinned); });
    list.addEventListener("pointerover", follow);
    list.addEventListener("pointerleave", function () { show(null); });
    list.addEventListener("focusin", follow);
    form.addEventListener("change", filter);
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    more.addEventListener("click", function () { extend(LISTED); });
    redraw = draw;
    whole = function () { extend(Infinity); };
    form.ties.checked = people.length <= ALL_TIES_UP_TO;
    section.hidden = said.hidden = false;
    draw();
  }

  // The controls are there before the data, so that nothing moves when these come.
  function prepare() {
    var figure = document.querySelector("[data-network]"), form = document.querySelector("[data-network-controls]");
    if (figure && form.hidden) {
      Array.from(figure.querySelector("svg[role]").querySelectorAll("[data-circle]")).forEach(function (group, index) {
        form.circle.add(new Option(group.dataset.name, index + 1));
      });
      form.hidden = false;
    }
    start();
  }

  window.addEventListener("resize", function () { redraw(); });
  window.addEventListener("beforeprint", function () { whole(); }); // paper has no button for more
  document.addEventListener("doorstep:fresh", prepare); // with other data, the preview loads the page anew
  document.addEventListener("load", start, true); // of the data, which come behind
  prepare();
})();
