"""How far I reach into each circle of one kind: the numbers behind the picture and its table."""

from collections.abc import Collection, Sequence

from msgspec import Struct

from site_builder.insights.reach import Reach, WayIn, ways_in
from site_builder.insights.shared_circles import usable
from site_builder.model.alphabet import alphabetical
from site_builder.model.contact import ContactId
from site_builder.model.vault import NOBODY, Circle, Vault
from site_builder.pages.network_map import OPACITIES, Counts, Region
from site_builder.pages.page import Ref
from site_builder.pages.refs import circle_ref, person_ref

CIRCLES_SHOWN, SMALLEST = 40, 2
"""Circles in one picture, the largest first, each of at least so many people besides me."""
WAYS_SHOWN = 2


class Segment(Struct, frozen=True):
    """One share of a bar, in percent of its length."""

    x: int
    width: int
    opacity: str


class Way(Struct, frozen=True):
    """Somebody who is a way into a circle."""

    person: Ref
    knows: str
    """The member they know; empty where they are a member themselves."""


class CircleReach(Struct, frozen=True):
    """One circle in the table."""

    circle: Ref
    people: int
    mine: bool
    close: int
    known: int
    through: int
    apart: int
    bar: tuple[Segment, ...]
    ways: tuple[Way, ...]


class KindCircles(Struct, frozen=True):
    """The circles of one kind, the largest first, whoever I know in them."""

    kind: str
    shown: tuple[Circle, ...]
    smaller: int
    """How many circles are not shown one by one."""
    rest: frozenset[ContactId]
    """People who are in those only."""
    none: frozenset[ContactId]
    """People in no circle of this kind."""


class KindReach(Struct, frozen=True):
    """The circles of one kind, and how far I reach into each."""

    kind: str
    circles: tuple[tuple[Circle, Counts], ...]
    smaller: int
    """How many circles are not shown one by one."""
    rest: Counts
    """People who are in those only."""
    none: Counts
    """People in no circle of this kind."""

    @property
    def covered(self) -> int:
        """How many memberships the shown circles have: what speaks for opening with this kind."""
        return sum(sum(counts) for _, counts in self.circles)


def kinds_of(vault: Vault) -> tuple[KindCircles, ...]:
    """Return every kind that has circles, in the order of the settings; no sensitive kind."""
    everybody = frozenset(vault.people) - {vault.me}
    by_kind: dict[str, list[Circle]] = {}
    for circle in vault.circles.values():
        by_kind.setdefault(circle.kind, []).append(circle)
    found = (
        _kind(name, by_kind[name], vault.me, everybody)
        for name, kind in vault.settings.kinds.items()
        if name in by_kind and usable(kind)
    )
    return tuple(kind for kind in found if kind.shown)


def kind_reach(kind: KindCircles, reach: Reach) -> KindReach:
    """Count how far I reach into the circles of a kind."""
    return KindReach(
        kind.kind,
        tuple((circle, _counts(reach, circle.members)) for circle in kind.shown),
        kind.smaller,
        _counts(reach, kind.rest),
        _counts(reach, kind.none),
    )


def regions_of(kind: KindReach) -> tuple[Region, ...]:
    """Return the discs of a kind's picture, people in small circles and in none at the end."""
    regions = [
        Region(circle.id, circle.name, counts, _known(counts)) for circle, counts in kind.circles
    ]
    regions.append(Region("*", "In smaller circles", kind.rest, _known(kind.rest)))
    regions.append(Region("", f"No {kind.kind} noted", kind.none, _known(kind.none)))
    return tuple(region for region in regions if region.people)


def circle_reach(vault: Vault, reach: Reach, circle: Circle, counts: Counts) -> CircleReach:
    """Return one row of the table."""
    ways = ways_in(vault, reach, circle, WAYS_SHOWN)
    return CircleReach(
        circle_ref(circle),
        sum(counts),
        vault.me in circle.members,
        *counts,
        _bar(counts),
        tuple(_way(vault, way) for way in ways),
    )


def _kind(
    name: str,
    circles: Sequence[Circle],
    me: ContactId | None,
    everybody: frozenset[ContactId],
) -> KindCircles:
    def people(circle: Circle) -> int:
        return len(circle.members) - (me in circle.members)

    sized = [circle for circle in circles if people(circle) >= SMALLEST]
    sized.sort(key=lambda circle: (-people(circle), alphabetical(circle.name), circle.id))
    shown, others = sized[:CIRCLES_SHOWN], len(circles) - len(sized[:CIRCLES_SHOWN])
    inside = NOBODY.union(*(circle.members for circle in shown))
    anywhere = inside.union(*(circle.members for circle in circles)) if others else inside
    return KindCircles(name, tuple(shown), others, anywhere - inside, everybody - anywhere)


def _counts(reach: Reach, people: Collection[ContactId]) -> Counts:
    close, known, through, apart = (len(part.intersection(people)) for part in reach.parts)
    return close, known, through, apart


def _known(counts: Counts) -> str:
    return f"{counts[0] + counts[1]} of {sum(counts)} known"


def _bar(counts: Counts) -> tuple[Segment, ...]:
    ends = [round(100 * sum(counts[: n + 1]) / sum(counts)) for n in range(len(counts))]
    starts = [0, *ends]
    return tuple(
        Segment(start, end - start, opacity)
        for start, end, opacity in zip(starts, ends, OPACITIES, strict=False)
        if end > start and opacity != "0"
    )


def _way(vault: Vault, way: WayIn) -> Way:
    member = "" if way.member == way.contact else vault.people[way.member].name
    return Way(person_ref(vault, way.contact), member)
