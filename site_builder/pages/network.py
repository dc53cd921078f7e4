"""The whole network: how far I reach into each circle, through whom, and where nobody knows a way.

One page for each kind of circle, so that a reader can arrange the same people by employer, school
or team; `network.html` shows the kind whose circles tell most about most people.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

from msgspec import Struct

from site_builder.insights.reach import Reach, hubs_of, reach_of
from site_builder.insights.words import listing
from site_builder.model.contact import CLOSENESS_WORDS
from site_builder.model.vault import Vault
from site_builder.pages.network_circles import (
    CircleReach,
    KindReach,
    circle_reach,
    kind_reach,
    kinds_of,
    regions_of,
)
from site_builder.pages.network_map import OPACITIES, NetworkMap, Region, maps_of
from site_builder.pages.page import Page, Ref, href
from site_builder.pages.refs import person_ref
from site_builder.pages.words import capital, plural
from site_builder.tables import FRESH, Tables

HUBS_SHOWN, HOLES_NAMED = 12, 5
DESCRIBED = 8
"""Circles that are read aloud with the picture; the table has the others."""
ENOUGH = 6
"""So many circles divide people well enough to begin with them."""
LEVELS = ("close to you", "you know them", "somebody you know knows them", "no way in yet")
"""What the shares of a disc mean, in the order of the counts."""


class LevelKey(Struct, frozen=True):
    """One shade of the picture, explained and counted."""

    opacity: str
    words: str
    people: int


class HubRow(Struct, frozen=True):
    """Somebody who leads to many people I do not know."""

    person: Ref
    words: str
    leads: str


class NetworkView(Struct, frozen=True, kw_only=True):
    """Everything the page shows without a script; the script adds the people themselves."""

    summary: str
    title: str
    kind: str
    kinds: tuple[Ref, ...]
    """The other arrangements; the present one has no address."""
    description: str
    maps: tuple[NetworkMap, ...]
    levels: tuple[LevelKey, ...]
    circles: tuple[CircleReach, ...]
    smaller: str
    holes: str
    """Circles in which I know nobody; empty where there are none."""
    hubs: tuple[HubRow, ...]


def network_pages(vault: Vault, tables: Tables = FRESH) -> tuple[Page, ...]:
    """Plan the pages of the network, the one to begin with first."""
    reach = tables.single("reach", lambda: reach_of(vault))
    arranged = tables.single("circles by size", lambda: kinds_of(vault))

    def counted() -> tuple[KindReach, ...]:
        return tuple(kind_reach(kind, reach()) for kind in arranged())

    found = tables.single("network kinds", counted)()
    kinds = tables.source("kind reach", {kind.kind: kind for kind in found})
    circles = {circle.id: (circle, counts) for kind in found for circle, counts in kind.circles}
    shown = tables.source("circles shown", circles)
    drawn = _Drawn(
        vault,
        reach,
        kinds,
        tables.each("maps", kinds, lambda kind: maps_of(regions_of(kind))),
        tables.each("reached", shown, lambda one: circle_reach(vault, reach(), *one)),
        tables.single("hubs", lambda: tuple(_hubs(vault, reach()))),
    )
    return tables.single("network", lambda: _pages(drawn))()


class _Drawn(Struct, frozen=True):
    """What the pages of the network are put together from."""

    vault: Vault
    reach: Callable[[], Reach]
    kinds: Mapping[str, KindReach]
    maps: Mapping[str, tuple[NetworkMap, ...]]
    """The pictures of each kind."""
    circles: Mapping[str, CircleReach]
    hubs: Callable[[], tuple[HubRow, ...]]


def _pages(drawn: _Drawn) -> tuple[Page, ...]:
    vault, kinds = drawn.vault, tuple(drawn.kinds.values())
    first = max(kinds, key=lambda kind: _tells(vault, kind), default=None)
    if first is None:
        return (Page("network.html", "network.html", _view(drawn, None, ())),)
    places = {kind.kind: f"network/{kind.kind}.html" for kind in kinds}
    places[first.kind] = "network.html"
    order = [first, *(kind for kind in kinds if kind is not first)]
    return tuple(
        Page(places[kind.kind], "network.html", _view(drawn, kind, _steps(kind, places)))
        for kind in order
    )


def _tells(vault: Vault, kind: KindReach) -> float:
    """Weigh a kind: how many people its circles hold, what one means, whether they divide."""
    divides = min(len(kind.circles), ENOUGH)
    return kind.covered * vault.settings.kinds[kind.kind].salience * divides


def _steps(here: KindReach, places: dict[str, str]) -> tuple[Ref, ...]:
    return tuple(
        Ref(capital(kind), "" if kind == here.kind else href(place))
        for kind, place in places.items()
    )


def _view(drawn: _Drawn, kind: KindReach | None, steps: tuple[Ref, ...]) -> NetworkView:
    close, known, through, apart = counts = tuple(map(len, drawn.reach().parts))
    everybody = Region("", "Everybody", (close, known, through, apart), "")
    regions = regions_of(kind) if kind else (everybody,) if everybody.people else ()
    maps = drawn.maps[kind.kind] if kind else maps_of(regions) if regions else ()
    return NetworkView(
        summary=_summary(close, known, through, apart),
        title=f"By {kind.kind}" if kind else "Everybody",
        kind=kind.kind if kind else "",
        kinds=steps,
        description=_description(regions),
        maps=maps,
        levels=tuple(map(LevelKey, OPACITIES, LEVELS, counts)),
        circles=tuple(drawn.circles[one.id] for one, _ in kind.circles) if kind else (),
        smaller=_smaller(kind),
        holes=_holes(kind),
        hubs=drawn.hubs(),
    )


def _summary(close: int, known: int, through: int, apart: int) -> str:
    if not close + known + through + apart:
        return "Nobody is written down yet."
    people = plural(close + known + through + apart, "person")
    well = f", {close:,} of them well" if close else ""
    said = f"{people}: {close + known:,} you know{well}."
    said += f" Somebody you know leads to {through:,} more." if through else ""
    return said + (f" To {apart:,} no way is written down yet." if apart else "")


def _description(regions: Sequence[Region]) -> str:
    parts = [f"{region.name}: {region.note}" for region in regions[:DESCRIBED] if region.note]
    said = "; ".join(parts) if parts else "Everybody as one disc"
    return f"{said}. The table below tells it all."


def _smaller(kind: KindReach | None) -> str:
    if kind is None or not kind.smaller:
        return ""
    are = "is" if kind.smaller == 1 else "are"
    return f"{plural(kind.smaller, 'smaller circle')} of this kind {are} not listed one by one."


def _holes(kind: KindReach | None) -> str:
    empty = [one.name for one, counts in kind.circles if not counts[0] + counts[1]] if kind else []
    if not empty:
        return ""
    more = len(empty) - HOLES_NAMED
    names = [*empty[:HOLES_NAMED], *([f"{more} more"] if more > 0 else [])]
    return f"You know nobody yourself in {listing(names)}."


def _hubs(vault: Vault, reach: Reach) -> Iterator[HubRow]:
    for hub in hubs_of(vault, reach, HUBS_SHOWN):
        closeness = vault.people[hub.contact].closeness or 0
        words = CLOSENESS_WORDS.get(closeness, "they say they know you")
        said = f"{words}, knows {plural(hub.ties, 'person')}"
        yield HubRow(person_ref(vault, hub.contact), said, f"{hub.leads} new to you")
