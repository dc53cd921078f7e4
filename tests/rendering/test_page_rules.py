"""What every page keeps to: nothing inline, nothing off site, sound HTML; in every theme."""

import re

import pytest
from msgspec import Struct
from msgspec.structs import replace

from site_builder.pages.connectors import connectors_page
from site_builder.pages.contact_index import contact_index
from site_builder.pages.door import door_pages
from site_builder.pages.doors import doors_pages
from site_builder.pages.drafts import Draft
from site_builder.pages.evidence import evidence_page
from site_builder.pages.network import network_pages
from site_builder.pages.page import Page
from site_builder.pages.parts import Parts
from site_builder.pages.today import today_page
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import insights_in, sample_insights
from tests.support.theme_files import FRAME, environment, html_of

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)


def pages() -> list[Page]:
    insights, empty = sample_insights(), insights_in("")
    return [
        today_page(insights),
        *doors_pages(contact_index(insights)),
        *door_pages(insights),
        connectors_page(insights),
        evidence_page(insights),
        *network_pages(insights.vault),
        today_page(empty),
        *doors_pages(contact_index(empty)),
        connectors_page(empty),
        evidence_page(empty),
        *network_pages(empty.vault),
    ]


@pytest.fixture(params=["default", "paper", "plain"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(params=pages(), ids=lambda page: page.address)
def html(request: pytest.FixtureRequest, theme: str) -> str:
    return html_of(request.param, theme)


def test_the_policy_forbids_everything_from_elsewhere(html: str) -> None:
    meta = HtmlReader(html).all("meta")
    assert [m["content"] for m in meta if m.get("http-equiv") == "Content-Security-Policy"] == [
        POLICY
    ]


def test_robots_and_referrer_are_told_to_keep_away(html: str) -> None:
    named = {m["name"]: m["content"] for m in HtmlReader(html).all("meta") if "name" in m}
    assert named["robots"] == "noindex, nofollow, noarchive"
    assert named["referrer"] == "no-referrer"


def test_nothing_is_inline(html: str) -> None:
    page = HtmlReader(html)
    assert page.all("style") == []
    assert all("src" in script for script in page.all("script"))
    names = {name for _, attributes in page.tags for name in attributes}
    assert not {name for name in names if name == "style" or name.startswith("on")}


def test_links_stay_on_the_site_or_open_the_mail_program(html: str) -> None:
    page = HtmlReader(html)
    links = [a["href"] for a in page.all("a")]
    links += [
        tag.get("src", tag.get("href", "")) for t in ("script", "link") for tag in page.all(t)
    ]
    assert not [link for link in links if re.match(r"(?!mailto:)[a-z+.-]+:|/", link)]


def test_anchors_lead_somewhere(html: str) -> None:
    page = HtmlReader(html)
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))
    named = [a["href"][1:] for a in page.all("a") if a["href"].startswith("#")]
    named += [button["data-copy"] for button in page.all("button") if "data-copy" in button]
    for _, attributes in page.tags:
        named += attributes.get("aria-labelledby", "").split()
    assert set(named) <= set(ids)


def test_the_html_is_sound(html: str) -> None:
    page = HtmlReader(html)
    assert page.faults == []
    assert len(page.all("h1")) == 1
    assert len(page.all("main")) == 1
    assert html.count("</body>") == 1
    assert html.startswith("<!doctype html>\n")


def test_only_the_plain_theme_has_no_script() -> None:
    page, silent = today_page(sample_insights()), replace(FRAME, scripts=())
    assert HtmlReader(html_of(page)).all("script")
    assert not HtmlReader(html_of(page, "plain", silent)).all("script")


def fields_of(value: object) -> set[str]:
    if isinstance(value, tuple):
        return {name for item in value for name in fields_of(item)}
    if not isinstance(value, Struct) or isinstance(value, Draft | Parts):
        return set()
    names = {*value.__struct_fields__}
    return names.union(*(fields_of(getattr(value, name)) for name in names))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.address)
def test_a_view_holds_only_what_its_template_shows(page: Page) -> None:
    templates = environment().theme.templates
    parts = (page.template, "macros.html", "evidence_parts.html", "pictures.html")
    shown = "".join(templates[part] for part in parts)
    shown += "ref.text ref.href ref.draft"  # by the filter `link`
    assert not {name for name in fields_of(page.view) if f".{name}" not in shown}


def test_a_door_page_stays_small() -> None:
    assert max(len(html_of(page)) for page in door_pages(sample_insights())) <= 60_000
