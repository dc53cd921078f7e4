"""What pages of a site do with its other files works inside a bundle; what data does, does not."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, FrameLocator, Page, Route, expect

from site_builder.interop.bundle.blocks import pack
from site_builder.interop.bundle.page import bundle_page
from site_builder.interop.bundle.seal import seal
from tests.preview.browser import comes_true, holds

from .bundles import PASSPHRASE, SALT, shown, shows, unlock


def png() -> bytes:
    """Return a picture of 3 by 2 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", 3, 2, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0\0\0" * 2)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def page(title: str, body: str, head: str = "") -> bytes:
    return (
        "<!doctype html><html><head><meta http-equiv=Content-Security-Policy "
        f"content=\"default-src 'none'\">{head}<title>{title}</title></head>"
        f"<body><main>{body}</main></body></html>"
    ).encode()


SITE = {
    "index.html": page(
        "Start",
        '<h1>Start</h1><img src="pictures/a%20b.png" alt=""><div class="box"></div>'
        '<a href="sub/">Folder</a> <a href="sub/two.html#deep">Deep</a> '
        '<a href="calendar.ics">Calendar</a> <a href="nowhere.html">Nowhere</a> '
        '<a href="https://other.example/x">Outside</a> <a href="mailto:a@b.example">Mail</a>',
        '<link rel="stylesheet" href="css/a.css" media="all"><link rel="icon" href="x.svg">'
        '<script src="js/first.js"></script><script src="js/late.js" defer></script>',
    ),
    "sub/index.html": page("Folder", '<h1>Folder</h1><a href="two.html">Two</a>'),
    "sub/two.html": page(
        "Two",
        '<h1>Two</h1><svg width="9" height="3000"></svg><details><summary>More</summary>'
        '<p id="deep">Deep</p></details>',
    ),
    "404.html": page("Not found", "<h1>Not found</h1>"),
    "css/a.css": b".box{width:3px;height:2px;background:url('../pictures/a b.png')}",
    "pictures/a b.png": png(),
    "calendar.ics": b"BEGIN:VCALENDAR\n",
    "js/first.js": b"window.first = document.body === null; // </script><script>window.x=1",
    "js/late.js": b"""
window.order = ["late"];
var script = document.createElement("script");
script.src = new URL("../data/more.js", document.currentScript.src);
script.onload = function () { window.order.push("loaded"); };
document.head.append(script);
var gone = document.createElement("script");
gone.src = "data/none.js";
gone.onerror = function () { window.gone = true; };
fetch("data/text.txt").then(function (answer) { return answer.text(); }).then(function (text) {
  window.text = text;
});
fetch("none.txt").then(function (answer) { window.status404 = answer.status; });
try { localStorage.setItem("a", 1); localStorage.setItem("b", 2); localStorage.removeItem("b"); }
catch (error) { window.failed = error.name; }
""",
    "data/more.js": b"window.order.push('more');",
    "data/text.txt": "Gr\u00f6\u00dfe".encode(),
    "_headers": b"/*\n",
    "robots.txt": b"User-agent: *\n",
}


@contextmanager
def opened(
    browser: Browser, folder: Path, asked: list[str] | None = None, **more: bytes
) -> Iterator[tuple[Page, FrameLocator]]:
    """Open a bundle of the small site; `more` replaces `NAME.html`."""
    site = SITE | {f"{name}.html": data for name, data in more.items()}
    path = folder / "bundle.html"
    path.write_bytes(bundle_page(seal(pack(site), PASSPHRASE, salt=SALT), salt=SALT))
    with shown(browser, path, asked) as tab:
        yield tab, unlock(tab)


def value(frame: FrameLocator, name: str) -> object:
    return frame.locator("html").evaluate(f"() => window.{name}")


