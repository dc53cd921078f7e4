"""Takes the pictures of the README: `make site`, then run this with the Python of `.venv`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
SITE = HERE.parents[1] / "site"
PICTURES = {
    "door": "threads/tara-lindqvist.html",
    "today": "index.html",
    "board": "intros/index.html",
}
FLAGS = ["--no-sandbox", "--disable-lcd-text"]
SIZE = {"width": 1120, "height": 760}


def main() -> None:
    """Write each picture in both schemes, as `door-light.png`."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, viewport=SIZE)
            page = context.new_page()
            for name, address in PICTURES.items():
                path, _, anchor = address.partition("#")
                page.goto(f"{(SITE / path).as_uri()}#{anchor}")
                page.screenshot(path=HERE / f"{name}-{scheme}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
