"""Shows the rows of a long list; those that stay as they are from build to build are kept."""

from collections.abc import Hashable, Iterable

import jinja2
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape
from msgspec import Struct, field

from site_builder.pages.page import Page
from site_builder.rendering.template_code import call_macro
from site_builder.rendering.turns import Turns

Shown = dict[int, tuple[object, str]]
"""Rows with their HTML, by the identity of the row."""
Lists = dict[Hashable, Shown]
"""The rows of a page, by the macro that shows them and what it is given."""


class _Rendering(Struct):
    """One rendering of a page, and what the last one showed."""

    page: Page
    before: Lists
    lists: Lists = field(default_factory=dict)


class Rows:
    """As what the rows of each page were shown when it was last rendered."""

    def __init__(self, turns: Turns, *, keep: bool) -> None:
        """Begin with nothing; without `keep` nothing is ever remembered."""
        self._turns = turns
        self._keep = keep
        self._pages: dict[str, _Rendering] = {}

    @jinja2.pass_context
    def each(
        self, context: Context, rows: Iterable[object], macro: Macro, *given: Hashable
    ) -> Markup:
        """Show all rows by a macro, which may use its row and what is given only; a filter."""
        if not isinstance(macro, Macro):  # anything else would pass by the sandbox
            message = f"each: expected a macro, found {type(macro).__name__}"
            raise TypeError(message)
        rows = self._turns.through(rows)
        if not self._keep:
            return Markup("".join([escape(call_macro(macro, row, *given)) for row in rows]))  # noqa: S704 - each was escaped
        now = self._rendering(context["page"])
        key = (macro._func.__code__, given)  # noqa: SLF001 - macros of one name are told apart
        before, shown = now.before.get(key, {}), now.lists.setdefault(key, {})
        parts = []
        for row in rows:
            at = id(row)
            kept = shown.get(at) or before.get(at) or (row, escape(call_macro(macro, row, *given)))
            shown[at] = kept
            parts.append(kept[1])
        return Markup("".join(parts))  # noqa: S704 - each was escaped

    def _rendering(self, page: Page) -> _Rendering:
        """Return the rendering of this page; a new one knows what the last one showed."""
        last = self._pages.get(page.address)
        if last is None or last.page is not page:
            last = _Rendering(page, last.lists if last else {})
            self._pages[page.address] = last
        return last
