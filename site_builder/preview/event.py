"""The events of the live stream; they carry numbers and addresses, never content."""

import json
from collections.abc import Collection

from msgspec import Struct

from site_builder.preview.shown import Shown

EVERYTHING = "*"
"""Stands for a list of addresses that is unknown or too long to be worth sending."""
LONGEST_LIST = 500


class Event(Struct, frozen=True):
    """One message of the stream."""

    name: str
    data: str
    number: int
    """The build it speaks of."""

    @property
    def text(self) -> bytes:
        """The event as the stream carries it; its data is one line of ASCII."""
        return f"id: {self.number}\nevent: {self.name}\ndata: {self.data}\n\n".encode("ascii")


def events_of(shown: Shown, changed: Collection[str]) -> tuple[Event, ...]:
    """Return what a page must hear: what changed, if anything did, and whether all is well."""
    number = shown.number
    events = []
    if changed:
        name = "css" if all(address.endswith(".css") for address in changed) else "reload"
        few = sorted(changed) if len(changed) <= LONGEST_LIST else [EVERYTHING]
        events.append(Event(name, json.dumps(few), number))
    if shown.last is not None and shown.last.errors:
        events.append(Event("error", str(shown.last.errors), number))
    elif shown.last is not None:
        events.append(Event("ok", str(shown.last.warnings), number))
    return tuple(events)
