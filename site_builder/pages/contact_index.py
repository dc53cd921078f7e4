"""What the pages of people look up, indexed once in one walk over the insights."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from site_builder.insights.insight import Connector, Door, Insights
from site_builder.model.contact import ContactId
from site_builder.model.intro import IntroId
from site_builder.model.vault import Spoke
from site_builder.pages.backlinks import Mention, backlinks
from site_builder.pages.prose import LinkIndex, link_index

Item = TypeVar("Item")
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class ContactIndex:
    """Everything said about each person anywhere but in their own file."""

    insights: Insights
    links: LinkIndex
    mentions: Mapping[str, tuple[Mention, ...]]
    """Who mentions a page in notes, by the page's `href`."""
    doors: Mapping[ContactId, tuple[Door, ...]]
    """All doors towards a person, in the order of the insights."""
    threads: Mapping[str, Door]
    """Doors by thread id."""
    door_of: Mapping[IntroId, Door]
    """The door an introduction belongs to; favours for others have none."""
    spokes: Mapping[ContactId, tuple[Spoke, ...]]
    """Introductions a person takes part in, as introducer, target or requester."""
    connectors: Mapping[ContactId, Connector]


def contact_index(insights: Insights) -> ContactIndex:
    """Index the insights for the pages of people and introductions."""
    links = link_index(insights.vault)
    doors, vault = insights.doors, insights.vault
    return ContactIndex(
        insights,
        links,
        backlinks(vault, links),
        _grouped((door.thread.target, door) for door in doors),
        {door.thread.id: door for door in doors},
        {spoke.intro.id: door for door in doors for spoke in door.thread.spokes},
        _grouped((person, spoke) for spoke in vault.spokes for person in _parts_of(spoke)),
        {connector.contact: connector for connector in insights.connectors},
    )


def _parts_of(spoke: Spoke) -> Iterable[ContactId]:
    people = (spoke.introducer, spoke.target, spoke.requester)
    return dict.fromkeys(person for person in people if person is not None)


def _grouped(pairs: Iterable[tuple[Key, Item]]) -> Mapping[Key, tuple[Item, ...]]:
    found: dict[Key, list[Item]] = {}
    for key, item in pairs:
        found.setdefault(key, []).append(item)
    return {key: tuple(items) for key, items in found.items()}
