"""What stands around every page, and which parts of the site there are for an audience."""

from msgspec import Struct

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


class NavItem(Struct, frozen=True):
    """One entry of the navigation."""

    key: str
    """Pages name the entry they belong to by this key."""
    text: str
    href: str
    count: int | None = None
    alert: bool = False
    """The count is something to act on."""


class Frame(Struct, frozen=True):
    """The same for all pages of a build; templates see it as `site`."""

    title: str
    language: str
    as_of: str
    """The day in words: `22 November 2026`."""
    as_of_iso: str
    fixed_day: bool
    """The day is fixed by settings, as in the demo vault."""
    audience: str
    own: bool
    """The reader owns the files: pages may say what to write into them."""
    you: str
    """Whom pages mean by "you", what by "written down", where the reader is not the owner."""
    version: str
    nav: tuple[NavItem, ...]
    first: str = "Today"
    """What the first page is called on the way back to it."""
    scripts: tuple[str, ...] = ()
    """Classic scripts of the theme, in order, relative to the root."""


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
