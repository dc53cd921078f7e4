"""What can be scrolled or is cut off sideways on a page, at one width after another."""

from collections.abc import Iterator

from playwright.sync_api import Page

WIDTHS = (320, 360, 480, 600, 639, 720, 800, 879, 880, 960, 1024, 1119, 1120, 1200, 1280, 1600)
"""Phones, tablets and screens, and both sides of the widths at which a style sheet changes."""
WIDER = """
() => [...document.querySelectorAll("*")].filter((part) => {
  if (part.clientWidth < 2 || part.scrollWidth <= part.clientWidth) return false;
  return part === document.documentElement || getComputedStyle(part).overflowX !== "visible";
}).map((part) => {
  const name = [part.localName, ...part.classList].join(".");
  return `${name} holds ${part.scrollWidth} px in ${part.clientWidth}`;
})
"""
"""What is 1 px wide is there to be read aloud."""


def sideways(page: Page) -> Iterator[str]:
    """Yield what is wider than its room, at each width."""
    height = 800
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        for told in page.evaluate(WIDER):
            yield f"at {width}: {told}"
