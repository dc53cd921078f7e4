"""Fills the link slots of a text: people and intros become links, all else plain text."""

import re
from collections.abc import Mapping
from html import escape
from operator import itemgetter

from msgspec import Struct

from site_builder.model.prose import Link, Prose
from site_builder.model.reference import fold
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.page import Ref, SafeHtml
from site_builder.pages.refs import intro_ref, person_ref, spoke_name
from site_builder.pages.tag_uses import tag_ref
from site_builder.tables import FRESH, Tables


class LinkIndex(Struct, frozen=True):
    """Where the links of texts lead; made once for all pages."""

    vault: Vault
    intros: Mapping[str, Spoke]
    """Introductions that have a page, by folded id."""

    def find(self, link: Link) -> Ref | None:
        """Return the page a link leads to, under its name; a person wins over an intro."""
        if not (name := link.note):
            return None
        person = None if "intros/" in link.target else self.vault.directory.one(name)
        if person is not None and person in self.vault.people:
            return person_ref(self.vault, person)
        spoke = self.intros.get(fold(link.intro))
        return intro_ref(spoke, spoke_name(self.vault, spoke)) if spoke else None


def link_index(vault: Vault, tables: Tables = FRESH) -> LinkIndex:
    """List what texts can link to."""
    found = tables.group("intro names", vault.paths, lambda spoke: [(fold(spoke.intro.id), spoke)])
    return LinkIndex(vault, tables.each("linkable", found, itemgetter(-1)))


TAG = re.compile(r'<span class="tag">#([^<]+)</span>')
"""A tag as our Markdown writes it; nobody else can, as all other HTML of a text is escaped."""


def prose_html(prose: Prose, links: LinkIndex, *, root: str) -> SafeHtml:
    """Return the text as HTML for a page whose way to the site's root is `root`."""
    parts = [prose.pieces[0]]
    for link, piece in zip(prose.links, prose.pieces[1:], strict=True):
        parts += (_anchor(link, links.find(link), root), piece)
    html = "".join(parts)
    return SafeHtml(TAG.sub(lambda tag: _tag(tag[1], root), html) if prose.tags else html)


def _tag(name: str, root: str) -> str:
    ref = tag_ref(name)
    return (
        f'<a class="tag" href="{escape(root + ref.href)}">{ref.text}</a>' if ref.href else ref.text
    )


def _anchor(link: Link, found: Ref | None, root: str) -> str:
    """Return the link; one that only repeats an id is shown under the name it stands for."""
    text = link.text or link.target
    if found is None:
        return escape(text)
    shown = found.text if text == link.target else text
    return f'<a href="{escape(root + found.href)}">{escape(shown)}</a>'
