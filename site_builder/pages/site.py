"""The plan of the whole site: every page there is, and the frame around them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from site_builder import __version__
from site_builder.diagnostics import Diagnostic, Severity
from site_builder.insights.insight import Insights
from site_builder.pages.about import about_page
from site_builder.pages.connectors import connectors_page
from site_builder.pages.contact import contact_page
from site_builder.pages.contact_index import contact_index
from site_builder.pages.contacts import contacts_pages
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
from site_builder.pages.tag_uses import TagUse, tag_uses
from site_builder.pages.tags import tag_pages, tags_pages
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
    tags = tag_uses(insights.vault)
    units = tuple(_units(insights, diagnostics, tags))
    return SitePlan(units, _frame(insights, diagnostics, scripts, len(tags)))


def _units(
    insights: Insights, diagnostics: tuple[Diagnostic, ...], tags: Mapping[str, TagUse]
) -> Iterator[Unit]:
    index, doors = contact_index(insights), open_doors(insights)
    vault = insights.vault
    yield lambda: (today_page(insights), connectors_page(insights), about_page(insights))
    yield lambda: (problems_page(diagnostics), not_found_page())
    yield lambda: doors_pages(insights)
    yield lambda: contacts_pages(insights, index)
    yield lambda: intros_pages(insights, index)
    yield lambda: groups_pages(insights)
    yield lambda: tags_pages(tags)
    yield from _each(insights.doors, lambda door: [door_page(insights, door)])
    yield from _each(tuple(vault.people), lambda person: [contact_page(person, index)])
    yield from _each(vault.spokes, lambda spoke: [intro_page(spoke, index)])
    yield from _each(tuple(tags), lambda tag: tag_pages(tag, tags, index))
    yield from _each(tuple(vault.circles.values()), lambda one: [group_page(vault, one, doors)])


def _each(items: Sequence[Item], pages: Callable[[Item], Iterable[Page]]) -> Iterator[Unit]:
    for start in range(0, len(items), UNIT_SIZE):
        part = items[start : start + UNIT_SIZE]
        yield lambda part=part: [page for one in part for page in pages(one)]  # type: ignore[misc] # bound now


def _frame(
    insights: Insights, diagnostics: tuple[Diagnostic, ...], scripts: tuple[str, ...], tags: int
) -> Frame:
    settings = insights.vault.settings
    return Frame(
        title=settings.title,
        language=settings.language,
        as_of=day_long(insights.today),
        as_of_iso=insights.today.isoformat(),
        fixed_day=settings.today == insights.today,
        audience="private",
        version=f"Doorstep {__version__}",
        nav=tuple(_nav(insights, diagnostics, tags)),
        scripts=scripts,
    )


def _nav(insights: Insights, diagnostics: tuple[Diagnostic, ...], tags: int) -> Iterator[NavItem]:
    vault = insights.vault
    moves = sum(needs_move(door) for door in insights.doors)
    problems = sum(found.severity is not Severity.HINT for found in diagnostics)
    yield NavItem("today", "Today", "index.html", moves or None, alert=moves > 0)
    yield NavItem("doors", "Doors", "threads/index.html", len(insights.doors))
    yield NavItem("contacts", "Contacts", "contacts/index.html", len(vault.people))
    yield NavItem("intros", "Intros", "intros/index.html", len(vault.spokes))
    yield NavItem("groups", "Circles", "groups/index.html", len(vault.circles))
    if tags:
        yield NavItem("tags", "Tags", "tags/index.html", tags)
    yield NavItem("connectors", "Connectors", "connectors.html", len(insights.connectors))
    yield NavItem("problems", "Problems", "problems.html", problems)
    yield NavItem("about", "About", "about.html")
