"""A draft says so on its page and in every list; what is published wears no mark."""

import re
from datetime import date

import pytest

from site_builder.insights.analyse import analyse
from site_builder.insights.insight import Insights
from site_builder.insights.threads import threads_of
from site_builder.pages.page import Page
from site_builder.pages.site import plan_site
from tests.support.html_reader import HtmlReader
from tests.support.theme_files import html_of
from tests.support.vaults import Files, intro, people, vault_of

DAY = date(2026, 11, 4)
OWN = (
    "Draft: not on the published site, unless it is built with --drafts. "
    "Remove draft: true when it is ready."
)


def with_drafts(files: Files) -> dict[str, Page]:
    """Plan a site as the preview shows it."""
    insights = insights_in(files)
    return {
        page.address: page for sheaf in plan_site(insights, ()).sheaves.values() for page in sheaf
    }


def insights_in(files: Files) -> Insights:
    vault = vault_of(files, drafts=True)
    return analyse(vault, threads_of(vault, DAY), DAY)


def ribbon(page: Page, theme: str = "default") -> str:
    """Return what a page says on top of a draft."""
    found = re.search(r'<p class="ribbon">(.*)</p>', html_of(page, theme))
    return re.sub("<[^>]+>", "", found[1]) if found else ""


VAULT = people("tara ana ben", ben="draft: true") | {
    "intros/one.md": intro("2026-10-01 asked"),
    "intros/two.md": intro("2026-10-09 asked", introducer="ben"),
}


@pytest.mark.parametrize("theme", ["default", "plain"])
def test_the_page_of_a_draft_begins_with_its_ribbon(theme: str) -> None:
    pages = with_drafts(VAULT)
    assert ribbon(pages["contacts/ben.html"], theme) == OWN
    assert ribbon(pages["contacts/ana.html"], theme) == ""


def test_an_introduction_rests_on_its_file_and_its_people() -> None:
    drafted = {"intros/one.md": intro("2026-10-01 asked", draft="true")}
    pages = with_drafts(VAULT | drafted)
    assert ribbon(pages["intros/one.html"]) == OWN
    assert ribbon(pages["intros/two.html"]) == (
        "Not on the published site, unless it is built with --drafts: contacts/ben.md is a draft."
    )
    assert ribbon(with_drafts(VAULT)["intros/one.html"]) == ""


def test_a_draft_of_an_introduction_says_that_it_is_not_counted() -> None:
    page = with_drafts({**VAULT, "intros/one.md": intro("2026-10-01 asked", draft="true")})
    text = HtmlReader(html_of(page["intros/one.html"])).text
    assert "not counted yet" in text
    assert "A draft takes no part in your doors" in text


def test_a_door_known_from_drafts_alone_is_not_published() -> None:
    target = {"contacts/tara.md": "---\nname: Tara\ndraft: true\n---\n"}
    assert ribbon(with_drafts(VAULT | target)["threads/tara.html"]) == (
        "Not on the published site, unless it is built with --drafts: "
        "contacts/tara.md and contacts/ben.md are drafts."
    )
    assert ribbon(with_drafts(VAULT)["threads/tara.html"]) == (
        "Counts what the published site leaves out: contacts/ben.md is a draft."
    )
    published = people("tara ana") | {"intros/one.md": VAULT["intros/one.md"]}
    assert ribbon(with_drafts(published)["threads/tara.html"]) == ""


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "contacts/index.html",
        "contacts/ana.html",
        "threads/index.html",
        "intros/index.html",
        "groups/team-crew.html",
    ],
)
def test_lists_mark_what_is_a_draft_and_only_that(address: str) -> None:
    drafted = {
        "contacts/tara.md": "---\nname: Tara\ngroups: [team/crew]\ndraft: true\n---\n",
        "contacts/ana.md": "---\nname: Ana\nknows: [tara 4]\n---\n",
        "intros/one.md": intro("2026-10-01 asked"),
        "intros/two.md": intro("2026-10-01 asked", draft="true"),
    }
    ready = {path: text.replace("draft: true\n", "") for path, text in drafted.items()}
    assert "✎ draft" in HtmlReader(html_of(with_drafts(drafted)[address])).text
    assert "✎ draft" not in HtmlReader(html_of(with_drafts(ready)[address])).text
