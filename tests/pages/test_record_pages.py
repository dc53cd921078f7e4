"""The pages of people, introductions and circles as they are rendered, in both themes."""

import json
import re
from collections.abc import Iterator

import pytest

from site_builder.diagnostics import Diagnostic, Severity
from site_builder.insights.insight import Insights
from site_builder.pages.about import about_page
from site_builder.pages.contact import contact_pages
from site_builder.pages.contact_index import contact_index
from site_builder.pages.contacts import contacts_pages
from site_builder.pages.group import group_pages
from site_builder.pages.groups import groups_pages
from site_builder.pages.intro import intro_pages
from site_builder.pages.intros import intros_pages
from site_builder.pages.page import Page
from site_builder.pages.parts import ROWS
from site_builder.pages.problems import problems_page
from site_builder.pages.site import not_found_page
from site_builder.source import Span
from tests.support.html_reader import HtmlReader
from tests.support.insights_sample import insights_in, sample_insights
from tests.support.theme_files import html_of
from tests.support.vaults import insights_of, people

THEMES = ("default", "plain")

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"'><svg onload=alert(1)>",
    "</title></pre></mark><script>alert(1)</script>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "[[sam|<b onclick=x>]]",
    "x" * 400,
    "\u202eevil\u0301 \U0001f6aa",
)


def pages_of(insights: Insights, *found: Diagnostic) -> Iterator[Page]:
    """Plan every page of these kinds."""
    index = contact_index(insights)
    yield from contacts_pages(index)
    yield from contact_pages(index)
    yield from intros_pages(index)
    yield from intro_pages(index)
    yield from groups_pages(index)
    yield from group_pages(index)
    yield problems_page(found)
    yield about_page(insights)
    yield not_found_page()


def hostile(payload: str) -> Insights:
    """Write the payload into every field there is."""
    quoted = json.dumps(payload, ensure_ascii=False)
    texts = json.dumps([payload, f"https://x.example/{payload}"], ensure_ascii=False)
    keys = ("role", "org", "location", "timezone", "language", "channel", "tea")
    facts = "\n".join(f"{key}: {quoted}" for key in keys)
    lists = "\n".join(f"{key}: {texts}" for key in ("email", "phone", "url", "aliases", "tags"))
    group = json.dumps(f"team/a 2001-2003 {payload}", ensure_ascii=False)
    tie = json.dumps(f"sam 3? {payload}", ensure_ascii=False)
    person = f"---\nname: {quoted}\n{facts}\n{lists}\ngroups: [{group}]\nknows: [{tie}]\n---\n"
    asks = "\n".join(f"{key}: {quoted}" for key in ("goal", "why", "channel", "thread", "blind"))
    spoke = f"---\ntarget: tara\nintroducer: sam\n{asks}\ntea: {quoted}\n---\n"
    log = f"## Log\n\n- 2026-11-01 asked: {payload}\n- 2026-12-01 met: {payload}\n"
    return insights_of(
        {
            "contacts/tara.md": f"{person}{payload}\n\n## Log\n\n- 2026-11-01 call: {payload}\n",
            "contacts/sam.md": f"---\nname: Sam\ngroups: [{group}]\n---\n[[tara|{payload}]]\n",
            "intros/it.md": f"{spoke}{payload}\n\n{log}",
        },
        "2026-11-22",
    )


@pytest.mark.parametrize("payload", PAYLOADS)
def test_hostile_text_is_only_text(payload: str) -> None:
    span = Span(1, 3, 1, 9)
    found = Diagnostic(payload, Severity.ERROR, payload, payload, span, payload, payload)
    for page in pages_of(hostile(payload), found):
        for theme in THEMES:
            read = HtmlReader(html_of(page, theme))
            assert read.faults == []
            assert all(script["src"].endswith(".js") for script in read.all("script"))
            assert not read.all("img")
            for _, attributes in read.tags:
                assert not {name for name in attributes if name.startswith("on") or name == "style"}
                assert not attributes.get("href", "").lower().startswith(("javascript", "data:"))


def test_the_payload_does_reach_the_page() -> None:
    """The positive control: what is harmless above is there."""
    text = " ".join(HtmlReader(html_of(page)).text for page in pages_of(hostile(PAYLOADS[0])))
    assert text.count(PAYLOADS[0]) > 40


