"""The other doors to the same person: of one pursuit before and after, of others while open."""

from collections.abc import Iterator
from itertools import count, islice, takewhile

from msgspec import Struct

from site_builder.insights.insight import Door, Insights
from site_builder.insights.thread import Thread
from site_builder.insights.threads import part_id, part_number, pursuit_of
from site_builder.model.vault import Vault
from site_builder.pages.door_line import door_badge
from site_builder.pages.page import Ref
from site_builder.pages.refs import door_ref, pursuit_name
from site_builder.pages.unpublished import is_unpublished


class DoorPart(Struct, frozen=True):
    """Another door to the same person."""

    label: str
    """`Earlier door`, `Later door`, or that another pursuit is open as well."""
    door: Ref
    """The link to it, under its state; another pursuit's with its name before it."""


def door_parts(insights: Insights, thread: Thread) -> tuple[DoorPart, ...]:
    """Return the door just before, the one just after, and those of other pursuits still open."""
    return (*_same(insights, thread), *_others(insights, thread))


def _same(insights: Insights, thread: Thread) -> Iterator[DoorPart]:
    """Yield the nearest doors of the same pursuit; a name may belong to another one."""
    doors, pursuit = insights.by_thread, pursuit_of(thread)
    number = part_number(thread.id, thread.target, thread.spokes[0].intro.thread)
    earlier = (part_id(thread, one) for one in range(number - 1, 0, -1))
    later = takewhile(doors.__contains__, (part_id(thread, one) for one in count(number + 1)))
    for label, names in (("Earlier door", earlier), ("Later door", later)):
        found = (doors[name] for name in names if pursuit_of(doors[name].thread) == pursuit)
        for door in islice(found, 1):
            yield DoorPart(label, _ref(insights.vault, door))


def _others(insights: Insights, thread: Thread) -> Iterator[DoorPart]:
    """Yield the open doors of other pursuits, so that one message can serve both."""
    vault = insights.vault
    label = f"Another open door to {vault.names[thread.target].first_name}"
    for other in insights.network.pursued.get(thread.target, ()):
        if pursuit_of(other) != pursuit_of(thread) and other.standing.state != "over":
            door, name = insights.by_thread[other.id], pursuit_name(vault, other)
            yield DoorPart(label, _ref(vault, door, f"{name}, "))


def _ref(vault: Vault, door: Door, name: str = "") -> Ref:
    words = f"{name}{door_badge(vault, door).words}"
    return door_ref(door.thread.id, words, draft=is_unpublished(vault, door))
