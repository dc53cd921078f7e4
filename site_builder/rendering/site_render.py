"""Renders all pages of a plan; those that nothing changed for are remembered."""

from collections.abc import Hashable, Iterable, Iterator

from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic
from site_builder.pages.site import SitePlan
from site_builder.rendering.environment import Environment, make_environment
from site_builder.rendering.render import render_nav, render_page
from site_builder.rendering.site_files import Rendered, SiteFiles, nav_of, rendered
from site_builder.rendering.theme import Theme
from site_builder.tables import Tables
from site_builder.tables.spread import Spread

Place = tuple[str, Hashable]
"""A page: its sheaf and its key there."""


def render_site(
    plan: SitePlan, theme: Theme, memo: Tables, *, spread: Spread
) -> tuple[SiteFiles, tuple[Diagnostic, ...]]:
    """Return all files of the site, and what is wrong with the theme."""
    frame = plan.frame if theme.counts_everywhere else replace(plan.frame, nav=())
    memo.constant("frame", (theme.fingerprint, frame))
    environment = memo.derive("environment", ("",), lambda _: make_environment(theme))[""]

    def render(place: Place) -> Rendered | Diagnostic:
        sheaf, key = place
        page = plan.sheaves[sheaf].plan(key)
        html = render_page(environment, page, frame)
        return html if isinstance(html, Diagnostic) else rendered(page.address, html)

    places = [(name, key) for name, sheaf in plan.sheaves.items() for key in sheaf.keys]
    html = memo.derive("pages", places, render, spread=spread)
    pages = [row for row in html.values() if not isinstance(row, Diagnostic)]
    navs = dict(_navs(environment, plan, pages))
    faults = [row for row in (*html.values(), *navs.values()) if isinstance(row, Diagnostic)]
    known = {mark: nav for mark, nav in navs.items() if not isinstance(nav, Diagnostic)}
    by_address = {page.address: page for page in pages}
    files = SiteFiles({**theme.static, **plan.files}, by_address, known)
    return files, tuple(dict.fromkeys(faults))


def _navs(
    environment: Environment, plan: SitePlan, pages: Iterable[Rendered]
) -> Iterator[tuple[bytes, bytes | Diagnostic]]:
    for mark in dict.fromkeys(mark for page in pages for mark in page.pieces[1::2]):
        key, root = nav_of(mark)
        yield mark, render_nav(environment, plan.frame, key=key, root=root)
