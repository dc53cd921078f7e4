"""The other doors to the same person: of one pursuit before and after, of others while open."""

from collections.abc import Iterable, Iterator
from itertools import count, takewhile

from msgspec import Struct
from msgspec.structs import replace

from site_builder.insights.insight import Door, Insights
from site_builder.insights.thread import Thread
from site_builder.insights.threads import part_id, part_number, pursuit_of
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
    doors = insights.by_thread
    number = part_number(thread.id, thread.target, thread.spokes[0].intro.thread)
    later = takewhile(lambda name: name in doors, _names(thread, count(number + 1)))
    both = {
        "Earlier door": _names(thread, range(number - 1, 0, -1)),
        "Later door": later,
    }
    found = ((label, _first(insights, thread, names)) for label, names in both.items())
    parts = tuple(_part(insights, label, door) for label, door in found if door is not None)
    return parts + tuple(_others(insights, thread))


def _others(insights: Insights, thread: Thread) -> Iterator[DoorPart]:
    """Yield the open doors of other pursuits, so that one message can serve both."""
    vault = insights.vault
    for other in insights.network.pursued.get(thread.target, ()):
        if pursuit_of(other) != pursuit_of(thread) and other.standing.state != "over":
            part = _part(insights, "", insights.by_thread[other.id])
            label = f"Another open door to {vault.names[thread.target].first_name}"
            text = f"{pursuit_name(vault, other)}, {part.door.text}"
            yield DoorPart(label, replace(part.door, text=text))


def _names(thread: Thread, numbers: Iterable[int]) -> Iterable[str]:
    return (part_id(thread, number) for number in numbers)


def _first(insights: Insights, thread: Thread, names: Iterable[str]) -> Door | None:
    """Return the first door of the same pursuit; a name may belong to another one."""
    doors, pursuit = (insights.by_thread[name] for name in names), pursuit_of(thread)
    return next((door for door in doors if pursuit_of(door.thread) == pursuit), None)


def _part(insights: Insights, label: str, door: Door) -> DoorPart:
    vault = insights.vault
    words = door_badge(vault, door).words
    return DoorPart(label, door_ref(door.thread.id, words, draft=is_unpublished(vault, door)))
