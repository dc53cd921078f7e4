"""What a template is given is what it shows, and a theme without scripts has none."""

import pytest
from msgspec import Struct
from msgspec.structs import replace

from site_builder.pages.connectors import connectors_page
from site_builder.pages.contact import contact_pages
from site_builder.pages.contact_index import contact_index
from site_builder.pages.door import door_pages
from site_builder.pages.doors import doors_pages
from site_builder.pages.drafts import Draft
from site_builder.pages.evidence import evidence_page
from site_builder.pages.groups import groups_pages
from site_builder.pages.intro import intro_pages
from site_builder.pages.intros import intros_pages
from site_builder.pages.network import network_pages
from site_builder.pages.page import Page
from site_builder.pages.today import today_page
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import insights_in, sample_insights
from tests.support.theme_files import FRAME, environment, html_of


def pages() -> list[Page]:
    insights, empty = sample_insights(), insights_in("")
    index = contact_index(insights)
    return [
        today_page(insights),
        *doors_pages(index),
        *contact_pages(index),
        *intros_pages(index),
        *intro_pages(index),
        *groups_pages(index),
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


def test_only_the_plain_theme_has_no_script() -> None:
    page, silent = today_page(sample_insights()), replace(FRAME, scripts=())
    assert HtmlReader(html_of(page)).all("script")
    assert not HtmlReader(html_of(page, "plain", silent)).all("script")


def fields_of(value: object) -> set[str]:
    if isinstance(value, tuple):
        return {name for item in value for name in fields_of(item)}
    if not isinstance(value, Struct) or isinstance(value, Draft):
        return set()
    names = {*value.__struct_fields__}
    return names.union(*(fields_of(getattr(value, name)) for name in names))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.address)
def test_a_view_holds_only_what_its_template_shows(page: Page) -> None:
    templates = environment().theme.templates
    parts = ("evidence_parts.html", "listing.html", "lists.html", "macros.html", "pictures.html")
    shown = "".join(templates[part] for part in (page.template, *parts))
    shown += "ref.text ref.href ref.draft"  # by the filter `link`
    assert not {name for name in fields_of(page.view) if f".{name}" not in shown}
