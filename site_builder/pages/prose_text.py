"""A note as plain text: in one line for search to look through and quote, in lines for exports."""

import re
from html import unescape

from msgspec.structs import replace

from site_builder.model.prose import Link, Prose
from site_builder.pages.prose import LinkIndex

WITHIN_WORDS = re.compile(r"</?(?:a|code|em|s|span|strong|sup)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
"""A tag of our own HTML, in whose texts and attributes every `>` is escaped."""
BLOCK = re.compile(r"</?(?:p|li|h[1-6]|tr|pre|dt|dd|blockquote)\b[^>]*>|<[bh]r\b[^>]*>")
LINE = "\x1e"
"""Stands between blocks until all is joined; no text of a file has it."""


def prose_text(prose: Prose, links: LinkIndex) -> str:
    """Return the words of a text; a link that only repeats an id says the name behind it."""
    return " ".join(_joined(prose, links).split())


def prose_lines(prose: Prose, links: LinkIndex) -> str:
    """Return the same with a line for each paragraph, item or row."""
    pieces = tuple(BLOCK.sub(LINE, piece) for piece in prose.pieces)
    lines = _joined(replace(prose, pieces=pieces), links).split(LINE)
    return "\n".join(words for line in lines if (words := " ".join(line.split())))


def _joined(prose: Prose, links: LinkIndex) -> str:
    parts = [_words(prose.pieces[0])]
    for link, piece in zip(prose.links, prose.pieces[1:], strict=True):
        parts += (_shown(link, links), _words(piece))
    return "".join(parts)


def _words(html: str) -> str:
    return unescape(TAG.sub(" ", WITHIN_WORDS.sub("", html)))


def _shown(link: Link, links: LinkIndex) -> str:
    if link.text not in ("", link.target):
        return link.text
    found = links.find(link)
    return found.text if found else link.target
