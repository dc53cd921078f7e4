"""How templates show what is no plain text: links, our own HTML, words from right to left."""

import re

import jinja2
from jinja2.runtime import Context
from markupsafe import Markup, escape

from site_builder.pages.page import Ref, SafeHtml
from site_builder.rendering.right_to_left import isolated, own, said
from site_builder.rendering.site_files import nav_mark
from site_builder.rendering.template_code import as_markup, escaped

DRAFT = ' <span class="badge"><span aria-hidden="true">✎</span> draft</span>'
"""What stands behind a link to what the published site leaves out."""
CODE = re.compile(r"`([^`]+)`")


def show_html(html: SafeHtml) -> Markup:
    """Show HTML that this program made, unescaped; any other text is escaped."""
    return Markup(html) if isinstance(html, SafeHtml) else escape(html)  # noqa: S704 - that type is safe


def show_own(text: str) -> Markup:
    """Show what somebody wrote; from right to left it turns nothing beside it."""
    return as_markup(own(text))


def show_said(text: str, *, one: bool = False) -> Markup:
    """Show a sentence; names from right to left in it turn nothing beside them.

    With `one` it stays one piece, for a place that lays its pieces in a row.
    """
    return as_markup(isolated(text) if one else said(text))


def show_code(text: str) -> Markup:
    """Show a text in which `backticks` mark what is to be typed; a list item stays on one line."""
    shown = CODE.sub(r"<code>\1</code>", said(text))
    return as_markup(shown.replace("<code>- ", '<code class="nowrap">- '))


@jinja2.pass_context
def show_nav(context: Context, key: str) -> Markup:
    """Show what stands for the navigation with the entry `key` marked as the present one."""
    return as_markup(nav_mark(key, context["root"]))


@jinja2.pass_context
def show_link(context: Context, ref: Ref) -> Markup:
    """Show a reference as a link, or as plain text where it leads nowhere."""
    if not ref.href:
        return as_markup(isolated(ref.text))
    href, mark = escaped(context["root"] + ref.href), DRAFT if ref.draft else ""
    return as_markup(f'<a href="{href}">{isolated(ref.text)}</a>{mark}')


FILTERS = {
    "code": show_code,
    "html": show_html,
    "link": show_link,
    "nav": show_nav,
    "own": show_own,
    "said": show_said,
}
