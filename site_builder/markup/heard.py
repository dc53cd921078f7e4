"""What a note needs so that its page is as clear to hear as to see, and keeps to its policy."""

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

TOP = 3
"""Notes stand under a page's `h2`, so their highest heading is an `h3`."""
LOWEST = 6


def heading_rule(state: StateCore) -> None:
    """Rank headings by what they stand under: no rank is left out, whatever the marks skip."""
    above: list[int] = []
    for token in state.tokens:
        if token.type == "heading_open":
            marks = int(token.tag[1:])
            above = [*(one for one in above if one < marks), marks]
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(LOWEST, TOP - 1 + len(above))}"


def corner_rule(state: StateCore) -> None:
    """Make a plain cell of a table's head where nothing is in it, as it heads nothing."""
    for place, token in enumerate(state.tokens):
        if token.type == "th_open" and not state.tokens[place + 1].content.strip():
            token.tag = state.tokens[place + 2].tag = "td"


def aligned_rule(state: StateCore) -> None:
    """Turn the style of an aligned cell, which no page may hold, into the class of figures."""
    for token in state.tokens:
        if token.type in {"th_open", "td_open"} and "right" in str(token.attrs.pop("style", "")):
            token.attrSet("class", "num")


def wordless_link_rule(state: StateCore) -> None:
    """Let a link without a word say where it leads."""
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = _worded(token.children)


def _worded(children: list[Token]) -> list[Token]:
    kept: list[Token] = []
    leads = ""
    for token in children:
        if token.type == "link_open":
            leads = str(token.attrGet("href"))
        elif token.type == "link_close" and leads:
            kept.append(Token("text", "", 0, content=leads))
        elif token.content.strip():
            leads = ""
        kept.append(token)
    return kept
