"""What a vault knew on one past day about one target: as much of it as a ranking looks at.

Everything dated is cut at the day: events of introductions, log lines, `last_contact`. What bears
no date (ties, circles, closeness) is as the given vault has it. Only the pursuits that touch the
target or a possible candidate are read, so a day costs what one ranking costs, not what all
introductions cost.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from msgspec import Struct
from msgspec.structs import replace

from site_builder.insights.asks import ledger_of
from site_builder.insights.candidate import Suggestion
from site_builder.insights.candidate_search import possible_candidates
from site_builder.insights.eligibility import opt_outs
from site_builder.insights.features import Network
from site_builder.insights.introducers import Pursuit, suggest
from site_builder.insights.last_contact import last_contacts
from site_builder.insights.thread import Thread, Threads
from site_builder.insights.threads import PursuitKey, pursued, pursuit_of, threads_of
from site_builder.model.contact import ContactId
from site_builder.model.vault import Spoke, Vault
from site_builder.tables import FRESH, Tables


class Past(Struct, frozen=True):
    """A vault to look back with."""

    vault: Vault
    pursuits: Mapping[PursuitKey, tuple[Spoke, ...]]
    """My introductions that have at least one event, by target and `thread` key."""
    touching: Mapping[ContactId, tuple[PursuitKey, ...]]
    """The pursuits in which a person is target or introducer, once for each introduction."""


def past_of(vault: Vault, tables: Tables = FRESH) -> Past:
    """Index a vault for looking back; drafts and favours for others take no part."""
    pursuits = tables.group("past pursuits", vault.paths, _begun)
    return Past(vault, pursuits, tables.group("touching", vault.paths, _touched))


def _begun(spoke: Spoke) -> Iterator[tuple[PursuitKey, Spoke]]:
    return pursued(spoke) if spoke.intro.events else iter(())


def _touched(spoke: Spoke) -> Iterator[tuple[ContactId, PursuitKey]]:
    for key, _ in _begun(spoke):
        for person in dict.fromkeys((spoke.target, spoke.introducer)):
            yield person, key


def ranked_on(past: Past, key: PursuitKey, day: date) -> tuple[Thread, Suggestion] | None:
    """Return the pursuit's thread at the end of the day and who could have helped it then.

    None where nothing of the pursuit is on record up to that day.
    """
    target = key[0]
    if target not in past.vault.people:
        return None
    people = [target, *possible_candidates(past.vault, target)]
    threads = threads_of(_vault_on(past, people, day), day)
    own = [thread for thread in threads.values() if pursuit_of(thread) == key]
    if not own:
        return None
    thread = max(own, key=lambda one: one.moments[0].event.date)
    network = _network(past.vault, threads, people, day)
    still = thread if thread.standing.state != "over" else None
    return thread, suggest(network, Pursuit(target, still, thread.id))


def _vault_on(past: Past, people: Sequence[ContactId], day: date) -> Vault:
    """Return the vault with nothing but the spokes that had begun and touch these people."""
    keys = dict.fromkeys(chain.from_iterable(past.touching.get(who, ()) for who in people))
    spokes = (spoke for key in keys for spoke in past.pursuits[key])
    begun = {spoke.intro.path: spoke for spoke in spokes if spoke.intro.events[0].date <= day}
    return replace(past.vault, paths=begun)


def _network(vault: Vault, threads: Threads, people: Sequence[ContactId], day: date) -> Network:
    few = replace(vault, records={who: vault.records[who] for who in people})
    return Network(
        vault=vault,
        today=day,
        ledger=ledger_of(threads, vault.settings, day),
        last_contact=last_contacts(few, threads, day),
        opted_out=opt_outs(threads, day),
    )
