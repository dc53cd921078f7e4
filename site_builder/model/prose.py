"""Markdown that has become safe HTML, with holes where links to other files go."""

from typing import Literal

from msgspec import Struct

from site_builder.source import Span


class Link(Struct, frozen=True):
    """A link from a text to another file of the vault."""

    target: str
    """A person's or intro's name in `[[…]]`, or a relative path."""
    text: str
    kind: Literal["wiki", "embed", "path"]
    span: Span

    @property
    def note(self) -> str:
        """The note that is meant, in the folder that was typed; empty where it leads to none."""
        if self.kind == "embed" or (self.kind == "path" and ".md" not in self.target):
            return ""
        return self.target.partition("#")[0].strip().removesuffix(".md")

    @property
    def intro(self) -> str:
        """The id of the introduction that may be meant, in whatever folder it was typed."""
        return self.note.rpartition("/")[2]


class Prose(Struct, frozen=True):
    """Rendered Markdown: pieces of safe HTML with links between them.

    `pieces` has one element more than `links`; link *i* stands between pieces *i* and *i + 1*.
    """

    pieces: tuple[str, ...] = ("",)
    links: tuple[Link, ...] = ()
    tags: tuple[str, ...] = ()
    """`#tags` of the text, in order of appearance."""

    def __bool__(self) -> bool:
        return bool(self.links) or any(piece.strip() for piece in self.pieces)
