"""Takes the pictures of the README: `make site`, then run this with the Python of `.venv`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
SITE = HERE.parents[1] / "site"
PICTURES = {"door": ("threads/tara-lindqvist.html", 700), "today": ("index.html", 700)}
"""Page and height; each picture stays below 150 kB."""
FLAGS = ["--no-sandbox", "--disable-lcd-text"]
WIDTH = 1240


def main() -> None:
    """Write each picture in both schemes, as `door-light.png`."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme)
            page = context.new_page()
            for name, (address, height) in PICTURES.items():
                page.set_viewport_size({"width": WIDTH, "height": height})
                page.goto((SITE / address).as_uri())
                page.screenshot(path=HERE / f"{name}-{scheme}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
