"""Renders one page, or says which line of which template failed."""

from contextlib import suppress

from site_builder.diagnostics import Diagnostic
from site_builder.pages.drafts import Draft
from site_builder.pages.frame import Frame
from site_builder.pages.page import Page
from site_builder.rendering.draft_compose import Letter, compose_letter
from site_builder.rendering.environment import Engines, Environment
from site_builder.rendering.template_words import blame
from site_builder.rendering.turns import EndlessError

NAV = "nav.html"


def render_page(environment: Environment, page: Page, frame: Frame) -> bytes | Diagnostic:
    """Return the page's bytes; templates see `view`, `site`, `root` and `page`."""
    names = {"view": page.view, "site": frame, "root": page.root, "page": page}
    return _html(environment, page.template, names)


def render_nav(
    environment: Environment, frame: Frame, *, key: str, root: str
) -> bytes | Diagnostic:
    """Return the navigation with the entry `key` marked, as it is seen from `root`."""
    return _html(environment, NAV, {"site": frame, "root": root, "key": key})


def render_draft(environment: Environment, draft: Draft) -> Letter | Diagnostic:
    """Return the words of a draft."""
    with suppress(Exception):
        return _letter(environment.quick, draft)
    try:
        return _letter(environment.exact, draft)
    except Exception as error:  # noqa: BLE001 - a template can raise whatever its author can
        return blame(environment.theme, environment.exact.drafts, error, template=draft.template)


def _html(environment: Environment, template: str, names: dict[str, object]) -> bytes | Diagnostic:
    """Return what a template makes of these names, quickly or else exactly."""
    if template in environment.endless:
        return environment.endless[template]
    with suppress(Exception):
        return _rendered(environment.quick, template, names)
    try:
        return _rendered(environment.exact, template, names)
    except Exception as error:  # noqa: BLE001 - as above
        found = blame(environment.theme, environment.exact.pages, error, template=template)
        if isinstance(error, EndlessError):
            environment.endless[template] = found
        return found


def _rendered(engines: Engines, template: str, names: dict[str, object]) -> bytes:
    engines.turns.begin()
    html = engines.pages.get_template(template).render(names)
    return html.encode("utf-8", "replace")


def _letter(engines: Engines, draft: Draft) -> Letter:
    engines.turns.begin()
    return compose_letter(engines.drafts, draft)
