"""The network in Chromium, opened from disk: people as dots, filters, a list for keyboards."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from site_builder.insights.reach import reach_of
from site_builder.model.vault import Vault
from site_builder.pages.network import network_pages
from site_builder.pages.network_data import network_files
from tests.preview.browser import tab
from tests.support.insights_sample import insights_in
from tests.support.theme_files import THEMES, html_of

CROWD = """
== contacts/me.md
name: Robin
me: true
== contacts/ana.md
name: Ana Vale
closeness: 4
knows: [noor, gus, ben]
groups: [employer/northwind, employer/havn]
== contacts/ben.md
name: Ben Ito
closeness: 2
groups: [employer/northwind]
== contacts/noor.md
name: Noor Haddad
groups: [employer/havn]
== contacts/gus.md
name: Gus Moreno
groups: [employer/havn]
== contacts/zoe.md
name: Zoe Bell
"""

RENEW = """text => document.querySelector("main").replaceWith(
  new DOMParser().parseFromString(text, "text/html").querySelector("main"))"""


@pytest.fixture(scope="module")
def vault() -> Vault:
    """Return a small network and some people more, so that the list has to be continued."""
    more = "".join(f"== contacts/x{n:02}.md\nname: X{n:02}\n" for n in range(30))
    return insights_in(CROWD + more).vault


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, vault: Vault) -> Path:
    """Write the page and what it loads."""
    root = tmp_path_factory.mktemp("site")
    for path in (THEMES / "default" / "static").rglob("*.*"):
        place = root / path.relative_to(THEMES / "default")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(path.read_bytes())
    for address, data in network_files(vault).items():
        (root / address).write_bytes(data)
    (root / "network.html").write_text(html_of(network_pages(vault)[0]), "utf-8")
    return root


@pytest.fixture
def page(browser: Browser, site: Path) -> Iterator[Page]:
    """Open the page."""
    with tab(browser) as opened:
        opened.goto((site / "network.html").as_uri())
        yield opened


def listed(page: Page) -> list[str]:
    return page.locator("[data-network-people] li a").all_text_contents()


def test_each_person_is_a_dot_in_each_of_their_circles(page: Page, vault: Vault) -> None:
    dots = page.locator("svg.picture-wide circle[data-added]")
    expect(dots).to_have_count(len(vault.people) - 1 + 1)  # not me, and Ana twice
    northwind = page.locator('svg.picture-wide [data-circle="employer/northwind"] circle title')
    assert northwind.all_text_contents() == ["Ana Vale", "Ben Ito"]


def test_the_script_reaches_as_far_as_the_build(page: Page, vault: Vault) -> None:
    reach = reach_of(vault)
    for level, people in enumerate((reach.close, reach.known, reach.through, reach.apart)):
        page.select_option("[name=level]", str(level))
        number = f"{len(people)} {'person' if len(people) == 1 else 'people'}"
        expect(page.locator("[data-network-people] .note").first).to_have_text(number)


def test_circle_and_nearness_filter_the_list_and_fade_the_rest(page: Page) -> None:
    page.select_option("[name=circle]", label="Havn")
    assert listed(page) == ["Ana Vale", "Gus Moreno", "Noor Haddad"]
    page.select_option("[name=level]", label="somebody you know knows them")
    assert listed(page) == ["Gus Moreno", "Noor Haddad"]
    faded = page.locator('svg.picture-wide circle[data-added][opacity=".12"]').count()
    assert faded == page.locator("svg.picture-wide circle[data-added]").count() - 2


def test_a_keyboard_reads_whom_somebody_knows(page: Page) -> None:
    said = page.locator("[data-network-said]")
    expect(said).to_contain_text("Point at a dot")
    page.locator("[data-network-people] a", has_text="Ana Vale").focus()
    expect(said).to_have_text(
        "Ana Vale (friend or close colleague, 3 ties): Ben Ito, Gus Moreno, Noor Haddad"
    )
    expect(said.locator("a")).to_have_attribute("href", "contacts/ana.html")
    drawn = page.locator("svg.picture-wide path[data-added]").nth(1).get_attribute("d") or ""
    assert len(re.findall("M", drawn)) == 3


def test_pointing_at_a_dot_says_who_it_is_and_a_click_keeps_it(page: Page) -> None:
    dot = page.locator('svg.picture-wide [data-circle="employer/havn"] circle[data-added]').nth(1)
    dot.hover()
    expect(page.locator("[data-network-said]")).to_contain_text("Gus Moreno (through Ana Vale")
    dot.click()
    page.mouse.move(1, 1)
    expect(page.locator("[data-network-said]")).to_contain_text("Gus Moreno")


def test_all_ties_are_drawn_in_a_small_network_and_can_be_switched_off(page: Page) -> None:
    ties = page.locator("svg.picture-wide path[data-added]").first
    assert (ties.get_attribute("d") or "").count("M") == 3
    page.uncheck("[name=ties]")
    assert ties.get_attribute("d") == ""


def test_a_long_list_goes_on_when_asked(page: Page) -> None:
    before = len(listed(page))
    page.get_by_role("button", name="Show more").click()
    assert len(listed(page)) == 35 > before
    expect(page.get_by_role("button", name="Show more")).to_be_hidden()


def test_paper_has_everybody_and_nothing_to_point_at(page: Page) -> None:
    said, gus = page.locator("[data-network-said]"), page.locator("li a", has_text="Gus Moreno")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert len(listed(page)) == 35
    expect(said).to_be_hidden()
    page.emulate_media(media="screen")
    gus.focus()
    page.emulate_media(media="print")
    expect(said).to_contain_text("Gus Moreno")
    expect(said).to_be_visible()


def test_on_a_narrow_page_the_people_move_into_the_narrow_picture(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator("svg.picture-tall circle[data-added]")).to_have_count(36)
    expect(page.locator("svg.picture-wide circle[data-added]")).to_have_count(0)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_page_that_the_preview_renewed_has_its_people_again(page: Page, site: Path) -> None:
    page.evaluate(RENEW, (site / "network.html").read_text("utf-8"))
    dots = page.locator("svg.picture-wide circle[data-added]")
    expect(dots).to_have_count(0)
    page.evaluate("document.dispatchEvent(new CustomEvent('doorstep:fresh'))")
    expect(dots).to_have_count(36)
    page.set_viewport_size({"width": 360, "height": 800})
    expect(page.locator("svg.picture-tall circle[data-added]")).to_have_count(36)


def test_without_a_script_the_discs_and_the_table_remain(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "network.html").as_uri())
    expect(page.locator("[data-network-controls]")).to_be_hidden()
    expect(page.locator("svg.picture-wide [data-circle]").first).to_be_visible()
    expect(page.get_by_role("table")).to_contain_text("Havn")
    context.close()
