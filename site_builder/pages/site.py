"""The plan of the whole site: every page there is, and the frame around them."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from site_builder import __version__
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.insights.insight import Insights
from site_builder.model.vault import Vault
from site_builder.pages.about import about_page
from site_builder.pages.connectors import connector_rows, connectors_page
from site_builder.pages.contact import contact_pages
from site_builder.pages.contact_index import ContactIndex, contact_index
from site_builder.pages.contacts import contacts_pages, first_page
from site_builder.pages.door import door_pages
from site_builder.pages.doors import doors_pages
from site_builder.pages.evidence import evidence_page, found_of
from site_builder.pages.frame import Frame, NavItem, has_part
from site_builder.pages.groups import group_pages, groups_pages
from site_builder.pages.host_files import host_files
from site_builder.pages.intro import intro_pages
from site_builder.pages.intros import intros_pages
from site_builder.pages.network import network_pages
from site_builder.pages.network_data import network_files
from site_builder.pages.page import Page, Sheaf
from site_builder.pages.problems import problems_page
from site_builder.pages.search_index import SCRIPT, search_files
from site_builder.pages.tag_uses import tag_uses
from site_builder.pages.tags import tag_pages, tags_pages
from site_builder.pages.today import needs_move, today_page
from site_builder.pages.today_lists import today_lists
from site_builder.pages.words import day_long
from site_builder.tables import FRESH, Joined, Tables


class SitePlan(Struct, frozen=True):
    """The pages to plan and render, by kind, and their frame."""

    sheaves: Mapping[str, Sheaf]
    frame: Frame
    files: Mapping[str, bytes]
    """Files that are no pages, by address; one may be made only when it is read."""


def plan_site(
    insights: Insights,
    diagnostics: tuple[Diagnostic, ...],
    tables: Tables = FRESH,
    *,
    scripts: tuple[str, ...] = (),
) -> SitePlan:
    """Plan every page of the site; a page's view is made when its sheaf is asked for it."""
    vault, index = insights.vault, contact_index(insights, tables)
    tags = tag_uses(vault, tables)
    sheaves = {
        "single": single_pages(insights, diagnostics, index),
        "contacts": contacts_pages(index),
        "contact": contact_pages(index),
    }
    if tags or vault.audience.is_private:
        sheaves |= {"tags": tags_pages(tags, tables), "tag": tag_pages(tags, index)}
    has = partial(has_part, vault.audience)
    files: list[Mapping[str, bytes]] = [host_files()]
    if has("doors"):
        sheaves |= {"doors": doors_pages(index), "door": door_pages(insights)}
    if has("intros"):
        sheaves |= {"intros": intros_pages(index), "intro": intro_pages(index)}
    if has("groups"):
        sheaves |= {"groups": groups_pages(index), "group": group_pages(index)}
    if has("network"):
        sheaves["network"] = network_sheaf(vault, tables)
        files += [network_files(vault, tables)] if scripts else []
    if SCRIPT in scripts:
        files += [search_files(index, tags)]
    frame = _frame(insights, diagnostics, scripts, len(tags), tables)
    return SitePlan(sheaves, frame, Joined(*files))


def plan_problems(
    insights: Insights,
    diagnostics: tuple[Diagnostic, ...],
    tables: Tables = FRESH,
    *,
    scripts: tuple[str, ...] = (),
) -> SitePlan:
    """Plan the Problems page alone, of a vault that gives no site."""
    pages = _planned("problems", {"problems": problems_page(diagnostics)}, tables, _single)
    return SitePlan({"problems": pages}, _frame(insights, diagnostics, scripts), {})


def network_sheaf(vault: Vault, tables: Tables) -> Sheaf:
    """Plan the network, whenever people, ties or circles are others."""
    pages = {page.address: page for page in network_pages(vault, tables)}
    return _planned("network pages", pages, tables, str)


