"""Which links may stay: allowed schemes outward, looked-up slots inside the vault."""

import re
from urllib.parse import unquote

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from site_builder.markup.wikilinks import slot

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
ALLOWED_SCHEMES = ("http:", "https:", "mailto:", "tel:")


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
