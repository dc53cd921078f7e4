"""The defaults of document 2, as values a test can replace."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True)
class Limit:
    """When a state asks for a nudge (`5w` or `7d`) and when it is stalled, in days."""

    nudge: str
    stalled: int


@dataclass(frozen=True)
class Kind:
    """How far a kind of circle speaks for an acquaintance and for a favour."""

    knows: float
    salience: float
    sensitive: bool = False


STALL = {
    "asked": Limit("5w", 14),
    "agreed": Limit("7d", 21),
    "opt-in": Limit("7d", 21),
    "passed": Limit("1d", 14),
    "introduced": Limit("1d", 2),
    "waiting": Limit("4w", 14),
    "talking": Limit("7d", 21),
    "my-reply": Limit("1d", 7),
    "scheduling": Limit("3w", 10),
    "unconfirmed": Limit("1d", 3),
    "met": Limit("2d", 7),
}

KINDS = {
    "team": Kind(1.6, 0.8),
    "unit": Kind(0.9, 0.6),
    "practice": Kind(0.8, 0.5),
    "employer": Kind(0.4, 0.4),
    "school": Kind(0.3, 0.4),
    "community": Kind(0.1, 0.3),
    "place": Kind(0.1, 0.3),
    "heritage": Kind(0.0, 0.0, sensitive=True),
    "faith": Kind(0.0, 0.0, sensitive=True),
}


@dataclass(frozen=True)
class Score:
    """The numbers of section 2.5."""

    base_reopen: float = 0.25
    ask_base: float = 0.20
    ask_slope: float = 0.65
    ask_weight: float = 4.0
    know_base: float = -2.5
    know_paths: float = 0.9
    know_paths_cap: float = 2.0
    know_cap: float = 0.70
    know_floor: float = 0.15
    school_unknown: float = 0.1
    move_tie: float = 1.2
    move_circle: float = 0.6
    move_distance: float = 0.3
    move_standing: float = 0.8
    load_open: float = 0.35
    load_recent: float = 0.15
    load_cap: float = 0.8
    strong: float = 0.25
    likely: float = 0.12


@dataclass(frozen=True)
class Settings:
    """One run's settings; every value has the default of the documents."""

    stall: Mapping[str, Limit] = field(default_factory=lambda: dict(STALL))
    again: int = 7
    working_days: frozenset[int] = frozenset(range(5))
    holidays: frozenset[date] = frozenset()
    ask_open: int = 1
    ask_days: int = 30
    ask_year: int = 3
    score: Score = field(default_factory=Score)
    kinds: Mapping[str, Kind] = field(default_factory=lambda: dict(KINDS))
    sizes: Mapping[str, int] = field(default_factory=dict)
