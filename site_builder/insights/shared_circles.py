"""Circles that two people share: how rare, how long together, and who else is in them.

`rarity = min(1, 2/log2(2 + size))`; `overlap = min(1, shared years / 2)`, 0.5 where the years are
unknown on either side, 0 where both are known and disjoint (document 2.5, 2.8).
"""

from collections.abc import Sequence
from math import log2

from msgspec import Struct

from site_builder.model.contact import ContactId, Membership
from site_builder.model.settings import CircleKind
from site_builder.model.vault import Circle, Vault

UNKNOWN_YEARS = 0.5
SHORTEST_TOGETHER = 0.5
"""Years counted where two people met in one single year."""
FULL_OVERLAP = 2
SCHOOL_YEARS_UNKNOWN = 1 / 3
Stretch = tuple[int, int, bool]
"""Known years, the first and the last, and whether they go on."""


class SharedCircle(Struct, frozen=True):
    """One circle that two people share, with everything a formula or a sentence needs."""

    circle: Circle
    rarity: float
    overlap: float
    """The best over their pairs of memberships."""
    school_overlap: float
    """The same, with pairs of unknown years at a third: for kinds whose beta needs years."""
    years: str
    """The years they shared, empty where unknown."""
    with_me: bool
    """I am a member, too; years are ignored."""
    me_too: bool
    """I was there in the years they shared, or those are unknown."""
    membership: Membership
    """The candidate's own line."""

    def knowing(self, kind: CircleKind) -> float:
        """Return the evidence of knowing each other: `β·rarity·overlap`."""
        return kind.knows * self.rarity * (self.school_overlap if kind.school else self.overlap)

    def feeling(self, kind: CircleKind) -> float:
        """Return how much it is the target's own circle: `w·rarity·overlap`."""
        return kind.salience * self.rarity * self.overlap


def rarity(size: int) -> float:
    """Return how telling a circle of this size is: 1 for two people, falling with the size."""
    return min(1.0, 2 / log2(2 + size))


def usable(kind: CircleKind | None) -> bool:
    """Tell whether a kind may serve as evidence; a sensitive one only if switched on."""
    return kind is not None and (not kind.sensitive or kind.knows > 0 or kind.salience > 0)


def shared_circles(
    vault: Vault, candidate: ContactId, target: ContactId, *, year: int
) -> tuple[SharedCircle, ...]:
    """Return the circles both are in, in the order of the target's file."""
    mine = {line.group for line in vault.people[candidate].groups}
    theirs = dict.fromkeys(line.group for line in vault.people[target].groups if line.group in mine)
    found = []
    for circle in map(vault.circles.__getitem__, theirs):
        if not usable(vault.settings.kinds.get(circle.kind)):
            continue
        pairs = circle.members[candidate], circle.members[target]
        overlap, school_overlap, stretch = _together(*pairs, year=year)
        own = circle.members.get(vault.me, ()) if vault.me else ()
        found.append(
            SharedCircle(
                circle=circle,
                rarity=rarity(circle.size),
                overlap=overlap,
                school_overlap=school_overlap,
                years=_shown(stretch),
                with_me=bool(own),
                me_too=any(_was_there(line, stretch, year=year) for line in own),
                membership=pairs[0][0],
            )
        )
    return tuple(found)


def share_a_circle(vault: Vault, one: ContactId, other: ContactId) -> bool:
    """Tell whether two people share any usable circle; years are ignored."""
    groups = {line.group for line in vault.people[one].groups}
    return any(
        line.group in groups and usable(vault.settings.kinds.get(line.kind))
        for line in vault.people[other].groups
    )


def _together(
    ones: Sequence[Membership], others: Sequence[Membership], *, year: int
) -> tuple[float, float, Stretch | None]:
    """Return the best overlap, the best where years matter, and the years shared."""
    best = schooled = 0.0
    years = None
    for one in ones:
        for other in others:
            overlap, stretch = _overlap(one, other, year=year)
            if overlap > best:
                best, years = overlap, stretch
            schooled = max(schooled, overlap * (1 if stretch else SCHOOL_YEARS_UNKNOWN))
    return best, schooled, years


def _overlap(one: Membership, other: Membership, *, year: int) -> tuple[float, Stretch | None]:
    """Return how much two memberships overlap, and when, where that is known."""
    if one.first_year is None or other.first_year is None:
        return UNKNOWN_YEARS, None
    begin = max(one.first_year, other.first_year)
    ends = [year if line.last_year is None else line.last_year for line in (one, other)]
    end = min(ends)
    if begin > end:
        return 0.0, None
    together = max(SHORTEST_TOGETHER, end - begin)
    return min(1.0, together / FULL_OVERLAP), (begin, end, one.open_end and other.open_end)


def _shown(stretch: Stretch | None) -> str:
    if stretch is None:
        return ""
    begin, end, still = stretch
    return f"since {begin}" if still else str(begin) if begin == end else f"{begin}-{end}"


def _was_there(mine: Membership, stretch: Stretch | None, *, year: int) -> bool:
    """Tell whether I was there in these years, as far as is known; still, where they still are."""
    if stretch is None:
        return True
    begin, end, still = stretch
    if mine.first_year is None or (still and not mine.open_end):
        return False
    last = year if mine.last_year is None else mine.last_year
    return mine.first_year <= end and last >= begin
