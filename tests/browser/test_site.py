"""The finished site without a browser: valid, whole, light, and readable before any script ran."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from benchmarks.vaultgen import write_vault
from site_builder.app.build import look_of
from site_builder.app.run import Run, settings_of
from site_builder.compiler import compile_site
from site_builder.tables import FRESH
from tests.browser.demo_site import demo_site
from tests.browser.site_faults import (
    Files,
    blocking_scripts,
    broken_links,
    heavy_pages,
    invalid_html,
)

Rule = Callable[[Files], Iterator[str]]

ROOM = "<!doctype html><html><head><title>T</title></head><body>{}</body></html>"
BROKEN: list[tuple[Rule, str, str]] = [
    (invalid_html, "<p><b>Bold.</p>", "index.html:1:71: Unexpected end tag (p)"),
    (invalid_html, "<table><tr><p>Lost.</p></tr></table>", "in table context"),
    (invalid_html, '<a href="a" href="b">Twice</a>', "duplicate attribute"),
    (invalid_html, "<ul><div></ul>", "End tag (ul) seen too early"),
    (broken_links, '<a href="lost.html">Lost</a>', "lost.html leads nowhere"),
    (broken_links, '<svg><a href="../lost.html"></a></svg>', "../lost.html leads nowhere"),
    (broken_links, '<a href="#lost">Lost</a>', "#lost leads to no place"),
    (broken_links, '<a href="contacts/other.html#lost">Lost</a>', "other.html#lost leads to no"),
    (broken_links, '<img src="lost.svg">', "lost.svg leads nowhere"),
    (blocking_scripts, '<script src="static/js/x.js"></script>', "waits for static/js/x.js"),
    (heavy_pages, '<script src="static/js/x.js" defer></script>', "scripts of"),
]


@cache
def generated(folder: Path) -> Files:
    """Return the site of a large vault."""
    write_vault(folder, 100, 50, seed=7, today=date(2026, 11, 22))
    run = Run(root=folder, today=date(2026, 11, 22), settings=settings_of(folder))
    files = compile_site(run.inputs(), look_of(run, "default"), FRESH).files
    assert len(files) > 200
    return files


@pytest.mark.parametrize("rule", [invalid_html, broken_links, blocking_scripts, heavy_pages])
@pytest.mark.parametrize("theme", ["default", "paper", "plain"])
def test_the_demos_site_keeps_the_rule(rule: Rule, theme: str) -> None:
    assert list(rule(demo_site(theme))) == []


@pytest.mark.parametrize("rule", [invalid_html, broken_links, heavy_pages])
def test_the_site_of_a_larger_vault_keeps_the_rule(
    rule: Rule, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "generated"
    assert list(rule(generated(folder))) == []


@pytest.mark.parametrize(("rule", "body", "said"), BROKEN)
def test_a_site_that_breaks_the_rule_is_caught(rule: Rule, body: str, said: str) -> None:
    noise = "".join(f"f{at * at}();" for at in range(9_000)).encode()
    files = {
        "index.html": ROOM.format(body).encode(),
        "contacts/other.html": ROOM.format('<p id="here">').encode(),
        "static/js/x.js": noise,
    }
    found = list(rule(files))
    assert any(said in fault for fault in found), found


@pytest.mark.parametrize("folder", ["contacts", "threads"])
def test_a_page_that_is_too_long_is_caught(folder: str) -> None:
    files = {f"{folder}/x.html": ROOM.format("x" * 60_001).encode()}
    assert f"{folder}/x.html" in "".join(heavy_pages(files))


def test_links_that_lead_somewhere_are_left_alone() -> None:
    links = '<p id="here"><a href="#here">1</a><a href="a.html#here">2</a><a href="mailto:x">3</a>'
    assert list(broken_links({"a.html": ROOM.format(links).encode()})) == []
