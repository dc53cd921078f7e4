"""The core rule for `> [!note]+ Title`: a quote that becomes an aside or a foldable block."""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

MARK = re.compile(r"\[!([A-Za-z][A-Za-z0-9-]*)\]([+-]?)[ \t]*([^\n]*)(?:\n|$)")


def callout_rule(state: StateCore) -> None:
    """Turn every quote that begins with a callout mark into its block."""
    tokens = state.tokens
    for index, token in enumerate(tokens[:-3]):
        inline = tokens[index + 2]
        if token.type != "blockquote_open" or inline.type != "inline":
            continue
        if (match := MARK.match(inline.content)) is not None:
            _open(token, inline, match)
            if not inline.content:
                tokens[index + 1].hidden = tokens[index + 3].hidden = True
            _close(tokens, index, folded=bool(match[2]))


def _open(opening: Token, inline: Token, match: re.Match[str]) -> None:
    kind, fold = match[1].lower(), match[2]
    opening.type = "callout_open"
    opening.tag = "details" if fold else "aside"
    opening.attrs = {"class": f"callout callout-{kind}"}
    if fold == "+":
        opening.attrs["open"] = "open"
    opening.meta = {"title": match[3].strip() or kind.capitalize()}
    inline.content = inline.content[match.end() :]
    if match[0].endswith("\n") and inline.map:
        inline.map = [inline.map[0] + 1, inline.map[1]]


def _close(tokens: list[Token], opened: int, *, folded: bool) -> None:
    level = tokens[opened].level
    for token in tokens[opened + 1 :]:
        if token.type == "blockquote_close" and token.level == level:
            token.type, token.tag = "callout_close", "details" if folded else "aside"
            return
