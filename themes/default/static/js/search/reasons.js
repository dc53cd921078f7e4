// Why something was found: the field that holds what was typed, where its name and line do not.
(function () {
  "use strict";
  var shared = window.doorstepSearch, words = shared.words;
  var FIELDS = [["circles", "Circle"], ["aliases", "Also called"], ["goal", "Goal"], ["tags", "Tag"], ["reach", "Reached at"]];
  var BEFORE = 40, LENGTH = 140, SHORTER = 80, MOST = 2;

  function values(one, name) {
    if (name === "tags") return one.tags.split(" ").map(function (tag) { return tag && "#" + tag; });
    return one[name].split("; ");
  }

  // The words of a note around its first match; folding may have moved it, so it is looked for again.
  function quote(one, needle, length) {
    var text = one.notes, at = words.begins(one.lowNotes, needle), from = 0, to = text.length;
    if (text.length !== one.lowNotes.length) at = (words.stretches(text, [needle])[0] || [0])[0];
    if (at > BEFORE) from = Math.min(at, text.indexOf(" ", at - BEFORE) + 1);
    if (text.startsWith("· ", from)) from += 2;
    if (to > from + length) to = Math.max(text.lastIndexOf(" ", from + length), at + needle.length);
    return (from ? "…" : "") + text.slice(from, to) + (to < text.length ? "…" : "");
  }

  function reason(one, needle, length) {
    function holds(text) { return words.stretches(text, [needle]).length > 0; }
    for (var i = 0; i < FIELDS.length; i++) {
      var found = values(one, FIELDS[i][0]).filter(holds);
      if (found.length) return [FIELDS[i][1], found.join(", ")];
    }
    return words.begins(one.lowNotes, needle) >= 0 ? ["Notes", quote(one, needle, length)] : null;
  }

  // Return [label, text] for what matched outside of name and line, at most two; quotes are joined.
  shared.reasons = function (one, needles) {
    var told = [one.name, one.line], found = [], length = needles.length > 1 ? SHORTER : LENGTH;
    needles.forEach(function (needle) {
      if (told.some(function (text) { return words.stretches(text, [needle]).length; })) return;
      var why = reason(one, needle, length), last = found[found.length - 1];
      if (!why) return;
      told.push(why[1]);
      if (last && last[0] === why[0]) last[1] = last[1].replace(/…$/, "") + " … " + why[1].replace(/^…/, "");
      else if (found.length < MOST) found.push(why);
    });
    return found;
  };
})();
