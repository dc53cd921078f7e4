"""Part the spokes towards each target into threads and say where each stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .reading import read_vault, spoke_order
from .settings import Settings
from .states import Walk, merge, walk

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from .records import Event, Spoke, Vault

DAYS_BARRED = 365
TAKES_BACK = {"introduced", "replied", "scheduled", "met"}


@dataclass(frozen=True)
class Thread:
    """One pursuit of one target, from the first ask to its end."""

    id: str
    target: str
    spokes: list[Spoke]
    walk: Walk

    @property
    def events(self) -> list[Event]:
        """Return all events in order, those of passed spokes included."""
        return merge(self.spokes)

    @property
    def introducers(self) -> list[str]:
        """Return the introducers in spoke order without repeats."""
        return list(dict.fromkeys(spoke.introducer for spoke in self.spokes))


@dataclass(frozen=True)
class Analysis:
    """A vault on a day, with its threads."""

    vault: Vault
    today: date
    settings: Settings
    threads: list[Thread]

    @cached_property
    def by_introducer(self) -> dict[str, list[tuple[Spoke, Thread]]]:
        """Return each introducer's spokes with the thread they belong to."""
        found: dict[str, list[tuple[Spoke, Thread]]] = {}
        for thread in self.threads:
            for spoke in thread.spokes:
                found.setdefault(spoke.introducer, []).append((spoke, thread))
        return found

    def latest(self, target: str) -> Thread | None:
        """Return the target's latest thread that is not over, else the latest."""
        mine = [thread for thread in self.threads if thread.target == target]
        alive = [thread for thread in mine if thread.walk.state != "over"]
        return max(alive or mine, key=_thread_order, default=None)


def analyse(root: Path, today: date, settings: Settings | None = None) -> Analysis:
    """Read a vault and find its threads."""
    vault = read_vault(root, today)
    return Analysis(vault, today, settings or Settings(), _threads(vault, today))


def _thread_order(thread: Thread) -> tuple[date, str]:
    return spoke_order(thread.spokes[0])


def _threads(vault: Vault, today: date) -> list[Thread]:
    pursuits: dict[tuple[str, str], list[Spoke]] = {}
    for spoke in vault.spokes:
        pursuits.setdefault((spoke.target, spoke.key), []).append(spoke)
    found = [
        thread
        for (target, key), spokes in pursuits.items()
        for thread in _part(target, f"{target}--{key}" if key else target, spokes, today)
    ]
    for thread in found:
        _heed(thread, vault, today)
    return found


def _heed(thread: Thread, vault: Vault, today: date) -> None:
    """Bar a thread whose target has yet to be spoken to, if they refused elsewhere."""
    no = standing_no(thread.target, vault, today)
    if no and thread.walk.state in {"idea", "asked", "agreed", "opt-in", "passed"}:
        thread.walk.give("barred", no)


def standing_no(target: str, vault: Vault, today: date) -> Event | None:
    """Return the target's latest refusal of a year that they have not taken back."""
    spokes = {spoke.path: spoke for spoke in vault.spokes if spoke.target == target}
    said = merge(spokes.values())
    for place in reversed(range(len(said))):
        no, later = said[place], said[place + 1 :]
        if no.word != "opted-out" or (today - no.day).days > DAYS_BARRED:
            continue
        here = [one.word for one in later if spokes[one.path].key == spokes[no.path].key]
        if not any(one.word == "opted-in" for one in later) and not TAKES_BACK & set(here):
            return no
    return None


def _part(target: str, name: str, spokes: list[Spoke], today: date) -> list[Thread]:
    parts: list[list[Spoke]] = [[]]
    for spoke in spokes:
        end = walk(parts[-1], today).end
        if end and spoke.events and spoke.events[0].day > end:
            parts.append([])
        parts[-1].append(spoke)
    return [
        Thread(name if n == 1 else f"{name}--{n}", target, part, walk(part, today))
        for n, part in enumerate(parts, 1)
    ]
