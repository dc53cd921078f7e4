"""Compiles a theme's templates before anybody has a page to render."""

from collections.abc import Iterator
from contextlib import suppress

import jinja2

from site_builder.rendering.codes import Codes
from site_builder.rendering.environment import make_environment
from site_builder.rendering.theme import Theme

DRAFTS = "drafts/"


def codes_of(theme: Theme) -> Codes:
    """Return the code of all templates; one that is wrong is left to whoever reports it."""
    codes = Codes()
    engines = make_environment(theme, codes=codes).quick
    for name in _asked_for(theme):
        engine = engines.drafts if name.startswith(DRAFTS) else engines.pages
        with suppress(jinja2.TemplateError):
            engine.get_template(name)
    return codes


def _asked_for(theme: Theme) -> Iterator[str]:
    """Yield templates by the name they go by; those that others hide by their theme's name, too."""
    for name, text in theme.templates.items():
        owner, _, bare = name.partition("/")
        if owner not in theme.chain or theme.templates.get(bare) != text:
            yield name
