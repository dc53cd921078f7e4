"""Shows the rows of a long list; those that stay as they are from build to build are kept."""

from collections.abc import Callable, Hashable, Iterable

import jinja2
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape

Shown = dict[int, tuple[object, str]]
"""Rows with their HTML, by the identity of the row."""
MOST = 12
"""Ways to show rows of which one page keeps any; a page with more of them begins anew."""
GONE = 2000
"""Kept rows that a list does not show, before it begins anew: most of them are gone."""


class Rows:
    """As what the rows of each page were shown when it was last rendered."""

    def __init__(self, *, keep: bool) -> None:
        """Begin with nothing; without `keep` nothing is ever remembered."""
        self._keep = keep
        self._pages: dict[str, dict[Hashable, Shown]] = {}

    def each(
        self, address: str, rows: Iterable[object], macro: Macro, given: tuple[Hashable, ...]
    ) -> Markup:
        """Return all rows as a macro shows them, which may use its row and what is given only."""
        if not isinstance(macro, Macro):  # anything else would pass by the sandbox
            message = f"each: expected a macro, found {type(macro).__name__}"
            raise TypeError(message)
        if not self._keep:
            return Markup("").join(macro(row, *given) for row in rows)
        lists = self._pages.setdefault(address, {})
        key = (macro._func.__code__, given)  # noqa: SLF001 - macros of one name are told apart
        if key not in lists and len(lists) >= MOST:
            lists.clear()
        known = lists.setdefault(key, {})  # of every list of this page that shows rows like this
        parts = []
        for row in rows:
            if id(row) not in known:
                known[id(row)] = (row, escape(macro(row, *given)))
            parts.append(known[id(row)][1])
        if len(known) > GONE + len(parts):
            known.clear()
        return Markup("".join(parts))  # noqa: S704 - each was escaped


def each_of(rows: Rows) -> Callable[..., Markup]:
    """Return the filter of templates that shows rows one after the other."""

    @jinja2.pass_context
    def each(context: Context, listed: Iterable[object], macro: Macro, *given: Hashable) -> Markup:
        """Show each row."""
        return rows.each(context["page"].address, listed, macro, given)

    return each
