"""Which parts of the site there are for an audience."""

from site_builder.model.audience import Audience, Part

NEEDED: dict[str, tuple[Part, ...]] = {
    "today": ("intros", "log"),
    "doors": ("intros", "log"),
    "contacts": (),
    "intros": ("intros",),
    "groups": (),
    "tags": (),
    "connectors": ("intros", "log"),
    "about": (),
}
"""What an audience must be shown for a part to say anything; by the keys of the navigation."""


def has_part(audience: Audience, key: str) -> bool:
    """Tell whether the site has a part; one that is not listed here is for the owner alone.

    Without the log there is no telling how an introduction stands: then there are no doors, and
    the list of people is the first page.
    """
    if audience.is_private:
        return True
    needed = NEEDED.get(key)
    if needed is None or (key == "groups" and not audience.has("groups")):
        return False
    return all(audience.shows(part) for part in needed)
