"""A tab that notes whatever no page of ours may do."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from playwright.sync_api import Browser, Dialog, Page

from tests.preview.browser import PATIENCE

AXE = Path(__file__).parents[2] / ".npm" / "axe-core" / "axe.min.js"
"""Where `make axe` puts it; the variable `DOORSTEP_AXE` names another file."""
RUN = """
only => axe.run({
  preload: false, resultTypes: ["violations"], ...(only.length && { runOnly: only }),
})
"""
COLOURS = ("color-contrast", "link-in-text-block")
"""The rules of axe that can say something else of the same page in another scheme."""
DRAWN = "new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
TOO_WIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

Scheme = Literal["light", "dark"]


def axe_source() -> str:
    """Return axe-core, or nothing where it is not installed."""
    place = Path(os.environ.get("DOORSTEP_AXE", AXE))
    return place.read_text("utf-8") if place.is_file() else ""


class TabWatch:
    """A tab on one site: `visit` a page, then ask for its `faults`."""

    def __init__(self, page: Page, home: str) -> None:
        """Listen from now on; a request for anything that does not begin with `home` is a fault."""
        self.page = page
        self.home = home
        self._noted: list[str] = []
        note = self._noted.append
        page.on("pageerror", lambda error: note(f"script fails: {error}"))
        page.on("dialog", self._dialog)
        page.on("console", lambda said: note(said.text) if said.type == "error" else None)
        page.on("request", lambda asked: self._request(asked.url))

    def visit(self, address: str) -> None:
        """Open a page and let it draw itself."""
        self._noted.clear()
        self.page.goto(f"{self.home}{address}")
        self.page.evaluate(DRAWN)

    def in_both_schemes(self, axe: str) -> list[str]:
        """Return what is wrong with the page in the light, and with its colours in the dark."""
        self.page.emulate_media(color_scheme="light")
        found = self.faults(axe)
        self.page.emulate_media(color_scheme="dark")
        found += [f"{fault} (dark)" for fault in self.faults(axe, COLOURS)]
        return list(dict.fromkeys(found))

    def faults(self, axe: str = "", rules: Sequence[str] = ()) -> list[str]:
        """Return everything that is wrong with the page as it is now, by axe too if it is given.

        With `rules` only those of axe are asked.
        """
        where = self.page.url.removeprefix(self.home).partition("#")[0]
        wide = self.page.evaluate(TOO_WIDE)
        found = [f"{wide} px wider than the screen"] if wide else []
        if axe:
            if not self.page.evaluate("'axe' in window"):
                self.page.evaluate(axe)
            broken = self.page.evaluate(RUN, list(rules))["violations"]
            found += [_told(rule) for rule in broken]
        return [f"{where}: {fault}" for fault in (*self._noted, *found)]

    def _dialog(self, dialog: Dialog) -> None:
        self._noted.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str) -> None:
        if not url.startswith((self.home, "data:")):
            self._noted.append(f"asks for {url}")


@contextmanager
def watched(
    browser: Browser, home: str, width: int = 1280, scheme: Scheme = "light", *, script: bool = True
) -> Iterator[TabWatch]:
    """Open a tab of this width and colour scheme."""
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,
        reduced_motion="reduce",
        java_script_enabled=script,
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    yield TabWatch(page, home)
    context.close()


def _told(violation: dict[str, Any]) -> str:
    places = ", ".join(str(node["target"][0]) for node in violation["nodes"])
    return f"axe {violation['id']}: {violation['help']}: {places}"
