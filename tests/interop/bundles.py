"""Bundles of the demo, and what it takes to open one."""

import base64
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, FrameLocator, Page, expect

from site_builder.app.export_bundle import export_bundle
from site_builder.app.run import Run, settings_of
from tests.preview.browser import tab

ROOT = Path(__file__).parents[2]
PASSPHRASE = "Größe und fünf andere Wörter"  # noqa: S105 - of test files
SALT = bytes(range(16))


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle on disk."""

    path: Path

    @property
    def html(self) -> bytes:
        """Its bytes."""
        return self.path.read_bytes()

    def blocks(self) -> list[bytes]:
        """Return its sealed blocks."""
        found = re.findall(rb'id="block-\d+">([^<]*)</script>', self.html)
        return [base64.b64decode(each) for each in found]


def demo_run() -> Run:
    """Return a run on the demo vault."""
    return Run(root=ROOT, today=date(2026, 11, 22), settings=settings_of(ROOT))


def make_bundle(folder: Path) -> Bundle:
    """Export the demo with a salt that stays the same."""
    made = export_bundle(demo_run(), theme=None, passphrase=PASSPHRASE, salt=SALT)
    path = folder / "bundle.html"
    path.write_bytes(made.html)
    return Bundle(path)


@contextmanager
def shown(browser: Browser, path: Path, asked: list[str] | None = None) -> Iterator[Page]:
    """Open a bundle from disk, with no network; note every address that is asked for."""
    with tab(browser) as opened:
        opened.context.set_offline(offline=True)
        if asked is not None:
            opened.on("request", lambda request: asked.append(request.url))
        opened.goto(path.as_uri())
        yield opened


def unlock(page: Page, passphrase: str = PASSPHRASE) -> FrameLocator:
    """Type the passphrase and return the frame in which pages are shown."""
    page.get_by_label("Passphrase").fill(passphrase)
    page.get_by_role("button", name="Open").click()
    return page.frame_locator("iframe:not(.next)")


def says(page: Page, text: str) -> None:
    """Wait until the form says this."""
    expect(page.get_by_role("status")).to_contain_text(text)


def shows(page: Page, title: str) -> None:
    """Wait until a page with this title is shown."""
    shown_frame = page.locator("iframe:not(.next)")
    expect(shown_frame).to_have_attribute("title", re.compile(f"^{title}"))
