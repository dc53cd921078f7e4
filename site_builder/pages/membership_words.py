"""Plain English for a membership's years, a circle's size and how close a tie is."""

from collections.abc import Iterable

from site_builder.model.contact import CLOSENESS_WORDS, Membership
from site_builder.model.vault import Circle
from site_builder.pages.words import plural

STRONGEST = max(CLOSENESS_WORDS)


def years(line: Membership) -> str:
    """Return `2009–2012`, `since 2019`, `until 2012`, `2001`; nothing where none is known."""
    first, last = line.first_year, line.last_year
    if line.open_end:
        return f"since {first}"
    if first is None:
        return f"until {last}" if last else ""
    return f"{first}" if last in (first, None) else f"{first}–{last}"


def all_years(lines: Iterable[Membership]) -> str:
    """Return the years of somebody who came back: `2001–2006, since 2019`."""
    return ", ".join(filter(None, map(years, lines)))


def all_texts(lines: Iterable[Membership]) -> str:
    """Return what a file says beside the years."""
    return "; ".join(filter(None, (line.text for line in lines)))


def circle_size(circle: Circle) -> str:
    """Return how many members there are, and how many of them are in the vault."""
    here = len(circle.members)
    if circle.size == max(2, here):
        return plural(here, "member")
    return f"{plural(circle.size, 'member')}, {here} of them here"


def closeness_words(closeness: int | None) -> str:
    """Return what a closeness means; a tie without one is only known to exist."""
    return CLOSENESS_WORDS[closeness] if closeness else "not said how well"


def closeness_dots(closeness: int | None) -> str:
    """Return the closeness as five dots, to be read beside its words."""
    filled = closeness or 0
    return "●" * filled + "○" * (STRONGEST - filled)
