"""Who may know the target: found from the target outwards, never by walking all people.

Three doors lead to a candidate: a stated tie, a common acquaintance, a shared circle. Circles are
only walked where sharing them could lift a candidate without any other evidence over the least
probability; so a town or a community of thousands costs nothing.
"""

from collections.abc import Mapping
from math import log2

from site_builder.insights.probability import logit
from site_builder.insights.shared_circles import usable
from site_builder.model.contact import ContactId
from site_builder.model.settings import CircleKind
from site_builder.model.vault import Circle, Vault


def possible_candidates(vault: Vault, target: ContactId) -> list[ContactId]:
    """Return everybody whose evidence could suffice, in id order; me and the target left out."""
    nobody: frozenset[ContactId] = frozenset()
    found = set(vault.acquaintances.get(target, nobody))
    for between in vault.acquaintances.get(target, nobody):
        if between != vault.me:
            found |= vault.acquaintances[between]
    for circle in _telling_circles(vault, target):
        found |= circle.members.keys()
    return sorted(found - {target, vault.me})


def _telling_circles(vault: Vault, target: ContactId) -> list[Circle]:
    """Return the target's circles of all kinds but the weakest that cannot suffice together."""
    score, kinds = vault.settings.score, vault.settings.kinds
    circles = [
        vault.circles[line.group]
        for line in vault.people[target].groups
        if usable(kinds.get(line.kind))
    ]
    strongest: dict[str, float] = {}
    for circle in circles:
        bound = _bound(circle, kinds)
        strongest[circle.kind] = max(strongest.get(circle.kind, 0.0), bound)
    needed = logit(score.least_know) - score.base_know
    weak: set[str] = set()
    together = 0.0
    for kind in sorted(strongest, key=lambda kind: strongest[kind]):
        together += strongest[kind]
        if together >= needed:
            break
        weak.add(kind)
    return [circle for circle in circles if circle.kind not in weak]


def _bound(circle: Circle, kinds: Mapping[str, CircleKind]) -> float:
    return kinds[circle.kind].knows * min(1.0, 2 / log2(2 + circle.size))
