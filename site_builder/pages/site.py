"""The plan of the whole site: every page there is, and the frame around them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from site_builder import __version__
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.insights.insight import Insights
from site_builder.model.vault import Vault
from site_builder.pages.about import about_page
from site_builder.pages.connectors import connectors_page
from site_builder.pages.contact import contact_page
from site_builder.pages.contact_index import contact_index
from site_builder.pages.contacts import contacts_pages, first_page
from site_builder.pages.door import door_page
from site_builder.pages.doors import doors_pages
from site_builder.pages.frame import Frame, NavItem
from site_builder.pages.group import group_page
from site_builder.pages.groups import groups_pages, open_doors
from site_builder.pages.intro import intro_page
from site_builder.pages.intros import intros_pages
from site_builder.pages.not_found import not_found_page
from site_builder.pages.page import Page
from site_builder.pages.problems import problems_page
from site_builder.pages.site_parts import has_part
from site_builder.pages.today import needs_move, today_page
from site_builder.pages.words import day_long

Unit = Callable[[], Iterable[Page]]
"""A part of the site that can be planned and rendered on its own, in any process."""

UNIT_SIZE = 32
"""Pages of one kind in a unit."""
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class SitePlan:
    """The pages to plan and render, in units, and their frame."""

    units: tuple[Unit, ...]
    frame: Frame


def plan_site(
    insights: Insights, diagnostics: tuple[Diagnostic, ...], *, scripts: tuple[str, ...] = ()
) -> SitePlan:
    """Plan every page of the site; a page's view is made when its unit is called."""
    units = tuple(_units(insights, diagnostics))
    return SitePlan(units, _frame(insights, diagnostics, scripts))


def _units(insights: Insights, diagnostics: tuple[Diagnostic, ...]) -> Iterator[Unit]:
    index, doors = contact_index(insights), open_doors(insights)
    vault = insights.vault
    has = partial(has_part, vault.audience)
    yield lambda: (about_page(insights), not_found_page())
    yield lambda: contacts_pages(insights, index)
    yield from _each(tuple(vault.people), lambda person: contact_page(person, index))
    if has("problems"):
        yield lambda: (problems_page(diagnostics),)
    if has("today"):
        yield lambda: (today_page(insights), connectors_page(insights))
        yield lambda: doors_pages(insights)
        yield from _each(insights.doors, lambda door: door_page(insights, door))
    else:
        yield lambda: (first_page(insights, index),)
    if has("intros"):
        yield lambda: intros_pages(insights, index)
        yield from _each(vault.spokes, lambda spoke: intro_page(spoke, index))
    if has("groups"):
        circles = tuple(vault.circles.values())
        yield lambda: groups_pages(insights)
        yield from _each(circles, lambda circle: group_page(vault, circle, doors))


def _each(items: Sequence[Item], page: Callable[[Item], Page]) -> Iterator[Unit]:
    for start in range(0, len(items), UNIT_SIZE):
        part = items[start : start + UNIT_SIZE]
        yield lambda part=part: [page(item) for item in part]  # type: ignore[misc] # bound now


def _frame(
    insights: Insights, diagnostics: tuple[Diagnostic, ...], scripts: tuple[str, ...]
) -> Frame:
    vault, settings = insights.vault, insights.vault.settings
    return Frame(
        title=settings.title,
        language=settings.language,
        as_of=day_long(insights.today),
        as_of_iso=insights.today.isoformat(),
        fixed_day=settings.today == insights.today,
        audience=vault.audience.name,
        own=vault.audience.is_private,
        you="" if vault.audience.is_private else _you(vault),
        version=f"Doorstep {__version__}",
        nav=tuple(
            item for item in _nav(insights, diagnostics) if has_part(vault.audience, item.key)
        ),
        scripts=scripts,
    )


def _you(vault: Vault) -> str:
    """Say whom the pages address and what they know: they are the owner's, whoever reads them."""
    owner = vault.people[vault.me].name if vault.me else "the owner of these notes"
    return f"“You” is {owner}. “Written down” means: for {vault.audience.name} to see."


def _nav(insights: Insights, diagnostics: tuple[Diagnostic, ...]) -> Iterator[NavItem]:
    vault = insights.vault
    moves = sum(needs_move(door) for door in insights.doors)
    problems = sum(found.severity is not Severity.HINT for found in diagnostics)
    yield NavItem("today", "Today", "index.html", moves or None, alert=moves > 0)
    yield NavItem("doors", "Doors", "threads/index.html", len(insights.doors))
    yield NavItem("contacts", "Contacts", "contacts/index.html", len(vault.people))
    yield NavItem("intros", "Intros", "intros/index.html", len(vault.spokes))
    yield NavItem("groups", "Circles", "groups/index.html", len(vault.circles))
    yield NavItem("connectors", "Connectors", "connectors.html", len(insights.connectors))
    yield NavItem("problems", "Problems", "problems.html", problems)
    yield NavItem("about", "About", "about.html")
