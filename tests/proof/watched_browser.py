"""Chromium that notes whatever runs, asks or is refused while a site's pages are open."""

import html
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, Page

TOUCH = """() => {
  const all = [...document.querySelectorAll("*")];
  for (const one of all) {
    if (one.tagName === "DETAILS") one.open = true;
    for (const kind of ["mouseover", "focus", "toggle", "error", "load"])
      one.dispatchEvent(new Event(kind, { bubbles: kind === "mouseover" }));
  }
  return all.flatMap(one => [...one.attributes].filter(each =>
    /^on/i.test(each.name) || each.name === "srcdoc" || each.name === "style" ||
    (/^(href|src|action|formaction|data|xlink:href)$/.test(each.name) &&
      !/^(https?:|mailto:|tel:|[^:]*$|[^:]*[/?#])/i.test(each.value.trim()))
  ).map(each => `${one.tagName} ${each.name}=${each.value}`));
}"""
"""Opens and touches everything, and returns attributes that would run or embed."""


@dataclass(slots=True)
class Seen:
    """What happened while pages were open."""

    executed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    """Addresses off the site."""
    violations: list[str] = field(default_factory=list)
    """What the pages' own policy had to stop."""
    dangerous: list[str] = field(default_factory=list)
    """Attributes that would run."""
    pages: int = 0
    struck: int = 0
    """Pages on which anything of all that happened."""

    @property
    def faults(self) -> int:
        """How much happened."""
        return sum(map(len, (self.executed, self.asked, self.violations, self.dangerous)))


class _Files(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of a browser that went on to the next page."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on loopback without any header of ours."""
    server = _Server(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
    thread = Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def walk(browser: Browser, folder: Path, pages: list[str]) -> Seen:
    """Open each page in turn, touch everything on it, and return what was seen."""
    seen = Seen()
    with served(folder) as site:
        context = browser.new_context()
        _listen(context, site, seen)
        tab = context.new_page()
        _listen_to(tab, seen)
        for address in pages:
            url, before = site + quote(address), seen.faults
            tab.goto(url)
            seen.dangerous += [f"{address}: {each}" for each in tab.evaluate(TOUCH)]
            if tab.url != url:
                seen.executed.append(f"{address} went to {tab.url}")
            seen.pages += 1
            seen.struck += seen.faults > before
        context.close()
    return seen


def _listen(context: BrowserContext, site: str, seen: Seen) -> None:
    context.route(lambda url: not url.startswith((site, "data:")), lambda route: route.abort())
    context.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((site, "data:", "about:"))
            else seen.asked.append(request.url)
        ),
    )


def _listen_to(tab: Page, seen: Seen) -> None:
    def dismiss(dialog: object) -> None:
        seen.executed.append(f"dialog on {tab.url}")
        dialog.dismiss()  # type: ignore[attr-defined] # Playwright's own object

    tab.on("dialog", dismiss)
    tab.on("popup", lambda popup: seen.executed.append(f"popup {popup.url}"))
    tab.on("pageerror", lambda error: seen.executed.append(f"script on {tab.url}: {error}"))
    tab.on(
        "console",
        lambda said: (
            seen.violations.append(f"{tab.url}: {said.text}")
            if "Content Security Policy" in said.text
            else None
        ),
    )


def without_policy(page: bytes) -> bytes:
    """Return a page that has no policy of its own: its escaping stands alone."""
    changed = page.replace(b'http-equiv="Content-Security-Policy"', b'name="none"')
    assert changed != page
    return changed


def without_escaping(page: bytes) -> bytes:
    """Return a page in which one layer of escaping was forgotten."""
    return html.unescape(page.decode()).encode()
