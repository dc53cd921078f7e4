"""The time zone that a name was meant as."""

from collections.abc import Collection

from site_builder.did_you_mean import did_you_mean


def meant_zone(name: str, known: Collection[str]) -> str | None:
    """Return the zone of this city, or the one that is spelled nearly so."""
    city = name.rpartition("/")[2].replace(" ", "_").lower()
    there = [zone for zone in sorted(known) if zone.rpartition("/")[2].lower() == city]
    return there[0] if len(there) == 1 else did_you_mean(name, known)
