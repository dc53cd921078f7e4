"""Headings of a log: the one that is read, and those that were meant."""

import re
from typing import Literal

DEEPEST_INDENT = 3
HEADINGS = frozenset({"log", "logs", "logbook", "logbuch"})
WITH_DATES = re.compile(
    r"\w+ logs?|logs? \w+|journal|timeline|history|verlauf|protokoll|chronik|historique",
    re.IGNORECASE,
)
"""Headings that mean the log if dated lines follow."""
WORDS = re.compile(r"[^\W_]+")


def is_heading(line: str) -> bool:
    """Tell whether this is the line `## Log`."""
    text = line.strip(" \t")
    if not text.startswith(("## ", "##\t")) or len(line) - len(line.lstrip(" ")) > DEEPEST_INDENT:
        return False
    return text.strip("#").strip(" \t").lower() == "log"


def meant_heading(line: str) -> Literal["", "log", "dated"]:
    """Tell whether a line is headed like a log, for sure or only if dated lines follow.

    Signs and pictures do not count; a line without # before it may be underlined, or bold.
    """
    plain = " ".join(WORDS.findall(line))
    said = plain.lower() in HEADINGS
    if line.lstrip().startswith("#"):
        return "log" if said else "dated" if WITH_DATES.fullmatch(plain) else ""
    return "dated" if said else ""