def _planned(
    name: str, pages: Mapping[str, Page], tables: Tables, address: Callable[[str], str]
) -> Sheaf:
    """Return pages that are planned by others."""
    shown = tables.source(name, pages)
    return Sheaf(shown, shown.__getitem__, address)


def single_pages(
    insights: Insights, diagnostics: tuple[Diagnostic, ...], index: ContactIndex
) -> Sheaf:
    """Plan the pages there is one of; one is planned anew when anything that it read is new."""
    tables = index.tables
    lists, rows = today_lists(insights, tables), connector_rows(index)
    found = found_of(insights, tables) if tables.remembers else None
    plans: dict[str, Callable[[], Page]] = {
        "today": lambda: today_page(insights, lists),
        "connectors": lambda: connectors_page(insights, rows),
        "about": lambda: about_page(insights),
        "problems": lambda: problems_page(*seen["problems"]),
        "evidence": lambda: evidence_page(insights, seen["evidence"]),
    }
    seen: Mapping[str, Any] = tables.source("seen", {"evidence": found, "problems": (diagnostics,)})
    audience = insights.vault.audience
    keys = [key for key in plans if has_part(audience, key)]
    others: dict[str, Page] = {"404": not_found_page()}
    if "today" not in keys:
        others["today"] = first_page(index)
    pages = tables.derive("planned", keys, lambda key: plans[key]())
    return _planned("single pages", Joined(others, pages), tables, _single)


def _single(key: str) -> str:
    return "index.html" if key == "today" else f"{key}.html"


def not_found_page() -> Page:
    """Plan `404.html`: without style or script, as its depth is not known in advance."""
    return Page("404.html", "404.html", None)


def _frame(
    insights: Insights,
    diagnostics: tuple[Diagnostic, ...],
    scripts: tuple[str, ...],
    tags: int = 0,
    tables: Tables = FRESH,
) -> Frame:
    vault, settings = insights.vault, insights.vault.settings
    has, own = partial(has_part, vault.audience), vault.audience.is_private
    return Frame(
        title=settings.title,
        language=settings.language,
        as_of=day_long(insights.today),
        as_of_iso=insights.today.isoformat(),
        fixed_day=settings.today == insights.today,
        audience=vault.audience.name,
        own=own,
        you="" if own else _you(vault),
        version=f"Doorstep {__version__}",
        nav=tuple(one for one in _nav(insights, diagnostics, tags, tables) if has(one.key)),
        first="Today" if has("today") else "Start",
        scripts=scripts,
    )


def _you(vault: Vault) -> str:
    """Say whom the pages address and what they know: they are the owner's, whoever reads them."""
    owner = vault.people[vault.me].name if vault.me else "the owner of these notes"
    return f"“You” is {owner}. “Written down” means: for {vault.audience.name} to see."


def _nav(
    insights: Insights, diagnostics: tuple[Diagnostic, ...], tags: int, tables: Tables
) -> Iterator[NavItem]:
    vault = insights.vault
    moves = tables.single("moves", lambda: sum(map(needs_move, insights.doors)))()
    problems = sum(found.severity is not Severity.HINT for found in diagnostics)
    yield NavItem("today", "Today", "index.html", moves or None, alert=moves > 0)
    yield NavItem("doors", "Doors", "threads/index.html", len(insights.by_thread))
    yield NavItem("contacts", "Contacts", "contacts/index.html", len(vault.people))
    yield NavItem("intros", "Intros", "intros/index.html", len(vault.paths))
    yield NavItem("groups", "Circles", "groups/index.html", len(vault.circles))
    yield NavItem("network", "Network", "network.html")
    if tags:
        yield NavItem("tags", "Tags", "tags/index.html", tags)
    yield NavItem("connectors", "Connectors", "connectors.html", len(insights.by_connector))
    yield NavItem("evidence", "Evidence", "evidence.html")
    yield NavItem("problems", "Problems", "problems.html", problems)
    yield NavItem("about", "About", "about.html")
