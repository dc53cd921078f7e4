"""Search while its files change, are missing, or are asked for by somebody else's page."""

from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from site_builder.preview.live import Live
from site_builder.preview.shown import Built
from tests.preview.asking import PythonsOwn
from tests.preview.browser import EMPTY, hears, served, tab
from tests.search.found_site import FILES, build
from tests.search.test_search_in_browser import FOUND, typed
from tests.support.commands import write

DANA = {"contacts/dana.md": "---\nname: Dana Quill\n---\n"}
STEAL = b"""window.doorstepSearch = { take: function (name, text) { window.stolen = text; } };"""


def built(folder: Path) -> Built:
    paths = [path for path in folder.rglob("*") if path.is_file()]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    return Built(files=files, problems=EMPTY)


def reopened(shown: Page, query: str) -> list[str]:
    shown.keyboard.press("Escape")
    return typed(shown, query)


def test_after_a_new_build_the_index_is_read_again(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path, FILES)
    with tab(browser) as shown:
        shown.goto(build(tmp_path).joinpath("index.html").as_uri())
        assert typed(shown, "dana") == []
        write(tmp_path, DANA)
        build(tmp_path)
        assert reopened(shown, "dana") == []
        shown.evaluate("document.dispatchEvent(new CustomEvent('doorstep:fresh'))")
        reopened(shown, "dana")
        expect(shown.locator(FOUND)).to_have_count(1)  # the old index answers until the new is read
        assert typed(shown, "dana") == ["Dana Quill person"]


def test_in_the_preview_a_change_of_another_page_is_found(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path, FILES)
    live = Live("abcd")
    live.show(built(build(tmp_path)))
    with served(live) as listening, tab(browser) as shown:
        shown.goto(f"{listening.url}contacts/sam-okafor.html")
        hears(listening, 1)
        assert typed(shown, "violin") == []
        write(tmp_path, {"contacts/soren.md": FILES["contacts/soren.md"] + "\nPlays the violin.\n"})
        live.show(built(build(tmp_path)))
        expect(shown.locator(FOUND)).to_have_count(1)
        assert reopened(shown, "violin")[0].startswith("Søren")


def test_a_missing_index_is_said_and_asked_for_again(browser: Browser, tmp_path: Path) -> None:
    write(tmp_path, FILES)
    index = build(tmp_path) / "search-index.js"
    data = index.read_bytes()
    index.unlink()
    with tab(browser) as shown:
        shown.goto(f"{tmp_path.as_uri()}/site/index.html")
        shown.keyboard.press("/")
        status = shown.get_by_role("status")
        expect(status).to_contain_text("Search could not read search-index.js")
        index.write_bytes(data)
        assert len(reopened(shown, "tara")) == 3


def test_the_page_of_another_site_cannot_read_the_index(
    browser: Browser, tmp_path: Path, folder: Path
) -> None:
    control, live = PythonsOwn(tmp_path), Live("abcd")
    live.show(built(folder))
    (tmp_path / "steal.js").write_bytes(STEAL)
    (tmp_path / "search-index.js").write_bytes(b"doorstepSearch.take('index', 'all names');")
    with served(live) as listening, tab(browser) as shown:
        for name, origin, stolen in (("a", listening.url, None), ("b", "", "all names")):
            scripts = ("steal.js", f"{origin}search-index.js")
            page = "".join(f'<script src="{script}"></script>' for script in scripts)
            (tmp_path / f"{name}.html").write_text(page, "utf-8")
            shown.goto(f"http://127.0.0.1:{control.port}/{name}.html")
            assert shown.evaluate("window.stolen || null") == stolen
    control.stop()
