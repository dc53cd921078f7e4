"""What the Tab key reaches on a page, and what shows without a script."""

from playwright.sync_api import Page

USABLE = "a[href], button, input, select, textarea, summary, [tabindex='0']"
LISTEN = """
(usable) => {
  const shows = (part) => part.checkVisibility({ visibilityProperty: true });
  const all = [...document.querySelectorAll(usable)].filter((one) => shows(one) && !one.disabled);
  const left = new Set(all);
  const dim = new Set();
  const clipped = (part) =>
    part && (getComputedStyle(part).clipPath !== "none" || clipped(part.parentElement));
  document.addEventListener("focusin", ({ target }) => {
    const look = getComputedStyle(target);
    left.delete(target);
    const bare = look.outlineStyle === "none" || look.outlineWidth === "0px";
    if (bare || clipped(target)) dim.add(target);
  });
  const named = (part) => part.outerHTML.split(">")[0] + "> " + part.textContent.trim();
  window.reach = { count: all.length, told: () => [
    ...[...left].map((part) => "not reached: " + named(part)),
    ...[...dim].map((part) => "reached unseen: " + named(part)),
  ] };
  return all.length;
}
"""
HIDDEN = """
() => {
  const shows = (part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const twin = (part) => [...part.closest("figure")?.querySelectorAll("svg") ?? []].some(shows);
  return [...document.querySelectorAll("main *")].filter((part) =>
    [...part.childNodes].some((node) => node.nodeType === 3 && node.data.trim())
    && !part.closest("[hidden], svg title, svg desc, details:not([open])")
    && !shows(part) && !(part.closest("svg") && twin(part))
  ).map((part) => "does not show: " + part.textContent.trim());
}
"""
"""A picture has a wide and a narrow shape in one figure, of which one shows."""
IDLE = "button:visible, input:enabled:visible, select:visible, textarea:visible"


def unreached(page: Page) -> list[str]:
    """Press Tab once for each thing to use; return what was passed by or shows no focus."""
    for _ in range(page.evaluate(LISTEN, USABLE)):
        page.keyboard.press("Tab")
    return [str(told) for told in page.evaluate("window.reach.told()")]


def lost_without_script(page: Page) -> list[str]:
    """Return words that do not show and controls that do nothing, on a page that runs no script."""
    idle = page.locator(IDLE).evaluate_all(
        "all => all.map(one => 'does nothing: ' + one.outerHTML)"
    )
    return [*map(str, page.evaluate(HIDDEN)), *map(str, idle)]