def test_scripts_run_in_order_and_load_what_they_need(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as (tab, frame):
        shows(tab, "Start")
        for loaded in ("order.length > 2", "text", "gone", "status404"):
            comes_true(frame.locator("html"), f"window.{loaded}")
        assert value(frame, "order") == ["late", "more", "loaded"]
        assert value(frame, "text") == "Größe"
        assert (value(frame, "gone"), value(frame, "status404")) == (True, 404)
        assert (value(frame, "first"), value(frame, "x")) == (True, None)
        assert value(frame, "failed") is None
        assert value(frame, 'localStorage.getItem("a")') == "1"
        assert value(frame, 'localStorage.getItem("b")') is None


def test_pictures_are_shown_in_pages_and_in_styles(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as (tab, frame):
        shows(tab, "Start")
        assert frame.locator("img").evaluate("image => [image.naturalWidth, image.complete]") == [
            3,
            True,
        ]
        background = frame.locator(".box").evaluate("e => getComputedStyle(e).backgroundImage")
        assert background.startswith('url("data:image/png;base64,')


def test_a_folder_an_anchor_and_a_missing_page_lead_somewhere(
    browser: Browser, tmp_path: Path
) -> None:
    with opened(browser, tmp_path) as (tab, frame):
        frame.get_by_text("Folder").click()
        shows(tab, "Folder")
        frame.get_by_text("Two").click(modifiers=["ControlOrMeta"])
        shows(tab, "Two")
        tab.go_back()
        tab.go_back()
        shows(tab, "Start")
        frame.get_by_text("Deep").click(button="middle")
        shows(tab, "Two")
        expect(frame.locator("#deep")).to_be_in_viewport()
        tab.go_back()
        frame.get_by_text("Nowhere").click()
        shows(tab, "Not found")


def test_a_file_that_is_no_page_is_saved(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as (tab, frame):
        with tab.expect_download() as saved:
            frame.get_by_text("Calendar").click()
        assert saved.value.suggested_filename == "calendar.ics"
        assert Path(saved.value.path()).read_bytes() == SITE["calendar.ics"]
        shows(tab, "Start")


def test_a_link_out_opens_beside_the_bundle(browser: Browser, tmp_path: Path) -> None:
    with opened(browser, tmp_path) as (tab, frame):
        with tab.context.expect_page() as other:
            frame.get_by_text("Outside").click()
        assert other.value.evaluate("() => window.opener") is None
        other.value.close()
        frame.get_by_text("Mail").click()
        shows(tab, "Start")
        expect(frame.locator("h1")).to_have_text("Start")


ATTACK = (
    "<h1>Start</h1><script>parent.postMessage({go:'sub/'},'*')</script>"
    "<img src=x onerror=\"parent.postMessage({go:'sub/'},'*')\">"
    '<img src="https://other.example/p.png" alt=""><form action="https://other.example/">'
    '<button>Send</button></form><iframe src="sub/index.html"></iframe>'
    "<style>h1{background:url(https://other.example/c)}</style>"
    '<meta http-equiv="refresh" content="0; url=https://other.example/r">'
    '<base href="https://other.example/">'
)


def refused(said: list[str]) -> int:
    """Count what the policy stopped."""
    return sum("Content Security Policy" in text for text in said)


def test_markup_in_a_page_neither_runs_nor_asks(browser: Browser, tmp_path: Path) -> None:
    path, asked, said = tmp_path / "bundle.html", list[str](), list[str]()
    site = SITE | {"index.html": page("Start", ATTACK)}
    path.write_bytes(bundle_page(seal(pack(site), PASSPHRASE, salt=SALT), salt=SALT))
    tab = browser.new_page()

    # What the policy refuses is "requested" in the browser's own books, but never routed.
    def refuse(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    tab.route("http*://**", refuse)
    tab.on("console", lambda message: said.append(message.text))
    tab.goto(path.as_uri())
    frame = unlock(tab)
    shows(tab, "Start")
    frame.get_by_text("Send").click()
    holds(tab, lambda: refused(said) >= 4)
    shows(tab, "Start")
    outside = [url for url in asked if "example" in url]
    tab.close()
    assert outside == []
    assert refused(said) >= 4
