"""The inline rules `[[name|text]]`, `![[file]]` and `#tag`, and which links may stay."""

import re
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from site_builder.model.letters import LETTERS

WIKILINK = re.compile(r"(!?)\[\[([^\[\]|\n\\]+?)(?:\\?\|([^\[\]\n]*))?\]\]")
TAG = re.compile(rf"#(?![0-9]+(?![{LETTERS}/-]))([{LETTERS}/-]+)")
TABLE_ROW = re.compile(r"^[ ]{0,3}\|.*$", re.MULTILINE)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
ALLOWED_SCHEMES = ("http:", "https:", "mailto:", "tel:")


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


def is_outward(url: str) -> bool:
    """Tell whether the link leads out of the vault by an allowed scheme."""
    return url.lower().startswith(ALLOWED_SCHEMES)


def is_allowed(url: str) -> bool:
    """Tell whether a link may be made at all: an allowed scheme, or a path inside the vault."""
    if SCHEME.match(url):
        return is_outward(url)
    return not url.startswith(("//", "\\"))


def vault_link_rule(state: StateCore) -> None:
    """Turn links and images inside the vault into slots, and remote images into links."""
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = _slots(token.children)


def _slots(children: list[Token]) -> list[Token]:
    kept: list[Token] = []
    inside: list[Token] | None = None
    opening: Token | None = None
    outward = False
    for token in children:
        outward = (outward or token.type == "link_open") and token.type != "link_close"
        if outward and opening is None and token.type in {"slot", "image"}:
            shown = token.content or str(token.meta.get("text", ""))
            kept.append(Token("text", "", 0, content=shown))
        elif token.type == "link_open" and not is_outward(str(token.attrGet("href"))):
            opening, inside = token, []
        elif token.type == "link_close" and opening is not None and inside is not None:
            text = "".join(_text(part) for part in inside)
            kept.append(_path_slot(str(opening.attrGet("href")), text, "path"))
            opening = inside = None
        elif inside is not None:
            inside.append(token)
        elif token.type == "image":
            kept += _image(token)
        else:
            kept.append(token)
    return kept


def _text(token: Token) -> str:
    return " " if token.type in {"softbreak", "hardbreak"} else token.content


def _image(token: Token) -> list[Token]:
    source = str(token.attrGet("src"))
    if not is_outward(source):
        return [_path_slot(source, token.content, "embed")]
    opening = Token("link_open", "a", 1, attrs={"href": source})
    text = Token("text", "", 0, content=token.content or source)
    return [opening, text, Token("link_close", "a", -1)]


def _path_slot(path: str, text: str, kind: str) -> Token:
    target = unquote(path)
    token = Token("slot", "", 0)
    token.meta = slot(kind, target, text or target, raw=path)
    return token
