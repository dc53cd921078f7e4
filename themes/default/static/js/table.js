// Lists: sort by a header, filter by words, hide columns; in <div data-tools="LIST" hidden>, for
// every <table data-sortable="KEY"> of the page. Filter and order stand in the address behind its #,
// which no server sees: #q=oslo+stalled&by=Last+contact&down=1. Rows of a list's other parts are
// fetched when they are needed; a page opened from disk cannot, and says "in this part".
(function () {
  "use strict";
  var MOST = 500, AT_ONCE = 60, PAUSE = 250; // rows in the page; rows before the rest follows, in ms
  var ACCENTS = /(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}]/gu;
  var collator = new Intl.Collator(document.documentElement.lang, { numeric: true, sensitivity: "base" });
  var tools, groups, parts, reading, q, by, down, hidden, most, later;

  function plain(text) {
    return text.normalize("NFKD").replace(ACCENTS, "").toLowerCase();
  }

  function store(value) {
    try {
      if (value) localStorage.setItem("doorstep-columns:" + tools.dataset.tools, JSON.stringify(value));
      else return JSON.parse(localStorage.getItem("doorstep-columns:" + tools.dataset.tools)) || [];
    } catch (refused) { /* nothing is kept then */ }
    return [];
  }

  // One table: its rows stay here, those that match stand in the page.
  function group(table) {
    var heads = Array.from(table.tHead.rows[0].cells);
    var one = { body: table.tBodies[0], heads: heads, own: Array.from(table.tBodies[0].rows) };
    one.rows = one.own;
    one.names = heads.map(function (head, i) {
      var name = head.textContent.trim(), button = document.createElement("button");
      button.id = ("sort-" + table.dataset.sortable + "-" + i).replace(/\s/g, "-");
      button.type = "button";
      button.dataset.sort = name;
      button.append.apply(button, head.childNodes);
      head.append(button);
      return name;
    });
    return groups[table.dataset.sortable] = one;
  }

  function key(row, column) {
    var cell = row.cells[column], given = cell && cell.dataset.sort;
    return cell ? (given === undefined ? cell.textContent.trim() : given) : "";
  }

  function sorted(rows, column) {
    var keys = new Map(rows.map(function (row) { return [row, key(row, column)]; }));
    return rows.slice().sort(function (one, other) {
      var a = keys.get(one), b = keys.get(other);
      if (a === "" || b === "") return (a === "") - (b === "");
      return (isNaN(a) || isNaN(b) ? collator.compare(a, b) : a - b) * (down ? -1 : 1);
    });
  }

  // A screenful at once, so that typing stays quick; the rest when nothing has been typed for a while.
  function fill(body, rows, first) {
    body.replaceChildren.apply(body, rows.slice(0, first));
    if (rows.length > first) later.push(setTimeout(function () {
      body.append.apply(body, rows.slice(first));
    }, PAUSE));
  }

  function draw() {
    later.forEach(clearTimeout);
    later = [];
    var words = plain(q).split(/\s+/).filter(Boolean), all = 0, found = 0, shown = 0;
    var names = Object.keys(groups), active = q.trim() || by;
    names.forEach(function (name) {
      var one = groups[name], section = one.body.closest("section"), column = one.names.indexOf(by);
      var rows = (active ? one.rows : one.own).filter(function (row) {
        row.words = row.words || plain(row.textContent);
        return words.every(function (word) { return row.words.indexOf(word) >= 0; });
      });
      all += active ? one.rows.length : one.own.length;
      found += rows.length;
      rows = (column < 0 ? rows : sorted(rows, column)).slice(0, Math.max(0, most - shown));
      rows.concat(one.body.parentNode.tHead.rows[0]).forEach(function (row) {
        if ((row.without || "") === hidden.join()) return;
        row.without = hidden.join();
        for (var i = 1; i < row.cells.length; i++) row.cells[i].hidden = hidden.indexOf(one.names[i]) >= 0;
      });
      fill(one.body, rows, Math.max(0, AT_ONCE - shown));
      shown += rows.length;
      one.heads.forEach(function (head, i) {
        if (i === column) head.setAttribute("aria-sort", down ? "descending" : "ascending");
        else head.removeAttribute("aria-sort");
      });
      if (names.length > 1 && section) section.hidden = !rows.length;
    });
    if (parts) parts.hidden = reading === "done" && Boolean(active);
    if (tools) tools.querySelector("output").textContent = told(words.length > 0, all, found, shown);
  }

  function told(filtered, all, found, shown) {
    var here = parts && reading !== "done" ? " in this part" : "";
    if (reading === "begun") return "Reading the other parts …";
    if (shown < found) return "The first " + shown + " of " + found;
    if (filtered && !found) return "No row" + here + " has these words";
    return filtered ? found + " of " + all + here : here && by ? "Sorted" + here : "";
  }

  // The rows of all parts, in their order, instead of this part's alone.
  function read() {
    if (!parts || reading || !(q || by) || location.protocol === "file:") return;
    var mine = groups, links = Array.from(parts.querySelectorAll("a, b"));
    reading = "begun";
    Promise.all(links.map(function (step) {
      return step.href ? fetch(step.href).then(function (answer) {
        if (!answer.ok) throw new Error(answer.status);
        return answer.text();
      }).then(function (text) { return tablesOf(text, step.href); }) : null;
    })).then(function (pages) {
      if (mine !== groups) return;
      var rows = {}, own = Object.keys(groups);
      function add(name, found) { rows[name] = (rows[name] || []).concat(found); }
      pages.forEach(function (tables) {
        if (!tables) own.forEach(function (name) { add(name, groups[name].rows); });
        else tables.forEach(function (table) {
          var found = Array.from(table.tBodies[0].rows), name = table.dataset.sortable;
          if (!groups[name]) {
            parts.before(table.closest("section"));
            group(table).own = [];
          }
          add(name, found);
        });
      });
      Object.keys(rows).forEach(function (name) { groups[name].rows = rows[name]; });
      reading = "done";
      draw();
    }).catch(function () { reading = "refused"; draw(); });
  }

  function tablesOf(text, address) {
    var page = new DOMParser().parseFromString(text, "text/html");
    page.querySelectorAll("main [href]").forEach(function (link) {
      link.setAttribute("href", new URL(link.getAttribute("href"), address));
    });
    return Array.from(page.querySelectorAll("table[data-sortable]"));
  }

  function change() {
    var kept = new URLSearchParams();
    if (q.trim()) kept.set("q", q.trim());
    if (by) kept.set("by", by);
    if (by && down) kept.set("down", "1");
    var hash = kept.toString();
    history.replaceState(history.state, "", hash ? "#" + hash : location.pathname + location.search);
    read();
    draw();
  }

  function columns() {
    var list = tools.querySelector("[data-columns]"), first = groups[Object.keys(groups)[0]];
    list.replaceChildren.apply(list, first.names.slice(1).map(function (name, i) {
      var label = document.createElement("label"), box = document.createElement("input");
      box.type = "checkbox";
      box.id = "column-" + i;
      box.checked = hidden.indexOf(name) < 0;
      box.value = name;
      label.append(box, " ", name);
      return label;
    }));
  }

  function address() {
    var kept = new URLSearchParams(location.hash.slice(1));
    q = kept.get("q") || "";
    by = kept.get("by") || "";
    down = kept.has("down");
    if (filter()) filter().value = q;
    if (!q && !by && location.hash.length > 1) return; // an anchor of the page
    read();
    draw();
  }

  function filter() { return tools && tools.querySelector("input[type=search]"); }

  function setUp() {
    groups = {};
    later = later || [];
    reading = "";
    tools = document.querySelector("main [data-tools]");
    parts = document.querySelector("main .parts");
    document.querySelectorAll("main table[data-sortable]").forEach(group);
    most = Math.max(MOST, document.querySelectorAll("main table[data-sortable] tbody tr").length);
    hidden = tools ? store() : [];
    if (tools) {
      tools.hidden = false;
      columns();
    }
    address();
  }

  document.addEventListener("input", function (event) {
    if (!tools || event.target !== filter()) return;
    q = event.target.value;
    change();
  });
  document.addEventListener("change", function (event) {
    if (!event.target.closest("[data-columns]")) return;
    var name = event.target.value;
    hidden = hidden.filter(function (one) { return one !== name; });
    if (!event.target.checked) hidden.push(name);
    store(hidden);
    draw();
  });
  // The menu of columns goes away by Escape and by a click elsewhere.
  function close(keep) {
    var menu = tools && tools.querySelector("details[open]");
    if (!menu || menu.contains(keep)) return;
    if (menu.contains(document.activeElement)) menu.querySelector("summary").focus();
    menu.open = false;
  }
  document.addEventListener("keydown", function (event) { if (event.key === "Escape") close(null); });
  document.addEventListener("click", function (event) {
    close(event.target);
    var button = event.target.closest("th [data-sort]");
    if (!button) return;
    // Up, down, as it was.
    var same = by === button.dataset.sort;
    by = same && down ? "" : button.dataset.sort;
    down = same && !down;
    change();
  });
  addEventListener("hashchange", address);
  document.addEventListener("doorstep:fresh", setUp);
  setUp();
})();
