"""Which blocks a template fills: one that no template above has would never be shown."""

import re
from collections.abc import Iterator, Mapping

import jinja2
from msgspec import Struct

from site_builder.rendering.theme import Theme

TAG = re.compile(
    r"\{#|\{%[-+]?\s*(?:(block)\s+(\w+)|(endblock)\b|(raw)\b|(extends)\s+[\"']([^\"'\n]*)[\"'])"
)
"""A tag that says something of blocks, or the begin of a comment."""
RAW_ENDS = re.compile(r"\{%[-+]?\s*endraw\b")


class Blocks(Struct, frozen=True):
    """The blocks of one template."""

    extends: str
    """The template above; empty where there is none, or none that its text names."""
    fills: Mapping[str, int]
    """Blocks in no other block, and where their names begin."""
    names: frozenset[str]
    """All of them."""


class UnknownBlock(Struct, frozen=True):
    """A block that a template fills in vain."""

    name: str
    at: int
    known: frozenset[str]
    """The blocks that could be filled."""


class UnknownBlockError(jinja2.TemplateSyntaxError):
    """A template cannot be used, as something of it would never be shown."""

    def __init__(self, block: UnknownBlock, line: int, name: str, path: str) -> None:
        """Keep what it is about, for better words."""
        super().__init__(f'no template above has a block "{block.name}"', line, name, path)
        self.block = block


def unknown_block(name: str, theme: Theme) -> UnknownBlock | None:
    """Return the first block of a template of this very theme that no template above it has.

    A theme with a document of its own may leave out what its parents fill.
    """
    own = blocks_of(theme.templates[name])
    if not own.extends or not _is_own(name, theme):
        return None
    seen, top, above, known = {name}, name, own.extends, set[str]()
    while above:
        if above not in theme.templates or above in seen:
            return None  # which is told when it is asked for
        seen.add(above)
        parent = blocks_of(theme.templates[above])
        known |= parent.names
        top, above = above, parent.extends
    if _is_own(top, theme):
        return None
    vain = ((block, at) for block, at in own.fills.items() if block not in known)
    return next((UnknownBlock(block, at, frozenset(known)) for block, at in vain), None)


def _is_own(name: str, theme: Theme) -> bool:
    return theme.paths[name].startswith(f"themes/{theme.name}/")


def blocks_of(text: str) -> Blocks:
    """Read the tags of a template."""
    extends, depth = "", 0
    fills: dict[str, int] = {}
    names = set()
    for tag in _tags(text):
        if tag[1]:
            names.add(tag[2])
            if not depth:
                fills.setdefault(tag[2], tag.start(2))
            depth += 1
        elif tag[3]:
            depth -= 1
        elif tag[5]:
            extends = tag[6]
    return Blocks(extends, fills, frozenset(names))


def _tags(text: str) -> Iterator[re.Match[str]]:
    at = 0
    while found := TAG.search(text, at):
        at = found.end()
        if found[0] == "{#":
            at = text.find("#}", at) + 2
            if at < 2:  # noqa: PLR2004 - the comment has no end
                return
        elif found[4]:
            ends = RAW_ENDS.search(text, at)
            at = ends.end() if ends else len(text)
        else:
            yield found
