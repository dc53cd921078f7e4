"""Times search in Chromium on a built site: `searching.py SITE`, from disk, as a reader has it.

First result: from the focus of the field to the frame that shows it, while nothing has been read
yet. Keystroke: from a key to the frame that shows its answer.
"""

import argparse
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = Path("/usr/bin/chromium")
ROUNDS = 9
QUERIES = 40
FIRST, MORE = "jo", "hnson"
"""What is typed at once when search is opened, and behind the first result."""
SHOWN = ".found"
WATCH = """
addEventListener("focusin", (event) => {
  if (event.target.role === "combobox") window.focused ??= performance.now();
});
new MutationObserver(() => {
  if (window.focused && !window.first && document.querySelector(".found"))
    requestAnimationFrame(() => setTimeout(() => { window.first ??= performance.now(); }));
}).observe(document, { childList: true, subtree: true });
addEventListener("keydown", () => {
  const pressed = performance.now();
  const note = () => (window.keys ??= []).push(performance.now() - pressed);
  requestAnimationFrame(() => setTimeout(note));
});
"""
"""A frame has been painted when a task runs that was queued while it was prepared."""
UNTIL = "new Promise((done) => {{ (function look() {{ {} ? done() : setTimeout(look, 5); }})(); }})"
READ = "!/reading/i.test(document.querySelector('[role=status]').textContent)"


def main() -> None:
    """Print both times, and how long it takes until everything can be found."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("site", type=Path)
    site = options.parse_args().site.resolve()
    names = _names(site / "search-index.js")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        opened = [_opened(browser, site) for _ in range(ROUNDS)]
        late = _typed(browser, site, names)
        browser.close()
    firsts, wholes, keys = zip(*opened, strict=True)
    early = [*chain(*keys)]
    print(f"first result after focus, {ROUNDS} times: {_told(firsts)}")
    print(f"everything can be found, {ROUNDS} times: {_told(wholes)}")
    print(f"keystroke to answer, while reading, {len(early)} keys: {_told(early)}")
    print(f"keystroke to answer, afterwards, {len(late)} keys: {_told(late)}")


def _names(index: Path) -> list[str]:
    """Return names of the site, evenly chosen."""
    lines = index.read_text("utf-8").split("`")[1].split("\n")
    names = [line.split("\t")[1] for line in lines if line]
    return names[:: max(1, len(names) // QUERIES)][:QUERIES]


def _page(browser: Browser, site: Path) -> Page:
    """Open a page with nothing remembered."""
    page = browser.new_context().new_page()
    page.add_init_script(WATCH)
    page.goto((site / "about.html").as_uri())
    return page


def _opened(browser: Browser, site: Path) -> tuple[float, float, list[float]]:
    """Return the milliseconds until a result, until all has been read, and of keys in between."""
    page = _page(browser, site)
    page.keyboard.press("/")
    page.keyboard.type(FIRST)
    page.evaluate(UNTIL.format("window.first"))
    page.evaluate("window.keys = []")
    page.keyboard.type(MORE, delay=60)
    keys = [float(key) for key in page.evaluate("keys")]
    page.evaluate(UNTIL.format(READ))
    first, whole = page.evaluate("[first - focused, performance.now() - focused]")
    page.context.close()
    return first, whole, keys


def _typed(browser: Browser, site: Path, names: list[str]) -> list[float]:
    """Type names letter by letter, once all has been read; return each key's milliseconds."""
    page = _page(browser, site)
    page.keyboard.press("/")
    page.keyboard.type(FIRST)
    page.evaluate(UNTIL.format("window.first"))
    page.evaluate(UNTIL.format(READ))
    page.evaluate("window.keys = []")
    for name in names:
        page.get_by_role("combobox").fill("")
        page.keyboard.type(name, delay=60)
    keys = [float(key) for key in page.evaluate("keys")]
    page.context.close()
    return keys


def _told(times: Sequence[float]) -> str:
    """Return median, 95th percentile and longest."""
    ordered = sorted(times)
    nearly = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"median {median(ordered):.0f} ms, p95 {nearly:.0f} ms, longest {ordered[-1]:.0f} ms"


if __name__ == "__main__":
    main()
