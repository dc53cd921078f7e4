"""The time zone that a name was meant as."""

from collections.abc import Collection

from site_builder.did_you_mean import did_you_mean

LETTERS = 6
"""Shorter names are letters for a zone, each near to others that are hours away."""
LETTERS_AN_EDIT = 6
"""Boston is no slip of Bogota."""


def meant_zone(name: str, known: Collection[str]) -> str | None:
    """Return the zone of this city, or the one that is spelled nearly so."""
    if name in {"Z", "z"}:
        return "UTC" if "UTC" in known else None
    city = name.rpartition("/")[2].replace(" ", "_").lower()
    there = [zone for zone in sorted(known) if zone.rpartition("/")[2].lower() == city]
    if there:
        return there[0] if len(there) == 1 else None
    short = "/" not in name and len(name) < LETTERS
    return None if short else did_you_mean(name, known, most=max(1, len(city) // LETTERS_AN_EDIT))
