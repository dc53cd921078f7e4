"""A line of a log as pages show it: its `[[links]]` under the names they stand for."""

from html import escape

from site_builder.checks.text_links import WIKILINK
from site_builder.model.prose import Link, Prose
from site_builder.model.vault import Vault
from site_builder.pages.page import SafeHtml
from site_builder.pages.prose import LinkIndex, prose_html
from site_builder.source import FILE_START


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
