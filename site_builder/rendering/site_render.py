"""Renders all pages of a plan; those that nothing changed for are remembered."""

from collections.abc import Mapping
from itertools import chain

from msgspec.structs import replace

from site_builder.diagnostics import Diagnostic
from site_builder.pages.frame import Frame
from site_builder.pages.site import SitePlan
from site_builder.rendering.codes import Ahead, nothing_ahead
from site_builder.rendering.environment import Environment, make_environment
from site_builder.rendering.render import render_nav, render_page
from site_builder.rendering.site_files import (
    FILES,
    Place,
    Rendered,
    Shelf,
    SiteFiles,
    nav_of,
    rendered,
    shelf_of,
)
from site_builder.rendering.template_words import ENDLESS
from site_builder.rendering.theme import Theme
from site_builder.tables import FRESH, Tables
from site_builder.tables.spread import Spread


def render_site(
    plan: SitePlan,
    theme: Theme,
    memo: Tables,
    *,
    spread: Spread,
    codes: Ahead = nothing_ahead,
) -> tuple[SiteFiles, tuple[Diagnostic, ...]]:
    """Return all files of the site, and what is wrong with the theme.

    `codes` gives templates that were compiled meanwhile, if there are any.
    """
    frame = frame_of_pages(plan, theme, memo)
    memo.constant("frame", (theme.fingerprint, frame))
    environment = _environment(theme, memo, codes)

    files = memo.source("files", plan.files)

    def render(place: Place) -> Rendered | Diagnostic:
        sheaf, key = place
        if sheaf == FILES:
            return Rendered(key, (files[key],))
        page = plan.sheaves[sheaf].plan(key)
        html = render_page(environment, page, frame)
        return html if isinstance(html, Diagnostic) else rendered(page.address, html)

    pages = memo.derive("pages", places_of(plan, memo), render, spread=spread)
    shelf, faults = _shelved(pages, memo)
    memo.constant("counts", plan.frame)

    def nav(mark: bytes) -> bytes | Diagnostic:
        key, root = nav_of(mark)
        return render_nav(environment, plan.frame, key=key, root=root)

    navs = memo.derive("navigations", tuple(shelf.marked), nav)
    known = {mark: html for mark, html in navs.items() if not isinstance(html, Diagnostic)}
    faults = (*faults, *(html for html in navs.values() if isinstance(html, Diagnostic)))
    environment.endless.update((one.path, one) for one in faults if one.message == ENDLESS)
    return SiteFiles(theme.static, pages, shelf, known), tuple(dict.fromkeys(faults))


def frame_of_pages(plan: SitePlan, theme: Theme, memo: Tables = FRESH) -> Frame:
    """Return the frame as pages see it: without counts, unless the theme counts outside `nav`."""
    counts = memo.derive("page counts", (theme.fingerprint,), lambda _: theme.counts_everywhere)
    return plan.frame if counts[theme.fingerprint] else replace(plan.frame, nav=())


def _environment(theme: Theme, memo: Tables, codes: Ahead) -> Environment:
    """Return the engines; where the last build did not try a page, no page of it counts."""
    environment = memo.single(
        "environment", lambda: make_environment(theme, keep=memo.remembers, codes=codes())
    )()
    memo.constant("given up", object() if environment.endless else None)
    environment.endless.clear()
    return environment


def places_of(plan: SitePlan, memo: Tables = FRESH) -> tuple[Place, ...]:
    """Return where every page is planned; a sheaf with the same keys gives the same places.

    What takes longest comes first: the files that tell of everybody, and the pages that do.
    """

    def placed(sheaf: str) -> tuple[Place, ...]:
        return tuple((sheaf, key) for key in plan.sheaves[sheaf].keys)

    places = memo.derive("places", tuple(plan.sheaves), placed)
    return (*((FILES, name) for name in plan.files), *chain.from_iterable(places.values()))


def _shelved(
    pages: Mapping[Place, Rendered | Diagnostic], memo: Tables
) -> tuple[Shelf, tuple[Diagnostic, ...]]:
    """Return where each page is to be found, and why some cannot."""
    labels = memo.each(
        "labels", pages, lambda page: page if isinstance(page, Diagnostic) else page.label
    )

    def shelved() -> tuple[Shelf, tuple[Diagnostic, ...]]:
        good = [(at, one) for at, one in labels.items() if not isinstance(one, Diagnostic)]
        return shelf_of(good), tuple(one for one in labels.values() if isinstance(one, Diagnostic))

    return memo.single("shelf", shelved)()
