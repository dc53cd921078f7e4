"""How far I reach: whom I know, whom somebody I know knows, and who is out of reach so far."""

from collections.abc import Iterable
from heapq import nlargest

from msgspec import Struct

from site_builder.insights.eligibility import CLOSE_FRIEND
from site_builder.model.contact import ContactId
from site_builder.model.vault import Circle, Vault


class Reach(Struct, frozen=True):
    """Everybody but me, in four sets without overlap."""

    close: frozenset[ContactId]
    """Closeness 4 or 5."""
    known: frozenset[ContactId]
    """Closeness 1 to 3, or a tie to me that their file states."""
    through: frozenset[ContactId]
    """Not known to me, but to somebody I know."""
    apart: frozenset[ContactId]
    """Nobody I know is known to know them."""

    @property
    def parts(self) -> tuple[frozenset[ContactId], ...]:
        """All four, the nearest first."""
        return self.close, self.known, self.through, self.apart

    def knows(self, person: ContactId) -> bool:
        """Tell whether I know somebody myself."""
        return person in self.close or person in self.known


class Hub(Struct, frozen=True):
    """Somebody I know, and how many people they lead to."""

    contact: ContactId
    ties: int
    leads: int
    """Those of their ties that I do not know myself."""


class WayIn(Struct, frozen=True):
    """Somebody I know who is in a circle, or who knows a member."""

    contact: ContactId
    member: ContactId
    """The same as `contact` where they are a member themselves."""


def reach_of(vault: Vault) -> Reach:
    """Sort everybody by how I reach them; one walk over the people."""
    people = vault.people
    close = {i for i, one in people.items() if (one.closeness or 0) >= CLOSE_FRIEND}
    stated = {i for i, one in people.items() if one.closeness}
    tied = vault.known_to(vault.me)
    known = (stated | (tied & people.keys())) - {vault.me}
    rest = people.keys() - known - {vault.me}
    through = {one for one in rest if not known.isdisjoint(vault.known_to(one))}
    return Reach(
        *map(frozenset, (close & known, known - close, through, rest - through)),
    )


def hubs_of(vault: Vault, reach: Reach, most: int) -> tuple[Hub, ...]:
    """Return those I know who lead to most people I do not know, the closest first among equals."""
    leads = {
        one: number
        for part in (reach.close, reach.known)
        for one in part
        if (number := len(vault.known_to(one) & reach.through))
    }
    least = min(nlargest(most, leads.values()), default=0)
    best = [one for one, number in leads.items() if number >= least]
    best.sort(key=lambda one: (-leads[one], *_rank(vault, one)))
    return tuple(Hub(one, len(vault.acquaintances[one]), leads[one]) for one in best[:most])


def ways_in(vault: Vault, reach: Reach, circle: Circle, most: int) -> tuple[WayIn, ...]:
    """Return the best ways into a circle: members I know, else people I know who know a member."""
    inside = reach.close.intersection(circle.members)
    if len(inside) < most:
        inside |= reach.known.intersection(circle.members)
    if inside:
        return tuple(WayIn(one, one) for one in _best(vault, inside, most))
    doors: dict[ContactId, tuple[int, ContactId]] = {}
    for member in circle.members:
        for other in filter(reach.knows, vault.known_to(member)):
            tie = vault.tie(other, member)
            strength = (tie[0].closeness or 0) if tie else 0
            if other not in doors or strength > doors[other][0]:
                doors[other] = strength, member
    return tuple(WayIn(one, doors[one][1]) for one in _best(vault, doors, most))


def _best(vault: Vault, people: Iterable[ContactId], most: int) -> list[ContactId]:
    return sorted(people, key=lambda one: _rank(vault, one))[:most]


def _rank(vault: Vault, person: ContactId) -> tuple[int, int, ContactId]:
    """Order people by my tie, then by how many they know."""
    closeness = vault.people[person].closeness or 0
    return -closeness, -len(vault.known_to(person)), person
