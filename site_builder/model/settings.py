"""Every number and name that a vault may set in `doorstep.toml`, with its default."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct, field

from site_builder.model.audience import PRIVATE, Audience
from site_builder.model.duration import Calendar, Limit
from site_builder.source import Span


class StallRule(Struct, frozen=True):
    """When silence in one state calls for a nudge, and when the thread counts as stalled."""

    nudge: Limit | None = None
    stalled: Limit | None = None


def _rule(nudge: str, stalled: str) -> StallRule:
    return StallRule(*(Limit(int(text[:-1]), working=text[-1] == "w") for text in (nudge, stalled)))


STALL_RULES: Mapping[str, StallRule] = {
    "idea": StallRule(),
    "asked": _rule("5w", "14d"),
    "agreed": _rule("7d", "21d"),
    "opt-in": _rule("7d", "21d"),
    "passed": _rule("1d", "14d"),
    "introduced": _rule("1d", "2d"),
    "waiting": _rule("4w", "14d"),
    "talking": _rule("7d", "21d"),
    "my-reply": _rule("1d", "7d"),
    "scheduling": _rule("3w", "10d"),
    "scheduled": StallRule(),
    "unconfirmed": _rule("1d", "3d"),
    "met": _rule("2d", "7d"),
    "paused": StallRule(),
    "barred": StallRule(),
    "over": StallRule(),
}
"""Document 2.2: one threshold for all states would be wrong."""


class CircleKind(Struct, frozen=True):
    """What sharing a circle of this kind is worth as evidence."""

    knows: float
    """Beta: how strongly shared membership says that two people know each other."""
    salience: float
    """w: how strongly the target feels it as a circle of their own."""
    sensitive: bool = False
    """Never used for ranking unless switched on, and never in a shared build."""
    school: bool = False
    """`knows` falls to a third where the years are not known on both sides."""


KINDS: Mapping[str, CircleKind] = {
    "team": CircleKind(1.6, 0.8),
    "unit": CircleKind(0.9, 0.6),
    "practice": CircleKind(0.8, 0.5),
    "employer": CircleKind(0.4, 0.4),
    "school": CircleKind(0.3, 0.4, school=True),
    "community": CircleKind(0.1, 0.3),
    "place": CircleKind(0.1, 0.3),
    "heritage": CircleKind(0, 0, sensitive=True),
    "faith": CircleKind(0, 0, sensitive=True),
}


class Score(Struct, frozen=True, kw_only=True):
    """The numbers of the three questions (document 2.5)."""

    base_ask: float = 0.20
    tie_ask: float = 0.65
    prior_ask: float = 4
    ignored_ask: float = 0.5
    sparingly: float = 0.5
    decay_days: float = 365
    base_know: float = -2.5
    acquaintance_know: float = 0.9
    acquaintance_cap: float = 2
    cap_know: float = 0.70
    least_know: float = 0.15
    hearsay: float = 0.9
    base_reopen: float = 0.25
    tie_move: float = 1.2
    ingroup_move: float = 0.6
    ingroup_me: float = 1.25
    fresh_move: float = 0.3
    standing_move: float = 0.8
    load_open: float = 0.35
    load_recent: float = 0.15
    load_cap: float = 0.8
    strong: float = 0.25
    likely: float = 0.12


class AskLimits(Struct, frozen=True, kw_only=True):
    """How much one connector may be asked."""

    open: int = 1
    """This many open asks, and they are left alone."""
    days: int = 30
    """Rest after an ask, in days."""
    year: int = 3
    """Asks in 365 days, for closeness up to 3."""


class GroupInfo(Struct, frozen=True):
    """What settings know of one circle."""

    name: str = ""
    size: int | None = None


class Feeds(Struct, frozen=True, kw_only=True):
    """Files for calendars and feed readers; off, as such programs keep copies of what they read."""

    calendar: bool = False
    """Write `calendar.ics`."""
    changes: bool = False
    """Write `feed.atom` and `feed.json`."""
    days: int = 30
    """How far back changes are told."""
    address: str = ""
    """Where the site is served, with `/` at the end; without it entries have no links."""


class Settings(Struct, frozen=True, kw_only=True):
    """A vault's settings."""

    title: str = "Doorstep"
    timezone: str = ""
    """IANA name that decides which day is today; empty is the machine's own."""
    today: date | None = None
    """A fixed day, for demonstrations and examples."""
    today_span: Span | None = None
    theme: str = "default"
    theme_span: Span | None = None
    language: str = "en"
    stall: Mapping[str, StallRule] = field(default_factory=lambda: STALL_RULES)
    calendar: Calendar = field(default_factory=Calendar)
    groups: Mapping[str, GroupInfo] = field(default_factory=dict)
    kinds: Mapping[str, CircleKind] = field(default_factory=lambda: KINDS)
    score: Score = field(default_factory=Score)
    ask: AskLimits = field(default_factory=AskLimits)
    feeds: Feeds = field(default_factory=Feeds)
    checks: Mapping[str, str] = field(default_factory=dict)
    """Check id to `error`, `warning`, `hint` or `off`."""
    audiences: Mapping[str, Audience] = field(default_factory=dict)

    def audience(self, name: str) -> Audience | None:
        """Return the audience of this name, None if there is none; `private` is built in."""
        return PRIVATE if name == PRIVATE.name else self.audiences.get(name)
