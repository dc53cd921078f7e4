"""The inline rules `[[name|text]]`, `![[file]]` and `#tag`."""

import re
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from site_builder.model.letters import LETTERS

WIKILINK = re.compile(r"(!?)\[\[([^\[\]|\n\\]+?)(?:\\?\|([^\[\]\n]*))?\]\]")
TAG = re.compile(rf"#(?![0-9]+(?![{LETTERS}/-]))([{LETTERS}/-]+)")
TABLE_ROW = re.compile(r"^[ ]{0,3}\|.*$", re.MULTILINE)


def protect_pipes(text: str) -> str:
    r"""Escape the pipe of a wikilink inside a table row, where it would end the cell."""
    if "|" not in text or "[[" not in text:
        return text
    return TABLE_ROW.sub(lambda row: WIKILINK.sub(_escaped, row[0]), text)


def _escaped(link: re.Match[str]) -> str:
    return link[0] if "\\|" in link[0] else link[0].replace("|", "\\|", 1)


def wikilink_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
    """Read a link to a person, an intro or an attachment."""
    match = WIKILINK.match(state.src, state.pos)
    target = match[2].strip() if match else ""
    if match is None or not target:
        return False
    if not silent:
        shown = (match[3] or "").strip() or target
        meta = slot("embed" if match[1] else "wiki", target, shown, raw=match[0])
        state.push("slot", "", 0).meta = {**meta, "pos": state.pos}
    state.pos = match.end()
    return True


def tag_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 - markdown-it's shape
    """Read a `#tag` that begins a word."""
    match = TAG.match(state.src, state.pos)
    if match is None or (state.pos > 0 and not state.src[state.pos - 1].isspace()):
        return False
    if not silent:
        state.push("tag", "", 0).content = match[1]
    state.pos = match.end()
    return True


def add_rules(parser: MarkdownIt) -> None:
    """Teach the parser the three rules."""
    parser.inline.ruler.before("link", "wikilink", wikilink_rule)
    parser.inline.ruler.before("link", "tag", tag_rule)


def slot(kind: str, target: str, text: str, *, raw: str) -> dict[str, Any]:
    """Return the meta of a token that stands where a link of ours goes."""
    return {"kind": kind, "target": target, "text": text, "raw": raw}
