"""Texts of files as pages show them: people and intros become links, all else plain text."""

import re
from collections.abc import Mapping
from html import escape, unescape
from operator import itemgetter

from msgspec import Struct
from msgspec.structs import replace

from site_builder.checks.text_links import WIKILINK
from site_builder.model.prose import Link, Prose
from site_builder.model.reference import fold
from site_builder.model.vault import Spoke, Vault
from site_builder.pages.page import Ref, SafeHtml
from site_builder.pages.refs import intro_ref, person_ref, spoke_name
from site_builder.pages.tag_uses import tag_ref
from site_builder.source import FILE_START
from site_builder.tables import FRESH, Tables

WITHIN_WORDS = re.compile(r"</?(?:a|code|em|s|span|strong|sup)\b[^>]*>")
TAG = re.compile(r'<span class="tag">#([^<]+)</span>')
"""A tag as our Markdown writes it; nobody else can, as all other HTML of a text is escaped."""
ELEMENT = re.compile(r"<[^>]*>")
"""A tag of our own HTML, in whose texts and attributes every `>` is escaped."""
BLOCK = re.compile(r"</?(?:p|li|h[1-6]|tr|pre|dt|dd|blockquote)\b[^>]*>|<[bh]r\b[^>]*>")
LINE = "\x1e"
"""Stands between blocks until all is joined; no text of a file has it."""


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


def line_html(text: str, links: LinkIndex, *, root: str) -> SafeHtml:
    """Return the text as HTML; what is no link stands as it was typed."""
    if "[[" not in text:
        return SafeHtml(escape(text, quote=False))
    pieces, found, end = [], [], 0
    for match in WIKILINK.finditer(text):
        target = match[1].strip()
        pieces.append(escape(text[end : match.start()], quote=False))
        found.append(Link(target, (match[2] or "").strip() or target, "wiki", FILE_START))
        end = match.end()
    pieces.append(escape(text[end:], quote=False))
    return prose_html(Prose(tuple(pieces), tuple(found)), links, root=root)


def line_words(text: str, vault: Vault) -> str:
    """Return the text in plain words: `met [[tara-lindqvist]]` says `met Tara Lindqvist`."""
    if "[[" not in text:
        return text

    def shown(label: str, target: str) -> str:
        person = vault.directory.one(target)
        known = vault.names.get(person) if person else None
        return label or (known.name if known else target)

    return WIKILINK.sub(lambda link: shown((link[2] or "").strip(), link[1].strip()), text)


def prose_text(prose: Prose, links: LinkIndex) -> str:
    """Return the words of a text; a link that only repeats an id says the name behind it."""
    return " ".join(_joined(prose, links).split())


def prose_lines(prose: Prose, links: LinkIndex) -> str:
    """Return the same with a line for each paragraph, item or row."""
    pieces = tuple(BLOCK.sub(LINE, piece) for piece in prose.pieces)
    lines = _joined(replace(prose, pieces=pieces), links).split(LINE)
    return "\n".join(words for line in lines if (words := " ".join(line.split())))


def _joined(prose: Prose, links: LinkIndex) -> str:
    parts = [_plain(prose.pieces[0])]
    for link, piece in zip(prose.links, prose.pieces[1:], strict=True):
        parts += (_shown(link, links), _plain(piece))
    return "".join(parts)


def _plain(html: str) -> str:
    return unescape(ELEMENT.sub(" ", WITHIN_WORDS.sub("", html)))


def _shown(link: Link, links: LinkIndex) -> str:
    if link.text not in ("", link.target):
        return link.text
    found = links.find(link)
    return found.text if found else link.target
