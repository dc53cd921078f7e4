"""The strict template engine: everything is escaped, nothing undefined passes unseen."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import jinja2
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from site_builder.pages.drafts import Draft
from site_builder.pages.page import Ref, SafeHtml
from site_builder.rendering.draft_compose import Letter, compose_letter
from site_builder.rendering.rows import Rows, each_of
from site_builder.rendering.site_files import nav_mark
from site_builder.rendering.template_code import DirectCode, Fields, show_text
from site_builder.rendering.theme import Theme

DRAFT = ' <span class="badge"><span aria-hidden="true">✎</span> draft</span>'
"""What stands behind a link to what the published site leaves out."""
CODE = re.compile(r"`([^`]+)`")
UNESCAPED = re.compile(r"\{%[-+]?\s*autoescape\b")
"""A tag of Jinja's by which a template could stop escaping."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A theme made ready to render: pages escaped as HTML, drafts as plain text."""

    theme: Theme
    pages: jinja2.Environment
    drafts: jinja2.Environment


class _Engine(ImmutableSandboxedEnvironment):
    """A sandbox, as a vault may come from elsewhere; a view model's own fields pass quickly."""

    code_generator_class = DirectCode
    show_text = staticmethod(show_text)

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - handed on to Jinja
        super().__init__(**options)
        self.fields = Fields()


class _Templates(jinja2.BaseLoader):
    """Templates from memory that know which file they were written in."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Return text and path of a template; it never changes within one run."""
        del environment
        if template not in self.theme.templates:
            raise jinja2.TemplateNotFound(template)
        text, path = self.theme.templates[template], self.theme.paths[template]
        if found := UNESCAPED.search(text):
            line = text.count("\n", 0, found.start()) + 1
            message = "expected text that is escaped, found {% autoescape %}"
            raise jinja2.TemplateSyntaxError(message, line, template, path)
        return text, path, lambda: True


def make_environment(theme: Theme, *, keep: bool = False) -> Environment:
    """Return the engine for a theme; templates are compiled when first used.

    With `keep` it remembers the rows of long lists.
    """
    environment = Environment(theme, _engine(theme, escapes=True), _engine(theme, escapes=False))

    @jinja2.pass_context
    def nav(context: Context, key: str) -> Markup:
        """Return what stands for the navigation with the entry `key` marked as the present one."""
        return Markup(nav_mark(key, context["root"]))  # noqa: S704 - our own mark

    def letter(draft: Draft) -> Letter:
        """Return the words of a draft, composed from its template and facts."""
        return compose_letter(environment.drafts, draft)

    environment.pages.filters |= {"html": show_html, "link": show_link, "nav": nav}
    environment.pages.filters |= {"code": show_code, "letter": letter}
    environment.pages.filters["each"] = each_of(Rows(keep=keep))
    return environment


def _engine(theme: Theme, *, escapes: bool) -> jinja2.Environment:
    engine = _Engine(
        autoescape=escapes,
        undefined=jinja2.StrictUndefined,
        trim_blocks=escapes,  # in plain text a line's end is meant, even after a tag
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        loader=_Templates(theme),
    )
    del engine.filters["safe"]  # only `html` shows what is not escaped, and only what we made
    return engine


def show_html(html: SafeHtml) -> Markup:
    """Show HTML that this program made, unescaped; any other text is escaped."""
    return Markup(html) if isinstance(html, SafeHtml) else escape(html)  # noqa: S704 - that type is safe


def show_code(text: str) -> Markup:
    """Show a text in which `backticks` mark what is to be typed."""
    return Markup(CODE.sub(r"<code>\1</code>", str(escape(text))))  # noqa: S704 - escaped before


@jinja2.pass_context
def show_link(context: Context, ref: Ref) -> Markup:
    """Show a reference as a link, or as plain text where it leads nowhere."""
    if not ref.href:
        return escape(ref.text)
    href, mark = show_text(context["root"] + ref.href), DRAFT if ref.draft else ""
    return Markup(f'<a href="{href}">{show_text(ref.text)}</a>{mark}')  # noqa: S704 - both escaped
