"""Takes the pictures of the README: `make site`, then run this with the Python of `.venv`."""

from pathlib import Path

from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent
SITE = HERE.parents[1] / "site"
PICTURES = {"door": "threads/tara-lindqvist.html"}
SIZE = {"width": 1320, "height": 940}


def main() -> None:
    """Write `door-light.png` and `door-dark.png`."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, viewport=SIZE)
            page = context.new_page()
            for name, address in PICTURES.items():
                page.goto((SITE / address).as_uri())
                page.screenshot(path=HERE / f"{name}-{scheme}.png")
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
