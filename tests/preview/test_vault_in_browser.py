"""From a save in the vault to the screen, all for real: files, events, build, server, Chromium."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from site_builder.app.watch_show import built_of
from site_builder.preview.edit_link import Editor
from site_builder.preview.live import Live
from tests.preview.browser import served, tab
from tests.support.commands import write
from tests.watch.watched import VAULT, Watched

BROKEN = "---\nname: Tara Lindqvist\ncloseness: 77\n---\n"


@contextmanager
def watching(browser: Browser, root: Path) -> Iterator[tuple[Watched, Page, str]]:
    """Watch a vault, serve it, and open a tab."""
    live, editor = Live("abcd"), Editor(root, "vscode://file/{path}:{line}:{column}")
    write(root, VAULT)
    watched = Watched(root, show=lambda attempt: live.show(built_of(attempt, editor)))
    with served(live) as listening, tab(browser) as opened:
        yield watched, opened, listening.url
    watched.stop()


def test_a_page_follows_its_file_through_mistakes(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, tmp_path / "vault") as (watched, opened, url):
        opened.goto(f"{url}contacts/tara.html")
        expect(opened.locator("main")).to_contain_text("A note.")
        title = opened.title()
        write(watched.root, {"contacts/tara.md": BROKEN})
        panel = opened.locator("doorstep-live section.panel")
        expect(panel).to_contain_text('found "77"')
        expect(panel.locator("mark")).to_have_text("77")
        expect(panel.locator("p.place a")).to_have_attribute(
            "href", f"vscode://file{watched.root}/contacts/tara.md:3:12"
        )
        expect(opened.locator("main")).to_contain_text("A note.")
        expect(opened).to_have_title(f"✗ 1 – {title}")
        write(watched.root, {"contacts/tara.md": BROKEN.replace("77", "3") + "\nMended.\n"})
        expect(opened.locator("main")).to_contain_text("Mended.")
        expect(panel).to_have_count(0)
        expect(opened).to_have_title(title)
        expect(opened.get_by_text("Open in editor")).to_have_attribute(
            "href", f"vscode://file{watched.root}/contacts/tara.md:1:1"
        )


def test_the_problems_page_follows_what_is_wrong(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, tmp_path / "vault") as (watched, opened, url):
        opened.goto(f"{url}problems.html")
        errors = opened.locator(".problem").filter(has_text="error")
        expect(errors).to_have_count(0)
        write(watched.root, {"contacts/tara.md": BROKEN})
        expect(errors).to_contain_text('found "77"')
        write(watched.root, {"doorstep.toml": "titel = 3\n"})
        expect(errors).to_contain_text(['found "77"', 'Unknown setting "titel"'])
        theme = 'name = "Mine"\nextends = "default"\n'
        broken = {"themes/mine/theme.toml": theme, "themes/mine/templates/today.html": "{% if %}"}
        write(watched.root, {**broken, **VAULT, "doorstep.toml": 'theme = "mine"\n'})
        expect(errors).to_contain_text(["themes/mine/templates/today.html:1"])
        (watched.root / "doorstep.toml").unlink()
        expect(errors).to_have_count(0)


def test_the_page_of_a_lost_address_is_dressed(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, tmp_path / "vault") as (_, opened, url):
        opened.goto(url)
        colour = "getComputedStyle(document.body).backgroundColor"
        dressed = opened.evaluate(colour)
        opened.goto(f"{url}contacts/a/b/nobody.html")
        assert opened.evaluate(colour) == dressed != "rgba(0, 0, 0, 0)"
        opened.get_by_text("Today, the first page").click()
        expect(opened.locator("h1")).not_to_contain_text("No door here")


def test_copy_buttons_and_open_details_live_through_a_change(
    browser: Browser, tmp_path: Path
) -> None:
    with watching(browser, tmp_path / "vault") as (watched, opened, url):
        log = VAULT["intros/tara-via-sam.md"] + "- 2026-10-02 introduced\n- 2026-10-02 wrote\n"
        write(watched.root, {"intros/tara-via-sam.md": log})
        watched.wait_for(watched.is_clean)
        opened.goto(f"{url}threads/tara.html")
        opened.evaluate("window.mark = 1; localStorage.setItem('doorstep-theme', 'dark')")
        draft = opened.locator("details.draft").first
        draft.evaluate("details => { details.open = true; }")
        write(watched.root, {"contacts/tara.md": VAULT["contacts/tara.md"].replace("Tara", "Tora")})
        expect(opened.locator("h1")).to_contain_text("Tora Lindqvist")
        assert opened.evaluate("window.mark") == 1  # in place, not loaded anew
        button = opened.locator("[data-copy]").first
        expect(button).to_be_visible()
        button.click()
        expect(button).to_have_attribute("data-label", "Copy")  # it has said what came of it
        expect(opened.locator("[data-switch=theme]")).to_have_text("Theme: dark")


def test_a_page_that_does_not_exist_yet_appears(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, tmp_path / "vault") as (watched, opened, url):
        opened.goto(f"{url}contacts/ben.html")
        expect(opened.locator("main")).to_contain_text("No door here")
        write(watched.root, {"contacts/ben.md": "---\nname: Ben Ito\n---\n"})
        expect(opened.locator("h1")).to_contain_text("Ben Ito")


def test_every_kind_of_page_opens_its_file(browser: Browser, tmp_path: Path) -> None:
    with watching(browser, tmp_path / "vault") as (watched, opened, url):
        for address, path in {
            "contacts/tara.html": "contacts/tara.md",
            "intros/tara-via-sam.html": "intros/tara-via-sam.md",
            "threads/tara.html": "intros/tara-via-sam.md",
        }.items():
            opened.goto(url + address)
            expect(opened.get_by_text("Open in editor")).to_have_attribute(
                "href", f"vscode://file{watched.root}/{path}:1:1"
            )
        opened.goto(url)
        expect(opened.locator("doorstep-live")).to_have_count(1)
        assert opened.get_by_text("Open in editor").count() == 0
