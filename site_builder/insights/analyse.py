"""The analysis of a vault on a day, from its threads to who could open which door."""

from collections.abc import Iterator, Mapping
from datetime import date

from site_builder.insights.allocation import allot
from site_builder.insights.asks import ledger_of
from site_builder.insights.candidate import Suggestion
from site_builder.insights.connectors import connectors_of
from site_builder.insights.eligibility import opt_outs
from site_builder.insights.features import Network
from site_builder.insights.insight import Door, Insights, Opening
from site_builder.insights.introducers import Pursuit, explained, suggest
from site_builder.insights.last_contact import last_contacts
from site_builder.insights.moves import move_of
from site_builder.insights.pace import paces_of
from site_builder.insights.stall import SECOND_DOOR_MOVES, Clock, Move, Stall, stall_of
from site_builder.insights.thread import Thread, Threads
from site_builder.model.contact import ContactId
from site_builder.model.vault import Vault
from site_builder.tables import FRESH, Tables
from site_builder.tables.spread import Spread, in_turn


def analyse(
    vault: Vault,
    threads: Threads,
    today: date,
    tables: Tables = FRESH,
    *,
    spread: Spread = in_turn,
) -> Insights:
    """Derive everything that a vault says on one day."""
    network = Network(
        vault=vault,
        today=today,
        ledger=ledger_of(threads, vault.settings, today, tables),
        last_contact=last_contacts(vault, threads, today, tables),
        opted_out=opt_outs(threads, today, tables),
        pursued=tables.group("pursued people", threads, lambda thread: [(thread.target, thread)]),
    )
    clock = Clock(vault, today, paces_of(threads, tables))
    verdicts = tables.each("verdicts", threads, lambda thread: _verdict(thread, clock))
    suggestions = tables.derive(
        "suggestions",
        threads,
        lambda name: _suggestion(threads[name], verdicts[name][1], network),
        spread=spread,
    )
    doors = tables.derive(
        "doors", threads, lambda name: Door(threads[name], *verdicts[name], suggestions[name])
    )
    ranked = tables.sort("ranked", doors, lambda name: urgency(doors[name]))
    allotted = allot(doors, ranked, network, tables)
    return Insights(
        network=network,
        threads=threads,
        by_thread=allotted,
        ranked=tables.sort("doors ranked", allotted, lambda name: urgency(allotted[name])),
        openings=_openings(allotted, tables),
        by_connector=connectors_of(network, doors, tables),
    )


def urgency(door: Door) -> tuple[bool, bool, int, str]:
    """Sort my turn first, then the most overdue, then by id."""
    silent, limit = door.stall.silent_days, door.stall.limit_days
    over = None if silent is None or limit is None else silent - limit
    return (door.thread.turn != "me", over is None, -(over or 0), door.thread.id)


def suggestion_for(insights: Insights, target: ContactId) -> Suggestion:
    """Answer who could introduce me to anybody, with or without a thread.

    It speaks of the target's latest thread that is not over; without one there are no earlier
    introducers, and the latest thread is named if there is one.
    """
    mine = [door for door in insights.doors if door.thread.target == target]
    mine.sort(key=lambda door: _begun(door.thread))
    if still := [door for door in mine if door.open]:
        return explained(insights.network, still[-1].suggestion, still[-1].thread)
    named = mine[-1].thread.id if mine else None
    suggestion = suggest(insights.network, Pursuit(target, named=named))
    return explained(insights.network, suggestion, None)


def _begun(thread: Thread) -> tuple[date, str]:
    """Sort by the first spoke, as spokes are sorted: first event, then path."""
    begun = thread.moments[0].event.date if thread.moments else date.max
    return begun, thread.spokes[0].intro.path


def _verdict(thread: Thread, clock: Clock) -> tuple[Stall, Move]:
    stall = stall_of(thread, clock)
    return stall, move_of(thread, stall, vault=clock.vault, today=clock.today)


def _suggestion(thread: Thread, move: Move, network: Network) -> Suggestion:
    if thread.standing.state == "over" or not network.vault.audience.shows("suggestions"):
        return Suggestion(thread.target, thread.id, due=False, due_because=move.because)
    return suggest(network, Pursuit(thread.target, thread, thread.id, move))


def _openings(doors: Mapping[str, Door], tables: Tables) -> Mapping[ContactId, tuple[Opening, ...]]:
    """Turn the suggestions of stalled doors around: whom could each person bring back."""
    found = tables.group("opened", doors, _opened)
    return tables.each("openings", found, lambda opened: tuple(sorted(opened, key=_best)))


def _opened(door: Door) -> Iterator[tuple[ContactId, Opening]]:
    if door.stall.stalled or door.move.name in SECOND_DOOR_MOVES:
        thread, pursuit = door.thread, door.thread.spokes[0].intro.thread
        for one in door.suggestion.suggested:
            kept = door.allotment.kept_back(one.contact)
            first = kept.target if kept else None
            yield one.contact, Opening(thread.id, thread.target, one, pursuit, first)


def _best(opening: Opening) -> tuple[float, str]:
    return -opening.candidate.value, opening.thread
