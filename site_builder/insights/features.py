"""The facts about one candidate that the three questions are answered from."""

from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from site_builder.insights.asks import RECENT, Ledger
from site_builder.insights.shared_circles import SharedCircle, share_a_circle, shared_circles
from site_builder.insights.thread import Thread
from site_builder.model.contact import Contact, ContactId, StandingLine, TieLine
from site_builder.model.vault import Vault


class Network(Struct, frozen=True):
    """What all candidates have in common: the vault, the day, the ledger."""

    vault: Vault
    today: date
    ledger: Ledger
    last_contact: Mapping[ContactId, date | None]
    """The last real exchange with me, by any record."""
    opted_out: Mapping[ContactId, date | None]
    """Targets who said no to an introduction within 365 days, and when."""
    pursued: Mapping[ContactId, tuple[Thread, ...]] = field(default_factory=dict)
    """My threads towards each person; a replay of the past needs none."""


class Evidence(Struct, frozen=True):
    """What speaks for one person knowing another."""

    tie: TieLine | None
    """The stated tie; without one, knowing is inferred from the rest."""
    tie_owner: ContactId | None
    """Who states it."""
    shared: tuple[SharedCircle, ...]
    common: tuple[tuple[ContactId, int], ...]
    """Acquaintances of both, with how many people each has stated ties with."""


class Features(Struct, frozen=True):
    """One candidate towards one target, before any weight is applied."""

    person: Contact
    target: Contact
    evidence: Evidence
    days_silent: int | None
    """Days since my last contact with them; none if no date is on record."""
    yes: int
    no: int
    ignored: int
    fresh: float
    """D: 1 another corner of the target's world than the earlier introducers, 0.5 half, 0 same."""
    standing: StandingLine | None
    open_asks: int
    recent_asks: int


def evidence_of(network: Network, candidate: ContactId, target: ContactId) -> Evidence:
    """Collect what speaks for the candidate knowing the target."""
    vault = network.vault
    tie, owner = vault.tie(candidate, target) or (None, None)
    return Evidence(
        tie=tie,
        tie_owner=owner,
        shared=shared_circles(vault, candidate, target, year=network.today.year),
        common=() if tie else _common(vault, candidate, target),
    )


def features_of(
    network: Network,
    candidate: ContactId,
    target: ContactId,
    *,
    evidence: Evidence | None = None,
    earlier: Sequence[ContactId],
) -> Features:
    """Collect everything about a candidate; the evidence may have been collected before."""
    vault, ledger = network.vault, network.ledger
    met = network.last_contact.get(candidate)
    return Features(
        person=vault.people[candidate],
        target=vault.people[target],
        evidence=evidence or evidence_of(network, candidate, target),
        days_silent=(network.today - met).days if met else None,
        yes=ledger.answers(candidate, "yes"),
        no=ledger.answers(candidate, "no"),
        ignored=ledger.answers(candidate, "ignored"),
        fresh=_fresh(vault, candidate, earlier),
        standing=_standing(vault, candidate, target),
        open_asks=ledger.open(candidate),
        recent_asks=ledger.since(candidate, RECENT),
    )


def earlier_introducers(thread: Thread | None) -> tuple[ContactId, ...]:
    """Return who was already an introducer of the thread."""
    return thread.introducers if thread is not None else ()


def _common(
    vault: Vault, candidate: ContactId, target: ContactId
) -> tuple[tuple[ContactId, int], ...]:
    both = vault.known_to(candidate) & vault.known_to(target)
    return tuple((z, len(vault.known_to(z))) for z in sorted(both) if z != vault.me)


def _fresh(vault: Vault, candidate: ContactId, earlier: Sequence[ContactId]) -> float:
    if not earlier:
        return 1.0
    apart = not any(share_a_circle(vault, candidate, other) for other in earlier)
    known = vault.known_to(candidate)
    return (apart + (not any(other in known for other in earlier))) / 2


def _standing(vault: Vault, candidate: ContactId, target: ContactId) -> StandingLine | None:
    for line in vault.people[candidate].standing:
        if vault.directory.one(line.other.name) == target:
            return line
    return None
