"""Shared circles and stated ties between two people (section 2.8, Circles, AA)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .records import Membership, Person, Tie, Vault
    from .settings import Settings


@dataclass(frozen=True)
class Shared:
    """One pair of memberships two people hold in the same circle."""

    group: str
    beta: float
    salience: float
    rarity: float
    overlap: float


def stated_tie(a: Person, b: Person) -> Tie | None:
    """Return what is stated between two people; the first one's file wins."""
    return a.knows.get(b.id) or b.knows.get(a.id)


def common_paths(a: str, b: str, vault: Vault) -> float:
    """Return AA: the sum of 1/ln(ties of Z) over those with stated ties to both."""
    between = (vault.ties[a] & vault.ties[b]) - {a, b, vault.me or ""}
    return sum(1 / math.log(max(2, len(vault.ties[z]))) for z in sorted(between))


def shared(a: Person, b: Person, vault: Vault, settings: Settings) -> list[Shared]:
    """Return the shared circles of kinds that may count, one per pair of stays."""
    found = []
    for mine in a.groups:
        for theirs in b.groups:
            kind = settings.kinds.get(mine.kind)
            if mine.group != theirs.group or kind is None or kind.sensitive:
                continue
            known = mine.years is not None and theirs.years is not None
            school = mine.kind == "school" and not known
            beta = settings.score.school_unknown if school else kind.knows
            rare = rarity(mine.group, vault, settings)
            overlap = _overlap(mine, theirs)
            found.append(Shared(mine.group, beta, kind.salience, rare, overlap))
    return found


def rarity(group: str, vault: Vault, settings: Settings) -> float:
    """Return min(1, 2/log2(2 + size)), the size at least 2."""
    size = max(2, settings.sizes.get(group, vault.sizes[group]))
    return min(1.0, 2 / math.log2(2 + size))


def _overlap(a: Membership, b: Membership) -> float:
    if a.years is None or b.years is None:
        return 0.5
    start, end = max(a.years[0], b.years[0]), min(a.years[1], b.years[1])
    return 0.0 if start > end else min(1.0, max(0.5, end - start) / 2)
