"""Paragraphs of plain words, `[[links]]` and `#tags`, read without a Markdown parser.

Most notes hold nothing else, and a parser that looks for forty other things takes ten times longer.
Whatever could mean anything more is left to it; what is read here comes out as it would from there
(`tests/markup/test_plain_paragraphs.py` holds them together).
"""

import re

from site_builder.model.prose import Link, Prose
from site_builder.source import Span

NAME = r"[^\W_][\w .'-]*+(?<! )"
LINK = rf"\[\[({NAME})(?:\|({NAME}))?\]\]"
TAG = r"(?:^|(?<= ))#(?!\d+(?![\w/-]))([\w/-]++)"
WORDS = r"[\w ,.:;!?'\"()+=/–—…’‘“”-]++"
LINE = re.compile(
    r"(?=[^\W_]|[\"'(]|\[\[|#)(?!\d+[.)])"  # a list would begin with such a number
    r"(?!.*(?::[^ ]|!\[))"  # addresses and pictures
    rf"(?:{WORDS}|{LINK}|{TAG})+(?<! )"
)
"""Each character begins one kind of piece only, so that a line is read in one way or not at all."""
MARK = re.compile(f"{LINK}|{TAG}")
BLANK = " \t"
"""All that a blank line may hold; other white space is text of its own to a parser."""
LINKED_WORD = "www."
"""Beside the colon and the sign of addresses, the only thing that is a link as it stands."""


def render_plain(text: str, first_line: int) -> Prose | None:
    """Return the prose of a text of plain paragraphs; None if it may be more than that."""
    lines = text.split("\n")
    if LINKED_WORD in text.lower() or not all(map(_is_plain, lines)):
        return None
    prose = _Prose()
    for row, line in enumerate(lines, first_line):
        prose.take(line, row)
    prose.take("", first_line + len(lines))
    pieces = tuple(map("".join, prose.pieces))
    return Prose(pieces, tuple(prose.links), tuple(dict.fromkeys(prose.tags)))


def _is_plain(line: str) -> bool:
    if not line.strip(BLANK):
        return True
    if LINE.fullmatch(line) is None:
        return False
    return "_" not in line or "_" not in MARK.sub("", line)  # beside a mark it may emphasize


class _Prose:
    """What has been read so far; it never leaves this module."""

    def __init__(self) -> None:
        self.pieces: list[list[str]] = [[]]
        self.links: list[Link] = []
        self.tags: list[str] = []
        self.open = False

    def take(self, line: str, number: int) -> None:
        """Take in a line of a paragraph, or the blank one that ends it."""
        piece = self.pieces[-1]
        if not line.strip(BLANK):
            piece.append("</p>\n" if self.open else "")
            self.open = False
            return
        piece.append("\n" if self.open else "<p>")
        self.open = True
        end = 0
        for mark in MARK.finditer(line):
            piece.append(_shown(line[end : mark.start()]))
            end = mark.end()
            if tag := mark[3]:
                self.tags.append(tag)
                piece.append(f'<span class="tag">#{tag}</span>')
            else:
                span = Span(number, mark.start() + 1, number, end + 1)
                self.links.append(Link(mark[1], mark[2] or mark[1], "wiki", span))
                piece = []
                self.pieces.append(piece)
        piece.append(_shown(line[end:]))


def _shown(words: str) -> str:
    """Return plain words as HTML: of what must be escaped they hold quotes alone."""
    return words.replace('"', "&quot;")
