"""A page as a coarse picture in text: one digit, `0` white to `f` black, for each 20 px square.

Coarse on purpose: what hints and smooths letters differs between machines; what moved, vanished
or changed its shade differs by whole digits. The letters come from one font, named here.
"""

from base64 import b64encode
from itertools import chain

from playwright.sync_api import Page

WIDTH, HEIGHT, SQUARE = 1280, 1600, 20
FONT = "Liberation Sans"
"""Debian's `fonts-liberation`; its letters are as wide as those of Arial."""
WEAR = """
async (font) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { font-family: "${font}" !important; }`);
  document.adoptedStyleSheets = [sheet];
  const pen = document.createElement("canvas").getContext("2d");
  const wide = (name) => { pen.font = `40px ${name}`; return pen.measureText("width").width; };
  return wide(`"${font}", monospace`) !== wide("monospace");
}
"""
SHADES = """
async ([data, square]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${data}`;
  await image.decode();
  const canvas = new OffscreenCanvas(image.width, image.height);
  const pen = canvas.getContext("2d");
  pen.drawImage(image, 0, 0);
  const rows = [];
  for (let y = 0; y < image.height; y += square) {
    let row = "";
    for (let x = 0; x < image.width; x += square) {
      const { data } = pen.getImageData(x, y, square, square);
      let sum = 0;
      for (let at = 0; at < data.length; at += 4)
        sum += 0.2126 * data[at] + 0.7152 * data[at + 1] + 0.0722 * data[at + 2];
      const ink = Math.max(0, 1 - sum / (square * square * 255));
      row += Math.min(15, Math.floor(16 * Math.sqrt(ink))).toString(16);
    }
    rows.push(row);
  }
  return rows.join("\\n") + "\\n";
}
"""
NEAR = 2
"""Digits by which a square may differ; the digit is 16 × the root of its ink, so text is 3 to 8."""
GROUND = 1
"""The digit of an empty square."""
MOST_MOVED = 0.05
"""Share of the squares with something in them that may be another."""


def wears_the_font(page: Page) -> bool:
    """Set the page in the font of the pictures; return whether this machine has it."""
    return bool(page.evaluate(WEAR, FONT))


def picture(page: Page, blank: Page) -> str:
    """Return the page as it is now; `blank` is a tab without a policy, in which to count."""
    shot = page.screenshot(clip={"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT})
    return str(blank.evaluate(SHADES, [b64encode(shot).decode(), SQUARE]))


def moved(one: str, other: str) -> float:
    """Return how much looks otherwise: of the squares that are not empty in both, 0 to 1."""
    if [len(row) for row in one.split()] != [len(row) for row in other.split()]:
        return 1.0
    pairs = zip(chain(*one.split()), chain(*other.split()), strict=True)
    digits = [(int(a, 16), int(b, 16)) for a, b in pairs]
    inked = sum(max(pair) > GROUND for pair in digits)
    return sum(abs(a - b) > NEAR for a, b in digits) / max(inked, 1)
