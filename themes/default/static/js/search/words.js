// Words for search: folding ("Søren" is "soren"), splitting, finding, marking.
(function () {
  "use strict";
  var LETTERS = { "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ı": "i" };
  var ODD = /[øæœßłđðþħı]/g, WORD = /[\p{L}\p{N}\p{M}]+/gu, INNER = /[\p{L}\p{N}\p{M}]$/u, ON = /^[\p{L}\p{N}\p{M}]/u;
  var PARTS = /[^\p{L}\p{N}\p{M}]/u; // in what was typed: an address, a number, a #tag
  var ASCII = /^[\x00-\x7f]*$/, JOINED = new RegExp("[" + ["Han", "Hiragana", "Katakana", "Hangul", "Thai", "Lao", "Khmer", "Myanmar"].map(function (script) {
    return "\\p{Script=" + script + "}";
  }).join("") + "]", "u");
  // Accents and points, but no vowel signs: without them मीरा and मोर would be one word.
  var ACCENTS = /(?=\p{M})[\p{Script=Inherited}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Arabic}\u093c\u09bc\u0a3c]/gu;

  function fold(text) {
    if (ASCII.test(text)) return text.toLowerCase();
    return text.normalize("NFKD").toLowerCase().replace(ACCENTS, "").normalize("NFC").replace(ODD, function (odd) {
      return LETTERS[odd];
    });
  }

  function split(text) { return text.match(WORD) || []; }

  // Whether a script writes words without spaces between them, or, as Korean, the parts of a name, so that one may begin anywhere.
  function joined(text) { return JOINED.test(text); }

  // The name without spaces, in a script where it is written with or without.
  function tight(text) { return joined(text) ? text.replace(/\s+/g, "") : text; }

  // Where a word of a folded text begins with the folded `start`, or -1; `whole`: where it is one.
  function begins(text, start, whole) {
    var at = text.indexOf(start);
    if (at < 0 || joined(start)) return at;
    for (; at >= 0; at = text.indexOf(start, at + 1)) {
      var end = at + start.length;
      if (!(at && INNER.test(text.slice(Math.max(0, at - 2), at))) && !(whole && ON.test(text.slice(end, end + 2)))) return at;
    }
    return -1;
  }

  // The stretches of a text to be marked, [from, to), in order: what was typed, of each word.
  function stretches(text, needles) {
    var found = [];
    needles.filter(function (needle) { return PARTS.test(needle); }).forEach(function (needle) {
      var at = fold(text).indexOf(needle);
      if (at >= 0) found.push([at, at + needle.length]);
    });
    if (found.length) return found.slice(0, 1);
    for (var match of text.matchAll(WORD)) {
      var part = stretch(match[0], needles);
      if (part) found.push([match.index + part[0], match.index + part[1]]);
    }
    return found;
  }

  // What to mark of a word: the longest beginning that was typed, all where folding changes its length.
  function stretch(word, needles) {
    var low = fold(word), best = null;
    needles.forEach(function (needle) {
      var at = joined(needle) ? low.indexOf(needle) : low.startsWith(needle) ? 0 : -1;
      if (at >= 0 && (!best || best[1] - best[0] < needle.length)) best = [at, at + needle.length];
    });
    return best && low.length !== word.length ? [0, word.length] : best;
  }

  window.doorstepSearch.words = { fold: fold, split: split, joined: joined, tight: tight, begins: begins, stretches: stretches };
})();
