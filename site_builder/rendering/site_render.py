"""Renders all pages of a plan; a page that shows the same as before is remembered."""

from site_builder.diagnostics import Diagnostic
from site_builder.memo import Memo
from site_builder.pages.site import SitePlan
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_page
from site_builder.rendering.theme import Theme


def render_site(
    plan: SitePlan, theme: Theme, memo: Memo
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the bytes of every page by address, and what is wrong with the theme."""
    environment = memo.recall("theme", theme.fingerprint, lambda: make_environment(theme))
    pages: dict[str, bytes] = {}
    faults: dict[Diagnostic, None] = {}
    for page in plan.pages:
        rendered = render_page(environment, page, plan.frame)
        if isinstance(rendered, Diagnostic):
            faults[rendered] = None
        else:
            pages[page.address] = rendered
    return pages, tuple(faults)
