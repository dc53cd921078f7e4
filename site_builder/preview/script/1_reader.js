// What the reader did to the page, so that a new version of it can look the same:
// scroll, open details, fields, focus.

function named(selector, name) {
  var seen = {};
  return Array.from(document.querySelectorAll(selector)).map(function (element) {
    var key = name(element);
    seen[key] = (seen[key] || 0) + 1;
    return [key + "#" + seen[key], element];
  });
}

function fields() {
  return named("input:not([type=password], [type=file]), select, textarea", function (field) {
    return field.id || field.name || field.tagName;
  });
}

function folds() {
  return named("details", function (fold) {
    return fold.id || (fold.querySelector("summary") || fold).textContent.trim().slice(0, 80);
  });
}

function capture() {
  var active = document.activeElement;
  return {
    at: [scrollX, scrollY],
    fields: fields().map(function (pair) { return [pair[0], pair[1].value, pair[1].checked === true]; }),
    folds: folds().map(function (pair) { return [pair[0], pair[1].open]; }),
    focus: (fields().find(function (pair) { return pair[1] === active; }) || [active && active.id])[0]
  };
}

function restore(kept) {
  var byField = new Map(fields()), byFold = new Map(folds());
  kept.fields.forEach(function (was) {
    var field = byField.get(was[0]);
    if (!field || (field.value === was[1] && (field.checked === true) === was[2])) return;
    field.value = was[1];
    if ("checked" in field) field.checked = was[2];
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
  kept.folds.forEach(function (was) { if (byFold.has(was[0])) byFold.get(was[0]).open = was[1]; });
  var focus = kept.focus && (byField.get(kept.focus) || document.getElementById(kept.focus));
  if (focus && document.activeElement !== focus) focus.focus({ preventScroll: true });
  scrollTo(kept.at[0], kept.at[1]);
}
