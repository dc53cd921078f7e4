"""Renders all pages of a plan, unit by unit."""

from site_builder.diagnostics import Diagnostic
from site_builder.memo import Memo
from site_builder.pages.site import SitePlan, Unit, unit_size
from site_builder.rendering.environment import make_environment
from site_builder.rendering.render import render_page
from site_builder.rendering.theme import Theme
from site_builder.spread import Spread

Rendered = list[tuple[str, bytes] | Diagnostic]


def render_site(
    plan: SitePlan, theme: Theme, *, memo: Memo, spread: Spread
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the bytes of every page by address, and what is wrong with the theme."""
    environment = memo.recall("theme", theme.fingerprint, lambda: make_environment(theme))

    def render(unit: Unit) -> Rendered:
        rendered: Rendered = []
        for page in unit():
            result = render_page(environment, page, plan.frame)
            rendered.append(result if isinstance(result, Diagnostic) else (page.address, result))
        return rendered

    results = [
        result
        for part in spread(render, plan.units, phase="pages", size=unit_size)
        for result in part
    ]
    faults = (result for result in results if isinstance(result, Diagnostic))
    pages = dict(result for result in results if not isinstance(result, Diagnostic))
    return pages, tuple(dict.fromkeys(faults))
