"""Stripping `%% comments %%` and `<!-- comments -->` without moving any other character."""

import re

COMMENT = re.compile(r"%%.*?%%|<!--.*?(?:-->|\Z)", re.DOTALL)
VISIBLE = re.compile(r"[^\n]")


def blank_comments(text: str) -> str:
    """Return the text with every character of a comment turned into a space, none moved."""
    if "%%" not in text and "<!--" not in text:
        return text
    blanked = COMMENT.sub(lambda found: VISIBLE.sub(" ", found[0]), text)
    # Blanks before a line end would be a line break to Markdown.
    return "\n".join(line.rstrip(" \t") for line in blanked.split("\n"))
