"""Who is asked for which door: no connector is asked for two doors at once.

Introducers whom I have already chosen (their file has nothing in its log yet) are taken first, one
door each. The other doors follow by value: of all pairs of door and free connector the one with the
greatest value is settled, then the next. This is the stable matching: no door and connector that
are not matched would both gain by it, so `Ben is asked for Tara first` can be said in one sentence.
Only the best choice of each door that is still open waits in the heap: `n log n` for n doors.
"""

import heapq
from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from site_builder.insights.candidate import NOTHING_ALLOTTED, Allotment, Candidate, Kept
from site_builder.insights.chosen import chosen
from site_builder.insights.eligibility import PREFERS_NOT, over_asked
from site_builder.insights.features import Network
from site_builder.insights.insight import Door
from site_builder.insights.own_door import awaited, left_in_peace
from site_builder.insights.probability import DIGITS
from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke
from site_builder.tables import FRESH, Tables
from site_builder.tables.late import LateTable

LISTED = 6
"""Of so many suggested people a door says which are asked for another door."""

Taken = Mapping[ContactId, Door]


def allot(
    doors: Mapping[str, Door],
    ranked: Mapping[str, Door],
    network: Network,
    tables: Tables = FRESH,
) -> Mapping[str, Door]:
    """Return the doors, each with its allotment; `ranked` are the same in their order."""
    sharing = tables.single("sharing", lambda: _shares(ranked.values(), network))
    shares = tables.source("shares", sharing() if tables.remembers else LateTable(sharing))

    def allotted(name: str) -> Door:
        share = shares.get(name)
        return replace(doors[name], allotment=share) if share else doors[name]

    return tables.derive("allotted", doors, allotted)


def _shares(doors: Iterable[Door], network: Network) -> Mapping[str, Allotment]:
    """Return what is allotted to each thread that anything is."""
    doors = tuple(doors)
    allotted, taken = _chosen(doors, network)
    waiting = [door for door in doors if door.suggestion.due and door.thread.id not in allotted]
    first = _matched(waiting, taken, network)
    for door in waiting:
        allotted[door.thread.id] = _allotment(door, first.get(door.thread.id), taken, network)
    return {thread: share for thread, share in allotted.items() if share != NOTHING_ALLOTTED}


def _chosen(
    doors: Iterable[Door], network: Network
) -> tuple[dict[str, Allotment], dict[ContactId, Door]]:
    """Settle whom I have chosen: the first door that names somebody may ask, unless they rest."""
    allotted: dict[str, Allotment] = {}
    taken: dict[ContactId, Door] = {}
    for door in doors:
        spoke = _meant(door, network)
        if spoke is None:
            continue
        introducer, after = spoke.introducer, spoke if door.move.name != "ask" else None
        if introducer in taken:
            share = Allotment(kept=(_kept(introducer, taken),), chosen=after)
        elif network.vault.people[introducer].ask == "no":
            share = Allotment(rest=PREFERS_NOT)
        else:
            rest = over_asked(network, network.vault.people[introducer])
            share = Allotment(rest=rest, chosen=after)
            if not rest:
                taken[introducer] = door
        allotted[door.thread.id] = share
    return allotted, taken


def _meant(door: Door, network: Network) -> Spoke | None:
    """Return the introduction for which I have chosen whom to ask."""
    if door.move.name == "ask":
        return door.thread.spokes[0]
    return chosen(door.thread, network.vault) if door.suggestion.due else None


def _matched(
    doors: Iterable[Door], taken: dict[ContactId, Door], network: Network
) -> dict[str, Candidate]:
    """Return the first person for each door, by thread; `taken` grows with every one."""
    by_thread = {door.thread.id: door for door in doors}
    first: dict[str, Candidate] = {}
    heap = [bid for door in by_thread.values() for bid in _bid(door, 0)]
    heapq.heapify(heap)
    while heap:
        *_, thread, place = heapq.heappop(heap)
        door = by_thread[thread]
        candidate = door.suggestion.suggested[place]
        if candidate.contact not in taken and not _not_now(candidate, network):
            taken[candidate.contact] = door
            first[thread] = candidate
        else:
            for bid in _bid(door, place + 1):
                heapq.heappush(heap, bid)
    return first


def _bid(door: Door, place: int) -> Iterable[tuple[float, bool, str, int]]:
    """Yield what a door offers for the candidate at a place, if there is one."""
    for candidate in door.suggestion.suggested[place : place + 1]:
        yield -round(candidate.value, DIGITS), candidate.inferred, door.thread.id, place


def _not_now(candidate: Candidate, network: Network) -> bool:
    """Tell whether a matter between a candidate and me speaks against asking them."""
    threads = network.pursued.get(candidate.contact, ())
    return left_in_peace(threads) or awaited(threads)


def _allotment(door: Door, first: Candidate | None, taken: Taken, network: Network) -> Allotment:
    listed = door.suggestion.suggested[: max(LISTED, first.rank if first else 0)]
    kept = (
        _kept(one.contact, taken)
        for one in listed
        if one.contact in taken and taken[one.contact] is not door
    )
    own = {one.contact: network.pursued.get(one.contact, ()) for one in listed}
    peace = tuple(who for who, threads in own.items() if left_in_peace(threads))
    waits = tuple(who for who, threads in own.items() if awaited(threads))
    return Allotment(first, tuple(kept), peace=peace, awaited=waits)


def _kept(contact: ContactId, taken: Taken) -> Kept:
    thread = taken[contact].thread
    return Kept(contact, thread.id, thread.target)
