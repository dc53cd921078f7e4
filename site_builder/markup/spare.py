"""A bound on the time that a text can ask of the inline parser.

For each colon it looks back over the text before it, about `LOOK_BACK` µs a character; each link is
looked for in its line, about `LOOK_UP` µs a character; for each `[` that nothing closes it reads
ahead again, about `READ_AHEAD` µs. 40,000 colons took nine seconds. A document has `FREE` µs for
such things and `EACH` more for every character, far beyond what people write; the paragraphs left
then are shown as the text they are.
"""

import re

from markdown_it.rules_core import StateCore
from markdown_it.token import Token

LOOK_BACK = 0.02
LOOK_UP = 0.002
READ_AHEAD = 60.0
FREE = 50_000.0
EACH = 2.0
BRACKETS = re.compile(r"[\[\]]")


def spare_rule(state: StateCore) -> None:
    """Turn the inline content that would take too long into plain text."""
    left = FREE + EACH * len(state.src)
    for token in state.tokens:
        if token.type != "inline":
            continue
        cost = _cost(token.content)
        if cost > left:
            token.children = [Token("text", "", 0, content=token.content)]
            token.content = ""
        else:
            left -= cost


def _cost(text: str) -> float:
    """Return about how many µs the colons and the brackets of a text take."""
    unclosed = 0
    if "[" in text:
        for bracket in BRACKETS.findall(text):
            unclosed = unclosed + 1 if bracket == "[" else max(0, unclosed - 1)
    marks = LOOK_BACK * text.count(":") + LOOK_UP * text.count("]")
    return marks * len(text) + READ_AHEAD * unclosed
