"""A note as plain text in one line: what search looks through and quotes."""

import re
from html import unescape

from site_builder.model.prose import Link, Prose
from site_builder.pages.prose import LinkIndex

WITHIN_WORDS = re.compile(r"</?(?:a|code|em|s|span|strong|sup)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
"""A tag of our own HTML, in whose texts and attributes every `>` is escaped."""


def prose_text(prose: Prose, links: LinkIndex) -> str:
    """Return the words of a text; a link that only repeats an id says the name behind it."""
    parts = [_words(prose.pieces[0])]
    for link, piece in zip(prose.links, prose.pieces[1:], strict=True):
        parts += (_shown(link, links), _words(piece))
    return " ".join("".join(parts).split())


def _words(html: str) -> str:
    return unescape(TAG.sub(" ", WITHIN_WORDS.sub("", html)))


def _shown(link: Link, links: LinkIndex) -> str:
    if link.text not in ("", link.target):
        return link.text
    found = links.find(link)
    return found.text if found else link.target