def test_template_syntax_in_a_file_is_not_run() -> None:
    pages = contact_pages(contact_index(hostile("{{ 7 * 7 }}")))
    page = next(page for page in pages if "tara" in page.address)
    text = HtmlReader(html_of(page)).text
    assert "{{ 7 * 7 }}" in text
    assert "49" not in text


def sample_pages() -> list[Page]:
    insights = sample_insights()
    warning = Diagnostic("no-goal", Severity.WARNING, "no `goal`", "a.md", Span(1, 1, 1, 1), "add")
    return [*pages_of(insights, warning), *pages_of(insights_of({}, "2026-11-22"))]


@pytest.mark.parametrize("theme", THEMES)
def test_ids_are_unique_and_what_points_at_them_finds_them(theme: str) -> None:
    for page in sample_pages():
        read = HtmlReader(html_of(page, theme))
        ids = [attributes["id"] for _, attributes in read.tags if "id" in attributes]
        assert len(ids) == len(set(ids)), page.address
        named = [a["href"][1:] for a in read.all("a") if a["href"].startswith("#")]
        named += [button["data-copy"] for button in read.all("button") if "data-copy" in button]
        for _, attributes in read.tags:
            named += attributes.get("aria-labelledby", "").split()
        assert set(named) <= set(ids), page.address
        assert (len(read.all("h1")), len(read.all("main")), read.faults) == (1, 1, [])


def test_every_link_inside_leads_to_a_page_of_the_site() -> None:
    insights = sample_insights()
    pages = list(pages_of(insights))
    known = {page.address for page in pages} | {"index.html", "threads/index.html"}
    known |= {f"threads/{door.thread.id}.html" for door in insights.doors}
    for page in pages:
        for link in HtmlReader(html_of(page)).all("a"):
            target = link["href"]
            if re.match(r"[a-z]+:|#", target):
                continue
            depth = page.address.count("/")
            assert target.count("../") in (0, depth), target
            assert target.replace("../", "") in known, f"{page.address}: {target}"


def test_links_off_the_site_say_nothing_of_where_they_came_from() -> None:
    text = "== contacts/tara.md\nname: Tara\nurl: https://x.example/a\n"
    outside = [
        link
        for page in pages_of(insights_in(text))
        for link in HtmlReader(html_of(page)).all("a")
        if link["href"].startswith("http")
    ]
    assert outside == [{"href": "https://x.example/a", "rel": "noreferrer noopener"}]


def test_the_page_of_a_lost_address_needs_nothing_else() -> None:
    for theme in THEMES:
        read = HtmlReader(html_of(not_found_page(), theme))
        assert [a["href"] for a in read.all("a")] == ["index.html"]
        assert not read.all("link")
        assert not read.all("script")


def test_a_person_whom_everybody_knows_and_mentions_still_has_a_small_page() -> None:
    names = [f"person-{number:04}" for number in range(400)]
    files = people("hub")
    for name in names:
        ties = "[hub 3 met at a conference some years ago]"
        files[f"contacts/{name}.md"] = f"---\nname: {name}\nknows: {ties}\n---\nSee [[hub]].\n"
        log = "## Log\n\n- 2026-10-01 asked\n- 2026-10-02 introduced\n- 2026-10-03 wrote\n"
        files[f"intros/{name}.md"] = f"---\ntarget: {name}\nintroducer: hub\n---\n\n{log}"
    entries = "".join(f"- 2025-{m:02}-{d:02}: a call\n" for m in range(1, 13) for d in range(1, 29))
    files["contacts/hub.md"] = f"---\nname: Hub\n---\n\n## Log\n\n{entries}"
    pages = contact_pages(contact_index(insights_of(files, "2026-11-22")))
    hub = next(page for page in pages if page.address == "contacts/hub.html")
    assert len(html_of(hub).encode()) <= 30_000


def test_an_empty_vault_is_told_what_to_write() -> None:
    pages = {page.address: html_of(page) for page in pages_of(insights_of({}, "2026-11-22"))}
    for address, key in (
        ("contacts/index.html", "name: Tara Lindqvist"),
        ("intros/index.html", "introducer: sam-okafor"),
        ("groups/index.html", "groups:"),
    ):
        assert key in pages[address]


def test_a_long_list_leads_to_its_other_parts() -> None:
    names = " ".join(f"p{number:04}" for number in range(ROWS + 1))
    _, second = contacts_pages(contact_index(insights_of(people(names), "2026-11-22")))
    links = [link["href"] for link in HtmlReader(html_of(second)).all("a")]
    assert "../../contacts/index.html" in links
    assert "../../contacts/p0500.html" in links
