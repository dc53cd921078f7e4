"""Who may know the target: found from the target outwards, never by walking all people.

Three doors lead to a candidate: a stated tie, a common acquaintance, a shared circle. Circles are
only walked where sharing them could lift a candidate without any other evidence over the least
probability; so a town or a community of thousands costs nothing. Who is found otherwise stays only
if the evidence could suffice at its best: if the years in every shared circle were the same.
"""

from collections.abc import Iterator, KeysView, Mapping, Sequence
from math import log, log2
from operator import itemgetter

from site_builder.insights.probability import logit
from site_builder.insights.shared_circles import usable
from site_builder.model.contact import ContactId
from site_builder.model.settings import CircleKind
from site_builder.model.vault import NOBODY, Circle, Vault

ByKind = Mapping[str, Sequence[tuple[float, Circle]]]
"""Circles of each kind, each with the most that sharing it can say."""
MARGIN = 1e-9
"""Sums of floats in another order differ by less; whoever is this near is looked at closely."""


def possible_candidates(vault: Vault, target: ContactId) -> list[ContactId]:
    """Return everybody whose evidence could suffice, in id order; me and the target left out."""
    score, circles = vault.settings.score, _by_kind(vault, target)
    needed = logit(score.least_know) - score.base_know - MARGIN
    cap, weight = score.acquaintance_cap, score.acquaintance_know
    common = _acquaintance(vault, target)
    for circle in _telling(circles, needed):
        for member in circle.members:
            common.setdefault(member, 0.0)
    shared = _shared(circles, common.keys())
    found = {
        person
        for person, people in common.items()
        if weight * min(cap, people) + shared.get(person, 0.0) >= needed
    }
    found -= vault.strangers.get(target, NOBODY)
    return sorted((found | vault.known_to(target)) - {target, vault.me})


def _acquaintance(vault: Vault, target: ContactId) -> dict[ContactId, float]:
    """Return the Adamic-Adar sum of everybody who has an acquaintance with the target in common."""
    found: dict[ContactId, float] = {}
    for between in vault.known_to(target) - {vault.me}:
        others = vault.acquaintances[between]
        telling = 1 / log(max(2, len(others)))
        for other in others:
            found[other] = found.get(other, 0.0) + telling
    return found


def _by_kind(vault: Vault, target: ContactId) -> ByKind:
    """Return the target's usable circles, those that can say most last."""
    kinds = vault.settings.kinds
    found: dict[str, list[tuple[float, Circle]]] = {}
    for group in dict.fromkeys(line.group for line in vault.people[target].groups):
        circle = vault.circles[group]
        if usable(kinds.get(circle.kind)):
            found.setdefault(circle.kind, []).append((_bound(circle, kinds), circle))
    return {kind: sorted(circles, key=itemgetter(0)) for kind, circles in found.items()}


def _telling(circles: ByKind, needed: float) -> Iterator[Circle]:
    """Yield those of all kinds but the weakest that cannot suffice together."""
    together = 0.0
    for kind in sorted(circles, key=lambda kind: circles[kind][-1][0]):
        together += circles[kind][-1][0]
        if together >= needed:
            yield from (circle for _, circle in circles[kind])


def _shared(circles: ByKind, people: KeysView[ContactId]) -> dict[ContactId, float]:
    """Return the most that circles shared with the target can say, for whoever shares one."""
    found: dict[ContactId, float] = {}
    for kind in circles:
        best: dict[ContactId, float] = {}
        for bound, circle in circles[kind]:
            best |= dict.fromkeys(people & circle.members.keys(), bound)
        for person, bound in best.items():
            found[person] = found.get(person, 0.0) + bound
    return found


def _bound(circle: Circle, kinds: Mapping[str, CircleKind]) -> float:
    return kinds[circle.kind].knows * min(1.0, 2 / log2(2 + circle.size))
