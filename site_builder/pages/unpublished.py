"""What drafts are behind a page: the preview shows them, the published site leaves them out."""

from site_builder.insights.insight import Door
from site_builder.insights.words import listing
from site_builder.model.contact import Contact
from site_builder.model.vault import Spoke, Vault

AWAY = "ot on the published site, unless it is built with `--drafts`"


def contact_ribbon(person: Contact) -> str:
    """Return what a person's page says on top; nothing where the file is no draft."""
    return _ribbon(person.path, (person.path,)) if person.draft else ""


def intro_ribbon(vault: Vault, spoke: Spoke) -> str:
    """Return what an introduction's page says on top; nothing where no draft is behind it."""
    return _ribbon(spoke.intro.path, _drafts(vault, spoke))


def door_ribbon(vault: Vault, door: Door) -> str:
    """Return what a door's page says on top: it is not published, or says more than is."""
    drafts = tuple(path for spoke in door.thread.spokes for path in _drafts(vault, spoke))
    if not drafts or is_unpublished(vault, door):
        return _ribbon("", drafts)
    return f"Counts what the published site leaves out: {_are_drafts(drafts)}."


def is_unpublished(vault: Vault, door: Door) -> bool:
    """Tell whether a door is known from drafts only."""
    return all(_drafts(vault, spoke) for spoke in door.thread.spokes)


def _drafts(vault: Vault, spoke: Spoke) -> tuple[str, ...]:
    """Return the drafts without which there would be no such introduction."""
    ends = (who for who in (spoke.target, spoke.introducer) if vault.names[who].draft)
    people = (vault.people[who].path for who in ends)
    return (spoke.intro.path, *people) if spoke.intro.draft else tuple(people)


def _ribbon(own: str, drafts: tuple[str, ...]) -> str:
    if own in drafts:
        return f"Draft: n{AWAY}. Remove `draft: true` when it is ready."
    return f"N{AWAY}: {_are_drafts(drafts)}." if drafts else ""


def _are_drafts(drafts: tuple[str, ...]) -> str:
    paths = listing([f"`{path}`" for path in dict.fromkeys(drafts)])
    return f"{paths} {'is a draft' if len(set(drafts)) == 1 else 'are drafts'}"
