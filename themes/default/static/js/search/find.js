// Finding: MiniSearch over names and what is shown beside them, a plain scan over notes.
// Names can be found as soon as the lines have been split; the index is made in slices behind that.
(function () {
  "use strict";
  var shared = window.doorstepSearch, words = shared.words, fold = words.fold;
  var KEY = 0, COLUMNS = { name: 1, line: 2, circles: 3, tags: 4, aliases: 5, goal: 6 };
  var BOOST = { name: 4, aliases: 3, line: 2 };
  var KINDS = {
    c: { folder: "contacts/", word: "person", weight: 1.5 },
    t: { folder: "threads/", word: "door", weight: 1.2 },
    g: { folder: "groups/", word: "circle", weight: 1.2 },
    i: { folder: "intros/", word: "introduction", weight: 1 },
    a: { folder: "tags/", word: "tag", weight: 1.6 }
  };
  var BRIEF = 2, SLICE = 150, KEPT = 20;                  // letters, entries, words
  var FIRST = 8, LATER = 6, NOTED = 0.5, WHOLE = 3;       // scores beside those of MiniSearch

  function entry(line, number) {
    var fields = line.split("\t"), kind = KINDS[fields[KEY][0]], one = { number: number, kind: kind };
    for (var name in COLUMNS) one[name] = fields[COLUMNS[name]] || "";
    one.key = fields[KEY];
    one.href = kind.folder + one.key.slice(2) + ".html";
    one.low = fold(one.name);
    one.tight = words.tight(one.low);
    one.beside = words.joined(line) ? fold(fields.slice(2).join("\n")) : "";
    one.lowTags = " " + fold(one.tags);
    one.notes = one.lowNotes = one.reach = one.lowReach = "";
    return one;
  }

  function lines(text) { return text ? text.split("\n") : []; }

  // What both parts of a query have found, scores added.
  function both(hits, others) {
    var common = new Map();
    hits.forEach(function (score, number) {
      if (others.has(number)) common.set(number, score + others.get(number));
    });
    return common;
  }

  function Finder(text) {
    var entries = this.entries = lines(text).map(entry);
    this.ready = false;
    this.known = new Map(); // what single words have found, while a query grows
    this.mini = new MiniSearch({
      idField: "number", fields: Object.keys(COLUMNS), tokenize: words.split, processTerm: fold,
      searchOptions: {
        boost: BOOST, tokenize: function (term) { return [term]; },
        boostDocument: function (number) { return entries[number].kind.weight; }
      }
    });
  }

  Finder.prototype.takeNotes = function (text) {
    var byKey = new Map(this.entries.map(function (one) { return [one.key, one]; }));
    this.known.clear();
    lines(text).forEach(function (line) {
      var fields = line.split("\t"), one = byKey.get(fields[0]);
      if (!one) return;
      one.notes = fields[1];
      one.lowNotes = fold(one.notes);
      one.reach = fields[2] || "";
      one.lowReach = fold(one.reach);
    });
  };

  Finder.prototype.makeIndex = function () {
    var finder = this;
    return this.mini.addAllAsync(this.entries, { chunkSize: SLICE }).then(function () {
      finder.ready = true;
      finder.known.clear();
    });
  };

  // All entries that answer to every part of a query, best first, and what to mark in them.
  Finder.prototype.find = function (query) {
    var finder = this, search = { needles: new Set(), near: "" }, hits = null, whole = fold(query.trim());
    query.trim().split(/\s+/).forEach(function (typed) {
      var more = finder.part(typed, search);
      if (more) hits = hits ? both(hits, more) : more;
    });
    var found = Array.from(hits || []).map(function (hit) {
      var one = finder.entries[hit[0]];
      return [one, one.low === whole ? hit[1] * WHOLE : hit[1]];
    });
    found.sort(function (hit, other) { return other[1] - hit[1] || hit[0].number - other[0].number; });
    search.entries = found.map(function (hit) { return hit[0]; });
    search.needles = Array.from(search.needles);
    return search;
  };

  // What was typed between two spaces: a #tag, a piece of an address or number, or words.
  Finder.prototype.part = function (typed, search) {
    var finder = this, low = fold(typed), terms = words.split(low), hits = null;
    if (!terms.length) return null;
    if (low[0] === "#") return this.scan(low, search, function (one) {
      return one.low.startsWith(low) || one.lowTags.includes(" " + low.slice(1));
    });
    var reached = /[@\d]/.test(low) && low.length > BRIEF ? this.scan(low, search, function (one) {
      return one.lowReach.includes(low);
    }) : new Map();
    if (reached.size && low.includes("@")) return reached;
    terms.forEach(function (term) {
      var more = finder.word(term, search, !reached.size);
      hits = hits ? both(hits, more) : more;
    });
    if (!reached.size) return hits;
    hits.forEach(function (score, number) { reached.set(number, score + (reached.get(number) || 0)); });
    return reached;
  };

  Finder.prototype.scan = function (needle, search, matches) {
    var hits = new Map();
    search.needles.add(needle);
    this.entries.forEach(function (one) { if (matches(one)) hits.set(one.number, one.kind.weight); });
    return hits;
  };

  // Entries in which a word begins with `term`; if there is none, those with a word much like it.
  Finder.prototype.word = function (term, search, mayBeNear) {
    if (this.known.size > KEPT) this.known.clear();
    if (!this.known.has(term)) this.known.set(term, this.beginning(term));
    var hits = this.known.get(term), near = new Map();
    search.needles.add(term);
    if (hits.size || !this.ready || !mayBeNear || term.length <= BRIEF + 1) return hits;
    this.mini.search(term, { fuzzy: 0.2 }).forEach(function (hit) {
      near.set(hit.id, hit.score);
      hit.terms.forEach(function (like) { search.needles.add(like); });
      search.near = term;
    });
    return near;
  };

  // One letter looks at names alone, two are a whole word anywhere else: more would be nearly all.
  Finder.prototype.beginning = function (term) {
    var hits = new Map(), brief = term.length <= BRIEF, letter = /^[a-z]$/.test(term);
    var joined = words.joined(term), names = brief || !this.ready || joined;
    function add(number, score) { hits.set(number, Math.max(score, hits.get(number) || 0)); }
    if (this.ready && !letter) {
      this.mini.search(term, { prefix: !brief }).forEach(function (hit) { add(hit.id, hit.score); });
    }
    this.entries.forEach(function (one) {
      if (names && words.begins(one.low, term) >= 0) {
        add(one.number, (one.low.startsWith(term) ? FIRST : LATER) * one.kind.weight);
      }
      if (joined && one.tight.includes(term)) add(one.number, LATER * one.kind.weight);
      if (joined && one.beside.includes(term)) add(one.number, one.kind.weight);
      if (!letter && words.begins(one.lowNotes, term, brief) >= 0) add(one.number, NOTED * one.kind.weight);
    });
    return hits;
  };

  shared.Finder = Finder;
})();
