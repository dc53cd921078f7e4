"""What this site is made of: counts, and every limit and number that was used."""

from collections.abc import Iterator

from msgspec import Struct

from site_builder.insights.insight import Insights
from site_builder.insights.words import listing
from site_builder.model.duration import Calendar, Limit
from site_builder.model.settings import STALL_RULES, Settings
from site_builder.pages.about_numbers import Numbers, numbers_of
from site_builder.pages.page import Page
from site_builder.pages.words import STATES, WEEKDAYS, capital, days, plural, state_words


class StallLine(Struct, frozen=True):
    """The limits of one state."""

    key: str
    state: str
    nudge: str
    stalled: str
    changed: bool
    """Not the limits the program comes with."""


class KindLine(Struct, frozen=True):
    """What sharing a circle of one kind is worth."""

    kind: str
    knows: str
    salience: str
    sensitive: bool


class About(Struct, frozen=True):
    """The view; day, audience and version stand in the frame of every page."""

    counts: tuple[tuple[str, str], ...]
    stalls: tuple[StallLine, ...]
    kinds: tuple[KindLine, ...]
    numbers: tuple[Numbers, ...]
    calendar: str


def about_page(insights: Insights) -> Page:
    """Plan the page."""
    settings, shows = insights.vault.settings, insights.vault.audience.shows
    view = About(
        _counts(insights),
        tuple(_stalls(settings)) if shows("log") else (),
        tuple(_kinds(settings)),
        numbers_of(settings.score, settings.ask) if shows("suggestions") else (),
        _calendar(settings.calendar),
    )
    return Page("about.html", "about.html", view)


def _counts(insights: Insights) -> tuple[tuple[str, str], ...]:
    vault = insights.vault
    open_doors = sum(door.open for door in insights.doors)
    ties = sum(map(len, vault.ties.values()))
    counts = (
        ("people", len(vault.people)),
        ("ties", ties),
        ("circles", len(vault.circles)),
        ("introductions", len(vault.spokes)),
        ("doors", len(insights.doors)),
        ("open doors", open_doors),
    )
    return tuple((label, f"{number:,}") for label, number in counts)


def _stalls(settings: Settings) -> Iterator[StallLine]:
    """Yield a line for each state that knows a limit."""
    for state in STATES:
        rule = settings.stall[state]
        if rule.nudge or rule.stalled:
            said = state_words(state, target="the target", introducer="the introducer")
            limits = _limit(rule.nudge), _limit(rule.stalled)
            yield StallLine(state, capital(said), *limits, rule != STALL_RULES[state])


def _limit(limit: Limit | None) -> str:
    if limit is None:
        return "never"
    return plural(limit.amount, "working day") if limit.working else days(limit.amount)


def _kinds(settings: Settings) -> Iterator[KindLine]:
    for name, kind in settings.kinds.items():
        yield KindLine(name, f"{kind.knows:g}", f"{kind.salience:g}", kind.sensitive)


def _calendar(calendar: Calendar) -> str:
    working = listing([WEEKDAYS[number] for number in sorted(calendar.weekdays)])
    holidays = len(calendar.holidays)
    off = f", except {plural(holidays, 'holiday')}" if holidays else ""
    return f"Working days are {working}{off}."
